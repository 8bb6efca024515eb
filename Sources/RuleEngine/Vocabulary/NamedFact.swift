/// A fact as somebody names it: `staff.fullTime`, `staff`, `experts[3]`, `tenants[0].titles`.
struct NamedFact {
  let fact: Int
  /// The element of a list that it is, or is of; nil where none is named.
  let element: Int?

  /// Nil where the vocabulary has no such fact.
  init?(_ text: String, in vocabulary: Vocabulary) {
    var path: [UInt8] = []
    var numbers: [Int?] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      path.append(byte)
      guard byte == 0x5B else { continue }
      let digits = rest.prefix { 0x30...0x39 ~= $0 }
      guard digits.count <= 9 else { return nil }
      numbers.append(digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest.dropFirst(digits.count)
    }
    let isItem = path.suffix(2) == [0x5B, 0x5D]
    if isItem { path.removeLast(2) }
    guard let fact = vocabulary.index(of: path), !vocabulary.facts[fact].isDerived else {
      return nil
    }
    let type = vocabulary.facts[fact].type
    if isItem, type != .list, type != .texts, type != .codes { return nil }
    self.fact = fact
    let isOfList = type == .list || type == .texts || vocabulary.facts[fact].location.list != nil
    element = isOfList ? numbers.first ?? nil : nil
  }
}

extension Vocabulary {
  /// A fact's number and those of the groups and of the list in which it stands.
  func lineage(of fact: Int) -> [Int] {
    var lineage = [fact]
    var path = Substring(facts[fact].path)
    while let dot = path.lastIndex(of: ".") {
      path = path[..<dot]
      if path.hasSuffix("[]") { path.removeLast(2) }
      if let around = index(of: path.utf8) { lineage.append(around) }
    }
    return lineage
  }
}
