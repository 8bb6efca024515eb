import Testing

@testable import RuleEngine

/// Without a date, what is certain of a document with several versions is what every version gives.
@Suite struct UndatedTests {
  /// Whole versions of one document: of each the condition of its one criterion, and what else it has.
  private func library(_ articles: [String]) throws -> RuleLibrary {
    let books = articles.enumerated().map { index, article in
      TinyRules.rulebook(
        id: "v\(index)", series: "v", from: "20\(20 + index)-01-01",
        until: "20\(20 + index)-12-31", articles: article)
    }
    return try RuleLibrary(
      vocabulary: TinyRules.source("vocabulary.json"),
      rulebooks: books.enumerated().map { SourceText(name: "\($0).json", bytes: $1.utf8) })
  }

  private static func atLeast(_ people: Int) -> String {
    TinyRules.article(requiring: #"{"fact": "people", "isAtLeast": \#(people)}"#)
  }

  /// At least 50 people in the first version, 60 in the second, 55 in the third.
  @Test(
    arguments: [
      ("49", .fail, []), ("50", .unknown, ["applicationDate"]),
      ("54", .unknown, ["applicationDate"]), ("55", .unknown, ["applicationDate"]),
      ("59", .unknown, ["applicationDate"]), ("60", .pass, []), ("null", .unknown, ["people"]),
    ] as [(String, Verdict, [String])])
  func whatEveryVersionGives(_ people: String, _ verdict: Verdict, _ missing: [String]) throws {
    let library = try library([50, 60, 55].map(Self.atLeast))
    let report = try library.report(#"{"baseType": "one", "people": \#(people)}"#)
    #expect(report.diagnostics.isEmpty)
    #expect(report.rulebooks.map { $0.versions.map(\.id) } == [["v0", "v1", "v2"]])
    #expect(report.rulebooks.map(\.rulebook.id) == ["v2"])
    let criterion = try #require(report.criterion("1.a"))
    #expect(criterion.verdict == verdict)
    #expect(report.paths(criterion.missing) == missing)
    #expect(criterion.open == (verdict == .unknown ? .facts : nil))
    #expect(report.outcome == Outcome(verdict))
    // The requirement shown is the latest version's.
    #expect(criterion.required(in: .en) == "≥ 55")
  }

  /// What a version leaves open keeps the date from deciding, too.
  @Test(
    arguments: [
      (49, .unknown, ["guests"]), (50, .unknown, ["applicationDate", "guests"]),
      (59, .unknown, ["applicationDate", "guests"]), (60, .pass, []),
    ] as [(Int, Verdict, [String])])
  func whatOneVersionLeavesOpen(_ people: Int, _ verdict: Verdict, _ missing: [String]) throws {
    let library = try library(
      [50, 60].map {
        TinyRules.article(requiring: #"{"sum": ["people", "guests"], "isAtLeast": \#($0)}"#)
      })
    let report = try library.report(#"{"baseType": "one", "people": \#(people)}"#)
    let criterion = try #require(report.criterion("1.a"))
    #expect(criterion.verdict == verdict)
    #expect(report.paths(criterion.missing) == missing)
  }

  /// What a version does not ask for does not keep anybody out by it.
  @Test(
    arguments: [
      ("true", "true", .pass, .pass, .pass), ("false", "true", .fail, .pass, .unknown),
      ("true", "false", .pass, .fail, .unknown), ("null", "true", .unknown, .pass, .unknown),
      ("false", "null", .fail, .unknown, .unknown),
    ] as [(String, String, Verdict, Verdict, Verdict)])
  func clauseOfOneVersion(
    _ ok: String, _ fine: String, _ first: Verdict, _ second: Verdict, _ undated: Verdict
  ) throws {
    let (one, two) = (#"{"fact": "ok", "is": true}"#, #"{"fact": "fine", "is": true}"#)
    let library = try library([
      TinyRules.article(requiring: one, id: "1"), TinyRules.article(requiring: two, id: "2"),
    ])
    func outcome(_ date: String) throws -> Outcome {
      try library.report(
        #"{"baseType": "one", "ok": \#(ok), "fine": \#(fine), "applicationDate": \#(date)}"#
      ).outcome
    }
    #expect(try outcome(#""2020-05-01""#) == Outcome(first))
    #expect(try outcome(#""2021-05-01""#) == Outcome(second))
    #expect(try outcome("null") == Outcome(undated))
    let report = try library.report(#"{"baseType": "one", "ok": \#(ok), "fine": \#(fine)}"#)
    // The latest version's clauses stand first.
    #expect(report.rulebooks.flatMap(\.clauses).map(\.clause.id) == ["2.0", "1.0"])
  }

  /// A version without a clause for the type is not one that may govern.
  @Test func typeOfOneVersion() throws {
    let library = try library([
      TinyRules.article(requiring: #"{"fact": "ok", "is": true}"#, baseTypes: ["two"]),
      TinyRules.article(requiring: #"{"fact": "ok", "is": false}"#),
    ])
    let one = try library.report(#"{"baseType": "one", "ok": true}"#)
    #expect(one.rulebooks.map { $0.versions.map(\.id) } == [["v1"]])
    #expect(one.outcome == .ineligible)
    #expect(try library.report(#"{"baseType": "two", "ok": true}"#).outcome == .undetermined)
  }

  /// An id is one version, whatever the date.
  @Test func namedVersion() throws {
    let library = try library([50, 60].map(Self.atLeast))
    var options = Checker.Options()
    for (id, outcome) in [("v0", Outcome.eligible), ("v1", .ineligible)] {
      options.rulebooks = [id]
      let report = try library.report(#"{"baseType": "one", "people": 55}"#, options: options)
      #expect(report.outcome == outcome)
      #expect(report.rulebooks.map { $0.versions.map(\.id) } == [[id]])
    }
    for name in ["a", "v"] {
      options.rulebooks = [name]
      let report = try library.report(#"{"baseType": "one", "people": 55}"#, options: options)
      #expect(report.outcome == .undetermined)
    }
  }

  /// `match` and what `init` asks for go by the same versions.
  @Test func matchAndFacts() throws {
    let library = try library([
      TinyRules.article(requiring: #"{"fact": "people", "isAtLeast": 50}"#),
      TinyRules.article(requiring: #"{"fact": "guests", "isAtLeast": 5}"#),
    ])
    func match(_ text: String) throws -> Report {
      let reader = Application(vocabulary: library.vocabulary)
      reader.read(SourceText(name: "a.json", bytes: text.utf8))
      let report = Report(application: reader)
      try Checker(library).match(into: report)
      return report
    }
    #expect(try match(#"{"people": 50}"#).outcome == .undetermined)
    #expect(
      try match(#"{"people": 50, "applicationDate": "2020-05-01"}"#).outcome == .eligible)
    func facts(_ date: String?) throws -> [String] {
      var options = Checker.Options()
      options.date = date.flatMap { CivilDate($0) }
      return try Checker(library, options: options).factsToFill().map(\.key)
        .filter { ["people", "guests"].contains($0) }
    }
    #expect(try facts(nil) == ["people", "guests"])
    #expect(try facts("2020-05-01") == ["people"])
    #expect(try facts("2021-05-01") == ["guests"])
  }

  /// An id that is also a programme's name means the programme first, of which the date picks the
  /// version; itself where no version governs the date.
  @Test(
    arguments: [
      ("a", "2020-05-01", ["a"]), ("a", "2021-05-01", ["a-2021"]), ("a", "2022-01-01", ["a"]),
      ("a", "2019-12-31", ["a"]), ("a-2021", "2022-01-01", ["a-2021"]),
      ("a-2021", "2020-05-01", ["a-2021"]), ("s", "2020-05-01", ["a"]),
      ("s", "2022-01-01", ["a-2021"]),
    ])
  func idThatIsAName(_ name: String, _ date: String, _ ids: [String]) throws {
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "a", series: "s", from: "2020-01-01", until: "2020-12-31"),
      TinyRules.rulebook(id: "a-2021", series: "s", from: "2021-01-01", until: "2021-12-31"))
    #expect(library.rulebooks.map(library.hasAmbiguousID) == [true, false])
    var options = Checker.Options()
    options.rulebooks = [name]
    let text = #"{"baseType": "one", "applicationDate": "\#(date)"}"#
    #expect(try library.report(text, options: options).rulebooks.map(\.rulebook.id) == ids)
  }

  @Test func idThatIsANameWithoutDate() throws {
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "a", series: "s", from: "2020-01-01", until: "2020-12-31"),
      TinyRules.rulebook(id: "a-2021", series: "s", from: "2021-01-01"))
    var options = Checker.Options()
    options.rulebooks = ["a"]
    let report = try library.report(#"{"baseType": "one"}"#, options: options)
    #expect(report.rulebooks.map { $0.versions.map(\.id) } == [["a", "a-2021"]])
  }
}
