import Foundation
import Testing

@testable import TestSupport

/// Where what `match` prints comes from and goes to.
@Suite struct MatchFormatsTests {
  @Test func jsonIsAnObjectOrAList() throws {
    let text = Sample.oneLine(try Sample.eligible())
    let lines = "\(text)\n\n{}\n{\n"
    try withFiles([("a.json", text), ("b.json", "{}"), ("c.ndjson", lines), ("d/a.json", text)]) {
      directory in
      let one = try Command.run(["match", "--format", "json", "a.json"], directory: directory)
      let single = try JSONDecoder().decode(MatchReport.self, from: one.stdout)
      #expect(single.application.source == "a.json")
      #expect(single.application.line == 1)
      #expect(single.application.name == "洛阳远山轴承研究院有限公司")
      #expect(single.application.applicationDate == "2022-05-20")
      for (input, places) in [
        (["a.json", "b.json"], ["a.json:1", "b.json:1"]), (["d"], ["d/a.json:1"]),
        (["c.ndjson"], ["c.ndjson:1", "c.ndjson:3", "c.ndjson:4"]),
        (
          ["b.json", "c.ndjson", "d"],
          ["b.json:1", "c.ndjson:1", "c.ndjson:3", "c.ndjson:4", "d/a.json:1"]
        ),
      ] {
        let list = try Command.run(["match", "--format", "json"] + input, directory: directory)
        let reports = try JSONDecoder().decode([MatchReport].self, from: list.stdout)
        #expect(reports.map { "\($0.application.source):\($0.application.line)" } == places)
        let compact = try Command.run(
          ["match", "--format", "ndjson"] + input, directory: directory)
        #expect(compact.status == list.status)
        #expect(compact.outputLines.count == places.count)
        let each = try compact.outputLines.map {
          try JSONDecoder().decode(MatchReport.self, from: Data($0.utf8))
        }
        #expect(each.map(\.verdict) == reports.map(\.verdict))
        #expect(each.map { $0.matches.map(\.pair) } == reports.map { $0.matches.map(\.pair) })
      }
      let stream = try Command.run(
        ["match", "--ndjson", "--format", "json", "-"], input: Data(lines.utf8))
      let reports = try JSONDecoder().decode([MatchReport].self, from: stream.stdout)
      #expect(stream.status == 65)
      #expect(reports.map(\.verdict) == ["eligible", "undetermined", "invalid"])
      #expect(reports.allSatisfy { $0.application.source == "<stdin>" })
    }
  }

  @Test func outputFileAndSameBytes() throws {
    let text = try Sample.eligible()
    try withFiles([("a.json", text), ("b.json", "{}")]) { directory in
      for format in ["text", "json"] {
        let arguments = ["match", "--format", format, "a.json", "b.json"]
        let first = try Command.run(arguments, directory: directory)
        let second = try Command.run(arguments, directory: directory)
        #expect(first.stdout == second.stdout)
        let run = try Command.run(arguments + ["--output", "out"], directory: directory)
        #expect(run.status == first.status)
        #expect(run.stdout.isEmpty)
        #expect(
          try Data(contentsOf: directory.appendingPathComponent("out")) == first.stdout)
        let failed = try Command.run(arguments + ["--output", "no/out"], directory: directory)
        #expect(failed.status == 74)
      }
    }
  }

  @Test func manyLinesAreInOrder() throws {
    let count = Seeds.areAll ? 2_000 : 400
    let lines = (0..<count).map { index in
      switch index % 4 {
      case 0: #"{"tenants": []}"#
      case 1: #"{"incubation": {"officeArea": \#(index)}}"#
      case 2: "{}"
      default: #"{"baseType": "rural"}"#
      }
    }
    let run = try Command.run(
      ["match", "--ndjson", "--format", "ndjson", "-"],
      input: Data(lines.joined(separator: "\n").utf8))
    #expect(run.status == 65)
    let reports = try run.outputLines.map {
      try JSONDecoder().decode(MatchReport.self, from: Data($0.utf8))
    }
    #expect(reports.map(\.application.line) == Array(1...count))
    for (index, report) in reports.enumerated() {
      let verdict = ["ineligible", "ineligible", "undetermined", "invalid"][index % 4]
      #expect(report.verdict == verdict)
    }
  }
}
