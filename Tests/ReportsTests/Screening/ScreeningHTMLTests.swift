import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// A screening as HTML: the matrix, the picture, and all that stands out.
@Suite struct ScreeningHTMLTests {
  private static let signs = ["pass": "✓", "fail": "✗", "unknown": "?"]

  /// The mixed batch with one that cannot be read, as HTML and as JSON.
  private func screened(
    in language: Language = .zh, stage: String = "eligibility"
  ) throws -> (page: Markup, report: ScreenReport) {
    let inputs =
      try Candidate.mixed().map { Input.file($0.name, $0.text) }
      + [.file("again.json", Candidate.text(2)), .unread("missing.json")]
    let screened = try Screened(in: language, stages: [stage])
    return try (screened(.html, inputs).page(), screened(.json, inputs).screening())
  }

  @Test(arguments: Language.allCases, ["eligibility", "all"])
  func matrixHasEveryVerdict(language: Language, stage: String) throws {
    let (page, report) = try screened(in: language, stage: stage)
    let tables = page.all("table", "matrix")
    var rows: [String: [String: String]] = [:]
    for table in tables {
      let heads = table.all("thead")[0].all("strong").map(\.trimmed)
      for row in table.all("tbody")[0].all("tr") {
        let cells = row.elements("td")
        #expect(cells.count == heads.count)
        #expect(cells.allSatisfy { $0.attributes["aria-label"]?.isEmpty == false })
        let number = row.elements("th")[0].text.prefix { $0 != " " }
        for (id, cell) in zip(heads, cells) { rows["\(number)", default: [:]][id] = cell.trimmed }
      }
    }
    let expected = report.candidates.filter { !$0.rulebooks.isEmpty }
    #expect(rows.count == expected.count)
    for candidate in expected {
      let clauses = candidate.rulebooks.flatMap(\.clauses)
      #expect(
        rows["#\(candidate.number)"]
          == Dictionary(uniqueKeysWithValues: clauses.map { ($0.id, Self.signs[$0.verdict] ?? "") })
      )
    }
  }

  @Test func everyCandidateHasARow() throws {
    let (page, report) = try screened()
    let rows = try page.section("各候选（最接近符合的在前）").all("tbody")[0].elements("tr")
    #expect(rows.map { $0.elements[0].trimmed } == report.candidates.map { "#\($0.number)" })
    let words = [
      "eligible": "✓ 符合", "ineligible": "✗ 不符合", "undetermined": "? 待定", "invalid": "! 数据错误",
      "unreadable": "! 不能读取",
    ]
    for (row, candidate) in zip(rows, report.candidates) {
      #expect(row.all("td", "mark")[0].trimmed == words[candidate.verdict])
      #expect(row.elements.last?.trimmed == candidate.source)
      let problems = candidate.diagnostics.count + (candidate.verdict == "invalid" ? 1 : 0)
      let reason = candidate.verdict == "unreadable" ? 1 : 0
      #expect(row.all("li").count == candidate.obstacles.count + problems + reason)
      let gaps = candidate.rulebooks.flatMap(\.clauses).flatMap(\.gaps)
      for gap in gaps { #expect(row.text.contains(gap.requirement)) }
    }
    #expect(page.text.contains("还差 6 人"))
  }

  @Test func summaryCounts() throws {
    let (page, report) = try screened()
    let counts = try page.first("ul", "summary").elements("li").map { item in
      item.all("strong")[0].trimmed
    }
    let own = report.counts
    #expect(
      counts
        == [
          own.all, own.eligible, own.ineligible, own.undetermined, own.invalid, own.unreadable,
        ].map(String.init))
  }

  @Test func nearMissesAndStoppingClausesAreListed() throws {
    let (page, report) = try screened()
    let misses = try page.section("只差一条的候选").all("tbody")[0].elements("tr")
    #expect(misses.count == report.oneClauseAway.count)
    for (row, miss) in zip(misses, report.oneClauseAway) {
      #expect(row.text.contains("#\(miss.number) "))
      #expect(row.text.contains(Self.signs[miss.verdict] ?? "-"))
    }
    let stopping = try page.section("卡住候选最多的条款").all("tbody")[0].elements("tr")
    #expect(
      stopping.map { $0.elements("td").map(\.trimmed) }
        == report.stoppingClauses.map {
          ["\($0.counts.fail)", "\($0.counts.unknown)", "\($0.counts.pass)"]
        })
    #expect(try page.section("重复或同属一个依托单位的候选").all("li").count == report.alike.count)
  }

  // MARK: The picture

  @Test(arguments: Language.allCases) func pictureShowsWhoIsNear(language: Language) throws {
    let (page, report) = try screened(in: language)
    let judged = report.candidates.flatMap(\.rulebooks)
    let drawings = page.all("svg")
    #expect(!drawings.isEmpty)
    func count(_ style: String) -> Int {
      drawings.reduce(0) { $0 + $1.all("rect", style).count }
    }
    #expect(count("near") == report.oneClauseAway.count)
    #expect(count("full") == judged.reduce(0) { $0 + $1.counts.fail })
    #expect(count("open") == judged.reduce(0) { $0 + $1.counts.unknown })
    for drawing in drawings {
      #expect(drawing.attributes["role"] == "img")
      #expect(drawing.elements.map(\.name).starts(with: ["title", "desc"]))
      #expect(drawing.elements.prefix(2).allSatisfy { !$0.trimmed.isEmpty })
    }
    // Nearest first, and each is called by its name.
    let order = judged.map { ($0.counts.fail, $0.counts.unknown) }.sorted { $0 < $1 }
    let labels = drawings.flatMap { $0.all("text") }.map(\.trimmed).filter { $0.hasPrefix("#") }
    #expect(labels.count == order.count)
    #expect(labels.last?.contains("第1研究院") == true)
    let mark = language == .zh ? "◀ 只差一条：" : "◀ one clause away: "
    let notes = drawings.flatMap { $0.all("text") }.map(\.trimmed).filter { $0.hasPrefix(mark) }
    #expect(notes.count == report.oneClauseAway.count)
  }

  /// Everything that is drawn lies in its drawing.
  private func overflows(_ drawing: Markup) -> [String] {
    let box = (drawing.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Int($0) }
    guard box.count == 4 else { return ["no box"] }
    return drawing.elements.filter { ["rect", "text"].contains($0.name) }.filter { part in
      func number(_ name: String) -> Int { part.attributes[name].flatMap { Int($0) } ?? 0 }
      // A bold letter takes up to seven tenths of its height of 13.
      let length =
        part.name == "text" && !part.classes.contains("sign")
        ? width(part.trimmed) * 7 : number("width")
      return number("x") < 0 || number("y") < 0 || number("x") + length > box[2]
        || number("y") + number("height") > box[3]
    }.map(\.description)
  }

  @Test(arguments: Language.allCases) func pictureOfManyIsStillOne(language: Language) throws {
    let count = Seeds.areAll ? 400 : 100
    let lines = try (1...count).map { number in
      let changes =
        number % 5 == 0
        ? "{}"
        : number % 5 == 1
          ? #"{"platform": null}"#
          : number % 5 == 2
            ? "{\(Candidate.shortOfStaff)}"
            : number % 5 == 3
              ? #"{"applicant": {"name": "\#(String(repeating: "长W", count: 90))"}, "staff": {}}"#
              : #"{"staff": {"fullTime": 1, "scienceAndTechnology": 0}, "experts": [], "incidents": [{"date": "2022-05-01"}]}"#
      return try Candidate.text(number, changes)
    }
    let page = try Screened(in: language)(.html, [.lines("a.ndjson", lines)]).page()
    let drawings = page.all("svg")
    #expect(drawings.count == 1 + 9)
    // The first counts all of them: a fifth that lack nothing, three of near misses, one of others.
    let tally = drawings[0].all("text").map(\.trimmed)
    let counts = tally.compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    #expect(language == .en || counts.reduce(0, +) == count)
    #expect(drawings[0].all("rect", "near").count == 1)
    let labels = drawings.dropFirst().flatMap { $0.all("text") }.filter {
      $0.trimmed.hasPrefix("#")
    }
    #expect(labels.count == 50)
    #expect(drawings.flatMap(overflows) == [])
    #expect(page.all("table", "matrix")[0].all("tbody")[0].elements("tr").count == count)
  }

  @Test func nothingToDrawIsSaid() throws {
    let page = try Screened()(.html, [.text("{")]).page()
    #expect(page.all("svg").isEmpty)
    #expect(try page.section("离符合还差多少").text.contains("1 份没有判断"))
  }

  /// A candidate is one, however many rulebooks it was checked against.
  @Test func candidatesAreCountedAndNotResults() throws {
    let page = try Screened()(.html, [.text(Sample.ineligible())]).page()
    let labels = page.all("text").map(\.trimmed).filter { $0.hasPrefix("#1 ") }
    #expect(labels.count == 1)
    let report = try Screened()(.json, [.text(Sample.ineligible())]).screening()
    let rulebooks = try #require(report.candidates.first?.rulebooks)
    #expect(rulebooks.count == 2)
    let boxes = page.all("rect", "full").count + page.all("rect", "open").count
    #expect(boxes == rulebooks.reduce(0) { $0 + $1.counts.fail + $1.counts.unknown })
  }

  /// Of many, the tally adds up to the candidates.
  @Test func tallyAddsUp() throws {
    // Without a programme, each is checked against two rulebooks.
    let texts = try (1...60).map { number in
      try Candidate.text(
        number,
        #"{"programme": null, "platform": \#(number % 3 == 0 ? "null" : #"{"linked": true}"#)}"#)
    }
    let page = try Screened()(.html, [.lines("batch.ndjson", texts)]).page()
    let tally = try #require(page.all("svg").first)
    let counts = tally.all("text").map(\.trimmed).filter { $0.hasSuffix(" 份") }
      .compactMap { Int($0.dropLast(2)) }
    #expect(counts.reduce(0, +) == 60)
  }

  // MARK: The recommending unit

  @Test(arguments: Language.allCases) func recommenderHasAFormOfItsOwn(language: Language) throws {
    let screened = try Screened(
      in: language, unit: Sample.file("samples/screen/recommender-national-society-fail.json"))
    let inputs = try Sample.names(in: "samples/screen/national").map {
      Input.file($0, try Sample.file("samples/screen/national/\($0)"))
    }
    let page = try screened(.html, inputs).page()
    let report = try screened(.json, inputs).screening()
    let unit = try #require(report.recommender)
    let criteria = unit.rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }
    let rows = page.all("section", "rulebook").flatMap { $0.all("table", "form") }
      .flatMap { $0.elements("tbody") }.flatMap { $0.elements("tr") }
    #expect(rows.count == criteria.count)
    for (row, criterion) in zip(rows, criteria) {
      #expect(row.elements("td")[1].text.contains(criterion.requirement))
      #expect(row.elements("td")[4].trimmed.hasPrefix(Self.signs[criterion.verdict] ?? "-"))
    }
    #expect(page.all("bdi").map(\.trimmed) == [unit.name])
    #expect(page.text.contains(language == .zh ? "· ✗ 不符合" : "· ✗ not eligible"))
  }

  @Test func badRecommenderIsSaid() throws {
    let screened = try Screened(unit: #"{"kind": "nobody", "name": 1}"#)
    let page = try screened(.html, [.text(Candidate.text(1))]).page()
    #expect(page.text.contains("推荐单位文件有数据错误，未作判断"))
    let places = page.all("section").flatMap { $0.all("code") }.map(\.trimmed)
    #expect(places.contains("unit.json:1:10"))
  }
}
