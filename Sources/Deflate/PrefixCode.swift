/// A Huffman code as DEFLATE has it: the lengths of its words say all of it (RFC 1951, 3.2.2).
struct PrefixCode {
  /// Of each symbol; 0 where it does not occur.
  let lengths: [Int]
  /// Of each symbol, with its first bit lowest.
  let words: [UInt32]

  init(lengths: [Int]) {
    self.lengths = lengths
    var counts = [Int](repeating: 0, count: 17)
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    var next = [UInt32](repeating: 0, count: 17)
    for length in 1...16 { next[length] = (next[length - 1] + UInt32(counts[length - 1])) << 1 }
    words = lengths.map { length in
      if length == 0 { return 0 }
      defer { next[length] += 1 }
      return Self.reversed(next[length], length)
    }
  }

  /// The shortest code for symbols that occur so often, with no word longer than `limit`.
  ///
  /// Where only one occurs, another gets a word too: not every reader takes a code of one word.
  init(frequencies: [Int], limit: Int) {
    var lengths = [Int](repeating: 0, count: frequencies.count)
    var used = frequencies.indices.filter { frequencies[$0] > 0 }
    for symbol in frequencies.indices where used.count < 2 && frequencies[symbol] == 0 {
      used.append(symbol)
    }
    used.sort { (frequencies[$0], $0) < (frequencies[$1], $1) }
    for (symbol, length) in zip(used, Self.lengths(of: used.map { frequencies[$0] }, limit)) {
      lengths[symbol] = length
    }
    self.init(lengths: lengths)
  }

  /// The package-merge algorithm of Larmore and Hirschberg (1990): every symbol is as many bits long
  /// as often as it is among the cheapest coins.
  ///
  /// - Parameter weights: at least two, in ascending order.
  private static func lengths(of weights: [Int], _ limit: Int) -> [Int] {
    /// How many of the cheapest symbols each item of a level stands for, beside its packages.
    var isPackage: [[Bool]] = []
    var packages: [Int] = []
    for _ in 0..<limit {
      var (merged, marks): ([Int], [Bool]) = ([], [])
      var (symbol, package) = (0, 0)
      while symbol < weights.count || package < packages.count {
        let takesPackage =
          symbol == weights.count
          || package < packages.count && packages[package] < weights[symbol]
        merged.append(takesPackage ? packages[package] : weights[symbol])
        marks.append(takesPackage)
        if takesPackage { package += 1 } else { symbol += 1 }
      }
      isPackage.append(marks)
      packages = stride(from: 0, to: merged.count - 1, by: 2).map { merged[$0] + merged[$0 + 1] }
    }
    var lengths = [Int](repeating: 0, count: weights.count)
    var taken = 2 * weights.count - 2
    for marks in isPackage.reversed() {
      let packageCount = marks[..<taken].count { $0 }
      for symbol in 0..<(taken - packageCount) { lengths[symbol] += 1 }
      taken = 2 * packageCount
    }
    return lengths
  }

  private static func reversed(_ word: UInt32, _ length: Int) -> UInt32 {
    var (word, reversed): (UInt32, UInt32) = (word, 0)
    for _ in 0..<length {
      reversed = reversed << 1 | word & 1
      word >>= 1
    }
    return reversed
  }
}
