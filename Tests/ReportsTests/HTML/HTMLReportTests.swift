import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// The self-check form: that it says what the other formats say, row by row.
@Suite struct HTMLReportTests {
  private func page(
    on text: String, in language: Language = .zh, rulebooks: [String] = []
  ) throws -> Markup {
    try Rendering(.html, in: language, rulebooks: rulebooks)(text).page()
  }

  /// What a criterion's row says, cell by cell.
  private struct Row {
    let number: String
    let requirement: String
    let stated: String
    let proof: [String]
    let verdict: String
    let remarks: String
    let paragraphs: [String]

    init(_ row: Markup) throws {
      let cells = row.elements("td")
      try #require(cells.count == 6)
      number = cells[0].trimmed
      requirement = cells[1].text
      stated = cells[2].text
      proof = cells[3].all("ul", "proof").flatMap { $0.all("li") }.map(\.trimmed)
      verdict = cells[4].trimmed
      remarks = cells[5].text
      paragraphs = cells[5].elements("p").map(\.trimmed)
    }

    static func all(in part: Markup) throws -> [Row] {
      try part.all("table", "form").flatMap { $0.elements("tbody") }.flatMap { $0.elements("tr") }
        .map { try Row($0) }
    }
  }

  private static let marks: [Language: [String: String]] = [
    .zh: ["pass": "✓ 符合", "fail": "✗ 不符合", "unknown": "? 待定"],
    .en: ["pass": "✓ pass", "fail": "✗ fail", "unknown": "? unknown"],
  ]

  /// The proof that rulebooks name, by rulebook and criterion.
  private func proofs(_ language: Language) throws -> [String: [String]] {
    var proofs: [String: [String]] = [:]
    let folder = Package.root.appending(path: "rules")
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "json" {
      let rules = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
      for clause in objects(rules?["articles"]).flatMap({ objects($0["clauses"]) }) {
        for criterion in objects(clause["criteria"]) {
          let texts = objects(criterion["proof"]).compactMap { $0[language.rawValue] as? String }
          let id = "\(rules?["id"] as? String ?? "") \(criterion["id"] as? String ?? "")"
          proofs[id] = texts
        }
      }
    }
    return proofs
  }

  static let samples = [
    "national-collaboration-fail", "national-incubation-incomplete", "henan-international-pass",
    "henan-annual-collaboration-fail", "henan-annual-incubation-incomplete",
    "national-call-collaboration-fail", "most-demonstration-base-incomplete",
  ]

  @Test(arguments: samples, Language.allCases)
  func everyCriterionHasItsRow(sample: String, language: Language) throws {
    let text = try Sample.file("samples/\(sample).json")
    let page = try Rendering(.html, in: language, stages: ["all"])(text).page()
    let report = try Rendering(.json, in: language, stages: ["all"])(text).report()
    let proofs = try proofs(language)
    let sections = page.all("section", "rulebook")
    #expect(sections.count == report.rulebooks.count)
    for (section, rulebook) in zip(sections, report.rulebooks) {
      #expect(section.text.contains(rulebook.digest))
      let rows = try Row.all(in: section)
      // A stage after the other, as the vocabulary has them.
      let clauses = ["eligibility", "submission", "annual"].flatMap { stage in
        rulebook.clauses.filter { $0.stage == stage }
      }
      let criteria = clauses.flatMap { $0.criteria ?? [] }
      #expect(rows.map(\.number) == criteria.indices.map { "\($0 + 1)" })
      for (row, criterion) in zip(rows, criteria) {
        #expect(row.verdict == Self.marks[language]?[criterion.verdict])
        #expect(row.requirement.contains(criterion.requirement))
        if let required = criterion.required { #expect(row.requirement.contains(required)) }
        #expect(row.requirement.contains(criterion.id))
        #expect(row.stated.contains(criterion.actual ?? (language == .zh ? "未填" : "not given")))
        for fact in criterion.facts.prefix(4) {
          #expect(row.stated.contains("\(fact.path) "))
          #expect(row.stated.contains("\(fact.line):\(fact.column)"))
        }
        #expect(row.proof == proofs["\(rulebook.id) \(criterion.id)"])
        if let shortfall = criterion.shortfall { #expect(row.remarks.contains(shortfall)) }
        for path in criterion.missing.prefix(6) { #expect(row.remarks.contains(path)) }
        let boundary = language == .zh ? "恰在界限上" : "exactly on the threshold"
        #expect(row.paragraphs.contains(boundary) == criterion.boundary)
        let authority = language == .zh ? "由认定机构判断" : "for the authority to judge"
        #expect(row.paragraphs.contains(authority) == (criterion.open == "authority"))
      }
      // A heading for the rows of each clause.
      let headings = section.all("table", "form").flatMap { $0.elements("tbody") }
      #expect(headings.count == clauses.count)
      for (group, clause) in zip(headings, clauses) {
        let heading = try #require(group.all("th").first)
        #expect(group.all("th").count == 1)
        #expect(heading.text.contains(clause.citation) && heading.text.contains(clause.title))
        let count = clause.criteria?.count ?? 0
        #expect(heading.attributes["rowspan"] == (count > 1 ? "\(count)" : nil))
        if count > 1 {
          #expect(heading.text.contains(Self.marks[language]?[clause.verdict] ?? "-"))
        }
      }
    }
  }

  /// What is not in a row: the sentences of the text report, whole.
  @Test(arguments: samples, Language.allCases)
  func restIsThatOfTheTextReport(sample: String, language: Language) throws {
    let application = try Sample.file("samples/\(sample).json")
    let page = try Rendering(.html, in: language, stages: ["all"])(application).page()
    let text = try Rendering(.text, in: language, detail: .verbose, stages: ["all"])(application)
    func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    let report = squeezed(text.text)
    let parts =
      page.all("div", "conclusion").flatMap { $0.elements("p") }
      + page.all("ol").flatMap { $0.elements("li") }
      + page.all("section", "rulebook").flatMap { $0.elements("h2") + [$0.elements("p")[0]] }
      + page.all("section").flatMap { $0.elements("h3") }
      + page.all("section").flatMap { section in
        section.elements("p").filter { $0.attributes["class"] == nil }
      }
    #expect(parts.count > 6)
    for part in parts {
      var said = squeezed(part.text)
      if part.classes.contains("verdict") { said.removeFirst() }
      #expect(report.contains(said), "\(part)")
    }
    for line in text.lines.dropFirst().prefix(5) {
      let words = line.split(separator: " ", maxSplits: 1).map { squeezed(String($0)) }
      let head = try page.first("table", "facts").all("tr").map { squeezed($0.text) }
      #expect(language == .en || head.contains(words.joined()), "\(line)")
    }
  }

  @Test func formHasItsSevenColumns() throws {
    let page = try page(on: Sample.eligible())
    let table = try page.first("table", "form")
    #expect(
      table.all("thead")[0].all("th").map(\.trimmed) == [
        "序号", "条款", "要求", "申报情况", "证明材料", "结论", "说明",
      ])
    #expect(page.attributes["lang"] == "zh-CN")
    #expect(try page.first("h1").trimmed == "创新基地申报条件自查表")
    #expect(try self.page(on: Sample.eligible(), in: .en).attributes["lang"] == "en-GB")
  }

  @Test func paperAndPhoneAreThoughtOf() throws {
    let style = try page(on: Sample.eligible()).first("style").text
    for word in [
      "size: A4", "counter(page)", "table-header-group", "break-inside: avoid", "max-width: 760px",
      "Songti SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han",
    ] { #expect(style.contains(word), "\(word)") }
  }

  @Test func sumsAreDerived() throws {
    let page = try page(on: Sample.ineligible(), rulebooks: ["national"])
    let row = try Row.all(in: page).first { $0.verdict.hasPrefix("✗") }
    #expect(row?.stated.contains("32 + 12 = 44") == true)
    #expect(row?.remarks.contains("还差 6 人") == true)
    #expect(row?.requirement.contains("≥ 50 人") == true)
  }

  @Test func readingsStandBesideTheirCriteria() throws {
    let page = try page(on: Sample.eligible(), rulebooks: ["national"])
    let row = try Row.all(in: page).first { $0.requirement.contains("8.1.a") }
    #expect(row?.remarks.contains("解读：“一批”") == true)
    #expect(try page.section("法规未明之处采用的解读").all("li").count > 3)
  }

  @Test func whatIsNotCheckedIsTold() throws {
    let page = try page(on: Sample.eligible(), rulebooks: ["national"])
    let parts = try page.section("文件中不作检查的内容").all("li").map(\.text)
    #expect(parts.count > 5)
    #expect(parts.contains { $0.hasPrefix("第七条 品牌宣传和知识产权：") })
  }

  // MARK: Errors and warnings

  @Test func dataErrorsAreListedAndNothingIsJudged() throws {
    let text = try Sample.text(
      "collaboration",
      replacing: [#""collaboration""#: #""colaboration""#, #""2022-05-20""#: #""2022/5/20""#])
    let output = try Rendering(.html)(text)
    let page = try output.page()
    #expect(page.all("table", "form").isEmpty)
    let rows = try page.section("数据错误和警告").all("tbody")[0].all("tr").map { row in
      row.elements("td").map(\.trimmed)
    }
    let shown = output.shownDiagnostics
    #expect(shown.count >= 2)
    #expect(
      rows
        == shown.map { ["✗ 错误", "a.json:\($0.line):\($0.column)", "\($0.message) [\($0.code)]"] })
    #expect(try page.first("div", "conclusion").text.contains("\(shown.count) 处数据错误"))
  }

  @Test func warningsStandWithTheForm() throws {
    let text = try Sample.text("collaboration", replacing: [#""site":"#: #""sight": 1, "site":"#])
    let page = try page(on: text)
    let rows = try page.section("数据错误和警告").all("tbody")[0].all("tr")
    #expect(rows.count == 1)
    #expect(rows[0].text.contains("! 警告") && rows[0].text.contains("[unknown-key]"))
    #expect(!page.all("table", "form").isEmpty)
    #expect(try !self.page(on: Sample.eligible()).text.contains("数据错误和警告"))
  }

  @Test(arguments: ["{", "[]", "", "创新"]) func textWithoutShapeHasAPage(text: String) throws {
    let page = try page(on: text)
    #expect(try page.first("table", "facts").text.contains("（未填）"))
    #expect(page.all("section", "rulebook").isEmpty)
  }

  @Test(arguments: Language.allCases) func briefFormHasARowAClause(language: Language) throws {
    let page = try Rendering(.html, in: language, detail: .brief)(Sample.ineligible()).page()
    let report = try check(Sample.ineligible())
    let rows = page.all("table", "brief-form").flatMap { $0.all("tbody") }.flatMap { $0.all("tr") }
    #expect(
      rows.map { $0.elements[3].trimmed }
        == report.rulebooks.flatMap(\.clauses).map { Self.marks[language]?[$0.verdict] })
    #expect(page.all("ol").isEmpty && page.all("table", "form").isEmpty)
  }
}
