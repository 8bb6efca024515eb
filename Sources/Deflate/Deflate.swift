/// Compresses bytes (RFC 1951); the same bytes always in the same way.
public enum Deflate {
  /// What is spent on it.
  public enum Effort: Sendable {
    /// Nothing: the bytes are only wrapped up.
    case none
    /// As much as gzip -9.
    case small
  }

  /// A block gets its own codes, which take room, and then no others.
  private static let tokensOfBlock = 1 << 14
  private static let chainLimit = 4096
  /// A match so long is taken without a look at the next place.
  private static let lengthThatDoes = 258

  public static func compress(_ bytes: [UInt8], _ effort: Effort = .small) -> [UInt8] {
    var writer = BitWriter()
    bytes.withUnsafeBufferPointer { bytes in
      switch effort {
      case .none: Block.writeStored(bytes, isLast: true, to: &writer)
      case .small: compress(bytes, to: &writer)
      }
    }
    writer.align()
    return writer.bytes
  }

  /// Takes the longest match at a place, unless the next place has a longer one.
  private static func compress(
    _ bytes: UnsafeBufferPointer<UInt8>, to writer: inout BitWriter
  ) {
    var finder = MatchFinder(bytes, chainLimit: chainLimit)
    var block = Block()
    var blockStart = 0
    var place = 0
    var match = MatchFinder.Match()
    while place < bytes.count {
      if match.length == 0 { match = finder.longest(at: place, over: 2) }
      finder.insert(place)
      var next = MatchFinder.Match()
      if match.length > 0, match.length < lengthThatDoes {
        next = finder.longest(at: place + 1, over: match.length)
      }
      if match.length == 0 || next.length > 0 {
        block.append(literal: bytes[place])
        place += 1
      } else {
        block.append(match)
        for passed in (place + 1)..<(place + match.length) { finder.insert(passed) }
        place += match.length
      }
      match = next
      if block.tokenCount == tokensOfBlock {
        flush(isLast: place == bytes.count)
      }
    }
    if block.tokenCount > 0 || bytes.isEmpty { flush(isLast: true) }

    func flush(isLast: Bool) {
      let source = UnsafeBufferPointer(
        rebasing: bytes[blockStart..<(blockStart + block.byteCount)])
      block.write(source, isLast: isLast, to: &writer)
      blockStart += block.byteCount
      block.removeAll()
    }
  }
}
