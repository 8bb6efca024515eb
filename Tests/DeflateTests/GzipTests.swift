import Deflate
import Digest
import Testing

@testable import TestSupport

/// What is packed comes back the same, and is small.
@Suite struct GzipTests {
  /// What some may take: as much as `gzip -9`, and a hundredth more.
  private static let rooms = [
    "nothing": 20, "a byte": 21, "zeros": 140, "noise": 100_060,
    "a repetition as far away as can be": 33_200,
  ]

  @Test(arguments: Packable.all) func comesBack(input: Packable) throws {
    for effort in [Deflate.Effort.small, .none] {
      let packed = Gzip.pack(input.bytes, effort)
      #expect(try Gunzip.unpack(packed) == input.bytes)
      #expect(packed == Gzip.pack(input.bytes, effort))
    }
    if let room = Self.rooms[input.name] { #expect(Gzip.pack(input.bytes).count <= room) }
  }

  @Test func everyLengthComesBack() throws {
    for count in 0...600 {
      let bytes = Packable.random(count, seed: UInt64(count), of: 3)
      #expect(try Gunzip.unpack(Gzip.pack(bytes)) == bytes, "\(count) bytes")
    }
  }

  /// Each form where it is the shortest.
  @Test func formsAreChosen() throws {
    func blocks(_ bytes: [UInt8]) throws -> [Int] { try Gunzip.contents(Gzip.pack(bytes)).blocks }
    #expect(try blocks(Array("short".utf8)) == [0, 1, 0])
    #expect(try blocks(Packable.text("rules/vocabulary.json"))[2] > 0)
    let noise = try blocks(Packable.random(100_000, seed: 1))
    #expect(noise[0] > 0 && noise[2] == 0)
  }

  /// Known values of the standard.
  @Test func checksums() {
    #expect(CRC32.checksum(of: []) == 0)
    #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }

  /// The reader that the tests trust takes no damaged file.
  @Test func damageIsSeen() {
    let packed = Gzip.pack(Array("0123456789 abcdefgh 0123456789".utf8))
    // What the eighth and the ninth byte say of the packer does not matter.
    for index in packed.indices where index != 8 && index != 9 {
      for bit in 0..<8 {
        var damaged = packed
        damaged[index] ^= 1 << UInt8(bit)
        #expect(throws: Gunzip.Fault.self) { try Gunzip.unpack(damaged) }
      }
    }
  }
}
