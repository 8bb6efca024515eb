/// The lines that come from standard input.
///
/// Only while it waits for one can a signal end the program.
final class LineInput {
  enum Line {
    case text(String)
    /// What is no UTF-8, or has control characters, as far as it can be shown.
    case noText(String)
    case tooLong
  }

  /// Whether someone types them, and so sees them.
  let isTerminal = isatty(0) == 1
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// No answer has many more bytes.
  private static let longest = 1 << 16

  /// The next line without its end; nil where there is none, or it cannot be read.
  func next() -> Line? {
    Signals.release()
    defer { Signals.hold() }
    var searched = 0
    var isTooLong = false
    while true {
      if let feed = rest[searched...].firstIndex(of: 0x0A) {
        defer { rest.removeSubrange(...feed) }
        return isTooLong ? .tooLong : line(rest[..<feed])
      }
      if isAtEnd {
        defer { rest = [] }
        return isTooLong ? .tooLong : rest.isEmpty ? nil : line(rest[...])
      }
      if rest.count > Self.longest {
        isTooLong = true
        rest = []
      }
      searched = rest.count
      let more = (try? FileReader.readSome(0, atMost: 1 << 12)) ?? []
      isAtEnd = more.isEmpty
      rest += more
    }
  }

  private func line(_ bytes: ArraySlice<UInt8>) -> Line {
    let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
    guard let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: Self.isControl)
    else { return .noText(String(decoding: bytes, as: UTF8.self)) }
    return .text(text)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t"
  }
}
