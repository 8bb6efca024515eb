import RuleEngine

/// What was found, clause by clause, in the words that a page shows.
struct ClauseJSON {
  private let report: Report
  private let language: Language
  private let phrases: ReportPhrases
  private let criteria: CriterionPhrases
  private let names: FieldNames

  init(_ report: Report, in language: Language) {
    self.report = report
    self.language = language
    phrases = ReportPhrases(language: language)
    criteria = CriterionPhrases(report.application, in: language)
    names = FieldNames(application: report.application, language: language)
  }

  /// What a clause is called among those of all rulebooks.
  static func key(_ rulebook: RulebookReport, _ clause: ClauseReport) -> String {
    "\(rulebook.rulebook.id)/\(clause.clause.id)"
  }

  func append(_ rulebook: RulebookReport, to writer: inout JSONWriter) {
    let document = rulebook.rulebook.document
    writer.open("{")
    writer.member("id", rulebook.rulebook.id)
    writer.member("title", phrases.title(document.title[language]))
    writer.array("origin", of: phrases.origin(of: document)) { $1.string($0) }
    writer.member("verdict", Verdict(rulebook.outcome).name)
    writer.member("outcome", phrases.outcome(of: rulebook))
    writer.member("counts", phrases.counts(rulebook.counts))
    let vocabulary = report.application.vocabulary
    let clauses = rulebook.clauses
    writer.array("stages", of: vocabulary.stages(of: clauses)) { stage, writer in
      writer.open("{")
      writer.member("label", vocabulary.stageName(stage, in: language))
      if let construction = rulebook.construction, construction.period.stage == stage {
        writer.member("note", phrases.construction(construction))
      }
      writer.array("clauses", of: clauses.filter { $0.article.stage == stage }) { clause, writer in
        append(clause, of: rulebook, to: &writer)
      }
      writer.close("}")
    }
    writer.array("readings", of: rulebook.rulebook.readings) { $1.string($0[language]) }
    writer.array("notChecked", of: rulebook.rulebook.notChecked) {
      $1.string(phrases.unchecked($0))
    }
    writer.close("}")
  }

  private func append(
    _ clause: ClauseReport, of rulebook: RulebookReport, to writer: inout JSONWriter
  ) {
    writer.open("{")
    writer.member("key", Self.key(rulebook, clause))
    writer.member("citation", clause.clause.citation[language])
    writer.member("title", clause.clause.title[language])
    writer.member("verdict", clause.verdict.name)
    writer.member("mark", phrases.mark(clause.verdict))
    writer.array("criteria", of: clause.criteria) { append($0, to: &$1) }
    writer.close("}")
  }

  private func append(_ criterion: CriterionReport, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("id", criterion.criterion.id)
    writer.member("requirement", criterion.criterion.requirement[language])
    writer.member("verdict", criterion.verdict.name)
    writer.member("mark", phrases.mark(criterion.verdict))
    writer.member("basis", phrases.basis(criterion.criterion.basis))
    write(
      "actual", criterion.derivation(in: language) ?? criterion.actual(in: language), &writer)
    write(
      "required",
      criterion.required(in: language).map { required in
        criterion.unit(in: language).map { "\(required) \($0)" } ?? required
      }, &writer)
    write("shortfall", criteria.shortfall(criterion), &writer)
    writer.array("notes", of: notes(criterion)) { $1.string(SafeText.of($0)) }
    write("reading", criterion.criterion.reading?[language], &writer)
    writer.array("proof", of: criterion.criterion.proof) { $1.string($0[language]) }
    write("missing", criterion.missing, &writer)
    write("facts", criterion.facts, &writer)
    writer.close("}")
  }

  private func notes(_ criterion: CriterionReport) -> [String] {
    var notes: [String] = []
    if criterion.isBoundary { notes.append(phrases.boundary) }
    if let inapplicable = criterion.inapplicable, criterion.verdict == .unknown {
      notes.append(inapplicable[language])
    } else if criterion.open == .authority, criterion.isForAuthority {
      notes.append(phrases.authority)
    }
    return notes
  }

  private func write(_ name: StaticString, _ text: String?, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.string(text.map(SafeText.of))
  }

  /// As many as a person reads.
  private static let mostFacts = 12

  private func write(
    _ name: StaticString, _ facts: ArraySlice<FactReference>, _ writer: inout JSONWriter
  ) {
    var paths: Set<String> = []
    var shown: [FactReference] = []
    for fact in facts where shown.count < Self.mostFacts {
      if paths.insert(report.application.vocabulary.fieldPath(of: fact)).inserted {
        shown.append(fact)
      }
    }
    writer.array(name, of: shown) { fact, writer in
      writer.open("{")
      writer.member("path", report.application.vocabulary.fieldPath(of: fact))
      writer.member("label", SafeText.of(names.name(of: fact)))
      writer.close("}")
    }
  }
}
