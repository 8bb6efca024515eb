/// A number that a condition computes from the facts.
indirect enum NumberExpression: Equatable, Sendable {
  case literal(ExactDecimal)
  case fact(Operand, FactMeasure)
  case list(ListOperand, ListMeasure)
  case sum([NumberExpression])
}

/// What is measured of a fact.
enum FactMeasure: Equatable, Sendable {
  /// The number that it is.
  case value
  /// How many codes a list of codes has.
  case codes
  /// How many characters of a text are not white space.
  case length
}

/// What is counted of a list.
enum ListMeasure: Equatable, Sendable {
  /// The elements that satisfy a condition.
  case elements(where: Condition?)
  /// The texts that say something.
  case texts
  /// The texts that repeat an earlier one.
  case repetitions
}

extension NumberExpression {
  /// Whether it is never anything but an integer.
  func isInteger(in vocabulary: Vocabulary) -> Bool {
    switch self {
    case .literal(let value): value.isInteger
    case .fact(let operand, .value): vocabulary.facts[Int(operand.fact)].type == .count
    case .fact, .list: true
    case .sum(let parts): parts.allSatisfy { $0.isInteger(in: vocabulary) }
    }
  }
}
