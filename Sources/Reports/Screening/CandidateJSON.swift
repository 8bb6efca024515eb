import RuleEngine

/// A candidate of a screening as JSON.
struct CandidateJSON {
  private let row: Screening.Row
  private let candidate: Candidate
  private let language: Language

  init(_ row: Screening.Row, _ language: Language) {
    self.row = row
    candidate = row.candidate
    self.language = language
  }

  func append(to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("number", row.number)
    writer.key("rank")
    if let rank = row.rank { writer.number(rank) } else { writer.string(nil) }
    writer.member("source", candidate.source)
    writer.member("line", candidate.line)
    writer.member("name", candidate.name)
    writer.member("creditCode", candidate.creditCode)
    writer.member("baseName", candidate.baseName)
    writer.member("programme", candidate.programme)
    writer.member("baseType", candidate.baseType)
    writer.member("applicationDate", candidate.applicationDate?.description)
    writer.channels(candidate.channels)
    writer.member("verdict", candidate.outcome?.rawValue ?? "unreadable")
    writer.member("unreadable", candidate.unreadableReason?[language])
    let (declared, without) = ScreeningPhrases.proofs(of: candidate)
    writer.member("declared", declared)
    writer.member("declaredWithoutEvidence", without)
    writer.member("errors", candidate.errorCount)
    writer.member("warnings", candidate.warningCount)
    writer.array("rulebooks", of: candidate.results) { append($0, to: &$1) }
    ClosedRoundsJSON(candidate.closedRounds, language).append(to: &writer)
    DiagnosticsJSON(candidate.problems, language).append(to: &writer)
    writer.close("}")
  }

  private func append(_ result: Candidate.Result, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("id", result.rulebook.id)
    writer.member("verdict", result.outcome.rawValue)
    writer.counts(result.counts)
    if result.versions.count > 1 {
      writer.array("versions", of: result.versions) { $1.string($0.id) }
    }
    writer.array("clauses", of: result.clauses) { judged, writer in
      writer.open("{")
      append(judged, to: &writer)
      writer.close("}")
    }
    writer.close("}")
  }

  /// The members of a clause.
  func append(_ judged: Candidate.Judged, to writer: inout JSONWriter) {
    writer.member("id", judged.clause.id)
    writer.member("citation", judged.clause.citation[language])
    writer.member("title", judged.clause.title[language])
    writer.member("verdict", judged.verdict.name)
    writer.array("gaps", of: judged.gaps) { gap, writer in
      writer.open("{")
      writer.member("id", gap.criterion.id)
      writer.member("requirement", gap.criterion.requirement[language])
      writer.members(of: gap.lack, language)
      writer.member("excess", gap.isExcess)
      writer.close("}")
    }
    let open = judged.missing.isEmpty ? judged.isForAuthority ? "authority" : nil : "facts"
    writer.member("open", judged.verdict == .unknown ? open : nil)
    writer.array("missing", of: judged.missing) { $1.string($0.path) }
    writer.array("missingNames", of: judged.missing) { $1.string($0.label[language]) }
    writer.member("authority", judged.isForAuthority)
    writer.names(repeated: judged.repeatedNames.map { (name: $0.name, paths: $0.paths) })
  }
}
