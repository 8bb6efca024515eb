import RuleEngine

/// A screening for people, in columns that line up with Chinese text.
struct ScreeningText {
  private let screening: Screening
  private let unit: RecommendingUnit?
  private let language: Language
  private let phrases: ReportPhrases
  private let words: ScreeningPhrases
  private let lines: TextWriter

  init(
    _ screening: Screening, _ unit: RecommendingUnit?, _ vocabulary: Vocabulary,
    _ language: Language, to lines: TextWriter
  ) {
    self.screening = screening
    self.unit = unit
    self.language = language
    self.lines = lines
    phrases = ReportPhrases(language: language)
    words = ScreeningPhrases(language: language, vocabulary: vocabulary)
  }

  func write() {
    writeHead()
    writeCandidates()
    for group in ScreeningGroup.groups(of: screening) { write(group) }
    writeNearMisses()
    writeTallies()
    writeRepetitions()
    writeRecommender()
  }

  private func writeHead() {
    lines.add(words.heading, isBold: true)
    var rows: [(name: String, value: String)] = [
      (words.candidates, words.counts(ScreeningCounts(screening)))
    ]
    if let unit {
      let name = unit.name ?? (unit.isReadable ? phrases.notGiven : unit.source)
      let said =
        unit.isReadable
        ? screening.recommenderOutcome.map { words.name(of: $0) } : words.name(of: nil)
      rows.insert(
        (words.recommender, [name, said].compactMap { $0 }.joined(separator: " · ")), at: 0)
    }
    lines.add(rows: rows)
  }

  // MARK: Candidates

  private func writeCandidates() {
    lines.add("")
    let isRanked = screening.candidates.contains { $0.rank != nil }
    lines.add(isRanked ? words.byRank : words.byDistance, isBold: true)
    for row in screening.candidates { write(row) }
  }

  /// What could not be read has the longest word.
  private var markWidth: Int { DisplayWidth.of(words.mark(nil)) }

  private func write(_ row: Screening.Row) {
    let candidate = row.candidate
    let rank = row.rank.map { words.rank($0) }
    let title = [
      rank, candidate.name ?? candidate.source, candidate.baseName,
      candidate.baseType.map { words.name(ofBaseType: $0) },
    ].compactMap { $0 }.joined(separator: " · ")
    lines.add(
      title,
      mark: "#\(row.number) \(DisplayWidth.pad(words.mark(candidate.outcome), to: markWidth))  ",
      verdict: candidate.outcome.map { Verdict($0) } ?? .fail)
    let indent = "   "
    lines.add(
      candidate.place,
      first: indent)
    if candidate.outcome == .invalid {
      lines.add(words.errors(candidate.errorCount), first: indent)
    }
    for result in candidate.results {
      for judged in result.obstacles {
        let sign = phrases.sign(judged.verdict)
        lines.add(words.obstacle(judged, of: result, phrases), first: indent + sign + " ")
      }
    }
  }

  // MARK: Matrix

  private func write(_ group: ScreeningGroup) {
    lines.add("")
    lines.add(words.matrix(of: group, phrases), isBold: true)
    let ids = group.clauses.map { $0.id }
    let names = group.rows.map {
      "#\($0.row.number) \($0.row.candidate.name ?? $0.row.candidate.source)"
    }
    let nameWidth = min(24, names.map { DisplayWidth.of(SafeText.of($0)) }.max() ?? 0)
    let widths = ids.map { max(2, DisplayWidth.of($0)) + 1 }
    // As many columns as fit go side by side.
    var first = 0
    while first < ids.count {
      var (end, used) = (first, nameWidth + 1)
      while end < ids.count, end == first || used + widths[end] <= TextWriter.width {
        used += widths[end]
        end += 1
      }
      if first > 0 { lines.add("") }
      lines.add(
        row: DisplayWidth.pad("", to: nameWidth + 1)
          + (first..<end).map { Self.right(ids[$0], widths[$0]) }.joined(), verdict: nil)
      for (name, row) in zip(names, group.rows) {
        let cells = (first..<end).map { column in
          Self.right(phrases.sign(row.result.clauses[column].verdict), widths[column])
        }
        let name = DisplayWidth.pad(
          DisplayWidth.cut(SafeText.of(name), to: nameWidth), to: nameWidth + 1)
        lines.add(row: name + cells.joined(), verdict: nil)
      }
      first = end
    }
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }

  // MARK: What stands out

  private func writeNearMisses() {
    let misses = screening.nearMisses
    lines.add("")
    lines.add(words.nearMisses, isBold: true)
    if misses.isEmpty { lines.add(words.none, first: "  ") }
    for (row, result, judged) in misses {
      let name = "#\(row.number) \(row.candidate.name ?? row.candidate.source)\(phrases.colon)"
      lines.add(
        name + words.obstacle(judged, of: result, phrases),
        first: "  \(phrases.sign(judged.verdict)) ")
    }
  }

  private func writeTallies() {
    let stopping = screening.clauses.filter { $0.counts.fail + $0.counts.unknown > 0 }
    lines.add("")
    lines.add(words.stopping, isBold: true)
    guard !stopping.isEmpty else { return lines.add(words.none, first: "  ") }
    var table = TextTable(header: [
      phrases.verdict(.fail), phrases.verdict(.unknown), phrases.verdict(.pass), words.clause,
    ])
    for tally in stopping.prefix(10) {
      table.add([
        "\(tally.counts.fail)", "\(tally.counts.unknown)", "\(tally.counts.pass)",
        words.name(of: tally.clause, in: tally.rulebook),
      ])
    }
    table.write(to: lines)
    if stopping.count > 10 { lines.add(words.further(stopping.count - 10)) }
  }

  private func writeRepetitions() {
    guard !screening.repetitions.isEmpty else { return }
    lines.add("")
    lines.add(words.repetitions, isBold: true)
    for repetition in screening.repetitions {
      lines.add(words.repetition(repetition), first: "  ! ")
    }
  }

  private func writeRecommender() {
    guard let unit, unit.isReadable else { return }
    lines.add("")
    lines.add(words.recommenderRules, isBold: true)
    if let reason = words.whyRecommenderIsNotJudged(in: screening) {
      lines.add(reason, first: "  ")
    }
    for report in screening.recommenderReports {
      TextReport(report, in: language, .normal, to: lines).writeRulebooks()
    }
  }
}
