package import RuleEngine

/// Bytes on their way out, in memory that is kept.
///
/// A class, so that it is never copied by mistake; it is for one thread at a time.
package final class ByteBuffer {
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  package init() {
    capacity = 1 << 12
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Hands out the bytes, which stay where they are until `body` returns.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: base, count: count))
  }

  package var isEmpty: Bool { count == 0 }

  package func removeAll() { count = 0 }

  @inline(__always)
  func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  package func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if capacity &- count < bytes.count { grow(by: bytes.count) }
    (base + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  package func append(_ bytes: UnsafeRawBufferPointer) {
    append(bytes.assumingMemoryBound(to: UInt8.self))
  }

  @inline(never)
  private func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

extension ByteBuffer {
  @inline(__always)
  func append(_ text: StaticString) {
    guard text.hasPointerRepresentation else { return append(text: String(text.unicodeScalar)) }
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  func append(decimal value: Int) {
    if value >= 0, value < 10 {
      append(0x30 &+ UInt8(truncatingIfNeeded: value))
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var index = 20
      var rest = value.magnitude
      repeat {
        index &-= 1
        digits[index] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if value < 0 { append(0x2D) }
      append(UnsafeBufferPointer(rebasing: digits[index...]))
    }
  }

  /// A JSON string. What is harmful in a terminal, or anywhere in a line of a log of GitHub's, is
  /// escaped, which JSON allows.
  func append(jsonString text: String) {
    var text = text
    text.withUTF8 { append(jsonString: $0) }
  }

  /// Bytes as they are.
  package func append(bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

  /// A whole text of well-formed UTF-8 as a JSON string.
  package func append(jsonText text: SourceText) {
    text.bytes.withUnsafeBufferPointer { append(jsonString: $0) }
  }

  /// A JSON string of well-formed UTF-8.
  func append(jsonString bytes: UnsafeBufferPointer<UInt8>) {
    append(0x22)
    var plainStart = 0
    var index = 0
    while index < bytes.count {
      if index &+ 8 <= bytes.count, Self.isPlain(bytes, at: index) {
        index &+= 8
        continue
      }
      let byte = bytes[index]
      // Only these can begin something that must be escaped.
      guard
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xD8
          || byte == 0xE2 || byte == 0x23 || byte == 0xEF
      else {
        index &+= 1
        continue
      }
      // Of these two, few do: ## before a bracket, U+FFFE and U+FFFF.
      if byte == 0x23 || byte == 0xEF {
        let hasMore = index &+ 2 < bytes.count
        let isHarmful =
          byte == 0x23
          ? hasMore && bytes[index &+ 1] == 0x23 && bytes[index &+ 2] == 0x5B
          : hasMore && bytes[index &+ 1] == 0xBF && bytes[index &+ 2] >= 0xBE
        if !isHarmful {
          index &+= 1
          continue
        }
      }
      let length = byte < 0x80 ? 1 : byte >= 0xE0 ? 3 : 2
      let last = Swift.min(index + length, bytes.count)
      let scalar =
        String(decoding: bytes[index..<last], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
      if byte == 0x23 || scalar == "\"" || scalar == "\\" || SafeText.isHarmful(scalar) {
        append(UnsafeBufferPointer(rebasing: bytes[plainStart..<index]))
        if scalar == "\"" || scalar == "\\" {
          append(0x5C)
          append(byte)
        } else {
          append(text: SafeText.escape(scalar))
        }
        plainStart = last
      }
      index = last
    }
    append(UnsafeBufferPointer(rebasing: bytes[plainStart...]))
    append(0x22)
  }

  /// Whether eight bytes from `index` on are ASCII that stands for itself in a JSON string.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let word = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (quotes, backslashes) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
    let hashes = word ^ (ones &* 0x23)
    // A byte that is less than 0x20, 0x7F or not ASCII; a quote; a backslash; a number sign.
    let special =
      word | (word &+ ones) | ((word &- ones &* 0x20) & ~word)
      | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
      | ((hashes &- ones) & ~hashes)
    return special & highs == 0
  }
}
