import Rules
import Testing

@testable import RuleEngine

/// The years after recognition in which a base is built.
@Suite struct ConstructionTests {
  private func library(_ length: String = #"{"years": 3}"#) throws -> RuleLibrary {
    let ok = #"{"fact": "ok", "is": true}"#
    let period = """
      {"citation": {"zh": "第十六条", "en": "Article 16"}, "stage": "later", "from": "left",
       "length": \(length), "year": "people"}
      """
    return try TinyRules.library(
      TinyRules.rulebook(
        id: "r", head: "\"constructionPeriod\": \(period)",
        articles: [
          TinyRules.article(requiring: ok, id: "1"),
          TinyRules.article(requiring: ok, id: "2", stage: "later", baseTypes: ["one"]),
        ].joined(separator: ", ")))
  }

  private func report(
    _ facts: String, _ library: RuleLibrary, stages: Set<String> = ["later"],
    baseType: String = "one"
  ) throws -> RulebookReport {
    var options = Checker.Options()
    options.stages = stages
    let report = try library.report(#"{"baseType": "\#(baseType)"\#(facts)}"#, options: options)
    #expect(report.diagnostics.isEmpty)
    return try #require(report.rulebooks.first)
  }

  /// From a day, for so long: the last day, and how much of a year lies in it.
  @Test(
    arguments: [
      ("2022-05-20", #"{"years": 3}"#, 2021, "2025-05-20", .none),
      ("2022-05-20", #"{"years": 3}"#, 2022, "2025-05-20", .part),
      ("2022-05-20", #"{"years": 3}"#, 2023, "2025-05-20", .whole),
      ("2022-05-20", #"{"years": 3}"#, 2024, "2025-05-20", .whole),
      ("2022-05-20", #"{"years": 3}"#, 2025, "2025-05-20", .part),
      ("2022-05-20", #"{"years": 3}"#, 2026, "2025-05-20", .none),
      ("2022-01-01", #"{"years": 3}"#, 2021, "2025-01-01", .none),
      ("2022-01-01", #"{"years": 3}"#, 2022, "2025-01-01", .whole),
      ("2022-01-01", #"{"years": 3}"#, 2025, "2025-01-01", .part),
      ("2022-01-02", #"{"years": 3}"#, 2022, "2025-01-02", .part),
      ("2021-12-31", #"{"years": 3}"#, 2021, "2024-12-31", .part),
      ("2021-12-31", #"{"years": 3}"#, 2024, "2024-12-31", .whole),
      ("2021-12-31", #"{"years": 3}"#, 2025, "2024-12-31", .none),
      ("2021-12-30", #"{"years": 3}"#, 2024, "2024-12-30", .part),
      ("2024-02-29", #"{"years": 3}"#, 2027, "2027-02-28", .part),
      ("2024-02-29", #"{"years": 4}"#, 2028, "2028-02-29", .part),
      ("2022-08-31", #"{"months": 6}"#, 2023, "2023-02-28", .part),
      ("2022-08-31", #"{"months": 6}"#, 2024, "2023-02-28", .none),
      ("2022-12-31", #"{"days": 1}"#, 2023, "2023-01-01", .part),
      ("9996-12-31", #"{"years": 3}"#, 9999, "9999-12-31", .whole),
      ("0001-01-01", #"{"years": 3}"#, 1, "0004-01-01", .whole),
    ] as [(String, String, Int, String, ConstructionReport.Coverage)])
  func covers(
    _ start: String, _ length: String, _ year: Int, _ end: String,
    _ coverage: ConstructionReport.Coverage
  ) throws {
    let report = try report(#", "left": "\#(start)", "people": \#(year)"#, library(length))
    let construction = try #require(report.construction)
    #expect(construction.start == CivilDate(start))
    #expect(construction.end == CivilDate(end))
    #expect(construction.year == year)
    #expect(construction.coverage == coverage)
    #expect(construction.period.citation[.zh] == "第十六条")
  }

  /// What is not known, or no year of the calendar, says nothing of the period.
  @Test(
    arguments: [
      (#", "people": 2023"#, nil, 2023), (#", "left": null, "people": 2023"#, nil, 2023),
      (#", "left": "never", "people": 2023"#, nil, 2023),
      (#", "left": "2022-05-20""#, "2025-05-20", nil),
      (#", "left": "2022-05-20", "people": null"#, "2025-05-20", nil),
      (#", "left": "2022-05-20", "people": 0"#, "2025-05-20", 0),
      (#", "left": "2022-05-20", "people": 10000"#, "2025-05-20", 10_000),
      (#", "left": "2022-05-20", "people": 1000000000"#, "2025-05-20", 1_000_000_000),
      (#", "left": "9997-01-01", "people": 9999"#, nil, 9999), ("", nil, nil),
    ] as [(String, String?, Int?)])
  func isNotKnown(_ facts: String, _ end: String?, _ year: Int?) throws {
    let construction = try #require(try report(facts, library()).construction)
    #expect(construction.end?.description == end)
    #expect(construction.year == year)
    #expect(construction.coverage == nil)
  }

  /// It is told where clauses of its stage were checked.
  @Test func isTold() throws {
    let facts = #", "left": "2022-05-20", "people": 2023"#
    #expect(try report(facts, library(), stages: ["eligibility"]).construction == nil)
    #expect(try report(facts, library(), stages: ["eligibility", "later"]).construction != nil)
    // No clause of the stage is for this type.
    let other = try report(
      facts, library(), stages: ["eligibility", "later"], baseType: "two")
    #expect(other.construction == nil)
    let without = try TinyRules.library(TinyRules.rulebook(id: "r"))
    #expect(try report(facts, without, stages: ["eligibility"]).construction == nil)
  }

  /// Three years from the day of recognition, in both documents.
  @Test(arguments: [("national-2022", "第十六条"), ("henan", "第十五条")])
  func builtIn(_ id: String, _ citation: String) throws {
    var options = Checker.Options()
    options.rulebooks = [id]
    options.stages = ["annual"]
    let text = """
      {"baseType": "incubation", "recognition": {"recognisedOn": "2022-07-01"}, "annual": {"year": 2025}}
      """
    let report = try RuleLibrary.builtIn().report(text, options: options)
    let construction = try #require(report.rulebooks.first?.construction)
    #expect(construction.end == CivilDate("2025-07-01"))
    #expect(construction.coverage == .part)
    #expect(construction.period.citation[.zh] == citation)
  }
}
