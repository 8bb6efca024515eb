/// Words that have other names, as 河南省 is called 河南 and 豫.
///
/// A text is read as the word that has the longest name with which it begins, so that 河南郑州 is
/// 河南省. A name of one character stands only for itself: 青岛 is not 青. White space and the case of
/// ASCII letters make no difference.
struct NameTable: Sendable {
  let words: [String]
  /// Every name, as names are compared.
  let names: [[UInt8]]
  /// Per name the number of its word.
  private let numbers: [Int]
  private let table: KeyTable
  /// How many characters the longest name has.
  private let longest: Int

  /// - Parameter names: folded, each with the number of its word.
  init(words: [String], names: [(name: [UInt8], word: Int)]) {
    self.words = words
    self.names = names.map { $0.name }
    numbers = names.map { $0.word }
    table = KeyTable(names.map { $0.name[...] })
    longest = names.reduce(0) { max($0, Self.length(of: $1.name)) }
  }

  /// The number of the word that a text stands for; nil where it begins with no name.
  func number(of text: String) -> Int? {
    let bytes = Self.folded(text)
    // Where its first characters end, as far as a name can reach.
    var ends: [Int] = []
    for index in bytes.indices.dropFirst() where bytes[index] & 0xC0 != 0x80 { ends.append(index) }
    ends.append(bytes.count)
    if let found = table.find(bytes) { return numbers[found] }
    for end in ends.prefix(longest).dropFirst().reversed() {
      if let found = table.find(bytes[..<end]) { return numbers[found] }
    }
    return nil
  }

  /// A text as names are compared.
  static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
      let folded = isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
      bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
    }
    return bytes
  }

  /// How many characters a name has.
  static func length(of name: [UInt8]) -> Int { name.count { $0 & 0xC0 != 0x80 } }
}
