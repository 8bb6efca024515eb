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
