package import RuleEngine

/// Candidates that were checked against the same clauses: a matrix.
struct ScreeningGroup {
  let rulebook: Rulebook
  let baseType: String?
  let clauses: [Clause]
  private(set) var rows: [(row: Screening.Row, result: Candidate.Result)] = []

  /// By rulebook, then by base type, as the library has them.
  static func groups(of screening: Screening) -> [ScreeningGroup] {
    var groups: [ScreeningGroup] = []
    for row in screening.candidates {
      for result in row.candidate.results {
        let index = groups.firstIndex {
          $0.rulebook === result.rulebook && $0.baseType == result.baseType
        }
        if index == nil {
          groups.append(
            ScreeningGroup(
              rulebook: result.rulebook, baseType: result.baseType,
              clauses: result.clauses.map { $0.clause }))
        }
        groups[index ?? groups.count - 1].rows.append((row, result))
      }
    }
    return groups.sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }

  private var order: [String] {
    let type = rulebook.baseTypes.firstIndex { $0 == baseType } ?? 0
    return [rulebook.id, String(type)]
  }
}

/// The unit whose document was given.
package struct RecommendingUnit {
  let source: String
  /// What was read; nil where that was not possible.
  let recommender: Recommender?

  package init(source: String, recommender: Recommender?) {
    self.source = source
    self.recommender = recommender
  }

  var name: String? { recommender?.name }
  var isReadable: Bool { recommender != nil }
}

extension Screening {
  /// Who is one clause away by a rulebook, and which clause that is.
  var nearMisses: [(row: Row, result: Candidate.Result, clause: Candidate.Judged)] {
    candidates.flatMap { row in row.lastObstacles.map { (row, $0.result, $0.clause) } }
  }

  /// The verdict on the recommending unit; nil where nothing was judged.
  var recommenderOutcome: Outcome? {
    if isRecommenderInvalid { return .invalid }
    return recommenderReports.isEmpty
      ? nil : Outcome(recommenderReports.reduce(.pass) { $0 && Verdict($1.outcome) })
  }
}

/// How many candidates have each outcome.
struct ScreeningCounts {
  private(set) var eligible = 0
  private(set) var ineligible = 0
  private(set) var undetermined = 0
  private(set) var invalid = 0
  private(set) var unreadable = 0
  let total: Int

  init(_ screening: Screening) {
    total = screening.candidates.count
    for row in screening.candidates {
      switch row.candidate.outcome {
      case .eligible: eligible += 1
      case .ineligible: ineligible += 1
      case .undetermined: undetermined += 1
      case .invalid: invalid += 1
      case nil: unreadable += 1
      }
    }
  }
}
