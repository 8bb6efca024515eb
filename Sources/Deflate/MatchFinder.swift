/// Finds where what comes has stood before, in chains of the places where three bytes hash alike.
struct MatchFinder {
  struct Match {
    /// 0 where there is none.
    var length = 0
    var distance = 0
  }

  private static let hashBits = 15
  private static let windowMask = MatchTables.farthest - 1

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The last place of each hash, and of each place in the window the one before; -1 for none.
  private var heads = [Int32](repeating: -1, count: 1 << hashBits)
  private var previous = [Int32](repeating: -1, count: MatchTables.farthest)
  private let chainLimit: Int

  /// - Parameter chainLimit: how many places are looked at.
  init(_ bytes: UnsafeBufferPointer<UInt8>, chainLimit: Int) {
    self.bytes = bytes
    self.chainLimit = chainLimit
  }

  /// Takes down that the search has gone by a place; each in its turn.
  mutating func insert(_ place: Int) {
    guard place + 3 <= bytes.count else { return }
    let hash = hash(place)
    previous[place & Self.windowMask] = heads[hash]
    heads[hash] = Int32(truncatingIfNeeded: place)
  }

  /// The longest match for what stands at a place, the nearest of those, if it is longer than `least`.
  func longest(at place: Int, over least: Int) -> Match {
    var best = Match(length: least)
    let most = min(MatchTables.lengths.upperBound, bytes.count - place)
    guard most > least, most >= MatchTables.lengths.lowerBound else { return Match() }
    var candidate = Int(heads[hash(place)])
    var left = chainLimit
    while candidate >= 0, place - candidate <= MatchTables.farthest, left > 0 {
      if bytes[candidate + best.length] == bytes[place + best.length] {
        var length = 0
        while length < most, bytes[candidate + length] == bytes[place + length] { length += 1 }
        if length > best.length {
          best = Match(length: length, distance: place - candidate)
          if length == most { break }
        }
      }
      let next = Int(previous[candidate & Self.windowMask])
      // A place that has left the window has given its room to a later one.
      if next >= candidate { break }
      candidate = next
      left -= 1
    }
    return best.distance == 0 ? Match() : best
  }

  private func hash(_ place: Int) -> Int {
    let three =
      UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
    return Int((three &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
  }
}
