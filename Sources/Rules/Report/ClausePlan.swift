import Synchronization

/// Which clauses of a rulebook apply to a base type in given stages; found once for each type.
final class ClausePlan: Sendable {
  final class PlannedClause: Sendable {
    let article: Article
    let clause: Clause
    let criteria: [Criterion]

    init(_ clause: Clause, of article: Article) {
      self.article = article
      self.clause = clause
      criteria = clause.criteria
    }
  }

  private let rulebook: Rulebook
  private let stages: Set<String>
  /// So few types that a search is faster than a dictionary.
  private let known = Mutex<[(baseType: String, clauses: [PlannedClause])]>([])

  init(_ rulebook: Rulebook, stages: Set<String>) {
    self.rulebook = rulebook
    self.stages = stages
  }

  func clauses(for baseType: String) -> [PlannedClause] {
    known.withLock { known in
      for (type, clauses) in known where type == baseType { return clauses }
      let articles = rulebook.baseTypes.contains(baseType) ? rulebook.articles : []
      let clauses = articles.filter { applies($0, baseType) }
        .flatMap { article in article.clauses.map { PlannedClause($0, of: article) } }
      known.append((baseType, clauses))
      return clauses
    }
  }

  private func applies(_ article: Article, _ baseType: String) -> Bool {
    stages.contains(article.stage) && article.baseTypes?.contains(baseType) ?? true
  }
}
