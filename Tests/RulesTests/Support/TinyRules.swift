import Testing

@testable import Rules

/// The small vocabulary and the two small rulebooks of `Fixtures/tiny`.
enum TinyRules {
  static let files = ["vocabulary.json", "first.json", "second.json"]

  static func text(_ file: String) throws -> String {
    String(decoding: try Fixture.bytes("tiny/\(file)"), as: UTF8.self)
  }

  static func source(_ file: String) throws -> SourceText {
    SourceText(name: file, bytes: try Fixture.bytes("tiny/\(file)"))
  }

  /// A rulebook of one criterion, `1.a`, that has the condition.
  static func library(requiring condition: String) throws -> RuleLibrary {
    let rulebook = rulebook(id: "r", articles: article(requiring: condition))
    return try RuleLibrary(
      vocabulary: source("vocabulary.json"),
      rulebooks: [SourceText(name: "r.json", bytes: rulebook.utf8)])
  }

  static func article(requiring condition: String) -> String {
    let words = #"{"zh": "字", "en": "words"}"#
    return """
      {"id": "1", "citation": \(words), "title": \(words), "stage": "eligibility",
       "clauses": [{"id": "1.0", "citation": \(words), "title": \(words), "criteria": [
         {"id": "1.a", "requirement": \(words), "basis": "declared", "require": \(condition)}]}]}
      """
  }

  static func rulebook(
    id: String, series: String? = nil, programme: String = "a", from: String? = nil,
    until: String? = nil,
    baseTypes: [String] = ["one", "two"],
    articles: String = article(requiring: #"{"fact": "ok", "is": true}"#)
  ) -> String {
    let words = #"{"zh": "字", "en": "words"}"#
    let (from, until) = (from.map(quoted) ?? "null", until.map(quoted) ?? "null")
    return """
      {"id": \(quoted(id)), "series": \(quoted(series ?? id)), "programme": \(quoted(programme)),
       "document": {"title": \(words), "authority": \(words)},
       "inForce": {"from": \(from), "until": \(until)},
       "baseTypes": [\(baseTypes.map(quoted).joined(separator: ", "))],
       "articles": [\(articles)]}
      """
  }
}

extension RuleLibrary {
  /// The report on an application, by a new checker.
  func report(_ application: String, options: Checker.Options = Checker.Options()) throws -> Report
  {
    let reader = Application(vocabulary: vocabulary)
    reader.read(SourceText(name: "a.json", bytes: application.utf8))
    return try Checker(self, options: options).check(reader)
  }
}

extension Report {
  var criteria: [CriterionReport] { rulebooks.flatMap(\.clauses).flatMap(\.criteria) }

  func criterion(_ id: String) -> CriterionReport? { criteria.first { $0.criterion.id == id } }

  func paths(_ references: some Sequence<FactReference>) -> [String] {
    references.map { application.vocabulary.path(of: $0) }
  }

  /// What the report says of a criterion, by the keys that tables use.
  func said(of criterion: CriterionReport) -> [String: Value] {
    func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }
    return [
      "verdict": .text(String(describing: criterion.verdict)),
      "open": text(criterion.open?.rawValue),
      "boundary": .bool(criterion.isBoundary),
      "actual": text(criterion.actual(in: .en)),
      "required": text(criterion.required(in: .en)),
      "shortfall": text(criterion.shortfall(in: .en)),
      "derivation": text(criterion.derivation(in: .en)),
      "missing": .list(paths(criterion.missing).map(Value.text)),
      "facts": .list(paths(criterion.facts).map(Value.text)),
    ]
  }
}
