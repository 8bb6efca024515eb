import Foundation

/// A table read as strictly as RFC 4180 lays it down, after a byte-order mark.
struct CSV {
  enum Fault: Error, Equatable {
    case noByteOrderMark
    case notUTF8
    /// A quote in a cell that is not quoted, or something after the quote that ends one.
    case strayQuote(row: Int)
    /// A line break of another form than CRLF outside quotes.
    case strayLineBreak(row: Int)
    case unfinished
    case uneven(row: Int, cells: Int, expected: Int)
  }

  /// All rows have the same number of cells.
  let rows: [[String]]

  var header: [String] { rows.first ?? [] }

  /// Of a screening's table: how many rows are candidates; remarks have no number.
  var candidateCount: Int { rows.dropFirst().count { $0.first?.isEmpty == false } }

  init(_ data: Data) throws(Fault) {
    guard data.starts(with: [0xEF, 0xBB, 0xBF]) else { throw .noByteOrderMark }
    guard let text = String(bytes: data.dropFirst(3), encoding: .utf8) else { throw .notUTF8 }
    var reader = Reader(scalars: Array(text.unicodeScalars))
    rows = try reader.read()
    for (index, row) in rows.enumerated() where row.count != header.count {
      throw .uneven(row: index, cells: row.count, expected: header.count)
    }
  }

  /// The cells of a row, by what the header calls them, as a spreadsheet shows them: `="00123"` is a
  /// formula that gives 00123.
  subscript(row: Int, column: String) -> String? {
    guard let cell = self[raw: row, column] else { return nil }
    guard cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.count > 2 else { return cell }
    let text = cell.dropFirst(2).dropLast()
    return text.contains("\"") ? cell : String(text)
  }

  /// The cells as they are written.
  subscript(raw row: Int, column: String) -> String? {
    header.firstIndex(of: column).map { rows[row][$0] }
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    private var index = 0
    private var rows: [[String]] = []
    private var row: [String] = []

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func read() throws(Fault) -> [[String]] {
      while next != nil {
        row.append(next == "\"" ? try quoted() : try bare())
        switch next {
        case ",": index += 1
        case "\r":
          guard index + 1 < scalars.count, scalars[index + 1] == "\n" else {
            throw .strayLineBreak(row: rows.count)
          }
          index += 2
          rows.append(row)
          row = []
        case "\n": throw .strayLineBreak(row: rows.count)
        case nil: throw .unfinished
        default: throw .strayQuote(row: rows.count)
        }
      }
      guard row.isEmpty else { throw .unfinished }
      return rows
    }

    private mutating func bare() throws(Fault) -> String {
      var cell = String.UnicodeScalarView()
      while let scalar = next, ![",", "\r", "\n"].contains(scalar) {
        if scalar == "\"" { throw .strayQuote(row: rows.count) }
        cell.append(scalar)
        index += 1
      }
      return String(cell)
    }

    private mutating func quoted() throws(Fault) -> String {
      var cell = String.UnicodeScalarView()
      index += 1
      while let scalar = next {
        index += 1
        if scalar == "\"" {
          guard next == "\"" else { return String(cell) }
          index += 1
        }
        cell.append(scalar)
      }
      throw .unfinished
    }
  }
}
