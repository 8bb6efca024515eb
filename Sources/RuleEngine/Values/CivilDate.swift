/// A day of the Gregorian calendar, without a time zone.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Year, month and day in 16, 4 and 5 bits, so that dates compare as integers.
  let packed: Int32

  /// From 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// From 1 to 12.
  public var month: Int { Int(packed >> 5 & 15) }
  /// From 1 to 31.
  public var day: Int { Int(packed & 31) }

  /// The years that can be written.
  public static let years = 1...9999

  init(packed: Int32) { self.packed = packed }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    packed = Int32(truncatingIfNeeded: year) << 9 | Int32(month) << 5 | Int32(day)
  }

  /// The day, or nil where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, of: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Reads `YYYY-MM-DD`, and nothing else.
  init?(iso bytes: some RandomAccessCollection<UInt8>) {
    guard bytes.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 7 {
        guard byte == 0x2D else { return nil }
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      let digit = Int(byte &- 0x30)
      switch index {
      case 0...3: numbers.0 = numbers.0 * 10 + digit
      case 5, 6: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// Reads `YYYY-MM` as a day of that month, and nothing else.
  init?(isoMonth bytes: some Collection<UInt8>, day: DayOfMonth) {
    guard bytes.count == 7, let first = CivilDate(iso: Array(bytes) + Array("-01".utf8)) else {
      return nil
    }
    switch day {
    case .first: self = first
    case .last:
      self.init(unchecked: first.year, first.month, Self.daysIn(month: first.month, of: first.year))
    }
  }

  /// Reads `YYYY-MM-DD`.
  public init?(_ text: String) { self.init(iso: Array(text.utf8)) }

  public static func < (a: Self, b: Self) -> Bool { a.packed < b.packed }

  static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate {
  /// The day `months` later (earlier, if negative): the same day of the target month, or that
  /// month's last day where it has no such day (Civil Code, Art. 202).
  func adding(months: Int) -> Self {
    let count = year * 12 + month - 1 + months
    let (targetYear, targetMonth) = (count.floorDivided(by: 12), count.floorRemainder(by: 12) + 1)
    let last = Self.daysIn(month: targetMonth, of: targetYear)
    return Self(unchecked: targetYear, targetMonth, min(day, last))
  }

  func adding(_ period: Period) -> Self {
    switch period {
    case .years(let years): adding(months: 12 * years)
    case .months(let months): adding(months: months)
    case .days(let days): Self(dayNumber: dayNumber + days)
    }
  }

  func subtracting(_ period: Period) -> Self {
    switch period {
    case .years(let years): adding(months: -12 * years)
    case .months(let months): adding(months: -months)
    case .days(let days): Self(dayNumber: dayNumber - days)
    }
  }

  /// The next day.
  var next: Self { adding(.days(1)) }

  /// The days of a calendar year.
  static func days(of year: Int) -> ClosedRange<Self> {
    Self(unchecked: year, 1, 1)...Self(unchecked: year, 12, 31)
  }

  /// The first day of its month.
  var monthStart: Self { Self(unchecked: year, month, 1) }

  /// The closed span of a period that ends or begins with it.
  func span(of period: Period, _ side: Period.Side) -> ClosedRange<Self> {
    switch side {
    case .before: subtracting(period)...self
    case .after: self...adding(period)
    }
  }

  /// How many days later `other` is.
  func days(to other: Self) -> Int { other.dayNumber - dayNumber }

  /// Whether `description` can say it.
  var isWritable: Bool { Self.years.contains(year) }

  /// Days since 0000-03-01 (after Hinnant's `days_from_civil`).
  private var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  private init(dayNumber: Int) {
    let era = dayNumber.floorDivided(by: 146_097)
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`, of a year that can be written.
  public var description: String {
    precondition(isWritable, "the year has four digits")
    let numbers = [year / 100, year % 100, month, day]
    return String(unsafeUninitializedCapacity: 10) { bytes in
      var index = 0
      for (position, number) in numbers.enumerated() {
        if position > 1 {
          bytes[index] = 0x2D
          index += 1
        }
        bytes[index] = 0x30 + UInt8(number / 10)
        bytes[index + 1] = 0x30 + UInt8(number % 10)
        index += 2
      }
      return index
    }
  }
}

/// A span of the calendar.
enum Period: Hashable, Sendable {
  case years(Int)
  case months(Int)
  case days(Int)

  /// Where it lies from the date that it is counted from.
  enum Side: Sendable { case before, after }
}

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }

  fileprivate func floorRemainder(by divisor: Int) -> Int {
    self - floorDivided(by: divisor) * divisor
  }
}
