import Testing

@testable import RuleEngine

/// How amounts are written for people.
@Suite struct AmountsTests {
  private func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(json: text.utf8) }

  @Test func intervals() throws {
    #expect(Amounts.text(Interval(44)) == "44")
    #expect(Amounts.text(Interval(0)) == "0")
    #expect(Amounts.text(Interval(low: ExactDecimal(60), high: nil)) == "≥ 60")
    #expect(Amounts.text(Interval(low: ExactDecimal(1), high: ExactDecimal(3))) == "1–3")
    #expect(Amounts.text(.unbounded) == nil)
    #expect(Amounts.text(Interval(try decimal("4999.99"))) == "4999.99")
  }

  @Test(arguments: [
    ("80%", "80%"), ("66.5%", "66.5%"), ("2/3", "2/3"), ("1/2", "50%"), ("1/3", "1/3"),
    ("100%", "100%"), ("0%", "0%"),
  ])
  func ratios(_ text: String, _ shown: String) throws {
    #expect(Amounts.text(try #require(Ratio(text))) == shown)
  }

  @Test(arguments: [
    (36, 60, "80%", "36/60 = 60%"), (48, 60, "80%", "48/60 = 80%"),
    (41, 52, "80%", "41/52 ≈ 78.8%"),
    (2, 3, "80%", "2/3 ≈ 66.7%"), (1, 3, "50%", "1/3 ≈ 33.3%"), (0, 7, "80%", "0/7 = 0%"),
    (7, 7, "80%", "7/7 = 100%"),
    (7999, 10_000, "80%", "7999/10000 = 79.99%"),
    (79_999, 100_000, "80%", "79999/100000 = 79.999%"),
    (799_999, 999_999, "80%", "799999/999999 ≈ 79.99998%"),
    (500_001, 1_000_001, "50%", "500001/1000001 ≈ 50.00005%"),
    (1, 8, "50%", "1/8 = 12.5%"), (1, 16, "50%", "1/16 ≈ 6.3%"),
  ])
  func shares(_ part: Int, _ whole: Int, _ ratio: String, _ shown: String) throws {
    let ratio = try #require(Ratio(ratio))
    #expect(Amounts.share(Interval(part), of: Interval(whole), against: ratio) == shown)
  }

  /// A percentage never stands on the other side of the threshold than the share.
  @Test(arguments: 0..<20)
  func roundingNeverCrosses(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = generator.pick(["80%", "50%", "2/3", "1/3", "99.5%"])
      let ratio = try #require(Ratio(text))
      let whole = 1 + generator.below(generator.pick([10, 1000, 1_000_000_000]))
      // As near to the threshold as can be, and anywhere.
      let near = whole * Int(ratio.numerator) / Int(ratio.denominator) + generator.below(3) - 1
      let part = min(max(generator.oneIn(3) ? generator.below(whole + 1) : near, 0), whole)
      let shown = try #require(Amounts.share(Interval(part), of: Interval(whole), against: ratio))
      guard let percentage = shown.split(separator: " ").last, percentage.hasSuffix("%"),
        shown.contains(" ")
      else {
        continue  // so near that no percentage is given
      }
      let shownShare = try decimal(String(percentage.dropLast())) * ratio.denominator
      let exact = ExactDecimal(part) * ratio.denominator
      let (threshold, limit) = (
        ExactDecimal(100) * ratio.numerator, ExactDecimal(whole) * ratio.numerator
      )
      #expect((shownShare < threshold) == (exact < limit), "\(shown) against \(text)")
      #expect((shownShare == threshold) == (exact == limit), "\(shown) against \(text)")
    }
  }

  @Test func unknownParts() throws {
    let ratio = try #require(Ratio("80%"))
    #expect(Amounts.share(.unbounded, of: .unbounded, against: ratio) == nil)
    #expect(
      Amounts.share(Interval(36), of: Interval(low: ExactDecimal(60), high: nil), against: ratio)
        == "36/≥ 60")
    #expect(Amounts.share(.unbounded, of: Interval(60), against: ratio) == "?/60")
    #expect(Amounts.share(Interval(3), of: .unbounded, against: ratio) == "3/?")
    #expect(Amounts.share(Interval(0), of: Interval(0), against: ratio) == "0/0")
  }
}
