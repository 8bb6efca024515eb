/// Reads conditions of the rule language and checks them against the vocabulary.
struct ConditionReader {
  let vocabulary: Vocabulary
  /// The list in whose `where` or `every` the condition stands.
  private var scope: Int?
  /// Whether there is an element before the one at hand.
  var hasPrevious = false

  /// Whether what is read is advice, on which no verdict hangs.
  var isAdvice = false
  /// The period of construction, where the rulebook has one, and the year that is looked at.
  var constructionYear: YearOfPeriod?

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// A condition that is to be judged, or nil after what is wrong with it has been reported. One that
  /// reads no fact would come out the same for everybody.
  mutating func judgement(_ value: JSONValue?, _ reader: inout RuleReader) -> Condition? {
    guard let value, let condition = condition(value, &reader) else { return nil }
    guard condition.firstFact != nil else {
      reader.report(.ruleBadValue, at: value, .noFact)
      return nil
    }
    return condition
  }

  /// The condition, or nil after what is wrong with it has been reported.
  mutating func condition(_ value: JSONValue, _ reader: inout RuleReader) -> Condition? {
    guard value.kind == .object else {
      reader.wrongType(value, .object)
      return nil
    }
    guard let keys = ConditionKeys(value, &reader) else { return nil }
    let condition = condition(keys, &reader)
    guard let groundValue = keys.authorityDecidesIf else { return condition }
    guard let ground = self.condition(groundValue, &reader), let condition else { return nil }
    return .discretion(condition, if: ground)
  }

  mutating func condition(_ keys: ConditionKeys, _ reader: inout RuleReader) -> Condition? {
    switch keys.subject {
    case .all: return combination(keys, &reader).map(Condition.all)
    case .any: return combination(keys, &reader).map(Condition.any)
    case .none: return combination(keys, &reader).map(Condition.none)
    case .if: return implication(keys, &reader)
    case .every: return every(.all, keys, &reader)
    case .everyNext: return every(.next, keys, &reader)
    case .constructionPeriod: return yearCondition(keys, &reader)
    case .fact: return factCondition(keys, &reader)
    case .count, .sum, .length, .repetitions:
      guard let expression = numberSubject(keys, &reader) else { return nil }
      return numberCondition(expression, keys, &reader)
    case .share: return shareCondition(keys, &reader)
    }
  }

  private mutating func combination(_ keys: ConditionKeys, _ reader: inout RuleReader)
    -> [Condition]?
  {
    let parts = reader.array(keys.subjectValue, nonEmpty: true)
    let conditions = parts.map { condition($0, &reader) }
    return conditions.contains { $0 == nil } || parts.isEmpty ? nil : conditions.compactMap { $0 }
  }

  private mutating func implication(_ keys: ConditionKeys, _ reader: inout RuleReader)
    -> Condition?
  {
    guard let then = keys.then else {
      reader.report(.ruleMissingKey, at: keys.value, .missingKey("then"))
      return nil
    }
    let premise = condition(keys.subjectValue, &reader)
    guard let conclusion = condition(then, &reader), let premise else { return nil }
    return .implication(if: premise, then: conclusion)
  }

  private mutating func every(
    _ reach: Condition.Reach, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> Condition? {
    guard let satisfies = keys.satisfies else {
      reader.report(.ruleMissingKey, at: keys.value, .missingKey("satisfies"))
      return nil
    }
    guard let (operand, fact) = operand(keys.subjectValue, of: [.list], &reader) else { return nil }
    let list = listOperand(operand, fact)
    return list.flatMap { list in
      inScope(of: list, hasPrevious: reach == .next) { $0.condition(satisfies, &reader) }
        .map { .every(list, reach, $0) }
    }
  }

  /// Reads something whose conditions speak of a list's elements.
  mutating func inScope<Result>(
    of list: ListOperand, hasPrevious: Bool, _ read: (inout Self) -> Result
  ) -> Result {
    let outer = (scope, self.hasPrevious)
    (scope, self.hasPrevious) = (list.number, hasPrevious)
    defer { (scope, self.hasPrevious) = outer }
    return read(&self)
  }

  func listOperand(_ operand: Operand, _ fact: Fact) -> ListOperand? {
    fact.list.map {
      ListOperand(fact: operand.fact, number: $0, width: vocabulary.lists[$0].width)
    }
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
    if comparison == .isStated {
      return stated(fact, keys, &reader).map { .test(operand, .stated(is: $0)) }
    }
    guard Comparison.fitting(fact).contains(comparison.rawValue) else {
      reader.report(
        .ruleTypeMismatch, at: keys.comparisonValue,
        .notForType(comparison: comparison.rawValue, fact.type))
      return nil
    }
    let companions: [(String, JSONValue?, [FactType])] = [
      ("authorityDecidesFrom", keys.authorityDecidesFrom, [.count, .quantity]),
      ("before", keys.before, [.date]), ("after", keys.after, [.date]),
    ]
    for case (let name, let value?, let types) in companions where !types.contains(fact.type) {
      reader.report(.ruleTypeMismatch, at: value, .notForType(comparison: name, fact.type))
      return nil
    }
    switch fact.type {
    case .flag:
      return reader.bool(keys.comparisonValue).map { .test(operand, .flag(is: $0)) }
    case .text where comparison == .isFilled:
      return reader.bool(keys.comparisonValue).map { .test(operand, .filled(is: $0)) }
    case .text where comparison == .isLike:
      let patterns =
        keys.comparisonValue.kind == .array
        ? reader.array(keys.comparisonValue, nonEmpty: true) : [keys.comparisonValue]
      let globs = patterns.compactMap { reader.string($0) }.map(Glob.init)
      return globs.isEmpty || globs.count < patterns.count ? nil : .test(operand, .like(globs))
    case .text, .code:
      if let relation = comparison.relation, comparison != .is {
        return codes([keys.comparisonValue], of: fact, &reader)
          .map { .test(operand, .rank(relation, code: $0[0])) }
      }
      return membership(fact, comparison, keys, &reader)
        .map { .test(operand, .membership($0)) }
    case .codes:
      let words = reader.array(keys.comparisonValue, nonEmpty: true)
      guard let numbers = codes(words, of: fact, &reader), !numbers.isEmpty else { return nil }
      let extent: Inclusion.Extent =
        switch comparison {
        case .includesAny: .any
        case .includesAllOrSimilar: .allOrSimilar
        default: .all
        }
      return .test(operand, .includes(Inclusion(wanted: CodeSet(numbers), extent: extent)))
    case .count, .quantity:
      return numberCondition(.fact(operand, .value), keys, &reader)
    case .date:
      return dateTest(comparison, keys, &reader).map { .test(operand, $0) }
    case .moment:
      return momentTest(comparison, keys, &reader).map { .test(operand, $0) }
    case .group, .list, .texts:
      return nil  // no comparison fits them, as was reported above
    }
  }

  /// Whether anything is said: what is left open would settle it, so that no verdict may hang on it.
  private func stated(_ fact: Fact, _ keys: ConditionKeys, _ reader: inout RuleReader) -> Bool? {
    guard isAdvice else {
      reader.report(
        .ruleUnknownOperator, at: keys.comparisonValue, .onlyInAdvice(Comparison.isStated.rawValue))
      return nil
    }
    guard ![.group, .list, .texts].contains(fact.type) else {
      reader.report(
        .ruleTypeMismatch, at: keys.comparisonValue,
        .notForType(comparison: Comparison.isStated.rawValue, fact.type))
      return nil
    }
    return reader.bool(keys.comparisonValue)
  }

  private mutating func membership(
    _ fact: Fact, _ comparison: Comparison, _ keys: ConditionKeys, _ reader: inout RuleReader
  ) -> Membership? {
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
        Membership(list: list, numbers: $0.map(Int64.init), texts: [])
      }
    }
    let texts = values.compactMap { reader.string($0) }
    guard texts.count == values.count, !texts.isEmpty else { return nil }
    return Membership(list: list, numbers: [], texts: texts.map { Array($0.utf8) })
  }

  /// The numbers of a fact's codes.
  func codes(_ values: [JSONValue], of fact: Fact, _ reader: inout RuleReader) -> [Int]? {
    let allowed = fact.codes.isEmpty ? fact.form?.words ?? [] : fact.codes.map { $0.name }
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
  func operand(
    _ value: JSONValue, of types: [FactType]? = nil, _ reader: inout RuleReader
  ) -> (Operand, Fact)? {
    guard var path = reader.string(value) else { return nil }
    let isPrevious = path.removePrevious()
    guard let index = vocabulary.index(of: path.utf8) else {
      reader.report(
        .ruleUnknownFact, at: value,
        .unknownFact(path, nearest: nearest(to: path, among: vocabulary.facts.map { $0.path })))
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
    if isPrevious, !hasPrevious {
      reader.report(.ruleTypeMismatch, at: value, .noPreviousElement(reader.string(value) ?? path))
      return nil
    }
    var column = Int32(fact.location.column)
    if isPrevious, let list = fact.location.list { column -= Int32(vocabulary.lists[list].width) }
    let operand = Operand(
      fact: Int32(index), column: column, isMember: fact.location.list != nil,
      isPrevious: isPrevious)
    return (operand, fact)
  }
}

extension String {
  /// Makes `stages[].to` of `stages[previous].to`.
  fileprivate mutating func removePrevious() -> Bool {
    let word = "[previous]".utf8
    guard let bracket = utf8.firstIndex(of: 0x5B), utf8[bracket...].starts(with: word) else {
      return false
    }
    replaceSubrange(bracket..<utf8.index(bracket, offsetBy: word.count), with: "[]")
    return true
  }
}
