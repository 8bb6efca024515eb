import Testing

@testable import RuleEngine

@Suite struct DecimalTests {
  private func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(json: text.utf8) }

  /// A number's token, and the value in its plainest form.
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.0", "0"), ("-0.000", "0"), ("0e999999999999999999999", "0"),
    ("-0e-5", "0"),
    ("7", "7"), ("10", "10"), ("1000000000", "1000000000"), ("32.0", "32"), ("3.2e1", "32"),
    ("3.2E+1", "32"),
    ("320e-1", "32"), ("0.032e3", "32"), ("3200000e-5", "32"), ("5e3", "5000"), ("5000", "5000"),
    ("0.5e4", "5000"),
    ("0.5", "0.5"), ("0.50", "0.5"), ("5e-1", "0.5"), ("50e-2", "0.5"), ("0.001", "0.001"),
    ("1e-3", "0.001"),
    ("1e-17", "0.00000000000000001"), ("1e-18", "0.000000000000000001"),
    ("1e-19", "0.0000000000000000001"),
    ("1e-36", "0.000000000000000000000000000000000001"),
    ("12.000000000000000000034", "12.000000000000000000034"),
    ("4999.99999999999999999999", "4999.99999999999999999999"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("1e37", "1" + String(repeating: "0", count: 37)),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ("0.00000000000000000000000000000000000000123e40", "12.3"),
    ("123000000000000000000000e-20", "1230"),
    ("1.5e-0", "1.5"), ("1e00005", "100000"), ("100e-2", "1"),
  ])
  func plainForm(_ token: String, _ plain: String) throws {
    let value = try decimal(token)
    #expect(value.description == plain)
    #expect(try decimal(plain) == value)
    #expect(value.isInteger == !plain.contains("."))
    #expect(value.integer == Int64(plain))
  }

  @Test(arguments: [
    "-1", "-0.0000001", "-1e-30", "-5e3", "-99999999999999999999999999999999999999999",
  ])
  func negative(_ token: String) {
    #expect(throws: ExactDecimal.ParseError.negative) { try self.decimal(token) }
  }

  @Test(arguments: [
    "1e38", "10e37", "0.1e39", "1e999999999999999999999", "100000000000000000000000000000000000000",
  ])
  func tooLarge(_ token: String) {
    #expect(throws: ExactDecimal.ParseError.tooLarge) { try self.decimal(token) }
  }

  /// From the least to the greatest.
  @Test func order() throws {
    let ascending = try [
      "0", "1e-5000", "1e-1000", "1e-36", "1e-18", "0.000000000000000002", "0.1",
      "0.10000000000000000000000000000001",
      "0.9999999999999999999999999999999", "1", "1.000000000000000000000000000000000001",
      "2.9999999999999999", "3",
      "4999", "4999.99999999999999999999", "4999.999999999999999999999999999999", "5000",
      "5000.00000000000000000000000001",
      "999999999999999.9999999999999999", "1e15", "1e37",
    ].map(decimal)
    for (i, a) in ascending.enumerated() {
      for (j, b) in ascending.enumerated() {
        #expect((a < b) == (i < j), "\(a) < \(b)")
        #expect((a == b) == (i == j), "\(a) == \(b)")
        #expect((a <= b) == (i <= j), "\(a) <= \(b)")
      }
    }
  }

  /// Digits beyond those kept still make a number more than what is kept.
  @Test func digitsBeyondTheKept() throws {
    let nines = String(repeating: "9", count: ExactDecimal.maximumFractionDigits + 500)
    let almost = try decimal("4999." + nines)
    #expect(almost < ExactDecimal(5000))
    #expect(try almost > decimal("4999." + nines.prefix(ExactDecimal.maximumFractionDigits)))
    let zeros = String(repeating: "0", count: ExactDecimal.maximumFractionDigits + 500)
    let barely = try decimal("5000." + zeros + "1")
    #expect(barely > ExactDecimal(5000))
    #expect(!barely.isInteger)
    #expect(barely.integer == nil)
    #expect(try decimal("5000." + zeros) == ExactDecimal(5000))
    #expect(try decimal("1e-100000") > .zero)
  }

  /// Thirty digits and more, compared as their digits are.
  @Test(arguments: 0..<30)
  func thirtyDigits(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let wholeDigits = 1 + generator.below(15)
      let fractionDigits = 15 + generator.below(40)
      let first = (0..<wholeDigits + fractionDigits).map { _ in generator.pick("0123456789") }
      var second = first
      if !generator.oneIn(5) {
        second[generator.below(second.count)] = generator.pick("0123456789")
      }
      func token(_ digits: [Character]) -> String {
        // A number has no leading zeros; an exponent moves the point back to its place.
        "\(Int(String(digits[..<wholeDigits]))!).\(String(digits[wholeDigits...]))"
      }
      let (a, b) = (try decimal(token(first)), try decimal(token(second)))
      let (x, y) = (String(first), String(second))
      #expect((a < b) == (x < y), "\(a) \(b)")
      #expect((a == b) == (x == y), "\(a) \(b)")
    }
  }

  /// A value as an integer in units of 10⁻¹⁸, which 128 bits can hold: exact arithmetic of another
  /// make.
  private struct Scaled {
    let value: UInt128

    static let unit: UInt128 = 1_000_000_000_000_000_000

    var token: String {
      let fraction = String(value % Self.unit)
      return "\(value / Self.unit)." + String(repeating: "0", count: 18 - fraction.count) + fraction
    }

    static func random(_ generator: inout SeededGenerator) -> Scaled {
      let whole = UInt128(
        generator.below(generator.pick([1, 2, 100, 1_000_000_000, 1_000_000_000_000_000])))
      let places = generator.pick([0, 1, 3, 9, 17, 18])
      var fraction: UInt128 = 0
      for place in 0..<18 {
        fraction = fraction * 10 + (place < places ? UInt128(generator.below(10)) : 0)
      }
      return Scaled(value: whole * unit + fraction)
    }
  }

  @Test(arguments: 0..<40)
  func arithmetic(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let (x, y) = (Scaled.random(&generator), Scaled.random(&generator))
      let (a, b) = (try decimal(x.token), try decimal(y.token))
      #expect((a < b) == (x.value < y.value))
      #expect((a == b) == (x.value == y.value))
      #expect(try a + b == decimal(Scaled(value: x.value + y.value).token))
      let (larger, smaller) = x.value < y.value ? (y, x) : (x, y)
      let difference = try decimal(larger.token) - decimal(smaller.token)
      #expect(try difference == decimal(Scaled(value: larger.value - smaller.value).token))
      let factor = UInt32(generator.below(generator.pick([1, 2, 10, 100])))
      #expect(
        try a * factor == decimal(Scaled(value: x.value * UInt128(factor)).token),
        "\(a) * \(factor)")
      let divisor = UInt32(1 + generator.below(1000))
      let unit = Scaled.unit * UInt128(divisor)
      #expect(a.dividedRoundingDown(by: divisor) == x.value / unit)
      #expect(a.dividedRoundingUp(by: divisor) == (x.value + unit - 1) / unit)
      #expect(try decimal(a.description) == a)
    }
  }

  /// Carries and borrows across the limbs of a long fraction.
  @Test func longCarries() throws {
    let tiny = "0." + String(repeating: "0", count: 59) + "1"
    let almostOne = "0." + String(repeating: "9", count: 60)
    #expect(try decimal(tiny) + decimal(almostOne) == ExactDecimal(1))
    #expect(try ExactDecimal(1) - decimal(tiny) == decimal(almostOne))
    #expect(try ExactDecimal(1) - decimal(almostOne) == decimal(tiny))
    #expect(try decimal(almostOne) * 10 == decimal("9." + String(repeating: "9", count: 59)))
    #expect(try decimal(tiny) - decimal(tiny) == .zero)
    #expect(try decimal("0.1") * UInt32.max == decimal("429496729.5"))
    #expect(try decimal("0.3") * 10 == ExactDecimal(3))
    #expect(try (decimal("0.1") + decimal("0.2")).description == "0.3")
  }

  @Test func fromInteger() throws {
    #expect(ExactDecimal(0) == .zero)
    #expect(try ExactDecimal(Int.max) == decimal(String(Int.max)))
    #expect(ExactDecimal(42).integer == 42)
    #expect(try decimal("1e30").integer == nil)
    #expect(try decimal("1e30").isInteger)
  }

  /// Equal values are one key, however they were written.
  @Test func hashing() throws {
    #expect(try Set(["1", "1.0", "1e0", "10e-1", "0.1e1"].map(decimal)).count == 1)
  }
}
