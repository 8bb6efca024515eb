import RuleEngine

/// Writes CSV by RFC 4180, in UTF-8 with a byte-order mark, so that Excel opens Chinese correctly.
struct CSVWriter {
  private let bytes: ByteBuffer

  /// What a cell is to a spreadsheet.
  enum Cell: ExpressibleByStringInterpolation {
    /// What a spreadsheet may read as it likes: a number, a day, words of the program's own.
    case value(String)
    /// A name, a code: what must stay as it is, also where it looks like a number or a day.
    case text(String)

    /// A figure of a report: an amount or a day as a spreadsheet reads it, anything else as text.
    static func figure(_ text: String) -> Cell {
      let parts = text.utf8.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
      let isAmount =
        parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
        && parts[0].count <= 15 && (parts[0].first != 0x30 || parts[0].count == 1)
      return isAmount || CivilDate(text) != nil ? .value(text) : .text(text)
    }

    init(stringLiteral value: String) { self = .value(value) }
  }

  init(_ bytes: ByteBuffer) {
    self.bytes = bytes
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] { bytes.append(byte) }
  }

  /// Goes on with a table that was begun elsewhere.
  init(continuing bytes: ByteBuffer) { self.bytes = bytes }

  func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      switch cell {
      case .value(let text): write(text)
      case .text(let text):
        if let formula = SpreadsheetText.formula(for: text) {
          writeQuoted(formula)
        } else {
          write(text)
        }
      }
    }
    bytes.append("\r\n")
  }

  func row(_ cells: [String]) { row(cells.map { .value($0) }) }

  private func write(_ cell: String) {
    if Self.isPlain(cell) { return bytes.append(text: cell) }
    let text = SpreadsheetText.harmless(cell)
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) else {
      return bytes.append(text: text)
    }
    writeQuoted(text)
  }

  private func writeQuoted(_ text: String) {
    bytes.append(0x22)
    // By bytes: a quote with an accent on it is one character, and no quote.
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Whether a cell is nothing but letters, digits, spaces and Chinese characters, as most are: such
  /// a cell can stand as it is.
  private static func isPlain(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { byte in
      switch byte {
      case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xE3...0xE9: true
      default: false
      }
    }
  }
}
