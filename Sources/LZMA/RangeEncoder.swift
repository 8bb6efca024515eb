/// Writes bits, each in as much room as it is unlikely.
struct RangeEncoder {
  private static let top: UInt32 = 1 << 24

  private var bytes: [UInt8] = []
  private var low: UInt64 = 0
  private var range: UInt32 = .max
  /// A byte that a carry may still change, and how many of 255 come after it.
  private var cache: UInt8 = 0
  private var pending = 1

  mutating func write(_ bit: Int, _ index: Int, in model: inout Model) {
    let bound = (range >> 11) * UInt32(model[index])
    if bit == 0 {
      range = bound
    } else {
      low += UInt64(bound)
      range -= bound
    }
    model.learn(index, bit)
    if range < Self.top { shift() }
  }

  /// Bits of which nothing is known, the highest first.
  mutating func writeDirect(_ value: Int, count: Int) {
    for index in stride(from: count - 1, through: 0, by: -1) {
      range >>= 1
      if value >> index & 1 == 1 { low += UInt64(range) }
      if range < Self.top { shift() }
    }
  }

  mutating func finish() -> [UInt8] {
    for _ in 0..<5 { shiftLow() }
    return bytes
  }

  private mutating func shift() {
    range <<= 8
    shiftLow()
  }

  private mutating func shiftLow() {
    if low < 0xFF00_0000 || low > 0xFFFF_FFFF {
      let carry = UInt8(truncatingIfNeeded: low >> 32)
      bytes.append(cache &+ carry)
      for _ in 1..<max(pending, 1) { bytes.append(0xFF &+ carry) }
      pending = 0
      cache = UInt8(truncatingIfNeeded: low >> 24)
    }
    pending += 1
    low = (low & 0x00FF_FFFF) << 8
  }
}
