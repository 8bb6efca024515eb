import Foundation
import RuleEngine

/// Everything that is wrong in rules/, a line each, in the form in which compilers tell errors.
struct Complaints: Error {
  var lines: [String] = []

  /// Something wrong with a file as a whole.
  mutating func add(_ path: String, _ sentence: String, code: String) {
    lines.append("\(path): error: \(sentence) [\(code)]")
  }

  mutating func add(_ errors: RuleErrors) {
    for file in errors.files {
      for diagnostic in file.diagnostics {
        let position = diagnostic.position
        lines.append(
          "\(file.text.name):\(position.line):\(position.column): \(diagnostic.severity.rawValue): "
            + "\(Self.onOneLine(diagnostic.text(in: .en))) [\(diagnostic.codeName)]")
      }
    }
  }

  /// The text with what would break its line, or the terminal, in escaped form.
  private static func onOneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        line += scalar.escaped(asASCII: true)
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

enum Complaint {
  static func write(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
