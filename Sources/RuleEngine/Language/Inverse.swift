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
    case .test(let operand, let test):
      test.inverse.map { .test(operand, $0) }
    case .number(let left, let relation, let right, nil):
      relation.inverse.map { .number(left, $0, right, authorityFrom: nil) }
    case .share(let part, let whole, let relation, let ratio):
      relation.inverse.map { .share(part, of: whole, $0, ratio) }
    default: nil
    }
  }
}

extension FactTest {
  fileprivate var inverse: FactTest? {
    switch self {
    case .flag(let wanted): .flag(is: !wanted)
    case .filled(let wanted): .filled(is: !wanted)
    case .date(let relation, let other): relation.inverse.map { .date($0, other) }
    case .moment(let relation, let other): relation.inverse.map { .moment($0, other) }
    case .rank(let relation, let code): relation.inverse.map { .rank($0, code: code) }
    default: nil
    }
  }
}
