import Rules

/// Reads everything that a report or an error in rules has to tell, in every language, so that
/// nothing that an input can bring about stays unvisited. What was read is kept, for comparison,
/// and so is what contradicts itself.
///
/// The fuzzer is built with this file, without the testing library.
struct ReportWalk {
  private(set) var transcript: [String] = []
  private(set) var contradictions: [String] = []

  private mutating func tell(_ parts: String?...) {
    transcript.append(parts.map { $0 ?? "nil" }.joined(separator: " | "))
  }

  private mutating func expect(_ isTrue: Bool, _ what: @autoclosure () -> String) {
    if !isTrue { contradictions.append(what()) }
  }

  // MARK: Reports

  mutating func walk(_ report: Report) {
    let application = report.application
    tell(
      report.baseType, report.applicationDate?.description, report.outcome.rawValue,
      "\(report.leftOut)", application.string("applicant.name"), application.string("baseName"))
    let hasErrors = report.diagnostics.contains { $0.severity == .error }
    expect(report.isInvalid == hasErrors, "invalid: \(report.isInvalid), errors: \(hasErrors)")
    expect(report.rulebooks.isEmpty == hasErrors, "data errors and verdicts, or neither")
    expect((report.outcome == .invalid) == hasErrors, "\(report.outcome), errors: \(hasErrors)")
    walk(report.diagnostics, of: application.text) { application.lineRange(at: $0) }
    for evidence in report.evidence { walk(evidence, of: application) }
    for rulebook in report.rulebooks { walk(rulebook, of: report) }
    let worst = [Outcome.ineligible, .undetermined, .eligible].first { outcome in
      report.rulebooks.contains { $0.outcome == outcome }
    }
    expect(report.outcome == worst ?? .invalid, "\(report.outcome) is not the worst")
  }

  private mutating func walk(_ report: RulebookReport, of whole: Report) {
    walk(report.rulebook)
    tell(report.baseType, report.outcome.rawValue, "\(report.counts)")
    if let construction = report.construction {
      tell(
        construction.start?.description, construction.end?.description,
        construction.year.map { "\($0)" }, construction.coverage?.rawValue)
      for language in Language.allCases { tell(construction.period.citation[language]) }
    }
    let verdicts = report.clauses.map(\.verdict)
    for (verdict, count) in [
      (Verdict.pass, report.counts.pass), (.fail, report.counts.fail),
      (.unknown, report.counts.unknown),
    ] {
      expect(count == verdicts.count { $0 == verdict }, "\(count) clauses are said to \(verdict)")
    }
    expect(!verdicts.isEmpty, "a rulebook without clauses has a verdict")
    let outcome: Outcome =
      verdicts.contains(.fail)
      ? .ineligible : verdicts.contains(.unknown) ? .undetermined : .eligible
    expect(report.outcome == outcome, "\(report.outcome), the clauses say \(outcome)")
    for clause in report.clauses { walk(clause, of: whole) }
    let declared = report.declaredWithoutEvidence.map(\.criterion.id)
    let marked = report.clauses.flatMap(\.criteria).filter(\.isDeclaredWithoutEvidence)
    expect(
      declared == marked.map(\.criterion.id), "declared without evidence: \(declared)")
    tell(declared.joined(separator: " "))
  }

  private mutating func walk(_ evidence: Evidence, of application: Application) {
    tell(
      application.vocabulary.path(of: evidence.reference),
      "\(application.position(of: evidence.reference))", evidence.title, evidence.file,
      evidence.supports, evidence.state.rawValue, "\(evidence.isAttached)")
    expect(
      evidence.isAttached == ["unchecked", "found"].contains(evidence.state.rawValue)
        || evidence.state == .noFile && evidence.title != nil,
      "\(evidence.state) is attached: \(evidence.isAttached)")
  }

  private mutating func walk(_ report: ClauseReport, of whole: Report) {
    let clause = report.clause
    for language in Language.allCases {
      tell(
        clause.id, report.article.id, report.article.citation[language],
        report.article.title[language], clause.citation[language], clause.title[language])
    }
    tell("\(report.verdict)")
    let verdict = report.criteria.reduce(Verdict.pass) { $0 && $1.verdict }
    expect(
      report.verdict == verdict, "clause \(clause.id): \(report.verdict), criteria: \(verdict)")
    for criterion in report.criteria { walk(criterion, of: whole) }
  }

  private mutating func walk(_ report: CriterionReport, of whole: Report) {
    let criterion = report.criterion
    for language in Language.allCases {
      tell(
        criterion.id, criterion.requirement[language], criterion.reading?[language],
        report.actual(in: language), report.required(in: language),
        report.derivation(in: language), report.shortfall(in: language),
        report.shortfallUnit(in: language), report.unit(in: language),
        "\(report.isShortfallExcess)")
      for proof in criterion.proof { tell(proof[language]) }
      let shortfall = report.shortfall(in: language)
      expect(
        shortfall == nil || report.verdict == .fail,
        "\(criterion.id) lacks something: \(report.verdict)")
    }
    tell(
      "\(report.verdict)", "\(report.isBoundary)", report.open?.rawValue, criterion.basis.rawValue)
    expect(
      (report.open != nil) == (report.verdict == .unknown),
      "\(criterion.id): open, and \(report.verdict)")
    expect(
      report.missing.isEmpty || report.verdict == .unknown,
      "\(criterion.id): decided, and missing facts")

    let attached = report.evidence
    tell(
      attached.map { whole.application.vocabulary.path(of: $0.reference) }.joined(separator: " "))
    expect(
      attached.allSatisfy { one in whole.evidence.contains { $0.reference == one.reference } },
      "\(criterion.id): documents that the application does not attach")
    expect(
      !report.isDeclaredWithoutEvidence
        || report.verdict == .pass && criterion.basis == .declared
          && !attached.contains(where: \.isAttached),
      "\(criterion.id): declared without evidence")

    let application = whole.application
    for fact in Array(report.facts) + Array(report.missing) {
      let position = application.position(of: fact)
      tell(application.vocabulary.path(of: fact), "\(position)")
      expect(
        position.line >= application.text.firstLine && position.column >= 1,
        "\(criterion.id): a fact at \(position)")
    }
  }

  // MARK: Screenings

  mutating func walk(_ screening: Screening, of unit: Recommender? = nil) {
    if let application = unit?.application {
      walk(screening.diagnostics, of: application.text) { application.lineRange(at: $0) }
    }
    for report in screening.recommenderReports { walk(report) }
    expect(
      screening.isRecommenderInvalid == screening.diagnostics.contains { $0.severity == .error },
      "the unit is invalid: \(screening.isRecommenderInvalid)")
    expect(
      !screening.isRecommenderInvalid || screening.recommenderReports.isEmpty,
      "data errors and verdicts on the unit")
    var ranks: [Int] = []
    for row in screening.candidates {
      tell("\(row.number)", row.rank.map { "\($0)" }, row.candidate.outcome?.rawValue)
      ranks.append(row.rank ?? .max)
      expect(
        row.lastObstacles.allSatisfy { $0.clause.verdict != .pass }, "an obstacle that is none")
    }
    expect(ranks == ranks.sorted(), "the ranks are out of order: \(ranks)")
    let numbers = screening.candidates.map(\.number).sorted()
    expect(numbers == Array(1..<numbers.count + 1), "candidates are lost: \(numbers)")
    let fails = screening.clauses.map(\.counts.fail)
    expect(fails == fails.sorted(by: >), "the clauses are out of order: \(fails)")
  }

  // MARK: Diagnostics

  mutating func walk(_ errors: RuleErrors) {
    expect(!errors.files.isEmpty, "errors in no file")
    for file in errors.files {
      tell(file.text.name)
      expect(!file.diagnostics.isEmpty, "no error in \(file.text.name)")
      walk(file.diagnostics, of: file.text) { file.lineRange(at: $0) }
    }
  }

  private mutating func walk(
    _ diagnostics: [Diagnostic], of text: SourceText, lineRange: (Int) -> Range<Int>
  ) {
    var previous = 0
    for diagnostic in diagnostics {
      let line = lineRange(diagnostic.offset)
      tell(
        "\(diagnostic.position)", diagnostic.severity.rawValue, diagnostic.codeName,
        diagnostic.path, "\(diagnostic.offset)", "\(line)")
      for language in Language.allCases {
        let sentence = diagnostic.text(in: language)
        tell(sentence)
        expect(!sentence.isEmpty, "nothing is said of \(diagnostic.code.rawValue)")
      }
      expect(
        diagnostic.position.line >= text.firstLine && diagnostic.position.column >= 1
          && line.lowerBound <= diagnostic.offset && diagnostic.offset <= line.upperBound
          && line.upperBound <= text.count && !text[line].contains(0x0A),
        "\(diagnostic.code.rawValue) at \(diagnostic.position), byte \(diagnostic.offset) of \(line)"
      )
      expect(previous <= diagnostic.offset, "\(diagnostic.code.rawValue) is out of order")
      previous = diagnostic.offset
    }
  }

  // MARK: Rules

  mutating func walk(_ library: RuleLibrary) {
    for fact in library.vocabulary.facts {
      for language in Language.allCases {
        tell(
          fact.path, fact.type.rawValue, fact.label[language],
          fact.unit?.name(for: "2", in: language))
        for code in fact.codes { tell(code.name, code.label[language]) }
      }
      expect(library.vocabulary[fact.path]?.path == fact.path, "\(fact.path) is not found")
    }
    for stage in library.vocabulary.stages { tell(stage.name, stage.label[.zh], stage.label[.en]) }
    for document in library.vocabulary.documents {
      tell(document.id, document.label[.zh], document.label[.en])
      for fact in document.vocabulary.facts { tell(fact.path, fact.label[.zh], fact.label[.en]) }
    }
    for rulebook in library.rulebooks { walk(rulebook) }
  }

  private mutating func walk(_ rulebook: Rulebook) {
    let document = rulebook.document
    tell(rulebook.id, rulebook.series, rulebook.programme, rulebook.digest, rulebook.fileName)
    tell(
      rulebook.span.from?.description, rulebook.span.until?.description,
      document.number, document.issued?.description)
    for language in Language.allCases {
      tell(document.title[language], document.authority[language])
      for reading in rulebook.readings { tell(reading[language]) }
      for part in rulebook.notChecked {
        tell(part.citation[language], part.subject[language], part.reason[language])
      }
      for basis in rulebook.legalBasis {
        tell(basis.title[language], basis.number, basis.note[language])
      }
    }
  }
}
