extension ConditionReader {
  func dateTest(
    _ comparison: Comparison, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> FactTest? {
    let value = keys.comparisonValue
    if value.kind == .object, keys.before == nil, comparison != .isWithin,
      value.members.contains(where: { $0.key.isString("date") || $0.key.isString("minus") })
    {
      guard let relation = comparison.relation, let object = reader.object(value, Self.earlierKeys)
      else { return nil }
      let period = object["minus"].flatMap { self.period($0, &reader) }
      let later = object["date"].flatMap { self.operand($0, of: [.date], &reader) }
      guard let period, let later else { return nil }
      return .date(relation, .earlier(later.0, period))
    }
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
        ? .within(period, before: before)
        : comparison.relation.map { .age($0, period, before: before) }
    }
    guard let relation = comparison.relation, let text = reader.string(value) else { return nil }
    if let date = CivilDate(text) { return .date(relation, .literal(date)) }
    if text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? true {
      reader.badValue(value, .date)
      return nil
    }
    return self.operand(value, of: [.date], &reader).map { .date(relation, .fact($0.0)) }
  }

  func momentTest(
    _ comparison: Comparison, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> FactTest? {
    let value = keys.comparisonValue
    guard let relation = comparison.relation, let text = reader.string(value) else { return nil }
    if let moment = CivilMoment(text) { return .moment(relation, .literal(moment)) }
    if text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? true {
      reader.badValue(value, .moment)
      return nil
    }
    return self.operand(value, of: [.moment], &reader)
      .map { .moment(relation, .fact($0.0)) }
  }

  private static let earlierKeys = RuleKeys(required: ["date", "minus"])
  private static let periodKeys = RuleKeys(required: [], optional: ["years", "months", "days"])

  func period(_ value: JSONValue, _ reader: inout RuleReader) -> Period? {
    guard let object = reader.object(value, Self.periodKeys) else { return nil }
    let (years, months, days) = (object["years"], object["months"], object["days"])
    guard [years, months, days].filter({ $0 != nil }).count == 1,
      let number = reader.decimal(years ?? months ?? days)?.integer.flatMap({ Int(exactly: $0) }),
      (1...10_000).contains(number)
    else {
      reader.badValue(value, .period)
      return nil
    }
    return years != nil ? .years(number) : months != nil ? .months(number) : .days(number)
  }
}
