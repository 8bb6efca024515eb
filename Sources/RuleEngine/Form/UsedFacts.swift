/// Which facts a form needs for the base type, the programme and the date that are chosen.
struct UsedFacts {
  private struct Choice: Hashable {
    let baseType: String?
    let programme: String?
    let date: CivilDate?
  }

  private var choice: Choice?
  private var isUsed: [Bool] = []

  subscript(fact: Int) -> Bool { isUsed[fact] }

  /// Finds them out, if they are not those of the last time.
  mutating func update(for report: Report, programme: String?, _ checker: Checker) {
    let choice = Choice(
      baseType: report.baseType, programme: programme, date: report.applicationDate)
    if choice == self.choice { return }
    self.choice = choice
    let facts = checker.library.vocabulary.facts
    isUsed = facts.map { $0.identifies }
    guard choice.baseType != nil else { return }
    var options = Checker.Options()
    options.stages = checker.options.stages
    options.baseType = choice.baseType
    options.rulebooks = programme.map { [$0] } ?? []
    options.date = choice.date
    guard let own = try? Checker(checker.library, options: options) else { return }
    let isWanted = own.isToBeFilledIn()
    isUsed = facts.indices.map(isWanted)
  }
}
