/// A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line a row, cells
/// with tabs, line feeds or quotes in quotes.
struct PastedTable {
  /// As many cells in each as the longest has.
  let rows: [[String]]

  init(_ text: String) {
    let separator: Unicode.Scalar =
      text.unicodeScalars.contains("\t") ? "\t" : Self.isCommaSeparated(text) ? "," : "\t"
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var mayOpen = true
    var scalars = Substring(text).unicodeScalars
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          cell.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"" where mayOpen && Self.closes(scalars, before: separator): isQuoted = true
      case separator:
        row.append(String(cell).trimmed)
        cell.removeAll()
        mayOpen = true
        continue
      case "\n", "\r":
        if scalar == "\r", scalars.first == "\n" { continue }
        row.append(String(cell).trimmed)
        rows.append(row)
        cell.removeAll()
        row.removeAll()
        mayOpen = true
        continue
      default: cell.append(scalar)
      }
      mayOpen = false
    }
    row.append(String(cell).trimmed)
    rows.append(row)
    rows.removeAll { $0.allSatisfy { $0.isEmpty } }
    let width = rows.reduce(0) { max($0, $1.count) }
    self.rows = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
  }

  var width: Int { rows.first?.count ?? 0 }

  /// Whether a quote is closed by one that ends its cell: else it is a character as any other.
  private static func closes(
    _ rest: Substring.UnicodeScalarView, before separator: Unicode.Scalar
  ) -> Bool {
    var isAfterQuote = false
    for scalar in rest {
      if isAfterQuote {
        if scalar == separator || scalar == "\n" || scalar == "\r" { return true }
        if scalar != "\"" { return false }
        isAfterQuote = false
      } else {
        isAfterQuote = scalar == "\""
      }
    }
    return isAfterQuote
  }

  /// Whether every line has as many commas, and some.
  private static func isCommaSeparated(_ text: String) -> Bool {
    var counts: Set<Int> = []
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }) {
      counts.insert(line.utf8.reduce(0) { $0 + ($1 == 0x2C ? 1 : 0) })
    }
    return counts.count == 1 && !counts.contains(0)
      && text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }
}
