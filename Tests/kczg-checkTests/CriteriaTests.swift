import Foundation
import Testing

/// Every criterion of both rulebooks below, at and above its boundary and with its facts missing.
///
/// A table in `Fixtures/criteria` names a base, an application that meets every criterion, and
/// cases that change it. `set` puts values at paths, `unset` removes keys; `expect` gives, for one
/// or more criterion ids, a verdict or some keys of the report's criterion. What a case does not
/// expect must be `pass`. `{"$number": "5e3"}` stands for that token, `{"$repeat": [9, X]}` for
/// nine times X.
@Suite struct CriteriaTests {
  @Test(arguments: try Table.names)
  func table(_ name: String) throws {
    let table = try Table(name)
    let base = try table.application
    let lines = try table.cases.map { try $0.change(base).json + "\n" }
    let run = try Command.run(
      [
        "--ndjson", "--format", "ndjson", "--rulebook", "national-2022", "--rulebook", "henan", "-",
      ], input: Data(lines.joined().utf8))
    let reports = try run.reportLines()
    try #require(reports.count == lines.count, "\(name): \(run.errors)")
    let listed = try #require(try Criteria.listed()[table.base])
    for (index, (testCase, report)) in zip(table.cases, reports).enumerated() {
      let place = "\(name): \(testCase.name)"
      #expect(report.application.line == index + 1, "\(place)")
      testCase.check(report, against: listed, place)
    }
    let verdicts = reports.map(\.verdict)
    let status = verdicts.contains("ineligible") ? 1 : verdicts.contains("undetermined") ? 2 : 0
    #expect(run.status == Int32(status), "\(name): \(run.errors)")
  }

  @Test(arguments: ["collaboration", "incubation", "international"])
  func baseMeetsEverything(_ base: String) throws {
    let file = Package.fixture("criteria/base-\(base).json").path
    let run = try Command.run(
      ["--format", "json", "--rulebook", "national-2022", "--rulebook", "henan", file])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let report = try run.report()
    let unchanged = Case(name: "unchanged", set: [:], unset: [], expect: [:])
    unchanged.check(report, against: try #require(try Criteria.listed()[base]), base)
    #expect(report.verdict == "eligible")
  }

  /// A criterion that no table brings to each of its verdicts is not tested.
  @Test func everyCriterionIsTested() throws {
    var expected: [String: [[String: Value]]] = [:]
    for name in try Table.names {
      for testCase in try Table(name).cases {
        expected.merge(testCase.expectations.mapValues { [$0] }, uniquingKeysWith: +)
      }
    }
    for criterion in try Criteria.listed().values.flatMap(\.values).joined() {
      let seen = expected[criterion.id] ?? []
      func has(_ key: String, _ value: Value) -> Bool { seen.contains { $0[key] == value } }
      #expect(has("verdict", .text("unknown")), "\(criterion.id) is never unknown")
      if criterion.openList == true {
        #expect(has("open", .text("authority")), "\(criterion.id) never left to the authority")
        #expect(!has("verdict", .text("fail")), "\(criterion.id): an open list never fails")
      } else {
        #expect(has("verdict", .text("fail")), "\(criterion.id) never fails")
      }
      if criterion.basis == "measured" {
        #expect(has("boundary", .flag(true)), "\(criterion.id) is never on its boundary")
        #expect(has("boundary", .flag(false)), "\(criterion.id) is never off its boundary")
      }
    }
  }
}

// MARK: - Tables

private struct Table: Decodable {
  let base: String
  let cases: [Case]

  init(_ name: String) throws {
    self = try decode("criteria/\(name)")
  }

  var application: Value {
    get throws { try decode("criteria/base-\(base).json") }
  }

  static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: Package.fixture("criteria").path)
        .filter { $0.hasSuffix(".json") && !$0.hasPrefix("base-") && $0 != Criteria.file }
        .sorted()
    }
  }
}

/// The criteria in the order of the reports: by base type, then by rulebook.
private struct Criteria: Decodable {
  let id: String
  let basis: String
  let openList: Bool?

  static let file = "all-criteria.json"

  static func listed() throws -> [String: [String: [Criteria]]] {
    try decode("criteria/\(file)")
  }
}

private struct Case: Decodable {
  let name: String
  let set: [String: Value]?
  let unset: [String]?
  let expect: [String: Value]

  /// What is expected of each criterion, as keys of the report's criterion.
  var expectations: [String: [String: Value]] {
    var result: [String: [String: Value]] = [:]
    for (ids, value) in expect {
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

  func change(_ base: Value) throws -> Value {
    var application = base
    for (path, value) in (set ?? [:]).sorted(by: { $0.key < $1.key }) {
      try application.put(value, at: path)
    }
    for path in unset ?? [] { try application.put(nil, at: path) }
    return application
  }

  func check(_ report: CheckReport, against listed: [String: [Criteria]], _ place: String) {
    let errors = report.diagnostics.filter { $0.severity == "error" }.map(\.message)
    #expect(report.rulebooks.map(\.id) == ["national-2022", "henan"], "\(place): \(errors)")
    var untested = expectations
    for rulebook in report.rulebooks {
      let place = "\(place): \(rulebook.id)"
      let criteria = rulebook.clauses.flatMap { $0.criteria ?? [] }
      #expect(criteria.map(\.id) == listed[rulebook.id]?.map(\.id), "\(place)")
      #expect(criteria.map(\.basis) == listed[rulebook.id]?.map(\.basis), "\(place)")
      for criterion in criteria {
        let expected = untested.removeValue(forKey: criterion.id) ?? ["verdict": .text("pass")]
        for (key, value) in expected {
          // The order of the missing facts is nobody's promise.
          let found = criterion.value(of: key)?.sorted
          #expect(found == value.sorted, "\(place): \(criterion.id): \(key)")
        }
      }
      rulebook.checkConjunctions(place)
    }
    let verdicts = report.rulebooks.map(\.verdict)
    let order = ["ineligible", "undetermined", "eligible"]
    #expect(report.verdict == order.first(where: verdicts.contains), "\(place)")
    #expect(untested.isEmpty, "\(place): no such criteria: \(untested.keys.sorted())")
  }
}

// MARK: - Reports

extension CheckReport.Criterion {
  /// What the report says under a key that tables may expect something of.
  fileprivate func value(of key: String) -> Value? {
    switch key {
    case "verdict": .text(verdict)
    case "actual": actual.map(Value.text) ?? .null
    case "required": required.map(Value.text) ?? .null
    case "shortfall": shortfall.map(Value.text) ?? .null
    case "boundary": .flag(boundary)
    case "open": open.map(Value.text) ?? .null
    case "missing": .list(missing.map(Value.text))
    default: nil
    }
  }
}

extension CheckReport.Rulebook {
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

private enum Value: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Decimal)
  case text(String)
  case list([Value])
  case object([String: Value])

  struct NoSuchPlace: Error { let path: String }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([Value].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: Value].self))
    }
  }

  /// A list in an order of its own, anything else as it is.
  var sorted: Value {
    guard case .list(let elements) = self else { return self }
    return .list(elements.sorted { $0.json < $1.json })
  }

  var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .text(let text): Self.quoted(text)
    case .list(let elements): "[\(elements.map(\.json).joined(separator: ","))]"
    case .object(let members): Self.json(members)
    }
  }

  private static func json(_ members: [String: Value]) -> String {
    if case .text(let token)? = members["$number"] { return token }
    if case .list(let pair)? = members["$repeat"], case .number(let count) = pair[0] {
      let element = pair[1].json
      return Array(repeating: element, count: Int("\(count)") ?? 0).joined(separator: ",")
    }
    let sorted = members.sorted { $0.key < $1.key }
    return "{\(sorted.map { "\(quoted($0.key)):\($0.value.json)" }.joined(separator: ","))}"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        ? "\\u" + String(format: "%04X", scalar.value) : String(scalar)
    }
    return "\"\(escaped.joined())\""
  }

  /// Puts a value, or with nil removes the key, at a path such as `experts[3].leads`.
  mutating func put(_ value: Value?, at path: String) throws {
    let steps = path.replacingOccurrences(of: "]", with: "").split { $0 == "." || $0 == "[" }
    guard put(value, at: steps[...]) else { throw NoSuchPlace(path: path) }
  }

  /// False where there is no such place.
  private mutating func put(_ value: Value?, at steps: ArraySlice<Substring>) -> Bool {
    guard let step = steps.first else {
      self = value ?? self
      return value != nil
    }
    let rest = steps.dropFirst()
    switch self {
    case .object(var members):
      let key = String(step)
      if rest.isEmpty {
        guard value != nil || members[key] != nil else { return false }
        members[key] = value
      } else {
        guard var member = members[key], member.put(value, at: rest) else { return false }
        members[key] = member
      }
      self = .object(members)
    case .list(var elements):
      guard let index = Int(step), elements.indices.contains(index) else { return false }
      guard elements[index].put(value, at: rest) else { return false }
      self = .list(elements)
    case .null, .flag, .number, .text:
      return false
    }
    return true
  }
}
