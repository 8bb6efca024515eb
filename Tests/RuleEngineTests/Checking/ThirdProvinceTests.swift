import Testing

@testable import RuleEngine

/// A made-up province whose rules are nothing but data: other thresholds, other facts, a fourth
/// type of base, and what the language can say but the built-in rules do not.
@Suite struct ThirdProvinceTests {
  struct Table: Decodable {
    let application: Value
    let cases: [Case]
  }

  struct Case: Decodable {
    let name: String
    let set: [String: Value]
    /// What is said of a criterion; of those that are not named, that they pass.
    let expect: [String: [String: Value]]
  }

  private static func library() throws -> RuleLibrary {
    func source(_ name: String) throws -> SourceText {
      SourceText(name: name, bytes: try Fixture.bytes("third-province/\(name)"))
    }
    return try RuleLibrary(
      vocabulary: source("vocabulary.json"), rulebooks: [source("yunling-2023.json")])
  }

  @Test func everyCase() throws {
    let library = try Self.library()
    let table = try Fixture.decode("third-province-cases.json", as: Table.self)
    #expect(table.cases.count > 30)
    for testCase in table.cases {
      var application = table.application
      for (path, value) in testCase.set {
        application = application.setting(path.split(separator: ".")[...], to: value)
      }
      let report = try library.report(application.json)
      try #require(report.diagnostics.isEmpty, "\(testCase.name): \(report.diagnostics)")
      for (id, expected) in testCase.expect {
        let criterion = try #require(report.criterion(id), "\(testCase.name): \(id)")
        let said = report.said(of: criterion)
        for (key, value) in expected {
          #expect(said[key] == value, "\(testCase.name): \(id) \(key)")
        }
      }
      for criterion in report.criteria where testCase.expect[criterion.criterion.id] == nil {
        #expect(criterion.verdict == .pass, "\(testCase.name): \(criterion.criterion.id)")
      }
    }
  }

  /// Each criterion of the province comes to each verdict in some case, or is only looked at in
  /// passing: so the table leaves nothing out by accident.
  @Test func everyCriterionFails() throws {
    let table = try Fixture.decode("third-province-cases.json", as: Table.self)
    let failing = Set(
      table.cases.flatMap { $0.expect.filter { $0.value["verdict"] == .text("fail") }.keys })
    let criteria = try Self.library().rulebooks[0].articles.filter { $0.stage == "eligibility" }
      .flatMap(\.clauses).flatMap(\.criteria).map(\.id)
    #expect(Set(criteria) == failing)
  }

  @Test func clausesOfTheTypeAndStage() throws {
    let library = try Self.library()
    func clauses(_ application: String, _ options: Checker.Options = Checker.Options()) throws
      -> [String]
    {
      try library.report(application, options: options).rulebooks.flatMap(\.clauses).map(
        \.clause.id)
    }
    #expect(try clauses(#"{"baseType": "rural"}"#) == ["2", "5.1", "5.2", "5.3", "5.4", "5.5"])
    #expect(try clauses(#"{"baseType": "collaboration"}"#) == ["2", "6.1"])
    var options = Checker.Options()
    options.stages = ["assessment"]
    #expect(try clauses(#"{"baseType": "rural"}"#, options) == ["9"])
    options.stages = ["eligibility", "assessment"]
    #expect(try clauses(#"{"baseType": "collaboration"}"#, options) == ["2", "6.1", "9"])
  }

  /// A type of base that only other provinces have is no type here.
  @Test func typeWithoutClauses() throws {
    let library = try Self.library()
    let report = try library.report(#"{"baseType": "incubation", "programme": "yunling"}"#)
    #expect(report.diagnostics.map(\.code) == [.inconsistent])
    #expect(report.diagnostics.map(\.position) == [SourcePosition(line: 1, column: 14)])
    #expect(report.outcome == .invalid)
    var options = Checker.Options()
    options.baseType = "incubation"
    #expect(throws: Checker.OptionError.self) { try Checker(library, options: options) }
    options.baseType = "harbour"
    #expect(throws: Checker.OptionError.self) { try Checker(library, options: options) }
    options.baseType = "rural"
    options.rulebooks = ["henan"]
    #expect(throws: Checker.OptionError.self) { try Checker(library, options: options) }
    // A programme of the vocabulary that has no rulebook.
    let other = try library.report(#"{"baseType": "rural", "programme": "national"}"#)
    #expect(other.diagnostics.map(\.code) == [.inconsistent])
    #expect(other.diagnostics.map(\.path) == ["programme"])
  }

  @Test func consistency() throws {
    let report = try Self.library().report(
      #"{"baseType": "rural", "rural": {"demonstrationArea": 10, "greenArea": 10.0000000000000001}}"#
    )
    #expect(report.diagnostics.map(\.code) == [.inconsistent])
    #expect(report.diagnostics.first?.path == "rural.greenArea")
    #expect(report.diagnostics.first?.text(in: .zh) == "绿色种植面积不能大于示范面积")
  }

  /// The built-in rules know nothing of it.
  @Test func notBuiltIn() throws {
    let report = try BuiltIn.library().report(#"{"baseType": "rural"}"#)
    #expect(report.diagnostics.map(\.code) == [.unknownCode])
  }
}
