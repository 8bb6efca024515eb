import Foundation
import Testing

@testable import TestSupport

/// What people get into documents, spreadsheets and pull requests: Markdown, CSV, GitHub's commands.
@Suite struct FormatsDocumentTests {
  private func mixed() throws -> String {
    try Sample.text(
      "collaboration",
      replacing: [
        #""fullTime": 48"#: #""fullTime": 32"#,
        #""scienceAndTechnology": 55"#: #""scienceAndTechnology": 40"#,
        #""linked": true"#: #""linked": null"#,
      ])
  }

  private func run(
    _ text: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Run {
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      return try Command.run(
        arguments + ["--rulebook", "national-2022", "a.json"], directory: directory,
        environment: environment)
    }
  }

  // MARK: Markdown

  @Test func markdownHasATableOfClauses() throws {
    let text = try mixed()
    let document = try Markdown(run(text, ["--format", "markdown"]).output)
    #expect(document.tables.count == 2)
    #expect(document.tables[0].contains(["申报文件", "a.json"]))
    let rows = document.tables[1].dropFirst()
    let clauses = try check(text, "--rulebook", "national-2022").rulebooks[0].clauses
    #expect(rows.map { $0[1] } == clauses.map(\.citation))
    let failing = try #require(rows.first { $0[0] == "✗ 不符合" })
    #expect(failing[2] == "专职与兼职工作人员合计不少于50人")
    #expect(failing[3].contains("32 + 12 = 44") && failing[3].contains("还差 6 人"))
    let open = try #require(rows.first { $0[0] == "? 待定" })
    #expect(open[3].contains("platform.linked"))
  }

  @Test func markdownShowsLessOrMore() throws {
    let brief = try Markdown(run(mixed(), ["--format", "markdown", "--brief"]).output).tables[1]
    #expect(brief.allSatisfy { $0.count == 3 } && brief.count == 10)
    let verbose = try Markdown(run(mixed(), ["--format", "markdown", "--verbose"]).output).tables[1]
    #expect(verbose.count == 18)
  }

  @Test func markdownHasDataErrorsAndWarnings() throws {
    let bad = try run(Sample.invalid(), ["--format", "markdown"]).output
    #expect(bad.contains("`unknown-code`") && bad.contains("colaboration"))
    #expect(bad.contains("未作判断"))
    let text = try Sample.text(
      "collaboration", replacing: [#""baseType""#: #""baseTyp": 1, "baseType""#])
    #expect(try run(text, ["--format", "markdown"]).output.contains("- 警告："))
  }

  // MARK: CSV

  @Test func csvHasARowACriterion() throws {
    let text = try mixed()
    let table = try CSV(run(text, ["--format", "csv"]).stdout)
    let criteria = try check(text, "--rulebook", "national-2022").rulebooks[0].clauses
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

  @Test func csvHasDataErrorsAndUnreadableInputs() throws {
    try withSamples { directory in
      let run = try Command.run(
        ["--format", "csv", "--lang", "en", "invalid.json", "missing.json"], directory: directory)
      let table = try CSV(run.stdout)
      #expect(table.rows.count == 3)
      #expect(table[1, "Verdict"] == "error" && table[1, "Criterion"] == "unknown-code")
      #expect(table[2, "Verdict"] == "cannot be read" && table[2, "File"] == "missing.json")
    }
  }

  // MARK: GitHub

  @Test func githubHasAnAnnotationForWhatIsNotMet() throws {
    let text = try mixed()
    let commands = try run(text, ["--format", "github"]).outputLines.map(WorkflowCommand.init)
    #expect(commands.map(\.?.name) == ["warning", "error"])
    let error = try #require(commands[1])
    let place = try position(of: "32", in: text)
    #expect(error.properties["file"] == "a.json")
    #expect(error.properties["line"] == "\(place.line)")
    #expect(error.properties["col"] == "\(place.column)")
    #expect(error.properties["endColumn"] == "\(place.column + 2)")
    #expect(error.properties["title"] == "不符合 第八条（五） national-2022/8.5.a")
    #expect(error.data.contains("还差 6 人"))
  }

  @Test func githubHasDataErrorsAndWarnings() throws {
    let bad = try run(Sample.invalid(), ["--format", "github"]).outputLines
    #expect(bad.map { WorkflowCommand($0)?.name } == ["error"])
    let text = try Sample.text(
      "collaboration", replacing: [#""baseType""#: #""baseTyp": 1, "baseType""#])
    let warned = try run(text, ["--format", "github"]).outputLines
    #expect(warned.map { WorkflowCommand($0)?.name } == ["warning"])
  }

  @Test func githubPercentSignsAreEscaped() throws {
    try withTemporaryDirectory { directory in
      let name = "100%,a:b.json"
      try directory.write(mixed(), to: name)
      let run = try Command.run(["--format", "github", name], directory: directory)
      for line in run.outputLines {
        #expect(line.contains("file=100%25%2Ca%3Ab.json,line="))
        #expect(WorkflowCommand(line)?.properties["file"] == name)
      }
    }
  }

  @Test func githubSummaryIsATableAfterWhatIsThere() throws {
    try withSamples { directory in
      let summary = directory.appendingPathComponent("summary.md")
      try directory.write("before\n", to: "summary.md")
      let files = ["eligible.json", "ineligible.json", "invalid.json", "missing.json"]
      let arguments = ["--format", "github", "--rulebook", "henan"] + files
      let plain = try Command.run(
        arguments, directory: directory, environment: ["GITHUB_STEP_SUMMARY": ""])
      let run = try Command.run(
        arguments, directory: directory, environment: ["GITHUB_STEP_SUMMARY": summary.path])
      #expect(run.stdout == plain.stdout && run.status == 66)
      let text = try String(contentsOf: summary, encoding: .utf8)
      #expect(text.hasPrefix("before\n\n"))
      let table = try #require(try Markdown(text).tables.first)
      #expect(table.dropFirst().map { $0[0] } == ["✓ 符合", "✗ 不符合", "! 数据错误", "! 不能读取"])
      #expect(table.dropFirst().map { $0[1] } == files)
      #expect(table[2].last == "✗ 第四条（五）")
      // Other formats leave the summary alone.
      _ = try Command.run(
        ["--format", "tap", "eligible.json"], directory: directory,
        environment: ["GITHUB_STEP_SUMMARY": summary.path])
      #expect(try String(contentsOf: summary, encoding: .utf8) == text)
    }
  }

  @Test func githubSummaryStaysBelowAMebibyte() throws {
    try withTemporaryDirectory { directory in
      let line = try Sample.oneLine(Sample.ineligible())
      let count = 6000
      try directory.write(
        Array(repeating: line, count: count).joined(separator: "\n"), to: "many.ndjson")
      let summary = directory.appendingPathComponent("summary.md")
      let run = try Command.run(
        ["--format", "github", "--lang", "en", "many.ndjson"], directory: directory,
        environment: ["GITHUB_STEP_SUMMARY": summary.path])
      #expect(run.status == 1)
      let text = try String(contentsOf: summary, encoding: .utf8)
      #expect(text.utf8.count <= 1 << 20 && text.utf8.count > 1_000_000)
      let shown = try #require(try Markdown(text).tables.first).count - 1
      let left = text.firstMatch(of: #/(\d+) more rows left out/#).flatMap { Int($0.1) }
      // Two rulebooks have the type.
      #expect(left.map { $0 + shown } == count * 2)
    }
  }

  /// What stands over a table is no row of it.
  @Test func githubSummaryWithoutRoomCountsItsRows() throws {
    try withTemporaryDirectory { directory in
      let old = String(repeating: "x", count: 1 << 20)
      try directory.write(old, to: "summary.md")
      try directory.write(Sample.ineligible(), to: "a.json")
      let summary = directory.appendingPathComponent("summary.md")
      _ = try Command.run(
        ["--format", "github", "--rulebook", "henan", "a.json"], directory: directory,
        environment: ["GITHUB_STEP_SUMMARY": summary.path])
      let text = try String(contentsOf: summary, encoding: .utf8)
      #expect(text.dropFirst(old.count).contains("另有 1 行未列出"))
    }
  }

  /// What runs at once writes one table after the other.
  @Test func githubSummariesAreNotMixed() throws {
    try withTemporaryDirectory { directory in
      let line = try Sample.oneLine(Sample.ineligible())
      try directory.write(
        Array(repeating: line, count: 300).joined(separator: "\n"), to: "many.ndjson")
      let summary = directory.appendingPathComponent("summary.md")
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        _ = try? Command.run(
          ["--format", "github", "--rulebook", "henan", "many.ndjson"], directory: directory,
          environment: ["GITHUB_STEP_SUMMARY": summary.path])
      }
      let tables = try Markdown(String(contentsOf: summary, encoding: .utf8)).tables
      #expect(tables.map(\.count) == [301, 301, 301, 301])
    }
  }

  @Test func githubSummaryThatCannotBeWrittenIsReported() throws {
    let run = try run(
      Sample.eligible(), ["--format", "github"],
      environment: ["GITHUB_STEP_SUMMARY": "/nowhere/summary.md"])
    #expect(run.status == 74)
    #expect(run.errors.contains("/nowhere/summary.md: error:"))
  }
}
