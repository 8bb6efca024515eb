import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What people paste into documents and pull requests.
@Suite struct MarkdownReportTests {
  @Test func hasATableOfClauses() throws {
    let text = try Sample.mixed()
    let document = try Markdown(national(.markdown)(text).text)
    #expect(document.tables.count == 2)
    #expect(document.tables[0].contains(["申报文件", "a.json"]))
    let rows = document.tables[1].dropFirst()
    let clauses = try check(text, rulebooks: ["national-2022"]).rulebooks[0].clauses
    #expect(rows.map { $0[1] } == clauses.map(\.citation))
    let failing = try #require(rows.first { $0[0] == "✗ 不符合" })
    #expect(failing[2] == "专职与兼职工作人员合计不少于50人")
    #expect(failing[3].contains("32 + 12 = 44") && failing[3].contains("还差 6 人"))
    let open = try #require(rows.first { $0[0] == "? 待定" })
    #expect(open[3].contains("platform.linked"))
  }

  @Test func showsLessOrMore() throws {
    let brief = try Markdown(national(.markdown, detail: .brief)(Sample.mixed()).text).tables[1]
    #expect(brief.allSatisfy { $0.count == 3 } && brief.count == 10)
    let verbose = try Markdown(national(.markdown, detail: .verbose)(Sample.mixed()).text).tables[1]
    #expect(verbose.count == 18)
  }

  @Test func hasDataErrorsAndWarnings() throws {
    let bad = try national(.markdown)(Sample.invalid()).text
    #expect(bad.contains("`unknown-code`") && bad.contains("colaboration"))
    #expect(bad.contains("未作判断"))
    let text = try Sample.warned()
    #expect(try national(.markdown)(text).text.contains("- 警告："))
  }
}
