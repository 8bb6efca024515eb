/// Finds where what comes has stood before, however long ago.
struct MatchFinder {
  struct Match {
    /// 0 is the byte before.
    let distance: Int
    let length: Int
  }

  private static let chainLimit = 128
  private static let hashBits = 18
  private static let shortHashBits = 16

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The last place of each two bytes, of each hash of three, and of each hash of four, whose places
  /// are chained; -1 for none.
  private var pairs = [Int32](repeating: -1, count: 1 << 16)
  private var triples = [Int32](repeating: -1, count: 1 << shortHashBits)
  private var heads = [Int32](repeating: -1, count: 1 << hashBits)
  private var previous: [Int32]
  /// Longer and longer, each as near as can be.
  private(set) var matches: [Match] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    previous = [Int32](repeating: -1, count: bytes.count)
  }

  /// Looks for matches at a place; each place in its turn.
  mutating func find(at place: Int) {
    matches.removeAll(keepingCapacity: true)
    let most = min(Step.lengths.upperBound, bytes.count - place)
    guard most >= 4 else { return }
    let word = UnsafeRawPointer(bytes.baseAddress! + place)
      .loadUnaligned(as: UInt32.self).littleEndian
    let pair = Int(word & 0xFFFF)
    let triple = Int((word << 8 &* 0x9E37_79B1) >> UInt32(32 - Self.shortHashBits))
    let hash = Int((word &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
    var longest = Step.lengths.lowerBound - 1
    consider(Int(pairs[pair]), at: place, most, &longest)
    consider(Int(triples[triple]), at: place, most, &longest)
    var candidate = Int(heads[hash])
    pairs[pair] = Int32(place)
    triples[triple] = Int32(place)
    heads[hash] = Int32(place)
    previous[place] = Int32(candidate)
    var left = Self.chainLimit
    while candidate >= 0, left > 0, longest < most {
      consider(candidate, at: place, most, &longest)
      candidate = Int(previous[candidate])
      left -= 1
    }
  }

  @inline(__always)
  private mutating func consider(
    _ candidate: Int, at place: Int, _ most: Int, _ longest: inout Int
  ) {
    guard candidate >= 0, longest < most, bytes[candidate + longest] == bytes[place + longest]
    else { return }
    let length = bytes.common(candidate, place, most)
    if length > longest {
      matches.append(Match(distance: place - candidate - 1, length: length))
      longest = length
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes are the same from two places on, at most so many.
  func common(_ first: Int, _ second: Int, _ most: Int) -> Int {
    var length = 0
    while length < most, self[first + length] == self[second + length] { length += 1 }
    return length
  }
}
