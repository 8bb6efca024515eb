/// What a document is called, held against what a rulebook calls a proof: the same words, or one of
/// them with words around it. Width, case, spaces and marks do not matter, nor do `the` and plurals;
/// nothing is guessed beyond that.
///
/// A name may list several documents, with 、 or 或, in brackets, or with commas and "or".
struct DocumentName: Sendable {
  /// The documents that it lists. Words in letters have a space on either side, characters have none.
  private let parts: [[Unicode.Scalar]]

  /// A title, whose brackets hold documents too: 附件三（工作人员花名册）.
  init(title: String) { parts = Self.parts(of: title, withBrackets: true) }

  /// What a rulebook calls a proof; what stands in brackets is not its name.
  init(proof: String) { parts = Self.parts(of: proof, withBrackets: false) }

  /// Whether a document of this title can be such a proof: the title has the proof's whole name in it
  /// (2022年合作协议), or is what the name ends in, the kind of document (聘书 of 专家聘书).
  func canBe(_ proof: DocumentName) -> Bool {
    parts.contains { title in
      proof.parts.contains { name in
        Self.holds(title, name) || Self.ends(name, in: title)
      }
    }
  }

  // MARK: Comparing

  /// One character, or one letter, is no name.
  private static func isName(_ part: [Unicode.Scalar]) -> Bool {
    var length = 0
    for scalar in part where scalar != " " { length += 1 }
    return length >= 2
  }

  private static func ends(_ name: [Unicode.Scalar], in title: [Unicode.Scalar]) -> Bool {
    isName(title) && title.count <= name.count
      && name[(name.count - title.count)...].elementsEqual(title)
  }

  private static func holds(_ title: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    guard isName(name), name.count <= title.count else { return false }
    for start in 0...(title.count - name.count)
    where title[start] == name[0] && title[start..<(start + name.count)].elementsEqual(name) {
      return true
    }
    return false
  }

  // MARK: Reading

  private static func parts(of text: String, withBrackets: Bool) -> [[Unicode.Scalar]] {
    var parts: [[Unicode.Scalar]] = []
    var part: [Unicode.Scalar] = []
    var word: [Unicode.Scalar] = []
    var depth = 0
    func endWord() {
      defer { word = [] }
      switch String(String.UnicodeScalarView(word)) {
      case "", "the", "a", "an": return
      case "or": endPart()
      default:
        if word.count > 3, word.last == "s" { word.removeLast() }
        if part.last != " " { part.append(" ") }
        part += word
        part.append(" ")
      }
    }
    func endPart() {
      if !part.isEmpty, withBrackets || depth == 0 { parts.append(part) }
      part = []
    }
    for chunk in text.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
      for scalar in FoldedName(String(String.UnicodeScalarView(chunk))).scalars {
        switch scalar {
        case "a"..."z", "0"..."9":
          word.append(scalar)
          continue
        case "(", "[", "{", "【", "〔", "［", "｛":
          endWord()
          endPart()
          depth += 1
        case ")", "]", "}", "】", "〕", "］", "｝":
          endWord()
          endPart()
          depth = max(0, depth - 1)
        case "、", "或", ",", "，", ";", "；", "/":
          endWord()
          endPart()
        default:
          endWord()
          if scalar.properties.isAlphabetic { part.append(scalar) }
        }
      }
      endWord()
    }
    endPart()
    return parts
  }
}
