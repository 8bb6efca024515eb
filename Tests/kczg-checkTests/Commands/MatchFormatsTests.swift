import Foundation
import Testing

@testable import TestSupport

/// What `match` prints, as text and as JSON.
@Suite struct MatchFormatsTests: MatchSuite {
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

  @Test func everyKeyIsThere() throws {
    for text in [try Sample.eligible(), "{}", "{"] {
      let (run, _) = try match(text)
      let report = try #require(JSONSerialization.jsonObject(with: run.stdout) as? [String: Any])
      for key in ["application", "verdict", "matches", "leftOut", "diagnostics"] {
        #expect(report[key] != nil, "\(key)")
      }
      for key in ["source", "line", "name", "applicationDate"] {
        #expect((report["application"] as? [String: Any])?[key] != nil, "\(key)")
      }
    }
  }

  @Test(arguments: ["zh", "en"]) func tableShowsEveryMatch(language: String) throws {
    for text in [try Sample.eligible(), #"{"tenants": []}"#, "{}"] {
      try withFiles([("a.json", text)]) { directory in
        let run = try Command.run(["match", "--lang", language, "a.json"], directory: directory)
        let report = try match(text, ["--lang", language]).1
        // A long name goes on in the lines below its row.
        var table: [(line: String, whole: String)] = []
        for line in run.outputLines {
          if let first = line.first, "✓✗?".contains(first) {
            table.append((line, line))
          } else if line.hasPrefix("  "), !table.isEmpty {
            table[table.count - 1].whole += line
          }
        }
        let rows = table.compactMap { line, whole in
          report.matches.first { match in
            let cells = line.split(separator: " ").map(String.init)
            let counts = match.counts
            return cells.contains(match.rulebook)
              && Array(cells.suffix(3))
                == [counts.pass, counts.fail, counts.unknown].map(String.init)
              && (Self.labels[language]?[match.baseType] ?? "-").split(separator: " ")
                .allSatisfy { whole.contains($0) }
          }.map { (line, $0) }
        }
        #expect(rows.map(\.1.pair) == report.matches.map(\.pair), "\(run.output)")
        // The rulebooks begin in one column, and the figures end in one.
        #expect(
          Set(
            rows.map { line, match in
              width(line.components(separatedBy: match.rulebook)[0])
            }
          ).count == 1)
        #expect(Set(rows.map { width($0.0) }).count == 1)
        let signs = ["eligible": "✓", "ineligible": "✗", "undetermined": "?"]
        for (line, match) in rows { #expect(line.hasPrefix(signs[match.verdict] ?? "-")) }
        if report.leftOut > 0 {
          let figures = run.output.split { !$0.isASCII || !$0.isNumber }
          #expect(figures.contains("\(report.leftOut)"))
        }
        #expect(run.output.contains("a.json"))
      }
    }
  }

  /// As the law calls the types; in English, in words of which these must be some.
  private static let labels = [
    "zh": [
      "collaboration": "产学研协作", "incubation": "创新创业孵化", "international": "国际创新合作",
      "innovation-park": "国际创新园", "joint-research-centre": "国际联合研究中心",
      "technology-transfer-centre": "国际技术转移中心", "demonstration-base": "示范型国际科技合作基地",
    ],
    "en": [
      "collaboration": "ollaboration", "incubation": "ncubation",
      "international": "nternational innovation", "innovation-park": "nnovation park",
      "joint-research-centre": "oint research centre",
      "technology-transfer-centre": "echnology transfer centre",
      "demonstration-base": "emonstration",
    ],
  ]

  @Test func linesFitEightyColumns() throws {
    let files: [File] = [
      ("a.json", try Sample.eligible()), ("b.json", "{}"), ("c.json", "{"),
    ]
    try withFiles(files) { directory in
      for stage in ["eligibility", "all"] {
        let arguments = ["match", "--stage", stage] + files.map(\.name)
        let chinese = try Command.run(arguments, directory: directory)
        #expect(chinese.outputLines.allSatisfy { width($0) <= 80 })
        let english = try Command.run(arguments + ["--lang", "en"], directory: directory)
        #expect(english.outputLines.filter { width($0) > 80 } == [])
      }
    }
  }

  @Test func englishHasNoChineseWords() throws {
    let text = #"{"applicant": {"name": "Host"}, "tenants": [], "staff": {"fullTime": 5}}"#
    try withFiles([("a.json", text), ("b.json", "{}"), ("c.json", "{\"baseType\": 1}")]) {
      directory in
      for format in ["text", "json", "ndjson"] {
        let run = try Command.run(
          [
            "match", "--lang", "en", "--stage", "all", "--format", format, "a.json", "b.json",
            "c.json", "missing.json",
          ], directory: directory)
        #expect(run.status == 66)
        for text in [run.output, run.errors] {
          #expect(!text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) })
        }
      }
    }
  }

  @Test func colourAndControlCharacters() throws {
    let text = #"{"applicant": {"name": "甲\u001B[31m\u202E乙"}, "tenants": []}"#
    try withFiles([("a.json", text)]) { directory in
      for format in ["text", "json", "ndjson"] {
        let run = try Command.run(["match", "--format", format, "a.json"], directory: directory)
        #expect(!run.stdout.contains(0x1B))
        #expect(!run.output.contains("\u{202E}"))
        let painted = try Command.run(
          ["match", "--color", "always", "--format", format, "a.json"], directory: directory)
        #expect(painted.stdout.contains(0x1B) == (format == "text"))
        #expect(painted.output.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == run.output)
      }
    }
  }

  @Test func outputFileAndSameBytes() throws {
    let text = try Sample.eligible()
    try withFiles([("a.json", text), ("b.json", "{}")]) { directory in
      for format in ["text", "json", "ndjson"] {
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
    let lines = (0..<2_000).map { index in
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
    #expect(reports.map(\.application.line) == Array(1...2_000))
    for (index, report) in reports.enumerated() {
      let area = index < 5_000 ? "ineligible" : "undetermined"
      let verdict = ["ineligible", area, "undetermined", "invalid"][index % 4]
      #expect(report.verdict == verdict)
    }
  }
}
