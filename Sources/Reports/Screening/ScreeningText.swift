import RuleEngine

/// A screening for people, in columns that line up with Chinese text.
struct ScreeningText {
  private let content: ScreeningContent
  private let screening: Screening
  private let language: Language
  private let phrases: ReportPhrases
  private let words: ScreeningPhrases
  private let lines: TextWriter

  init(_ content: ScreeningContent, to lines: TextWriter) {
    self.content = content
    self.lines = lines
    screening = content.screening
    language = content.language
    words = content.words
    phrases = ReportPhrases(language: language)
  }

  func write() {
    writeHead()
    writeCandidates()
    for group in content.groups { write(group) }
    writeNearMisses()
    writeTallies()
    writeLikenesses()
    writeUnit()
    writeSources()
  }

  private func heading(_ text: String) {
    lines.add("")
    lines.add(text, isBold: true)
  }

  private func writeHead() {
    lines.add(words.heading, isBold: true)
    var rows: [(name: String, value: String)] = [(words.candidates, words.counts(content.counts))]
    if let line = content.unitLine { rows.insert((words.recommender, line), at: 0) }
    lines.add(rows: rows)
    for quota in content.quotas { lines.add(quota, first: "  ") }
    for note in content.notes { lines.add(note, first: "! ") }
    guard !content.sums.isEmpty else { return }
    heading(words.sums)
    for sum in content.sums {
      lines.add(words.name(of: sum) + phrases.colon + words.counts(sum.counts), first: "  · ")
    }
  }

  // MARK: Candidates

  private func writeCandidates() {
    heading(content.isRanked ? words.byRank : words.byDistance)
    for row in screening.candidates { write(row) }
  }

  /// What could not be read has the longest word.
  private var markWidth: Int { DisplayWidth.of(words.mark(nil)) }

  private func write(_ row: Screening.Row) {
    let candidate = row.candidate
    let title = [
      row.rank.map { words.rank($0) }, candidate.name ?? candidate.source, candidate.baseName,
    ].compactMap { $0 }.joined(separator: " · ")
    lines.add(
      title,
      mark: "#\(row.number) \(DisplayWidth.pad(words.mark(candidate.outcome), to: markWidth))  ",
      verdict: candidate.outcome.map { Verdict($0) } ?? .fail)
    let particulars = words.particulars(of: candidate)
    for line in [particulars, candidate.place, words.proofs(of: candidate) ?? ""]
    where !line.isEmpty {
      lines.add(line, first: Self.indent)
    }
    for problem in words.problems(of: candidate) { lines.add(problem, first: Self.indent + "! ") }
    for result in candidate.results where !result.obstacles.isEmpty {
      if words.hasSeveralDocuments { lines.add(words.title(result.rulebook), first: Self.indent) }
      for judged in result.obstacles {
        lines.add(
          words.obstacle(judged, words.name(of: judged.clause)),
          first: Self.indent + phrases.sign(judged.verdict) + " ")
      }
    }
  }

  private static let indent = "   "

  // MARK: Matrix

  private func write(_ group: ScreeningGroup) {
    heading(words.matrix(of: group))
    let ids = group.clauses.map { $0.id }
    let names = group.rows.map { words.name(of: $0.row) }
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
    heading(words.nearMisses)
    if misses.isEmpty { lines.add(words.none, first: "  ") }
    for (row, result, judged) in misses {
      let name = words.name(of: judged.clause, in: result.rulebook)
      lines.add(
        words.name(of: row) + phrases.colon + words.obstacle(judged, name),
        first: "  \(phrases.sign(judged.verdict)) ")
    }
  }

  private func writeTallies() {
    let stopping = content.stopping
    heading(words.stopping)
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

  private func writeLikenesses() {
    guard !screening.likenesses.isEmpty else { return }
    heading(words.likenesses)
    for likeness in screening.likenesses {
      lines.add(words.likeness(likeness), first: "  ! ")
    }
  }

  // MARK: The unit, and what all rests on

  private func writeUnit() {
    guard let unit = content.unit, unit.isReadable else { return }
    if !screening.notRecommended.isEmpty {
      heading(words.notRecommended)
      for candidate in screening.notRecommended {
        lines.add(words.notRecommended(candidate), first: candidate.namesUnit ? "  ! " : "    ")
      }
    }
    heading(words.recommenderRules)
    if let reason = words.whyRecommenderIsNotJudged(in: screening) {
      lines.add(reason, first: "  ")
    }
    for round in words.roundsLeftOut(in: screening) { lines.add(round, first: "  ! ") }
    for report in screening.recommenderReports {
      TextReport(report, in: language, .normal, to: lines).writeRulebooks(withReadings: false)
    }
  }

  private func writeSources() {
    let sources = content.sources
    if sources.rulebooks.isEmpty { return }
    heading(words.sources)
    for rulebook in sources.rulebooks {
      lines.add(words.title(rulebook), first: "  · ")
      let origin = phrases.origin(of: rulebook.document) + ["\(phrases.rulebook) \(rulebook.id)"]
      lines.add(origin.joined(separator: " · "), first: "    ")
      lines.add("sha256:\(rulebook.digest)", first: "    ")
    }
    heading(phrases.readings)
    for (text, citations) in sources.readings {
      let list = citations.joined(separator: phrases.enumeration)
      lines.add(citations.isEmpty ? text : list + phrases.colon + text, first: "  · ")
    }
  }
}
