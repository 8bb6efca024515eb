import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// Several self-check forms in one document.
@Suite struct HTMLBookTests {
  private func book(in language: Language = .zh) throws -> Markup {
    try Rendering(.html, in: language)([
      .file("eligible.json", Sample.eligible()), .unread("missing.json"),
      .lines("lines.ndjson", [Sample.eligible(), Sample.ineligible()].map(Sample.oneLine)),
      .file("undetermined.json", Sample.undetermined()),
      .file("invalid.json", Sample.invalid()), .file("eligible.json", Sample.eligible()),
    ]).page()
  }

  @Test func contentsLeadToEveryForm() throws {
    let page = try book()
    let contents = try page.first("header").all("tbody")[0].all("tr")
    #expect(contents.map { $0.elements[0].trimmed } == (1...7).map(String.init))
    #expect(
      contents.map { $0.elements.last?.trimmed } == [
        "eligible.json", "missing.json", "lines.ndjson:1", "lines.ndjson:2",
        "undetermined.json", "invalid.json", "eligible.json",
      ])
    #expect(
      contents.map { $0.all("td", "mark")[0].trimmed } == [
        "✓ 符合", "! 不能读取", "✓ 符合", "✗ 不符合", "? 待定", "! 数据错误", "✓ 符合",
      ])
    let links = contents.map { $0.all("a").first?.attributes["href"] }
    #expect(links == [1, nil, 3, 4, 5, 6, 7].map { $0.map { "#application-\($0)" } })
    let forms = page.all("article")
    #expect(forms.map { "#" + ($0.attributes["id"] ?? "") } == links.compactMap { $0 })
    #expect(forms[2].text.contains("lines.ndjson:2"))
  }

  /// The same form alone and among others, but for the levels of its headings.
  @Test(arguments: Language.allCases) func formIsTheSameAmongOthers(language: Language) throws {
    let page = try book(in: language)
    let alone = try Rendering(.html, in: language)(Sample.eligible()).page()
    func tables(_ part: Markup) -> [String] { part.all("table", "form").map(\.text) }
    let among = try #require(page.all("article").last)
    #expect(tables(among) == tables(alone))
  }

  @Test func nothingReadableHasContents() throws {
    let page = try Rendering(.html)([.unread("x.json"), .unread("y.json")]).page()
    #expect(page.all("tbody")[0].all("tr").count == 2)
    #expect(page.all("article").isEmpty)
  }

  @Test func noApplicationIsSaid() throws {
    let page = try Rendering(.html)([]).page()
    #expect(page.text.contains("没有申报材料。") && page.all("table").isEmpty)
  }
}
