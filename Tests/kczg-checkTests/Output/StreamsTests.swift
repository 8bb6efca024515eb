import Foundation
import Testing

@testable import TestSupport

/// Files, folders, lines and streams in, one report each in their order out.
@Suite struct StreamsTests {
  // MARK: Inputs

  @Test func hyphenIsStandardInput() throws {
    let run = try Command.run(
      ["--format", "json", "-"], input: Data(Sample.ineligible().utf8))
    #expect(run.status == 1)
    #expect(try run.report().application.source == "<stdin>")
    let bad = try Command.run(["-"], input: Data("{\n \"baseType\": \"x\"}".utf8))
    #expect(bad.status == 65)
    #expect(bad.shownDiagnostics.map(\.file) == ["<stdin>"])
    #expect(bad.errors.hasPrefix("<stdin>:2:14: error: "))
  }

  @Test func standardInputMayComeInPieces() throws {
    let text = try Sample.eligible()
    let child = try Command.start(["--format", "json", "-"])
    for part in [text.prefix(5), text.dropFirst(5).prefix(600), text.dropFirst(605)] {
      child.write(Data(part.utf8))
      #expect(child.wait { $0.unreadInput == 0 })
    }
    child.closeInput()
    let run = try child.finish()
    #expect(run.status == 0)
    #expect(try run.report().verdict == "eligible")
  }

  @Test func folderIsItsJSONFilesInByteOrder() throws {
    try withTemporaryDirectory { directory in
      let folder = directory.appendingPathComponent("folder")
      let deeper = folder.appendingPathComponent("deeper")
      try FileManager.default.createDirectory(at: deeper, withIntermediateDirectories: true)
      let text = try Sample.eligible()
      // U+FF5E comes before U+20000 in bytes of UTF-8, after it in units of UTF-16.
      let names = [
        "B.json", "a-1.json", "a.json", "a10.json", "a9.json", "é.json", "～.json", "𠀀.json",
      ]
      for name in names.reversed() { try folder.write(text, to: name) }
      for name in ["a.txt", "b.JSON.bak", "lines.ndjson", "json"] {
        try folder.write("{", to: name)
      }
      try deeper.write("{", to: "a.json")
      for argument in ["folder", "folder/"] {
        let run = try Command.run(["--format", "json", argument], directory: directory)
        #expect(run.status == 0, "\(run.errors)")
        let sources = try run.reports().map(\.application.source)
        #expect(sources.map { ($0 as NSString).lastPathComponent } == names)
        #expect(sources.allSatisfy { $0.hasPrefix("folder/") })
      }
    }
  }

  @Test(arguments: ["a.ndjson", "a.jsonl"]) func linesAreApplications(name: String) throws {
    let good = Sample.oneLine(try Sample.eligible())
    let text = "\(good)\n\n{\"baseType\": \"colaboration\"}\n\r\n\n\(good)"
    try withTemporaryDirectory { directory in
      try directory.write(text, to: name)
      let run = try Command.run(["--format", "json", name], directory: directory)
      #expect(run.status == 65)
      let reports = try run.reports()
      #expect(reports.map(\.application.line) == [1, 3, 6])
      #expect(reports.map(\.verdict) == ["eligible", "invalid", "eligible"])
      #expect(reports.allSatisfy { $0.application.source == name })
      #expect(run.errors.hasPrefix("\(name):3:14: error: "))
      #expect(caretFaults(in: run.errorLines, file: name, source: Data(text.utf8)) == [])
      let facts = try #require(reports.last?.criterion("8.5.a")?.facts)
      #expect(!facts.isEmpty)
      #expect(facts.allSatisfy { $0.line == 6 })
    }
  }

  @Test func ndjsonOptionReadsEveryInputSo() throws {
    let good = Sample.oneLine(try Sample.eligible())
    try withTemporaryDirectory { directory in
      try directory.write("\(good)\n\(good)\n", to: "a.json")
      let run = try Command.run(["--ndjson", "--format", "json", "a.json"], directory: directory)
      #expect(run.status == 0)
      #expect(try run.reports().map(\.application.line) == [1, 2])
      let one = try Command.run(["--format", "json", "a.json"], directory: directory)
      #expect(one.status == 65)
      #expect(one.shownDiagnostics.first?.line == 2)
      #expect(Set(one.shownDiagnostics.map(\.code)) == ["json-syntax"])
    }
  }

  @Test func badLineSpoilsNoOther() throws {
    let good = Sample.oneLine(try Sample.eligible())
    let bad = [
      "{", "[1]", "{\"baseType\":\n\"collaboration\"}", String(repeating: "[", count: 1_000),
      "\"\\u", "}", "{\"baseType\": \"collaboration\"} {}",
    ]
    for text in bad {
      let lines = text.split(separator: "\n").count
      let run = try Command.run(
        ["--ndjson", "--format", "ndjson", "-"],
        input: Data("\u{FEFF}\(good)\r\n\(text)\r\n\(good)\n".utf8))
      #expect(run.status == 65)
      let verdicts =
        ["eligible"] + Array(repeating: "invalid", count: lines) + ["eligible"]
      #expect(try run.reportLines().map(\.verdict) == verdicts, "\(text)")
      #expect(run.shownDiagnostics.allSatisfy { (2...(1 + lines)).contains($0.line) })
    }
  }

  @Test func reportIsWrittenAsSoonAsItIsReady() throws {
    let line = Sample.oneLine(try Sample.eligible()) + "\n"
    let child = try Command.start(["--ndjson", "--format", "ndjson", "-"])
    for count in 1...3 {
      child.write(Data(line.utf8))
      #expect(child.wait { $0.outputSoFar.count { $0 == UInt8(ascii: "\n") } == count })
    }
    child.closeInput()
    let run = try child.finish()
    #expect(run.status == 0)
    #expect(try run.reportLines().map(\.application.line) == [1, 2, 3])
  }

  // MARK: Many applications

  /// Small applications that differ from line to line, some of them with errors.
  private func manyLines(_ count: Int) throws -> [String] {
    let whole = Sample.oneLine(try Sample.eligible())
    return (0..<count).map { index in
      switch index % 97 {
      case 13: return ""
      case 29: return whole
      case 41: return #"{"baseType": "colaboration", "baseName": "第\#(index)号"}"#
      case 53: return #"{"baseType": "collaboration", "baseName": "第\#(index)号""#
      default:
        let staff = #"{"fullTime": \#(index % 60), "partTime": \#(index % 7)}"#
        let type = index.isMultiple(of: 3) ? "incubation" : "collaboration"
        return #"{"baseType": "\#(type)", "baseName": "第\#(index)号", "staff": \#(staff)}"#
      }
    }
  }

  @Test func manyLinesAreReportedInOrderAsIfAlone() throws {
    let lines = try manyLines(Seeds.areAll ? 4_000 : 1_000)
    let options = ["--ndjson", "--rulebook", "national", "--brief", "--format", "ndjson", "-"]
    let input = Data(lines.joined(separator: "\n").utf8)
    let run = try Command.run(options, input: input)
    #expect(run.status == 65)
    let numbers = lines.indices.filter { lines[$0] != "" }.map { $0 + 1 }
    #expect(try run.reportLines().map(\.application.line) == numbers)

    let again = try Command.run(options, input: input)
    #expect(again.stdout == run.stdout)
    #expect(again.stderr == run.stderr)

    let output = Dictionary(uniqueKeysWithValues: zip(numbers, run.outputLines))
    let alone = [1, 2, 30, 42, 54, 98, 139, 1_000, 2_047, 3_333, 3_999, 4_000]
    for number in alone.filter({ $0 <= lines.count }).sampled(5) {
      // Blank lines before it give the line the same number when it is read alone.
      let alone = String(repeating: "\n", count: number - 1) + lines[number - 1]
      let single = try Command.run(options, input: Data(alone.utf8))
      #expect(single.outputLines == [output[number]], "line \(number)")
    }
  }

  @Test func fullReportsOfManyLinesAreInOrder() throws {
    let lines = try manyLines(Seeds.areAll ? 400 : 70)
    let input = Data(lines.joined(separator: "\n").utf8)
    let run = try Command.run(["--ndjson", "--format", "ndjson", "-"], input: input)
    let list = try Command.run(["--ndjson", "--format", "json", "-"], input: input)
    let numbers = lines.indices.filter { lines[$0] != "" }.map { $0 + 1 }
    #expect(try run.reportLines().map(\.application.line) == numbers)
    #expect(try list.reports().map(\.application.line) == numbers)
    let text = try Command.run(["--ndjson", "-"], input: input)
    #expect(text.status == 65)
    #expect(text.stderr == run.stderr)
  }

  @Test func sameInputGivesTheSameBytes() throws {
    try withSamples { directory in
      let files = ["eligible.json", "invalid.json", "ineligible.json", "undetermined.json"]
      for format in ["text", "json", "ndjson"] {
        for language in ["zh", "en"].sampled(1) {
          let options = ["--format", format, "--lang", language] + files
          let first = try Command.run(options, directory: directory)
          let second = try Command.run(options, directory: directory)
          #expect(first.stdout == second.stdout)
          #expect(first.stderr == second.stderr)
        }
      }
    }
  }
}
