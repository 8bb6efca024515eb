/// Unpacks files in the format of `.lzma` with the properties that the page's have, written from the
/// description of the format, and takes nothing that it does not allow.
struct LZMAReader {
  struct Fault: Error { let text: String }

  private let source: [UInt8]
  private var offset = 13
  private var range: UInt32 = .max
  private var code: UInt32 = 0
  private var output: [UInt8] = []
  /// How likely each bit is to be 0, by what it says.
  private var likelihoods: [Context: UInt32] = [:]

  /// What a bit says, and the bits of the same value before it.
  private struct Context: Hashable {
    let kind: Kind
    var number = 0
    var tree = 1
  }

  private enum Kind {
    case isMatch, isRepetition, isNotLatest, isNotSecond, isNotThird, isLong
    case literal, literalAfterMatch0, literalAfterMatch1
    case matchLength, matchLengthLow, matchLengthMiddle, matchLengthHigh
    case repetitionLength, repetitionLengthLow, repetitionLengthMiddle, repetitionLengthHigh
    case slot, distance, distanceEnd
  }

  static func unpack(_ source: [UInt8]) throws(Fault) -> [UInt8] {
    var reader = LZMAReader(source: source)
    try reader.readAll()
    return reader.output
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func readAll() throws(Fault) {
    guard source.count >= 18, source[0] == 3, source[13] == 0 else {
      throw Fault(text: "no such header")
    }
    func number(_ range: Range<Int>) -> Int {
      range.reversed().reduce(0) { $0 << 8 | Int(source[$1]) }
    }
    let (window, count) = (number(1..<5), number(5..<13))
    guard window.nonzeroBitCount == 1, window >= count else { throw Fault(text: "no such window") }
    offset = 14
    for _ in 0..<4 { code = code << 8 | UInt32(try byte()) }
    var state = 0
    var distances = [0, 0, 0, 0]
    while output.count < count {
      guard try bit(Context(kind: .isMatch, number: state)) == 1 else {
        try readLiteral(after: state < 7 ? nil : distances[0])
        state = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5][state]
        continue
      }
      let wasLiteral = state < 7
      var length = 1
      if try bit(Context(kind: .isRepetition, number: state)) == 0 {
        length = try readLength(.matchLength, .matchLengthLow, .matchLengthMiddle, .matchLengthHigh)
        distances = [try readDistance(length)] + distances[..<3]
        state = wasLiteral ? 7 : 10
      } else {
        var index = 0
        var isShort = false
        if try bit(Context(kind: .isNotLatest, number: state)) == 0 {
          isShort = try bit(Context(kind: .isLong, number: state)) == 0
        } else if try bit(Context(kind: .isNotSecond, number: state)) == 0 {
          index = 1
        } else {
          index = 2 + (try bit(Context(kind: .isNotThird, number: state)))
        }
        distances.insert(distances.remove(at: index), at: 0)
        if !isShort {
          length = try readLength(
            .repetitionLength, .repetitionLengthLow, .repetitionLengthMiddle, .repetitionLengthHigh)
        }
        state = isShort ? (wasLiteral ? 9 : 11) : (wasLiteral ? 8 : 11)
      }
      guard distances[0] < output.count else { throw Fault(text: "before the beginning") }
      guard output.count + length <= count else { throw Fault(text: "longer than it says") }
      for _ in 0..<length { output.append(output[output.count - distances[0] - 1]) }
    }
    guard code == 0, offset == source.count else { throw Fault(text: "something at the end") }
  }

  // MARK: Values

  private mutating func readLiteral(after distance: Int?) throws(Fault) {
    let number = Int(output.last ?? 0) >> 5
    var expected = distance.map { Int(output[output.count - $0 - 1]) }
    var tree = 1
    for index in (0..<8).reversed() {
      let expectedBit = expected.map { $0 >> index & 1 }
      let kind: Kind =
        switch expectedBit {
        case nil: .literal
        case 0: .literalAfterMatch0
        default: .literalAfterMatch1
        }
      let bit = try bit(Context(kind: kind, number: number, tree: tree))
      if bit != expectedBit { expected = nil }
      tree = tree << 1 | bit
    }
    output.append(UInt8(truncatingIfNeeded: tree))
  }

  private mutating func readLength(
    _ choice: Kind, _ low: Kind, _ middle: Kind, _ high: Kind
  ) throws(Fault) -> Int {
    if try bit(Context(kind: choice)) == 0 { return 2 + (try readTree(low, bitCount: 3)) }
    if try bit(Context(kind: choice, number: 1)) == 0 {
      return 10 + (try readTree(middle, bitCount: 3))
    }
    return 18 + (try readTree(high, bitCount: 8))
  }

  private mutating func readDistance(_ length: Int) throws(Fault) -> Int {
    let slot = try readTree(.slot, number: min(length - 2, 3), bitCount: 6)
    if slot < 4 { return slot }
    let bitCount = slot / 2 - 1
    var distance = (2 + slot % 2) << bitCount
    if slot < 14 {
      return distance + (try readReversed(.distance, number: slot, bitCount: bitCount))
    }
    for index in (4..<bitCount).reversed() {
      range >>= 1
      if code >= range {
        code -= range
        distance += 1 << index
      }
      try fill()
    }
    return distance + (try readReversed(.distanceEnd, number: 0, bitCount: 4))
  }

  private mutating func readTree(
    _ kind: Kind, number: Int = 0, bitCount: Int
  ) throws(Fault) -> Int {
    var tree = 1
    for _ in 0..<bitCount {
      tree = tree << 1 | (try bit(Context(kind: kind, number: number, tree: tree)))
    }
    return tree - (1 << bitCount)
  }

  private mutating func readReversed(
    _ kind: Kind, number: Int, bitCount: Int
  ) throws(Fault) -> Int {
    var (tree, value) = (1, 0)
    for index in 0..<bitCount {
      let bit = try bit(Context(kind: kind, number: number, tree: tree))
      tree = tree << 1 | bit
      value += bit << index
    }
    return value
  }

  // MARK: Bits

  private mutating func bit(_ context: Context) throws(Fault) -> Int {
    let likelihood = likelihoods[context] ?? 1024
    let bound = (range >> 11) * likelihood
    let bit: Int
    if code < bound {
      range = bound
      likelihoods[context] = likelihood + (2048 - likelihood) >> 5
      bit = 0
    } else {
      code -= bound
      range -= bound
      likelihoods[context] = likelihood - likelihood >> 5
      bit = 1
    }
    try fill()
    return bit
  }

  private mutating func fill() throws(Fault) {
    guard range < 1 << 24 else { return }
    range <<= 8
    code = code << 8 | UInt32(try byte())
  }

  private mutating func byte() throws(Fault) -> UInt8 {
    guard offset < source.count else { throw Fault(text: "it breaks off") }
    defer { offset += 1 }
    return source[offset]
  }
}
