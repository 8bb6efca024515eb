import Foundation
import Rules
import Testing

@testable import RuleEngine
@testable import TestSupport

/// The verdicts of the library and those of an independent model of the language.
@Suite struct ModelTests {
  /// A vocabulary as it stands in its file.
  private struct File {
    let facts: [Value]
    var codes: [String: [String]] = [:]

    init(_ text: SourceText, _ vocabulary: Vocabulary) throws {
      guard
        case .object(let file) = try JSONDecoder().decode(
          Value.self, from: Data(Array(text.bytes))),
        case .list(let facts)? = file["facts"]
      else {
        Issue.record("\(text.name) has no facts")
        self.facts = []
        return
      }
      self.facts = facts
      // The order of the codes is lost in an object; it has a test of its own.
      for fact in vocabulary.facts { codes[fact.path] = fact.codes.map(\.name) }
    }
  }

  private static func verdict(_ truth: Bool?) -> Verdict {
    truth.map { $0 ? .pass : .fail } ?? .unknown
  }

  private func value(_ text: some StringProtocol) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  /// Conditions made at random, on applications made at random; all that is said of them is read.
  @Test(arguments: Seeds.first(2, of: 30))
  func randomConditions(seed: Int) throws {
    var conditions = ConditionMaker(seed: seed)
    let vocabulary = try TinyRules.library().vocabulary
    let file = try File(TinyRules.source("vocabulary.json"), vocabulary)
    var applications = ApplicationMaker(vocabulary: vocabulary, seed: 7000 + seed)
    let period = try value(#"{"from": "left", "length": {"years": 3}, "year": "people"}"#)
    var judged = 0
    var problems: [String] = []
    for _ in 0..<20 {
      let condition = conditions.condition()
      let library = try TinyRules.library(requiring: condition)
      let checker = try Checker(library)
      let parsed = try value(condition)
      for _ in 0..<8 {
        let made = applications.application()
        let (text, positions) = made.written
        let application = Application(vocabulary: library.vocabulary)
        application.read(SourceText(name: "a.json", bytes: text.utf8))
        let report = checker.check(application)
        if report.isInvalid { continue }
        judged += 1
        let criterion = try #require(report.criteria.first)
        let model = ConditionModel(
          facts: file.facts, codes: file.codes, application: made.value, constructionPeriod: period)
        let expected = Self.verdict(model.judge(parsed))
        var walk = ReportWalk()
        walk.walk(report)
        var wrong = walk.contradictions + places(criterion, report, positions)
        if criterion.verdict != expected {
          wrong.insert("is \(criterion.verdict), not \(expected)", at: 0)
        }
        if !wrong.isEmpty { problems.append("\(condition): \(wrong)\n\(text)") }
      }
    }
    let isRight = problems.isEmpty
    #expect(isRight, "\(problems.count) in all; the first: \(problems[0])")
    #expect(judged > 50)
  }

  /// What is wrong with the places of the facts that a criterion names.
  private func places(
    _ criterion: CriterionReport, _ report: Report, _ positions: [String: SourcePosition]
  ) -> [String] {
    var wrong: [String] = []
    for (reference, path) in zip(criterion.facts, report.paths(criterion.facts))
    where positions[path] != report.application.position(of: reference) {
      wrong.append("\(path) stands elsewhere")
    }
    for path in report.paths(criterion.missing) where positions[path] != nil {
      wrong.append("\(path) is not missing")
    }
    let isOpen = criterion.verdict == .unknown && criterion.open == .facts
    if isOpen == criterion.missing.isEmpty { wrong.append("open, and nothing missing, or settled") }
    for list in [report.paths(criterion.facts), report.paths(criterion.missing)]
    where Set(list).count != list.count {
      wrong.append("named twice: \(list)")
    }
    for said in [CriterionReport.actual, CriterionReport.required, CriterionReport.shortfall]
    where (said(criterion)(.zh) == nil) != (said(criterion)(.en) == nil) {
      wrong.append("said in one language only")
    }
    return wrong
  }

  /// The rules that are built in, on applications made at random.
  @Test(arguments: Seeds.first(2, of: 12))
  func builtInRules(seed: Int) throws {
    let library = try BuiltIn.library()
    let file = try File(BuiltInFiles.vocabulary, library.vocabulary)
    var conditions: [String: (require: Value, scope: Value?)] = [:]
    var periods: [String: Value] = [:]
    for text in BuiltInFiles.rulebooks {
      let rulebook = try JSONDecoder().decode(RulebookFile.self, from: Data(Array(text.bytes)))
      periods[rulebook.id] = rulebook.constructionPeriod
      for article in rulebook.articles {
        for criterion in article.clauses.flatMap(\.criteria) {
          conditions["\(rulebook.id) \(criterion.id)"] = (criterion.require, article.scope)
        }
      }
    }
    var options = Checker.Options()
    options.stages = Set(library.vocabulary.stageNames)
    let checker = try Checker(library, options: options)
    var maker = ApplicationMaker(vocabulary: library.vocabulary, seed: 8000 + seed)
    for _ in 0..<4 {
      let made = maker.application()
      let application = Application(vocabulary: library.vocabulary)
      application.read(SourceText(name: "a.json", bytes: made.text.utf8))
      let report = checker.check(application)
      for rulebook in report.rulebooks {
        let model = ConditionModel(
          facts: file.facts, codes: file.codes, application: made.value,
          constructionPeriod: periods[rulebook.rulebook.id])
        for criterion in rulebook.clauses.flatMap(\.criteria) {
          let id = "\(rulebook.rulebook.id) \(criterion.criterion.id)"
          let condition = try #require(conditions[id])
          let expected = Self.verdict(model.judge(condition.require, scope: condition.scope))
          if criterion.verdict != expected {
            Issue.record("\(id) is \(criterion.verdict), not \(expected):\n\(made.text)")
          }
        }
      }
    }
  }

  private struct RulebookFile: Decodable {
    struct Article: Decodable {
      let scope: Value?
      let clauses: [Clause]
    }
    struct Clause: Decodable { let criteria: [Criterion] }
    struct Criterion: Decodable {
      let id: String
      let require: Value
    }

    let id: String
    let constructionPeriod: Value?
    let articles: [Article]
  }
}

extension MadeApplication {
  /// What it says, as a value.
  var value: Value { Self.value(tree) }

  private static func value(_ node: Node) -> Value {
    switch node {
    case .absent, .null: .null
    case .value("true"): .bool(true)
    case .value("false"): .bool(false)
    case .value(let token): .number(token)
    case .text(let text): .text(text)
    case .list(let nodes, _): .list(nodes.map(value))
    case .object(let members):
      .object(Dictionary(members.map { ($0.key, value($0.node)) }) { first, _ in first })
    }
  }
}
