/// UTF-8 by the byte and by the word of eight bytes.
enum UTF8Scan {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte of `word` that equals `byte`; bits above the first hit may be wrong.
  @inline(__always)
  static func matches(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & highs
  }

  @inline(__always)
  static func contains(_ byte: UInt8, in word: UInt64) -> Bool { matches(byte, in: word) != 0 }

  /// The high bit of each byte that ends a run of plain characters in a JSON string: a quote, a
  /// backslash, a control character or a byte that is not ASCII. Exact up to the first hit.
  @inline(__always)
  static func stringStops(in word: UInt64) -> UInt64 {
    let controls = (word &- ones &* 0x20) & ~word & highs
    return matches(0x22, in: word) | matches(0x5C, in: word) | controls | (word & highs)
  }

  /// How many of the eight bytes continue a scalar (`10xxxxxx`).
  @inline(__always)
  static func continuationBytes(in word: UInt64) -> Int {
    (word & ~(word << 1) & highs).nonzeroBitCount
  }

  /// How many of 64 bytes continue a scalar.
  @inline(__always)
  static func continuationBytes(inBlock block: UnsafeRawPointer) -> UInt32 {
    // One count a byte of a word; eight fit, and a multiplication adds them up.
    var counts: UInt64 = 0
    for offset in stride(from: 0, to: 64, by: 8) {
      let word = block.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      counts &+= (word & ~(word &<< 1) & highs) &>> 7
    }
    return UInt32(truncatingIfNeeded: (counts &* ones) &>> 56)
  }

  /// Whether two runs of bytes are equal; eight more can be read after each.
  @inline(__always)
  static func equal(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, count: Int
  ) -> Bool {
    let (a, b) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var index = 0
    while index &+ 8 <= count {
      let first = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if first != b.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index &+= 8
    }
    let rest = UInt64(truncatingIfNeeded: count &- index)
    if rest == 0 { return true }
    let difference =
      a.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      ^ b.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
    return difference &<< (64 &- rest &* 8) == 0
  }

  /// The length of the well-formed scalar that begins with a byte above 0x7F, or 0.
  ///
  /// Four bytes must be readable at `pointer`.
  @inline(__always)
  static func scalarLength(at pointer: UnsafePointer<UInt8>) -> Int {
    let (a, b) = (pointer[0], pointer[1])
    guard b & 0xC0 == 0x80 else { return 0 }
    switch a {
    case 0xC2...0xDF:
      return 2
    case 0xE0...0xEF:
      guard pointer[2] & 0xC0 == 0x80 else { return 0 }
      if a == 0xE0 && b < 0xA0 || a == 0xED && b >= 0xA0 { return 0 }
      return 3
    case 0xF0...0xF4:
      guard pointer[2] & 0xC0 == 0x80, pointer[3] & 0xC0 == 0x80 else { return 0 }
      if a == 0xF0 && b < 0x90 || a == 0xF4 && b >= 0x90 { return 0 }
      return 4
    default:
      return 0
    }
  }

  /// The scalar at `pointer` and how many bytes it has; nil where the bytes are not well formed.
  ///
  /// Four bytes must be readable at `pointer`.
  static func scalar(
    at pointer: UnsafePointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = pointer[0]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = scalarLength(at: pointer)
    guard length > 0 else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(pointer[index] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
