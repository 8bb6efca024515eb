/// What clauses that are checked together ask numbers to come to: a share of a whole that has yet to
/// grow is short of what it takes at that size.
final class AskedSizes: Sendable {
  private struct Size {
    let number: NumberExpression
    let least: ExactDecimal
    /// The article without whose scope it is not asked; nil where it always is.
    let article: String?
  }

  private let sizes: [Size]

  init(_ clauses: [ClausePlan.PlannedClause]) {
    var sizes: [Size] = []
    for clause in clauses {
      for criterion in clause.criteria {
        Self.add(criterion.condition, clause.article.id, isScoped: false, to: &sizes)
      }
    }
    self.sizes = sizes
  }

  /// The greatest size that is asked of a number beside a clause of an article; nil where none is.
  func least(of number: NumberExpression, in article: String) -> ExactDecimal? {
    sizes.filter { $0.number == number && ($0.article == nil || $0.article == article) }
      .map { $0.least }.max()
  }

  private static func add(
    _ condition: Condition, _ article: String, isScoped: Bool, to sizes: inout [Size]
  ) {
    switch condition {
    case .all(let parts):
      for part in parts { add(part, article, isScoped: isScoped, to: &sizes) }
    case .scoped(let condition, _): add(condition, article, isScoped: true, to: &sizes)
    case .number(let number, .atLeast, .literal(let least), _):
      sizes.append(Size(number: number, least: least, article: isScoped ? article : nil))
    default: break
    }
  }
}
