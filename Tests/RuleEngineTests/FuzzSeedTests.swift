import Foundation
import Testing

@testable import TestSupport

/// The texts that the fuzzer starts from, among them all that ever found something.
@Suite struct FuzzSeedTests {
  struct Seed: Sendable, CustomTestStringConvertible {
    let kind: HostileBytes
    let name: String

    var testDescription: String { "\(kind.rawValue)/\(name)" }

    static let root = Fixture.package.appendingPathComponent("Tests/Fuzz/Seeds")

    static func all() throws -> [Seed] {
      try HostileBytes.allCases.flatMap { kind in
        try FileManager.default
          .contentsOfDirectory(atPath: root.appendingPathComponent(kind.rawValue).path)
          .sorted().map { Seed(kind: kind, name: $0) }
      }
    }

    func bytes() throws -> [UInt8] {
      Array(try Data(contentsOf: Self.root.appendingPathComponent(testDescription)))
    }
  }

  @Test(arguments: try Seed.all())
  func isReadWithoutContradiction(seed: Seed) throws {
    #expect(seed.kind.contradictions(in: try seed.bytes()).isEmpty)
  }

  /// Cutting a text anywhere gives the unfinished values that a reader is most easily led astray by.
  @Test(arguments: try Seed.all())
  func everyBeginningIsReadWithoutContradiction(of seed: Seed) throws {
    let bytes = try seed.bytes()
    // All of a short text's, some of a long one's.
    let places = Seeds.areAll ? 40 : 3
    for count in stride(from: 0, to: bytes.count, by: 1 + bytes.count / places) {
      let found = seed.kind.contradictions(in: Array(bytes.prefix(count)))
      #expect(found.isEmpty, "the first \(count) bytes")
    }
  }

  @Test func everyKindHasSeeds() throws {
    let seeds = try Seed.all()
    for kind in HostileBytes.allCases {
      #expect(seeds.contains { $0.kind == kind })
    }
  }
}
