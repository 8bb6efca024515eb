import RuleEngine

/// A screening as JSON: keys may be added, none is renamed or dropped.
struct ScreeningJSON {
  private let content: ScreeningContent
  private let screening: Screening
  private let language: Language

  init(_ content: ScreeningContent) {
    self.content = content
    screening = content.screening
    language = content.language
  }

  func append(to bytes: ByteBuffer) {
    var writer = JSONWriter(bytes, isIndented: true)
    writer.open("{")
    append(content.counts, to: &writer)
    writer.array("groups", of: content.sums) { sum, writer in
      writer.open("{")
      writer.member("programme", sum.programme)
      writer.member("baseType", sum.baseType)
      append(sum.counts, to: &writer)
      writer.close("}")
    }
    appendSources(to: &writer)
    writer.array("passedOver", of: content.passedOver) { folder, writer in
      writer.open("{")
      writer.member("folder", folder.folder)
      writer.array("folders", of: folder.folders) { $1.string($0) }
      writer.array("files", of: folder.files) { $1.string($0) }
      writer.close("}")
    }
    writer.key("recommender")
    if let unit = content.unit { append(unit, to: &writer) } else { writer.string(nil) }
    writer.array("candidates", of: screening.candidates) {
      CandidateJSON($0, language).append(to: &$1)
    }
    appendNearMisses(to: &writer)
    appendLikenesses(to: &writer)
    writer.close("}")
    bytes.append(0x0A)
  }

  private func append(_ counts: ScreeningCounts, to writer: inout JSONWriter) {
    writer.key("counts")
    writer.open("{")
    for (outcome, count) in counts.parts {
      writer.key(text: outcome?.rawValue ?? "unreadable")
      writer.number(count)
    }
    writer.close("}")
  }

  private func appendSources(to writer: inout JSONWriter) {
    writer.array("documents", of: content.sources.rulebooks) { rulebook, writer in
      writer.open("{")
      writer.member("rulebook", rulebook.id)
      writer.member("title", rulebook.document.title[language])
      writer.member("number", rulebook.document.number)
      writer.member("authority", rulebook.document.authority[language])
      writer.member("issued", rulebook.document.issued?.description)
      writer.member("digest", "sha256:" + rulebook.digest)
      writer.close("}")
    }
    writer.array("readings", of: content.sources.readings) { reading, writer in
      writer.open("{")
      writer.member("text", reading.text)
      writer.array("citations", of: reading.citations) { $1.string($0) }
      writer.close("}")
    }
  }

  // MARK: The unit

  private func append(_ unit: RecommendingUnit, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("source", unit.source)
    writer.member("name", unit.name)
    let reports = screening.recommenderReports
    writer.member(
      "verdict", unit.isReadable ? screening.recommenderOutcome?.rawValue : "unreadable")
    writer.member("pool", unit.isPool)
    writer.array("quotas", of: screening.quotas) { quota, writer in
      writer.open("{")
      writer.member("rulebook", quota.rulebook.id)
      writer.member("most", quota.most)
      writer.member("candidates", quota.candidateCount)
      writer.member("eligible", quota.eligibleCount)
      writer.close("}")
    }
    writer.array("notRecommended", of: screening.notRecommended) { candidate, writer in
      writer.open("{")
      writer.member("number", candidate.row.number)
      writer.member("namesUnit", candidate.namesUnit)
      writer.close("}")
    }
    let words = FixedWords(language, isBrief: false)
    writer.array("rulebooks", of: reports.flatMap { $0.rulebooks }) {
      RulebookReportJSON($0, words).append(to: &$1)
    }
    ClosedRoundsJSON(screening.closedRounds, language).append(to: &writer)
    DiagnosticsJSON(screening.diagnostics, language).append(to: &writer)
    writer.close("}")
  }

  // MARK: What stands out

  private func appendNearMisses(to writer: inout JSONWriter) {
    writer.array("oneClauseAway", of: screening.nearMisses) { miss, writer in
      writer.open("{")
      writer.member("number", miss.row.number)
      writer.member("rulebook", miss.result.rulebook.id)
      CandidateJSON(miss.row, language).append(miss.clause, to: &writer)
      writer.close("}")
    }
    writer.array("stoppingClauses", of: content.stopping) { tally, writer in
      writer.open("{")
      writer.member("rulebook", tally.rulebook.id)
      writer.member("id", tally.clause.id)
      writer.member("citation", tally.clause.citation[language])
      writer.member("title", tally.clause.title[language])
      writer.counts(tally.counts)
      writer.close("}")
    }
  }

  private func appendLikenesses(to writer: inout JSONWriter) {
    writer.array("alike", of: screening.likenesses) { likeness, writer in
      writer.open("{")
      writer.member("kind", likeness.kind.rawValue)
      writer.array("numbers", of: likeness.numbers) { $1.number($0) }
      writer.array("creditCodes", of: likeness.creditCodes) { $1.string($0) }
      writer.array("names", of: likeness.hosts) { $1.string($0) }
      writer.array("baseNames", of: likeness.baseNames) { $1.string($0) }
      writer.member("twoChannels", likeness.isThroughTwoChannels)
      writer.channels(likeness.channels)
      writer.close("}")
    }
    writer.array("repetitions", of: screening.repetitions) { repetition, writer in
      writer.open("{")
      writer.member("creditCode", repetition.creditCodes.first)
      writer.member("baseName", repetition.baseNames.first)
      writer.array("numbers", of: repetition.numbers) { $1.number($0) }
      writer.member("twoChannels", repetition.isThroughTwoChannels)
      writer.channels(repetition.channels)
      writer.close("}")
    }
  }
}

extension JSONWriter {
  /// The units through which somebody is recommended; null where that is not known.
  mutating func channels(_ channels: [Candidate.Channel]?) {
    guard let channels else { return member("channels", nil as String?) }
    array("channels", of: channels) { channel, writer in
      writer.open("{")
      writer.member("kind", channel.kind)
      writer.member("name", channel.name)
      writer.close("}")
    }
  }
}
