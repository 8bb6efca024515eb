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

  @Test(arguments: ["collaboration", "incubation", "international"])
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
      for format in ["text", "json", "ndjson"] {
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

  static let nothing: [[String]] = [
    ["--rulebook", "national-2022-call", "--stage", "eligibility", "--stage", "annual"],
    ["--rulebook", "national-2022-call"], ["--rulebook=national-2022-call", "--stage=annual"],
    ["--type", "innovation-park", "--stage", "submission", "--rulebook", "national"],
    ["--type", "demonstration-base", "--stage", "annual", "--rulebook", "henan"],
  ]

  @Test(arguments: nothing) func nothingToCheckByTheOptions(options: [String]) throws {
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

  @Test(
    arguments: [
      #"{"programme": "national", "baseType": "collaboration"}"#,
      #"{"baseType": "collaboration"}"#,
    ], [["--stage", "annual"], ["--stage", "eligibility", "--stage", "annual"]])
  func nothingToCheckByTheApplication(text: String, stages: [String]) throws {
    // The call has no such stage, the ministry's measures no such type.
    let options = ["--rulebook", "national-2022-call", "--rulebook", "most-international"] + stages
    try withFiles([("a.json", text)]) { directory in
      let run = try Command.run(options + ["--format", "json", "a.json"], directory: directory)
      #expect(run.status == 65, "never eligible for want of conditions")
      let place = try position(of: "\"collaboration\"", in: text)
      #expect(
        run.shownDiagnostics.map { "\($0.line):\($0.column) \($0.code)" }
          == ["\(place.line):\(place.column) inconsistent"])
      let report = try run.report()
      #expect(report.verdict == "invalid")
      #expect(report.rulebooks.isEmpty)
    }
  }

  @Test(arguments: ["yearly", "Annual", "ALL", "", "eligibility,annual", "年度任务", "all ", "none"])
  func unknownStageIsRefused(stage: String) throws {
    try withFiles([("a.json", try Candidate.text(1)), ("bad.json", "{")]) { directory in
      for command in [[], ["check"], ["screen"], ["match"]] {
        for file in ["bad.json", "missing.json"] {
          for language in ["zh", "en"] {
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

  @Test(arguments: ["zh", "en"], [[], ["--brief"], ["--verbose"], ["--color", "always"]])
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
      ] {
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
