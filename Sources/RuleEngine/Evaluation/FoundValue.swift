/// What was found, as a value: only its wording turns it into text.
indirect enum FoundValue: Sendable {
  /// The condition does not apply.
  case notApplicable
  case flag(Bool)
  case code(Words)
  /// The codes of a list, and whether it has others that are not known.
  case codes([Words], hasUnknown: Bool)
  case date(CivilDate)
  /// Instead of a date, that what it dates never happened.
  case never(Words)
  case moment(CivilMoment)
  case text(String)
  case number(ExactDecimal)
  case amount(Interval)
  case share(part: Interval, whole: Interval, against: Ratio)
  /// All elements of a list, so many.
  case allElements(Int, MeasureUnit?)
  case failingElements(FailingElements<FoundValue>)
}

/// What is required, as a value.
indirect enum RequiredValue: Sendable {
  case flag(Bool)
  case amount(Relation, Interval)
  /// A threshold of which no amount was found.
  case bound(Relation, ExactDecimal)
  case share(Relation, Ratio)
  case rank(Relation, Words)
  case filled(Bool)
  /// The forms that a text can have.
  case forms([String])
  case codes([Words], Inclusion.Extent)
  /// Words of the vocabulary, or texts.
  case membership(words: [Words], texts: [String], Membership.List)
  case date(Relation, CivilDate)
  case moment(Relation, CivilMoment)
  case period(Relation, Period)
  case span(ClosedRange<CivilDate>)
  case year(YearOfPeriod.Relation, ClosedRange<CivilDate>)
  /// Of every element.
  case each([RequiredValue])
  case not(RequiredValue)
}

/// What a failing condition lacks, or has too much of, as a value.
indirect enum LackingValue: Sendable {
  case amount(ExactDecimal, CountUnit?)
  case codes([Words])
  /// The first application date that would do.
  case date(CivilDate)
  case failingElements(FailingElements<LackingValue>)
}

/// The unit of a number: a vocabulary's own, or characters of a text.
enum CountUnit: Sendable {
  case unit(MeasureUnit)
  case characters
}

/// The elements of a list for which what is asked of every one fails.
struct FailingElements<Value: Sendable>: Sendable {
  struct Element: Sendable {
    /// By the name that the program gave it, or by its path.
    let name: String
    let values: [Said]
  }

  struct Said: Sendable {
    /// Which condition it is of, where the element fails several.
    let condition: Condition?
    let value: Value
    let unit: CountUnit?
    /// What the value was compared with, where that is the element's own too.
    let required: RequiredValue?
  }

  /// The first of them.
  let elements: [Element]
  /// How many there are.
  let count: Int
  let vocabulary: Vocabulary

  /// As many are named.
  static var most: Int { 4 }
}

/// What a criterion that fails lacks, or has too much of.
package struct Lack: Sendable {
  /// Of one simple condition, or of several, each with its number among them.
  enum What: Sendable {
    case one(LackingValue)
    case several([(part: Int, value: LackingValue)], names: Lazy<[Bilingual]>)
  }

  let what: What
  /// Whether it is how many too many there are.
  package let isExcess: Bool
  /// Whether it is the least that it can be: facts that are not known can make it more.
  package let isLowerBound: Bool
  /// Of a share whose whole has yet to come to what another criterion asks: that size, and what is
  /// lacking at it. Where the whole is not known, the amount is that too.
  package let atSize: AtSize?
  /// Where some of the things named may be there and are not known: how many certainly are not.
  package let certainCount: Int?

  /// What is lacking of a whole of some size.
  package struct AtSize: Sendable {
    /// The size.
    package let whole: ExactDecimal
    /// How much more.
    package let amount: ExactDecimal
    /// Whether the whole is not known, so that nothing else can be said.
    package let isAll: Bool
  }

  /// The first application date that would do.
  package var date: CivilDate? {
    if case .one(.date(let date)) = what { date } else { nil }
  }

  /// How much, where it is one amount.
  package var number: ExactDecimal? {
    if case .one(.amount(let amount, _)) = what { amount } else { nil }
  }
}
