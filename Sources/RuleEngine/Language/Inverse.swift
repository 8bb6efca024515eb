extension Relation {
  /// The relation that holds where this one does not; nil for equality.
  var inverse: Relation? {
    switch self {
    case .atLeast: .lessThan
    case .moreThan: .atMost
    case .atMost: .moreThan
    case .lessThan: .atLeast
    case .equal: nil
    }
  }
}

extension Condition {
  /// The condition that holds where this one does not, where that can be said simply.
  var inverse: Condition? {
    switch self {
    case .flag(let operand, let wanted): .flag(operand, is: !wanted)
    case .filled(let operand, let wanted): .filled(operand, is: !wanted)
    case .number(let left, let relation, let right, nil):
      relation.inverse.map { .number(left, $0, right, authorityFrom: nil) }
    case .share(let part, let whole, let relation, let ratio):
      relation.inverse.map { .share(part, of: whole, $0, ratio) }
    case .date(let operand, let relation, let other):
      relation.inverse.map { .date(operand, $0, other) }
    case .moment(let operand, let relation, let other):
      relation.inverse.map { .moment(operand, $0, other) }
    case .rank(let operand, let relation, let code):
      relation.inverse.map { .rank(operand, $0, code: code) }
    default: nil
    }
  }
}
