import RuleEngine

/// What was found of one application as GitHub Flavored Markdown, to paste into a document or a pull
/// request. Every table row is one line, and there is no HTML in it.
struct MarkdownReport {
  private let report: Report
  private let language: Language
  private let detail: ReportDetail
  private let phrases: ReportPhrases
  private let words: CriterionPhrases
  private let writer: MarkdownWriter

  init(_ report: Report, in language: Language, _ detail: ReportDetail, to writer: MarkdownWriter) {
    self.report = report
    self.language = language
    self.detail = detail
    self.writer = writer
    phrases = ReportPhrases(language: language)
    words = CriterionPhrases(report.application, in: language)
  }

  func write() {
    Self.writeHead(phrases.head(of: report).map { ($0, $1 ?? phrases.notGiven) }, phrases, writer)
    if report.isInvalid {
      writer.line("")
      writer.line(emphasis(phrases.invalid(report)))
    }
    writeDiagnostics()
    writeRulebooks()
  }

  /// Writes of an input that gave no report.
  static func write(_ error: UnreadInput, in language: Language, to writer: MarkdownWriter) {
    let phrases = ReportPhrases(language: language)
    let unread = Bilingual(zh: "不能读取", en: "Cannot be read")[language]
    writeHead([(phrases.file, error.name), (unread, error.text)], phrases, writer)
  }

  private static func writeHead(
    _ rows: [(name: String, value: String)], _ phrases: ReportPhrases, _ writer: MarkdownWriter
  ) {
    writer.line("## \(phrases.heading)")
    writer.line("")
    writer.header([phrases.itemHeading, phrases.contentHeading])
    for (name, value) in rows { writer.row([name, MarkdownText.of(value)]) }
  }

  private func emphasis(_ text: String) -> String { "**\(MarkdownText.of(text))**" }

  // MARK: Parts

  func writeDiagnostics() {
    if report.diagnostics.isEmpty { return }
    writer.heading(3, phrases.diagnosticsHeading)
    for diagnostic in report.diagnostics {
      let text = MarkdownText.of(diagnostic.text(in: language))
      writer.line(
        "- \(phrases.severity(diagnostic.severity))\(phrases.colon)"
          + "\(text) \(MarkdownText.code(diagnostic.codeName))\(phrases.comma)"
          + phrases.position(diagnostic.position))
    }
  }

  /// What was found, without the head.
  func writeRulebooks() {
    let notes = phrases.notes(on: report)
    if !notes.isEmpty { writer.line("") }
    for note in notes { writer.line("- \(MarkdownText.of(note))") }
    if report.rulebooks.isEmpty, !report.isInvalid {
      writer.line("")
      writer.line(emphasis(phrases.conclusion + phrases.colon + phrases.nothingToCheck))
    }
    for rulebook in report.rulebooks { write(rulebook) }
  }

  private func write(_ rulebook: RulebookReport) {
    let document = rulebook.rulebook.document
    writer.heading(3, phrases.title(document.title[language]))
    let identity = MarkdownText.code("\(rulebook.rulebook.id) sha256:\(rulebook.rulebook.digest)")
    let origin = phrases.origin(of: document).joined(separator: " · ")
    writer.line("\(identity) · " + MarkdownText.of(origin))
    let vocabulary = report.application.vocabulary
    for stage in vocabulary.stages(of: rulebook.clauses) {
      writer.heading(4, vocabulary.stageName(stage, in: language))
      writeTable(of: rulebook.clauses.filter { $0.article.stage == stage })
      if let construction = rulebook.construction, construction.period.stage == stage {
        writer.line("")
        writer.line(MarkdownText.of(phrases.construction(construction)))
      }
    }
    let sums = [
      phrases.counts(rulebook.counts), words.withoutProof(rulebook, isBrief: detail == .brief),
    ].compactMap { $0 }.map { MarkdownText.of($0) }
    let conclusion = emphasis(
      phrases.conclusion + phrases.colon + phrases.outcome(of: rulebook))
    writer.line("")
    writer.line(([conclusion] + sums).joined(separator: phrases.semicolon))
  }

  /// A row a clause; a clause that is not met has a row for each criterion that is not, and a
  /// verbose table has one for all.
  private func writeTable(of clauses: [ClauseReport]) {
    var header = [phrases.verdictHeading, phrases.clauseHeading, phrases.requirementHeading]
    if detail != .brief { header.append(phrases.remarksHeading) }
    if detail == .verbose { header.append(phrases.proofHeading) }
    writer.header(header)
    for clause in clauses {
      let citation = MarkdownText.of(clause.clause.citation[language])
      let criteria = clause.criteria.filter { detail == .verbose || $0.verdict != .pass }
      if detail == .brief || criteria.isEmpty {
        let cells = [
          phrases.mark(clause.verdict), citation, MarkdownText.of(clause.clause.title[language]),
        ]
        writer.row(detail == .brief ? cells : cells + [""])
        continue
      }
      for criterion in criteria { writer.row(cells(of: criterion, citation)) }
      let others = words.others(of: clause)
      if detail == .verbose, !others.isEmpty {
        writer.row([
          "", citation, phrases.otherEvidence, phrases.notOfTheProofsNamed,
          MarkdownText.of(others.joined(separator: phrases.semicolon)),
        ])
      }
    }
  }

  private func cells(of criterion: CriterionReport, _ citation: String) -> [String] {
    let remarks = [words.explanation(criterion), words.places(criterion)].compactMap { $0 }
    var cells = [
      phrases.mark(criterion.verdict), citation,
      MarkdownText.of(criterion.criterion.requirement[language]),
      MarkdownText.of(remarks.joined(separator: phrases.semicolon)),
    ]
    if detail == .verbose {
      let proof = [words.proof(criterion)].compactMap { $0 } + words.attached(to: criterion)
      cells.append(MarkdownText.of(proof.joined(separator: phrases.semicolon)))
    }
    return cells
  }
}
