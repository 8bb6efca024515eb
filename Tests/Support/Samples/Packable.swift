import Foundation

/// Something to pack.
struct Packable: Sendable, CustomStringConvertible {
  let name: String
  let bytes: [UInt8]
  var description: String { name }

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

  /// From nothing to everything that there is.
  static let all = [
    Packable(name: "nothing", bytes: []),
    Packable(name: "a byte", bytes: [0]),
    Packable(name: "one match", bytes: Array("abcabcabcabc".utf8)),
    Packable(name: "each byte once", bytes: Array(0...255)),
    Packable(name: "zeros", bytes: [UInt8](repeating: 0, count: 100_000)),
    Packable(name: "noise", bytes: random(100_000, seed: 1)),
    Packable(name: "noise of two values", bytes: random(100_000, seed: 2, of: 2)),
    Packable(name: "steep", bytes: steep),
    Packable(
      name: "a repetition as far away as can be",
      bytes: random(1 << 15, seed: 3) + random(1 << 15, seed: 3)),
    Packable(
      name: "a repetition too far away",
      bytes: random(1 << 15 + 1, seed: 3) + random(1 << 15 + 1, seed: 3)),
    Packable(
      name: "noise, then zeros, then noise",
      bytes: random(70_000, seed: 4) + [UInt8](repeating: 0, count: 70_000)
        + random(70_000, seed: 6)),
    Packable(name: "the vocabulary", bytes: text("rules/vocabulary.json")),
  ]
}
