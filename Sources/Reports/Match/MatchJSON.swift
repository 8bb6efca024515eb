import RuleEngine

/// What an application could be for, as JSON: members may be added, none is renamed or dropped.
struct MatchJSON {
  let language: Language

  func append(_ report: Report, to writer: inout JSONWriter) {
    writer.open("{")
    ApplicationJSON(report).append(hasBaseType: false, to: &writer)
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
      let nearness = match.counts.nearness
      writer.key("nearness")
      writer.open("{")
      writer.member("points", nearness.points)
      writer.member("of", nearness.clauses)
      writer.member("reason", ReportPhrases(language: language).nearness(match.counts))
      writer.close("}")
      writer.close("}")
    }
    writer.member("leftOut", report.leftOut)
    ClosedRoundsJSON(report.closedRounds, language).append(to: &writer)
    DiagnosticsJSON(report.diagnostics, language).append(to: &writer)
    writer.close("}")
  }
}
