import Testing

@testable import RuleEngine

@Suite struct ShareTests {
  private static let ratios: [Ratio] = [
    Ratio(numerator: 0, denominator: 1), Ratio(numerator: 1, denominator: 3),
    Ratio(numerator: 1, denominator: 2), Ratio(numerator: 50, denominator: 100),
    Ratio(numerator: 2, denominator: 3), Ratio(numerator: 4, denominator: 5),
    Ratio(numerator: 1, denominator: 1),
  ]

  /// Every pair of numbers that a part and a whole allow, part ≤ whole and whole > 0.
  private static func pairs(_ part: SmallInterval, _ whole: SmallInterval) -> [(Int, Int)] {
    let cap = 40
    return whole.values(upTo: cap).filter { $0 > 0 }.flatMap { w in
      part.values(upTo: cap).filter { $0 <= w }.map { ($0, w) }
    }
  }

  /// The verdict on a share is that of all the pairs; where there is none, fail.
  ///
  /// A comparison for equality is left out: between the least and the greatest share that whole
  /// numbers allow, not every share can be had, and no rule asks for one.
  @Test(arguments: ratios)
  func everySmallShare(_ ratio: Ratio) {
    let intervals = SmallInterval.all(upTo: 6)
    var wrong: [String] = []
    for part in intervals {
      for whole in intervals {
        let pairs = Self.pairs(part, whole)
        for relation in Relation.everyRelation where relation != .equal {
          var (anyTrue, anyFalse) = (false, false)
          for (p, w) in pairs {
            if relation.isTrue(p * Int(ratio.denominator), w * Int(ratio.numerator)) {
              anyTrue = true
            } else {
              anyFalse = true
            }
          }
          let expected = Verdict(anyTrue: anyTrue, anyFalse: anyFalse)
          let found = Share(part: part.interval, whole: whole.interval).verdict(relation, ratio)
          if found != expected { wrong.append("\(part) of \(whole) \(relation): \(found)") }
        }
      }
    }
    let isRight = wrong.isEmpty
    #expect(isRight, "\(wrong.count) are wrong: \(wrong.prefix(5))")
  }

  /// For certain numbers: how many more of the same whole must qualify.
  @Test(arguments: ratios)
  func everyCertainShortfall(_ ratio: Ratio) {
    for whole in 0...30 {
      for part in 0...whole {
        for relation in [Relation.atLeast, .moreThan] {
          let share = Share(part: Interval(part), whole: Interval(whole))
          func holds(_ part: Int) -> Bool {
            relation.isTrue(part * Int(ratio.denominator), whole * Int(ratio.numerator))
          }
          // What already holds has no shortfall; nor has what even the whole does not meet.
          let needed = holds(part) ? nil : (part...whole).first(where: holds)
          let expected = whole == 0 ? nil : needed.map { ExactDecimal($0 - part) }
          if whole == 0 || !holds(part) {
            #expect(
              share.shortfall(relation, ratio)?.least == expected,
              "\(part)/\(whole) \(relation) \(ratio)")
          }
        }
      }
    }
  }

  /// Where facts are unknown, and where another criterion asks for a size: the least that any allowed
  /// pair of numbers lacks, and whether all lack as much.
  @Test(arguments: ratios)
  func everyShortfallForASize(_ ratio: Ratio) {
    let intervals = SmallInterval.all(upTo: 5)
    for part in intervals {
      for whole in intervals where whole.low > 0 {
        for (relation, size) in [(Relation.atLeast, 4), (.moreThan, 4), (.atLeast, 7)] {
          let share = Share(part: part.interval, whole: whole.interval)
          guard share.verdict(relation, ratio) == .fail else { continue }
          let lacks = Self.pairs(part, whole).map { p, w -> Int? in
            let total = max(w, size)
            return (p...total).first {
              relation.isTrue($0 * Int(ratio.denominator), total * Int(ratio.numerator))
            }.map { $0 - p }
          }
          let found = share.shortfall(relation, ratio, size: ExactDecimal(size))
          let place = "\(part) of \(whole) \(relation) \(ratio), \(size)"
          #expect(
            found?.least == lacks.compactMap(\.self).min().map { ExactDecimal($0) }, "\(place)")
          guard let found else { continue }
          #expect(
            found.isExact == (whole.interval.high != nil && Set(lacks).count == 1), "\(place)")
        }
      }
    }
  }

  /// Where facts are unknown: the least that any allowed pair of numbers lacks.
  @Test(arguments: ratios)
  func everyLeastShortfall(_ ratio: Ratio) {
    let intervals = SmallInterval.all(upTo: 6)
    for part in intervals {
      for whole in intervals where whole.low > 0 {
        for relation in [Relation.atLeast, .moreThan] {
          let share = Share(part: part.interval, whole: whole.interval)
          guard share.verdict(relation, ratio) == .fail else { continue }
          let lacks = Self.pairs(part, whole).compactMap { p, w in
            (p...w).first { relation.isTrue($0 * Int(ratio.denominator), w * Int(ratio.numerator)) }
              .map { $0 - p }
          }
          let expected = lacks.min().map { ExactDecimal($0) }
          #expect(
            share.shortfall(relation, ratio)?.least == expected,
            "\(part) of \(whole) \(relation) \(ratio)"
          )
        }
      }
    }
  }

  private func verdict(_ part: Interval, of whole: Interval, _ relation: Relation, _ ratio: String)
    throws
    -> Verdict
  {
    Share(part: part, whole: whole).verdict(relation, try #require(Ratio(ratio)))
  }

  /// The contract's own examples.
  @Test func examples() throws {
    let whole = Interval(60) + .unbounded
    #expect(try verdict(Interval(36), of: whole, .atLeast, "80%") == .fail)
    #expect(try verdict(Interval(60), of: whole, .atLeast, "80%") == .unknown)
    #expect(try verdict(Interval(0), of: Interval(0), .atLeast, "80%") == .fail)
    #expect(try verdict(.unbounded, of: Interval(0), .atMost, "80%") == .fail)
    let least = Share(part: Interval(36), whole: Interval(60))
    #expect(
      least.shortfall(.atLeast, Ratio(numerator: 80, denominator: 100))?.least == ExactDecimal(12))
    let half = Share(part: Interval(20), whole: Interval(40))
    #expect(
      half.shortfall(.moreThan, Ratio(numerator: 50, denominator: 100))?.least == ExactDecimal(1))
  }

  /// Shares that binary floating point takes for what they are not.
  @Test func exactComparison() throws {
    for (part, whole, ratio) in [
      (70, 100, "70%"), (7, 10, "70%"), (29, 100, "29%"), (57, 100, "57%"), (1, 3, "1/3"),
      (333_333_333, 999_999_999, "1/3"), (800_000_000, 1_000_000_000, "80%"), (115, 1000, "11.5%"),
    ] {
      let exact = Interval(part)
      #expect(try verdict(exact, of: Interval(whole), .atLeast, ratio) == .pass, "\(part)/\(whole)")
      #expect(
        try verdict(exact, of: Interval(whole), .moreThan, ratio) == .fail, "\(part)/\(whole)")
      #expect(try verdict(Interval(part - 1), of: Interval(whole), .atLeast, ratio) == .fail)
      #expect(try verdict(Interval(part + 1), of: Interval(whole), .moreThan, ratio) == .pass)
    }
  }

  /// Parts and wholes that are decimals: a third of 0.3 is 0.1, to the last digit.
  @Test func decimals() throws {
    func interval(_ text: String) throws -> Interval { Interval(try ExactDecimal(json: text.utf8)) }
    #expect(try verdict(interval("0.1"), of: interval("0.3"), .atLeast, "1/3") == .pass)
    #expect(try verdict(interval("0.1"), of: interval("0.3"), .moreThan, "1/3") == .fail)
    let less = try interval("0.0999999999999999999999999999999")
    #expect(try verdict(less, of: interval("0.3"), .atLeast, "1/3") == .fail)
    let more = try interval("0.1000000000000000000000000000001")
    #expect(try verdict(more, of: interval("0.3"), .moreThan, "1/3") == .pass)
  }

  @Test(arguments: [
    ("80%", 80, 100), ("0%", 0, 100), ("100%", 100, 100), ("66.5%", 665, 1000), ("2/3", 2, 3),
    ("1/1", 1, 1), ("0/7", 0, 7), ("33.333333%", 33_333_333, 100_000_000),
  ])
  func ratioText(_ text: String, _ numerator: UInt32, _ denominator: UInt32) throws {
    #expect(try #require(Ratio(text)) == Ratio(numerator: numerator, denominator: denominator))
  }

  @Test(arguments: [
    "", "%", "80", "80 %", "80％", "-80%", "+80%", "101%", "100.1%", "3/2", "1/0", "/2", "1/",
    "1/2/3", "0.5/2", "1/2.0",
    ".5%", "5.%", "1e1%", "80%%", "八成", "5..0%", "1234567890%", "99999999999999999999%",
  ])
  func notARatio(_ text: String) { #expect(Ratio(text) == nil) }
}
