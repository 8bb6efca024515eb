import Testing

@testable import RuleEngine

@Suite struct CivilMomentTests {
  @Test(arguments: [
    "0001-01-01T00:00", "9999-12-31T23:59", "2022-05-27T18:00", "2024-02-29T09:05",
    "2000-02-29T00:01", "2022-12-31T23:00",
  ])
  func isAMinute(_ text: String) throws {
    #expect(try #require(CivilMoment(text)).description == text)
  }

  @Test(arguments: [
    "", "2022-05-27", "18:00", "2022-05-27T18", "2022-05-27T18:0", "2022-05-27T1:00",
    "2022-05-27 18:00", "2022-05-27t18:00", "2022-05-27T18:00:00", "2022-05-27T18:00Z",
    "2022-05-27T18:00+08:00", " 2022-05-27T18:00", "2022-05-27T18:00 ", "2022-05-27T24:00",
    "2022-05-27T18:60", "2022-05-27T99:99", "2022-05-27T-1:00", "2022-05-27T18:+1",
    "2022-05-27T18：00", "2022-05-27T１8:00", "2022-02-29T00:00", "2022-13-01T00:00",
    "0000-01-01T00:00", "2022-5-27T018:00", "2022-05-27T18.00", "2022-05-27T18:00\u{0}",
  ])
  func isNoMinute(_ text: String) { #expect(CivilMoment(text) == nil) }

  @Test func partsAndOrder() throws {
    let date = try #require(CivilDate("2022-05-27"))
    let moment = try #require(CivilMoment(date, hour: 18, minute: 0))
    #expect(moment == CivilMoment("2022-05-27T18:00"))
    #expect(moment.date == date)
    #expect(CivilMoment(packed: moment.packed) == moment)
    for (hour, minute) in [(24, 0), (-1, 0), (0, 60), (0, -1)] {
      #expect(CivilMoment(date, hour: hour, minute: minute) == nil)
    }
    let ascending = try [
      "0001-01-01T00:00", "2022-05-26T23:59", "2022-05-27T00:00", "2022-05-27T17:59",
      "2022-05-27T18:00", "2022-06-01T00:00", "2023-01-01T00:00", "9999-12-31T23:59",
    ].map { try #require(CivilMoment($0)) }
    #expect(ascending.shuffled().sorted() == ascending)
  }

  /// Every minute of a day is another, in order, and is written as it is read.
  @Test func everyMinuteOfADay() throws {
    var before = try #require(CivilMoment("2024-02-28T23:59"))
    for hour in 0...23 {
      for minute in 0...59 {
        let text = "2024-02-29T\(hour / 10)\(hour % 10):\(minute / 10)\(minute % 10)"
        let moment = try #require(CivilMoment(text))
        #expect(moment > before && moment.description == text)
        before = moment
      }
    }
    #expect(before < (try #require(CivilMoment("2024-03-01T00:00"))))
  }
}
