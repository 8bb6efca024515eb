/// How likely each bit is to be 0, by what it says: in 2048ths, and learned from those before.
struct Model {
  static let whole: UInt16 = 1 << 11
  private static let speed: UInt16 = 5

  // Where the bits of each kind begin.
  static let isMatch = 0
  static let isRepetition = isMatch + State.count
  static let isNotLatest = isRepetition + State.count
  static let isNotSecond = isNotLatest + State.count
  static let isNotThird = isNotSecond + State.count
  static let isLong = isNotThird + State.count
  /// Trees of 6 bits, by the length.
  static let distanceSlots = isLong + State.count
  /// Trees of the lower bits of distances of slots below 14.
  static let distanceBits = distanceSlots + 4 << 6
  static let distanceEnds = distanceBits + 128
  static let matchLengths = distanceEnds + 16
  static let repetitionLengths = matchLengths + lengthBits
  static let literals = repetitionLengths + lengthBits
  private static let count = literals + 0x300 << LZMA.literalContextBits

  /// Two choices, and trees of 3, 3 and 8 bits.
  private static let lengthBits = 2 + 8 + 8 + 256

  private(set) var bits = [UInt16](repeating: whole / 2, count: count)

  subscript(index: Int) -> UInt16 { bits[index] }

  mutating func learn(_ index: Int, _ bit: Int) {
    let likelihood = bits[index]
    bits[index] =
      bit == 0
      ? likelihood + (Self.whole - likelihood) >> Self.speed : likelihood - likelihood >> Self.speed
  }

  /// Where the bits of a literal begin, after a byte.
  private static func literal(after byte: UInt8) -> Int {
    literals + 0x300 * Int(byte >> UInt8(8 - LZMA.literalContextBits))
  }

  /// Hands on the bits of a literal, the highest first, and where the likelihood of each is.
  ///
  /// - Parameters:
  ///   - last: the byte before it.
  ///   - expected: the byte that would have gone on with a match; nil after a literal.
  @inline(__always)
  static func forEachBit(
    of byte: UInt8, after last: UInt8, expected: UInt8?, _ body: (_ bit: Int, _ index: Int) -> Void
  ) {
    let start = literal(after: last)
    let byte = Int(byte)
    // After a match the byte differs from what would have gone on: that tells of its bits, up to the
    // first that differs.
    var expected = expected.map { Int($0) | 0x100 } ?? 0
    var symbol = 1
    for place in stride(from: 7, through: 0, by: -1) {
      let bit = byte >> place & 1
      var offset = 0
      if expected > 0 {
        let expectedBit = expected >> place & 1
        offset = (1 + expectedBit) << 8
        if expectedBit != bit { expected = 0 }
      }
      body(bit, start + offset + symbol)
      symbol = symbol << 1 | bit
    }
  }
}

/// How a distance is split up: a slot, which says its upper bits and how many others follow.
enum DistanceSlot {
  /// From here on the last four bits are learned, and those above are not.
  static let firstDirect = 14

  static func of(_ distance: Int) -> Int {
    if distance < 4 { return distance }
    let exponent = Int.bitWidth - 1 - distance.leadingZeroBitCount
    return exponent << 1 | (distance >> (exponent - 1) & 1)
  }

  /// How many bits follow.
  static func bitCount(_ slot: Int) -> Int { slot < 4 ? 0 : slot >> 1 - 1 }

  static func base(_ slot: Int) -> Int { slot < 4 ? slot : (2 | slot & 1) << bitCount(slot) }

  /// By which of the trees of slots, for a length.
  static func tree(_ length: Int) -> Int { min(length - Step.lengths.lowerBound, 3) }
}
