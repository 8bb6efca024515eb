import Foundation

/// What is wrong with the source lines and carets under the diagnostics; empty if all line up.
///
/// A line whose width is a matter of taste (control characters, emoji, quotation marks that are
/// narrow in one font and wide in another) must have its caret, but anywhere.
func caretFaults(in shown: [String], file: String, source: Data) -> [String] {
  let sourceLines = source.split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  var faults: [String] = []
  for (index, header) in shown.enumerated() {
    guard let diagnostic = ShownDiagnostic(header), diagnostic.file == file else { continue }
    guard index + 2 < shown.count, shown[index + 2].contains("^") else {
      faults.append("no line and caret under: \(header)")
      continue
    }
    guard sourceLines.indices.contains(diagnostic.line - 1),
      let text = String(bytes: sourceLines[diagnostic.line - 1], encoding: .utf8)
    else { continue }
    let echo = Array(shown[index + 1].unicodeScalars)
    let caret = width(shown[index + 2].prefix { $0 != "^" }.unicodeScalars)
    if let fault = caretFault(at: caret, in: echo, column: diagnostic.column, of: text) {
      faults.append("\(fault)\n\(shown[index...(index + 2)].joined(separator: "\n"))")
    }
  }
  return faults
}

private func caretFault(
  at caret: Int, in echo: [Unicode.Scalar], column: Int, of text: String
) -> String? {
  var line = Array(text.unicodeScalars)
  if line.last == "\r" { line.removeLast() }
  if line.first == "\u{FEFF}" { line.removeFirst() }
  guard line.allSatisfy(hasCertainWidth) else { return nil }
  if column > line.count + 1 { return "the column is beyond the line's end" }
  // A longer line may be shown in part: then what stands over the caret must be the right thing.
  if width(line) > 60 {
    guard column <= line.count, line[column - 1] != " " else { return nil }
    var passed = 0
    let over = echo.first { scalar in
      defer { passed += width([scalar]) }
      return passed == caret
    }
    return over == line[column - 1] ? nil : "another character stands over the caret"
  }
  guard let start = line.firstIndex(where: { $0 != " " }),
    let end = line.lastIndex(where: { $0 != " " })
  else { return nil }
  let core = line[start...end]
  guard let found = echo.indices.first(where: { echo[$0...].starts(with: core) }) else {
    return "the line is not shown"
  }
  let target = column - 1
  let offset =
    target >= start ? width(line[start..<target]) : -width(line[target..<start])
  let expected = width(echo[..<found]) + offset
  return caret == expected ? nil : "the caret is in column \(caret), not \(expected)"
}

private func hasCertainWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E: true
  case 0x3000...0x3029, 0x3400...0x9FFF, 0xFF01...0xFF60: true
  default: false
  }
}
