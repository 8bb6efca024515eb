/// What steps take, in sixteenths of a bit, as long as the model stays what it is.
struct Prices {
  private static let unit: UInt32 = 16
  private static let stepBits: UInt16 = 4

  /// Of a bit by its likelihood: `-log2`, without the functions of a library.
  private static let ofBit: [UInt32] = (0..<(1 << (11 - Int(stepBits)))).map { index in
    // The middle of the step, squared four times: the bits of the power are sixteenths of those of
    // the logarithm.
    var value = UInt64(index) << UInt64(stepBits) + 8
    var bits: UInt32 = 0
    for _ in 0..<4 {
      value *= value
      bits <<= 1
      while value >= 1 << 16 {
        value >>= 1
        bits += 1
      }
    }
    return 11 * unit - 15 - bits
  }

  private let model: Model
  private var matchLengths: [UInt32] = []
  private var repetitionLengths: [UInt32] = []
  /// By the tree.
  private var slots: [UInt32] = []
  /// Of distances below 128, by the tree.
  private var nearDistances: [UInt32] = []
  private var ends: [UInt32] = []

  init(_ model: Model) {
    self.model = model
    matchLengths = lengths(Model.matchLengths)
    repetitionLengths = lengths(Model.repetitionLengths)
    ends = (0..<16).map { reversed($0, Model.distanceEnds, bitCount: 4) }
    for tree in 0..<4 {
      for slot in 0..<64 {
        let direct = slot < DistanceSlot.firstDirect ? 0 : DistanceSlot.bitCount(slot) - 4
        slots.append(
          self.tree(slot, Model.distanceSlots + tree << 6, bitCount: 6) + UInt32(direct) * Self.unit
        )
      }
    }
    for tree in 0..<4 {
      for distance in 0..<128 {
        let slot = DistanceSlot.of(distance)
        let base = DistanceSlot.base(slot)
        let bitCount = DistanceSlot.bitCount(slot)
        nearDistances.append(
          slots[tree << 6 | slot]
            + reversed(distance - base, Model.distanceBits + base - slot, bitCount: bitCount))
      }
    }
  }

  func bit(_ bit: Int, _ index: Int) -> UInt32 {
    let likelihood = bit == 0 ? model[index] : Model.whole - model[index]
    return Self.ofBit[Int(likelihood >> Self.stepBits)]
  }

  func matchLength(_ length: Int) -> UInt32 { matchLengths[length - Step.lengths.lowerBound] }

  func repetitionLength(_ length: Int) -> UInt32 {
    repetitionLengths[length - Step.lengths.lowerBound]
  }

  func distance(_ distance: Int, length: Int) -> UInt32 {
    let tree = DistanceSlot.tree(length)
    if distance < 128 { return nearDistances[tree << 7 | distance] }
    return slots[tree << 6 | DistanceSlot.of(distance)] + ends[distance & 15]
  }

  /// Of a literal.
  ///
  /// - Parameter expected: the byte that would have gone on with a match; nil after a literal.
  func literal(_ byte: UInt8, after last: UInt8, expected: UInt8?) -> UInt32 {
    var price: UInt32 = 0
    Model.forEachBit(of: byte, after: last, expected: expected) { price += bit($0, $1) }
    return price
  }

  private func lengths(_ start: Int) -> [UInt32] {
    (0..<Step.lengths.count).map { value in
      if value < 8 { return bit(0, start) + tree(value, start + 2, bitCount: 3) }
      let price = bit(1, start)
      if value < 16 {
        return price + bit(0, start + 1) + tree(value - 8, start + 10, bitCount: 3)
      }
      return price + bit(1, start + 1) + tree(value - 16, start + 18, bitCount: 8)
    }
  }

  private func tree(_ value: Int, _ start: Int, bitCount: Int) -> UInt32 {
    var symbol = 1
    var price: UInt32 = 0
    for index in stride(from: bitCount - 1, through: 0, by: -1) {
      let bit = value >> index & 1
      price += self.bit(bit, start + symbol)
      symbol = symbol << 1 | bit
    }
    return price
  }

  private func reversed(_ value: Int, _ start: Int, bitCount: Int) -> UInt32 {
    var symbol = 1
    var price: UInt32 = 0
    for index in 0..<bitCount {
      let bit = value >> index & 1
      price += self.bit(bit, start + symbol)
      symbol = symbol << 1 | bit
    }
    return price
  }
}
