import Testing

@testable import RuleEngine
@testable import TestSupport

/// Which base could be applied for: an application against every rulebook and base type.
@Suite struct MatchTests {
  /// One line of a match: `rulebook/type pass,fail,unknown`.
  private static func lines(_ report: Report) -> [String] {
    report.rulebooks.map { rulebook in
      let counts = rulebook.counts
      return
        "\(rulebook.rulebook.id)/\(rulebook.baseType ?? "-") \(counts.pass),\(counts.fail),\(counts.unknown)"
    }
  }

  private static func match(
    _ text: String, _ library: RuleLibrary, _ options: Checker.Options = Checker.Options()
  ) throws -> Report {
    let report = Report(application: Application(vocabulary: library.vocabulary))
    report.application.read(SourceText(name: "a.json", bytes: text.utf8))
    try Checker(library, options: options).match(into: report)
    return report
  }

  /// `r`: for one, people and ok; for two, area, and a part of a whole. `s`: for one, more people.
  private static func library() throws -> RuleLibrary {
    func article(_ id: String, _ type: String, _ condition: String) -> String {
      TinyRules.article(requiring: condition, id: id, baseTypes: [type])
    }
    return try TinyRules.library(
      TinyRules.rulebook(
        id: "r",
        articles: [
          article("1", "one", #"{"fact": "people", "isAtLeast": 2}"#),
          article("2", "one", #"{"fact": "ok", "is": true}"#),
          article("3", "two", #"{"fact": "area", "isAtLeast": 100}"#),
          article(
            "4", "two",
            #"{"all": [{"fact": "fine", "is": true}, {"fact": "plot", "isAtLeast": 1}]}"#),
        ].joined(separator: ", ")),
      TinyRules.rulebook(
        id: "s", programme: "b", baseTypes: ["one"],
        articles: article("5", "one", #"{"fact": "people", "isAtLeast": 5}"#)),
      TinyRules.rulebook(
        id: "t", programme: "b", baseTypes: [], head: #""about": "sender""#,
        articles: TinyRules.article(requiring: #"{"fact": "honest", "is": true}"#)))
  }

  /// What the facts speak to, nearest first, and how many are left out.
  @Test(
    arguments: [
      // Nothing is said: everything.
      ("", ["r/one 0,0,2", "r/two 0,0,2", "s/one 0,0,1"], 0),
      (#""x-note": 1"#, ["r/one 0,0,2", "r/two 0,0,2", "s/one 0,0,1"], 0),
      (#""baseType": "two""#, ["r/one 0,0,2", "r/two 0,0,2", "s/one 0,0,1"], 0),
      (
        #""programme": "b", "applicationDate": "2022-05-20", "name": "甲""#,
        ["r/one 0,0,2", "r/two 0,0,2", "s/one 0,0,1"], 0
      ),
      // Decided clauses, whichever way.
      (#""people": 3"#, ["r/one 1,0,1", "s/one 0,1,0"], 1),
      (#""people": 5"#, ["s/one 1,0,0", "r/one 1,0,1"], 1),
      (#""people": 5, "ok": true"#, ["r/one 2,0,0", "s/one 1,0,0"], 1),
      (#""people": 1"#, ["r/one 0,1,1", "s/one 0,1,0"], 1),
      (#""people": 1, "ok": false"#, ["r/one 0,2,0", "s/one 0,1,0"], 1),
      // One lacks something, of the other nothing is known to be met.
      (
        #""people": 3, "ok": false, "fine": true, "area": 100"#,
        ["r/two 1,0,1", "r/one 1,1,0", "s/one 0,1,0"], 0
      ),
      (
        #""people": 3, "ok": true, "area": 100, "fine": null"#,
        ["r/one 2,0,0", "r/two 1,0,1", "s/one 0,1,0"], 0
      ),
      (#""area": 100"#, ["r/two 1,0,1"], 2),
      (#""area": 99"#, ["r/two 0,1,1"], 2),
      (#""area": 99, "ok": true"#, ["r/one 1,0,1", "r/two 0,1,1"], 1),
      (#""area": 100, "people": 5"#, ["s/one 1,0,0", "r/one 1,0,1", "r/two 1,0,1"], 0),
      // None decided: those of which a fact is read.
      (#""fine": true"#, ["r/two 0,0,2"], 2),
      (#""fine": true, "ok": false"#, ["r/one 0,1,1"], 2),
      (#""fine": null, "ok": null"#, ["r/one 0,0,2", "r/two 0,0,2", "s/one 0,0,1"], 0),
    ] as [(String, [String], Int)])
  func whatFactsSpeakTo(_ facts: String, _ expected: [String], _ leftOut: Int) throws {
    let report = try Self.match("{\(facts)}", Self.library())
    #expect(report.diagnostics.isEmpty)
    #expect(Self.lines(report) == expected)
    #expect(report.leftOut == leftOut)
  }

  /// What an application applies for plays no part.
  @Test(arguments: ["", #""programme": "a", "#, #""programme": "b", "#])
  func itsOwnChoicePlaysNoPart(programme: String) throws {
    for baseType in ["", #""baseType": "one", "#, #""baseType": "two", "#, #""baseType": null, "#] {
      let text = #"{\#(programme)\#(baseType)"people": 3, "area": 3}"#
      let report = try Self.match(text, Self.library())
      #expect(Self.lines(report) == ["r/one 1,0,1", "r/two 0,1,1", "s/one 0,1,0"], "\(text)")
    }
  }

  /// With options it is narrower.
  @Test func narrower() throws {
    func lines(_ facts: String, type: String? = nil, _ rulebooks: String...) throws -> [String] {
      var options = Checker.Options()
      options.baseType = type
      options.rulebooks = rulebooks
      return Self.lines(try Self.match("{\(facts)}", Self.library(), options))
    }
    let facts = #""people": 3, "area": 100, "baseType": "two", "programme": "b""#
    #expect(try lines(facts) == ["r/one 1,0,1", "r/two 1,0,1", "s/one 0,1,0"])
    #expect(try lines(facts, type: "one") == ["r/one 1,0,1", "s/one 0,1,0"])
    #expect(try lines(facts, type: "two") == ["r/two 1,0,1"])
    #expect(try lines(facts, "s") == ["s/one 0,1,0"])
    #expect(try lines(facts, "a") == ["r/one 1,0,1", "r/two 1,0,1"])
    #expect(try lines(facts, "b", "r") == ["r/one 1,0,1", "r/two 1,0,1", "s/one 0,1,0"])
    #expect(try lines(facts, type: "one", "a") == ["r/one 1,0,1"])
    // Even what the facts do not speak to, if there is nothing else.
    #expect(try lines(#""people": 3"#, type: "two") == ["r/two 0,0,2"])
    var options = Checker.Options()
    options.baseType = "two"
    options.rulebooks = ["s"]
    #expect(throws: Checker.OptionError.self) { try Checker(Self.library(), options: options) }
  }

  /// The version of the date, in the text or given.
  @Test func versions() throws {
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "r-2022", series: "r", from: "2022-01-01"),
      TinyRules.rulebook(id: "r-2020", series: "r", from: "2020-01-01", until: "2021-12-31"))
    func match(_ text: String, on date: String? = nil) throws -> Report {
      var options = Checker.Options()
      options.date = date.flatMap { CivilDate($0) }
      return try Self.match(text, library, options)
    }
    let old = #"{"applicationDate": "2021-12-31"}"#
    #expect(Self.lines(try match(old)) == ["r-2020/one 0,0,1", "r-2020/two 0,0,1"])
    #expect(try match(old).applicationDate == CivilDate("2021-12-31"))
    let given = try match(old, on: "2022-01-01")
    #expect(Self.lines(given) == ["r-2022/one 0,0,1", "r-2022/two 0,0,1"])
    #expect(given.applicationDate == CivilDate("2022-01-01"))
    #expect(Self.lines(try match("{}")) == ["r-2022/one 0,0,1", "r-2022/two 0,0,1"])
    #expect(try match(old).diagnostics.isEmpty && given.diagnostics.isEmpty)
    // The nearest one outside all spans: that is no warning, but told line by line.
    let before = try match(#"{"applicationDate": "2019-12-31"}"#)
    #expect(Self.lines(before) == ["r-2020/one 0,0,1", "r-2020/two 0,0,1"])
    #expect(before.diagnostics.isEmpty)
    #expect(before.rulebooks.map(\.isInForce) == [false, false])
    #expect(try match(old).rulebooks.map(\.isInForce) == [true, true])
    #expect(given.rulebooks.map(\.isInForce) == [true, true])
    #expect(try match("{}").rulebooks.map(\.isInForce) == [nil, nil])
  }

  /// The stages asked for, and rulebooks that have clauses in them.
  @Test func stages() throws {
    let ok = #"{"fact": "ok", "is": true}"#
    let library = try TinyRules.library(
      TinyRules.rulebook(
        id: "r",
        articles: [
          TinyRules.article(requiring: ok, id: "1", baseTypes: ["one"]),
          TinyRules.article(requiring: ok, id: "2", stage: "later", baseTypes: ["two"]),
        ].joined(separator: ", ")))
    var options = Checker.Options()
    #expect(Self.lines(try Self.match("{}", library, options)) == ["r/one 0,0,1"])
    options.stages = ["later"]
    #expect(Self.lines(try Self.match("{}", library, options)) == ["r/two 0,0,1"])
    options.stages = ["later", "eligibility"]
    #expect(Self.lines(try Self.match("{}", library, options)) == ["r/one 0,0,1", "r/two 0,0,1"])
  }

  /// With data errors nothing is compared.
  @Test(arguments: [
    #"{"people": "3"}"#, #"{"baseType": "three", "people": 3}"#, #"{"people": 3, "guests": 4}"#,
    "[]", "{", "",
  ])
  func dataErrors(_ text: String) throws {
    let report = try Self.match(text, Self.library())
    #expect(report.isInvalid)
    #expect(report.rulebooks.isEmpty)
    #expect(report.outcome == .invalid)
    #expect(report.leftOut == 0)
  }

  /// A criterion that reads the base type reads that of the line.
  @Test func baseTypeOfTheLine() throws {
    let library = try TinyRules.library(
      requiring: #"{"all": [{"fact": "baseType", "is": "two"}, {"fact": "ok", "is": true}]}"#)
    let report = try Self.match(#"{"baseType": "one", "ok": true}"#, library)
    #expect(Self.lines(report) == ["r/two 1,0,0", "r/one 0,1,0"])
    // The base type alone is none of the facts that speak.
    let empty = try Self.match(#"{"baseType": "one"}"#, library)
    #expect(Self.lines(empty) == ["r/two 0,0,1", "r/one 0,1,0"])
    #expect(empty.leftOut == 0)
  }

  /// Every line is what a check of that rulebook and type alone finds, and a check afterwards finds
  /// what it would have found before.
  @Test(arguments: Seeds.first(1, of: 12))
  func asCheckedAlone(seed: Int) throws {
    let library = try BuiltIn.library()
    var options = Checker.Options()
    options.stages = Set(library.vocabulary.stageNames)
    let checker = try Checker(library, options: options)
    var maker = ApplicationMaker(vocabulary: library.vocabulary, seed: 5000 + seed)
    for _ in 0..<3 {
      let text = maker.application().text
      let report = Report(application: Application(vocabulary: library.vocabulary))
      report.application.read(SourceText(name: "a.json", bytes: text.utf8))
      checker.check(into: report)
      let before = ReuseTests.everything(report)
      checker.match(into: report)
      let matched = report.rulebooks.map { ($0.rulebook.id, $0.baseType, $0.counts, $0.outcome) }
      let leftOut = report.leftOut
      let closed = report.closedRounds.reduce(0) { $0 + $1.rulebook.baseTypes.count }
      let isInvalid = report.isInvalid
      checker.check(into: report)
      let isSame = ReuseTests.everything(report) == before
      #expect(isSame, "\(text)")
      if isInvalid {
        #expect(matched.isEmpty)
        continue
      }
      let all = library.rulebooks.reduce(0) { $0 + $1.baseTypes.count }
      #expect(matched.count + leftOut + closed == all)
      #expect(!matched.isEmpty)
      for (id, baseType, counts, outcome) in matched {
        var one = options
        one.rulebooks = [id]
        one.baseType = baseType
        let alone = try library.report(text, options: one)
        #expect(alone.rulebooks.map(\.counts) == [counts], "\(id), \(baseType ?? "-"): \(text)")
        #expect(alone.outcome == outcome)
      }
      // Nearest first.
      let order = matched.map(\.2.nearness)
      for (near, far) in zip(order, order.dropFirst()) { #expect(near >= far) }
    }
  }

  /// Of an application that says nothing, every rulebook and type that has clauses in the stages.
  @Test(arguments: [
    ["eligibility"], ["submission"], ["annual"], ["eligibility", "submission", "annual"],
  ])
  func nothingIsSaid(_ stages: [String]) throws {
    let library = try BuiltIn.library()
    var options = Checker.Options()
    options.stages = Set(stages)
    let report = try Self.match("{}", library, options)
    var expected: Set<String> = []
    for rulebook in library.rulebooks {
      for article in rulebook.articles where stages.contains(article.stage) {
        for type in article.baseTypes ?? rulebook.baseTypes {
          expected.insert("\(rulebook.id)/\(type)")
        }
      }
    }
    #expect(
      Set(report.rulebooks.map { "\($0.rulebook.id)/\($0.baseType ?? "-")" }) == expected)
    #expect(report.leftOut == 0)
  }
}
