extension ConditionReader {
  func dateTest(
    _ comparison: Comparison, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> FactTest? {
    let value = keys.comparisonValue
    if value.kind == .object, keys.before == nil, comparison != .isWithin, isReckoned(value) {
      guard let relation = comparison.relation, let other = reckonedDate(value, &reader) else {
        return nil
      }
      return .date(relation, other)
    }
    if value.kind == .object || comparison == .isWithin {
      guard let otherValue = keys.before ?? keys.after else {
        reader.report(.ruleMissingKey, at: keys.value, .missingKey("before"))
        return nil
      }
      let period = period(value, &reader)
      guard let (other, _) = self.operand(otherValue, of: [.date], &reader), let period else {
        return nil
      }
      return comparison == .isWithin
        ? .within(period, keys.before == nil ? .after : .before, other)
        : comparison.relation.map { .age($0, period, before: other) }
    }
    guard let relation = comparison.relation, let text = reader.string(value) else { return nil }
    if let date = CivilDate(text) { return .date(relation, .literal(date)) }
    if text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? true {
      reader.badValue(value, .date)
      return nil
    }
    return self.operand(value, of: [.date], &reader).map { .date(relation, .fact($0.0)) }
  }

  /// How the year that is looked at lies to the rulebook's period of construction.
  func yearCondition(_ keys: ConditionKeys, _ reader: inout RuleReader) -> Condition? {
    guard let word = reader.string(keys.subjectValue) else { return nil }
    guard let relation = YearOfPeriod.Relation(rawValue: word) else {
      let allowed = YearOfPeriod.Relation.allCases.map { $0.rawValue }
      reader.report(
        .ruleBadValue, at: keys.subjectValue,
        .wordNotAllowed(word, allowed: allowed, nearest: nearest(to: word, among: allowed)))
      return nil
    }
    guard let constructionYear else {
      reader.report(.ruleMissingKey, at: keys.subjectValue, .noConstructionPeriod)
      return nil
    }
    return .test(constructionYear.year, .year(constructionYear, relation))
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

  /// Whether an object is a date reckoned from another, and no period.
  private func isReckoned(_ value: JSONValue) -> Bool {
    let names = Self.shiftKeys.names + Self.monthKeys.names
    return value.members.contains { member in names.contains { member.key.isString($0) } }
  }

  /// A date some time before or after another, or the first day of its month.
  private func reckonedDate(_ value: JSONValue, _ reader: inout RuleReader) -> DateExpression? {
    if value.members.contains(where: { $0.key.isString("firstDayOfMonth") }) {
      return reader.object(value, Self.monthKeys)?["firstDayOfMonth"]
        .flatMap { operand($0, of: [.date], &reader) }.map { .monthStart($0.0) }
    }
    guard let object = reader.object(value, Self.shiftKeys) else { return nil }
    let (minus, plus) = (object["minus"], object["plus"])
    if let plus, minus != nil {
      reader.report(.ruleBadValue, at: plus, .twoComparisons("minus", "plus"))
      return nil
    }
    guard let shift = minus ?? plus else {
      reader.report(.ruleMissingKey, at: value, .missingKey("minus"))
      return nil
    }
    let period = period(shift, &reader)
    let other = object["date"].flatMap { operand($0, of: [.date], &reader) }
    guard let period, let other else { return nil }
    return minus != nil ? .earlier(other.0, period) : .later(other.0, period)
  }

  private static let shiftKeys = RuleKeys(required: ["date"], optional: ["minus", "plus"])
  private static let monthKeys = RuleKeys(required: ["firstDayOfMonth"])
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
