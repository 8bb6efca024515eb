import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What consumers of TAP get.
@Suite struct TAPReportTests {
  @Test func hasAPointACriterion() throws {
    let text = try Sample.mixed()
    let stream = try TAP(national(.tap)(text).bytes)
    let report = try check(text, rulebooks: ["national-2022"])
    let criteria = report.rulebooks[0].clauses.flatMap { $0.criteria ?? [] }
    #expect(
      stream.points.map(\.description)
        == criteria.map { "a.json national-2022/\($0.id) \($0.requirement)" })
    #expect(stream.points.map(\.isOK) == criteria.map { $0.verdict == "pass" })
    let point = try #require(stream.points.first { $0.details["severity"] == "fail" })
    let place = try position(of: "32", in: text)
    #expect(point.details["file"] == "a.json" && point.details["line"] == "\(place.line)")
    #expect(point.details["column"] == "\(place.column)")
    #expect(point.details["actual"] == "44" && point.details["shortfall"] == "6")
  }

  @Test func skipsTheUnknownWhereItIsNoFailure() throws {
    let usual = try TAP(national(.tap)(Sample.mixed()).bytes)
    #expect(usual.points.allSatisfy { $0.skip == nil })
    let lenient = try TAP(national(.tap, failOn: .fail)(Sample.mixed()).bytes)
    let skipped = lenient.points.filter { $0.skip != nil }
    #expect(skipped.count == 1 && skipped[0].isOK)
    #expect(skipped[0].skip?.contains("platform.linked") == true)
    #expect(skipped[0].description.contains("/8.3.b "))
  }

  @Test func hasDataErrorsAndWarnings() throws {
    let bad = try TAP(national(.tap)(Sample.invalid()).bytes)
    #expect(bad.points.map(\.description) == ["a.json unknown-code baseType"])
    #expect(bad.points.map(\.isOK) == [false])
    let text = try Sample.warned()
    let warned = try TAP(national(.tap)(text).bytes)
    #expect(warned.comments.count { $0.hasSuffix("[unknown-key]") } == 1)
  }
}
