import Foundation
import Testing

@testable import TestSupport

/// The stages of a rulebook, and the period of construction after recognition.
@Suite struct StageTests: StageSuite {
  private static let names = ["eligibility", "submission", "annual"]

  // MARK: Which clauses

  /// The clauses of a type in a stage, as the articles of the documents have them.
  private func expected(_ type: String, _ stage: String) throws -> [String] {
    let national = try #require(
      ["collaboration": "8", "incubation": "9", "international": "10"][type])
    let henan = try #require(["collaboration": "4", "incubation": "5", "international": "6"][type])
    let duties = try #require(
      ["collaboration": "10.1", "incubation": "10.2", "international": "10.3"][type])
    let last = type == "incubation" ? 9 : 8
    switch stage {
    case "eligibility":
      return ["henan 3"] + (0...last).map { "henan \(henan).\($0)" }
        + (0...last).map { "national-2022 \(national).\($0)" }
    case "submission": return ["henan 8", "national-2022 11"]
    default:
      return [
        "henan \(duties)", "henan 14.3", "henan 14.4", "national-2022 15.3", "national-2022 15.4",
      ]
    }
  }

  @Test(arguments: ["collaboration", "incubation", "international"], names)
  func clausesOfAStage(type: String, stage: String) throws {
    let text = #"{"baseType": "\#(type)"}"#
    let options = ["--rulebook", "henan", "--rulebook", "national-2022"]
    let report = try staged(text, options + ["--stage", stage])
    #expect(try report.ids == expected(type, stage))
    #expect(report.rulebooks.flatMap(\.clauses).allSatisfy { $0.stage == stage })
    let joined = try staged(text, options + ["--stage=\(stage)"])
    #expect(joined.ids == report.ids)
  }

  @Test(arguments: ["collaboration", "incubation", "international"].sampled(1))
  func allStagesAreThoseTogether(type: String) throws {
    let text = #"{"baseType": "\#(type)"}"#
    let all = try staged(text, ["--stage", "all"])
    let parts = try Self.names.map { try staged(text, ["--stage", $0]) }
    #expect(all.ids.count == Set(all.ids).count)
    #expect(Set(all.ids) == Set(parts.flatMap(\.ids)))
    #expect(all.ids.count == parts.map(\.ids.count).reduce(0, +))
    for clause in all.rulebooks.flatMap(\.clauses) { #expect(Self.names.contains(clause.stage)) }
    for options in [
      ["--stage", "eligibility", "--stage", "submission", "--stage", "annual"],
      ["--stage", "annual", "--stage", "submission", "--stage", "eligibility"],
      ["--stage", "annual", "--stage", "all"], ["--stage=all", "--stage=all"],
    ] {
      #expect(try staged(text, options).ids == all.ids, "\(options)")
    }
    let two = try staged(text, ["--stage", "annual", "--stage", "submission", "--stage", "annual"])
    #expect(Set(two.ids) == Set(parts.dropFirst().flatMap(\.ids)))
    // The document's order, whatever the order of the options.
    let order = Dictionary(uniqueKeysWithValues: zip(all.ids, all.ids.indices))
    let places = two.ids.compactMap { order[$0] }
    #expect(places == places.sorted())
  }

  @Test func defaultIsTheBasicConditions() throws {
    try withSamples { directory in
      for format in ["text", "json", "ndjson"].sampled(1) {
        for file in ["eligible.json", "ineligible.json", "undetermined.json", "invalid.json"] {
          let plain = try Command.run(["--format", format, file], directory: directory)
          let named = try Command.run(
            ["--format", format, "--stage", "eligibility", file], directory: directory)
          #expect(plain.stdout == named.stdout)
          #expect(plain.stderr == named.stderr)
          #expect(plain.status == named.status)
        }
      }
    }
    let report = try staged(Sample.eligible())
    #expect(report.rulebooks.flatMap(\.clauses).allSatisfy { $0.stage == "eligibility" })
    #expect(report.rulebooks.map(\.id).sorted() == ["henan", "national-2022"])
  }

  @Test func stageIsAKeyOfEveryClauseInEveryForm() throws {
    let text = try Candidate.text(1)
    try withFiles([("a.json", text)]) { directory in
      for options in [
        ["--format", "json"], ["--format", "json", "--brief"], ["--format", "ndjson"],
      ] {
        let run = try Command.run(options + ["--stage", "all", "a.json"], directory: directory)
        let report = try JSONDecoder().decode(StagedReport.self, from: run.stdout)
        #expect(report.ids.count > 15)
        let stages = Set(report.rulebooks.flatMap(\.clauses).map(\.stage))
        #expect(stages == Set(Self.names))
      }
    }
  }

  @Test func verdictIsThatOfTheStagesAsked() throws {
    // Everything basic is met, the yearly plan is missing, and no channel is given.
    let text = try Candidate.text(
      1,
      """
      {"annual": {"year": 2023, "planSubmitted": false}, "recommendation": null,
       "recognition": {"recognisedOn": "2022-07-01"}}
      """)
    for (options, verdict) in [
      ([], "eligible"), (["--stage", "eligibility"], "eligible"),
      (["--stage", "submission"], "undetermined"), (["--stage", "annual"], "ineligible"),
      (["--stage", "submission", "--stage", "eligibility"], "undetermined"),
      (["--stage", "all"], "ineligible"),
    ] {
      let report = try staged(text, options)
      #expect(report.verdict == verdict, "\(options)")
      for rulebook in report.rulebooks {
        let verdicts = rulebook.clauses.map(\.verdict)
        let conjunction =
          verdicts.contains("fail")
          ? "ineligible" : verdicts.contains("unknown") ? "undetermined" : "eligible"
        #expect(rulebook.verdict == conjunction)
      }
    }
  }

  // MARK: Rulebooks that have nothing in a stage

  @Test func rulebookWithoutTheStageIsLeftOut() throws {
    let text = #"{"baseType": "collaboration"}"#
    func books(_ options: String...) throws -> [String] {
      try staged(text, options).rulebooks.map(\.id)
    }
    #expect(try books("--rulebook", "national") == ["national-2022"])
    let submission = try books("--rulebook", "national", "--stage", "submission")
    #expect(Set(submission) == ["national-2022", "national-2022-call"])
    #expect(try books("--rulebook", "national", "--stage", "annual") == ["national-2022"])
    #expect(
      try books("--rulebook", "national-2022-call", "--rulebook", "henan") == ["henan"])
    #expect(
      try books(
        "--rulebook", "national-2022-call", "--rulebook", "henan", "--stage", "submission")
        == ["national-2022-call", "henan"])
    let all = try staged(text, ["--stage", "all"])
    #expect(all.rulebooks.allSatisfy { !$0.clauses.isEmpty })
    #expect(!all.rulebooks.contains { $0.id == "most-international" })
    let park = try staged(#"{"baseType": "innovation-park"}"#, ["--stage", "all"])
    #expect(park.rulebooks.map(\.id) == ["most-international"])
  }

  /// A base type that no rulebook chosen has, whatever the stage, is a slip on the command line.
  static let noSuchType: [[String]] = [
    ["--type", "innovation-park", "--stage", "submission", "--rulebook", "national"],
    ["--type", "demonstration-base", "--stage", "annual", "--rulebook", "henan"],
    ["--type", "collaboration", "--rulebook", "most-international"],
  ]

  @Test(arguments: noSuchType) func baseTypeOfNoRulebookByTheOptions(options: [String]) throws {
    try withFiles([("a.json", try Candidate.text(1)), ("bad.json", "{")]) { directory in
      for file in ["a.json", "bad.json", "missing.json"] {
        let run = try Command.run(options + [file], directory: directory)
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.stdout.isEmpty)
        #expect(!run.errors.isEmpty)
        #expect(run.shownDiagnostics.isEmpty, "an input was read")
      }
    }
  }

  static let national = #"{"programme": "national", "baseType": "collaboration"}"#

  /// Where its rulebooks have no clause of the stages, the file is not at fault: an empty report, never
  /// eligible for want of conditions.
  @Test(
    arguments: [
      (national, ["--rulebook", "national-2022-call"]),
      (national, ["--rulebook=national-2022-call", "--stage=annual"]),
      (
        #"{"baseType": "collaboration"}"#,
        ["--rulebook=national-2022-call", "--rulebook=most-international", "--stage=annual"]
      ),
      (national, ["--rulebook=national-2022-call", "--stage=eligibility", "--stage=annual"]),
    ])
  func nothingToCheck(text: String, options: [String]) throws {
    try withFiles([("a.json", text)]) { directory in
      let run = try Command.run(options + ["--format", "json", "a.json"], directory: directory)
      #expect(run.status == 2)
      let place = try position(of: "\"collaboration\"", in: text)
      #expect(
        run.shownDiagnostics.map { "\($0.line):\($0.column) \($0.severity) \($0.code)" }
          == ["\(place.line):\(place.column) warning nothing-to-check"])
      let report = try run.report()
      #expect(report.verdict == "undetermined")
      #expect(report.rulebooks.isEmpty)
      #expect(report.diagnostics.map(\.code) == ["nothing-to-check"])
      let strict = try Command.run(options + ["--strict", "a.json"], directory: directory)
      #expect(strict.status == 65)
    }
  }

  /// In every format it is told that nothing was checked; nothing is said to be met.
  @Test(arguments: [
    "text", "markdown", "html", "csv", "junit", "github", "tap", "sarif", "json", "ndjson",
  ])
  func nothingToCheckIsToldInEveryFormat(format: String) throws {
    try withFiles([("a.json", Self.national)]) { directory in
      for language in ["zh", "en"].sampled(1) {
        let run = try Command.run(
          ["--rulebook", "national-2022-call", "--format", format, "--lang", language, "a.json"],
          directory: directory)
        #expect(run.status == 2)
        let said = ["nothing-to-check", "没有适用的条款", "no clause applies"]
        #expect(said.contains(where: run.output.contains), "\(run.output)")
        #expect(!run.output.contains("均符合") && !run.output.contains("all conditions are met"))
        #expect(!run.outputLines.contains { $0.hasPrefix("ok ") })
      }
      let lenient = try Command.run(
        ["--rulebook", "national-2022-call", "--format", format, "--fail-on", "fail", "a.json"],
        directory: directory)
      #expect(lenient.status == 0)
      #expect(!lenient.output.contains("<failure") && !lenient.output.contains("not ok"))
    }
  }

  /// Of a stage that some rulebook has, also where the one chosen has none of it.
  @Test func stageOfNoRulebookIsRefused() throws {
    let rules = Package.fixture("command/small-rules").path
    try withFiles([("a.json", #"{"baseType": "collaboration"}"#)]) { directory in
      for stage in ["submission", "annual"] {
        let run = try Command.run(
          ["--rules", rules, "--stage", stage, "a.json"], directory: directory)
        #expect(run.status == 64)
        #expect(run.stdout.isEmpty && run.shownDiagnostics.isEmpty)
        #expect(run.errors.contains("eligibility") && !run.errors.contains("submission, "))
      }
      for stage in ["eligibility", "all"] {
        let run = try Command.run(
          ["--rules", rules, "--stage", stage, "a.json"], directory: directory)
        #expect(run.status == 2, "\(run.errors)")
      }
    }
  }

  // MARK: Rulebooks of one round

  /// The call is for its own round: after it the measures alone are checked, and one line says why.
  @Test func callIsForItsOwnRound() throws {
    let text = #"{"programme": "national", "baseType": "collaboration"}"#
    func books(_ date: String, _ options: String...) throws -> [String] {
      try staged(text, ["--stage", "submission", "--date", date] + options).rulebooks.map(\.id)
    }
    for date in ["2022-04-29", "2022-06-10"] {
      #expect(try books(date) == ["national-2022", "national-2022-call"])
    }
    for date in ["2022-06-11", "2024-06-28"] {
      #expect(try books(date) == ["national-2022"])
      #expect(try books(date, "--rulebook", "national") == ["national-2022"])
      #expect(try books(date, "--rulebook", "national-2022-call") == ["national-2022-call"])
    }
  }

  @Test(arguments: ["text", "markdown", "html", "csv", "junit", "github", "tap", "json", "ndjson"])
  func leavingOutIsTold(format: String) throws {
    let text = #"{"programme": "national", "baseType": "collaboration"}"#
    try withFiles([("a.json", text)]) { directory in
      for (date, isOver) in [("2022-06-10", false), ("2022-06-11", true)] {
        let run = try Command.run(
          ["--stage", "submission", "--date", date, "--format", format, "a.json"],
          directory: directory)
        #expect(run.errors == "", "no warning: --strict does not refuse it")
        let output = run.output.replacing("\n  ", with: "")
        #expect(output.contains("均已截止") == isOver, "\(output)")
        if isOver {
          #expect(output.contains("2022-05-27T18:00") && output.contains("2022-06-10T18:00"))
        }
      }
      // The basic conditions are none of the call's.
      let basic = try Command.run(
        ["--date", "2022-06-11", "--format", format, "a.json"], directory: directory)
      #expect(!basic.output.contains("截止"))
    }
  }

  @Test(arguments: ["yearly", "Annual", "ALL", "", "eligibility,annual", "年度任务", "all ", "none"])
  func unknownStageIsRefused(stage: String) throws {
    try withFiles([("a.json", try Candidate.text(1)), ("bad.json", "{")]) { directory in
      for command in [[], ["check"], ["screen"], ["match"]].sampled(2) {
        for file in ["bad.json", "missing.json"].sampled(1) {
          for language in ["zh", "en"].sampled(1) {
            let run = try Command.run(
              command + ["--lang", language, "--stage", "all", "--stage", stage, file],
              directory: directory)
            #expect(run.status == 64)
            #expect(run.stdout.isEmpty)
            #expect(run.shownDiagnostics.isEmpty, "an input was read")
            for name in Self.names + ["all"] { #expect(run.errors.contains(name)) }
          }
        }
      }
      for arguments in [["a.json", "--stage"], ["--stage"]] {
        #expect(try Command.run(arguments, directory: directory).status == 64)
      }
      let near = try Command.run(
        ["--lang", "en", "--stage", "anual", "a.json"], directory: directory)
      #expect(near.status == 64)
      #expect(near.errors.contains("annual"))
    }
  }

  // MARK: Text

  private static let headings = [
    "zh": ["基本条件", "申报与材料", "年度任务"],
    "en": ["Basic conditions", "Submission and materials", "Yearly duties"],
  ]

  @Test(
    arguments: ["zh", "en"], [[], ["--brief"], ["--verbose"], ["--color", "always"]].sampled(2))
  func everyStageIsASection(language: String, options: [String]) throws {
    let headings = try #require(Self.headings[language])
    // What fails, is open and passes in each of the stages.
    let text = try Candidate.text(
      1,
      """
      {"platform": null, \(Candidate.shortOfStaff), "recommendation": {"channels": []},
       "annual": {"year": 2023, "planSubmitted": false},
       "recognition": {"recognisedOn": "2022-07-01"}}
      """)
    try withFiles([("a.json", text)]) { directory in
      for stages in [
        ["eligibility"], ["submission"], ["annual"], ["annual", "eligibility"], ["all"],
      ].sampled(3) {
        let choice = stages.flatMap { ["--stage", $0] }
        let run = try Command.run(
          ["--lang", language, "--rulebook", "national-2022"] + options + choice + ["a.json"],
          directory: directory)
        let lines = run.output.replacing(#/\u{1B}\[[0-9;]*m/#, with: "").components(
          separatedBy: "\n")
        let report = try withFiles([("a.json", text)]) { directory in
          try JSONDecoder().decode(
            StagedReport.self,
            from: try Command.run(
              ["--lang", language, "--rulebook", "national-2022", "--format", "json"] + choice
                + ["a.json"], directory: directory
            ).stdout)
        }
        let asked = Self.names.filter { stages == ["all"] || stages.contains($0) }
        let wanted = asked.map { headings[Self.names.firstIndex(of: $0) ?? 0] }
        // Each stage has its heading, once, in the vocabulary's order.
        #expect(lines.filter(headings.contains) == wanted)
        var section: String?
        var shown: [String: [String]] = [:]
        for line in lines {
          if let index = headings.firstIndex(of: line) { section = Self.names[index] }
          guard let section, let mark = line.first, "✓✗?".contains(mark) else { continue }
          shown[section, default: []].append(line)
        }
        for stage in asked {
          let clauses = report.rulebooks.flatMap(\.clauses).filter { $0.stage == stage }
          let found = shown[stage] ?? []
          #expect(found.count == clauses.count)
          let marks: [String: Character] = ["pass": "✓", "fail": "✗", "unknown": "?"]
          for (line, clause) in zip(found, clauses) {
            #expect(line.contains(clause.citation), "\(line)")
            #expect(line.first == marks[clause.verdict])
          }
        }
        #expect(lines.allSatisfy { width($0) <= 80 })
      }
    }
  }
}
