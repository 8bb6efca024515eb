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
    case .flag(let operand, _), .membership(let operand, _), .rank(let operand, _, _),
      .filled(let operand, _), .stated(let operand, _), .like(let operand, _),
      .includes(let operand, _):
      body(operand.fact)
    case .number(let left, _, let right, _), .share(let left, let right, _, _):
      left.forEachFact(body)
      right.forEachFact(body)
    case .date(let operand, _, let other):
      body(operand.fact)
      if let other = other.operand { body(other.fact) }
    case .moment(let operand, _, let other):
      body(operand.fact)
      if case .fact(let other) = other { body(other.fact) }
    case .year(let period, _):
      body(period.year.fact)
      body(period.start.fact)
    case .age(let operand, _, _, let other), .within(let operand, _, _, let other):
      body(operand.fact)
      body(other.fact)
    }
  }
}

extension NumberExpression {
  fileprivate func forEachFact(_ body: (Int32) -> Void) {
    switch self {
    case .literal: break
    case .fact(let operand), .codeCount(let operand), .length(let operand): body(operand.fact)
    case .repetitions(let list), .textCount(let list): body(list.fact)
    case .count(let list, let filter):
      body(list.fact)
      filter?.forEachFact(body)
    case .sum(let parts): for part in parts { part.forEachFact(body) }
    }
  }
}
