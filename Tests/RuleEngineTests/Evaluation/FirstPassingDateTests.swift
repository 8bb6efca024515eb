import Testing

@testable import RuleEngine

/// The first application date that would do for a date compared with one some time before another:
/// found again by trying day after day.
@Suite struct FirstPassingDateTests {
  private static let periods: [(json: String, period: Period)] = [
    (#"{"years": 1}"#, .years(1)), (#"{"years": 3}"#, .years(3)), (#"{"months": 1}"#, .months(1)),
    (#"{"months": 6}"#, .months(6)), (#"{"days": 1}"#, .days(1)), (#"{"days": 30}"#, .days(30)),
  ]

  private static let days = [
    "2022-01-31", "2022-02-27", "2022-02-28", "2022-03-01", "2022-03-31", "2022-04-30",
    "2022-05-30", "2022-05-31", "2022-12-31", "2023-02-28", "2024-02-28", "2024-02-29",
    "2024-03-01", "2024-12-31",
  ]

  /// The relation by its key, and the one that must hold where it is negated.
  private static let relations: [(key: String, wanted: Relation, negated: Relation)] = [
    ("isAtLeast", .atLeast, .lessThan), ("isMoreThan", .moreThan, .atMost),
    ("isAtMost", .atMost, .moreThan), ("isLessThan", .lessThan, .atLeast),
  ]

  @Test(arguments: periods.indices, [false, true])
  func asTriedDayByDay(number: Int, isNegated: Bool) throws {
    let (json, period) = Self.periods[number]
    let days = try Self.days.map { try #require(CivilDate($0)) }
    for (key, wanted, negated) in Self.relations {
      let condition =
        #"{"fact": "opened", "\#(key)": {"date": "applicationDate", "minus": \#(json)}}"#
      let library = try TinyRules.library(
        requiring: isNegated ? #"{"none": [\#(condition)]}"# : condition)
      let checker = try Checker(library)
      let report = Report(application: Application(vocabulary: library.vocabulary))
      func check(_ opened: CivilDate, on day: CivilDate) throws -> CriterionReport {
        let text = #"{"baseType": "one", "opened": "\#(opened)", "applicationDate": "\#(day)"}"#
        report.application.read(SourceText(name: "a.json", bytes: text.utf8))
        checker.check(into: report)
        return try #require(report.criteria.first)
      }
      let relation = isNegated ? negated : wanted
      func holds(_ opened: CivilDate, on day: CivilDate) -> Bool {
        let earlier = day.subtracting(period)
        switch relation {
        case .atLeast: return !(opened < earlier)
        case .moreThan: return earlier < opened
        case .atMost: return !(earlier < opened)
        case .lessThan: return opened < earlier
        case .equal: return opened == earlier
        }
      }
      for opened in days {
        for today in days {
          let criterion = try check(opened, on: today)
          let place = "\(condition), \(isNegated ? "negated, " : "")\(opened) on \(today)"
          #expect(criterion.verdict == (holds(opened, on: today) ? .pass : .fail), "\(place)")
          #expect(criterion.isBoundary == (opened == today.subtracting(period)), "\(place)")
          guard criterion.verdict == .fail else { continue }
          let said = criterion.shortfall(in: .en)
          // Looking forward, an earlier date comes nearer all the time.
          var day = today
          while day.year < 2030, !holds(opened, on: day) { day = day.next }
          guard day.year < 2030 else {
            #expect(said == nil, "\(place)")
            continue
          }
          #expect(said == day.description, "\(place)")
          #expect(try check(opened, on: day).verdict == .pass, "\(place)")
          #expect(try check(opened, on: day.subtracting(.days(1))).verdict == .fail, "\(place)")
        }
      }
    }
  }
}
