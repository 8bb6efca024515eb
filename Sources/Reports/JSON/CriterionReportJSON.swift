import RuleEngine

/// A criterion, as the JSON report has it.
struct CriterionReportJSON {
  /// What never changes.
  let fixed: FixedWords.Criterion
  let verdict: Verdict
  let actual: String?
  let derivation: String?
  /// Nil where it is fixed.
  let required: String?
  let lack: Lack?
  let language: Language
  let boundary: Bool
  let open: OpenReason?
  let facts: ArraySlice<FactReference>
  let missing: ArraySlice<FactReference>
  let evidence: [Evidence]
  let repeatedNames: [RepeatedName]
  /// In which facts and documents stand.
  let application: Application

  /// - Parameter writer: stands where the criterion will.
  init(
    _ report: CriterionReport, _ application: Application, _ words: FixedWords,
    _ writer: JSONWriter
  ) {
    let language = words.language
    fixed = words.criterion(report, writer)
    verdict = report.verdict
    actual = report.actual(in: language)
    derivation = report.derivation(in: language)
    required = fixed.required == nil ? report.required(in: language) : nil
    lack = report.lack
    self.language = language
    boundary = report.isBoundary
    open = report.open
    facts = report.facts
    missing = report.missing
    evidence = report.evidence
    repeatedNames = report.repeatedNames
    self.application = application
  }

  func append(to writer: inout JSONWriter) {
    writer.copy(fixed.beginning)
    writer.verdict(verdict)
    writer.copy(fixed.basis)
    writer.string(actual)
    writer.member("derivation", derivation)
    if let required = fixed.required {
      writer.copy(required)
    } else {
      writer.member("required", required)
    }
    writer.members(of: lack, language)
    writer.member("boundary", boundary)
    writer.member("open", open?.rawValue)
    writer.copy(fixed.reading)
    writer.array(of: facts) { append(place: $0, to: &$1) }
    writer.array("missing", of: missing) { $1.path(of: $0, in: application.vocabulary) }
    writer.names(
      repeated:
        repeatedNames.map { repeated in
          (
            name: repeated.name,
            paths: repeated.elements.map { application.vocabulary.path(of: $0) }
          )
        })
    writer.copy(fixed.proof)
    writer.array(of: evidence) { $1.document($0, of: application) }
    writer.close("}")
  }

  private func append(place fact: FactReference, to writer: inout JSONWriter) {
    writer.open("{")
    writer.place(of: fact, in: application)
    writer.close("}")
  }
}

extension JSONWriter {
  /// A document that is attached.
  mutating func document(_ evidence: Evidence, of application: Application) {
    open("{")
    member("title", evidence.title)
    member("file", evidence.file)
    member("state", evidence.state.rawValue)
    member("supports", evidence.supports)
    place(of: evidence.reference, in: application)
    close("}")
  }

  /// Where a value stands: members of their own.
  fileprivate mutating func place(of fact: FactReference, in application: Application) {
    let position = application.position(of: fact)
    key("path")
    path(of: fact, in: application.vocabulary)
    member("line", position.line)
    member("column", position.column)
  }
}

/// Errors and warnings; a member of their own.
struct DiagnosticsJSON {
  let diagnostics: [Diagnostic]
  let language: Language

  init(_ diagnostics: [Diagnostic], _ language: Language) {
    self.diagnostics = diagnostics
    self.language = language
  }

  func append(to writer: inout JSONWriter) {
    writer.array("diagnostics", of: diagnostics) { diagnostic, writer in
      writer.open("{")
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("code", diagnostic.codeName)
      writer.member("line", diagnostic.position.line)
      writer.member("column", diagnostic.position.column)
      writer.member("path", diagnostic.path)
      writer.member("message", diagnostic.text(in: language))
      writer.close("}")
    }
  }
}

extension JSONWriter {
  /// What a criterion lacks; that it is only the least, and at which size of a whole, where it is.
  mutating func members(of lack: Lack?, _ language: Language) {
    member("shortfall", lack?.amount(in: language))
    member("unit", lack?.unit(in: language))
    if lack?.isLowerBound == true { member("shortfallIsLowerBound", true) }
    if let size = lack?.atSize {
      member("wholeAsked", size.whole.description)
      member("shortfallOfWholeAsked", size.amount.description)
    }
  }

  /// The names that stand more than once among what is counted, where there are some.
  mutating func names(repeated names: [(name: String, paths: [String])]) {
    if names.isEmpty { return }
    array("repeatedNames", of: names) { repeated, writer in
      writer.open("{")
      writer.member("name", repeated.name)
      writer.array("paths", of: repeated.paths) { $1.string($0) }
      writer.close("}")
    }
  }

  /// How many clauses have each verdict.
  mutating func counts(_ counts: VerdictCounts) {
    key("counts")
    open("{")
    member("pass", counts.pass)
    member("fail", counts.fail)
    member("unknown", counts.unknown)
    close("}")
  }
}
