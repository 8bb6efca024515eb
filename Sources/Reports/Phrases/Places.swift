package import RuleEngine

// Where something stands, as editors and terminals read it.
extension SourcePosition {
  /// `a.json:3:5`
  package func place(in file: String) -> String { "\(file):\(line):\(column)" }
}

extension Application {
  /// The name of its file.
  package var source: String { text.name }

  /// The file, with the line where it is one of many: `a.ndjson:3`.
  package var place: String { text.isOneLine ? "\(source):\(text.firstLine)" : source }
}

extension Candidate {
  /// The file, with the line where it is one of many.
  var place: String { isOneLine ? "\(source):\(line)" : source }
}

extension Diagnostic {
  /// `a.json:3:5: warning: message [code]`, as standard error has it.
  func line(in file: String, _ language: Language) -> String {
    "\(SafeText.of(position.place(in: file))): \(severity.rawValue): \(SafeText.of(text(in: language))) [\(codeName)]"
  }
}
