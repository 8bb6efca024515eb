import Reports
package import Rules

extension RuleSource.Failure {
  /// Says what is wrong with the rules, without which a program ends.
  ///
  /// - Returns: the status that it ends with.
  package func report(in language: Language) -> ExitStatus {
    switch self {
    case .unreadable(let name, let error):
      StandardError.write(
        StandardError.line(about: name, error.text[language], code: "rule-cannot-read"))
    case .wrong(let errors):
      Self.show(errors, in: language)
    case .broken(let errors):
      // A verdict by those of its rules that do fit would be wrong.
      Self.show(errors, in: language)
      CrashHandler.end()
    }
    return .badRules
  }

  private static func show(_ errors: RuleErrors, in language: Language) {
    let bytes = ByteBuffer()
    for file in errors.files { DiagnosticPrinter(language: language).append(file, to: bytes) }
    bytes.withBytes { StandardError.write($0) }
  }
}
