import Foundation
import Testing

@testable import TestSupport

/// The rules of a made-up province, given to the program as a folder: they work without a change to
/// the program.
@Suite struct ThirdProvinceTests {
  private static let fixtures = Package.root.appendingPathComponent(
    "Tests/RuleEngineTests/Fixtures")
  private static let rules = fixtures.appendingPathComponent("third-province").path

  /// Checks an application of the province; `edits` replace texts that occur once.
  private func run(_ arguments: [String], replacing edits: KeyValuePairs<String, String> = [:])
    throws -> Run
  {
    var text = Self.application
    for (old, new) in edits {
      let parts = text.components(separatedBy: old)
      guard parts.count == 2 else {
        throw Sample.Failure.notOnce(old, occurrences: parts.count - 1)
      }
      text = parts.joined(separator: new)
    }
    return try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      return try Command.run(arguments + ["a.json"], directory: directory)
    }
  }

  private static let application = """
    {
      "programme": "yunling",
      "baseType": "rural",
      "applicationDate": "2024-02-29",
      "baseName": "高原蔬菜创新基地",
      "applicant": {"name": "云岭高原合作社", "kind": "cooperative", "registeredOn": "2022-08-29",
        "region": {"province": "云岭省"}},
      "achievements": [{"name": "耐寒品种", "level": "provincial-leading"}],
      "capabilities": ["pilot-production"],
      "partners": [{"kind": "county-association"}],
      "experts": [{"name": "李", "leads": true, "monthsPerYear": 6}],
      "staff": {"fullTime": 12, "partTime": 2, "scienceAndTechnology": 5},
      "incidents": [],
      "rural": {"demonstrationArea": 0.3, "greenArea": 0.1, "farmers": 60, "startsOn": "2024-03-01"}
    }
    """

  @Test func isEligible() throws {
    let run = try run(["--rules", Self.rules, "--format", "json"])
    #expect(run.errors.isEmpty)
    #expect(run.status == 0)
    let report = try run.report()
    #expect(report.verdict == "eligible")
    #expect(report.application.name == "云岭高原合作社")
    #expect(report.rulebooks.map(\.id) == ["yunling-2023"])
    #expect(report.rulebooks[0].clauses.map(\.id) == ["2", "5.1", "5.2", "5.3", "5.4", "5.5"])
    #expect(report.rulebooks[0].counts == .init(pass: 6, fail: 0, unknown: 0))
    #expect(report.criterion("5.1.b")?.boundary == true)
  }

  @Test func failsByOneUnit() throws {
    let run = try run(
      ["--rules", Self.rules, "--format", "json", "--lang", "en"],
      replacing: [#""farmers": 60"#: #""farmers": 12"#])
    #expect(run.status == 1)
    let criterion = try #require(try run.report().criterion("5.1.c"))
    #expect(criterion.verdict == "fail")
    #expect(criterion.requirement == "more households than full-time staff")
    #expect(criterion.actual == "12")
    #expect(criterion.required == "> 12")
    #expect(criterion.shortfall == "1")
    #expect(criterion.facts.map(\.path) == ["rural.farmers", "staff.fullTime"])
  }

  @Test func isUndetermined() throws {
    let run = try run(
      ["--rules", Self.rules, "--format", "json"],
      replacing: [#""startsOn": "2024-03-01""#: #""startsOn": null"#])
    #expect(run.status == 2)
    let report = try run.report()
    #expect(report.clause("5.4")?.verdict == "unknown")
    #expect(report.criterion("5.4.a")?.missing == ["rural.startsOn"])
  }

  @Test func textReport() throws {
    let zh = try run(["--rules", Self.rules])
    #expect(zh.status == 0)
    #expect(zh.output.contains("第五条（一）"))
    #expect(zh.output.contains("“科创云岭”创新基地管理办法"))
    let en = try run(["--rules", Self.rules, "--lang", "en"])
    #expect(en.output.contains("Article 5(1)"))
  }

  @Test func optionsKnowTheProvince() throws {
    let run = try run(
      [
        "--rules", Self.rules, "--format", "json", "--rulebook", "yunling", "--type",
        "collaboration", "--date", "2024-03-01",
      ])
    #expect(run.status == 1)
    let report = try run.report()
    #expect(report.application.baseType == "collaboration")
    #expect(report.rulebooks[0].clauses.map(\.id) == ["2", "6.1"])
    #expect(report.criterion("6.1.a")?.shortfall == "6")
  }

  @Test func dataErrorsOfTheProvince() throws {
    let run = try run(
      ["--rules", Self.rules, "--format", "json"],
      replacing: [#""greenArea": 0.1"#: #""greenArea": 0.4"#, #""cooperative""#: #""university""#])
    #expect(run.status == 65)
    #expect(try run.report().diagnostics.map(\.code) == ["inconsistent"])
    #expect(run.errors.contains("绿色种植面积不能大于示范面积"))
  }

  /// The built-in rules know neither the programme nor the type.
  @Test func isNotBuiltIn() throws {
    let run = try run(["--format", "json"])
    #expect(run.status == 65)
    let codes = try run.report().diagnostics.map(\.code)
    #expect(codes.prefix(2) == ["unknown-code", "unknown-code"])
    #expect(try self.run(["--type", "rural"]).status == 64)
    #expect(try self.run(["--rulebook", "yunling"]).status == 64)
    #expect(try self.run(["--rules", Self.rules, "--rulebook", "henan"]).status == 64)
  }
}
