/// Unpacks gzip (RFC 1952, RFC 1951) and takes nothing that the standards do not allow.
struct Gunzip {
  /// What is wrong, and before which byte.
  struct Fault: Error {
    let text: String
    let offset: Int
  }

  private let source: [UInt8]
  private var offset = 0
  private var held = 0
  private var heldCount = 0
  private var output: [UInt8] = []
  /// How many blocks of each kind there are: stored, with the fixed codes, with their own.
  private var kinds = [0, 0, 0]

  /// The contents of a file of one member that has no name, no time and nothing behind it.
  static func unpack(_ source: [UInt8]) throws(Fault) -> [UInt8] {
    try contents(source).bytes
  }

  /// The same with how many blocks there are: stored, with the fixed codes, with their own.
  static func contents(_ source: [UInt8]) throws(Fault) -> (bytes: [UInt8], blocks: [Int]) {
    var reader = Gunzip(source: source)
    try reader.readAll()
    return (reader.output, reader.kinds)
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func readAll() throws(Fault) {
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]
    guard source.count >= 18, Array(source[..<8]) == head else { throw fault("no such header") }
    offset = 10
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      let kind = try take(2)
      guard kind < 3 else { throw fault("no such block") }
      kinds[kind] += 1
      switch kind {
      case 0: try readStored()
      case 1:
        try readBlock(
          try Code(Self.fixedLengths, self),
          try Code([Int](repeating: 5, count: 30), self, isWhole: false))
      default:
        let (literals, distances) = try readCodes()
        try readBlock(literals, distances)
      }
    }
    guard held == 0 else { throw fault("bits behind the end") }
    guard try word() == UInt32(truncatingIfNeeded: Self.checksum(output)) else {
      throw fault("another checksum")
    }
    guard try word() == UInt32(truncatingIfNeeded: output.count) else {
      throw fault("another size")
    }
    guard offset == source.count else { throw fault("bytes behind the end") }
  }

  private func fault(_ text: String) -> Fault { Fault(text: text, offset: offset) }

  private mutating func take(_ count: Int) throws(Fault) -> Int {
    while heldCount < count {
      guard offset < source.count else { throw fault("it breaks off") }
      held |= Int(source[offset]) << heldCount
      offset += 1
      heldCount += 8
    }
    defer {
      held >>= count
      heldCount -= count
    }
    return held & (1 << count - 1)
  }

  private mutating func word() throws(Fault) -> UInt32 {
    heldCount = 0
    var word: UInt32 = 0
    for index in 0..<4 { word |= UInt32(try take(8)) << (8 * UInt32(index)) }
    return word
  }

  // MARK: Blocks

  private mutating func readStored() throws(Fault) {
    guard held == 0 else { throw fault("bits before stored bytes") }
    heldCount = 0
    let count = try take(16)
    guard try take(16) == ~count & 0xFFFF else { throw fault("a length that is not confirmed") }
    guard source.count - offset >= count else { throw fault("it breaks off") }
    output += source[offset..<offset + count]
    offset += count
  }

  private mutating func readBlock(_ literals: Code, _ distances: Code) throws(Fault) {
    while true {
      let symbol = try literals.read(&self)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw fault("no such length") }
      let (base, extra) = Self.lengths[symbol - 257]
      let length = base + (try take(extra))
      guard length < 258 || symbol == 285 else { throw fault("258 in another way") }
      let distanceSymbol = try distances.read(&self)
      guard distanceSymbol < 30 else { throw fault("no such distance") }
      let (distanceBase, distanceExtra) = Self.distances[distanceSymbol]
      let distance = distanceBase + (try take(distanceExtra))
      guard distance <= output.count else { throw fault("a distance before the beginning") }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func readCodes() throws(Fault) -> (Code, Code) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    guard literalCount <= 286, distanceCount <= 30 else { throw fault("too many words") }
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var codeLengths = [Int](repeating: 0, count: 19)
    let orderCount = try take(4) + 4
    for symbol in order[..<orderCount] { codeLengths[symbol] = try take(3) }
    let code = try Code(codeLengths, self)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try code.read(&self)
      switch symbol {
      case ..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw fault("a repetition of nothing") }
        lengths += [Int](repeating: last, count: 3 + (try take(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try take(3)))
      default: lengths += [Int](repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw fault("a run too long") }
    guard lengths[256] > 0 else { throw fault("no word for the end") }
    return (
      try Code(Array(lengths[..<literalCount]), self),
      try Code(Array(lengths[literalCount...]), self)
    )
  }

  /// A code whose words leave no gap.
  private struct Code {
    /// The symbol of each word, by its length and its bits.
    private var symbols: [Int: Int] = [:]

    init(_ lengths: [Int], _ reader: Gunzip, isWhole: Bool = true) throws(Fault) {
      var word = 0
      var room = 1 << 15
      for length in 1...15 {
        for (symbol, itsLength) in lengths.enumerated() where itsLength == length {
          symbols[length << 16 | word] = symbol
          word += 1
          room -= 1 << (15 - length)
        }
        word <<= 1
      }
      guard room == 0 || !isWhole && room > 0 else { throw reader.fault("a code with gaps") }
    }

    func read(_ reader: inout Gunzip) throws(Fault) -> Int {
      var word = 0
      for length in 1...15 {
        word = word << 1 | (try reader.take(1))
        if let symbol = symbols[length << 16 | word] { return symbol }
      }
      throw reader.fault("no such word")
    }
  }

  // MARK: Tables

  private static let fixedLengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }

  /// The shortest length, and how many bits follow, of each symbol.
  private static let lengths: [(Int, Int)] =
    [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
      163, 195, 227,
    ].enumerated().map { ($1, $0 < 8 ? 0 : $0 / 4 - 1) } + [(258, 0)]

  private static let distances: [(Int, Int)] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ].enumerated().map { ($1, $0 < 4 ? 0 : $0 / 2 - 1) }

  private static func checksum(_ bytes: [UInt8]) -> UInt {
    var value: UInt = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt(byte)
      for _ in 0..<8 { value = value >> 1 ^ (value & 1) * 0xEDB8_8320 }
    }
    return value ^ 0xFFFF_FFFF
  }
}
