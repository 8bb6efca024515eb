/// Writes bits from the lowest of each byte on, as DEFLATE has them.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var held: UInt64 = 0
  private var heldCount = 0

  /// Writes the lowest `count` bits of a value that has no others; at most 32.
  mutating func write(_ value: UInt32, _ count: Int) {
    held |= UInt64(value) << UInt64(heldCount)
    heldCount += count
    while heldCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held >>= 8
      heldCount -= 8
    }
  }

  /// Fills the byte that was begun.
  mutating func align() {
    if heldCount > 0 { write(0, 8 - heldCount) }
  }

  /// Writes whole bytes, after `align()`.
  mutating func write(_ more: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: more) }
}
