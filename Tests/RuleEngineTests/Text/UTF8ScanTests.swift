import Testing

@testable import RuleEngine
@testable import TestSupport

@Suite struct UTF8ScanTests {
  /// Every scalar is read as what it is.
  @Test func everyScalar() {
    var wrong = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var bytes = Array(UTF8.encode(scalar)!)
      let length = bytes.count
      bytes += [0, 0, 0, 0]
      bytes.withUnsafeBufferPointer { buffer in
        let found = UTF8Scan.scalar(at: buffer.baseAddress!)
        if found?.scalar != scalar || found?.length != length { wrong += 1 }
        if length > 1, UTF8Scan.scalarLength(at: buffer.baseAddress!) != length { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }

  /// Of all pairs and triples of bytes, just those are scalars that the standard library accepts.
  @Test func everyPairAndTriple() {
    var wrong: [[UInt8]] = []
    // The first and the last of each kind of first bytes.
    let kinds: [UInt8] = [
      0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3,
      0xF4,
      0xF5, 0xFF,
    ]
    for first in Seeds.areAll ? Array(0x80...0xFF) : kinds {
      for second in UInt8.min...0xFF {
        for third: UInt8 in [0, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] {
          let bytes: [UInt8] = [first, second, third, 0x80, 0, 0, 0, 0]
          let length = bytes.withUnsafeBufferPointer { UTF8Scan.scalarLength(at: $0.baseAddress!) }
          let expected = (2...4).first {
            String(validating: bytes[..<$0], as: UTF8.self)?.unicodeScalars.count == 1
          }
          if length != expected ?? 0 { wrong.append(bytes) }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  /// The first byte that ends a run of plain characters, in every place of a word.
  @Test func stringStops() {
    for byte in UInt8.min...0xFF {
      let stops = byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80
      for place in 0..<8 {
        var bytes = [UInt8](repeating: 0x61, count: 8)
        bytes[place] = byte
        if place < 7 { bytes[7] = 0x22 }
        let word = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }.littleEndian
        let first = UTF8Scan.stringStops(in: word).trailingZeroBitCount / 8
        #expect(first == (stops ? place : place < 7 ? 7 : 8))
      }
    }
  }

  @Test func continuationBytes() {
    for byte in UInt8.min...0xFF {
      let word = UInt64(byte) * 0x0101_0101_0101_0101
      #expect(UTF8Scan.continuationBytes(in: word) == (byte & 0xC0 == 0x80 ? 8 : 0))
      #expect(UTF8Scan.contains(0x0A, in: word) == (byte == 0x0A))
    }
  }
}
