package import RuleEngine

/// How many clauses there are, and how many criteria they have.
struct RulebookSize {
  let clauses: Int
  let criteria: Int

  init(_ articles: some Sequence<Article>) {
    let all = articles.flatMap { $0.clauses }
    clauses = all.count
    criteria = all.reduce(0) { $0 + $1.criteria.count }
  }
}

extension Rulebook {
  /// The stages that its articles belong to, in the vocabulary's order.
  func stages(in vocabulary: Vocabulary) -> [String] {
    var names = vocabulary.stageNames.filter { name in articles.contains { $0.stage == name } }
    for article in articles where !names.contains(article.stage) { names.append(article.stage) }
    return names
  }
}

extension Article {
  func binds(_ baseType: String) -> Bool { baseTypes?.contains(baseType) ?? true }
}

extension Vocabulary {
  /// What a stage is called.
  func stageName(_ stage: String, in language: Language) -> String {
    Self.name(stage, among: stages, in: language)
  }

  /// What a code of a fact of the application's own is called.
  func name(of code: String, _ path: String, in language: Language) -> String {
    Self.name(code, among: self[path]?.codes ?? [], in: language)
  }

  /// What rulebooks about such documents judge; nil stands for applications.
  package func documentName(_ document: String?, in language: Language) -> String {
    guard let document else { return language == .zh ? "申报材料" : "applications" }
    return documents.first { $0.id == document }?.label[language] ?? document
  }

  private static func name(
    _ code: String, among codes: [NamedCode], in language: Language
  ) -> String {
    codes.first { $0.name == code }?.label[language] ?? code
  }
}
