/// What a vocabulary knows of the names of units and bases, to tell whether two are the same.
struct NameWords: Sendable {
  /// Long words of units' names, and what is written for them as well, the longest first.
  let abbreviations: [(long: FoldedName, short: FoldedName)]
  /// What the names of bases have in common, the longest first.
  let commonWords: [FoldedName]

  init(abbreviations: [(long: String, short: String)] = [], commonWords: [String] = []) {
    let folded = abbreviations.map { (long: FoldedName($0.long), short: FoldedName($0.short)) }
    let words = commonWords.map { FoldedName($0) }
    self.abbreviations = folded.sorted { $0.long.scalars.count > $1.long.scalars.count }
    self.commonWords = words.sorted { $0.scalars.count > $1.scalars.count }
  }

  /// A name, so that two ways of writing it are equal.
  func fold(_ name: String) -> FoldedName {
    var folded = FoldedName(name)
    folded.replace(abbreviations)
    return folded
  }

  /// What tells a base's name apart from others: without brand, type and marks.
  func core(of name: FoldedName) -> FoldedName { name.core(without: commonWords) }
}
