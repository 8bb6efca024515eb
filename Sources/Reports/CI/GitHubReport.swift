import RuleEngine

/// The report as workflow commands of GitHub Actions: an annotation for each criterion that is not
/// met (an error) or open (a warning), and for each error and warning in the data.
struct GitHubReport {
  let language: Language

  func append(_ report: Report, to bytes: ByteBuffer) {
    let phrases = ReportPhrases(language: language)
    let words = CriterionPhrases(report.application, in: language)
    let source = report.application.source
    for diagnostic in report.diagnostics {
      let command = WorkflowCommand(
        name: diagnostic.severity.rawValue, file: source, start: diagnostic.position,
        title: "\(phrases.severity(diagnostic.severity)) \(diagnostic.codeName)",
        message: diagnostic.text(in: language))
      command.append(to: bytes)
    }
    for note in phrases.notes(on: report) {
      WorkflowCommand(name: "notice", file: source, title: phrases.note, message: note)
        .append(to: bytes)
    }
    for clause in report.rulebooks.flatMap({ $0.clauses }) {
      guard let note = words.otherEvidence(of: clause),
        let first = clause.otherEvidence.first.map({ report.application.range(of: $0.reference) })
      else { continue }
      WorkflowCommand(
        name: "notice", file: source, start: first.start, end: first.end, title: phrases.note,
        message: note
      ).append(to: bytes)
    }
    for judgement in report.judgements where judgement.verdict != .pass {
      let range = judgement.range
      let citation = judgement.clause.clause.citation[language]
      let requirement = judgement.criterion.criterion.requirement[language]
      let command = WorkflowCommand(
        name: judgement.verdict == .fail ? "error" : "warning", file: source, start: range.start,
        end: range.end,
        title: "\(phrases.verdict(judgement.verdict)) \(citation) \(judgement.name)",
        message: "\(requirement)\(phrases.colon)\(words.explanation(judgement.criterion))")
      command.append(to: bytes)
    }
  }

  func append(_ error: UnreadInput, to bytes: ByteBuffer) {
    let command = WorkflowCommand(
      name: "error", file: error.name, title: error.code, message: error.text)
    command.append(to: bytes)
  }
}

/// `::error file=a.json,line=3,col=5,endColumn=9,title=…::message`
struct WorkflowCommand {
  /// `error`, `warning` or `notice`.
  let name: String
  let file: String
  var start: SourcePosition?
  /// The position after the last character.
  var end: SourcePosition?
  let title: String
  let message: String

  func append(to bytes: ByteBuffer) {
    var properties = [("file", file)]
    if let start {
      properties += [("line", "\(start.line)"), ("col", "\(start.column)")]
      // GitHub takes columns only within one line.
      if let end, end.line == start.line { properties.append(("endColumn", "\(end.column)")) }
    }
    properties.append(("title", title))
    let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
    bytes.append(text: "::\(name) \(list)::\(Self.data(message))\n")
  }

  /// A text as a command's data. What steers a terminal, and what is itself like a command, is
  /// escaped visibly before: the runner turns only its own escapes back.
  static func data(_ text: String) -> String { escape(SafeText.of(text), ["%", "\r", "\n"]) }

  /// A text as a property's value.
  static func property(_ text: String) -> String {
    escape(SafeText.of(text), ["%", "\r", "\n", ":", ","])
  }

  private static func escape(_ text: String, _ special: [Unicode.Scalar]) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
