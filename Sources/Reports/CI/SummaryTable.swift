import RuleEngine

/// One table of all applications, for the summary of a step of a GitHub workflow: a row a rulebook.
struct SummaryTable {
  private let language: Language
  private let phrases: ReportPhrases

  init(_ language: Language) {
    self.language = language
    phrases = ReportPhrases(language: language)
  }

  /// Writes what stands over the rows.
  func begin(to bytes: ByteBuffer) {
    let writer = MarkdownWriter(bytes)
    // Other tools write to the same file; a table needs an empty line before it.
    writer.heading(3, phrases.heading)
    writer.header([
      phrases.verdictHeading, phrases.file, phrases.applicant, phrases.rulebook, phrases.baseType,
      phrases.verdict(.pass), phrases.verdict(.fail), phrases.verdict(.unknown),
      phrases.obstaclesHeading,
    ])
  }

  func append(_ report: Report, to bytes: ByteBuffer) {
    let application = report.application
    let name = application.string("applicant.name") ?? ""
    if report.isInvalid {
      row(.invalid, application.place, name, remark: phrases.invalid(report), to: bytes)
    }
    for rulebook in report.rulebooks {
      let obstacles = rulebook.clauses.filter { $0.verdict != .pass }.map {
        "\(phrases.sign($0.verdict)) \($0.clause.citation[language])"
      }
      let type = application.vocabulary.baseTypeName(rulebook.baseType, in: language)
      row(
        rulebook.outcome, application.place, name, [rulebook.rulebook.id, type],
        rulebook.counts, remark: obstacles.joined(separator: phrases.enumeration), to: bytes)
    }
  }

  func append(_ error: UnreadInput, to bytes: ByteBuffer) {
    row(nil, error.name, "", remark: error.text, to: bytes)
  }

  private func row(
    _ outcome: Outcome?, _ place: String, _ name: String, _ rulebook: [String] = ["", ""],
    _ counts: VerdictCounts? = nil, remark: String, to bytes: ByteBuffer
  ) {
    let cells = [place, name] + rulebook
    let numbers = counts.map { ["\($0.pass)", "\($0.fail)", "\($0.unknown)"] } ?? ["", "", ""]
    MarkdownWriter(bytes).row(
      [phrases.mark(outcome)] + cells.map { MarkdownText.of($0) } + numbers
        + [MarkdownText.of(remark)])
  }
}
