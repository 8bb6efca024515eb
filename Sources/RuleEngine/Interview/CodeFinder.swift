/// Finds the code that people mean: by its name, what it is called, or a part of that which is no
/// other's.
struct CodeFinder {
  /// What can be chosen.
  let choices: [NamedCode]

  /// What a word stands for.
  enum Meaning {
    case one(NamedCode)
    /// It is a part of what several are called.
    case several([NamedCode])
    case none
  }

  func find(_ word: String) -> Meaning {
    let word = Self.folded(word)
    if word.isEmpty { return .none }
    for code in choices where names(of: code).contains(where: { $0 == word }) { return .one(code) }
    // A single letter or character says too little.
    guard word.unicodeScalars.count > 1 else { return .none }
    for isPart in [Self.contains, Self.hasInOrder] {
      let found = choices.filter { code in names(of: code).contains { isPart($0, word) } }
      if found.count == 1 { return .one(found[0]) }
      if found.count > 1 { return .several(found) }
    }
    return .none
  }

  private func names(of code: NamedCode) -> [String] {
    ([code.name, code.label[.zh], code.label[.en]] + code.otherNames).map(Self.folded)
  }

  private static func folded(_ text: String) -> String {
    text.halfWidth.lowercased().filter { $0 != " " && $0 != "“" && $0 != "”" && $0 != "\"" }
  }

  private static func contains(_ name: String, _ word: String) -> Bool { name.holds(word) }

  /// Whether the characters of a word stand in a name, in their order: 高企 in 高新技术企业. Only for
  /// Chinese, where each says something.
  private static func hasInOrder(_ name: String, _ word: String) -> Bool {
    guard word.unicodeScalars.allSatisfy({ $0.value >= 0x3400 }) else { return false }
    var rest = word.unicodeScalars.makeIterator()
    var wanted = rest.next()
    for scalar in name.unicodeScalars where scalar == wanted { wanted = rest.next() }
    return wanted == nil
  }
}
