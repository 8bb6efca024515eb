import RuleEngine

/// A screening as JSON: keys may be added, none is renamed or dropped.
struct ScreeningJSON {
  private let screening: Screening
  private let unit: RecommendingUnit?
  private let language: Language

  init(_ screening: Screening, _ unit: RecommendingUnit?, _ language: Language) {
    self.screening = screening
    self.unit = unit
    self.language = language
  }

  func append(to bytes: ByteBuffer) {
    var writer = JSONWriter(bytes, isIndented: true)
    writer.open("{")
    appendCounts(to: &writer)
    writer.key("recommender")
    if let unit { append(unit, to: &writer) } else { writer.string(nil) }
    writer.array("candidates", of: screening.candidates) { append($0, to: &$1) }
    writer.array("oneClauseAway", of: screening.nearMisses) { miss, writer in
      writer.open("{")
      writer.member("number", miss.row.number)
      writer.member("rulebook", miss.result.rulebook.id)
      append(miss.clause, to: &writer)
      writer.close("}")
    }
    let stopping = screening.clauses.filter { $0.counts.fail + $0.counts.unknown > 0 }
    writer.array("stoppingClauses", of: stopping) { tally, writer in
      writer.open("{")
      writer.member("rulebook", tally.rulebook.id)
      writer.member("id", tally.clause.id)
      writer.member("citation", tally.clause.citation[language])
      writer.member("title", tally.clause.title[language])
      writer.counts(tally.counts)
      writer.close("}")
    }
    writer.array("repetitions", of: screening.repetitions) { repetition, writer in
      writer.open("{")
      writer.member("creditCode", repetition.creditCode)
      writer.member("baseName", repetition.baseName)
      writer.array("numbers", of: repetition.numbers) { $1.number($0) }
      writer.member("twoChannels", repetition.isThroughTwoChannels)
      append(repetition.channels, to: &writer)
      writer.close("}")
    }
    writer.close("}")
    bytes.append(0x0A)
  }

  private func appendCounts(to writer: inout JSONWriter) {
    let counts = ScreeningCounts(screening)
    writer.key("counts")
    writer.open("{")
    writer.member("eligible", counts.eligible)
    writer.member("ineligible", counts.ineligible)
    writer.member("undetermined", counts.undetermined)
    writer.member("invalid", counts.invalid)
    writer.member("unreadable", counts.unreadable)
    writer.close("}")
  }

  private func append(_ unit: RecommendingUnit, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("source", unit.source)
    writer.member("name", unit.name)
    let reports = screening.recommenderReports
    writer.member(
      "verdict", unit.isReadable ? screening.recommenderOutcome?.rawValue : "unreadable")
    let words = FixedWords(language, isBrief: false)
    writer.array("rulebooks", of: reports.flatMap { $0.rulebooks }) {
      RulebookReportJSON($0, words).append(to: &$1)
    }
    DiagnosticsJSON(screening.diagnostics, language).append(to: &writer)
    writer.close("}")
  }

  private func append(_ row: Screening.Row, to writer: inout JSONWriter) {
    let candidate = row.candidate
    writer.open("{")
    writer.member("number", row.number)
    writer.key("rank")
    if let rank = row.rank { writer.number(rank) } else { writer.string(nil) }
    writer.member("source", candidate.source)
    writer.member("line", candidate.line)
    writer.member("name", candidate.name)
    writer.member("creditCode", candidate.creditCode)
    writer.member("baseName", candidate.baseName)
    writer.member("baseType", candidate.baseType)
    append(candidate.channels, to: &writer)
    writer.member("verdict", candidate.outcome?.rawValue ?? "unreadable")
    writer.member("errors", candidate.errorCount)
    writer.member("warnings", candidate.warningCount)
    writer.array("rulebooks", of: candidate.results) { result, writer in
      writer.open("{")
      writer.member("id", result.rulebook.id)
      writer.member("verdict", result.outcome.rawValue)
      writer.counts(result.counts)
      writer.array("clauses", of: result.clauses) { judged, writer in
        writer.open("{")
        append(judged, to: &writer)
        writer.close("}")
      }
      writer.close("}")
    }
    writer.close("}")
  }

  private func append(_ channels: [Candidate.Channel]?, to writer: inout JSONWriter) {
    guard let channels else { return writer.member("channels", nil as String?) }
    writer.array("channels", of: channels) { channel, writer in
      writer.open("{")
      writer.member("kind", channel.kind)
      writer.member("name", channel.name)
      writer.close("}")
    }
  }

  private func append(_ judged: Candidate.Judged, to writer: inout JSONWriter) {
    writer.member("id", judged.clause.id)
    writer.member("citation", judged.clause.citation[language])
    writer.member("title", judged.clause.title[language])
    writer.member("verdict", judged.verdict.name)
    writer.array("gaps", of: judged.gaps) { gap, writer in
      writer.open("{")
      writer.member("id", gap.criterion.id)
      writer.member("requirement", gap.criterion.requirement[language])
      writer.member("shortfall", gap.shortfall)
      writer.member("unit", gap.unit)
      writer.member("excess", gap.isExcess)
      writer.close("}")
    }
  }
}
