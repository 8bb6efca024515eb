import RuleEngine

/// A screening as GitHub Flavored Markdown: the candidates, who is one clause away, which clauses
/// stop most, the matrices.
struct ScreeningMarkdown {
  private let screening: Screening
  private let unit: RecommendingUnit?
  private let language: Language
  private let phrases: ReportPhrases
  private let words: ScreeningPhrases

  init(
    _ screening: Screening, _ unit: RecommendingUnit?, _ vocabulary: Vocabulary,
    _ language: Language
  ) {
    self.screening = screening
    self.unit = unit
    self.language = language
    phrases = ReportPhrases(language: language)
    words = ScreeningPhrases(language: language, vocabulary: vocabulary)
  }

  func append(to bytes: ByteBuffer) {
    let writer = MarkdownWriter(bytes)
    for line in [head, candidates, nearMisses, stopping, repetitions].joined() { writer.line(line) }
    writeRecommenderRules(to: writer)
    for line in ScreeningGroup.groups(of: screening).flatMap(matrix) { writer.line(line) }
  }

  private func heading(_ text: String) -> [String] { ["", "### \(MarkdownText.of(text))", ""] }

  private func bullet(_ text: String) -> String { "- \(MarkdownText.of(text))" }

  private var head: [String] {
    var rows = [(words.candidates, words.counts(ScreeningCounts(screening)))]
    if let unit {
      let name = unit.name ?? (unit.isReadable ? phrases.notGiven : unit.source)
      let said =
        unit.isReadable
        ? screening.recommenderOutcome.map { words.mark($0) } : words.mark(nil)
      rows.insert(
        (words.recommender, [name, said].compactMap { $0 }.joined(separator: " · ")), at: 0)
    }
    return ["## \(words.heading)", ""]
      + MarkdownText.header([phrases.itemHeading, phrases.contentHeading])
      + rows.map { MarkdownText.row([$0.0, MarkdownText.of($0.1)]) }
  }

  private var candidates: [String] {
    let isRanked = screening.candidates.contains { $0.rank != nil }
    var header = [
      phrases.numberHeading, phrases.verdictHeading, phrases.applicant, phrases.baseName,
      phrases.baseType,
      phrases.obstaclesHeading, phrases.file,
    ]
    if isRanked { header.insert(words.rank, at: 1) }
    return heading(isRanked ? words.byRank : words.byDistance) + MarkdownText.header(header)
      + screening.candidates.map { row in
        let candidate = row.candidate
        var cells = [
          "\(row.number)", words.mark(candidate.outcome), candidate.name ?? "",
          candidate.baseName ?? "",
          words.name(ofBaseType: candidate.baseType), obstacles(of: candidate),
          candidate.place,
        ]
        if isRanked { cells.insert(row.rank.map { "\($0)" } ?? "", at: 1) }
        return MarkdownText.row(cells.map(MarkdownText.of))
      }
  }

  private func obstacles(of candidate: Candidate) -> String {
    if candidate.outcome == .invalid { return words.errors(candidate.errorCount) }
    return candidate.results.flatMap { result in
      result.obstacles.map {
        "\(phrases.sign($0.verdict)) \(words.obstacle($0, of: result, phrases))"
      }
    }.joined(separator: phrases.semicolon)
  }

  private var nearMisses: [String] {
    let misses = screening.nearMisses.map { miss in
      "\(phrases.sign(miss.clause.verdict)) \(miss.row.number) "
        + "\(miss.row.candidate.name ?? miss.row.candidate.source)\(phrases.colon)"
        + words.obstacle(miss.clause, of: miss.result, phrases)
    }
    return heading(words.nearMisses) + (misses.isEmpty ? [words.none] : misses).map(bullet)
  }

  private var stopping: [String] {
    let tallies = screening.clauses.filter { $0.counts.fail + $0.counts.unknown > 0 }
    guard !tallies.isEmpty else { return heading(words.stopping) + [bullet(words.none)] }
    return heading(words.stopping)
      + MarkdownText.header([
        phrases.verdict(Verdict.fail), phrases.verdict(Verdict.unknown),
        phrases.verdict(Verdict.pass), words.clause,
      ])
      + tallies.map { tally in
        MarkdownText.row([
          "\(tally.counts.fail)", "\(tally.counts.unknown)", "\(tally.counts.pass)",
          MarkdownText.of(words.name(of: tally.clause, in: tally.rulebook)),
        ])
      }
  }

  private var repetitions: [String] {
    if screening.repetitions.isEmpty { return [] }
    return heading(words.repetitions) + screening.repetitions.map { bullet(words.repetition($0)) }
  }

  private func writeRecommenderRules(to writer: MarkdownWriter) {
    guard let unit, unit.isReadable else { return }
    if let reason = words.whyRecommenderIsNotJudged(in: screening) {
      for line in heading(words.recommenderRules) + [bullet(reason)] { writer.line(line) }
      return
    }
    for report in screening.recommenderReports {
      let part = MarkdownReport(report, in: language, .normal, to: writer)
      part.writeDiagnostics()
      part.writeRulebooks()
    }
  }

  private func matrix(of group: ScreeningGroup) -> [String] {
    heading(words.matrix(of: group, phrases))
      + MarkdownText.header(
        [phrases.numberHeading, phrases.applicant]
          + group.clauses.map { MarkdownText.of($0.citation[language]) })
      + group.rows.map { row in
        MarkdownText.row(
          ["\(row.row.number)", MarkdownText.of(row.row.candidate.name ?? "")]
            + row.result.clauses.map { phrases.sign($0.verdict) })
      }
  }
}
