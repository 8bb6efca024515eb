import Testing

@testable import RuleEngine

/// What a screening keeps of a candidate.
@Suite struct CandidateTests {
  @Test func whatIsKept() throws {
    let batch = try SmallBatch()
    let candidate = try batch.candidate(
      "PFU", name: "甲公司", code: SmallBatch.codes[0], base: "甲基地",
      channels: #"[{"kind": "national-society", "name": "学会"}, null, {"name": "科协"}]"#,
      more: #", "unknown": 1"#)
    #expect(candidate.source == "a.json")
    #expect(candidate.line == 1 && !candidate.isOneLine)
    #expect(candidate.name == "甲公司")
    #expect(candidate.creditCode == SmallBatch.codes[0])
    #expect(candidate.baseName == "甲基地")
    #expect(candidate.baseType == "collaboration")
    #expect(
      candidate.channels?.map { [$0.kind, $0.name] } == [
        ["national-society", "学会"], [nil, nil], [nil, "科协"],
      ])
    #expect(candidate.outcome == .ineligible)
    #expect(candidate.errorCount == 0 && candidate.warningCount == 1)
    let result = try #require(candidate.results.first)
    #expect(candidate.results.count == 1)
    #expect(result.rulebook.id == "own-national" && result.baseType == "collaboration")
    #expect(result.outcome == .ineligible)
    #expect([result.counts.pass, result.counts.fail, result.counts.unknown] == [1, 1, 1])
    #expect(result.clauses.map(\.verdict) == [.pass, .fail, .unknown])
    #expect(result.clauses.map(\.clause.id) == ["1.0", "2.0", "3.0"])
    #expect(result.obstacles.map(\.clause.id) == ["2.0", "3.0"])
  }

  /// What is not said is not known; an empty list of channels is.
  @Test func whatIsNotSaid() throws {
    let batch = try SmallBatch()
    let candidate = try batch.candidate(text: #"{"baseType": "incubation"}"#)
    #expect(candidate.name == nil && candidate.creditCode == nil && candidate.baseName == nil)
    #expect(candidate.channels == nil)
    #expect(candidate.outcome == .undetermined)
    #expect(candidate.results.map(\.rulebook.id) == ["own-henan", "own-national"])
    #expect(try batch.candidate(channels: "[]").channels?.isEmpty == true)
    #expect(try batch.candidate(channels: "null").channels == nil)
  }

  @Test func withDataErrors() throws {
    let batch = try SmallBatch()
    let candidate = try batch.candidate(
      name: "甲", code: "1", more: #", "site": 1, "unknown": 1"#)
    #expect(candidate.outcome == .invalid)
    #expect(candidate.results.isEmpty)
    #expect(candidate.errorCount == 2 && candidate.warningCount == 1)
    #expect(candidate.name == "甲")
    // A code of the wrong form is none.
    #expect(candidate.creditCode == nil)
    let broken = try batch.candidate(text: "{")
    #expect(broken.outcome == .invalid && broken.errorCount > 0)
    #expect(broken.name == nil && broken.channels == nil)
  }

  @Test func unreadable() {
    let candidate = Candidate(unreadable: "gone.json")
    #expect(candidate.source == "gone.json" && candidate.outcome == nil)
    #expect(candidate.results.isEmpty && candidate.errorCount == 0)
  }

  /// The line of a larger text.
  @Test func lineOfAText() throws {
    let batch = try SmallBatch()
    let application = Application(vocabulary: batch.library.vocabulary)
    Array(#"{"baseType": "incubation"}"#.utf8).withUnsafeBytes {
      application.read($0, name: "a.ndjson", line: 7)
    }
    let report = batch.checker.check(application)
    let candidate = Candidate(report, source: "a.ndjson")
    #expect(candidate.line == 7 && candidate.isOneLine)
  }

  /// What failing criteria lack, in the language asked for.
  @Test(arguments: [(Language.zh, "人"), (.en, "people")])
  func gaps(_ language: Language, _ unit: String) throws {
    let library = try BuiltIn.library()
    var options = Checker.Options()
    options.rulebooks = ["national-2022"]
    options.stages = ["eligibility", "submission"]
    let report = try library.report(
      """
      {"baseType": "collaboration", "applicationDate": "2022-05-20",
       "staff": {"fullTime": 30, "partTime": 14, "scienceAndTechnology": 44,
         "technologyTransferTeam": false},
       "applicant": {"registeredOn": "2021-05-21"},
       "recommendation": {"channels": [{"kind": "national-society"}, {"kind": "national-society"}]}}
      """, options: options)
    let candidate = Candidate(report, source: "a.json")
    let judged = try #require(candidate.results.first?.clauses)
    func gaps(_ id: String) throws -> [[String?]] {
      try #require(judged.first { $0.clause.id == id }).gaps.map {
        [
          $0.criterion.id, $0.lack?.amount(in: language), $0.lack?.unit(in: language),
          $0.isExcess ? "excess" : nil,
        ]
      }
    }
    #expect(try gaps("8.5") == [["8.5.a", "6", unit, nil], ["8.5.c", nil, nil, nil]])
    #expect(try gaps("8.7") == [["8.7.b", "2022-05-21", nil, nil]])
    // Of what does not fail, nothing is lacking.
    #expect(judged.filter { $0.verdict != .fail }.allSatisfy { $0.gaps.isEmpty })
    #expect(judged.filter { $0.verdict == .fail }.allSatisfy { !$0.gaps.isEmpty })
  }
}
