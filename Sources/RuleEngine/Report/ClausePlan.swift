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

  let rulebook: Rulebook
  /// Its clauses, of all types and stages, by what people call them.
  let index: Lazy<ClauseIndex>
  private let stages: Set<String>
  /// So few types that a search is faster than a dictionary.
  private let known = Lock<[(baseType: String?, plan: Plan)]>([])

  private struct Plan {
    var clauses: [PlannedClause] = []
    var advice: [Advice] = []
  }

  init(_ rulebook: Rulebook, stages: Set<String>) {
    self.rulebook = rulebook
    index = Lazy { ClauseIndex([rulebook]) }
    self.stages = stages
  }

  /// The clauses for a base type; nil stands for a document that has none.
  func clauses(for baseType: String?) -> [PlannedClause] { plan(for: baseType).clauses }

  func advice(for baseType: String) -> [Advice] { plan(for: baseType).advice }

  private func plan(for baseType: String?) -> Plan {
    known.withLock { known in
      for (type, plan) in known where type == baseType { return plan }
      var plan = Plan()
      if baseType.map({ rulebook.baseTypes.contains($0) }) ?? (rulebook.about != nil) {
        for article in rulebook.articles where applies(article, baseType) {
          plan.clauses += article.clauses.map { PlannedClause($0, of: article) }
          plan.advice += article.advice.filter { $0.applies(to: baseType) }
        }
      }
      known.append((baseType, plan))
      return plan
    }
  }

  private func applies(_ article: Article, _ baseType: String?) -> Bool {
    guard stages.contains(article.stage) else { return false }
    return baseType.map { article.baseTypes?.contains($0) ?? true } ?? true
  }
}

extension Advice {
  fileprivate func applies(to baseType: String?) -> Bool {
    guard let baseTypes, let baseType else { return true }
    return baseTypes.contains(baseType)
  }
}
