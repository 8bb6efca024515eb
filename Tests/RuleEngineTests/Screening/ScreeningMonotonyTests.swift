import Testing

@testable import RuleEngine
@testable import TestSupport

/// More knowledge never flips what a screening is certain of: with facts taken away at random, pass
/// and fail may become unknown, and nothing else becomes of them.
@Suite struct ScreeningMonotonyTests {
  private static let codes = SmallBatch.codes

  /// A JSON value that facts can be taken out of.
  private indirect enum Tree {
    case value(String)
    case list([Tree])
    case object([(String, Tree)])

    var text: String {
      switch self {
      case .value(let text): text
      case .list(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
      case .object(let members):
        "{" + members.map { "\(quoted($0)): \($1.text)" }.joined(separator: ", ") + "}"
      }
    }

    /// How many values there are that are known: the whole, and all in it.
    var count: Int {
      switch self {
      case .value(let text): text == "null" ? 0 : 1
      case .list(let elements): 1 + elements.reduce(0) { $0 + $1.count }
      case .object(let members): 1 + members.reduce(0) { $0 + $1.1.count }
      }
    }

    /// Takes the known value of a number away.
    mutating func forget(_ number: inout Int) {
      if count == 0 { return }
      if number == 0 {
        self = .value("null")
        number = -1
        return
      }
      number -= 1
      switch self {
      case .value: break
      case .list(var elements):
        for index in elements.indices where number >= 0 { elements[index].step(&number) }
        self = .list(elements)
      case .object(var members):
        for index in members.indices where number >= 0 { members[index].1.step(&number) }
        self = .object(members)
      }
    }

    private mutating func step(_ number: inout Int) {
      if number < count { forget(&number) } else { number -= count }
    }
  }

  /// Facts of which there are few values, so that many agree.
  private struct Maker {
    var random: SeededGenerator

    mutating func value(_ texts: [String]) -> Tree { .value(quoted(random.pick(texts))) }

    mutating func channel() -> Tree {
      .object([
        ("kind", value(["national-society", "provincial-association"])),
        ("name", value(["河南省科协", "河南省科学技术协会", "学会"])),
      ])
    }

    mutating func candidate() -> Tree {
      let channels = (0..<random.pick([1, 1, 1, 0, 2])).map { _ in channel() }
      return .object([
        ("programme", value(["national", "national", "national", "henan"])),
        ("baseType", value(["collaboration", "collaboration", "incubation"])),
        ("baseName", value(["陶瓷", "“陶瓷”", "陶瓷基地", "农机", "光学", "材料"])),
        (
          "applicant",
          .object([
            ("name", value(["甲", "乙", "丙"])),
            ("creditCode", value(Array(ScreeningMonotonyTests.codes.prefix(3)))),
          ])
        ),
        ("platform", .object([("linked", .value(random.pick(["true", "false"])))])),
        ("recommendation", .object([("channels", .list(channels))])),
      ])
    }

    mutating func unit() -> Tree {
      let entries = (0..<random.pick([0, 1, 2, 3, 4, 5])).map { _ in
        value(
          ScreeningMonotonyTests.codes.prefix(4).flatMap { [$0, $0 + " 陶瓷", $0 + " 农机基地"] })
      }
      let notices = (0..<random.pick([0, 1])).map { _ in
        Tree.object([
          ("date", value(["2020-05-20", "2020-05-19", "2022-05-20"])),
          ("authority", value(["中国科协", "河南省科协"])),
          ("rectification", .value(random.pick(["true", "false"]))),
        ])
      }
      return .object([
        ("name", value(["河南省科协", "河南省科学技术协会"])),
        ("kind", value(["national-society", "provincial-association"])),
        ("date", value(["2022-05-20"])), ("penalties", .list([])), ("notices", .list(notices)),
        ("ranking", .list(entries)),
      ])
    }
  }

  /// By rulebook and criterion, what is said of the unit; by number and clause, of the candidates.
  private func verdicts(
    _ candidates: [Tree], _ unit: Tree, isPool: Bool, _ batch: SmallBatch
  ) throws -> [String: Verdict] {
    let screening = try batch.screening(
      candidates.map { try batch.candidate(text: $0.text) }, unit: unit.text, isPool: isPool)
    var verdicts: [String: Verdict] = [:]
    for rulebook in screening.recommenderReports.flatMap(\.rulebooks) {
      verdicts[rulebook.rulebook.id] = Verdict(rulebook.outcome)
      for criterion in rulebook.clauses.flatMap(\.criteria) {
        verdicts["\(rulebook.rulebook.id) \(criterion.criterion.id)"] = criterion.verdict
      }
    }
    for row in screening.candidates {
      for result in row.candidate.results {
        for judged in result.clauses {
          verdicts["#\(row.number) \(result.rulebook.id) \(judged.clause.id)"] = judged.verdict
        }
      }
    }
    return verdicts
  }

  @Test(arguments: Seeds.first(1, of: 40))
  func knowledgeIsMonotone(seed: Int) throws {
    let batch = try SmallBatch()
    var maker = Maker(random: SeededGenerator(seed: 7000 + seed))
    var certain = 0
    for _ in 0..<12 {
      var trees = (0..<maker.random.pick([2, 3, 4, 5, 6])).map { _ in maker.candidate() }
      var unit = maker.unit()
      let isPool = maker.random.pick([true, false])
      var before = try verdicts(trees, unit, isPool: isPool, batch)
      for _ in 0..<8 {
        let texts = (trees + [unit]).map(\.text)
        // What a candidate is checked for stays known; its programme chooses rulebooks too, but that
        // of others must not flip on its account.
        let place = maker.random.below(trees.count + 1)
        if place < trees.count {
          var number = maker.random.below(trees[place].count - 1) + 1
          trees[place].forget(&number)
          if !trees[place].text.contains("\"baseType\": \"") { break }
        } else {
          if unit.count < 2 { break }
          var number = maker.random.below(unit.count - 1) + 1
          unit.forget(&number)
        }
        let after = try verdicts(trees, unit, isPool: isPool, batch)
        for (name, verdict) in after {
          guard let known = before[name], known != verdict else { continue }
          if verdict != .unknown {
            Issue.record(
              """
              \(name) is \(verdict) and was \(known) with more facts; pool: \(isPool)
              \(texts.joined(separator: "\n"))
              now:
              \((trees + [unit]).map(\.text).joined(separator: "\n"))
              """)
          }
        }
        certain += after.values.count { $0 != .unknown }
        before = after
      }
    }
    #expect(certain > 100)
  }
}

extension Verdict {
  fileprivate init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .eligible: .pass
      case .ineligible, .invalid: .fail
      case .undetermined: .unknown
      }
  }
}
