import RuleEngine

/// A screening as GitHub Flavored Markdown: the candidates, who is one clause away, which clauses
/// stop most, the matrices.
struct ScreeningMarkdown {
  private let content: ScreeningContent
  private let screening: Screening
  private let language: Language
  private let phrases: ReportPhrases
  private let words: ScreeningPhrases
  private let writer: MarkdownWriter

  init(_ content: ScreeningContent, to writer: MarkdownWriter) {
    self.content = content
    self.writer = writer
    screening = content.screening
    language = content.language
    words = content.words
    phrases = ReportPhrases(language: language)
  }

  func write() {
    writeHead()
    writeCandidates()
    writeNearMisses()
    writeStopping()
    writeList(words.likenesses, screening.likenesses.map { words.likeness($0) })
    writeList(words.notRecommended, screening.notRecommended.map { words.notRecommended($0) })
    writeUnit()
    for group in content.groups { write(group) }
    writeSources()
  }

  private func bullet(_ text: String) { writer.line("- \(MarkdownText.of(text))") }

  /// A list under a heading, where there is something to list.
  private func writeList(_ heading: String, _ texts: [String]) {
    if texts.isEmpty { return }
    writer.heading(3, heading)
    for text in texts { bullet(text) }
  }

  private func row(_ cells: [String]) { writer.row(cells.map(MarkdownText.of)) }

  private func writeHead() {
    writer.line("## \(words.heading)")
    writer.line("")
    writer.header([phrases.itemHeading, phrases.contentHeading])
    if let line = content.unitLine { row([words.recommender, line]) }
    row([words.candidates, words.counts(content.counts)])
    let notes = content.quotas + content.notes
    if !notes.isEmpty { writer.line("") }
    for note in notes { bullet(note) }
    if content.sums.isEmpty { return }
    writer.heading(3, words.sums)
    let (header, rows) = words.table(of: content.sums)
    writer.header(header)
    for cells in rows { row(cells) }
  }

  // MARK: Candidates

  private func writeCandidates() {
    var header = [
      phrases.numberHeading, phrases.verdictHeading, phrases.applicant, words.creditCode,
      phrases.baseName, words.programme, phrases.baseType, words.date, words.proofs,
      phrases.obstaclesHeading, phrases.file,
    ]
    if content.isRanked { header.insert(words.rank, at: 1) }
    writer.heading(3, content.isRanked ? words.byRank : words.byDistance)
    writer.header(header)
    for row in screening.candidates { self.row(cells(of: row)) }
  }

  private func cells(of row: Screening.Row) -> [String] {
    let candidate = row.candidate
    var cells = [
      "\(row.number)", words.mark(candidate.outcome), candidate.name ?? "",
      candidate.creditCode ?? "", candidate.baseName ?? "",
      words.name(ofProgramme: candidate.programme), words.name(ofBaseType: candidate.baseType),
      candidate.applicationDate?.description ?? "", words.proofs(of: candidate) ?? "",
      (words.problems(of: candidate) + obstacles(of: candidate))
        .joined(separator: phrases.semicolon),
      candidate.place,
    ]
    if content.isRanked { cells.insert(row.rank.map { "\($0)" } ?? "", at: 1) }
    return cells
  }

  private func obstacles(of candidate: Candidate) -> [String] {
    candidate.results.flatMap { result in
      result.obstacles.map {
        let name = words.name(of: $0.clause, in: result.rulebook)
        return "\(phrases.sign($0.verdict)) \(words.obstacle($0, name))"
      }
    }
  }

  // MARK: What stands out

  private func writeNearMisses() {
    let misses = screening.nearMisses.map { miss in
      let name = words.name(of: miss.clause.clause, in: miss.result.rulebook)
      return "\(phrases.sign(miss.clause.verdict)) \(words.name(of: miss.row))\(phrases.colon)"
        + words.obstacle(miss.clause, name)
    }
    writeList(words.nearMisses, misses.isEmpty ? [words.none] : misses)
  }

  private func writeStopping() {
    guard !content.stopping.isEmpty else { return writeList(words.stopping, [words.none]) }
    writer.heading(3, words.stopping)
    writer.header([
      phrases.verdict(Verdict.fail), phrases.verdict(Verdict.unknown),
      phrases.verdict(Verdict.pass), words.clause,
    ])
    for tally in content.stopping {
      row([
        "\(tally.counts.fail)", "\(tally.counts.unknown)", "\(tally.counts.pass)",
        words.name(of: tally.clause, in: tally.rulebook),
      ])
    }
  }

  private func writeUnit() {
    guard let unit = content.unit, unit.isReadable else { return }
    if let reason = words.whyRecommenderIsNotJudged(in: screening) {
      return writeList(words.recommenderRules, [reason])
    }
    writeList(words.recommenderRules, words.roundsLeftOut(in: screening))
    for report in screening.recommenderReports {
      let part = MarkdownReport(report, in: language, .normal, to: writer)
      part.writeDiagnostics()
      part.writeRulebooks()
    }
  }

  private func write(_ group: ScreeningGroup) {
    writer.heading(3, words.matrix(of: group))
    writer.header(
      [phrases.numberHeading, phrases.applicant]
        + group.clauses.map { MarkdownText.of($0.citation[language]) })
    for (row, result) in group.rows {
      writer.row(
        ["\(row.number)", MarkdownText.of(row.candidate.name ?? "")]
          + result.clauses.map { phrases.sign($0.verdict) })
    }
  }

  private func writeSources() {
    writeList(
      words.sources,
      content.sources.rulebooks.map { rulebook in
        ([words.title(rulebook)] + phrases.origin(of: rulebook.document)
          + ["\(phrases.rulebook) \(rulebook.id)", "sha256:\(rulebook.digest)"])
          .joined(separator: " · ")
      })
    writeList(
      phrases.readings,
      content.sources.readings.map { text, citations in
        let list = citations.joined(separator: phrases.enumeration)
        return citations.isEmpty ? text : list + phrases.colon + text
      })
  }
}
