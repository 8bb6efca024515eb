import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What a criterion of the JSON report says of its verdict.
@Suite struct CriterionReportJSONTests {
  @Test func failingCountSaysByHowMuch() throws {
    let text = try Sample.ineligible()
    let criterion = try #require(try check(text).criterion("8.5.a"))
    #expect(criterion.verdict == "fail")
    #expect(criterion.basis == "measured")
    #expect(criterion.actual == "44")
    #expect(criterion.required == "≥ 50")
    #expect(criterion.shortfall == "6")
    #expect(!criterion.boundary)
    #expect(criterion.open == nil)
    #expect(criterion.missing == [])
    for (path, value) in [("staff.fullTime", "32,"), ("staff.partTime", "12,")] {
      let fact = try #require(criterion.facts.first { $0.path == path })
      let place = try position(of: value, in: text)
      #expect(fact.line == place.line)
      #expect(fact.column == place.column)
    }
  }

  @Test func valueOnTheThresholdIsMarked() throws {
    let report = try check(
      Sample.text(
        "collaboration",
        replacing: [
          #""fullTime": 48"#: #""fullTime": 38"#,
          #""scienceAndTechnology": 55"#: #""scienceAndTechnology": 40"#,
        ]))
    #expect(report.verdict == "eligible")
    for id in ["8.5.a", "8.5.b", "4.5.a", "4.5.b"] {
      #expect(report.criterion(id)?.verdict == "pass")
      #expect(report.criterion(id)?.boundary == true, "\(id)")
      #expect(report.criterion(id)?.shortfall == nil)
    }
    let above = try check(Sample.eligible())
    #expect(above.criterion("8.5.a")?.boundary == false)
    #expect(above.criterion("8.5.b")?.boundary == false)
  }

  @Test func unknownSaysWhoseTurnItIs() throws {
    let linked = try #require(try check(Sample.undetermined()).criterion("8.3.b"))
    #expect(linked.verdict == "unknown")
    #expect(linked.open == "facts")
    #expect(linked.missing == ["platform.linked"])

    let kind = try #require(
      try check(
        Sample.text(
          "collaboration", replacing: [#""new-rd-institution""#: #""incubator""#])
      ).criterion("8.0.a"))
    #expect(kind.verdict == "unknown")
    #expect(kind.open == "authority")
    #expect(kind.missing == [])

    let expert = try #require(
      try check(
        Sample.text(
          "collaboration",
          replacing: [#""name": "席山", "leads": true"#: #""name": "席山", "leads": null"#])
      ).criterion("8.4.a"))
    #expect(expert.verdict == "unknown")
    #expect(expert.open == "facts")
    #expect(expert.missing == ["experts[1].leads"])
  }

  @Test func onlyAnUnknownIsOpen() throws {
    for text in [
      try Sample.eligible(), try Sample.ineligible(), try Sample.undetermined(),
      #"{"baseType": "incubation", "tenants": [{}]}"#, #"{"baseType": "international"}"#,
    ] {
      for criterion in try check(text).rulebooks.flatMap(\.clauses).flatMap({ $0.criteria ?? [] }) {
        if criterion.verdict == "unknown" {
          #expect(["facts", "authority"].contains(criterion.open), "\(criterion.id)")
          #expect(criterion.open == "authority" || !criterion.missing.isEmpty, "\(criterion.id)")
        } else {
          #expect(criterion.open == nil, "\(criterion.id)")
          #expect(criterion.missing == [], "\(criterion.id)")
        }
        #expect(criterion.verdict != "pass" || criterion.shortfall == nil, "\(criterion.id)")
        #expect(!criterion.requirement.isEmpty)
      }
    }
  }

  static let shortfalls:
    [(sample: String, old: String, new: String, criterion: String, shortfall: String?)] = [
      ("collaboration", #"55,"#, #"36,"#, "8.5.b", "12"),
      ("collaboration", #"55,"#, #"47,"#, "8.5.b", "1"),
      (
        "collaboration", "48,\n    \"partTime\": 12,\n    \"scienceAndTechnology\": 55",
        "0,\n    \"partTime\": 12,\n    \"scienceAndTechnology\": 12", "8.5.a", "38"
      ),
      (
        "collaboration", #""leads": true, "renowned": true, "relevantField": true}"# + "\n",
        #""leads": false, "renowned": true, "relevantField": true}"# + "\n", "8.4.a", "1"
      ),
      ("collaboration", #""2018-03-12""#, #""2022-01-10""#, "8.7.b", "2023-01-10"),
      (
        "collaboration", #""incidents": []"#, #""incidents": [{"date": "2022-01-31"}]"#, "8.8.a",
        "2023-02-01"
      ),
      ("incubation", "12000.5", "4800", "9.5.a", "200"),
      ("incubation", "12000.5", "4999.25", "9.5.a", "0.75"),
      ("incubation", #"["technology-sme", "high-tech"]"#, "[]", "9.4.a", "1"),
      (
        "incubation", #"{"fullTime": 24, "partTime": 12}"#, #"{"fullTime": 2, "partTime": 9}"#,
        "9.6.b", "19"
      ),
      ("incubation", #""2021-06-30""#, #""2021-05-19""#, "9.2.a", "1"),
      ("international", #""monthsPerYear": 3.5"#, #""monthsPerYear": 2.99"#, "10.4.a", "1"),
      ("international", #""nationality": "FR""#, #""nationality": "HK""#, "10.4.a", "1"),
    ]

  @Test(arguments: shortfalls.indices) func shortfallIsExact(index: Int) throws {
    let row = Self.shortfalls[index]
    let text = try Sample.text(row.sample, replacing: [row.old: row.new])
    let report = try check(text, rulebooks: ["national"])
    #expect(report.verdict == "ineligible")
    let criterion = try #require(report.criterion(row.criterion))
    #expect(criterion.verdict == "fail")
    #expect(criterion.shortfall == row.shortfall)
  }

  @Test func shortfallOfAnIncidentOnTheLastDayOfFebruary() throws {
    let text = try Sample.text(
      "collaboration", replacing: [#""incidents": []"#: #""incidents": [{"date": "2023-02-28"}]"#])
    let within = try check(text, on: "2024-02-29")
    #expect(within.criterion("8.8.a")?.verdict == "fail")
    #expect(within.criterion("8.8.a")?.shortfall == "2024-03-01")
    let after = try check(text, on: "2024-03-01")
    #expect(after.criterion("8.8.a")?.verdict == "pass")
  }

  @Test func shareOfNothingHasNoShortfall() throws {
    let text = try Sample.text(
      "collaboration",
      replacing: [
        #""fullTime": 48"#: #""fullTime": 0"#, #""partTime": 12"#: #""partTime": 0"#,
        #""scienceAndTechnology": 55"#: #""scienceAndTechnology": 0"#,
      ])
    let criterion = try #require(try check(text).criterion("8.5.b"))
    #expect(criterion.verdict == "fail")
    #expect(criterion.shortfall == nil)
  }
}
