/// How amounts are written for people; the same in every language.
enum Amounts {
  /// `44`, `≥ 60`, `1–3`; nil where nothing is known.
  static func text(_ interval: Interval) -> String? {
    guard let high = interval.high else {
      return interval.low == .zero ? nil : "≥ \(interval.low)"
    }
    return interval.low == high ? high.description : "\(interval.low)–\(high)"
  }

  static func symbol(_ relation: Relation) -> String {
    switch relation {
    case .atLeast: "≥"
    case .moreThan: ">"
    case .atMost: "≤"
    case .lessThan: "<"
    case .equal: "="
    }
  }

  /// `80%`, or `2/3` where that has no short percentage.
  static func text(_ ratio: Ratio) -> String {
    let scaled = UInt64(ratio.numerator) * 100 * 1_000_000
    guard scaled % UInt64(ratio.denominator) == 0 else {
      return "\(ratio.numerator)/\(ratio.denominator)"
    }
    return fixed(UInt128(scaled / UInt64(ratio.denominator)), decimals: 6) + "%"
  }

  /// `36/60 = 60%`, `41/52 ≈ 78.8%`. A rounded percentage stands on the same side of `ratio` as the
  /// share itself: it has as many decimals as that takes.
  static func share(_ part: Interval, of whole: Interval, against ratio: Ratio) -> String? {
    let (partText, wholeText) = (text(part), text(whole))
    if partText == nil && wholeText == nil { return nil }
    let fraction = "\(partText ?? "?")/\(wholeText ?? "?")"
    guard let part = part.value?.integer, let whole = whole.value?.integer, whole > 0 else {
      return fraction
    }
    let exact = Share.compare(ExactDecimal(part), of: ExactDecimal(whole), with: ratio)
    var unit: UInt128 = 10
    for decimals in 1...18 {
      let scaled = UInt128(part) * 100 * unit
      let rounded = (scaled + UInt128(whole) / 2) / UInt128(whole)
      let isExact = scaled % UInt128(whole) == 0
      if isExact || ordering(rounded, unit * 100, ratio) == exact {
        return "\(fraction) \(isExact ? "=" : "≈") \(fixed(rounded, decimals: decimals))%"
      }
      unit *= 10
    }
    return fraction
  }

  private static func ordering(_ part: UInt128, _ whole: UInt128, _ ratio: Ratio) -> Share.Ordering
  {
    let (left, right) = (part * UInt128(ratio.denominator), whole * UInt128(ratio.numerator))
    return left < right ? .below : left == right ? .equal : .above
  }

  /// A number in units of 10^-decimals, without trailing zeros.
  private static func fixed(_ value: UInt128, decimals: Int) -> String {
    var digits = String(value)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    var fraction = digits.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = digits.dropLast(decimals)
    return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
  }
}

extension Period {
  /// 1年, `1 year`.
  func text(in language: Language) -> String { text[language] }

  private var text: Bilingual {
    func text(_ number: Int, _ zh: String, _ en: String) -> Bilingual {
      Bilingual(zh: "\(number)\(zh)", en: "\(number) \(en)\(number == 1 ? "" : "s")")
    }
    return switch self {
    case .years(let number): text(number, "年", "year")
    case .months(let number): text(number, "个月", "month")
    case .days(let number): text(number, "日", "day")
    }
  }
}
