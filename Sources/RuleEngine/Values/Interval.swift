/// All values that a number can have as far as the facts tell: from `low` to `high`, both included;
/// without a `high`, there is no bound.
struct Interval: Hashable, Sendable {
  var low: ExactDecimal
  var high: ExactDecimal?

  init(low: ExactDecimal, high: ExactDecimal?) {
    self.low = low
    self.high = high
  }

  init(_ value: ExactDecimal) { self.init(low: value, high: value) }
  init(_ count: Int) { self.init(ExactDecimal(count)) }

  /// Nothing is known; no quantity here is negative.
  static let unbounded = Interval(low: .zero, high: nil)

  /// The value, where it is certain.
  var value: ExactDecimal? { low == high ? low : nil }

  static func + (a: Self, b: Self) -> Self {
    var high: ExactDecimal?
    if let first = a.high, let second = b.high { high = first + second }
    return Self(low: a.low + b.low, high: high)
  }
}

/// How a value is compared with a threshold.
enum Relation: Sendable {
  case atLeast, moreThan, atMost, lessThan, equal
}

extension Interval {
  /// Whether the value stands in `relation` to `other`, whatever the two are.
  func verdict(_ relation: Relation, _ other: Self) -> Verdict {
    switch relation {
    case .atLeast: !verdict(.lessThan, other)
    case .atMost: !verdict(.moreThan, other)
    case .lessThan:
      Verdict(
        certainly: high.map { $0 < other.low } ?? false,
        possibly: other.high.map { low < $0 } ?? true)
    case .moreThan: other.verdict(.lessThan, self)
    case .equal: verdict(.atLeast, other) && verdict(.atMost, other)
    }
  }
}
