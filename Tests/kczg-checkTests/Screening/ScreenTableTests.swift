import Foundation
import Testing

@testable import TestSupport

/// A screening as a table for spreadsheets.
@Suite struct ScreenTableTests: ScreenSuite {
  struct NameCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    /// The cell; absent where a formula is to be made harmless, whichever way.
    let cell: String?
    let formula: Bool?
    /// Whether a spreadsheet would make a number, a day or the like of it, if it were let.
    let isKept: Bool?
    /// What the program is known to do wrong.

    var testDescription: String { name.debugDescription }

    static func load() throws -> [NameCase] {
      struct Table: Decodable { let cases: [NameCase] }
      let data = try Data(contentsOf: Package.fixture("screen/csv-names.json"))
      return try JSONDecoder().decode(Table.self, from: data).cases
    }
  }

  /// What spreadsheets take for the beginning of a formula, or skip before one.
  private static let dangerous = "=+-@＝＋－＠\t\r\n".unicodeScalars

  @Test(arguments: try NameCase.load().sampled(16)) func namesAreCells(_ testCase: NameCase) throws
  {
    let changes = TableValue.object([
      "applicant": .object(["name": .text(testCase.name)]), "baseName": .text(testCase.name),
    ])
    let texts = [try Candidate.tree(1, changes).json, try Candidate.text(2)]
    let run = try Command.run(
      ["screen", "--ndjson", "--format", "csv", "-"],
      input: Data(texts.joined(separator: "\n").utf8))
    #expect(run.status == 0)
    func check() throws {
      let table = try CSV(run.stdout)
      try #require(table.candidateCount == 2)
      for column in ["依托单位", "基地名称"] {
        let cell = try #require(table[1, column])
        if let expected = testCase.cell {
          #expect(cell.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(cell)")
        } else {
          #expect(cell.hasSuffix(testCase.name))
        }
        if let first = cell.unicodeScalars.first {
          #expect(!Self.dangerous.contains(first), "\(cell)")
        }
        let raw = try #require(table[raw: 1, column])
        #expect(raw.hasPrefix("=") == (testCase.isKept ?? false), "\(raw)")
      }
      #expect(table[2, "依托单位"] == "第2研究院")
    }
    try check()
  }

  @Test func fileNamesAreCellsToo() throws {
    let names = ["=1+1.json", "+a.json", "@a.json", "a,b.json", "a\"b.json", "a\u{202E}b.json"]
    let files: [File] = try names.enumerated().map { ($0.element, try Candidate.text($0.offset)) }
    try withFiles(files) { directory in
      let run = try Command.run(
        ["screen", "--format", "csv"] + names + ["=missing", "--", "-a.json"],
        directory: directory)
      #expect(run.status == 66)
      let table = try CSV(run.stdout)
      let cells = (1...table.candidateCount).compactMap { table[$0, "文件"] }
      #expect(cells.count == names.count + 2)
      for cell in cells {
        let first = try #require(cell.unicodeScalars.first)
        #expect(!Self.dangerous.contains(first), "\(cell)")
      }
      #expect(cells.contains("a,b.json"))
      #expect(cells.contains("a\"b.json"))
      #expect(cells.contains("a\\u202Eb.json"))
    }
  }

  @Test(arguments: ["zh", "en"]) func tableHasARowForEveryCandidate(language: String) throws {
    let table = try CSV(run("csv", "--lang", language).stdout)
    let report = try run("json", "--lang", language).screening()
    #expect(table.candidateCount == report.candidates.count)
    let chinese = language == "zh"
    func column(_ zh: String, _ en: String) -> String { chinese ? zh : en }
    for (index, candidate) in report.candidates.enumerated() {
      let row = index + 1
      #expect(table[row, column("序号", "No.")] == "\(candidate.number)")
      #expect(table[row, column("推荐排序", "Rank")] == (candidate.rank.map(String.init) ?? ""))
      #expect(table[row, column("文件", "File")] == candidate.source)
      #expect(table[row, column("行", "Line")] == "\(candidate.line)")
      #expect(table[row, column("依托单位", "Host")] == (candidate.name ?? ""))
      #expect(table[row, column("统一社会信用代码", "Credit code")] == (candidate.creditCode ?? ""))
      #expect(table[row, column("基地名称", "Base")] == (candidate.baseName ?? ""))
      let counts = candidate.rulebooks.first?.counts
      #expect(table[row, column("符合", "Pass")] == (counts.map { "\($0.pass)" } ?? ""))
      #expect(table[row, column("不符合", "Fail")] == (counts.map { "\($0.fail)" } ?? ""))
      #expect(table[row, column("待定", "Unknown")] == (counts.map { "\($0.unknown)" } ?? ""))
      let obstacles = table[row, column("未符合的条款", "Clauses not met")] ?? ""
      let remarks = table[row, column("说明", "Remarks")] ?? ""
      for diagnostic in candidate.diagnostics { #expect(remarks.contains(diagnostic.message)) }
      if let reason = candidate.unreadable { #expect(remarks.contains(reason)) }
      #expect(table[row, column("申请日期", "Application date")] == candidate.applicationDate ?? "")
      #expect(
        table[row, column("自我声明", "Declared")]
          == (candidate.rulebooks.isEmpty ? "" : "\(candidate.declared)"))
      for clause in candidate.rulebooks.flatMap(\.clauses) {
        #expect(obstacles.contains(clause.citation) == (clause.verdict != "pass"))
      }
    }
    let words =
      chinese
      ? ["符合", "待定", "不符合", "数据错误", "不能读取"]
      : ["eligible", "undetermined", "not eligible", "data errors", "cannot be read"]
    let verdicts = (1...table.candidateCount).compactMap { table[$0, column("结论", "Verdict")] }
    #expect(Set(verdicts) == Set(words))
  }

  @Test func everyClauseIsAColumn() throws {
    let table = try CSV(run("csv").stdout)
    let report = try run("json").screening()
    let clauses = try #require(report.candidate("eligible.json")?.rulebooks.first?.clauses)
    let columns = clauses.map { "\($0.citation) \($0.title)" }
    #expect(Array(table.header.suffix(9)) == columns)
    let words = ["pass": "符合", "fail": "不符合", "unknown": "待定"]
    for (index, candidate) in report.candidates.enumerated() {
      let cells = columns.map { table[index + 1, $0] ?? "-" }
      let verdicts = candidate.rulebooks.flatMap(\.clauses).map { words[$0.verdict] ?? "-" }
      #expect(cells == (verdicts.isEmpty ? columns.map { _ in "" } : verdicts))
    }
  }

  /// What a candidate was not checked against stays empty.
  @Test func columnsOfSeveralTypesAndProgrammes() throws {
    let files: [File] = [
      ("a.json", try Candidate.text(1)),
      ("b.json", try Candidate.text(2, #"{"programme": "henan", "baseType": "incubation"}"#)),
      ("c.json", try Candidate.text(3, #"{"programme": "henan"}"#)),
      ("d.json", "{"),
    ]
    try withFiles(files) { directory in
      let run = try Command.run(
        ["screen", "--format", "csv"] + files.map(\.name), directory: directory)
      let table = try CSV(run.stdout)
      let columns = table.header.filter { $0.hasSuffix("》）") }
      #expect(columns.count == 9 + 1 + 9 + 10)
      #expect(Set(table.header).count == table.header.count)
      for row in 1...4 {
        let file = table[row, "文件"] ?? ""
        let filled = columns.filter { table[row, $0] != "" }
        #expect(filled.count == ["a.json": 9, "b.json": 11, "c.json": 10, "d.json": 0][file])
      }
    }
  }

  @Test func tableTellsOfTheSameBase() throws {
    let table = try CSV(run("csv").stdout)
    for row in 1...table.candidateCount {
      let file = table[row, "文件"] ?? ""
      let expected = ["eligible.json": "#9", "again.json": "#2"][file] ?? ""
      #expect(table[row, "同一基地"] == expected, "\(file)")
    }
  }
}
