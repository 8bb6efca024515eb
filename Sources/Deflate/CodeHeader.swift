/// The codes of a block: of literals and lengths, and of distances.
struct CodePair: Sendable {
  let literals: PrefixCode
  let distances: PrefixCode

  /// The codes that need not be written (RFC 1951, 3.2.6).
  static let fixed = CodePair(
    literals: PrefixCode(
      lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
    distances: PrefixCode(lengths: [Int](repeating: 5, count: 30)))
}

/// How a block says its own codes: the lengths of their words, with runs, in a code of their own
/// (RFC 1951, 3.2.7).
struct CodeHeader {
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private struct Item {
    let symbol: Int
    let extra: UInt32
    let extraBits: Int
  }

  private let literalCount: Int
  private let distanceCount: Int
  private let items: [Item]
  private let code: PrefixCode
  private let orderCount: Int

  init(_ codes: CodePair) {
    func count(_ lengths: [Int], _ least: Int) -> Int {
      max(least, (lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    }
    literalCount = count(codes.literals.lengths, 257)
    distanceCount = count(codes.distances.lengths, 1)
    items = Self.items(
      codes.literals.lengths[..<literalCount] + codes.distances.lengths[..<distanceCount])
    var frequencies = [Int](repeating: 0, count: 19)
    for item in items { frequencies[item.symbol] += 1 }
    let code = PrefixCode(frequencies: frequencies, limit: 7)
    self.code = code
    orderCount = max(4, (Self.order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
  }

  var bitCount: Int {
    14 + 3 * orderCount + items.reduce(0) { $0 + code.lengths[$1.symbol] + $1.extraBits }
  }

  func write(to writer: inout BitWriter) {
    writer.write(UInt32(literalCount - 257), 5)
    writer.write(UInt32(distanceCount - 1), 5)
    writer.write(UInt32(orderCount - 4), 4)
    for symbol in Self.order[..<orderCount] { writer.write(UInt32(code.lengths[symbol]), 3) }
    for item in items {
      writer.write(code.words[item.symbol], code.lengths[item.symbol])
      writer.write(item.extra, item.extraBits)
    }
  }

  private static func items(_ lengths: ArraySlice<Int>) -> [Item] {
    var items: [Item] = []
    var rest = lengths[...]
    while let length = rest.first {
      var run = rest.prefix { $0 == length }.count
      rest = rest.dropFirst(run)
      if length > 0 {
        items.append(Item(symbol: length, extra: 0, extraBits: 0))
        run -= 1
      }
      let shortest = 3
      while run >= shortest {
        let (symbol, extraBits, longest) =
          length > 0 ? (16, 2, 6) : run <= 10 ? (17, 3, 10) : (18, 7, 138)
        let base = symbol == 18 ? 11 : shortest
        let taken = min(run, longest)
        items.append(Item(symbol: symbol, extra: UInt32(taken - base), extraBits: extraBits))
        run -= taken
      }
      for _ in 0..<run { items.append(Item(symbol: length, extra: 0, extraBits: 0)) }
    }
    return items
  }
}
