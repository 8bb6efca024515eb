import RuleEngine

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
        let clauses = result.clauses.map { $0.clause }
        let index = groups.firstIndex {
          $0.rulebook === result.rulebook && $0.baseType == result.baseType
            && $0.clauses.elementsEqual(clauses) { $0 === $1 }
        }
        if index == nil {
          groups.append(
            ScreeningGroup(
              rulebook: result.rulebook, baseType: result.baseType, clauses: clauses))
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

extension Screening {
  /// Who is one clause away by a rulebook, and which clause that is.
  var nearMisses: [(row: Row, result: Candidate.Result, clause: Candidate.Judged)] {
    candidates.flatMap { row in row.lastObstacles.map { (row, $0.result, $0.clause) } }
  }
}
