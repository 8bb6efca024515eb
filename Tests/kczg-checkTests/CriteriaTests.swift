import Foundation
import Testing

@testable import TestSupport

/// Every criterion of the rulebooks below, at and above its boundary and with its facts missing.
///
/// A table in `Fixtures/criteria` names a base, an application that meets every criterion, and
/// cases that change it. `rulebooks` and `stages` say what it is checked with (without them, both
/// measures in the program's default stage). `set` puts values at paths, `unset` removes keys;
/// `expect` gives, for one or more criterion ids, a verdict or some keys of the report's
/// criterion; `{"$contains": "301"}` stands for any text that contains this one. What a case does
/// not expect must be `pass`. `warnings` are the codes of all warnings, where a case says so.
/// `{"$number": "5e3"}` stands for that token, `{"$repeat": [9, X]}` for nine times X,
/// `{"$text": [[300, "字"], "。"]}` for a text of these parts, `{"$escaped": …}` for the same
/// text written in escapes.
@Suite struct CriteriaTests {
  /// All tables of a base and its options, in one run.
  @Test(arguments: try Setting.names)
  func tables(of name: String) throws {
    let setting = try Setting.named(name)
    let tables = try Table.all.get().filter { $0.table.setting.name == name }
    let cases = tables.flatMap { table in table.table.cases.map { (table.name, $0) } }
    let applications = try tables.flatMap { try $0.table.applications }
    let run = try setting.check(applications)
    let reports = try run.reportLines()
    try #require(reports.count == applications.count, "\(name): \(run.errors)")
    let listed = try Criteria.listed()
    for (index, report) in reports.enumerated() {
      let (table, testCase) = cases[index]
      let place = "\(table): \(testCase.name)"
      #expect(report.application.line == index + 1, "\(place)")
      testCase.check(
        report, against: setting.criteria(listed, for: applications[index]), place)
    }
    let verdicts = reports.map(\.verdict)
    let status = verdicts.contains("ineligible") ? 1 : verdicts.contains("undetermined") ? 2 : 0
    #expect(run.status == Int32(status), "\(name): \(run.errors)")
  }

  /// With `--strict` a warning is an error, and without a warning nothing changes.
  @Test(arguments: try Table.namesWithWarnings)
  func tableWithStrict(_ name: String) throws {
    let table = try Table.named(name)
    let cases = table.cases.filter { $0.warnings != nil }
    let base = try table.setting.application
    let applications = try cases.map { try $0.change(base) }
    let reports = try table.setting.check(applications).reportLines()
    let strict = try table.setting.check(applications, "--strict").reportLines()
    try #require(reports.count == cases.count && strict.count == cases.count)
    for (index, testCase) in cases.enumerated() {
      let warnings = testCase.warnings ?? []
      let place = "\(name): \(testCase.name)"
      let verdict = warnings.isEmpty ? reports[index].verdict : "invalid"
      #expect(strict[index].verdict == verdict, "\(place)")
      let errors = strict[index].diagnostics.filter { $0.severity == "error" }
      #expect(errors.map(\.code).sorted() == warnings.sorted(), "\(place)")
    }
  }

  @Test(arguments: try Setting.names)
  func baseMeetsEverything(_ name: String) throws {
    let setting = try Setting.named(name)
    let file = Package.fixture("criteria/base-\(setting.base).json").path
    let run = try Command.run(["--format", "json"] + setting.arguments + [file])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let report = try run.report()
    let unchanged = Case(name: "unchanged", set: [:], unset: [], expect: [:], warnings: [])
    let criteria = setting.criteria(try Criteria.listed(), for: try setting.application)
    unchanged.check(report, against: criteria, name)
    #expect(report.verdict == "eligible")
  }

  /// Of an application that meets everything, no fact can be taken away so that something fails;
  /// a key left out and a `null` are the same; and every criterion misses one fact or another.
  @Test(arguments: try Setting.names.sampled(4))
  func baseWithoutAnyFact(_ name: String) throws {
    let setting = try Setting.named(name)
    let base = try setting.application
    let paths = base.paths.filter { $0 != "baseType" }
    func without(_ path: String, _ value: TableValue?) throws -> TableValue {
      var application = base
      try application.put(value, at: path)
      return application
    }
    let withNull = try setting.check(paths.map { try without($0, .null) }).reportLines()
    try #require(withNull.count == paths.count)
    let keys = paths.filter { !$0.hasSuffix("]") }
    let withoutKey = try setting.check(keys.map { try without($0, nil) }).reportLines()
    try #require(withoutKey.count == keys.count)

    var missed: Set<String> = []
    for (path, report) in zip(paths, withNull) {
      for rulebook in report.rulebooks {
        for criterion in rulebook.clauses.flatMap({ $0.criteria ?? [] }) {
          let place = "\(name): \(path): \(rulebook.id): \(criterion.id)"
          #expect(criterion.verdict != "fail", "\(place)")
          guard criterion.verdict == "unknown" else { continue }
          missed.insert("\(rulebook.id) \(criterion.id)")
          #expect(criterion.open == "facts", "\(place)")
          #expect(!criterion.missing.isEmpty, "\(place)")
        }
      }
    }
    for (path, report) in zip(keys, withoutKey) {
      let other = withNull[try #require(paths.firstIndex(of: path))]
      let place = "\(name): \(path)"
      #expect(
        report.rulebooks.map(\.criterionVerdicts) == other.rulebooks.map(\.criterionVerdicts),
        "\(place)")
    }
    for (rulebook, criteria) in setting.criteria(try Criteria.listed(), for: base) {
      for criterion in criteria where criterion.canBe("unknown") {
        #expect(
          missed.contains("\(rulebook) \(criterion.id)"), "\(name): \(rulebook): \(criterion.id)")
      }
    }
  }

  /// A criterion that no table brings to each of its verdicts is not tested.
  @Test func everyCriterionIsTested() throws {
    let listed = try Criteria.listed()
    var expected: [String: [[String: TableValue]]] = [:]
    for (_, table) in try Table.all.get() {
      for (testCase, application) in zip(table.cases, try table.applications) {
        for (rulebook, criteria) in table.setting.criteria(listed, for: application) {
          for criterion in criteria {
            guard let expectation = testCase.expectations[criterion.id] else { continue }
            expected["\(rulebook) \(criterion.id)", default: []].append(expectation)
          }
        }
      }
    }
    for (rulebook, groups) in listed {
      for criterion in groups.flatMap(\.criteria) {
        let name = "\(rulebook) \(criterion.id)"
        let seen = expected[name] ?? []
        func has(_ key: String, _ value: TableValue) -> Bool { seen.contains { $0[key] == value } }
        for verdict in ["fail", "unknown"] {
          #expect(has("verdict", .text(verdict)) == criterion.canBe(verdict), "\(name): \(verdict)")
        }
        if criterion.openList == true {
          #expect(has("open", .text("authority")), "\(name) is never left to the authority")
        }
        if criterion.basis == "measured" {
          // "Exactly one" has no value that only just passes.
          let hasBoundary = criterion.exactly != true
          #expect(has("boundary", .flag(true)) == hasBoundary, "\(name): on its boundary")
          #expect(has("boundary", .flag(false)), "\(name) is never off its boundary")
        }
      }
    }
  }
}

// MARK: - Tables

private struct Table: Decodable {
  let base: String
  let rulebooks: [String]?
  let stages: [String]?
  let cases: [Case]

  /// Each read once, in the order of their names.
  static let all = Result {
    try FileManager.default.contentsOfDirectory(atPath: Package.fixture("criteria").path)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix("base-") && $0 != Criteria.file }
      .sorted()
      .map { (name: $0, table: try decode("criteria/\($0)") as Table) }
  }

  static func named(_ name: String) throws -> Table {
    try #require(try all.get().first { $0.name == name }).table
  }

  var setting: Setting {
    Setting(base: base, rulebooks: rulebooks ?? ["national-2022", "henan"], stages: stages ?? [])
  }

  var applications: [TableValue] {
    get throws {
      let application = try setting.application
      return try cases.map { try $0.change(application) }
    }
  }

  /// The tables with cases that say of what the program must warn, if of anything.
  static var namesWithWarnings: [String] {
    get throws {
      try all.get().filter { $0.table.cases.contains { $0.warnings != nil } }.map(\.name)
    }
  }
}

/// An application that meets every criterion, and what it is checked with.
private struct Setting {
  let base: String
  let rulebooks: [String]
  let stages: [String]

  var name: String { ([base] + rulebooks + stages).joined(separator: " ") }

  var application: TableValue {
    get throws { try decode("criteria/base-\(base).json") }
  }

  var arguments: [String] {
    rulebooks.flatMap { ["--rulebook", $0] } + stages.flatMap { ["--stage", $0] }
  }

  func check(_ applications: [TableValue], _ options: String...) throws -> Run {
    let lines = applications.map { $0.json + "\n" }
    return try Command.run(
      ["--ndjson", "--format", "ndjson"] + arguments + options + ["-"],
      input: Data(lines.joined().utf8))
  }

  /// What the report on an application must list, by rulebook.
  func criteria(_ listed: [String: [Criteria.Group]], for application: TableValue)
    -> [(rulebook: String, criteria: [Criteria])]
  {
    let baseType = application.text("baseType") ?? ""
    let stages = stages.isEmpty ? ["eligibility"] : stages
    return rulebooks.compactMap { rulebook in
      let groups = (listed[rulebook] ?? []).filter { group in
        (group.baseTypes?.contains(baseType) ?? true)
          && !Set(stages).isDisjoint(with: ["all", group.stage])
      }
      // A rulebook without a clause for the type and the stages is left out.
      return groups.isEmpty ? nil : (rulebook, groups.flatMap(\.criteria))
    }
  }

  /// Those of the tables, by name.
  private static let all = Result {
    try Dictionary(
      Table.all.get().map(\.table.setting).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  static var names: [String] {
    get throws { try all.get().keys.sorted() }
  }

  static func named(_ name: String) throws -> Setting {
    try #require(try all.get()[name])
  }
}

private struct Criteria: Decodable {
  let id: String
  let basis: String
  /// Anything that is not listed is for the authority to judge, and so never fails.
  let openList: Bool?
  /// It asks for a number itself, not for a bound.
  let exactly: Bool?
  /// The only verdicts that it can have, where data errors prevent others.
  let verdicts: [String]?

  /// Criteria that stand together in a rulebook; without `baseTypes`, for each of its types.
  struct Group: Decodable {
    let stage: String
    let baseTypes: [String]?
    let criteria: [Criteria]
  }

  func canBe(_ verdict: String) -> Bool {
    openList == true && verdict == "fail" ? false : verdicts?.contains(verdict) ?? true
  }

  static let file = "all-criteria.json"

  /// By rulebook, in the order of the reports.
  static func listed() throws -> [String: [Group]] {
    try all.get()
  }

  private static let all = Result { try decode("criteria/\(file)") as [String: [Group]] }
}

private struct Case: Decodable {
  let name: String
  let set: [String: TableValue]?
  let unset: [String]?
  let expect: [String: TableValue]?
  let warnings: [String]?

  /// What is expected of each criterion, as keys of the report's criterion.
  var expectations: [String: [String: TableValue]] {
    var result: [String: [String: TableValue]] = [:]
    for (ids, value) in expect ?? [:] {
      for id in ids.split(separator: " ") {
        if case .object(let members) = value {
          result[String(id)] = members
        } else {
          result[String(id)] = ["verdict": value]
        }
      }
    }
    return result
  }

  func change(_ base: TableValue) throws -> TableValue {
    var application = base
    for (path, value) in (set ?? [:]).sorted(by: { $0.key < $1.key }) {
      try application.put(value, at: path)
    }
    for path in unset ?? [] { try application.put(nil, at: path) }
    return application
  }

  func check(
    _ report: CheckReport, against listed: [(rulebook: String, criteria: [Criteria])],
    _ place: String
  ) {
    let errors = report.diagnostics.filter { $0.severity == "error" }.map(\.message)
    #expect(report.rulebooks.map(\.id) == listed.map(\.rulebook), "\(place): \(errors)")
    if let warnings {
      let found = report.diagnostics.filter { $0.severity == "warning" }.map(\.code)
      #expect(found.sorted() == warnings.sorted(), "\(place)")
    }
    let expectations = expectations
    var untested = Set(expectations.keys)
    for (rulebook, (_, listed)) in zip(report.rulebooks, listed) {
      let place = "\(place): \(rulebook.id)"
      let criteria = rulebook.clauses.flatMap { $0.criteria ?? [] }
      #expect(criteria.map(\.id) == listed.map(\.id), "\(place)")
      #expect(criteria.map(\.basis) == listed.map(\.basis), "\(place)")
      for criterion in criteria {
        untested.remove(criterion.id)
        for (key, value) in expectations[criterion.id] ?? ["verdict": .text("pass")] {
          let found = criterion.value(of: key)
          #expect(
            value.isMet(by: found), "\(place): \(criterion.id): \(key) is \(found?.json ?? "")")
        }
      }
      rulebook.checkConjunctions(place)
    }
    let verdicts = report.rulebooks.map(\.verdict)
    let order = ["ineligible", "undetermined", "eligible"]
    #expect(report.verdict == order.first(where: verdicts.contains), "\(place)")
    #expect(untested.isEmpty, "\(place): no such criteria: \(untested.sorted())")
  }
}

// MARK: - Reports

extension CheckReport.Criterion {
  /// What the report says under a key that tables may expect something of.
  fileprivate func value(of key: String) -> TableValue? {
    switch key {
    case "verdict": .text(verdict)
    case "actual": actual.map(TableValue.text) ?? .null
    case "required": required.map(TableValue.text) ?? .null
    case "shortfall": shortfall.map(TableValue.text) ?? .null
    case "shortfallIsLowerBound": .flag(shortfallIsLowerBound ?? false)
    case "wholeAsked": wholeAsked.map(TableValue.text) ?? .null
    case "shortfallOfWholeAsked": shortfallOfWholeAsked.map(TableValue.text) ?? .null
    case "repeatedNames":
      .list(
        (repeatedNames ?? []).map {
          .text("\($0.name): \($0.paths.joined(separator: " "))")
        })
    case "boundary": .flag(boundary)
    case "open": open.map(TableValue.text) ?? .null
    case "missing": .list(missing.map(TableValue.text))
    default: nil
    }
  }
}

extension CheckReport.Rulebook {
  fileprivate var criterionVerdicts: [String] {
    clauses.flatMap { $0.criteria ?? [] }.map { "\($0.id) \($0.verdict)" }
  }

  /// A clause is the conjunction of its criteria, the rulebook that of its clauses.
  fileprivate func checkConjunctions(_ place: String) {
    for clause in clauses {
      let criteria = clause.criteria ?? []
      let place = "\(place): \(clause.id)"
      #expect(clause.verdict == conjunction(criteria.map(\.verdict)), "\(place)")
      #expect(criteria.allSatisfy { $0.id.hasPrefix(clause.id + ".") }, "\(place)")
    }
    #expect(Set(clauses.map(\.id)).count == clauses.count, "\(place)")
    let words = ["pass": "eligible", "fail": "ineligible", "unknown": "undetermined"]
    #expect(verdict == words[conjunction(clauses.map(\.verdict))], "\(place)")
    func count(_ word: String) -> Int { clauses.count { $0.verdict == word } }
    let expected = Counts(pass: count("pass"), fail: count("fail"), unknown: count("unknown"))
    #expect(counts == expected, "\(place)")
  }

  private func conjunction(_ verdicts: [String]) -> String {
    if verdicts.contains("fail") { return "fail" }
    return verdicts.allSatisfy { $0 == "pass" } ? "pass" : "unknown"
  }
}

// MARK: - JSON

private func decode<T: Decodable>(_ fixture: String) throws -> T {
  try JSONDecoder().decode(T.self, from: Data(contentsOf: Package.fixture(fixture)))
}
