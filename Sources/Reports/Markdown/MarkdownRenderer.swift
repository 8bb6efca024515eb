import RuleEngine

/// The report as GitHub Flavored Markdown, to paste into a document or a pull request. Every table
/// row is one line, and there is no HTML in it.
struct MarkdownRenderer: ReportRenderer {
  let language: Language
  let detail: ReportDetail

  var prologue: [UInt8] { [] }
  var separator: [UInt8] { [0x0A] }
  var epilogue: [UInt8] { [] }

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    let phrases = TextPhrases(language: language, vocabulary: report.application.vocabulary)
    var lines = head(of: report, source, phrases)
    if report.isInvalid {
      lines += ["", emphasis(phrases.invalid(report.diagnostics.count { $0.severity == .error }))]
    }
    lines += problems(of: report, phrases)
    lines += parts(of: report, phrases)
    append(lines, to: bytes)
  }

  func append(_ error: UnreadInput, about name: String, to bytes: ByteBuffer) -> Bool {
    let isChinese = language == .zh
    let rows = [
      [isChinese ? "申报文件" : "File", name],
      [isChinese ? "不能读取" : "Cannot be read", error.text],
    ]
    let heading = isChinese ? "创新基地申报条件检查" : "Innovation base: check of the conditions"
    let header = MarkdownText.header(isChinese ? ["项目", "内容"] : ["Item", "Content"])
    append(
      ["## \(heading)", ""] + header
        + rows.map { MarkdownText.row([$0[0], MarkdownText.of($0[1])]) }, to: bytes)
    return true
  }

  private func append(_ lines: [String], to bytes: ByteBuffer) {
    for line in lines {
      bytes.append(text: line)
      bytes.append(0x0A)
    }
  }

  private func emphasis(_ text: String) -> String { "**\(MarkdownText.of(text))**" }

  // MARK: Parts

  private func head(of report: Report, _ source: String, _ phrases: TextPhrases) -> [String] {
    ["## \(phrases.heading)", ""]
      + MarkdownText.header([phrases.itemHeading, phrases.contentHeading])
      + phrases.head(of: report, source: source).map {
        MarkdownText.row([$0.name, MarkdownText.of($0.value ?? phrases.notGiven)])
      }
  }

  func problems(of report: Report, _ phrases: TextPhrases) -> [String] {
    if report.diagnostics.isEmpty { return [] }
    return ["", "### \(phrases.diagnosticsHeading)", ""]
      + report.diagnostics.map { diagnostic in
        let text = MarkdownText.of(diagnostic.text(in: language))
        return "- \(phrases.severity(diagnostic.severity))\(phrases.colon)"
          + "\(text) \(MarkdownText.code(diagnostic.codeName))\(phrases.comma)"
          + phrases.position(diagnostic.position)
      }
  }

  /// What was found, rulebook by rulebook.
  func parts(of report: Report, _ phrases: TextPhrases) -> [String] {
    let notes = phrases.notes(on: report).map { "- \(MarkdownText.of($0))" }
    var lines = (notes.isEmpty ? [] : [""]) + notes
    if report.rulebooks.isEmpty, !report.isInvalid {
      lines += ["", emphasis(phrases.conclusion + phrases.colon + phrases.nothingToCheck)]
    }
    return lines + report.rulebooks.flatMap { part($0, phrases) }
  }

  private func part(_ rulebook: RulebookReport, _ phrases: TextPhrases) -> [String] {
    let document = rulebook.rulebook.document
    var lines = ["", "### \(MarkdownText.of(phrases.title(document.title[language])))", ""]
    let origin = [
      document.number ?? phrases.noNumber, document.authority[language],
      document.issued?.description ?? phrases.noDate,
    ]
    let identity = MarkdownText.code("\(rulebook.rulebook.id) sha256:\(rulebook.rulebook.digest)")
    lines.append("\(identity) · " + MarkdownText.of(origin.joined(separator: " · ")))
    for stage in phrases.stages(of: rulebook.clauses) {
      lines += ["", "#### \(MarkdownText.of(phrases.stage(stage)))", ""]
      let clauses = rulebook.clauses.filter { $0.article.stage == stage }
      lines += table(clauses, of: rulebook.application, phrases)
      if let construction = rulebook.construction, construction.period.stage == stage {
        lines += ["", MarkdownText.of(phrases.construction(construction))]
      }
    }
    let declared = rulebook.judgements.count { $0.criterion.criterion.basis == .declared }
    let outcome = phrases.outcome(
      rulebook.outcome, declared: declared, isApplication: rulebook.rulebook.about == nil)
    let words = CriterionPhrases(phrases, rulebook.application)
    let withoutProof = words.withoutProof(rulebook, isBrief: detail == .brief)
    let sums = [phrases.counts(rulebook.counts), withoutProof].compactMap { $0 }.map(
      MarkdownText.of)
    let conclusion = emphasis(phrases.conclusion + phrases.colon + outcome)
    return lines + ["", ([conclusion] + sums).joined(separator: phrases.semicolon)]
  }

  /// A row a clause; a clause that is not met has a row for each criterion that is not, and with
  /// `--verbose` all have.
  private func table(
    _ clauses: [ClauseReport], of application: Application, _ phrases: TextPhrases
  ) -> [String] {
    let words = CriterionPhrases(phrases, application)
    var header = [phrases.verdictHeading, phrases.clauseHeading, phrases.requirementHeading]
    if detail != .brief { header.append(phrases.remarksHeading) }
    if detail == .verbose { header.append(phrases.proofHeading) }
    var lines = MarkdownText.header(header)
    for clause in clauses {
      let citation = MarkdownText.of(clause.clause.citation[language])
      let criteria = clause.criteria.filter { detail == .verbose || $0.verdict != .pass }
      if detail == .brief || criteria.isEmpty {
        let cells = [
          mark(clause.verdict, phrases), citation, MarkdownText.of(clause.clause.title[language]),
        ]
        lines.append(MarkdownText.row(detail == .brief ? cells : cells + [""]))
        continue
      }
      for criterion in criteria {
        let remarks = [words.explanation(criterion), words.places(criterion)]
        var cells = [
          mark(criterion.verdict, phrases), citation,
          MarkdownText.of(criterion.criterion.requirement[language]),
          MarkdownText.of(remarks.compactMap { $0 }.joined(separator: phrases.semicolon)),
        ]
        if detail == .verbose {
          let proof = [words.proof(criterion)].compactMap { $0 } + words.attached(to: criterion)
          cells.append(MarkdownText.of(proof.joined(separator: phrases.semicolon)))
        }
        lines.append(MarkdownText.row(cells))
      }
    }
    return lines
  }

  private func mark(_ verdict: Verdict, _ phrases: TextPhrases) -> String {
    "\(phrases.sign(verdict)) \(phrases.verdict(verdict))"
  }
}

/// One table of all applications, for the summary of a step of a GitHub workflow: a row a rulebook.
struct SummaryRenderer: ReportRenderer {
  let language: Language
  let vocabulary: Vocabulary

  private var phrases: TextPhrases { TextPhrases(language: language, vocabulary: vocabulary) }
  private var words: ScreeningPhrases {
    ScreeningPhrases(language: language, vocabulary: vocabulary)
  }

  var prologue: [UInt8] {
    let header = MarkdownText.header([
      phrases.verdictHeading, phrases.file, phrases.applicant, phrases.rulebook, phrases.baseType,
      phrases.verdict(Verdict.pass), phrases.verdict(Verdict.fail),
      phrases.verdict(Verdict.unknown), phrases.obstaclesHeading,
    ])
    // Other tools write to the same file; a table needs an empty line before it.
    return Array((["", "### \(phrases.heading)", ""] + header).map { $0 + "\n" }.joined().utf8)
  }
  var separator: [UInt8] { [] }
  var epilogue: [UInt8] { [0x0A] }

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    let application = report.application
    let name = MarkdownText.of(application.string("applicant.name") ?? "")
    let place = MarkdownText.of(application.place(source))
    if report.isInvalid {
      let errors = report.diagnostics.count { $0.severity == .error }
      append(
        [
          words.mark(.invalid), place, name, "", "", "",
          "", "", MarkdownText.of(phrases.invalid(errors)),
        ], to: bytes)
    }
    if report.rulebooks.isEmpty, !report.isInvalid {
      append(
        [
          words.mark(.undetermined), place, name, "", "", "", "", "",
          MarkdownText.of(phrases.nothingToCheck),
        ], to: bytes)
    }
    for rulebook in report.rulebooks {
      let counts = rulebook.counts
      let obstacles = rulebook.clauses.filter { $0.verdict != .pass }.map {
        "\(phrases.sign($0.verdict)) \($0.clause.citation[language])"
      }
      append(
        [
          words.mark(rulebook.outcome), place, name,
          MarkdownText.of(rulebook.rulebook.id),
          MarkdownText.of(phrases.name(ofBaseType: rulebook.baseType)), "\(counts.pass)",
          "\(counts.fail)", "\(counts.unknown)",
          MarkdownText.of(obstacles.joined(separator: phrases.enumeration)),
        ], to: bytes)
    }
  }

  func append(_ error: UnreadInput, about name: String, to bytes: ByteBuffer) -> Bool {
    append(
      [
        words.mark(nil), MarkdownText.of(name), "", "", "", "", "",
        "", MarkdownText.of(error.text),
      ], to: bytes)
    return true
  }

  private func append(_ cells: [String], to bytes: ByteBuffer) {
    bytes.append(text: MarkdownText.row(cells))
    bytes.append(0x0A)
  }
}
