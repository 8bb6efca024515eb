/// A share that the law asks for: an exact fraction.
struct Ratio: Hashable, Sendable {
  let numerator: UInt32
  let denominator: UInt32
}

/// A part of a whole, each known as far as the facts tell.
struct Share {
  var part: Interval
  var whole: Interval
  /// The pairs of numbers whose share is the least and the greatest, where the two go together in a
  /// way that their intervals do not tell.
  var extremes: Extremes?

  struct Extremes {
    let least: Pair
    let greatest: Pair
  }

  struct Pair {
    let part: ExactDecimal
    let whole: ExactDecimal

    init(_ part: ExactDecimal, of whole: ExactDecimal) {
      self.part = part
      self.whole = whole
    }
  }

  init(part: Interval, whole: Interval) {
    self.part = part
    self.whole = whole
  }

  /// Whether the share stands in `relation` to `ratio` for every pair of numbers that the facts
  /// allow with part ≤ whole and whole > 0. Where there is no such pair there is no share: fail.
  func verdict(_ relation: Relation, _ ratio: Ratio) -> Verdict {
    guard hasPairs else { return .fail }
    let (least, most) = (leastShare(ratio), greatestShare(ratio))
    func holds(_ ordering: Ordering) -> Bool {
      switch relation {
      case .atLeast: ordering != .below
      case .moreThan: ordering == .above
      case .atMost: ordering != .above
      case .lessThan: ordering == .below
      case .equal: ordering == .equal
      }
    }
    let ends = (holds(least), holds(most))
    if relation == .equal {
      let possible = least == .equal || most == .equal || (least == .below && most == .above)
      return Verdict(certainly: ends.0 && ends.1, possibly: possible)
    }
    return Verdict(certainly: ends.0 && ends.1, possibly: ends.0 || ends.1)
  }

  enum Ordering { case below, equal, above }

  /// How part/whole compares with `ratio`: part · denominator with whole · numerator.
  static func compare(_ part: ExactDecimal, of whole: ExactDecimal, with ratio: Ratio) -> Ordering {
    let (left, right) = (part * ratio.denominator, whole * ratio.numerator)
    return left < right ? .below : left == right ? .equal : .above
  }

  private var hasPairs: Bool {
    guard let high = whole.high else { return true }
    return high > .zero && part.low <= high
  }

  /// How the least share allowed compares: the smallest part of the largest whole. Of a whole
  /// without bound it comes as near to nothing as you please.
  private func leastShare(_ ratio: Ratio) -> Ordering {
    if let least = extremes?.least { return Self.compare(least.part, of: least.whole, with: ratio) }
    guard let high = whole.high else {
      return ratio.numerator > 0 ? .below : part.low > .zero ? .above : .equal
    }
    return Self.compare(part.low, of: high, with: ratio)
  }

  /// How the greatest share allowed compares: the largest part of the smallest whole.
  private func greatestShare(_ ratio: Ratio) -> Ordering {
    if let most = extremes?.greatest { return Self.compare(most.part, of: most.whole, with: ratio) }
    let least = max(whole.low, part.low)
    guard least > .zero else {
      // Some whole above zero is allowed, and a part as large as that, unless there is no part.
      return part.high == .zero
        ? (ratio.numerator == 0 ? .equal : .below)
        : Self.compare(ExactDecimal(1), of: ExactDecimal(1), with: ratio)
    }
    return Self.compare(part.high.map { min($0, least) } ?? least, of: least, with: ratio)
  }

  /// How many more of the whole must qualify, the least possible where facts are unknown; nil for an
  /// empty whole, or where even all of it would not do.
  ///
  /// - Parameter size: what the whole must come to besides; one that is less is taken to grow.
  func shortfall(_ relation: Relation, _ ratio: Ratio, size: ExactDecimal? = nil)
    -> (least: ExactDecimal, isExact: Bool)?
  {
    let present = extremes?.greatest.whole ?? max(whole.low, part.low)
    guard hasPairs, present > .zero else { return nil }
    let total = max(present, size ?? .zero)
    let best = extremes?.greatest.part ?? part.high.map { min($0, present) } ?? present
    let needed = Self.needed(of: total, relation, ratio)
    guard needed <= total, needed > best else { return nil }
    let least = needed - best
    // As much as it can come to: the largest whole, of which the least qualify.
    guard let largest = extremes?.least.whole ?? whole.high else { return (least, false) }
    let most = Self.needed(of: max(largest, size ?? .zero), relation, ratio)
    return (least, most == least + (extremes?.least.part ?? part.low))
  }

  /// Whether the whole of which most can qualify is less than a size.
  func isLess(than size: ExactDecimal) -> Bool {
    (extremes?.greatest.whole ?? max(whole.low, part.low)) < size
  }

  private static func needed(of whole: ExactDecimal, _ relation: Relation, _ ratio: Ratio)
    -> ExactDecimal
  {
    let exact = whole * ratio.numerator
    return relation == .moreThan
      ? ExactDecimal(exact.dividedRoundingDown(by: ratio.denominator) + 1)
      : ExactDecimal(exact.dividedRoundingUp(by: ratio.denominator))
  }
}

extension Ratio {
  /// Reads `80%`, `66.5%` or `2/3`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func decimal(_ digits: ArraySlice<UInt8>) -> (value: UInt32, scale: UInt32)? {
      let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
      guard parts.count <= 2, digits.count <= 9,
        parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } })
      else { return nil }
      var (value, scale) = (UInt32(0), UInt32(1))
      for byte in parts.joined() { value = value * 10 + UInt32(byte - 0x30) }
      for _ in parts.dropFirst().joined() { scale *= 10 }
      return (value, scale)
    }
    if bytes.last == 0x25, let (value, scale) = decimal(bytes.dropLast()), scale <= 1_000_000 {
      self.init(numerator: value, denominator: scale * 100)
    } else if let slash = bytes.firstIndex(of: 0x2F), let part = decimal(bytes[..<slash]),
      let whole = decimal(bytes[(slash + 1)...]), part.scale == 1, whole.scale == 1, whole.value > 0
    {
      self.init(numerator: part.value, denominator: whole.value)
    } else {
      return nil
    }
    guard numerator <= denominator else { return nil }
  }
}
