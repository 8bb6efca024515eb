import Testing

@testable import RuleEngine

/// The rule language: `Fixtures/language` has conditions, and for each some applications with what
/// is to be said of them.
@Suite struct ConditionTests {
  struct Table: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable {
    let name: String
    /// The condition's text, so that its digits and escapes are the rule's own.
    let require: String
    let rows: [[String: Value]]
  }

  static var tables: [String] {
    get throws { try Fixture.names(in: "language") }
  }

  @Test(arguments: try tables)
  func isJudged(_ table: String) throws {
    let cases = try Fixture.decode("language/\(table)", as: Table.self).cases
    try #require(!cases.isEmpty)
    for testCase in cases {
      let library = try TinyRules.library(requiring: testCase.require)
      for row in testCase.rows {
        let with = try #require(row["with"])
        let application = with.setting(["baseType"], to: .text("one")).json
        let report = try library.report(application)
        let place = "\(testCase.name): \(application.prefix(200))"
        try #require(report.diagnostics.isEmpty, "\(place): \(report.diagnostics)")
        let criterion = try #require(report.criterion("1.a"))
        let said = report.said(of: criterion)
        for (key, expected) in row where key != "with" {
          try #require(said.keys.contains(key), "\(key)")
          #expect(said[key] == expected, "\(place): \(key)")
        }
        // A single criterion's verdict is the clause's and the rulebook's.
        #expect(report.rulebooks.first?.clauses.first?.verdict == criterion.verdict, "\(place)")
        #expect(report.outcome == Outcome(criterion.verdict), "\(place)")
      }
    }
  }

  /// The tables leave out no key of the language.
  @Test func everyKeyIsUsed() throws {
    let conditions = try Self.tables
      .flatMap { try Fixture.decode("language/\($0)", as: Table.self).cases.map(\.require) }
      .joined(separator: "\n")
    let keys =
      Subject.allCases.map(\.rawValue) + Comparison.allCases.map(\.rawValue)
      + [
        "where", "of", "before", "authorityDecidesFrom", "authorityDecidesIf", "years", "months",
        "days", "then",
        "satisfies", "date", "minus", "plus", "after", "firstDayOfMonth",
      ]
    // No verdict may hang on whether something is stated.
    for key in keys where key != Comparison.isStated.rawValue {
      #expect(conditions.contains("\"\(key)\":"), "\(key)")
    }
  }

  /// A date that stands in for the application's is no fact of the text.
  @Test func givenDate() throws {
    let library = try TinyRules.library(
      requiring: #"{"fact": "opened", "isAtLeast": {"years": 1}, "before": "applicationDate"}"#)
    var options = Checker.Options()
    options.date = CivilDate("2022-05-20")
    let text = #"{"baseType": "one", "opened": "2021-05-20", "applicationDate": "2021-06-01"}"#
    let report = try library.report(text, options: options)
    let criterion = try #require(report.criterion("1.a"))
    #expect(criterion.verdict == .pass)
    #expect(report.paths(criterion.facts) == ["opened"])
    #expect(report.applicationDate == options.date)
  }
}
