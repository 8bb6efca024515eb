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

  /// Which further keys go with a subject or a comparison.
  private static let companions = [
    "where", "of", "before", "after", "authorityDecidesFrom", "authorityDecidesIf", "then",
    "satisfies",
  ]

  /// The keys, or nil after what is wrong with them has been reported.
  init?(_ value: JSONValue, _ reader: inout RuleReader) {
    self.value = value
    comparisonValue = value
    let members = reader.distinctMembers(value)
    let subjects = members.compactMap { member in
      Subject(rawValue: member.key).map { ($0, member.value) }
    }
    let countBefore = reader.diagnostics.count
    for (key, keyValue, member) in members where Subject(rawValue: key) == nil {
      switch key {
      case "where": `where` = member
      case "of": of = member
      case "before": before = member
      case "after": after = member
      case "authorityDecidesFrom": authorityDecidesFrom = member
      case "authorityDecidesIf": authorityDecidesIf = member
      case "then": then = member
      case "satisfies": satisfies = member
      default:
        guard let comparison = Comparison(rawValue: key) else {
          let allowed =
            Comparison.allCases.map { $0.rawValue } + Subject.allCases.map { $0.rawValue }
            + Self.companions
          reader.report(
            .ruleUnknownOperator, at: keyValue,
            .unknownOperator(key, allowed: allowed, nearest: nearest(to: key, among: allowed)))
          continue
        }
        if let other = self.comparison {
          reader.report(.ruleBadValue, at: keyValue, .twoComparisons(other.rawValue, key))
        }
        self.comparison = comparison
        comparisonValue = member
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
        .ruleBadValue, at: value, .twoSubjects(subject.rawValue, subjects[1].0.rawValue))
    }
    if before != nil, let after {
      reader.report(.ruleBadValue, at: after, .twoComparisons("before", "after"))
    }
    checkCompanions(members, &reader)
    if reader.diagnostics.count != countBefore { return nil }
  }

  /// Reports keys that say nothing where they stand.
  private func checkCompanions(
    _ members: [(key: String, keyValue: JSONValue, value: JSONValue)], _ reader: inout RuleReader
  ) {
    for (key, keyValue, _) in members {
      let fits =
        switch key {
        case "where": subject == .count
        case "of": subject == .share
        case "before": subject == .fact && comparisonValue.kind == .object
        case "after": subject == .fact && comparison == .isWithin
        case "authorityDecidesFrom":
          comparison == .isAtLeast && (subject.isNumber || subject == .fact)
        case "authorityDecidesIf": comparison != nil || subject.isComplete
        case "then": subject == .if
        case "satisfies": subject == .every || subject == .everyNext
        default: Comparison(rawValue: key) == nil || !subject.isComplete
        }
      if !fits {
        reader.report(
          .ruleUnknownOperator, at: keyValue,
          .unknownOperator(key, allowed: [subject.rawValue], nearest: nil))
      }
    }
  }
}
