/// A condition of the rule language, bound to a vocabulary.
///
/// Every condition can be judged for every application: there is no recursion but into its parts,
/// and no look-up by name.
indirect enum Condition: Equatable, Sendable {
  case all([Condition])
  case any([Condition])
  case none([Condition])
  /// Where the first holds, so must the second.
  case implication(if: Condition, then: Condition)
  /// Only where something else holds; elsewhere nothing is said of it.
  case scoped(Condition, Scope)
  /// What fails, though something else holds, is for the authority to judge.
  case discretion(Condition, if: Condition)
  /// Of every element of a list; with `.next`, of every one but the first, which it compares with
  /// the one before.
  case every(ListOperand, Reach, Condition)
  /// A fact passes a test.
  case test(Operand, FactTest)
  /// A number, compared with another; below the threshold, certain values from `authorityFrom` up
  /// are for the authority to judge.
  case number(NumberExpression, Relation, NumberExpression, authorityFrom: ExactDecimal?)
  /// A part's share of a whole.
  case share(NumberExpression, of: NumberExpression, Relation, Ratio)

  /// Which elements of a list `every` speaks of.
  enum Reach: Equatable, Sendable { case all, next }
}

/// Where conditions apply at all.
struct Scope: Equatable, Sendable {
  let condition: Condition
  /// What there is to say where they do not.
  let otherwise: Words

  static func == (a: Self, b: Self) -> Bool { a.condition == b.condition }
}

/// A fact that a condition reads.
struct Operand: Hashable, Sendable {
  /// Its number in the vocabulary.
  let fact: Int32
  /// Its column in the row of the application, or of the list element at hand; less than 0 where
  /// that is the row of the element before.
  let column: Int32
  let isMember: Bool
  /// Whether it is of the element before the one at hand.
  var isPrevious = false

  /// The element that it is of, where one is at hand.
  func element(at element: Int) -> Int? {
    isMember ? (isPrevious ? element - 1 : element) : nil
  }
}

/// A list that a condition counts.
struct ListOperand: Hashable, Sendable {
  let fact: Int32
  let number: Int
  /// The columns of an element's row.
  let width: Int
}

extension Condition {
  /// What is asked for, without where it applies and what the authority decides.
  var core: Condition {
    switch self {
    case .scoped(let condition, _), .discretion(let condition, _): condition.core
    default: self
    }
  }

  /// The simple conditions that it is made of, in order.
  var parts: [Condition] {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts): parts.flatMap { $0.parts }
    case .implication(let premise, let conclusion): premise.parts + conclusion.parts
    case .scoped(let condition, _), .discretion(let condition, _): condition.parts
    default: [self]
    }
  }

  /// Those, each with whether it must not hold.
  var signedParts: [(condition: Condition, isNegated: Bool)] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap { $0.signedParts }
    case .none(let parts): parts.flatMap { $0.signedParts }.map { ($0.condition, !$0.isNegated) }
    case .implication(let premise, let conclusion): premise.signedParts + conclusion.signedParts
    case .scoped(let condition, _), .discretion(let condition, _): condition.signedParts
    default: [(self, false)]
    }
  }

  /// How many those are.
  var partCount: Int {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts):
      parts.reduce(0) { $0 + $1.partCount }
    case .implication(let premise, let conclusion): premise.partCount + conclusion.partCount
    case .scoped(let condition, _), .discretion(let condition, _): condition.partCount
    default: 1
    }
  }

  /// Whether what it asks for does not depend on the application.
  var isThresholdFixed: Bool {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts):
      parts.allSatisfy { $0.isThresholdFixed }
    case .discretion(let condition, _): condition.isThresholdFixed
    case .implication, .every, .scoped: false
    case .number(_, _, .literal, _), .share: true
    case .number: false
    case .test(_, let test): test.isThresholdFixed
    }
  }
}
