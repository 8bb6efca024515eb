/// A decimal that is not negative, exact to its last digit.
///
/// Of the digits after the point it keeps `maximumFractionDigits`, and of further ones that there
/// are some: enough to compare it with any threshold that a rule can name.
public struct ExactDecimal: Hashable, Sendable {
  /// The part before the point.
  private(set) var whole: UInt128
  /// The part after the point in units of 10⁻¹⁸, 10⁻³⁶ and so on; the last is not zero.
  private(set) var fraction: [UInt64]
  /// Whether the value is a little more than `whole` and `fraction` say.
  private(set) var hasMore = false

  /// How many digits after the point are kept.
  public static let maximumFractionDigits = 1000
  /// Nothing.
  public static let zero = ExactDecimal(0)

  private static let limb: UInt64 = 1_000_000_000_000_000_000
  private static let limbDigits = 18

  /// An integer that is not negative.
  public init(_ value: some BinaryInteger) {
    precondition(value >= 0, "an ExactDecimal is not negative")
    whole = UInt128(value)
    fraction = []
  }

  private init(whole: UInt128, fraction: [UInt64], hasMore: Bool) {
    self.whole = whole
    self.fraction = fraction
    self.hasMore = hasMore
    while self.fraction.last == 0 { self.fraction.removeLast() }
  }

  /// Whether there is nothing after the point.
  var isInteger: Bool { fraction.isEmpty && !hasMore }

  /// The value as an integer, where it is one that fits.
  var integer: Int64? { isInteger ? Int64(exactly: whole) : nil }
}

extension ExactDecimal: Comparable {
  public static func < (a: Self, b: Self) -> Bool {
    if a.whole != b.whole { return a.whole < b.whole }
    if a.fraction != b.fraction { return a.fraction.lexicographicallyPrecedes(b.fraction) }
    return !a.hasMore && b.hasMore
  }
}

// MARK: Arithmetic

extension ExactDecimal {
  public static func + (a: Self, b: Self) -> Self {
    let hasMore = a.hasMore || b.hasMore
    if a.fraction.isEmpty && b.fraction.isEmpty {
      return Self(whole: a.whole + b.whole, fraction: [], hasMore: hasMore)
    }
    var limbs = [UInt64](repeating: 0, count: max(a.fraction.count, b.fraction.count))
    var carry: UInt64 = 0
    for index in limbs.indices.reversed() {
      let sum = a.limb(index) + b.limb(index) + carry
      carry = sum / limb
      limbs[index] = sum % limb
    }
    return Self(whole: a.whole + b.whole + UInt128(carry), fraction: limbs, hasMore: hasMore)
  }

  /// The difference, for `b` not greater than `a`.
  public static func - (a: Self, b: Self) -> Self {
    precondition(b <= a, "an ExactDecimal is not negative")
    var limbs = [UInt64](repeating: 0, count: max(a.fraction.count, b.fraction.count))
    var borrow: UInt64 = 0
    for index in limbs.indices.reversed() {
      let (minuend, subtrahend) = (a.limb(index), b.limb(index) + borrow)
      borrow = minuend < subtrahend ? 1 : 0
      limbs[index] = minuend + borrow * limb - subtrahend
    }
    return Self(
      whole: a.whole - b.whole - UInt128(borrow), fraction: limbs, hasMore: a.hasMore || b.hasMore)
  }

  public static func * (a: Self, factor: UInt32) -> Self {
    var limbs = a.fraction
    var carry: UInt64 = 0
    for index in limbs.indices.reversed() {
      let (high, low) = limbs[index].multipliedFullWidth(by: UInt64(factor))
      let (sum, overflow) = low.addingReportingOverflow(carry)
      (carry, limbs[index]) = limb.dividingFullWidth((high + (overflow ? 1 : 0), sum))
    }
    return Self(
      whole: a.whole * UInt128(factor) + UInt128(carry), fraction: limbs, hasMore: a.hasMore)
  }

  /// The greatest integer that is not greater.
  var roundedDown: Self { Self(whole: whole, fraction: [], hasMore: false) }

  /// The least integer that is not less.
  var roundedUp: Self { isInteger ? self : roundedDown + ExactDecimal(1) }

  /// The least integer that is not less than the value divided by `divisor`.
  func dividedRoundingUp(by divisor: UInt32) -> UInt128 {
    let (quotient, remainder) = whole.quotientAndRemainder(dividingBy: UInt128(divisor))
    return remainder == 0 && isInteger ? quotient : quotient + 1
  }

  /// The greatest integer that is not greater than the value divided by `divisor`.
  func dividedRoundingDown(by divisor: UInt32) -> UInt128 { whole / UInt128(divisor) }

  private func limb(_ index: Int) -> UInt64 { index < fraction.count ? fraction[index] : 0 }
}

// MARK: Text

extension ExactDecimal {
  /// Why a number's text has no `ExactDecimal`.
  enum ParseError: Error {
    case negative, tooLarge
  }

  /// The value of a well-formed JSON number, below 10³⁸.
  init(json: some Collection<UInt8>) throws(ParseError) {
    var digits: [UInt8] = []
    digits.reserveCapacity(json.count)
    var pointShift = 0
    var exponent: Int64 = 0
    var isNegative = false
    var part = 0  // 0: before the point, 1: after it, 2: exponent
    var exponentIsNegative = false
    for byte in json {
      switch byte {
      case 0x2D where part == 2: exponentIsNegative = true
      case 0x2D: isNegative = true
      case 0x2E: part = 1
      case 0x65, 0x45: part = 2
      case 0x30...0x39 where part == 2: exponent = min(exponent * 10 + Int64(byte - 0x30), 1 << 40)
      case 0x30...0x39:
        digits.append(byte - 0x30)
        if part == 1 { pointShift += 1 }
      default: break
      }
    }
    let trailingZeros = digits.reversed().prefix { $0 == 0 }.count
    digits.removeLast(trailingZeros)
    let leadingZeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    if digits.isEmpty {
      self = .zero
      return
    }
    if isNegative { throw .negative }
    // value = 0.d₁d₂… · 10^scale
    let exactScale =
      Int64(digits.count + trailingZeros - pointShift) + (exponentIsNegative ? -exponent : exponent)
    if exactScale > 38 { throw .tooLarge }
    // So small that no digit is kept is small enough.
    let scale = Int(max(exactScale, -(1 << 30)))
    let kept = min(digits.count, max(0, Self.maximumFractionDigits + scale))
    let hasMore = kept < digits.count
    digits.removeLast(digits.count - kept)
    if digits.isEmpty {
      self.init(whole: 0, fraction: [], hasMore: true)
      return
    }

    var whole: UInt128 = 0
    for index in 0..<max(scale, 0) {
      whole = whole * 10 + UInt128(index < digits.count ? digits[index] : 0)
    }
    var limbs: [UInt64] = []
    var index = scale
    while index < digits.count {
      var value: UInt64 = 0
      for position in index..<index + Self.limbDigits {
        let digit = position >= 0 && position < digits.count ? digits[position] : 0
        value = value * 10 + UInt64(digit)
      }
      limbs.append(value)
      index += Self.limbDigits
    }
    self.init(whole: whole, fraction: limbs, hasMore: hasMore)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// All its digits: `4999.99`, `50`; `0.…` where there are more than are kept.
  public var description: String {
    guard !isInteger else { return String(whole) }
    var digits = ""
    for limb in fraction {
      let text = String(limb)
      digits += String(repeating: "0", count: Self.limbDigits - text.count) + text
    }
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)\(hasMore ? "…" : "")"
  }
}
