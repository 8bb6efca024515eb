/// Which clauses of a rulebook apply to a base type in given stages; found once for each type.
final class ClausePlan: Sendable {
  final class PlannedClause: Sendable {
    let article: Article
    let clause: Clause
    let criteria: [Criterion]
    /// Where no date picks one of several versions: of each criterion, what the other versions that
    /// may govern ask for in its place; nil where one asks for nothing.
    let alternatives: [[Criterion?]]

    convenience init(_ clause: Clause, of article: Article) {
      self.init(clause, of: article, clause.criteria, alternatives: [])
    }

    fileprivate init(
      _ clause: Clause, of article: Article, _ criteria: [Criterion], alternatives: [[Criterion?]]
    ) {
      self.article = article
      self.clause = clause
      self.criteria = criteria
      self.alternatives = alternatives
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
    var sizes = AskedSizes([])
  }

  init(_ rulebook: Rulebook, stages: Set<String>) {
    self.rulebook = rulebook
    index = Lazy { ClauseIndex([rulebook]) }
    self.stages = stages
  }

  /// The clauses for a base type; nil stands for a document that has none.
  func clauses(for baseType: String?) -> [PlannedClause] { plan(for: baseType).clauses }

  func advice(for baseType: String) -> [Advice] { plan(for: baseType).advice }

  /// What these clauses ask numbers to come to.
  func sizes(for baseType: String?) -> AskedSizes { plan(for: baseType).sizes }

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
      plan.sizes = AskedSizes(plan.clauses)
      known.append((baseType, plan))
      return plan
    }
  }

  private func applies(_ article: Article, _ baseType: String?) -> Bool {
    guard stages.contains(article.stage) else { return false }
    return baseType.map { article.baseTypes?.contains($0) ?? true } ?? true
  }
}

extension ClausePlan {
  /// The clauses that any of the versions of a document has for a base type, and of each the criteria
  /// that any of them has; of what several have, the latest is judged first.
  ///
  /// - Parameter versions: the oldest first.
  static func clauses(for baseType: String?, in versions: [ClausePlan]) -> [PlannedClause] {
    let all = versions.reversed().map { $0.clauses(for: baseType) }
    guard all.count > 1 else { return all.first ?? [] }
    return Self.ids(of: all) { $0.clause.id }.compactMap { id in
      let clauses = all.map { $0.first { $0.clause.id == id } }
      guard let latest = clauses.lazy.compactMap({ $0 }).first else { return nil }
      let asked = clauses.map { $0?.criteria ?? [] }
      var criteria: [Criterion] = []
      var alternatives: [[Criterion?]] = []
      for id in Self.ids(of: asked, { $0.id }) {
        var own = asked.map { $0.first { $0.id == id } }
        guard let place = own.firstIndex(where: { $0 != nil }), let first = own.remove(at: place)
        else { continue }
        criteria.append(first)
        alternatives.append(own)
      }
      return PlannedClause(latest.clause, of: latest.article, criteria, alternatives: alternatives)
    }
  }

  /// The ids in any of the lists, each once.
  private static func ids<Element>(of lists: [[Element]], _ id: (Element) -> String) -> [String] {
    var ids: [String] = []
    for element in lists.joined() where !ids.contains(id(element)) { ids.append(id(element)) }
    return ids
  }
}

extension Advice {
  fileprivate func applies(to baseType: String?) -> Bool {
    guard let baseTypes, let baseType else { return true }
    return baseTypes.contains(baseType)
  }
}
