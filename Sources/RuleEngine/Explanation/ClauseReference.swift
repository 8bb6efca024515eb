/// A clause of a rulebook, as somebody named it, or one criterion of it.
public struct FoundClause: Sendable {
  /// The rulebook that it stands in.
  public let rulebook: Rulebook
  /// The article that it stands in.
  public let article: Article
  /// The clause.
  public let clause: Clause
  /// All of the clause's, or the one that was named.
  public let criteria: [Criterion]
  /// Whether it was one criterion that was named, and not the clause.
  public let isOneCriterion: Bool
}

/// How people name a clause: `8.5`, `8.5.a`, `henan:4.5`, 第八条（五）, `Article 8(5)`.
public struct ClauseReference: Sendable {
  /// The rulebook's id, programme or series; nil where none is given.
  public let rulebook: String?
  private let name: Name
  private let text: String

  /// Reads a name, whether or not there is such a clause.
  public init(_ text: String) {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "：" })
    rulebook = parts.count > 1 ? String(parts[0]) : nil
    self.text = String(parts.last ?? "")
    name = Name(self.text)
  }

  /// What it names in some rulebooks: clauses, and those of articles.
  public func clauses(in rulebooks: [Rulebook]) -> [FoundClause] {
    clauses(in: ClauseIndex(rulebooks))
  }

  func clauses(in index: ClauseIndex) -> [FoundClause] {
    let found = index.clauses(named: name)
    return rulebook == nil ? found : found.filter { matches($0.rulebook) }
  }

  /// The ids of clauses that are written much the same: at most five.
  public func similar(in rulebooks: [Rulebook]) -> [String] {
    var words: [(word: String, id: String)] = []
    for rulebook in rulebooks where matches(rulebook) {
      for clause in rulebook.articles.flatMap({ $0.clauses }) {
        words.append((clause.id, clause.id))
        words += Language.allCases.map { (clause.citation[$0], clause.id) }
      }
    }
    var ids: [String] = []
    for word in nearest(30, to: text, among: words.map({ $0.word })) {
      for (other, id) in words where other == word && !ids.contains(id) { ids.append(id) }
    }
    return Array(ids.prefix(5))
  }

  private func matches(_ other: Rulebook) -> Bool {
    rulebook.map { other.isCalled($0) } ?? true
  }

  /// A name without what people write in one way or another: numbers, and the words between them.
  struct Name: Hashable {
    private enum Part: Hashable {
      case number(Int)
      case word(String)
    }

    private var parts: [Part] = []

    var isEmpty: Bool { parts.isEmpty }

    init(_ text: String) {
      var word = ""
      var digits: [Unicode.Scalar] = []
      func endWord(_ parts: inout [Part]) {
        if !word.isEmpty { parts.append(.word(word == "art" ? "article" : word)) }
        word = ""
      }
      func endNumber(_ parts: inout [Part]) {
        if !digits.isEmpty { parts += Self.number(digits) }
        digits = []
      }
      for scalar in text.lowercased().unicodeScalars {
        if Self.digit(scalar) != nil {
          endWord(&parts)
          digits.append(scalar)
          continue
        }
        endNumber(&parts)
        // 第八条第（五）项 is 第八条（五）.
        let isLetter = scalar.properties.isAlphabetic && !"第项款".unicodeScalars.contains(scalar)
        if isLetter { word.unicodeScalars.append(scalar) } else { endWord(&parts) }
      }
      endWord(&parts)
      endNumber(&parts)
    }

    /// 0 to 9, also full-width and Chinese; 10 for 十.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
      switch scalar {
      case "0"..."9": Int(scalar.value - 0x30)
      case "０"..."９": Int(scalar.value - 0xFF10)
      case "十": 10
      default:
        Array("〇一二三四五六七八九".unicodeScalars).firstIndex(of: scalar)
      }
    }

    /// 15 of 十五, 20 of 二十; where it is none, its digits one by one.
    private static func number(_ scalars: [Unicode.Scalar]) -> [Part] {
      let digits = scalars.compactMap(digit)
      if let ten = digits.firstIndex(of: 10) {
        let (before, after) = (digits[..<ten], digits[(ten + 1)...])
        guard before.count <= 1, after.count <= 1, after.first != 10 else {
          return digits.map { .number($0) }
        }
        return [.number((before.first ?? 1) * 10 + (after.first ?? 0))]
      }
      guard digits.count < 10 else { return digits.map { .number($0) } }
      return [.number(digits.reduce(0) { $0 * 10 + $1 })]
    }
  }
}

/// Finds the clauses of rulebooks by what people call them.
struct ClauseIndex: Sendable {
  private var clauses: [ClauseReference.Name: [FoundClause]] = [:]

  init(_ rulebooks: [Rulebook]) {
    for rulebook in rulebooks {
      for article in rulebook.articles {
        let names = Self.names(article.id, article.citation)
        for clause in article.clauses {
          let wholes = names.union(Self.names(clause.id, clause.citation))
          func add(_ name: ClauseReference.Name, _ criterion: Criterion?) {
            clauses[name, default: []].append(
              FoundClause(
                rulebook: rulebook, article: article, clause: clause,
                criteria: criterion.map { [$0] } ?? clause.criteria,
                isOneCriterion: criterion != nil))
          }
          for name in wholes { add(name, nil) }
          for criterion in clause.criteria {
            let name = ClauseReference.Name(criterion.id)
            if !wholes.contains(name) { add(name, criterion) }
          }
        }
      }
    }
  }

  /// In the rulebooks' order.
  func clauses(named name: ClauseReference.Name) -> [FoundClause] { clauses[name] ?? [] }

  private static func names(_ id: String, _ citation: Words) -> Set<ClauseReference.Name> {
    let texts = [id] + Language.allCases.map { citation[$0] }
    return Set(texts.map { ClauseReference.Name($0) }).filter { !$0.isEmpty }
  }
}
