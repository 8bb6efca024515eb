import Foundation
import Testing

/// The stages of a rulebook, and the period of construction after recognition.
@Suite struct StageTests {
  /// What `CheckReport` does not decode: stages, and the period of construction.
  private struct StagedReport: Decodable {
    struct Clause: Decodable {
      let id: String
      let citation: String
      let stage: String
      let verdict: String
    }

    struct Period: Decodable {
      let citation: String
      let from: String?
      let until: String?
      let year: Int?
      let coverage: String?
    }

    struct Rulebook: Decodable {
      let id: String
      let verdict: String
      let clauses: [Clause]
      let constructionPeriod: Period?
    }

    let verdict: String
    let rulebooks: [Rulebook]

    /// Such as `henan 10.1`, in the order of the report.
    var ids: [String] { rulebooks.flatMap { book in book.clauses.map { "\(book.id) \($0.id)" } } }
  }

  private func staged(_ text: String, _ options: [String] = []) throws -> StagedReport {
    try withFiles([("a.json", text)]) { directory in
      let run = try Command.run(["--format", "json"] + options + ["a.json"], directory: directory)
      #expect([0, 1, 2].contains(run.status), "\(run.errors)")
      return try JSONDecoder().decode(StagedReport.self, from: run.stdout)
    }
  }

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
    default: return ["henan \(duties)", "henan 14.4", "national-2022 15.4"]
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
      1, #"{"annual": {"planSubmitted": false}, "recommendation": null}"#)
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
    ["--rulebook", "most-international", "--stage", "annual"],
    ["--rulebook", "most-international", "--stage", "submission", "--stage", "annual"],
    ["--rulebook", "national-2022-call"], ["--rulebook=national-2022-call", "--stage=annual"],
    ["--type", "innovation-park", "--stage", "submission"],
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
      #"{"programme": "most-international", "baseType": "innovation-park"}"#,
      #"{"baseType": "innovation-park"}"#,
    ], [["--stage", "annual"], ["--stage", "submission", "--stage", "annual"]])
  func nothingToCheckByTheApplication(text: String, options: [String]) throws {
    try withFiles([("a.json", text)]) { directory in
      let run = try Command.run(options + ["--format", "json", "a.json"], directory: directory)
      #expect(run.status == 65, "never eligible for want of conditions")
      let place = try position(of: "\"innovation-park\"", in: text)
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

  // MARK: The period of construction

  struct PeriodCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let from: String?
    let year: Int?
    let until: String?
    let coverage: String?

    var testDescription: String { name }

    static func load() throws -> [PeriodCase] {
      struct Table: Decodable { let cases: [PeriodCase] }
      let data = try Data(contentsOf: Package.fixture("stages/construction.json"))
      return try JSONDecoder().decode(Table.self, from: data).cases
    }

    /// An application with nothing else; a null and a missing key are the same.
    var text: String {
      let from = from.map { "\"\($0)\"" } ?? "null"
      let year = year.map(String.init) ?? "null"
      return
        #"{"baseType": "collaboration", "recognition": {"recognisedOn": \#(from)}, "annual": {"year": \#(year)}}"#
    }
  }

  @Test(arguments: try PeriodCase.load()) func period(_ testCase: PeriodCase) throws {
    for stage in ["annual", "all"] {
      let report = try staged(testCase.text, ["--stage", stage])
      for (id, article) in [("national-2022", "第十六条"), ("henan", "第十五条")] {
        let rulebook = try #require(report.rulebooks.first { $0.id == id })
        let period = try #require(rulebook.constructionPeriod)
        #expect(period.citation == article)
        #expect(period.from == testCase.from)
        #expect(period.until == testCase.until)
        #expect(period.year == testCase.year)
        #expect(period.coverage == testCase.coverage)
      }
    }
  }

  @Test(arguments: try PeriodCase.load(), ["zh", "en"])
  func periodInWords(_ testCase: PeriodCase, language: String) throws {
    try withFiles([("a.json", testCase.text)]) { directory in
      for (id, article) in [("national-2022", ["第十六条", "16"]), ("henan", ["第十五条", "15"])] {
        let run = try Command.run(
          ["--lang", language, "--stage", "annual", "--rulebook", id, "a.json"],
          directory: directory)
        let heading = language == "zh" ? "建设周期" : "Construction period"
        let index = try #require(run.outputLines.firstIndex { $0.hasPrefix(heading) })
        let line = run.outputLines[index...(index + 1)].joined(separator: " ")
        #expect(line.contains(language == "zh" ? article[0] : article[1]))
        if let until = testCase.until {
          #expect(line.contains(until))
          #expect(line.contains(testCase.from ?? "-"))
          if let year = testCase.year { #expect(line.contains("\(year)")) }
        }
        #expect(run.outputLines.allSatisfy { width($0) <= 80 })
      }
    }
  }

  /// In, partly in and outside of the period are told apart.
  @Test(arguments: ["zh", "en"]) func coverageIsToldInWords(language: String) throws {
    var told: [String] = []
    for year in ["2023", "2022", "2021", "null"] {
      let text =
        #"{"baseType": "incubation", "recognition": {"recognisedOn": "2022-07-01"}, "annual": {"year": \#(year)}}"#
      let run = try withFiles([("a.json", text)]) { directory in
        try Command.run(
          ["--lang", language, "--stage", "annual", "--rulebook", "henan", "a.json"],
          directory: directory)
      }
      let line = try #require(run.outputLines.first { $0.contains("2025-07-01") })
      told.append(line.replacing(year, with: "Y"))
    }
    #expect(Set(told).count == 4, "\(told)")
  }

  /// A missing recognition is said to be missing, not passed over.
  @Test func periodIsToldOnlyWithTheYearlyDuties() throws {
    let text = #"{"baseType": "collaboration", "recognition": {"recognisedOn": "2022-07-01"}}"#
    for options in [[], ["--stage", "submission"]] {
      let report = try staged(text, options)
      #expect(report.rulebooks.allSatisfy { $0.constructionPeriod == nil })
    }
    let none = try staged(#"{"baseType": "collaboration"}"#, ["--stage", "annual"])
    #expect(none.rulebooks.allSatisfy { $0.constructionPeriod != nil })
    let call = try staged(text, ["--stage", "all", "--rulebook", "national"])
    #expect(call.rulebooks.first { $0.id == "national-2022-call" }?.constructionPeriod == nil)
  }

  /// When it ends is told; it decides no verdict.
  @Test func periodDecidesNothing() throws {
    let duties = """
      "annual": {"year": YEAR, "planSubmitted": true, "summarySubmitted": true}
      """
    for year in ["2023", "2031", "null"] {
      let text = """
        {"baseType": "collaboration", "recognition": {"recognisedOn": "2022-07-01"},
         \(duties.replacing("YEAR", with: year))}
        """
      let report = try staged(text, ["--stage", "annual", "--rulebook", "national-2022"])
      #expect(report.verdict == "eligible")
    }
  }
}
