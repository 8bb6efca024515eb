// Numbers, shares and what they are compared with.
extension ConditionReader {
  mutating func numberSubject(_ keys: ConditionKeys, _ reader: inout RuleReader)
    -> NumberExpression?
  {
    switch keys.subject {
    case .sum:
      let parts = reader.array(keys.subjectValue, nonEmpty: true)
      let numbers = parts.map { number($0, &reader) }
      return numbers.contains { $0 == nil } || parts.isEmpty ? nil : .sum(numbers.compactMap { $0 })
    case .length:
      return operand(keys.subjectValue, of: [.text], &reader).map { .fact($0.0, .length) }
    case .repetitions:
      return operand(keys.subjectValue, of: [.texts], &reader).flatMap { operand, fact in
        listOperand(operand, fact).map { .list($0, .repetitions) }
      }
    default:
      let types: [FactType] = keys.where == nil ? [.list, .codes, .texts] : [.list]
      guard let (operand, fact) = operand(keys.subjectValue, of: types, &reader) else { return nil }
      guard let list = listOperand(operand, fact) else { return .fact(operand, .codes) }
      if fact.type == .texts { return .list(list, .texts) }
      guard let value = keys.where else { return .list(list, .elements(where: nil)) }
      return inScope(of: list, hasPrevious: false) { $0.condition(value, &reader) }
        .map { .list(list, .elements(where: $0)) }
    }
  }

  private static let numberSubjects = Subject.allCases.filter { $0.isNumber }.map { $0.rawValue }

  /// A number as part of a condition: a literal, a fact's path, a `count` or a `sum`.
  private mutating func number(_ value: JSONValue, _ reader: inout RuleReader) -> NumberExpression?
  {
    switch value.kind {
    case .number:
      return reader.decimal(value).map(NumberExpression.literal)
    case .object:
      guard let keys = ConditionKeys(value, &reader) else { return nil }
      if let comparison = keys.comparison {
        reader.report(
          .ruleUnknownOperator, at: keys.comparisonValue,
          .unknownOperator(comparison.rawValue, allowed: Self.numberSubjects, nearest: nil))
        return nil
      }
      guard keys.subject.isNumber else {
        reader.report(
          .ruleUnknownOperator, at: value,
          .unknownOperator(keys.subject.rawValue, allowed: Self.numberSubjects, nearest: nil))
        return nil
      }
      return numberSubject(keys, &reader)
    default:
      return operand(value, of: [.count, .quantity], &reader).map { .fact($0.0, .value) }
    }
  }

  mutating func numberCondition(
    _ left: NumberExpression, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> Condition? {
    guard let comparison = keys.comparison else {
      reader.report(
        .ruleMissingKey, at: keys.value,
        .noComparison(allowed: Comparison.numeric.map { $0.rawValue }))
      return nil
    }
    guard let relation = comparison.relation else {
      reader.report(
        .ruleTypeMismatch, at: keys.comparisonValue,
        .notForType(comparison: comparison.rawValue, .count))
      return nil
    }
    let authorityFrom = reader.decimal(keys.authorityDecidesFrom)
    guard let right = number(keys.comparisonValue, &reader) else { return nil }
    return .number(left, relation, right, authorityFrom: authorityFrom)
  }

  mutating func shareCondition(_ keys: ConditionKeys, _ reader: inout RuleReader)
    -> Condition?
  {
    guard let wholeValue = keys.of else {
      reader.report(.ruleMissingKey, at: keys.value, .missingKey("of"))
      return nil
    }
    let part = number(keys.subjectValue, &reader)
    let whole = number(wholeValue, &reader)
    guard let comparison = keys.comparison else {
      reader.report(
        .ruleMissingKey, at: keys.value,
        .noComparison(allowed: Comparison.numeric.map { $0.rawValue }))
      return nil
    }
    guard let relation = comparison.relation else {
      reader.report(
        .ruleTypeMismatch, at: keys.comparisonValue,
        .notForType(comparison: comparison.rawValue, .quantity))
      return nil
    }
    guard let text = reader.string(keys.comparisonValue) else { return nil }
    guard let ratio = Ratio(text) else {
      reader.badValue(keys.comparisonValue, .share)
      return nil
    }
    guard let part, let whole else { return nil }
    return .share(part, of: whole, relation, ratio)
  }
}
