import Foundation
import Testing

@testable import TestSupport

/// What is screened: files, folders, lines and standard input, whatever is in them, and how many.
@Suite struct ScreenInputsTests {
  @Test func filesFoldersLinesAndStandardInput() throws {
    let lines = try [
      Candidate.text(1), "", Candidate.text(2, #"{"platform": null}"#), "\r", "{",
      Candidate.text(3),
    ]
    let files: [File] = [
      ("folder/b.json", try Candidate.text(11)), ("folder/a.json", try Candidate.text(12)),
      ("folder/c.txt", "{"), ("one.json", try Candidate.text(13)),
      ("many.ndjson", lines.joined(separator: "\n")), ("more.jsonl", try Candidate.text(14) + "\n"),
    ]
    try withFiles(files) { directory in
      let arguments = ["one.json", "folder", "many.ndjson", "more.jsonl", "-"]
      let input = Data(try Candidate.text(15).utf8)
      let run = try Command.run(
        ["screen", "--format", "json"] + arguments, input: input, directory: directory)
      #expect(run.status == 65)
      #expect(run.shownDiagnostics.map { "\($0.file):\($0.line)" } == ["many.ndjson:5"])
      let report = try run.screening()
      let rows = report.candidates.sorted { $0.number < $1.number }
      #expect(
        rows.map { "\($0.source):\($0.line) \($0.verdict)" } == [
          "one.json:1 eligible", "folder/a.json:1 eligible", "folder/b.json:1 eligible",
          "many.ndjson:1 eligible", "many.ndjson:3 undetermined", "many.ndjson:5 invalid",
          "many.ndjson:6 eligible", "more.jsonl:1 eligible", "<stdin>:1 eligible",
        ])
      let text = try Command.run(["screen"] + arguments, input: input, directory: directory)
      for place in ["many.ndjson:3", "many.ndjson:5", "many.ndjson:6", "folder/a.json", "<stdin>"] {
        #expect(text.output.contains(place), "\(place)")
      }
    }
  }

  @Test func ndjsonOptionReadsEveryInputSo() throws {
    let text = try Candidate.text(1) + "\n" + Candidate.text(2)
    let stream = try Command.run(
      ["screen", "--ndjson", "--format", "json", "-"], input: Data(text.utf8))
    #expect(stream.status == 0)
    #expect(try stream.screening().candidates.map(\.line) == [1, 2])
    #expect(try stream.screening().candidates.allSatisfy { $0.source == "<stdin>" })
    let (run, report) = try screen([("a.json", text)], "--ndjson")
    #expect(run.status == 0)
    #expect(report.candidates.map(\.line) == [1, 2])
  }

  @Test func aFileGivenTwiceIsTwoCandidates() throws {
    let (run, report) = try screen(
      [("a.json", try Candidate.text(1))], inputs: ["a.json", "a.json"])
    #expect(run.status == 0)
    #expect(report.candidates.map(\.number) == [1, 2])
    #expect(report.repetitions.map(\.numbers) == [[1, 2]])
  }

  @Test(arguments: [
    "{", "创新基地申报书", "[]", "\"a\"", "{\"baseType\": \"collaboration\"", "{\"a\": 1, \"a\": 2}",
    "\u{FEFF}", " \n", "{\"baseType\": \"collaboration\", \"applicationDate\": \"2022年5月20日\"}",
    "{\"baseType\": \"rural\"}", "{}",
  ])
  func candidateWithErrorsIsARow(text: String) throws {
    let (run, report) = try screen([
      ("bad.json", text), ("good.json", try Candidate.text(1)),
    ])
    #expect(run.status == 65)
    #expect(report.candidates.map(\.source) == ["good.json", "bad.json"])
    #expect(report.candidates.map(\.verdict) == ["eligible", "invalid"])
    let bad = try #require(report.candidate("bad.json"))
    #expect(bad.rulebooks.isEmpty)
    #expect(bad.errors > 0)
    #expect(bad.errors == run.shownDiagnostics.count { $0.severity == "error" })
    #expect(run.shownDiagnostics.allSatisfy { $0.file == "bad.json" })
    #expect(report.counts.invalid == 1)
    #expect(report.counts.eligible == 1)
  }

  @Test func candidateThatCannotBeReadIsARow() throws {
    try withFiles([
      ("good.json", try Candidate.text(1)), ("folder/a.json", try Candidate.text(2)),
    ]) { directory in
      try FileManager.default.createSymbolicLink(
        atPath: directory.appendingPathComponent("folder/gone.json").path,
        withDestinationPath: "nowhere.json")
      let run = try Command.run(
        ["screen", "--format", "json", "missing.json", "good.json/a.json", "folder", "good.json"],
        directory: directory)
      #expect(run.status == 66)
      let report = try run.screening()
      #expect(
        report.candidates.map { "\($0.source) \($0.verdict)" } == [
          "folder/a.json eligible", "good.json eligible", "missing.json unreadable",
          "good.json/a.json unreadable", "folder/gone.json unreadable",
        ])
      #expect(report.counts.unreadable == 3)
      for name in ["missing.json", "good.json/a.json", "folder/gone.json"] {
        #expect(run.errors.contains(name))
      }
      let text = try Command.run(["screen", "missing.json", "good.json"], directory: directory)
      #expect(text.status == 66)
      #expect(text.output.contains("missing.json"))
      #expect(text.output.contains("第1研究院"))
    }
  }

  @Test func emptyFileIsARow() throws {
    let (run, report) = try screen([("empty.json", ""), ("good.json", try Candidate.text(1))])
    #expect([65, 66].contains(run.status))
    #expect(report.candidates.map(\.source) == ["good.json", "empty.json"])
    #expect(report.counts.invalid + report.counts.unreadable == 1)
    #expect(run.errors.contains("empty.json"))
  }

  @Test func inputWithoutAnyCandidateIsNamed() throws {
    try withFiles([
      ("empty.ndjson", "\n\n"), ("folder/a.txt", "{}"), ("good.json", try Candidate.text(1)),
    ]) { directory in
      for input in ["empty.ndjson", "folder"] {
        let run = try Command.run(
          ["screen", "--format", "json", input, "good.json"], directory: directory)
        #expect(run.status == 66)
        #expect(run.errors.contains(input))
        #expect(try run.screening().counts.eligible == 1)
        let alone = try Command.run(["screen", "--format", "json", input], directory: directory)
        #expect(alone.status == 66)
        #expect(try alone.screening().counts.eligible == 0)
      }
    }
  }

  // MARK: Exit status

  @Test(
    arguments: [
      (["eligible.json"], 0), (["one-failing.json"], 1), (["one-open.json"], 2),
      (["invalid.json"], 65), (["not-json.json"], 65), (["missing.json"], 66),
      (["one-open.json", "eligible.json"], 2), (["one-open.json", "one-failing.json"], 1),
      (["one-failing.json", "one-open.json", "eligible.json"], 1),
      (["one-failing.json", "invalid.json"], 65), (["not-json.json", "one-open.json"], 65),
      (["missing.json", "eligible.json"], 66), (["missing.json", "invalid.json"], 66),
      (["invalid.json", "one-failing.json", "missing.json", "one-open.json"], 66),
    ] as [([String], Int32)])
  func worstCandidateDecides(files: [String], status: Int32) throws {
    try withFiles(ScreenTests.mixed()) { directory in
      for format in ScreenTests.formats.sampled(1) {
        let run = try Command.run(["screen", "--format", format] + files, directory: directory)
        #expect(run.status == status, "\(format): \(run.errors)")
        for file in files { #expect(run.output.contains(file), "\(format): \(file)") }
      }
    }
  }

  // MARK: Many

  private func many(_ count: Int) throws -> [String] {
    let eligible = try Candidate.text(1)
    let failing = try Candidate.text(1, "{\(Candidate.shortOfStaff)}")
    let open = try Candidate.text(1, #"{"platform": null}"#)
    let code = Candidate.creditCode(1)
    return (0..<count).map { index in
      if index % 7 == 5 { return "{" }
      return (index % 7 == 1 ? failing : index % 7 == 3 ? open : eligible)
        .replacing("第1", with: "第\(index)").replacing(code, with: Candidate.creditCode(index))
    }
  }

  @Test func thousandsOfLines() throws {
    let lineCount = Seeds.areAll ? 3_000 : 300
    let lines = try many(lineCount)
    let input = Data(lines.joined(separator: "\n").utf8)
    let run = try Command.run(["screen", "--ndjson", "--format", "json", "-"], input: input)
    #expect(run.status == 65)
    let report = try run.screening()
    #expect(report.candidates.count == lineCount)
    #expect(report.counts.all == lineCount)
    #expect(report.candidates.map(\.number).sorted() == Array(1...lineCount))
    #expect(report.candidates.allSatisfy { $0.number == $0.line })
    let ranks = ["eligible": 0, "undetermined": 1, "ineligible": 2, "invalid": 3]
    let order = report.candidates.map { (ranks[$0.verdict] ?? 9) * 10_000 + $0.number }
    #expect(order == order.sorted())
    #expect(report.counts.ineligible == lines.indices.count { $0 % 7 == 1 })
    #expect(report.counts.undetermined == lines.indices.count { $0 % 7 == 3 })
    #expect(report.counts.invalid == lines.indices.count { $0 % 7 == 5 })
    #expect(report.oneClauseAway.count == report.counts.ineligible + report.counts.undetermined)

    let again = try Command.run(["screen", "--ndjson", "--format", "json", "-"], input: input)
    #expect(again.stdout == run.stdout)
    #expect(again.stderr == run.stderr)

    let text = try Command.run(["screen", "--ndjson", "-"], input: input)
    #expect(text.status == 65)
    let shown = Set(text.output.split { !($0.isASCII && $0.isNumber || $0 == "#") })
    #expect((1...lineCount).allSatisfy { shown.contains("#\($0)") })
    let table = try Command.run(["screen", "--ndjson", "--format", "csv", "-"], input: input)
    #expect(table.status == 65)
    #expect(try CSV(table.stdout).candidateCount == lineCount)
  }

  @Test func manyFilesAreAsManyLines() throws {
    let count = Seeds.areAll ? 300 : 70
    let texts = try many(count)
    let files: [File] = texts.enumerated().map {
      ("folder/\(String(format: "%03d", $0.offset)).json", $0.element)
    }
    let (run, report) = try screen(files, inputs: ["folder"])
    #expect(run.status == 65)
    #expect(report.candidates.count == count)
    let stream = try Command.run(
      ["screen", "--ndjson", "--format", "json", "-"],
      input: Data(texts.joined(separator: "\n").utf8)
    ).screening()
    func told(_ report: ScreenReport) -> [String] {
      report.candidates.map { "\($0.number) \($0.verdict) \($0.name ?? "-") \($0.obstacles)" }
    }
    #expect(told(report) == told(stream))
  }
}
