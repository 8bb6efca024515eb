import Foundation
import Testing

@testable import TestSupport

/// When the period of construction ends, and whether the year checked lies in it.
@Suite struct ConstructionPeriodTests: StageSuite {
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

  @Test(arguments: ["annual", "all"]) func period(stage: String) throws {
    let cases = try PeriodCase.load()
    let run = try Command.run(
      ["--ndjson", "--format", "ndjson", "--stage", stage, "-"],
      input: Data(cases.map(\.text).joined(separator: "\n").utf8))
    #expect([0, 1, 2].contains(run.status), "\(run.errors)")
    let lines = run.outputLines
    try #require(lines.count == cases.count)
    for (testCase, line) in zip(cases, lines) {
      let report = try JSONDecoder().decode(StagedReport.self, from: Data(line.utf8))
      for (id, article) in [("national-2022", "第十六条"), ("henan", "第十五条")] {
        let rulebook = try #require(report.rulebooks.first { $0.id == id })
        let period = try #require(rulebook.constructionPeriod)
        #expect(period.citation == article, "\(testCase.name)")
        #expect(period.from == testCase.from, "\(testCase.name)")
        #expect(period.until == testCase.until, "\(testCase.name)")
        #expect(period.year == testCase.year, "\(testCase.name)")
        #expect(period.coverage == testCase.coverage, "\(testCase.name)")
      }
    }
  }

  @Test(arguments: try PeriodCase.load().sampled(4), ["zh", "en"])
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

  /// The yearly duties are for years in the period: outside it, or where that is not known, nothing
  /// is called met.
  @Test(arguments: [
    ("2023", "2022-07-01", "eligible"), ("2022", "2022-07-01", "eligible"),
    ("2025", "2022-07-01", "eligible"), ("2021", "2022-07-01", "undetermined"),
    ("2026", "2022-07-01", "undetermined"), ("2031", "2022-07-01", "undetermined"),
    ("null", "2022-07-01", "undetermined"), ("2023", nil, "undetermined"),
    ("null", nil, "undetermined"),
  ])
  func nothingIsMetOutsideThePeriod(year: String, recognised: String?, verdict: String) throws {
    let text = """
      {"baseType": "collaboration", "applicant": {"platformRegistered": true},
       "recognition": {"recognisedOn": \(recognised.map { "\"\($0)\"" } ?? "null")},
       "annual": {"year": \(year), "planSubmitted": true, "summarySubmitted": true,
         "platformWork": true, "platformResources": true, "volunteerService": true,
         "innovationActivities": true, "platformUploads": 20, "volunteerActivities": 5,
         "activities": 2}}
      """
    let ids = ["national-2022", "henan"]
    let report = try staged(text, ["--stage", "annual"] + ids.flatMap { ["--rulebook", $0] })
    #expect(report.rulebooks.map(\.id) == ids)
    #expect(report.verdict == verdict)
    for rulebook in report.rulebooks {
      #expect(rulebook.verdict == verdict)
      let verdicts = Set(rulebook.clauses.map(\.verdict))
      #expect(verdicts == [verdict == "eligible" ? "pass" : "unknown"])
    }
  }

  /// With everything else met, the whole is open too, and the report says why, once a clause.
  @Test(arguments: [("zh", "建设周期之外"), ("en", "outside the construction period")])
  func whatIsSaidOutsideThePeriod(language: String, words: String) throws {
    let text = try Candidate.text(
      1, #"{"recognition": {"recognisedOn": "2022-07-01"}, "annual": {"year": 2026}}"#)
    try withFiles([("a.json", text)]) { directory in
      let stages = ["--stage", "eligibility", "--stage", "annual"]
      let run = try Command.run(
        ["--lang", language, "--rulebook", "national-2022"] + stages + ["a.json"],
        directory: directory)
      #expect(run.status == 2, "\(run.errors)")
      let joined = run.output.replacing("\n    ", with: " ").replacing("\n     ", with: " ")
      // Under each of two clauses, and among what is to be done.
      #expect(joined.components(separatedBy: words).count == 4, "\(run.output)")
      #expect(run.outputLines.allSatisfy { width($0) <= 80 })
      let brief = try Command.run(
        ["--lang", language, "--brief", "--rulebook", "national-2022"] + stages + ["a.json"],
        directory: directory)
      #expect(brief.status == 2)
    }
  }

  /// What comes at the end of the period is said where that is told.
  @Test func acceptanceAtTheEnd() throws {
    let text = #"{"baseType": "collaboration", "recognition": {"recognisedOn": "2022-07-01"}}"#
    for (id, article) in [("national-2022", "第十八条"), ("henan", "第十七条")] {
      let report = try staged(text, ["--stage", "annual", "--rulebook", id])
      let note = try #require(report.rulebooks.first?.constructionPeriod?.note)
      #expect(note.contains("验收") && note.contains(article))
      try withFiles([("a.json", text)]) { directory in
        let run = try Command.run(
          ["--stage", "annual", "--rulebook", id, "a.json"], directory: directory)
        #expect(run.output.replacing("\n  ", with: "").contains(note))
      }
    }
  }
}
