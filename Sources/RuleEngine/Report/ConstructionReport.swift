/// What an application's dates say of its construction period.
public struct ConstructionReport {
  /// What the rulebook says of it.
  public let period: ConstructionPeriod
  /// The day of recognition; nil where it is not known.
  public let start: CivilDate?
  /// The last day of the period.
  public let end: CivilDate?
  /// The calendar year that is checked.
  public let year: Int?

  /// How much of the year lies in the period.
  public enum Coverage: String, Sendable {
    case whole, part, none
  }

  /// How much of the year lies in the period; nil where one of the two is not known.
  public var coverage: Coverage? {
    guard let start, let end, let year, let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return nil }
    if end < first || last < start { return Coverage.none }
    return start <= first && last <= end ? .whole : .part
  }
}

extension RulebookReport {
  /// The construction period, where clauses of the stage in which it matters were checked.
  public var construction: ConstructionReport? {
    guard let period = rulebook.constructionPeriod,
      clauses.contains(where: { $0.article.stage == period.stage })
    else { return nil }
    let evaluator = Evaluator(report.application)
    let span = evaluator.span(period.year, 0)
    return ConstructionReport(
      period: period, start: span?.lowerBound,
      end: span.flatMap { $0.upperBound.isWritable ? $0.upperBound : nil },
      year: evaluator.year(period.year, 0))
  }
}
