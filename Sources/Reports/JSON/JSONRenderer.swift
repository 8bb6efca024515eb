import RuleEngine

/// The report as JSON, as the contract of its readers lays it down: keys may be added, none is
/// renamed or dropped.
struct JSONRenderer: ReportRenderer {
  let language: Language
  let isBrief: Bool
  let layout: JSONLayout
  /// What does not change from report to report, rendered once.
  private var fixedWords: [ObjectIdentifier: FixedWords] = [:]

  /// A clause's or criterion's own words as JSON strings.
  private final class FixedWords {
    let id: [UInt8]
    let first: [UInt8]
    let second: [UInt8]
    /// What a criterion requires, where that is the same for every application.
    let required: [UInt8]?
    /// The array of documents that would prove a criterion.
    var proof: [UInt8] = []

    init(id: [UInt8], first: [UInt8], second: [UInt8], required: [UInt8]?) {
      self.id = id
      self.first = first
      self.second = second
      self.required = required
    }
  }

  init(language: Language, isBrief: Bool, layout: JSONLayout) {
    self.language = language
    self.isBrief = isBrief
    self.layout = layout
  }

  var prologue: [UInt8] { layout.prologue }
  var separator: [UInt8] { layout.separator }
  var epilogue: [UInt8] { layout.epilogue }

  mutating func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    layout.append(to: bytes) { append(report, source: source, to: &$0) }
  }

  private mutating func append(_ report: Report, source: String, to writer: inout JSONWriter) {
    writer.open("{")
    writer.key("application")
    writer.open("{")
    writer.member("source", source)
    writer.member("line", report.application.text.firstLine)
    writer.member("name", report.application.string("applicant.name"))
    writer.member("baseType", report.baseType)
    writer.member("applicationDate", report.applicationDate?.description)
    writer.close("}")
    writer.member("verdict", report.outcome.rawValue)
    writer.array("rulebooks", of: report.rulebooks) { append($0, to: &$1) }
    writer.array("diagnostics", of: report.diagnostics) { $1.diagnostic($0, in: language) }
    writer.close("}")
  }

  /// One rulebook's part of a report.
  mutating func append(_ rulebook: RulebookReport, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("id", rulebook.rulebook.id)
    writer.key("digest")
    writer.string("sha256:" + rulebook.rulebook.digest)
    writer.member("verdict", rulebook.outcome.rawValue)
    writer.counts(rulebook.counts)
    if let construction = rulebook.construction { append(construction, to: &writer) }
    if !isBrief {
      writer.array("declaredWithoutEvidence", of: rulebook.declaredWithoutEvidence) {
        $1.string($0.criterion.id)
      }
    }
    writer.array("clauses", of: rulebook.clauses) { append($0, of: rulebook.application, to: &$1) }
    writer.close("}")
  }

  private func append(_ construction: ConstructionReport, to writer: inout JSONWriter) {
    writer.key("constructionPeriod")
    writer.open("{")
    writer.member("citation", construction.period.citation[language])
    writer.member("from", construction.start?.description)
    writer.member("until", construction.end?.description)
    writer.key("year")
    if let year = construction.year { writer.number(year) } else { writer.string(nil) }
    writer.member("coverage", construction.coverage?.rawValue)
    writer.member("note", construction.period.note?[language])
    writer.close("}")
  }

  private mutating func append(
    _ report: ClauseReport, of application: Application, to writer: inout JSONWriter
  ) {
    let clause = report.clause
    let words = fixed(clause) { ($0.id, $0.citation, $0.title, nil) }
    writer.open("{")
    writer.key("id")
    writer.raw(words.id)
    writer.key("citation")
    writer.raw(words.first)
    writer.key("title")
    writer.raw(words.second)
    writer.member("stage", report.article.stage)
    writer.member("verdict", report.verdict.name)
    if !isBrief {
      writer.array("criteria", of: report.criteria) { append($0, of: application, to: &$1) }
    }
    writer.close("}")
  }

  private mutating func append(
    _ report: CriterionReport, of application: Application, to writer: inout JSONWriter
  ) {
    let criterion = report.criterion
    let language = language
    let words = fixed(criterion) {
      (
        $0.id, $0.requirement, $0.reading,
        $0.isRequirementFixed ? report.required(in: language) : nil
      )
    }
    writer.open("{")
    writer.key("id")
    writer.raw(words.id)
    writer.key("requirement")
    writer.raw(words.first)
    writer.member("verdict", report.verdict.name)
    writer.member("basis", criterion.basis.rawValue)
    writer.member("actual", report.actual(in: language))
    writer.member("derivation", report.derivation(in: language))
    writer.key("required")
    if let required = words.required {
      writer.raw(required)
    } else {
      writer.string(report.required(in: language))
    }
    writer.member("shortfall", report.shortfall(in: language))
    writer.member("unit", report.shortfallUnit(in: language))
    writer.member("boundary", report.isBoundary)
    writer.member("open", report.open?.rawValue)
    writer.key("reading")
    writer.raw(words.second)
    writer.array("facts", of: report.facts) { fact, writer in
      let position = application.position(of: fact)
      writer.open("{")
      writer.key("path")
      writer.path(of: fact, in: application.vocabulary)
      writer.member("line", position.line)
      writer.member("column", position.column)
      writer.close("}")
    }
    writer.array("missing", of: report.missing) {
      $1.path(of: $0, in: application.vocabulary)
    }
    writer.key("proof")
    if words.proof.isEmpty { words.proof = proof(of: criterion, writer) }
    writer.raw(words.proof)
    writer.array("evidence", of: report.evidence) { append($0, of: application, to: &$1) }
    writer.close("}")
  }

  private func append(
    _ evidence: Evidence, of application: Application, to writer: inout JSONWriter
  ) {
    let position = application.position(of: evidence.reference)
    writer.open("{")
    writer.member("title", evidence.title)
    writer.member("file", evidence.file)
    writer.member("state", evidence.state.rawValue)
    writer.member("supports", evidence.supports)
    writer.key("path")
    writer.path(of: evidence.reference, in: application.vocabulary)
    writer.member("line", position.line)
    writer.member("column", position.column)
    writer.close("}")
  }

  /// The array of what would prove a criterion, as it stands where `writer` is.
  private func proof(of criterion: Criterion, _ writer: JSONWriter) -> [UInt8] {
    let bytes = ByteBuffer()
    var part = writer.apart(to: bytes)
    part.array(of: criterion.proof) { $1.string($0[language]) }
    return bytes.withBytes { Array($0) }
  }

  private mutating func fixed<Part: AnyObject>(
    _ part: Part, _ words: (Part) -> (id: String, first: Words, second: Words?, required: String?)
  ) -> FixedWords {
    let key = ObjectIdentifier(part)
    if let known = fixedWords[key] { return known }
    func json(_ text: String?) -> [UInt8] {
      guard let text else { return Array("null".utf8) }
      let bytes = ByteBuffer()
      bytes.append(jsonString: text)
      return bytes.withBytes { Array($0) }
    }
    let (id, first, second, required) = words(part)
    let rendered = FixedWords(
      id: json(id), first: json(first[language]), second: json(second?[language]),
      required: required.map(json))
    fixedWords[key] = rendered
    return rendered
  }
}

extension JSONWriter {
  /// Where a rulebook comes from.
  mutating func document(_ document: LegalDocument, in language: Language) {
    key("document")
    open("{")
    member("title", document.title[language])
    member("number", document.number)
    member("authority", document.authority[language])
    member("issued", document.issued?.description)
    close("}")
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

  mutating func diagnostic(_ diagnostic: Diagnostic, in language: Language) {
    open("{")
    member("severity", diagnostic.severity.rawValue)
    member("code", diagnostic.codeName)
    member("line", diagnostic.position.line)
    member("column", diagnostic.position.column)
    member("path", diagnostic.path)
    member("message", diagnostic.text(in: language))
    close("}")
  }
}

extension Verdict {
  /// The word for it in machine formats.
  package var name: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown: "unknown"
    }
  }
}
