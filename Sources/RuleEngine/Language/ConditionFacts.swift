extension Condition {
  /// Hands on the number of every fact that the condition reads, in its order: a list before what is
  /// asked of its elements. Some may come more than once.
  func forEachFact(_ body: (Int32) -> Void) {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts):
      for part in parts { part.forEachFact(body) }
    case .implication(let premise, let conclusion):
      premise.forEachFact(body)
      conclusion.forEachFact(body)
    case .scoped(let condition, let scope):
      condition.forEachFact(body)
      scope.condition.forEachFact(body)
    case .discretion(let condition, let ground):
      condition.forEachFact(body)
      ground.forEachFact(body)
    case .every(let list, _, let condition):
      body(list.fact)
      condition.forEachFact(body)
    case .test(let operand, let test):
      body(operand.fact)
      test.forEachOther { body($0.fact) }
    case .number(let left, _, let right, _), .share(let left, let right, _, _):
      left.forEachFact(body)
      right.forEachFact(body)
    }
  }

  /// The first fact that the condition speaks of.
  var firstFact: Int? {
    var first: Int32?
    forEachFact { if first == nil { first = $0 } }
    return first.map { Int($0) }
  }
}

extension NumberExpression {
  func forEachFact(_ body: (Int32) -> Void) {
    switch self {
    case .literal: break
    case .fact(let operand, _): body(operand.fact)
    case .list(let list, .elements(let filter)):
      body(list.fact)
      filter?.forEachFact(body)
    case .list(let list, _): body(list.fact)
    case .sum(let parts): for part in parts { part.forEachFact(body) }
    }
  }
}
