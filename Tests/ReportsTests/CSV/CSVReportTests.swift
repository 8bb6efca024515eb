import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What people open in a spreadsheet.
@Suite struct CSVReportTests {
  @Test func hasARowACriterion() throws {
    let text = try Sample.mixed()
    let table = try CSV(national(.csv)(text).bytes)
    let criteria = try check(text, rulebooks: ["national-2022"]).rulebooks[0].clauses
      .flatMap { $0.criteria ?? [] }
    let rows = Array(table.rows.indices.dropFirst())
    #expect(rows.map { table[$0, "条件"] } == criteria.map(\.id))
    let row = try #require(rows.first { table[$0, "条件"] == "8.5.a" })
    let place = try position(of: "32", in: text)
    #expect(table[row, "结论"] == "不符合" && table[row, "差距"] == "还差 6 人")
    #expect(table[row, "行"] == "\(place.line)" && table[row, "列"] == "\(place.column)")
    let open = try #require(rows.first { table[$0, "结论"] == "待定" })
    #expect(table[open, "缺少"] == "platform.linked")
  }

  @Test func hasDataErrorsAndUnreadableInputs() throws {
    let table = try CSV(
      Rendering(.csv, in: .en)([.text(Sample.invalid()), .unread("missing.json")]).bytes)
    #expect(table.rows.count == 3)
    #expect(table[1, "Verdict"] == "error" && table[1, "Criterion"] == "unknown-code")
    #expect(table[2, "Verdict"] == "cannot be read" && table[2, "File"] == "missing.json")
  }
}
