/// A condition of the rule language, bound to a vocabulary.
///
/// Every condition can be judged for every application: there is no recursion but into its parts,
/// and no look-up by name.
indirect enum Condition: Sendable {
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
  /// A flag has this value.
  case flag(Operand, is: Bool)
  /// A code, or a text, is or is not among listed ones.
  case membership(Operand, Membership)
  /// A code of a scale, compared with another by rank.
  case rank(Operand, Relation, code: Int)
  /// A text has a character that is not white space, or has none.
  case filled(Operand, is: Bool)
  /// The application says something of a fact: certain either way, and so only for advice.
  case stated(Operand, is: Bool)
  /// A text has one of some forms.
  case like(Operand, [Glob])
  /// A list of codes includes some.
  case includes(Operand, Inclusion)
  /// A number, compared with another; below the threshold, certain values from `authorityFrom` up
  /// are for the authority to judge.
  case number(NumberExpression, Relation, NumberExpression, authorityFrom: ExactDecimal?)
  /// A part's share of a whole.
  case share(NumberExpression, of: NumberExpression, Relation, Ratio)
  /// A date, compared with another.
  case date(Operand, Relation, DateExpression)
  /// A minute, compared with another.
  case moment(Operand, Relation, MomentExpression)
  /// The time from one date to another, compared with a period: at least a year before means
  /// `date + 1 year <= before`.
  case age(Operand, Relation, Period, before: Operand)
  /// A date in the closed span of a period that ends with another date, or begins with it.
  case within(Operand, Period, Period.Side, Operand)

  /// A calendar year lies so to the period.
  case year(YearOfPeriod, YearOfPeriod.Relation)

  /// Which elements of a list `every` speaks of.
  enum Reach: Sendable { case all, next }
}

/// Where conditions apply at all.
struct Scope: Sendable {
  let condition: Condition
  /// What there is to say where they do not.
  let otherwise: Words
}

/// A calendar year that is looked at, and a period that begins with a date.
struct YearOfPeriod: Sendable {
  let year: Operand
  let start: Operand
  let length: Period

  /// How the year lies to the period.
  enum Relation: String, CaseIterable, Sendable {
    /// Every day of the year is one of the period.
    case coversYear
    /// Some day of the year is one of the period.
    case touchesYear
    /// The period's first day is one of the year.
    case beginsInYear
  }
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
  /// What of them must be there.
  enum Extent: Sendable {
    case all
    case any
    /// The law says 等: all of them are enough; of none at all nothing is there; anything else is
    /// for the authority to judge.
    case allOrSimilar
  }

  let wanted: CodeSet
  let extent: Extent
}

/// A number that a condition computes from the facts.
indirect enum NumberExpression: Sendable {
  case literal(ExactDecimal)
  case fact(Operand)
  /// How many elements of a list satisfy a condition.
  case count(ListOperand, where: Condition?)
  /// How many codes a list of codes has.
  case codeCount(Operand)
  /// How many elements of a list of texts say something.
  case textCount(ListOperand)
  /// How many elements of a list of texts repeat an earlier one.
  case repetitions(ListOperand)
  /// How many characters of a text are not white space.
  case length(Operand)
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
  /// So much earlier than a fact.
  case earlier(Operand, Period)
  /// So much later than a fact.
  case later(Operand, Period)
  /// The first day of the month of a fact.
  case monthStart(Operand)

  /// The fact that it is reckoned from.
  var operand: Operand? {
    switch self {
    case .literal: nil
    case .fact(let operand), .earlier(let operand, _), .later(let operand, _),
      .monthStart(let operand):
      operand
    }
  }
}

/// A minute that a condition compares with.
enum MomentExpression: Sendable {
  case literal(CivilMoment)
  case fact(Operand)
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
    case .implication, .every, .scoped, .year: false
    case .number(_, _, .literal, _), .date(_, _, .literal), .moment(_, _, .literal): true
    case .number, .date, .moment, .age, .within: false
    case .flag, .membership, .rank, .filled, .stated, .like, .includes, .share: true
    }
  }
}
