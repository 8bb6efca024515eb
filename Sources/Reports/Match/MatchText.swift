import RuleEngine

/// What an application could be for, as a small table.
struct MatchText {
  let language: Language

  func append(_ report: Report, to writer: TextWriter) {
    let application = report.application
    let phrases = ReportPhrases(language: language)
    writer.add(phrases.matchHeading, isBold: true)
    writer.add(rows: [
      (phrases.file, application.place),
      (phrases.applicant, application.string("applicant.name") ?? phrases.notGiven),
      (phrases.date, report.applicationDate?.description ?? phrases.notGiven),
    ])
    writer.add("")
    if report.isInvalid { return writer.add(phrases.invalid(report)) }
    var table = TextTable(header: [
      phrases.verdictHeading, phrases.rulebook, phrases.baseType, phrases.verdict(.pass),
      phrases.verdict(.fail), phrases.verdict(.unknown),
    ])
    for match in report.rulebooks {
      let verdict = Verdict(match.outcome)
      table.add(
        [
          phrases.mark(verdict), match.rulebook.id + (match.isInForce == false ? "*" : ""),
          application.vocabulary.baseTypeName(match.baseType, in: language),
          "\(match.counts.pass)", "\(match.counts.fail)", "\(match.counts.unknown)",
        ], verdict: verdict)
    }
    table.write(to: writer)
    writer.add("")
    writeOrder(of: report, phrases, to: writer)
    if report.rulebooks.contains(where: { $0.isInForce == false }) {
      writer.add(phrases.notInForce)
    }
    for note in phrases.notes(on: report) + phrases.warnings(on: report) { writer.add(note) }
    if report.leftOut > 0 { writer.add(phrases.leftOut(report.leftOut)) }
    writer.add(phrases.matchHint)
  }

  /// What the order goes by, and what that is of the first and the last.
  private func writeOrder(of report: Report, _ phrases: ReportPhrases, to writer: TextWriter) {
    guard let first = report.rulebooks.first, let last = report.rulebooks.last,
      report.rulebooks.count > 1
    else { return }
    writer.add(phrases.matchOrder)
    for match in [first, last] {
      let type = report.application.vocabulary.baseTypeName(match.baseType, in: language)
      let reason = phrases.nearness(match.counts)
      writer.add("\(match.rulebook.id) \(type)\(phrases.colon)\(reason)", first: "  · ")
    }
  }
}
