import Foundation

/// A diagnostic as standard error shows it.
struct ShownDiagnostic: Hashable {
  let file: String
  let line: Int
  let column: Int
  let severity: String
  let message: String
  let code: String

  /// Reads `FILE:LINE:COLUMN: error: message [code]`; nil if the line is of another form.
  init?(_ text: String) {
    let pattern = #/(.*?):(\d+):(\d+): (error|warning): (.+) \[([a-z][a-z0-9-]*)\]/#
    guard let match = text.wholeMatch(of: pattern), let line = Int(match.2),
      let column = Int(match.3)
    else { return nil }
    file = String(match.1)
    self.line = line
    self.column = column
    severity = String(match.4)
    message = String(match.5)
    code = String(match.6)
  }
}

extension Run {
  /// Standard error's lines; only LF ends one.
  var errorLines: [String] { lines(of: stderr) }

  var outputLines: [String] { lines(of: stdout) }

  var shownDiagnostics: [ShownDiagnostic] { errorLines.compactMap(ShownDiagnostic.init) }
}

private func lines(of data: Data) -> [String] {
  var parts = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  if parts.last == "" { parts.removeLast() }
  return parts
}

/// How many columns a terminal gives to the text: two for a Chinese character.
func width(_ text: some Sequence<Unicode.Scalar>) -> Int {
  text.reduce(0) { $0 + width($1) }
}

func width(_ text: String) -> Int { width(text.unicodeScalars) }

private func width(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

/// What is wrong with the source lines and carets under the diagnostics; empty if all line up.
///
/// A line whose width is a matter of taste (control characters, emoji, quotation marks that are
/// narrow in one font and wide in another) must have its caret, but anywhere.
func caretFaults(of run: Run, file: String, source: Data) -> [String] {
  let sourceLines = source.split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  let shown = run.errorLines
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
