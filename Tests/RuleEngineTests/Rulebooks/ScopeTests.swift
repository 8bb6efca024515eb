import Testing

@testable import RuleEngine

/// Articles that apply only where a condition holds: elsewhere nothing is said of their criteria.
@Suite struct ScopeTests {
  private static let scope =
    #"{"require": {"fact": "fine", "is": true}, "otherwise": {"zh": "不适用于此", "en": "not for this"}}"#

  private func criterion(
    _ facts: String, requiring condition: String = #"{"fact": "area", "isAtLeast": 2}"#
  ) throws -> (CriterionReport, Report) {
    let library = try TinyRules.library(requiring: condition, scope: Self.scope)
    let report = try library.report(#"{"baseType": "one"\#(facts)}"#)
    return (try #require(report.criterion("1.a")), report)
  }

  @Test(arguments: [
    (#", "fine": true, "area": 2"#, Verdict.pass, [], ["area"]),
    (#", "fine": true, "area": 1"#, .fail, [], ["area"]),
    (#", "fine": true"#, .unknown, ["area"], []),
    (#", "fine": false, "area": 2"#, .unknown, [], ["fine"]),
    (#", "fine": false, "area": 1"#, .unknown, [], ["fine"]),
    (#", "fine": false"#, .unknown, [], ["fine"]),
    (#", "area": 2"#, .unknown, ["fine"], ["area"]),
    (#", "area": 1"#, .unknown, ["fine"], ["area"]),
    ("", .unknown, ["fine", "area"], []),
  ])
  func isJudgedWhereItApplies(
    _ facts: String, _ verdict: Verdict, _ missing: [String], _ read: [String]
  ) throws {
    let (criterion, report) = try criterion(facts)
    #expect(criterion.verdict == verdict)
    #expect(report.paths(criterion.missing) == missing)
    #expect(report.paths(criterion.facts) == read)
    #expect(report.outcome == Outcome(verdict))
    let applies = read != ["fine"]
    #expect((criterion.inapplicable == nil) == applies)
    #expect((report.rulebooks[0].clauses[0].inapplicable == nil) == applies)
    if verdict == .unknown { #expect(criterion.open == (missing.isEmpty ? .authority : .facts)) }
  }

  @Test func whatIsSaidWhereItDoesNotApply() throws {
    let (criterion, _) = try criterion(#", "fine": false, "area": 1"#)
    #expect(criterion.inapplicable?[.zh] == "不适用于此")
    #expect(criterion.inapplicable?[.en] == "not for this")
    #expect(criterion.actual(in: .zh) == "不适用")
    #expect(criterion.actual(in: .en) == "not applicable")
    #expect(criterion.required(in: .en) == nil)
    #expect(criterion.shortfall(in: .en) == nil)
    #expect(!criterion.isBoundary)
  }

  /// What it asks for is said as if there were no scope.
  @Test func whatIsSaidWhereItApplies() throws {
    let sum = #"{"sum": ["area", "plot"], "isAtLeast": 3}"#
    let (criterion, _) = try criterion(#", "fine": true, "area": 1, "plot": 1"#, requiring: sum)
    #expect(criterion.derivation(in: .en) == "1 + 1 = 2")
    #expect(criterion.shortfall(in: .en) == "1")
    let either = #"{"if": {"fact": "ok", "is": true}, "then": {"fact": "area", "isAtLeast": 3}}"#
    let (open, _) = try self.criterion(#", "fine": true, "area": 1"#, requiring: either)
    #expect(open.required(in: .en) == "if OK yes, then Area ≥ 3")
  }

  @Test func outline() throws {
    let library = try TinyRules.library(
      requiring: #"{"fact": "area", "isAtLeast": 2}"#, scope: Self.scope)
    let criterion = try #require(library.rulebooks[0].articles[0].clauses[0].criteria.first)
    #expect(
      criterion.outline(in: library.vocabulary, .zh).sentences
        == ["面积：不少于 2 平方米", "只在有下列情形时适用，否则不作结论：", "优良：是"])
    #expect(
      criterion.outline(in: library.vocabulary, .en).sentences == [
        "Area: at least 2 m²", "Applies only where the following holds; elsewhere nothing is said:",
        "Fine: yes",
      ])
    #expect(criterion.facts(in: library.vocabulary).map(\.path) == ["area", "fine"])
  }

  /// More facts never turn one certain verdict into the other, nor into an open one.
  @Test func moreFactsNeverUnsettle() throws {
    let facts = ["\"fine\": ", "\"area\": "]
    let values = [["true", "false"], ["1", "2"]]
    for chosen in 0..<4 {
      let whole = [values[0][chosen % 2], values[1][chosen / 2]]
      for known in 0..<3 {
        let text = (0..<2).filter { known & (1 << $0) != 0 }.map { ", " + facts[$0] + whole[$0] }
        let part = try criterion(text.joined()).0.verdict
        let all = try criterion(", " + facts[0] + whole[0] + ", " + facts[1] + whole[1]).0.verdict
        #expect(part == .unknown || part == all, "\(text) of \(whole)")
      }
    }
  }
}
