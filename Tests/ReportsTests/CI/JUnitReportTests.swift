import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What consumers of JUnit XML get.
@Suite struct JUnitReportTests {
  @Test func hasACaseACriterion() throws {
    let text = try Sample.mixed()
    let criteria = try check(text, rulebooks: ["national-2022"]).rulebooks[0].clauses
      .flatMap { $0.criteria ?? [] }
    let report = try JUnit(national(.junit)(text).bytes)
    #expect(report.suites.map { $0.attributes["name"] } == ["a.json national-2022"])
    #expect(report.cases.map(\.name) == criteria.map { "\($0.id) \($0.requirement)" })
    #expect(Set(report.cases.map(\.classname)) == ["a.json.national-2022"])
    let place = try position(of: "32", in: text)
    let failing = try #require(report.testCase("8.5.a"))
    #expect(failing.result == "failure" && failing.type == "fail")
    #expect(failing.file == "a.json" && failing.line == place.line)
    #expect(failing.message?.contains("还差 6 人") == true)
  }

  @Test func skipsTheUnknownWhereItIsNoFailure() throws {
    let text = try Sample.mixed()
    for (failOn, result) in [(FailOn.unknown, "failure"), (.fail, "skipped")] {
      let report = try JUnit(national(.junit, failOn: failOn)(text).bytes)
      let open = try #require(report.testCase("8.3.b"))
      #expect(open.result == result)
      #expect(open.message?.contains("platform.linked") == true)
      #expect(open.type == (result == "failure" ? "unknown" : nil))
    }
  }

  @Test func namesDoNotChangeWithFigures() throws {
    let names = try [Sample.eligible(), Sample.ineligible(), Sample.mixed()].map {
      try JUnit(national(.junit)($0).bytes).cases.map {
        [$0.suite, $0.classname, $0.name]
      }
    }
    #expect(names[0] == names[1] && names[1] == names[2])
    #expect(Set(names[0]).count == names[0].count)
  }

  @Test func hasDataErrorsAndWarnings() throws {
    let bad = try JUnit(national(.junit)(Sample.invalid()).bytes)
    #expect(bad.cases.map(\.result) == ["error"])
    #expect(bad.cases.map(\.name) == ["unknown-code baseType"])
    let text = try Sample.warned()
    let warned = try JUnit(national(.junit)(text).bytes)
    let log = warned.suites[0].children("system-err").map(\.text)
    #expect(log.count == 1 && log[0].contains("warning") && log[0].contains("[unknown-key]"))
  }
}
