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
    // Most lines are of another form, and to match is slow.
    guard text.utf8.last == UInt8(ascii: "]") else { return nil }
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
