import Foundation
import Testing

@testable import RuleEngine

@Suite struct CivilDateTests {
  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }

  @Test(arguments: [
    "0001-01-01", "9999-12-31", "2022-05-20", "2024-02-29", "2000-02-29", "1600-02-29",
    "0004-02-29", "2023-02-28",
    "2022-01-31", "2022-04-30", "2022-12-31",
  ])
  func isADay(_ text: String) throws { #expect(try date(text).description == text) }

  @Test(arguments: [
    "", "2022", "2022-05", "2022-5-20", "2022-05-2", "22-05-20", "2022/05/20", "2022.05.20",
    "20220520", "2022-05-20 ",
    " 2022-05-20", "2022-05-20T00:00:00", "+022-05-20", "-022-05-20", "2022-00-10", "2022-13-10",
    "2022-05-00",
    "2022-05-32", "2022-04-31", "2022-06-31", "2022-09-31", "2022-11-31", "2022-02-29",
    "2023-02-29", "1900-02-29",
    "2100-02-29", "2024-02-30", "0000-01-01", "0000-12-31", "２０２２-05-20", "2022-０5-20",
    "2022年05月20日", "2022-05-2a",
    "2022--5-20", "10000-01-01", "2022-05-\u{0}0", "2022:05-20",
  ])
  func isNoDay(_ text: String) { #expect(CivilDate(text) == nil) }

  /// A month, with its first and its last day.
  @Test(arguments: [
    ("2022-01", "2022-01-01", "2022-01-31"), ("2022-02", "2022-02-01", "2022-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02", "2000-02-01", "2000-02-29"), ("2022-04", "2022-04-01", "2022-04-30"),
    ("2022-12", "2022-12-01", "2022-12-31"), ("0001-01", "0001-01-01", "0001-01-31"),
    ("9999-12", "9999-12-01", "9999-12-31"),
  ])
  func isAMonth(_ text: String, _ first: String, _ last: String) throws {
    #expect(try CivilDate(isoMonth: text.utf8, day: .first) == date(first))
    #expect(try CivilDate(isoMonth: text.utf8, day: .last) == date(last))
  }

  @Test(arguments: [
    "", "2022", "2022-1", "2022-13", "2022-00", "2022/01", "2022-01-", "2022-01-01", "0000-12",
    "22-01", "202201", "2022-０1", "2022-0a", " 2022-01", "20222-1",
  ])
  func isNoMonth(_ text: String) {
    for day in DayOfMonth.allCases {
      #expect(CivilDate(isoMonth: text.utf8, day: day) == nil)
    }
  }

  @Test func partsAndOrder() throws {
    let day = try date("2024-02-29")
    #expect((day.year, day.month, day.day) == (2024, 2, 29))
    #expect(CivilDate(year: 2024, month: 2, day: 29) == day)
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
    let ascending = try [
      "0001-01-01", "1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "2001-01-01",
      "9999-12-31",
    ]
    .map(date)
    #expect(ascending.shuffled().sorted() == ascending)
  }

  /// A day, a period, and the day that is so much later (Civil Code, Arts. 200–202).
  @Test(arguments: [
    ("2022-05-20", Period.years(1), "2023-05-20"), ("2023-02-28", .years(1), "2024-02-28"),
    ("2024-02-29", .years(1), "2025-02-28"),
    ("2024-02-29", .years(4), "2028-02-29"), ("2096-02-29", .years(4), "2100-02-28"),
    ("1996-02-29", .years(4), "2000-02-29"),
    ("2022-01-31", .months(1), "2022-02-28"), ("2024-01-31", .months(1), "2024-02-29"),
    ("2022-01-30", .months(1), "2022-02-28"),
    ("2022-03-31", .months(1), "2022-04-30"), ("2022-03-31", .months(2), "2022-05-31"),
    ("2022-12-31", .months(1), "2023-01-31"),
    ("2022-12-31", .months(2), "2023-02-28"), ("2022-08-31", .months(6), "2023-02-28"),
    ("2022-11-30", .months(3), "2023-02-28"),
    ("2022-05-20", .months(12), "2023-05-20"), ("2022-05-20", .months(120), "2032-05-20"),
    ("2022-05-20", .days(1), "2022-05-21"),
    ("2022-12-31", .days(1), "2023-01-01"), ("2024-02-28", .days(1), "2024-02-29"),
    ("2023-02-28", .days(1), "2023-03-01"),
    ("2000-02-28", .days(366), "2001-02-28"), ("1900-02-28", .days(1), "1900-03-01"),
    ("0001-01-01", .days(365), "0002-01-01"),
    ("2022-05-20", .days(30), "2022-06-19"), ("9998-12-31", .years(1), "9999-12-31"),
    ("9999-11-30", .months(1), "9999-12-30"),
  ])
  func later(_ from: String, _ period: Period, _ to: String) throws {
    #expect(try date(from).adding(period) == date(to))
  }

  /// A day, a period, and the day that is so much earlier.
  @Test(arguments: [
    ("2022-05-20", Period.years(1), "2021-05-20"), ("2024-02-29", .years(1), "2023-02-28"),
    ("2025-02-28", .years(1), "2024-02-28"),
    ("2024-03-31", .months(1), "2024-02-29"), ("2023-03-31", .months(1), "2023-02-28"),
    ("2022-07-31", .months(1), "2022-06-30"),
    ("2022-01-15", .months(1), "2021-12-15"), ("2022-01-31", .months(2), "2021-11-30"),
    ("2022-03-01", .days(1), "2022-02-28"),
    ("2024-03-01", .days(1), "2024-02-29"), ("2022-01-01", .days(1), "2021-12-31"),
    ("0002-01-01", .years(1), "0001-01-01"),
    ("0001-12-31", .months(11), "0001-01-31"), ("0001-01-02", .days(1), "0001-01-01"),
  ])
  func earlier(_ from: String, _ period: Period, _ to: String) throws {
    #expect(try date(from).subtracting(period) == date(to))
  }

  /// What leaves the years that can be written still compares as it should.
  @Test func beyondTheWritableYears() throws {
    let (first, last) = (try date("0001-01-01"), try date("9999-12-31"))
    for period in [
      Period.days(1), .months(1), .years(1), .years(10_000), .months(10_000), .days(10_000),
    ] {
      #expect(first.subtracting(period) < first)
      #expect(last.adding(period) > last)
      #expect(first.adding(period) > first)
      #expect(last.subtracting(period) < last)
    }
    #expect(!first.subtracting(.days(1)).isWritable)
    #expect(!last.adding(.days(1)).isWritable)
    #expect(first.isWritable && last.isWritable)
    #expect(last.next > last)
    #expect(first.subtracting(.years(1)).adding(.years(1)) == first)
    #expect(first.subtracting(.days(400)).adding(.days(400)) == first)
  }

  // MARK: Against the toolchain's calendar

  private static var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    return calendar
  }

  /// Foundation's calendar is Julian before October 1582.
  private static func random(_ generator: inout SeededGenerator) -> CivilDate {
    let year =
      generator.oneIn(2)
      ? 1600 + generator.below(8400)
      : generator.pick([1600, 1700, 1900, 2000, 2023, 2024, 2100, 9999])
    let month = generator.oneIn(3) ? 2 : 1 + generator.below(12)
    let last = CivilDate.daysIn(month: month, of: year)
    let day = generator.oneIn(2) ? last - generator.below(3) : 1 + generator.below(last)
    return CivilDate(year: year, month: month, day: day)!
  }

  private static func foundation(_ date: CivilDate) -> Date {
    calendar.date(from: DateComponents(year: date.year, month: date.month, day: date.day))!
  }

  private static func text(_ date: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return String(format: "%04d-%02d-%02d", parts.year!, parts.month!, parts.day!)
  }

  /// Foundation goes back in months by way of days and so misses ends of months; from the first of
  /// a month it goes right.
  private static func day(_ date: CivilDate, less count: Int, _ component: Calendar.Component)
    throws -> String
  {
    guard component != .day else {
      return text(try #require(calendar.date(byAdding: .day, value: -count, to: foundation(date))))
    }
    let first = try #require(CivilDate(year: date.year, month: date.month, day: 1))
    let month = try #require(
      calendar.date(byAdding: component, value: -count, to: foundation(first)))
    let last = try #require(calendar.range(of: .day, in: .month, for: month)).count
    return text(month).dropLast(2) + String(format: "%02d", min(date.day, last))
  }

  @Test(arguments: 0..<20)
  func asTheToolchainAdds(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let date = Self.random(&generator)
      let count = 1 + generator.below(generator.pick([3, 30, 400]))
      for (period, component) in [
        (Period.days(count), Calendar.Component.day), (.months(count), .month),
        (.years(count), .year),
      ] {
        let start = Self.foundation(date)
        let later = try #require(Self.calendar.date(byAdding: component, value: count, to: start))
        if date.adding(period).isWritable, date.year + count < 9999 {
          #expect(date.adding(period).description == Self.text(later), "\(date) + \(period)")
        }
        if date.subtracting(period).year >= 1600 {
          let earlier = try Self.day(date, less: count, component)
          #expect(date.subtracting(period).description == earlier, "\(date) - \(period)")
        }
      }
      let other = Self.random(&generator)
      let days = Self.foundation(other).timeIntervalSince(Self.foundation(date)) / 86_400
      #expect(date.days(to: other) == Int(days.rounded()))
    }
  }

  /// Every day of four hundred years follows the one before it.
  @Test func everyDay() throws {
    var day = try date("1999-12-31")
    var count = 0
    while day.year < 2400 {
      let next = day.next
      let isMonthEnd = day.day == CivilDate.daysIn(month: day.month, of: day.year)
      let expected =
        !isMonthEnd
        ? CivilDate(year: day.year, month: day.month, day: day.day + 1)
        : day.month < 12
          ? CivilDate(year: day.year, month: day.month + 1, day: 1)
          : CivilDate(year: day.year + 1, month: 1, day: 1)
      if next != expected || day.days(to: next) != 1 || next.subtracting(.days(1)) != day {
        Issue.record("the day after \(day) is \(next)")
        return
      }
      day = next
      count += 1
    }
    #expect(count == 146_097 + 1)
  }

  // MARK: Other forms

  /// What someone wrote, and the right form to suggest.
  @Test(arguments: [
    ("2022年5月20日", "2022-05-20"), ("2022年05月20日", "2022-05-20"), ("2022/5/20", "2022-05-20"),
    ("2022.5.20", "2022-05-20"),
    ("2022/05/20", "2022-05-20"), ("2022-5-20", "2022-05-20"), ("20220520", "2022-05-20"),
    ("２０２２年５月２０日", "2022-05-20"),
    ("2022 年 5 月 20 日", "2022-05-20"), ("2022年5月20号", "2022-05-20"), ("2022．5．20", "2022-05-20"),
    ("2022／5／20", "2022-05-20"),
    ("2024/2/29", "2024-02-29"), (" 2022-05-20 ", "2022-05-20"),
  ])
  func looseForm(_ text: String, _ right: String) {
    #expect(CivilDate(loose: text)?.description == right)
  }

  @Test(arguments: [
    "", "2022", "2022年5月", "5/20/2022", "22/5/20", "2022/13/1", "2022/2/30", "2023年2月29日", "today",
    "2022年五月二十日", "202205201",
    "2022/5/20/1", "99999999", "00000101", "2022-05-20T00:00:00Z", "99999999999999999999999999",
  ])
  func noLooseForm(_ text: String) { #expect(CivilDate(loose: text) == nil) }
}
