import LZMA
import Testing

@testable import TestSupport

/// What is packed comes back the same, and is small.
@Suite struct LZMATests {
  /// What some may take: as much as `xz --format=lzma -9`, and a fiftieth more.
  private static let rooms = [
    "nothing": 18, "a byte": 19, "zeros": 120, "noise": 101_400,
    "a repetition too far away": 33_350,
  ]

  @Test(arguments: Packable.all) func comesBack(input: Packable) throws {
    let packed = LZMA.pack(input.bytes)
    #expect(try LZMAReader.unpack(packed) == input.bytes)
    if let room = Self.rooms[input.name] { #expect(packed.count <= room) }
  }

  @Test func everyLengthComesBack() throws {
    for count in 0...600 {
      let bytes = Packable.random(count, seed: UInt64(count), of: 3)
      #expect(try LZMAReader.unpack(LZMA.pack(bytes)) == bytes, "\(count) bytes")
    }
  }

  /// Steps of every kind: lengths and distances around all of their limits.
  @Test func everyDistanceComesBack() throws {
    var bytes = Packable.random(3000, seed: 7)
    for distance in Array(1...140) + [255, 256, 257, 511, 512, 1023, 1024, 2047, 2048, 2900] {
      for length in [2, 3, 9, 10, 17, 18, 273, 274] {
        for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
        bytes += Packable.random(3, seed: UInt64(distance * length))
      }
    }
    #expect(try LZMAReader.unpack(LZMA.pack(bytes)) == bytes)
  }

  @Test func payloads() throws {
    let bytes = Array("123456789".utf8)
    let checksum: [UInt8] = [0x26, 0x39, 0xF4, 0xCB]
    #expect(Payload.bytes(bytes, isSmall: false) == [0] + checksum + bytes)
    #expect(Payload.bytes(bytes, isSmall: true) == [1] + checksum + LZMA.pack(bytes))
  }
}
