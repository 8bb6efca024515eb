import RuleEngine

/// What was found of one application, as a self-check form: a part of an HTML document.
struct HTMLReport {
  private let report: Report
  private let language: Language
  private let isBrief: Bool
  /// The level of the form's own heading; those in it are deeper.
  private let level: Int
  private let html: HTMLWriter
  private let phrases: ReportPhrases
  private let criteria: CriterionPhrases
  private let words: HTMLPhrases

  init(
    _ report: Report, in language: Language, _ detail: ReportDetail, level: Int,
    to html: HTMLWriter
  ) {
    self.report = report
    self.language = language
    isBrief = detail == .brief
    self.level = level
    self.html = html
    phrases = ReportPhrases(language: language)
    criteria = CriterionPhrases(report.application, in: language)
    words = HTMLPhrases(language: language)
  }

  func write() {
    writeHead()
    if report.isInvalid {
      html.element(.div, [.style: "conclusion fail"]) {
        html.element(.p, [.style: "verdict fail"], "✗ " + phrases.invalid(report))
      }
    }
    if !report.diagnostics.isEmpty {
      html.element(.section) {
        html.element(.heading(level + 1), words.diagnosticsHeading)
        writeDiagnostics(report.diagnostics)
      }
    }
    writeRulebooks()
  }

  /// What was found, without the head.
  func writeRulebooks() {
    for note in phrases.notes(on: report) { html.element(.p, [.style: "origin"], "! " + note) }
    if report.rulebooks.isEmpty, !report.isInvalid {
      html.element(.div, [.style: "conclusion unknown"]) {
        html.element(
          .p, [.style: "verdict unknown"],
          "\(phrases.sign(.unknown)) \(phrases.conclusion)\(phrases.colon)\(phrases.nothingToCheck)"
        )
      }
    }
    for rulebook in report.rulebooks {
      html.element(.section, [.style: "rulebook"]) { write(rulebook) }
    }
  }

  // MARK: Head

  private func writeHead() {
    let application = report.application
    html.element(.header) {
      // In a document of several, each form is called by its applicant.
      let name = application.string("applicant.name") ?? application.place
      html.element(.heading(level), level == 1 ? words.heading : name)
      html.element(.table, [.style: "facts"]) {
        html.element(.tbody) {
          for (name, value) in phrases.head(of: report) { row(name, value) }
        }
      }
    }
  }

  private func row(_ name: String, _ value: String?) {
    html.element(.tr) {
      html.element(.th, [.scope: "row"], name)
      html.element(.td, value ?? phrases.notGiven)
    }
  }

  /// Errors and warnings about a document, with the places where they stand.
  func writeDiagnostics(_ diagnostics: [Diagnostic]) {
    html.element(.table, [.style: "listing"]) {
      html.headings([words.kind, words.place, words.contentHeading])
      html.element(.tbody) {
        for diagnostic in diagnostics {
          html.element(.tr) {
            let sign = diagnostic.severity == .error ? "✗" : "!"
            html.element(
              .td, [.style: "verdict \(diagnostic.severity == .error ? "fail" : "unknown")"],
              "\(sign) \(words.severity(diagnostic.severity))")
            html.element(.td) { writePlace(diagnostic.position) }
            html.element(.td) {
              html.text(diagnostic.text(in: language) + " ")
              html.element(.code, "[\(diagnostic.codeName)]")
            }
          }
        }
      }
    }
  }

  /// FILE:LINE:COLUMN, as editors read it.
  private func writePlace(_ position: SourcePosition) {
    html.element(.code, position.place(in: report.application.source))
  }

  // MARK: A rulebook

  private func write(_ rulebook: RulebookReport) {
    let document = rulebook.rulebook.document
    html.element(.heading(level + 1), phrases.title(document.title[language]))
    html.element(.p, [.style: "origin"], phrases.origin(of: document).joined(separator: " · "))
    html.element(.p, [.style: "origin"]) {
      html.text("\(phrases.rulebook) \(rulebook.rulebook.id) · \(words.digest) ")
      html.element(.code, "sha256:\(rulebook.rulebook.digest)")
    }
    writeConclusion(rulebook)
    let clauses = rulebook.clauses
    var number = 0
    let vocabulary = report.application.vocabulary
    for stage in vocabulary.stages(of: clauses) {
      html.element(.section) {
        html.element(.heading(level + 2), vocabulary.stageName(stage, in: language))
        let own = clauses.filter { $0.article.stage == stage }
        if isBrief { writeBrief(own, &number) } else { write(own, &number) }
        if let construction = rulebook.construction, construction.period.stage == stage {
          html.element(.p, phrases.construction(construction))
        }
      }
    }
    if isBrief { return }
    writeNextSteps(rulebook)
    writeReadings(rulebook.rulebook)
    writeUnchecked(rulebook.rulebook)
  }

  private func writeConclusion(_ rulebook: RulebookReport) {
    let verdict = Verdict(rulebook.outcome)
    html.element(.div, [.style: "conclusion \(verdict.name)"]) {
      let said = phrases.outcome(of: rulebook)
      html.element(.p, [.style: "verdict \(verdict.name)"]) {
        html.text("\(phrases.sign(verdict)) \(phrases.conclusion)\(phrases.colon)\(said)")
      }
      html.element(.p, phrases.counts(rulebook.counts))
      if let line = criteria.withoutProof(rulebook, isBrief: isBrief) { html.element(.p, line) }
    }
  }

  private func writeNextSteps(_ rulebook: RulebookReport) {
    html.element(.section) {
      html.element(.heading(level + 2), phrases.nextSteps)
      html.element(.ol) {
        for step in criteria.nextSteps(after: rulebook) { html.element(.li, step) }
      }
    }
  }

  /// The readings of the document as a whole; a criterion's own stands beside it.
  private func writeReadings(_ rulebook: Rulebook) {
    guard !rulebook.readings.isEmpty else { return }
    html.element(.section) {
      html.element(.heading(level + 2), phrases.readings)
      html.element(.ul) {
        for reading in rulebook.readings { html.element(.li, reading[language]) }
      }
    }
  }

  private func writeUnchecked(_ rulebook: Rulebook) {
    guard !rulebook.notChecked.isEmpty else { return }
    html.element(.section) {
      html.element(.heading(level + 2), phrases.notChecked)
      html.element(.ul) {
        for part in rulebook.notChecked { html.element(.li, phrases.unchecked(part)) }
      }
    }
  }

  // MARK: The form

  private func writeBrief(_ clauses: [ClauseReport], _ number: inout Int) {
    html.open(.table, [.style: "brief-form"])
    html.headings([words.numberHeading, words.clauseHeading, words.title, words.verdictHeading])
    html.open(.tbody)
    for report in clauses {
      number += 1
      html.element(.tr) {
        html.element(.td, "\(number)")
        html.element(.th, [.scope: "row"], report.clause.citation[language])
        html.element(.td, report.clause.title[language])
        html.element(
          .td, [.style: "mark \(report.verdict.name)"], phrases.mark(report.verdict))
      }
    }
    html.close(.tbody)
    html.close(.table)
  }

  /// A row a criterion; those of a clause stand together.
  private func write(_ clauses: [ClauseReport], _ number: inout Int) {
    html.open(.table, [.style: "form"])
    html.headings([
      words.numberHeading, words.clauseHeading, words.requirementHeading, words.stated,
      words.proofHeading, words.verdictHeading,
      words.remarksHeading,
    ])
    for clause in clauses {
      let criteria = clause.criteria
      html.open(.tbody)
      for (index, criterion) in criteria.enumerated() {
        number += 1
        html.open(.tr)
        html.element(.td, "\(number)")
        if index == 0 { writeHeading(clause, rows: criteria.count) }
        write(criterion)
        html.close(.tr)
      }
      html.close(.tbody)
    }
    html.close(.table)
  }

  private func writeHeading(_ report: ClauseReport, rows: Int) {
    html.element(
      .th, [.scope: "rowgroup", .rowspan: rows > 1 ? "\(rows)" : nil]
    ) {
      html.element(.strong, report.clause.citation[language])
      html.element(.p, report.clause.title[language])
      if rows > 1 {
        html.element(.p, [.style: "small \(report.verdict.name)"]) {
          html.text(words.wholeClause + phrases.colon)
          html.element(.span, [.style: "mark"], phrases.mark(report.verdict))
        }
      }
      let others = criteria.others(of: report)
      guard !others.isEmpty else { return }
      html.element(
        .p, [.style: "small"],
        phrases.parenthesised(phrases.otherEvidence, phrases.notOfTheProofsNamed))
      html.element(.ul, [.style: "attached"]) {
        for line in others { html.element(.li, line) }
      }
    }
  }

  private func write(_ report: CriterionReport) {
    html.element(.td) {
      html.element(.p, report.criterion.requirement[language])
      if let required = report.required(in: language) {
        let unit = report.unit(in: language).map { " " + $0 } ?? ""
        html.element(
          .p, [.style: "small"], "\(phrases.required)\(phrases.colon)\(required)\(unit)")
      }
      html.element(.p, [.style: "id"], report.criterion.id)
    }
    html.element(.td) { writeStated(report) }
    html.element(.td) { writeProof(report) }
    html.element(.td, [.style: "mark \(report.verdict.name)"], phrases.mark(report.verdict))
    html.element(.td) { writeRemarks(report) }
  }

  private func writeStated(_ report: CriterionReport) {
    let value = report.derivation(in: language) ?? report.actual(in: language)
    let text = value ?? phrases.unknownValue
    // A whole paragraph in bold is hard to read.
    html.element(.p, [.style: text.count > 60 ? nil : "value"], text)
    html.element(.p, [.style: "small"], words.basis(report.criterion.basis))
    guard !report.facts.isEmpty else { return }
    let application = self.report.application
    html.element(.ul, [.style: "places"]) {
      for fact in report.facts.prefix(Self.mostPlaces) {
        html.element(.li) {
          html.text(application.vocabulary.fact(of: fact).label[language] + " ")
          html.element(.code, application.vocabulary.path(of: fact))
          html.text(" ")
          let position = application.position(of: fact)
          // All stand in one file, which is named above.
          html.element(.code, "\(position.line):\(position.column)")
        }
      }
      if report.facts.count > Self.mostPlaces {
        html.element(.li, phrases.others(report.facts.count))
      }
    }
  }

  /// As many places as the text report shows.
  private static let mostPlaces = 4

  /// What would prove it, and what is attached.
  private func writeProof(_ report: CriterionReport) {
    let named = report.criterion.proof
    if !named.isEmpty {
      html.element(.ul, [.style: "proof"]) {
        for proof in named { html.element(.li, proof[language]) }
      }
    }
    let attached = criteria.attached(to: report)
    if !attached.isEmpty {
      html.element(.ul, [.style: "attached"]) {
        for line in attached { html.element(.li, line) }
      }
    }
  }

  private func writeRemarks(_ report: CriterionReport) {
    if let shortfall = criteria.shortfall(report) {
      html.element(.p) { html.element(.strong, shortfall) }
    }
    if report.isBoundary { html.element(.p, phrases.boundary) }
    switch report.open {
    case .authority:
      if report.isForAuthority { html.element(.p, phrases.authority) }
    case .facts:
      html.element(.p, phrases.missing + phrases.colon + criteria.missing(report))
    case nil: break
    }
    for line in criteria.repetitions(report) { html.element(.p, line) }
    if let reading = report.criterion.reading {
      html.element(
        .p, [.style: "small"], words.reading + phrases.colon + reading[language])
    }
  }
}
