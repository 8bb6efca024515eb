import RuleEngine

/// What was found of one application, for people, in columns that line up with Chinese text.
struct TextReport {
  private let report: Report
  private let language: Language
  private let detail: ReportDetail
  private let phrases: ReportPhrases
  private let words: CriterionPhrases
  private let writer: TextWriter

  init(_ report: Report, in language: Language, _ detail: ReportDetail, to writer: TextWriter) {
    self.report = report
    self.language = language
    self.detail = detail
    self.writer = writer
    phrases = ReportPhrases(language: language)
    words = CriterionPhrases(report.application, in: language)
  }

  func write() {
    writer.add(phrases.heading, isBold: true)
    writer.add(
      rows: phrases.head(of: report).map { ($0.name, $0.value ?? phrases.notGiven) })
    if report.isInvalid {
      writer.add("")
      return writer.add(phrases.invalid(report), verdict: .fail)
    }
    let warnings = phrases.warnings(on: report)
    if !warnings.isEmpty { writer.add("") }
    for warning in warnings { writer.add(warning, first: "! ") }
    writeRulebooks()
  }

  /// What was found, without the head.
  func writeRulebooks(withReadings: Bool = true) {
    let notes = phrases.notes(on: report)
    if !notes.isEmpty { writer.add("") }
    for note in notes { writer.add(note, first: "! ") }
    if report.rulebooks.isEmpty {
      writer.add("")
      writer.add(
        phrases.nothingToCheck, first: phrases.conclusion + phrases.colon, verdict: .unknown)
    }
    for rulebook in report.rulebooks { write(rulebook) }
    guard withReadings, detail != .brief else { return }
    writeReadings()
    for rulebook in report.rulebooks { writeUnchecked(rulebook.rulebook) }
  }

  // MARK: Rulebooks

  private func write(_ rulebook: RulebookReport) {
    let document = rulebook.rulebook.document
    writer.add("")
    writer.add(phrases.title(document.title[language]), isBold: true)
    writer.add(phrases.origin(of: document).joined(separator: " · "))
    writer.add("\(phrases.rulebook) \(rulebook.rulebook.id)")
    writer.add("sha256:\(rulebook.rulebook.digest)")
    let clauses = rulebook.clauses
    let vocabulary = report.application.vocabulary
    let width = clauses.map { DisplayWidth.of($0.clause.citation[language]) }.max() ?? 0
    for stage in vocabulary.stages(of: clauses) {
      writer.add("")
      writer.add(vocabulary.stageName(stage, in: language), isBold: true)
      for clause in clauses where clause.article.stage == stage {
        write(clause, citationWidth: width)
      }
      if let construction = rulebook.construction, construction.period.stage == stage {
        writer.add(phrases.construction(construction), hanging: 2)
      }
    }
    writeConclusion(rulebook)
  }

  private func write(_ clause: ClauseReport, citationWidth: Int) {
    let citation = DisplayWidth.pad(
      SafeText.of(clause.clause.citation[language]), to: citationWidth)
    writer.add(
      clause.clause.title[language], mark: mark(clause.verdict), first: "  \(citation)  ",
      verdict: clause.verdict)
    guard detail != .brief else { return }
    if let inapplicable = clause.inapplicable, detail != .verbose {
      return writer.add(inapplicable[language], indent: 4)
    }
    for criterion in clause.criteria where detail == .verbose || criterion.verdict != .pass {
      write(criterion)
    }
    let others = words.others(of: clause)
    guard detail == .verbose, !others.isEmpty else { return }
    writer.add(
      phrases.parenthesised(phrases.otherEvidence, phrases.notOfTheProofsNamed), indent: 4)
    for line in others { writer.add(line, first: Self.indent) }
  }

  /// A sign and the word for a verdict, all of them as wide.
  private func mark(_ verdict: Verdict) -> String {
    let width = Verdict.allCases.map { DisplayWidth.of(phrases.verdict($0)) }.max() ?? 0
    return "\(phrases.sign(verdict)) \(DisplayWidth.pad(phrases.verdict(verdict), to: width))"
  }

  private func write(_ criterion: CriterionReport) {
    let sign = phrases.sign(criterion.verdict)
    writer.add(
      criterion.criterion.requirement[language], indent: 4, mark: sign, first: " ",
      verdict: criterion.verdict)
    let lines = [
      words.comparison(criterion), words.places(criterion), words.openReason(criterion),
    ]
    for case let line? in lines { writer.add(line, first: Self.indent) }
    for line in words.repetitions(criterion) { writer.add(line, first: Self.indent) }
    guard detail == .verbose else { return }
    if let proof = words.proof(criterion) {
      writer.add("\(phrases.proof) \(proof)", first: Self.indent)
    }
    for line in words.attached(to: criterion) { writer.add(line, first: Self.indent) }
  }

  private static let indent = "      "

  // MARK: Conclusion

  private func writeConclusion(_ rulebook: RulebookReport) {
    writer.add("")
    let head = phrases.conclusion + phrases.colon
    writer.add(
      phrases.outcome(of: rulebook), first: head, verdict: Verdict(rulebook.outcome))
    let indent = DisplayWidth.pad("", to: DisplayWidth.of(head))
    writer.add(phrases.counts(rulebook.counts), first: indent)
    if let line = words.withoutProof(rulebook, isBrief: detail == .brief) {
      writer.add(line, first: indent)
    }
    guard detail != .brief else { return }
    writer.add("")
    writer.add(phrases.nextSteps, isBold: true)
    for (index, step) in words.nextSteps(after: rulebook).enumerated() {
      writer.add(step, first: "  \(index + 1). ")
    }
  }

  /// Every reading once, after the clauses that it is of.
  private func writeReadings() {
    var readings: [(text: String, citations: [String])] = []
    func add(_ text: String, of citation: String?) {
      let index = readings.firstIndex { $0.text == text } ?? readings.endIndex
      if index == readings.endIndex { readings.append((text, [])) }
      if let citation, !readings[index].citations.contains(citation) {
        readings[index].citations.append(citation)
      }
    }
    for rulebook in report.rulebooks {
      for reading in rulebook.rulebook.readings { add(reading[language], of: nil) }
    }
    for judgement in report.rulebooks.flatMap({ $0.judgements }) {
      guard let reading = judgement.criterion.criterion.reading else { continue }
      add(reading[language], of: judgement.clause.clause.citation[language])
    }
    if readings.isEmpty { return }
    writer.add("")
    writer.add(phrases.readings, isBold: true)
    for (text, citations) in readings {
      let list = citations.joined(separator: phrases.enumeration)
      writer.add(citations.isEmpty ? text : list + phrases.colon + text, first: "  · ")
    }
  }

  /// What of a document is not checked; of which document, where there are several.
  private func writeUnchecked(_ rulebook: Rulebook) {
    if rulebook.notChecked.isEmpty { return }
    writer.add("")
    writer.add(phrases.notChecked, isBold: true)
    if report.rulebooks.count > 1 {
      writer.add(phrases.title(rulebook.document.title[language]), indent: 2)
    }
    for part in rulebook.notChecked { writer.add(phrases.unchecked(part), first: "  · ") }
  }
}
