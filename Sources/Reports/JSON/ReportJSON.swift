import RuleEngine

// The report as JSON, as the contract of its readers lays it down: a type an object, a property a
// member. Members may be added, none is renamed or dropped, whatever becomes of the engine's types:
// what they come to here stands in the initializers.

/// A report on an application.
struct ReportJSON {
  let application: ApplicationJSON
  let verdict: Outcome
  let rulebooks: [RulebookReport]
  let closedRounds: ClosedRoundsJSON
  let diagnostics: DiagnosticsJSON
  let words: FixedWords

  init(_ report: Report, _ words: FixedWords) {
    application = ApplicationJSON(report)
    verdict = report.outcome
    rulebooks = report.rulebooks
    closedRounds = ClosedRoundsJSON(report.closedRounds, words.language)
    diagnostics = DiagnosticsJSON(report.diagnostics, words.language)
    self.words = words
  }

  func append(to writer: inout JSONWriter) {
    writer.open("{")
    application.append(to: &writer)
    writer.member("verdict", verdict.rawValue)
    writer.array("rulebooks", of: rulebooks) { RulebookReportJSON($0, words).append(to: &$1) }
    closedRounds.append(to: &writer)
    diagnostics.append(to: &writer)
    writer.close("}")
  }
}

/// What was read; a member of its own.
struct ApplicationJSON {
  let source: String
  let line: Int
  let name: String?
  let baseType: String?
  let applicationDate: CivilDate?

  init(_ report: Report) {
    let text = report.application.text
    source = text.name
    line = text.firstLine
    name = report.application.string("applicant.name")
    baseType = report.baseType
    applicationDate = report.applicationDate
  }

  /// - Parameter hasBaseType: false of a report that is not on one type.
  func append(hasBaseType: Bool = true, to writer: inout JSONWriter) {
    writer.key("application")
    writer.open("{")
    writer.member("source", source)
    writer.member("line", line)
    writer.member("name", name)
    if hasBaseType { writer.member("baseType", baseType) }
    writer.member("applicationDate", applicationDate?.description)
    writer.close("}")
  }
}

/// One rulebook's part.
struct RulebookReportJSON {
  let rulebook: Rulebook
  let verdict: Outcome
  let counts: VerdictCounts
  /// All that may govern; one where the date picks it.
  let versions: [Rulebook]
  let constructionPeriod: ConstructionPeriodJSON?
  /// Nil of a brief report.
  let declaredWithoutEvidence: [Criterion]?
  let clauses: [ClauseReport]
  let application: Application
  let words: FixedWords

  init(_ report: RulebookReport, _ words: FixedWords) {
    rulebook = report.rulebook
    verdict = report.outcome
    counts = report.counts
    versions = report.versions
    constructionPeriod = report.construction.map { ConstructionPeriodJSON($0, words.language) }
    declaredWithoutEvidence =
      words.isBrief ? nil : report.declaredWithoutEvidence.map { $0.criterion }
    clauses = report.clauses
    application = report.application
    self.words = words
  }

  func append(to writer: inout JSONWriter) {
    writer.copy(words.beginning(of: rulebook, writer))
    writer.string(verdict.rawValue)
    writer.counts(counts)
    if versions.count > 1 { writer.array("versions", of: versions) { $1.string($0.id) } }
    constructionPeriod?.append(to: &writer)
    if let declaredWithoutEvidence {
      writer.array("declaredWithoutEvidence", of: declaredWithoutEvidence) { $1.string($0.id) }
    }
    writer.array("clauses", of: clauses) {
      ClauseReportJSON($0, application, words).append(to: &$1)
    }
    writer.close("}")
  }
}

/// A member of its own.
struct ConstructionPeriodJSON {
  let citation: String
  let from: CivilDate?
  let until: CivilDate?
  let year: Int?
  let coverage: ConstructionReport.Coverage?
  let note: String?

  init(_ report: ConstructionReport, _ language: Language) {
    citation = report.period.citation[language]
    from = report.start
    until = report.end
    year = report.year
    coverage = report.coverage
    note = report.period.note?[language]
  }

  func append(to writer: inout JSONWriter) {
    writer.key("constructionPeriod")
    writer.open("{")
    writer.member("citation", citation)
    writer.member("from", from?.description)
    writer.member("until", until?.description)
    writer.key("year")
    if let year { writer.number(year) } else { writer.string(nil) }
    writer.member("coverage", coverage?.rawValue)
    writer.member("note", note)
    writer.close("}")
  }
}

struct ClauseReportJSON {
  let clause: ClauseReport
  let verdict: Verdict
  /// Nil of a brief report.
  let criteria: [CriterionReport]?
  /// Documents that are for the clause and prove none of its criteria.
  let otherEvidence: [Evidence]
  let application: Application
  let words: FixedWords

  init(_ report: ClauseReport, _ application: Application, _ words: FixedWords) {
    clause = report
    verdict = report.verdict
    criteria = words.isBrief ? nil : report.criteria
    otherEvidence = words.isBrief ? [] : report.otherEvidence
    self.application = application
    self.words = words
  }

  func append(to writer: inout JSONWriter) {
    writer.copy(words.beginning(of: clause, writer))
    writer.verdict(verdict)
    if let criteria {
      writer.array("criteria", of: criteria) {
        CriterionReportJSON($0, application, words, $1).append(to: &$1)
      }
    }
    if !otherEvidence.isEmpty {
      writer.array("otherEvidence", of: otherEvidence) { $1.document($0, of: application) }
    }
    writer.close("}")
  }
}
