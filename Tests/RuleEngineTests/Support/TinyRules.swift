import Testing

@testable import RuleEngine

/// The small vocabulary and the two small rulebooks of `Fixtures/tiny`.
enum TinyRules {
  static let files = ["vocabulary.json", "first.json", "second.json"]

  static func text(_ file: String) throws -> String {
    String(decoding: try Fixture.bytes("tiny/\(file)"), as: UTF8.self)
  }

  static func source(_ file: String) throws -> SourceText {
    SourceText(name: file, bytes: try Fixture.bytes("tiny/\(file)"))
  }

  /// The head's part on a construction period, of three years from `left`; the year is `people`.
  static let constructionPeriod = """
    "constructionPeriod": {"citation": {"zh": "第九条", "en": "Article 9"}, "stage": "later",
      "from": "left", "length": {"years": 3}, "year": "people"}
    """

  /// A rulebook of one criterion, `1.a`, that has the condition; with a construction period.
  static func library(requiring condition: String, scope: String? = nil) throws -> RuleLibrary {
    try library(
      rulebook(
        id: "r", head: constructionPeriod,
        articles: article(requiring: condition, scope: scope)))
  }

  static func interview(requiring condition: String) throws -> Interview {
    try Interview(library(requiring: condition))
  }

  /// An application of which nothing is known but which conditions it has to meet.
  static let start = #"{"programme": "a", "baseType": "one"}"#

  /// An article of one clause, `ID.0`, of one criterion, `ID.a`.
  static func article(
    requiring condition: String, id: String = "1", stage: String = "eligibility",
    baseTypes: [String]? = nil, scope: String? = nil, advice: String? = nil
  ) -> String {
    let words = #"{"zh": "字", "en": "words"}"#
    let types = baseTypes.map { "\"baseTypes\": \(list($0)), " } ?? ""
    let scope = scope.map { "\"scope\": \($0), " } ?? ""
    let advice = advice.map { "\"advice\": \($0), " } ?? ""
    return """
      {"id": "\(id)", "citation": \(words), "title": \(words), "stage": \(quoted(stage)),
       \(types)\(scope)\(advice)"clauses": [{"id": "\(id).0", "citation": \(words), "title": \(words), "criteria": [
         {"id": "\(id).a", "requirement": \(words), "basis": "declared", "require": \(condition)}]}]}
      """
  }

  static func rulebook(
    id: String, series: String? = nil, programme: String = "a", from: String? = nil,
    until: String? = nil,
    baseTypes: [String] = ["one", "two"],
    head: String? = nil,
    articles: String = article(requiring: #"{"fact": "ok", "is": true}"#)
  ) -> String {
    let types = "\"baseTypes\": \(list(baseTypes))"
    let words = #"{"zh": "字", "en": "words"}"#
    let (from, until) = (from.map(quoted) ?? "null", until.map(quoted) ?? "null")
    return """
      {"id": \(quoted(id)), "series": \(quoted(series ?? id)), "programme": \(quoted(programme)),
       "document": {"title": \(words), "authority": \(words)},
       "inForce": {"from": \(from), "until": \(until)},
       \([baseTypes.isEmpty ? nil : types, head].compactMap(\.self).joined(separator: ", ")),
       "articles": [\(articles)]}
      """
  }

  /// The small vocabulary with these rulebooks.
  static func library(_ rulebooks: String...) throws -> RuleLibrary {
    try RuleLibrary(
      vocabulary: source("vocabulary.json"),
      rulebooks: rulebooks.enumerated().map {
        SourceText(name: "\($0).json", bytes: $1.utf8)
      })
  }

  private static func list(_ words: [String]) -> String {
    "[\(words.map(quoted).joined(separator: ", "))]"
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
      "actualZh": text(criterion.actual(in: .zh)),
      "requiredZh": text(criterion.required(in: .zh)),
      "shortfallZh": text(criterion.shortfall(in: .zh)),
      "unit": text(criterion.unit(in: .en)),
      "unitZh": text(criterion.unit(in: .zh)),
      "shortfallUnit": text(criterion.shortfallUnit(in: .en)),
      "shortfallUnitZh": text(criterion.shortfallUnit(in: .zh)),
      "excess": .bool(criterion.isShortfallExcess),
      "atLeast": .bool(criterion.lack?.isLowerBound ?? false),
      "derivation": text(criterion.derivation(in: .en)),
      "missing": .list(paths(criterion.missing).map(Value.text)),
      "facts": .list(paths(criterion.facts).map(Value.text)),
    ]
  }
}
