import Deflate
import Foundation
import Testing

@testable import TestSupport

/// What is packed comes back the same, and is small.
@Suite struct GzipTests {
  /// Something to pack.
  struct Input: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// What it may take; nil where nothing is said.
    var room: Int?
    var testDescription: String { name }
  }

  static func random(_ count: Int, seed: UInt64, of values: UInt64 = 256) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8((state >> 33) % values)
    }
  }

  static func text(_ path: String) -> [UInt8] {
    [UInt8]((try? Data(contentsOf: Package.root.appending(path: path))) ?? Data())
  }

  /// Frequencies like Fibonacci's numbers, of which no code without a limit has words of 15 bits.
  static let steep: [UInt8] = {
    var (bytes, counts): ([UInt8], (Int, Int)) = ([], (1, 1))
    for value in UInt8(0)..<22 {
      bytes += [UInt8](repeating: value &* 11, count: counts.0)
      counts = (counts.1, counts.0 + counts.1)
    }
    // In an order without repetitions to be found.
    let order = random(bytes.count * 2, seed: 5)
    return bytes.indices.sorted { (order[$0], order[2 * $0]) < (order[$1], order[2 * $1]) }
      .map { bytes[$0] }
  }()

  /// The rooms are what `gzip -9` takes, and a hundredth more.
  static let inputs = [
    Input(name: "nothing", bytes: [], room: 20),
    Input(name: "a byte", bytes: [0], room: 21),
    Input(name: "one match", bytes: Array("abcabcabcabc".utf8)),
    Input(name: "each byte once", bytes: Array(0...255)),
    Input(name: "zeros", bytes: [UInt8](repeating: 0, count: 300_000), room: 330),
    Input(name: "noise", bytes: random(100_000, seed: 1), room: 100_060),
    Input(name: "noise of two values", bytes: random(100_000, seed: 2, of: 2)),
    Input(name: "steep", bytes: steep),
    Input(
      name: "a repetition as far away as can be",
      bytes: random(1 << 15, seed: 3) + random(1 << 15, seed: 3), room: 33_200),
    Input(
      name: "a repetition too far away",
      bytes: random(1 << 15 + 1, seed: 3) + random(1 << 15 + 1, seed: 3)),
    Input(
      name: "noise, then zeros, then noise",
      bytes: random(70_000, seed: 4) + [UInt8](repeating: 0, count: 70_000)
        + random(70_000, seed: 6)),
    Input(name: "the vocabulary", bytes: text("rules/vocabulary.json")),
  ]

  @Test(arguments: inputs) func comesBack(input: Input) throws {
    for effort in [Deflate.Effort.small, .none] {
      let packed = Gzip.pack(input.bytes, effort)
      #expect(try Gunzip.unpack(packed) == input.bytes)
      #expect(packed == Gzip.pack(input.bytes, effort))
    }
    if let room = input.room { #expect(Gzip.pack(input.bytes).count <= room) }
  }

  @Test func everyLengthComesBack() throws {
    for count in 0...600 {
      let bytes = Self.random(count, seed: UInt64(count), of: 3)
      #expect(try Gunzip.unpack(Gzip.pack(bytes)) == bytes, "\(count) bytes")
    }
  }

  /// Each form where it is the shortest.
  @Test func formsAreChosen() throws {
    func blocks(_ bytes: [UInt8]) throws -> [Int] { try Gunzip.contents(Gzip.pack(bytes)).blocks }
    #expect(try blocks(Array("short".utf8)) == [0, 1, 0])
    #expect(try blocks(Self.text("rules/vocabulary.json"))[2] > 0)
    let noise = try blocks(Self.random(100_000, seed: 1))
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
