/// A set of an enumerated fact's codes, by their numbers, and how many elements of it are unknown.
struct CodeSet: Hashable, Sendable {
  /// How many codes a fact that is a list of codes can have.
  static let capacity = 56

  private(set) var rawValue: Int64 = 0

  init() {}
  init(rawValue: Int64) { self.rawValue = rawValue }

  init(_ numbers: some Sequence<Int>) {
    for number in numbers { insert(number) }
  }

  mutating func insert(_ number: Int) { rawValue |= 1 << Int64(number) }

  /// Unknown elements; more than there are codes make no difference.
  var unknownCount: Int { Int(UInt64(bitPattern: rawValue) >> 56) }

  mutating func insertUnknown() {
    if unknownCount < Self.capacity { rawValue &+= 1 << 56 }
  }

  private var codes: Int64 { rawValue & ((1 << 56) - 1) }

  var numbers: [Int] { (0..<Self.capacity).filter { codes & (1 << Int64($0)) != 0 } }

  /// The codes of `self` that are not in `other`.
  func subtracting(_ other: Self) -> Self { Self(rawValue: codes & ~other.codes) }

  var count: Int { codes.nonzeroBitCount }

  /// Whether it is known to have no element.
  var isEmpty: Bool { rawValue == 0 }

  /// How many codes it has, of so many that there are: an unknown element may be one of the others,
  /// or one that is there.
  func size(of total: Int) -> Interval {
    Interval(
      low: ExactDecimal(max(count, min(1, unknownCount))),
      high: ExactDecimal(min(count + unknownCount, total)))
  }

  /// Whether all of `required` are in the set: an unknown element may be any missing code.
  func includesAll(_ required: Self) -> Verdict {
    let missing = required.subtracting(self).count
    return Verdict(certainly: missing == 0, possibly: missing <= unknownCount)
  }

  func includesAny(_ wanted: Self) -> Verdict {
    Verdict(certainly: codes & wanted.codes != 0, possibly: unknownCount > 0)
  }
}
