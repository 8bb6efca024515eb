import Reports
import Testing

@testable import TestSupport

/// The rules that bind a recommending unit.
@Suite struct RecommenderTests {
  @Test(arguments: try UnitCase.load()) func unitIsJudged(_ testCase: UnitCase) throws {
    let files = try testCase.files()
    let inputs = files.dropFirst().map { Input.file($0.name, $0.text) }
    let report = try Screened(unit: files[0].text)(.json, inputs).screening()
    let unit = try #require(report.recommender)
    #expect(unit.source == "unit.json")
    let own = testCase.candidates?.first?.text("programme") == "henan"
    let rulebooks =
      testCase.rulebooks ?? [own ? "henan-recommender" : "national-2022-recommender"]
    #expect(unit.rulebooks.map(\.id).sorted() == rulebooks)

    let criteria = unit.rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }
    var untested = Set(testCase.expect.keys)
    for criterion in criteria {
      untested.remove(criterion.id)
      let expected = testCase.expect[criterion.id]
      #expect(criterion.verdict == expected?.verdict ?? "pass", "\(criterion.id)")
      if let shortfall = expected?.shortfall { #expect(criterion.shortfall == shortfall) }
      if let boundary = expected?.boundary { #expect(criterion.boundary == boundary) }
      if let actual = expected?.actual { #expect(criterion.actual == actual) }
      if criterion.verdict == "unknown" { #expect(criterion.open == expected?.open ?? "facts") }
      #expect(!criterion.requirement.isEmpty)
    }
    // Kinds and candidates that could not be judged stay out of this: a case names what it means.
    #expect(untested.isEmpty, "no such criterion: \(untested)")

    let verdicts = criteria.map(\.verdict)
    let verdict =
      verdicts.contains("fail")
      ? "ineligible" : verdicts.contains("unknown") ? "undetermined" : "eligible"
    #expect(unit.verdict == verdict)
  }
}
