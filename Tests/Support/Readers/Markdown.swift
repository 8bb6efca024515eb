import Foundation

/// What a reader of GitHub Flavored Markdown makes of a document of the program's: its tables, and
/// the text of their cells without escapes.
struct Markdown {
  struct Fault: Error, CustomStringConvertible { let description: String }

  /// Each table's rows, the header first.
  private(set) var tables: [[[String]]] = []
  private(set) var headings: [String] = []

  init(_ text: String) throws {
    var isTable = false
    for line in text.components(separatedBy: "\n") {
      guard line.hasPrefix("|") else {
        isTable = false
        if line.hasPrefix("#") { headings.append(String(line.drop { $0 == "#" }.dropFirst())) }
        continue
      }
      let cells = try Self.cells(line)
      if !isTable { tables.append([]) }
      isTable = true
      if cells.allSatisfy({ $0 == "---" }) { continue }
      if let first = tables[tables.count - 1].first, first.count != cells.count {
        throw Fault(description: "\(cells.count) cells: \(line)")
      }
      tables[tables.count - 1].append(cells)
    }
  }

  private static func cells(_ line: String) throws -> [String] {
    var cells = [""]
    var isEscaped = false
    let special = CharacterSet.punctuationCharacters.union(.symbols)
    for scalar in line.dropFirst().unicodeScalars {
      if isEscaped {
        guard scalar.isASCII, special.contains(scalar) else {
          throw Fault(description: "a stray backslash: \(line)")
        }
        cells[cells.count - 1].unicodeScalars.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        cells.append("")
      } else if "<>`*_[]".unicodeScalars.contains(scalar) {
        throw Fault(description: "\(scalar) is not escaped: \(line)")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    guard cells.popLast() == "", !isEscaped else { throw Fault(description: line) }
    return cells.map {
      var text = $0.trimmingCharacters(in: .whitespaces)
      for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
        text = text.replacingOccurrences(of: entity, with: character)
      }
      return text
    }
  }
}
