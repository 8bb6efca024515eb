/// Reads conditions of the rule language and checks them against the vocabulary.
struct ConditionReader {
  let vocabulary: Vocabulary
  /// The list in whose `where` the condition stands.
  private var scope: Int?

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The condition, or nil after what is wrong with it has been reported.
  mutating func condition(_ value: JSONValue, _ reader: inout RuleReader) -> Condition? {
    guard value.kind == .object else {
      reader.wrongType(value, .object)
      return nil
    }
    guard let clauseKeys = ConditionKeys(value, &reader) else { return nil }
    switch clauseKeys.subject {
    case .all: return combination(clauseKeys, &reader).map(Condition.all)
    case .any: return combination(clauseKeys, &reader).map(Condition.any)
    case .none: return combination(clauseKeys, &reader).map(Condition.none)
    case .fact: return factCondition(clauseKeys, &reader)
    case .count, .sum:
      guard let expression = numberSubject(clauseKeys, &reader) else { return nil }
      return numberCondition(expression, clauseKeys, &reader)
    case .share: return shareCondition(clauseKeys, &reader)
    }
  }

  private mutating func combination(_ keys: ConditionKeys, _ reader: inout RuleReader)
    -> [Condition]?
  {
    let parts = reader.array(keys.subjectValue, nonEmpty: true)
    let conditions = parts.map { condition($0, &reader) }
    return conditions.contains { $0 == nil } || parts.isEmpty ? nil : conditions.compactMap(\.self)
  }

  // MARK: Facts

  private mutating func factCondition(_ keys: ConditionKeys, _ reader: inout RuleReader)
    -> Condition?
  {
    guard let (operand, fact) = operand(keys.subjectValue, &reader) else { return nil }
    guard let comparison = keys.comparison else {
      reader.report(
        .ruleMissingKey, at: keys.value, .noComparison(allowed: Comparison.fitting(fact)))
      return nil
    }
    guard Comparison.fitting(fact).contains(comparison.rawValue) else {
      reader.report(
        .ruleTypeMismatch, at: keys.comparisonValue,
        .notForType(comparison: comparison.rawValue, fact.type))
      return nil
    }
    switch fact.type {
    case .flag:
      return reader.bool(keys.comparisonValue).map { .flag(operand, is: $0) }
    case .text, .code:
      if let relation = comparison.relation, comparison != .is {
        return codes([keys.comparisonValue], of: fact, &reader)
          .map { .rank(operand, relation, code: $0[0]) }
      }
      return membership(operand, fact, comparison, keys, &reader)
    case .codes:
      let words = reader.array(keys.comparisonValue, nonEmpty: true)
      guard let numbers = codes(words, of: fact, &reader), !numbers.isEmpty else { return nil }
      return .includes(
        operand, Inclusion(wanted: CodeSet(numbers), needsAll: comparison == .includesAll))
    case .count, .quantity:
      return numberCondition(.fact(operand), keys, &reader)
    case .date:
      return dateCondition(operand, comparison, keys, &reader)
    case .group, .list:
      return nil  // no comparison fits them, as was reported above
    }
  }

  private mutating func membership(
    _ operand: Operand, _ fact: Fact, _ comparison: Comparison, _ keys: ConditionKeys,
    _ reader: inout RuleReader
  ) -> Condition? {
    let list: Membership.List =
      switch comparison {
      case .isNoneOf: .excluding
      case .isOneOfOrSimilar: .open
      default: .closed
      }
    let values =
      comparison == .is
      ? [keys.comparisonValue] : reader.array(keys.comparisonValue, nonEmpty: true)
    if fact.type == .code || fact.form?.hasWords == true {
      return codes(values, of: fact, &reader).map {
        .membership(operand, Membership(list: list, numbers: $0.map(Int64.init), texts: []))
      }
    }
    let texts = values.compactMap { reader.string($0) }
    guard texts.count == values.count, !texts.isEmpty else { return nil }
    return .membership(
      operand, Membership(list: list, numbers: [], texts: texts.map { Array($0.utf8) }))
  }

  /// The numbers of a fact's codes.
  private func codes(_ values: [JSONValue], of fact: Fact, _ reader: inout RuleReader) -> [Int]? {
    let allowed = fact.codes.isEmpty ? fact.form?.words ?? [] : fact.codes.map(\.name)
    var numbers: [Int] = []
    for value in values {
      guard let word = reader.string(value) else { continue }
      if let number = allowed.firstIndex(of: word) {
        numbers.append(number)
      } else {
        reader.report(
          .ruleUnknownCode, at: value,
          .wordNotAllowed(word, allowed: allowed, nearest: nearest(to: word, among: allowed)))
      }
    }
    return numbers.count == values.count ? numbers : nil
  }

  /// The fact at a path, which must be one of the application or of the list at hand.
  private func operand(
    _ value: JSONValue, of types: [FactType]? = nil, _ reader: inout RuleReader
  ) -> (Operand, Fact)? {
    guard let path = reader.string(value) else { return nil }
    guard let index = vocabulary.index(of: path.utf8) else {
      reader.report(
        .ruleUnknownFact, at: value,
        .unknownFact(path, nearest: nearest(to: path, among: vocabulary.facts.map(\.path))))
      return nil
    }
    let fact = vocabulary.facts[index]
    if let list = fact.location.list, list != scope {
      let name = vocabulary.facts[vocabulary.lists[list].fact].path
      reader.report(.ruleTypeMismatch, at: value, .memberOutsideList(fact.path, list: name))
      return nil
    }
    if let types, !types.contains(fact.type) {
      reader.report(
        .ruleTypeMismatch, at: value, .factNotOfType(fact.path, fact.type, expected: types))
      return nil
    }
    let operand = Operand(
      fact: Int32(index), column: Int32(fact.location.column), isMember: fact.location.list != nil)
    return (operand, fact)
  }

  // MARK: Numbers

  private mutating func numberSubject(_ keys: ConditionKeys, _ reader: inout RuleReader)
    -> NumberExpression?
  {
    switch keys.subject {
    case .sum:
      let parts = reader.array(keys.subjectValue, nonEmpty: true)
      let numbers = parts.map { number($0, &reader) }
      return numbers.contains { $0 == nil } ? nil : .sum(numbers.compactMap(\.self))
    default:
      guard let (operand, fact) = operand(keys.subjectValue, of: [.list], &reader),
        let list = fact.list
      else { return nil }
      var filter: Condition?
      if let value = keys.where {
        let outer = scope
        scope = list
        filter = condition(value, &reader)
        scope = outer
        if filter == nil { return nil }
      }
      return .count(
        ListOperand(fact: operand.fact, number: list, width: vocabulary.lists[list].width),
        where: filter)
    }
  }

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
          .unknownOperator(comparison.rawValue, allowed: ["count", "sum"], nearest: nil))
        return nil
      }
      guard keys.subject == .count || keys.subject == .sum else {
        reader.report(
          .ruleUnknownOperator, at: value,
          .unknownOperator(keys.subject.rawValue, allowed: ["count", "sum"], nearest: nil))
        return nil
      }
      return numberSubject(keys, &reader)
    default:
      return operand(value, of: [.count, .quantity], &reader).map { .fact($0.0) }
    }
  }

  private mutating func numberCondition(
    _ left: NumberExpression, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> Condition? {
    guard let comparison = keys.comparison else {
      reader.report(
        .ruleMissingKey, at: keys.value, .noComparison(allowed: Comparison.numeric.map(\.rawValue)))
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

  private mutating func shareCondition(_ keys: ConditionKeys, _ reader: inout RuleReader)
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
        .ruleMissingKey, at: keys.value, .noComparison(allowed: Comparison.numeric.map(\.rawValue)))
      return nil
    }
    guard let relation = comparison.relation, let text = reader.string(keys.comparisonValue) else {
      return nil
    }
    guard let ratio = Ratio(text) else {
      reader.badValue(keys.comparisonValue, .share)
      return nil
    }
    guard let part, let whole else { return nil }
    return .share(part, of: whole, relation, ratio)
  }

  // MARK: Dates

  private func dateCondition(
    _ operand: Operand, _ comparison: Comparison, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> Condition? {
    let value = keys.comparisonValue
    if value.kind == .object || comparison == .isWithin {
      guard let beforeValue = keys.before else {
        reader.report(.ruleMissingKey, at: keys.value, .missingKey("before"))
        return nil
      }
      let period = period(value, &reader)
      guard let (before, _) = self.operand(beforeValue, of: [.date], &reader), let period else {
        return nil
      }
      return comparison == .isWithin
        ? .within(operand, period, before: before)
        : comparison.relation.map { .age(operand, $0, period, before: before) }
    }
    guard let relation = comparison.relation, let text = reader.string(value) else { return nil }
    if let date = CivilDate(text) { return .date(operand, relation, .literal(date)) }
    if text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? true {
      reader.badValue(value, .date)
      return nil
    }
    return self.operand(value, of: [.date], &reader).map { .date(operand, relation, .fact($0.0)) }
  }

  private static let periodKeys = RuleKeys(required: [], optional: ["years", "months", "days"])

  private func period(_ value: JSONValue, _ reader: inout RuleReader) -> Period? {
    guard let object = reader.object(value, Self.periodKeys) else { return nil }
    let (years, months, days) = (object["years"], object["months"], object["days"])
    guard [years, months, days].filter({ $0 != nil }).count == 1,
      let number = reader.decimal(years ?? months ?? days)?.integer, (1...10_000).contains(number)
    else {
      reader.badValue(value, .period)
      return nil
    }
    return years != nil ? .years(number) : months != nil ? .months(number) : .days(number)
  }
}

extension Ratio {
  /// Reads `80%`, `66.5%` or `2/3`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func decimal(_ digits: ArraySlice<UInt8>) -> (value: UInt32, scale: UInt32)? {
      let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
      guard parts.count <= 2, digits.count <= 9,
        parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } })
      else { return nil }
      var (value, scale) = (UInt32(0), UInt32(1))
      for byte in parts.joined() { value = value * 10 + UInt32(byte - 0x30) }
      for _ in parts.dropFirst().joined() { scale *= 10 }
      return (value, scale)
    }
    if bytes.last == 0x25, let (value, scale) = decimal(bytes.dropLast()), scale <= 1_000_000 {
      self.init(numerator: value, denominator: scale * 100)
    } else if let slash = bytes.firstIndex(of: 0x2F), let part = decimal(bytes[..<slash]),
      let whole = decimal(bytes[(slash + 1)...]), part.scale == 1, whole.scale == 1, whole.value > 0
    {
      self.init(numerator: part.value, denominator: whole.value)
    } else {
      return nil
    }
    guard numerator <= denominator else { return nil }
  }
}
