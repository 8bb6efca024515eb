/// How DEFLATE writes lengths and distances (RFC 1951, 3.2.5): a symbol, and bits that say which of
/// those that share it.
struct MatchTables: Sendable {
  struct Class: Sendable {
    let base: Int
    let extraBits: Int
  }

  static let shared = MatchTables()

  static let lengths = 3...258
  static let farthest = 1 << 15

  /// From symbol 257 on.
  let lengthClasses: [Class]
  let distanceClasses: [Class]
  private let lengthSymbols: [UInt8]
  /// Of distances to 256, and of those beyond by the 128.
  private let distanceSymbols: [UInt8]

  private init() {
    var base = Self.lengths.lowerBound
    lengthClasses =
      (0..<28).map { index in
        let extraBits = index < 8 ? 0 : index / 4 - 1
        defer { base += 1 << extraBits }
        return Class(base: base, extraBits: extraBits)
      } + [Class(base: Self.lengths.upperBound, extraBits: 0)]
    base = 1
    distanceClasses = (0..<30).map { index in
      let extraBits = index < 4 ? 0 : index / 2 - 1
      defer { base += 1 << extraBits }
      return Class(base: base, extraBits: extraBits)
    }
    func symbol(_ value: Int, in classes: [Class]) -> UInt8 {
      UInt8(classes.lastIndex { $0.base <= value } ?? 0)
    }
    let (lengthClasses, distanceClasses) = (lengthClasses, distanceClasses)
    lengthSymbols = Self.lengths.map { symbol($0, in: lengthClasses) }
    distanceSymbols =
      (1...256).map { symbol($0, in: distanceClasses) }
      + (0..<256).map { symbol(max(1, $0 << 7 + 1), in: distanceClasses) }
  }

  /// From 0, for 257.
  func lengthSymbol(_ length: Int) -> Int { Int(lengthSymbols[length - Self.lengths.lowerBound]) }

  func distanceSymbol(_ distance: Int) -> Int {
    Int(distanceSymbols[distance <= 256 ? distance - 1 : 256 + (distance - 1) >> 7])
  }
}
