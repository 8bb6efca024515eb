/// Writes CSV by RFC 4180, in UTF-8 with a byte-order mark, so that Excel opens Chinese correctly.
struct CSVWriter {
  private let bytes: ByteBuffer

  init(_ bytes: ByteBuffer) {
    self.bytes = bytes
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] { bytes.append(byte) }
  }

  /// Goes on with a table that was begun elsewhere.
  init(continuing bytes: ByteBuffer) { self.bytes = bytes }

  func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      write(cell)
    }
    bytes.append("\r\n")
  }

  private func write(_ cell: String) {
    if Self.isPlain(cell) { return bytes.append(text: cell) }
    let text = Self.harmless(cell)
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) else {
      return bytes.append(text: text)
    }
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

  /// A text that no spreadsheet takes for a formula, with control characters escaped.
  private static func harmless(_ cell: String) -> String {
    let safe = SafeText.of(cell)
    let looksLikeFormula =
      safe.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    return looksLikeFormula ? "'" + safe : safe
  }
}
