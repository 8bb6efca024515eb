/// What a condition is about: the key that stands first in thought.
enum Subject: String, CaseIterable {
  case all, any, none
  case `if`, every, everyNext, constructionPeriod
  case fact, count, sum, share, length, repetitions

  /// Whether it is a number, which is compared with another.
  var isNumber: Bool { [.count, .sum, .length, .repetitions].contains(self) }
  /// Whether it is a condition without a comparison.
  var isComplete: Bool {
    [.all, .any, .none, .if, .every, .everyNext, .constructionPeriod].contains(self)
  }
}

/// How a condition compares.
enum Comparison: String, CaseIterable {
  case `is`, isOneOf, isNoneOf, isOneOfOrSimilar
  case isAtLeast, isMoreThan, isAtMost, isLessThan
  case includesAll, includesAny, includesAllOrSimilar
  case isWithin
  case isFilled, isStated, isLike

  var relation: Relation? {
    switch self {
    case .is: .equal
    case .isAtLeast: .atLeast
    case .isMoreThan: .moreThan
    case .isAtMost: .atMost
    case .isLessThan: .lessThan
    default: nil
    }
  }

  static let numeric: [Comparison] = [.isAtLeast, .isMoreThan, .isAtMost, .isLessThan, .is]

  /// The comparisons that a fact can stand in.
  static func fitting(_ fact: Fact) -> [String] {
    let comparisons: [Comparison] =
      switch fact.type {
      case .flag: [.is]
      case .code where fact.isScale:
        [.is, .isOneOf, .isNoneOf, .isOneOfOrSimilar] + numeric.dropLast()
      case .code: [.is, .isOneOf, .isNoneOf, .isOneOfOrSimilar]
      case .text: [.is, .isOneOf, .isNoneOf, .isOneOfOrSimilar, .isFilled, .isLike]
      case .codes: [.includesAll, .includesAny, .includesAllOrSimilar]
      case .count, .quantity: numeric
      case .date: numeric + [.isWithin]
      case .moment: numeric
      case .group, .list, .texts: []
      }
    return comparisons.map { $0.rawValue }
  }
}

/// The keys of a condition's object, told apart.
struct ConditionKeys {
  let value: JSONValue
  let subject: Subject
  let subjectValue: JSONValue
  private(set) var comparison: Comparison?
  /// The comparison's value; the condition itself where there is no comparison.
  private(set) var comparisonValue: JSONValue
  private(set) var `where`: JSONValue?
  private(set) var of: JSONValue?
  private(set) var before: JSONValue?
  private(set) var after: JSONValue?
  private(set) var authorityDecidesFrom: JSONValue?
  private(set) var authorityDecidesIf: JSONValue?
  private(set) var then: JSONValue?
  private(set) var satisfies: JSONValue?
  private var comparisonKey: JSONValue?

  /// A further key, which goes with a subject or a comparison.
  private enum Companion: String, CaseIterable {
    case `where`, of, before, after, authorityDecidesFrom, authorityDecidesIf, then, satisfies
  }

  /// What a key is.
  private enum Key {
    case subject(Subject)
    case comparison(Comparison)
    case companion(Companion)
  }

  private static let keys: [(name: String, key: Key)] =
    Comparison.allCases.map { ($0.rawValue, .comparison($0)) }
    + Subject.allCases.map { ($0.rawValue, .subject($0)) }
    + Companion.allCases.map { ($0.rawValue, .companion($0)) }
  private static let table = KeyTable(keys.map { Array($0.name.utf8)[...] })

  /// The keys, or nil after what is wrong with them has been reported.
  init?(_ value: JSONValue, _ reader: inout RuleReader) {
    self.value = value
    comparisonValue = value
    let countBefore = reader.diagnostics.count
    var subjects: [(subject: Subject, value: JSONValue)] = []
    var companions: [(companion: Companion, keyValue: JSONValue)] = []
    for (number, keyValue, member) in reader.members(value, Self.table) {
      guard let number else {
        let allowed = Self.keys.map { $0.name }
        let key = keyValue.string ?? ""
        reader.report(
          .ruleUnknownOperator, at: keyValue,
          .unknownOperator(key, allowed: allowed, nearest: nearest(to: key, among: allowed)))
        continue
      }
      switch Self.keys[number].key {
      case .subject(let subject): subjects.append((subject, member))
      case .comparison(let comparison):
        if let other = self.comparison {
          reader.report(
            .ruleBadValue, at: keyValue, .twoComparisons(other.rawValue, comparison.rawValue))
        }
        self.comparison = comparison
        comparisonKey = keyValue
        comparisonValue = member
      case .companion(let companion):
        companions.append((companion, keyValue))
        switch companion {
        case .where: `where` = member
        case .of: of = member
        case .before: before = member
        case .after: after = member
        case .authorityDecidesFrom: authorityDecidesFrom = member
        case .authorityDecidesIf: authorityDecidesIf = member
        case .then: then = member
        case .satisfies: satisfies = member
        }
      }
    }
    guard let (subject, subjectValue) = subjects.first else {
      if reader.diagnostics.count == countBefore {
        reader.report(
          .ruleMissingKey, at: value, .noSubject(allowed: Subject.allCases.map { $0.rawValue }))
      }
      return nil
    }
    self.subject = subject
    self.subjectValue = subjectValue
    if subjects.count > 1 {
      reader.report(
        .ruleBadValue, at: value, .twoSubjects(subject.rawValue, subjects[1].subject.rawValue))
    }
    if before != nil, let after {
      reader.report(.ruleBadValue, at: after, .twoComparisons("before", "after"))
    }
    // Keys that say nothing where they stand.
    func reportMisplaced(_ key: String, _ keyValue: JSONValue) {
      reader.report(
        .ruleUnknownOperator, at: keyValue,
        .unknownOperator(key, allowed: [subject.rawValue], nearest: nil))
    }
    for (companion, keyValue) in companions where !fits(companion) {
      reportMisplaced(companion.rawValue, keyValue)
    }
    if let comparison, let comparisonKey, subject.isComplete {
      reportMisplaced(comparison.rawValue, comparisonKey)
    }
    if reader.diagnostics.count != countBefore { return nil }
  }

  private func fits(_ companion: Companion) -> Bool {
    switch companion {
    case .where: subject == .count
    case .of: subject == .share
    case .before: subject == .fact && comparisonValue.kind == .object
    case .after: subject == .fact && comparison == .isWithin
    case .authorityDecidesFrom: comparison == .isAtLeast && (subject.isNumber || subject == .fact)
    case .authorityDecidesIf: comparison != nil || subject.isComplete
    case .then: subject == .if
    case .satisfies: subject == .every || subject == .everyNext
    }
  }
}
