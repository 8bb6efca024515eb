/// A condition of the rule language, bound to a vocabulary.
///
/// Every condition can be judged for every application: there is no recursion but into its parts,
/// and no look-up by name.
indirect enum Condition: Sendable {
  case all([Condition])
  case any([Condition])
  case none([Condition])
  /// A flag has this value.
  case flag(Operand, is: Bool)
  /// A code, or a text, is or is not among listed ones.
  case membership(Operand, Membership)
  /// A code of a scale, compared with another by rank.
  case rank(Operand, Relation, code: Int)
  /// A list of codes includes some.
  case includes(Operand, Inclusion)
  /// A number, compared with another; below the threshold, certain values from `authorityFrom` up
  /// are for the authority to judge.
  case number(NumberExpression, Relation, NumberExpression, authorityFrom: Decimal?)
  /// A part's share of a whole.
  case share(NumberExpression, of: NumberExpression, Relation, Ratio)
  /// A date, compared with another.
  case date(Operand, Relation, DateExpression)
  /// The time from one date to another, compared with a period: at least a year before means
  /// `date + 1 year <= before`.
  case age(Operand, Relation, Period, before: Operand)
  /// A date in the closed span of a period that ends with another date.
  case within(Operand, Period, before: Operand)
}

/// A fact that a condition reads.
struct Operand: Hashable, Sendable {
  /// Its number in the vocabulary.
  let fact: Int32
  /// Its column in the row of the application, or of the list element at hand.
  let column: Int32
  let isMember: Bool
}

/// Which of listed words a fact must be, or must not be.
struct Membership: Sendable {
  /// What becomes of a word that is not listed.
  enum List: Sendable {
    /// Anything else fails.
    case closed
    /// The law says 等: anything else is for the authority to judge.
    case open
    /// None of these.
    case excluding
  }

  let list: List
  /// Of codes, and of texts with listed words: their numbers.
  let numbers: [Int64]
  /// Of other texts: their bytes.
  let texts: [[UInt8]]
}

/// Which codes a list of codes must include.
struct Inclusion: Sendable {
  let wanted: CodeSet
  /// All of them, or any.
  let needsAll: Bool
}

/// A number that a condition computes from the facts.
indirect enum NumberExpression: Sendable {
  case literal(Decimal)
  case fact(Operand)
  /// How many elements of a list satisfy a condition.
  case count(ListOperand, where: Condition?)
  case sum([NumberExpression])
}

/// A list that a condition counts.
struct ListOperand: Hashable, Sendable {
  let fact: Int32
  let number: Int
  /// The columns of an element's row.
  let width: Int
}

/// A date that a condition compares with.
enum DateExpression: Sendable {
  case literal(CivilDate)
  case fact(Operand)
}

extension Condition {
  /// The simple conditions that it is made of, in order.
  var parts: [Condition] {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.parts)
    default: [self]
    }
  }

  /// Whether what it asks for does not depend on the application.
  var isThresholdFixed: Bool {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts): parts.allSatisfy(\.isThresholdFixed)
    case .number(_, _, .literal, _), .date(_, _, .literal): true
    case .number, .date, .age, .within: false
    case .flag, .membership, .rank, .includes, .share: true
    }
  }
}
