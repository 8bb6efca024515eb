import RuleEngine

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
