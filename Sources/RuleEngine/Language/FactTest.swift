/// What is asked of one fact.
///
/// A test that is added here needs a key in `Comparison` with its reading, a verdict in `Evaluator`,
/// a value in `FindingValues`, and words in `ValueWording` and `ConditionSentences`; everything else
/// goes by `forEachOther`.
enum FactTest: Equatable, Sendable {
  /// A flag has this value.
  case flag(is: Bool)
  /// A code, or a text, is or is not among listed ones.
  case membership(Membership)
  /// A code of a scale, compared with another by rank.
  case rank(Relation, code: Int)
  /// A text has a character that is not white space, or has none.
  case filled(is: Bool)
  /// The application says something of it: certain either way, and so only for advice.
  case stated(is: Bool)
  /// A text has one of some forms.
  case like([Glob])
  /// A list of codes includes some.
  case includes(Inclusion)
  /// A date, compared with another.
  case date(Relation, DateExpression)
  /// A minute, compared with another.
  case moment(Relation, MomentExpression)
  /// The time from a date to another, compared with a period: at least a year before means
  /// `date + 1 year <= before`.
  case age(Relation, Period, before: Operand)
  /// A date in the closed span of a period that ends with another date, or begins with it.
  case within(Period, Period.Side, Operand)
  /// A calendar year lies so to a period.
  case year(YearOfPeriod, YearOfPeriod.Relation)
}

extension FactTest {
  /// Hands on the facts, besides the one that is tested, that the test reads.
  @inline(__always)
  func forEachOther(_ body: (Operand) -> Void) {
    switch self {
    case .date(_, let other): if let operand = other.operand { body(operand) }
    case .moment(_, .fact(let operand)): body(operand)
    case .age(_, _, let other), .within(_, _, let other): body(other)
    case .year(let period, _): body(period.start)
    default: break
    }
  }

  /// Whether what it asks for does not depend on the application.
  var isThresholdFixed: Bool {
    var isFixed = true
    forEachOther { _ in isFixed = false }
    return isFixed
  }
}

/// Which of listed words a fact must be, or must not be.
struct Membership: Equatable, Sendable {
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
struct Inclusion: Equatable, Sendable {
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

/// A date that a condition compares with.
enum DateExpression: Equatable, Sendable {
  case literal(CivilDate)
  case fact(Operand)
  /// So much earlier than a fact.
  case earlier(Operand, Period)
  /// So much later than a fact.
  case later(Operand, Period)
  /// The first day of the month of a fact.
  case monthStart(Operand)
}

/// A minute that a condition compares with.
enum MomentExpression: Equatable, Sendable {
  case literal(CivilMoment)
  case fact(Operand)
}

extension DateExpression {
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

/// A calendar year that is looked at, and a period that begins with a date.
struct YearOfPeriod: Equatable, Sendable {
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
