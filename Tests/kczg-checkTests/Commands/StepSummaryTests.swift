import Foundation
import Testing

@testable import TestSupport

/// The table in the summary of a step of a GitHub workflow, as a file that others write to as well.
@Suite struct StepSummaryTests {
  @Test func summaryIsATableAfterWhatIsThere() throws {
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

  @Test func summaryStaysBelowAMebibyte() throws {
    try withTemporaryDirectory { directory in
      let old = String(repeating: "x", count: (1 << 20) - 20_000) + "\n"
      try directory.write(old, to: "summary.md")
      let line = try Sample.oneLine(Sample.ineligible())
      let count = 200
      try directory.write(
        Array(repeating: line, count: count).joined(separator: "\n"), to: "many.ndjson")
      let summary = directory.appendingPathComponent("summary.md")
      let run = try Command.run(
        ["--format", "github", "--lang", "en", "many.ndjson"], directory: directory,
        environment: ["GITHUB_STEP_SUMMARY": summary.path])
      #expect(run.status == 1)
      let text = try String(contentsOf: summary, encoding: .utf8)
      #expect(text.utf8.count <= 1 << 20 && text.utf8.count > (1 << 20) - 500)
      let shown = try #require(try Markdown(text).tables.first).count - 1
      let left = text.firstMatch(of: #/(\d+) more rows left out/#).flatMap { Int($0.1) }
      // Two rulebooks have the type.
      #expect(left.map { $0 + shown } == count * 2)
    }
  }

  /// What stands over a table is no row of it.
  @Test func summaryWithoutRoomCountsItsRows() throws {
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
  @Test func summariesAreNotMixed() throws {
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

  @Test func summaryThatCannotBeWrittenIsReported() throws {
    try withSamples { directory in
      let run = try Command.run(
        ["--format", "github", "eligible.json"], directory: directory,
        environment: ["GITHUB_STEP_SUMMARY": "/nowhere/summary.md"])
      #expect(run.status == 74)
      #expect(run.errors.contains("/nowhere/summary.md: error:"))
    }
  }
}
