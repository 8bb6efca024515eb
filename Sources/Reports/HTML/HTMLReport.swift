package import RuleEngine

/// What was found of one application, as a self-check form: a part of an HTML document.
package struct HTMLReport {
  private let report: Report
  private let source: String
  private let language: Language
  private let isBrief: Bool
  /// The level of the form's own heading; those in it are deeper.
  private let level: Int
  private let html: HTMLWriter
  private let phrases: TextPhrases
  private let words: HTMLPhrases
  /// The text report, which knows the sentences that both have.
  private let page: TextPage

  package init(
    _ report: Report, source: String, language: Language, detail: ReportDetail, level: Int,
    to html: HTMLWriter
  ) {
    self.report = report
    self.source = source
    self.language = language
    isBrief = detail == .brief
    self.level = level
    self.html = html
    phrases = TextPhrases(language: language, vocabulary: report.application.vocabulary)
    words = HTMLPhrases(language: language)
    page = TextPage(report, source: source, language: language, detail: detail, usesColor: false)
  }

  package func write() {
    writeHead()
    if report.isInvalid {
      let errors = report.diagnostics.count { $0.severity == .error }
      html.element(.div, [.style: "conclusion fail"]) {
        html.element(.p, [.style: "verdict fail"], "✗ " + phrases.invalid(errors))
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
      let name = application.string("applicant.name") ?? application.place(source)
      html.element(.heading(level), level == 1 ? words.heading : name)
      html.element(.table, [.style: "facts"]) {
        html.element(.tbody) {
          for (name, value) in phrases.head(of: report, source: source) { row(name, value) }
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
      writeHeadings([words.kind, words.place, words.contentHeading])
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

  private func writeHeadings(_ names: [String]) {
    html.element(.thead) {
      html.element(.tr) { for name in names { html.element(.th, [.scope: "col"], name) } }
    }
  }

  /// FILE:LINE:COLUMN, as editors read it.
  private func writePlace(_ position: SourcePosition) {
    html.element(.code, "\(source):\(position.line):\(position.column)")
  }

  // MARK: A rulebook

  private func write(_ rulebook: RulebookReport) {
    let document = rulebook.rulebook.document
    html.element(.heading(level + 1), phrases.title(document.title[language]))
    let origin = [
      document.number ?? phrases.noNumber, document.authority[language],
      document.issued?.description ?? phrases.noDate,
    ]
    html.element(.p, [.style: "origin"], origin.joined(separator: " · "))
    html.element(.p, [.style: "origin"]) {
      html.text("\(phrases.rulebook) \(rulebook.rulebook.id) · \(words.digest) ")
      html.element(.code, "sha256:\(rulebook.rulebook.digest)")
    }
    writeConclusion(rulebook)
    let clauses = rulebook.clauses
    var number = 0
    for stage in phrases.stages(of: clauses) {
      html.element(.section) {
        html.element(.heading(level + 2), phrases.stage(stage))
        let own = clauses.filter { $0.article.stage == stage }
        if isBrief { writeBrief(own, &number) } else { write(own, &number) }
        if let construction = rulebook.construction, construction.period.stage == stage {
          html.element(.p, phrases.construction(construction))
        }
      }
    }
    if isBrief { return }
    writeNextSteps(rulebook, clauses)
    writeReadings(rulebook.rulebook)
  }

  private func writeConclusion(_ rulebook: RulebookReport) {
    let declared = rulebook.clauses.flatMap { $0.criteria }.count {
      $0.criterion.basis == .declared
    }
    let verdict = Verdict(rulebook.outcome)
    html.element(.div, [.style: "conclusion \(verdict.name)"]) {
      let said = phrases.outcome(
        rulebook.outcome, declared: declared, isApplication: rulebook.rulebook.about == nil)
      html.element(.p, [.style: "verdict \(verdict.name)"]) {
        html.text("\(phrases.sign(verdict)) \(phrases.conclusion)\(phrases.colon)\(said)")
      }
      html.element(.p, phrases.counts(rulebook.counts))
      if let line = page.words.withoutProof(rulebook, isBrief: isBrief) { html.element(.p, line) }
    }
  }

  private func writeNextSteps(_ rulebook: RulebookReport, _ clauses: [ClauseReport]) {
    html.element(.section) {
      html.element(.heading(level + 2), phrases.nextSteps)
      html.element(.ol) {
        let steps = page.nextSteps(clauses)
        let isApplication = rulebook.rulebook.about == nil
        for step in steps.isEmpty ? [phrases.gatherProof(isApplication: isApplication)] : steps {
          html.element(.li, step)
        }
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

  // MARK: The form

  private func mark(_ verdict: Verdict) -> String {
    "\(phrases.sign(verdict)) \(phrases.verdict(verdict))"
  }

  private func writeBrief(_ clauses: [ClauseReport], _ number: inout Int) {
    html.open(.table, [.style: "brief-form"])
    writeHeadings([words.numberHeading, words.clauseHeading, words.title, words.verdictHeading])
    html.open(.tbody)
    for report in clauses {
      number += 1
      html.element(.tr) {
        html.element(.td, "\(number)")
        html.element(.th, [.scope: "row"], report.clause.citation[language])
        html.element(.td, report.clause.title[language])
        html.element(
          .td, [.style: "mark \(report.verdict.name)"], mark(report.verdict))
      }
    }
    html.close(.tbody)
    html.close(.table)
  }

  /// A row a criterion; those of a clause stand together.
  private func write(_ clauses: [ClauseReport], _ number: inout Int) {
    html.open(.table, [.style: "form"])
    writeHeadings([
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
          html.element(.span, [.style: "mark"], mark(report.verdict))
        }
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
    html.element(.td, [.style: "mark \(report.verdict.name)"], mark(report.verdict))
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
    let attached = page.words.attached(to: report)
    if !attached.isEmpty {
      html.element(.ul, [.style: "attached"]) {
        for line in attached { html.element(.li, line) }
      }
    }
  }

  private func writeRemarks(_ report: CriterionReport) {
    if let shortfall = page.words.shortfall(report) {
      html.element(.p) { html.element(.strong, shortfall) }
    }
    if report.isBoundary { html.element(.p, phrases.boundary) }
    switch report.open {
    case .authority: html.element(.p, phrases.authority)
    case .facts:
      html.element(.p, phrases.missing + phrases.colon + page.words.missing(report))
    case nil: break
    }
    if let reading = report.criterion.reading {
      html.element(
        .p, [.style: "small"], words.reading + phrases.colon + reading[language])
    }
  }
}
