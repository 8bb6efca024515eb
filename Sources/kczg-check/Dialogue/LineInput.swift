/// The lines that come from standard input.
final class LineInput {
  /// Whether someone types them, and so sees them.
  let isTerminal = isatty(0) == 1
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// The next line without its end; nil where there is none, or it cannot be read.
  func next() -> [UInt8]? {
    while true {
      if let feed = rest.firstIndex(of: 0x0A) {
        let line = Array(rest[..<feed])
        rest.removeFirst(feed + 1)
        return line.last == 0x0D ? line.dropLast() : line
      }
      if isAtEnd {
        defer { rest = [] }
        return rest.isEmpty ? nil : rest
      }
      let more = (try? FileReader.readSome(0, atMost: 1 << 12)) ?? []
      isAtEnd = more.isEmpty
      rest += more
    }
  }
}
