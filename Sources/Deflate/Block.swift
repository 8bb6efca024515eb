/// A stretch of the input as literals and matches, and how often each symbol occurs in it.
struct Block {
  /// A literal, or a length from 257 << 16 … with its distance.
  private struct Token {
    let length: UInt16
    let value: UInt16
  }

  private static let endOfBlock = 256
  private var tokens: [Token] = []
  private var literalFrequencies = [Int](repeating: 0, count: 286)
  private var distanceFrequencies = [Int](repeating: 0, count: 30)
  private let tables = MatchTables.shared
  /// How many bytes of the input it stands for.
  private(set) var byteCount = 0

  var tokenCount: Int { tokens.count }

  mutating func append(literal byte: UInt8) {
    tokens.append(Token(length: 0, value: UInt16(byte)))
    literalFrequencies[Int(byte)] += 1
    byteCount += 1
  }

  mutating func append(_ match: MatchFinder.Match) {
    tokens.append(Token(length: UInt16(match.length), value: UInt16(match.distance - 1)))
    literalFrequencies[257 + tables.lengthSymbol(match.length)] += 1
    distanceFrequencies[tables.distanceSymbol(match.distance)] += 1
    byteCount += match.length
  }

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    for index in literalFrequencies.indices { literalFrequencies[index] = 0 }
    for index in distanceFrequencies.indices { distanceFrequencies[index] = 0 }
    byteCount = 0
  }

  /// Writes it in the shortest of the forms that there are.
  ///
  /// - Parameter source: the bytes that it stands for.
  func write(
    _ source: UnsafeBufferPointer<UInt8>, isLast: Bool, to writer: inout BitWriter
  ) {
    var frequencies = literalFrequencies
    frequencies[Self.endOfBlock] = 1
    let own = CodePair(
      literals: PrefixCode(frequencies: frequencies, limit: 15),
      distances: PrefixCode(frequencies: distanceFrequencies, limit: 15))
    let header = CodeHeader(own)
    let ownCost = header.bitCount + cost(own, frequencies)
    let fixedCost = cost(.fixed, frequencies)
    if (source.count + 4) * 8 < min(ownCost, fixedCost) {
      Self.writeStored(source, isLast: isLast, to: &writer)
      return
    }
    let usesOwn = ownCost < fixedCost
    writer.write(isLast ? 1 : 0, 1)
    writer.write(usesOwn ? 2 : 1, 2)
    if usesOwn { header.write(to: &writer) }
    write(with: usesOwn ? own : .fixed, to: &writer)
  }

  /// Bytes as they are, in pieces as large as such blocks can be.
  static func writeStored(
    _ source: UnsafeBufferPointer<UInt8>, isLast: Bool, to writer: inout BitWriter
  ) {
    var start = 0
    repeat {
      let end = min(source.count, start + 0xFFFF)
      writer.write(isLast && end == source.count ? 1 : 0, 3)
      writer.align()
      writer.write(UInt32(end - start), 16)
      writer.write(~UInt32(end - start) & 0xFFFF, 16)
      writer.write(UnsafeBufferPointer(rebasing: source[start..<end]))
      start = end
    } while start < source.count
  }

  /// How many bits the tokens take.
  private func cost(_ codes: CodePair, _ frequencies: [Int]) -> Int {
    var cost = 0
    for (symbol, frequency) in frequencies.enumerated() where frequency > 0 {
      let extraBits = symbol < 257 ? 0 : tables.lengthClasses[symbol - 257].extraBits
      cost += frequency * (codes.literals.lengths[symbol] + extraBits)
    }
    for (symbol, frequency) in distanceFrequencies.enumerated() where frequency > 0 {
      let extraBits = tables.distanceClasses[symbol].extraBits
      cost += frequency * (codes.distances.lengths[symbol] + extraBits)
    }
    return cost
  }

  private func write(with codes: CodePair, to writer: inout BitWriter) {
    func write(_ symbol: Int, _ code: PrefixCode) {
      writer.write(code.words[symbol], code.lengths[symbol])
    }
    for token in tokens {
      guard token.length > 0 else {
        write(Int(token.value), codes.literals)
        continue
      }
      let (length, distance) = (Int(token.length), Int(token.value) + 1)
      let lengthSymbol = tables.lengthSymbol(length)
      write(257 + lengthSymbol, codes.literals)
      let lengthClass = tables.lengthClasses[lengthSymbol]
      writer.write(UInt32(length - lengthClass.base), lengthClass.extraBits)
      let distanceSymbol = tables.distanceSymbol(distance)
      write(distanceSymbol, codes.distances)
      let distanceClass = tables.distanceClasses[distanceSymbol]
      writer.write(UInt32(distance - distanceClass.base), distanceClass.extraBits)
    }
    write(Self.endOfBlock, codes.literals)
  }
}
