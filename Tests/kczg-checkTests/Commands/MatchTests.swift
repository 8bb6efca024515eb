import Foundation
import Testing

@testable import TestSupport

/// Which bases an application could be for.
@Suite struct MatchTests: MatchSuite {
  /// Complete applications of each type, with facts of other types in some.
  private static let samples = ["collaboration", "incubation", "international"]

  // MARK: What is compared

  /// An application and what it is compared with, from `Fixtures/match/cases.json`; `matches` in
  /// any order; without them, every basic rulebook and type.
  struct MatchCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let application: TableValue
    let options: [String]?
    let verdict: String
    let matches: [String]?
    /// Beside every basic one.
    let more: [String]?
    let leftOut: Int
    /// What the program is known to do wrong.

    var testDescription: String { name }

    struct Table: Decodable {
      let all: [String]
      let cases: [MatchCase]

      static func load() throws -> Table {
        let data = try Data(contentsOf: Package.fixture("match/cases.json"))
        return try JSONDecoder().decode(Table.self, from: data)
      }
    }
  }

  @Test(arguments: try MatchCase.Table.load().cases)
  func factsDecideWithWhatItIsCompared(_ testCase: MatchCase) throws {
    let all = try MatchCase.Table.load().all
    let (run, report) = try match(testCase.application.json, testCase.options ?? [])
    func check() {
      #expect(
        report.matches.map(\.pair).sorted()
          == (testCase.matches ?? all + (testCase.more ?? [])).sorted())
      #expect(report.leftOut == testCase.leftOut)
    }
    check()
    #expect(report.verdict == testCase.verdict)
    #expect(run.status == ["eligible": 0, "ineligible": 1, "undetermined": 2][testCase.verdict])
  }

  @Test(arguments: samples.sampled(1)) func verdictsAreThoseOfChecks(sample: String) throws {
    let variants = [
      try Sample.text(sample), #"{"baseType": "\#(sample)", "tenants": [], "experts": []}"#,
      try Sample.text(sample).replacing("\"linked\": true", with: "\"linked\": null"),
    ]
    for text in variants {
      try withFiles([("a.json", text)]) { directory in
        for stage in ["eligibility", "all"] {
          let run = try Command.run(
            ["match", "--format", "json", "--stage", stage, "a.json"], directory: directory)
          let report = try JSONDecoder().decode(MatchReport.self, from: run.stdout)
          #expect(!report.matches.isEmpty)
          for match in report.matches.sampled(3) {
            let check = try Command.run(
              [
                "--format", "json", "--brief", "--stage", stage, "--rulebook", match.rulebook,
                "--type", match.baseType, "a.json",
              ], directory: directory
            ).report()
            #expect(check.rulebooks.map(\.id) == [match.rulebook])
            #expect(check.verdict == match.verdict, "\(match.pair)")
            #expect(check.rulebooks.first?.counts == match.counts, "\(match.pair)")
          }
        }
      }
    }
  }

  @Test(arguments: samples) func nearestComesFirst(sample: String) throws {
    let report = try match(Sample.text(sample)).1
    #expect(
      Set(report.matches.prefix(2).map(\.pair)) == ["henan \(sample)", "national-2022 \(sample)"])
    #expect(report.matches.prefix(2).allSatisfy { $0.verdict == "eligible" })
    #expect(report.matches.dropFirst(2).allSatisfy { $0.verdict != "eligible" })
    // The larger the share of what is met less what is not, the nearer.
    for (nearer, farther) in zip(report.matches, report.matches.dropFirst()) {
      let (a, b) = (nearer.nearness, farther.nearness)
      #expect(a.points * b.of >= b.points * a.of)
    }
    for match in report.matches {
      let counts = match.counts
      #expect(match.nearness.points == counts.pass - counts.fail)
      #expect(match.nearness.of == counts.pass + counts.fail + counts.unknown)
    }
    for match in report.matches {
      #expect(match.programme == (match.rulebook == "national-2022" ? "national" : match.rulebook))
    }
  }

  /// What lacks one thing, all else known, stands before that of which little is known.
  @Test func littleKnownDoesNotStandFirst() throws {
    let text = try Sample.text("collaboration").replacing(
      "\"marketBased\": true", with: "\"marketBased\": false")
    let (run, report) = try match(text)
    #expect(run.status == 2)
    let order = report.matches.map(\.pair)
    let own = ["henan collaboration", "national-2022 collaboration"]
    #expect(Set(order.prefix(2)) == Set(own))
    for match in report.matches.prefix(2) {
      #expect(match.counts.fail == 1 && match.counts.unknown == 0)
    }
    #expect(report.matches.dropFirst(2).contains { $0.counts.fail == 0 && $0.counts.unknown > 3 })
    for (language, words) in [
      ("zh", ["10 条均已知，符合 9 条", "待定的不加不减"]),
      ("en", ["all 10 clauses are known, 9 met", "open ones count"]),
    ] {
      try withFiles([("a.json", text)]) { directory in
        let shown = try Command.run(["match", "--lang", language, "a.json"], directory: directory)
        let whole = shown.output.replacing(#/\n +/#, with: language == "zh" ? "" : " ")
          .replacing("\n", with: language == "zh" ? "" : " ")
        for word in words { #expect(whole.contains(word), "\(word): \(whole)") }
      }
    }
  }

  /// The reason of each line, in words.
  @Test(arguments: [
    (#"{"staff": {"fullTime": 7}}"#, "1 条均已知，符合 1 条", "the 1 clause is known, 1 met"),
    (#"{"staff": {"fullTime": 6}}"#, "1 条均已知，符合 0 条", "the 1 clause is known, 0 met"),
    ("{}", "1 条均待定", "nothing is known of the 1 clause"),
  ])
  func reasonIsGiven(text: String, chinese: String, english: String) throws {
    let options = ["--rules", Package.fixture("command/small-rules").path]
    #expect(try match(text, options).1.matches.map(\.nearness.reason) == [chinese])
    #expect(
      try match(text, options + ["--lang", "en"]).1.matches.map(\.nearness.reason) == [english])
  }

  @Test func baseTypeIsNeitherNeededNorUsed() throws {
    let text = try Sample.eligible()
    let own = try match(text)
    for value in ["null", "\"incubation\"", "\"international\"", "\"innovation-park\""] {
      let other = try match(
        text.replacing("\"baseType\": \"collaboration\"", with: "\"baseType\": \(value)"))
      #expect(other.0.status == 0)
      #expect(other.0.errors == "")
      #expect(other.1.matches.map(\.pair) == own.1.matches.map(\.pair))
      #expect(other.1.matches.map(\.counts) == own.1.matches.map(\.counts))
      #expect(other.1.leftOut == own.1.leftOut)
    }
    let programme = try match(
      text.replacing("\"baseType\":", with: "\"programme\": \"most-international\", \"baseType\":"))
    #expect(programme.1.matches.map(\.pair) == own.1.matches.map(\.pair))
  }

  @Test func dateStandsInForTheApplications() throws {
    let text = try Sample.eligible()
    let options = ["--rulebook", "henan", "--type", "collaboration"]
    let (early, report) = try match(text, options + ["--date", "2019-03-11"])
    #expect(early.status == 1)
    #expect(report.application.applicationDate == "2019-03-11")
    #expect(try match(text, options + ["--date=2019-03-12"]).0.status == 0)
  }

  @Test func rulesOfADirectoryAreUsed() throws {
    let options = ["--rules", Package.fixture("command/small-rules").path]
    for (count, status) in [("7", 0), ("6", 1), ("null", 2)] as [(String, Int32)] {
      let (run, report) = try match(#"{"staff": {"fullTime": \#(count)}}"#, options)
      #expect(run.status == status)
      #expect(report.matches.map(\.pair) == ["small-2022 collaboration"])
    }
  }

  // MARK: Exit status

  @Test(
    arguments: [
      (["eligible.json"], 0), (["open.json"], 2), (["failing.json"], 1), (["nothing.json"], 2),
      (["invalid.json"], 65), (["not-json.json"], 65), (["type.json"], 65), (["missing.json"], 66),
      (["eligible.json", "open.json"], 2), (["open.json", "failing.json", "eligible.json"], 1),
      (["failing.json", "invalid.json"], 65), (["invalid.json", "missing.json", "open.json"], 66),
      (["empty.ndjson"], 66), (["empty.ndjson", "failing.json"], 66),
    ] as [([String], Int32)])
  func statusIsThatOfTheNearest(files: [String], status: Int32) throws {
    let folder: [File] = [
      ("eligible.json", try Sample.eligible()),
      // Two of the three types fail, one is open.
      ("open.json", try Sample.undetermined()), ("nothing.json", "{}"),
      (
        "failing.json",
        #"{"applicant": {"independentLegalPerson": false}, "applicationDate": "2022-05-20", "#
          + #""internationalBase": {"struckOffOn": "2022-01-01"}, "platform": {"linked": false}}"#
      ),
      ("invalid.json", #"{"applicationDate": "2022/5/20"}"#), ("not-json.json", "{"),
      ("type.json", #"{"baseType": "rural"}"#), ("empty.ndjson", "\n\n"),
    ]
    try withFiles(folder) { directory in
      for format in ["text", "json", "ndjson"].sampled(1) {
        let run = try Command.run(["match", "--format", format] + files, directory: directory)
        #expect(run.status == status, "\(format): \(run.errors)")
      }
    }
  }

  @Test func dataErrorsMeanNoVerdict() throws {
    let (run, report) = try match(#"{"applicationDate": "2022/5/20", "tenants": []}"#)
    #expect(run.status == 65)
    #expect(run.shownDiagnostics.map { "\($0.line):\($0.column) \($0.code)" } == ["1:21 bad-date"])
    #expect(report.verdict == "invalid")
    #expect(report.matches.isEmpty)
    #expect(report.diagnostics.map(\.code) == ["bad-date"])
    let inconsistent = try match(
      #"{"staff": {"fullTime": 1, "partTime": 1, "scienceAndTechnology": 3}}"#)
    #expect(inconsistent.0.status == 65)
    #expect(inconsistent.1.diagnostics.map(\.code) == ["inconsistent"])
  }

  @Test func warningsStandBesideAVerdict() throws {
    let text = try Sample.eligible().replacing("\"site\":", with: "\"sit\":")
    let (run, report) = try match(text)
    #expect(run.status == 0)
    #expect(run.shownDiagnostics.map(\.code) == ["unknown-key"])
    #expect(report.diagnostics.map(\.severity) == ["warning"])
    #expect(report.verdict == "eligible")
    let (strict, second) = try match(text, ["--strict"])
    #expect(strict.status == 65)
    #expect(second.verdict == "invalid")
    #expect(second.matches.isEmpty)
  }

  /// In a comparison with everything, what is not in force is marked, and no warning about the
  /// application.
  @Test func rulebookOutsideItsSpanIsMarked() throws {
    let text = try Sample.eligible()
    for (date, isInForce) in [("2022-04-28", false), ("2022-04-29", true)] {
      let (run, report) = try match(text, ["--date", date])
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(report.matches.contains { $0.rulebook == "national-2022" })
      for match in report.matches {
        #expect(match.inForce == (match.rulebook == "henan" || isInForce), "\(match.pair)")
      }
      #expect(try match(text, ["--date", date, "--strict"]).0.status == 0)
    }
    let undated = try match(text.replacing("\"2022-05-20\"", with: "null"))
    #expect(undated.1.matches.allSatisfy { $0.inForce != false })
    try withFiles([("a.json", text)]) { directory in
      for language in ["zh", "en"] {
        let marked = try Command.run(
          ["match", "--lang", language, "--date", "2022-04-28", "a.json"], directory: directory)
        let plain = try Command.run(
          ["match", "--lang", language, "--date", "2022-04-29", "a.json"], directory: directory)
        for (run, expected) in [(marked, true), (plain, false)] {
          let rows = run.outputLines.filter { "✓✗?".contains($0.first ?? " ") }
          #expect(rows.contains { $0.contains("national-2022") })
          for row in rows {
            #expect(row.contains("national-2022*") == (row.contains("national-2022") && expected))
            #expect(!row.contains("henan*"))
          }
          #expect(run.outputLines.contains { $0.hasPrefix("*") } == expected)
        }
      }
    }
  }

  /// What is left out is not compared, so its span does not matter, least of all with `--strict`.
  @Test func spanOfWhatIsLeftOutDoesNotMatter() throws {
    let text = """
      {"applicationDate": "2018-09-10", "internationalBase": {"struckOffOn": "2010-01-01"}}
      """
    for options in [[], ["--strict"]] {
      let (run, report) = try match(text, options)
      #expect(run.status == 2)
      #expect(run.errors == "")
      #expect(Set(report.matches.map(\.rulebook)) == ["most-international"])
      #expect(report.leftOut == 6)
    }
  }

  static let badUsage: [[String]] = [
    [], ["--"], ["--format", "csv", "FILE"], ["--format", "xml", "FILE"], ["--brief", "FILE"],
    ["--recommender", "FILE", "FILE"], ["--nonsense", "FILE"], ["--rulebook", "nowhere", "FILE"],
    ["--rulebook", "henan", "--rulebook", "nowhere", "FILE"], ["--type", "rural", "FILE"],
    ["--type=", "FILE"], ["--date", "2022-02-30", "FILE"], ["--stage", "yearly", "FILE"],
    ["--lang", "fr", "FILE"], ["FILE", "--type"], ["-", "-"],
    ["--rulebook", "most-international", "--type", "collaboration", "FILE"],
    ["--rulebook", "henan", "--type", "innovation-park", "FILE"],
  ]

  @Test(arguments: badUsage) func badUsageIsRefused(arguments: [String]) throws {
    try withFiles([("a.json", "{}"), ("bad.json", "{")]) { directory in
      for file in ["bad.json", "a.json", "missing.json"].sampled(1) {
        let actual = ["match"] + arguments.map { $0 == "FILE" ? file : $0 }
        let run = try Command.run(actual, input: Data("{".utf8), directory: directory)
        #expect(run.status == 64, "\(actual): \(run.errors)")
        #expect(run.stdout.isEmpty)
        #expect(!run.errors.isEmpty)
        #expect(run.shownDiagnostics.isEmpty, "an input was read")
      }
    }
  }
}
