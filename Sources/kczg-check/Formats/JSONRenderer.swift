import Rules

/// The report as JSON, as the contract of its readers lays it down: keys may be added, none is
/// renamed or dropped.
struct JSONRenderer: ReportRenderer {
  enum Layout {
    /// One object, indented.
    case single
    /// An array of objects, indented.
    case list
    /// An object a line.
    case lines
  }

  let language: Language
  let isBrief: Bool
  let layout: Layout
  /// What does not change from report to report, rendered once.
  private var fixedWords: [ObjectIdentifier: FixedWords] = [:]

  /// A clause's or criterion's own words as JSON strings.
  private struct FixedWords {
    let id: [UInt8]
    let first: [UInt8]
    let second: [UInt8]
    /// What a criterion requires, where that is the same for every application.
    let required: [UInt8]?
  }

  init(language: Language, isBrief: Bool, layout: Layout) {
    self.language = language
    self.isBrief = isBrief
    self.layout = layout
  }

  var prologue: [UInt8] { layout == .list ? Array("[".utf8) : [] }
  var separator: [UInt8] { layout == .list ? Array(",".utf8) : [] }
  var epilogue: [UInt8] { layout == .list ? Array("\n]\n".utf8) : [] }

  mutating func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    if layout == .list { bytes.append("\n  ") }
    var writer = JSONWriter(bytes, isIndented: layout != .lines, depth: layout == .list ? 1 : 0)
    append(report, source: source, to: &writer)
    if layout != .list { bytes.append(0x0A) }
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
    writer.array("rulebooks", of: report.rulebooks) { append($0, of: report, to: &$1) }
    writer.array("diagnostics", of: report.diagnostics) { append($0, to: &$1) }
    writer.close("}")
  }

  private mutating func append(
    _ rulebook: RulebookReport, of report: Report, to writer: inout JSONWriter
  ) {
    writer.open("{")
    writer.member("id", rulebook.rulebook.id)
    writer.key("digest")
    writer.string("sha256:" + rulebook.rulebook.digest)
    writer.member("verdict", rulebook.outcome.rawValue)
    let counts = rulebook.counts
    writer.key("counts")
    writer.open("{")
    writer.member("pass", counts.pass)
    writer.member("fail", counts.fail)
    writer.member("unknown", counts.unknown)
    writer.close("}")
    writer.array("clauses", of: rulebook.clauses) { append($0, of: report, to: &$1) }
    writer.close("}")
  }

  private mutating func append(
    _ report: ClauseReport, of whole: Report, to writer: inout JSONWriter
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
      writer.array("criteria", of: report.criteria) { append($0, of: whole, to: &$1) }
    }
    writer.close("}")
  }

  private mutating func append(
    _ report: CriterionReport, of whole: Report, to writer: inout JSONWriter
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
      let position = whole.application.position(of: fact)
      writer.open("{")
      writer.key("path")
      writer.path(of: fact, in: whole.application.vocabulary)
      writer.member("line", position.line)
      writer.member("column", position.column)
      writer.close("}")
    }
    writer.array("missing", of: report.missing) {
      $1.path(of: $0, in: whole.application.vocabulary)
    }
    writer.close("}")
  }

  private func append(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("severity", diagnostic.severity.rawValue)
    writer.member("code", diagnostic.code.rawValue)
    writer.member("line", diagnostic.position.line)
    writer.member("column", diagnostic.position.column)
    writer.member("path", diagnostic.path)
    writer.member("message", diagnostic.text(in: language))
    writer.close("}")
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
      return Array(bytes.bytes)
    }
    let (id, first, second, required) = words(part)
    let rendered = FixedWords(
      id: json(id), first: json(first[language]), second: json(second?[language]),
      required: required.map(json))
    fixedWords[key] = rendered
    return rendered
  }
}

extension Verdict {
  /// The word for it in machine formats.
  var name: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown: "unknown"
    }
  }
}
