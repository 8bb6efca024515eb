import RuleEngine

/// What an application could be for, as a small table.
struct MatchTextRenderer: ReportRenderer {
  let language: Language
  let usesColor: Bool

  var prologue: [UInt8] { [] }
  var separator: [UInt8] { [0x0A] }
  var epilogue: [UInt8] { [] }

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    let application = report.application
    let phrases = TextPhrases(language: language, vocabulary: application.vocabulary)
    var lines = TextLines(usesColor: usesColor)
    lines.add(phrases.matchHeading, isBold: true)
    lines.add(rows: [
      (phrases.file, application.place(source)),
      (phrases.applicant, application.string("applicant.name") ?? phrases.notGiven),
      (phrases.date, report.applicationDate?.description ?? phrases.notGiven),
    ])
    lines.add("")
    if report.isInvalid {
      lines.add(phrases.invalid(report.diagnostics.count { $0.severity == .error }))
      return lines.append(to: bytes)
    }
    var table = TextTable(header: [
      phrases.verdictHeading, phrases.rulebook, phrases.baseType, phrases.verdict(.pass),
      phrases.verdict(.fail), phrases.verdict(.unknown),
    ])
    for match in report.rulebooks {
      let verdict = Verdict(match.outcome)
      table.add(
        [
          "\(phrases.sign(verdict)) \(phrases.verdict(verdict))",
          match.rulebook.id + (match.isInForce == false ? "*" : ""),
          phrases.name(ofBaseType: match.baseType), "\(match.counts.pass)",
          "\(match.counts.fail)", "\(match.counts.unknown)",
        ], verdict: verdict)
    }
    table.write(to: &lines)
    lines.add("")
    if report.rulebooks.contains(where: { $0.isInForce == false }) {
      lines.add(phrases.notInForce)
    }
    for note in phrases.notes(on: report) { lines.add(note) }
    if report.leftOut > 0 { lines.add(phrases.leftOut(report.leftOut)) }
    lines.add(phrases.matchHint)
    lines.append(to: bytes)
  }
}

/// What an application could be for, as JSON.
struct MatchJSONRenderer: ReportRenderer {
  let language: Language
  let layout: JSONLayout

  var prologue: [UInt8] { layout.prologue }
  var separator: [UInt8] { layout.separator }
  var epilogue: [UInt8] { layout.epilogue }

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    layout.append(to: bytes) { append(report, source: source, to: &$0) }
  }

  private func append(_ report: Report, source: String, to writer: inout JSONWriter) {
    writer.open("{")
    writer.key("application")
    writer.open("{")
    writer.member("source", source)
    writer.member("line", report.application.text.firstLine)
    writer.member("name", report.application.string("applicant.name"))
    writer.member("applicationDate", report.applicationDate?.description)
    writer.close("}")
    writer.member("verdict", report.bestOutcome.rawValue)
    writer.array("matches", of: report.rulebooks) { match, writer in
      writer.open("{")
      writer.member("rulebook", match.rulebook.id)
      writer.member("programme", match.rulebook.programme)
      writer.member("baseType", match.baseType)
      writer.member("verdict", match.outcome.rawValue)
      writer.key("inForce")
      if let inForce = match.isInForce { writer.bool(inForce) } else { writer.string(nil) }
      writer.counts(match.counts)
      writer.close("}")
    }
    writer.member("leftOut", report.leftOut)
    writer.closedRounds(report.closedRounds, in: language)
    writer.array("diagnostics", of: report.diagnostics) { $1.diagnostic($0, in: language) }
    writer.close("}")
  }
}

extension Report {
  /// The best of the rulebooks' verdicts: what the application could be for.
  var bestOutcome: Outcome {
    if isInvalid || rulebooks.isEmpty { return outcome }
    let outcomes = rulebooks.map { $0.outcome }
    let order: [Outcome] = [.eligible, .undetermined, .ineligible]
    return order.first(where: outcomes.contains) ?? .ineligible
  }
}
