import RuleEngine

/// The report as a SARIF 2.1.0 log of one run: a result for each criterion that is not met (an error)
/// or open (a warning), and for each error and warning in the data.
///
/// Results come first and the tool, whose rules are known only then, after them.
struct SARIFRenderer: ReportRenderer {
  let language: Language
  let rules: SARIFRules
  /// Criteria that `rules` has been told of.
  private var known: Set<ObjectIdentifier> = []

  /// How deep in the log a result stands.
  private static let depth = 4
  /// Many elements of a list can decide together; so many are shown beside the first.
  private static let relatedCount = 10

  init(language: Language, rules: SARIFRules) {
    self.language = language
    self.rules = rules
  }

  var prologue: [UInt8] {
    let bytes = ByteBuffer()
    var writer = JSONWriter(bytes, isIndented: true)
    writer.open("{")
    writer.member(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.open("[")
    writer.item()
    writer.open("{")
    writer.member("language", language == .zh ? "zh-CN" : "en-GB")
    writer.member("columnKind", "unicodeCodePoints")
    writer.array("newlineSequences", of: [#""\n""#]) { $1.raw(Array($0.utf8)) }
    writer.key("results")
    writer.open("[")
    return bytes.withBytes { Array($0) }
  }
  var separator: [UInt8] { [] }
  var epilogue: [UInt8] {
    let bytes = ByteBuffer()
    bytes.append("\n      ],")
    var writer = JSONWriter(bytes, isIndented: true, depth: Self.depth - 1)
    rules.append(in: language, to: &writer)
    bytes.append("\n    }\n  ]\n}\n")
    return bytes.withBytes { Array($0) }
  }

  // Results stand after one another; only the whole output knows which is the first.
  var hasPlaceholders: Bool { true }
  func filling(_ index: Int) -> [UInt8] { index == 0 ? [] : [0x2C] }

  mutating func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    var seen: [String: Int] = [:]
    for diagnostic in report.diagnostics {
      rules.meet(diagnostic)
      let print = Fingerprint(diagnostic, in: report.application).text
      seen[print, default: 0] += 1
      result(in: bytes) { writer in
        writer.member("ruleId", diagnostic.codeName)
        writer.member("level", diagnostic.severity.rawValue)
        writer.message("message", diagnostic.text(in: language))
        let range = SourceRange(start: diagnostic.position, end: diagnostic.position)
        writer.array("locations", of: [range]) { $1.location(source, $0) }
        // Of equal ones, the first, the second …
        writer.fingerprint("\(print):\(seen[print] ?? 1)")
      }
    }
    let judgements = report.rulebooks.flatMap { $0.judgements }
    let new = judgements.filter {
      known.insert(ObjectIdentifier($0.criterion.criterion)).inserted
    }
    if !new.isEmpty { rules.meet(new) }
    let phrases = TextPhrases(language: language, vocabulary: report.application.vocabulary)
    let words = CriterionPhrases(phrases, report.application)
    for judgement in judgements where judgement.verdict != .pass {
      result(in: bytes) { append(judgement, source, words, to: &$0) }
    }
  }

  mutating func append(_ error: UnreadInput, about name: String, to bytes: ByteBuffer) -> Bool {
    rules.meet(error, about: name)
    return false
  }

  private func result(in bytes: ByteBuffer, _ write: (inout JSONWriter) -> Void) {
    bytes.append(0)
    bytes.append("\n        ")
    var writer = JSONWriter(bytes, isIndented: true, depth: Self.depth)
    writer.open("{")
    write(&writer)
    writer.close("}")
  }

  private func append(
    _ judgement: Judgement, _ source: String, _ words: CriterionPhrases, to writer: inout JSONWriter
  ) {
    let criterion = judgement.criterion
    let application = judgement.rulebook.application
    writer.member("ruleId", judgement.name)
    writer.member("level", judgement.verdict == .fail ? "error" : "warning")
    let requirement = criterion.criterion.requirement[language]
    writer.message(
      "message", "\(requirement)\(words.phrases.colon)\(words.explanation(criterion))")
    writer.array("locations", of: [judgement.range]) { $1.location(source, $0) }
    let facts = judgement.verdict == .fail ? criterion.facts : criterion.missing
    writer.array("relatedLocations", of: facts.dropFirst().prefix(Self.relatedCount).enumerated()) {
      $1.location(
        source, application.range(of: $0.element), id: $0.offset + 1,
        message: words.named($0.element))
    }
    writer.fingerprint(Fingerprint(judgement, in: application).text + ":1")
    writer.key("properties")
    writer.open("{")
    writer.member("verdict", judgement.verdict.name)
    writer.member("citation", judgement.clause.clause.citation[language])
    writer.member("actual", criterion.actual(in: language))
    writer.member("required", criterion.required(in: language))
    writer.member("shortfall", criterion.shortfall(in: language))
    writer.member("open", criterion.open?.rawValue)
    writer.array("missing", of: criterion.missing) { $1.path(of: $0, in: application.vocabulary) }
    writer.close("}")
  }
}

/// What makes a result the same from run to run, whatever else changes in the file: no position, no
/// number of an element, no word that depends on the language.
private struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A criterion.
  init(_ judgement: Judgement, in application: Application) {
    add(judgement.name)
    addNames(of: application)
  }

  /// An error or a warning: its code, its fact, and what stands there.
  init(_ diagnostic: Diagnostic, in application: Application) {
    add(diagnostic.codeName)
    addNames(of: application)
    var isIndex = false
    for scalar in (diagnostic.path ?? "").unicodeScalars {
      if scalar == "[" { isIndex = true }
      if !isIndex { add(String(scalar)) }
      if scalar == "]" { isIndex = false }
    }
    let line = application.lineRange(at: diagnostic.offset)
    let start = min(max(diagnostic.offset, line.lowerBound), line.upperBound)
    let end = min(line.upperBound, start + 64)
    let rest = application.text[start..<end]
    for byte in rest.prefix(while: { ![0x2C, 0x5D, 0x7D, 0x0D].contains($0) }) { add(byte) }
  }

  /// What an application is called, where it is one among many of a file.
  private mutating func addNames(of application: Application) {
    guard application.text.isOneLine else { return }
    for path in ["applicant.creditCode", "applicant.name", "baseName"] {
      add(application.string(path) ?? "")
    }
  }

  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// FNV-1a.
  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }
}

extension JSONWriter {
  fileprivate mutating func fingerprint(_ text: String) {
    key("partialFingerprints")
    open("{")
    member("kczgCheck/v1", text)
    close("}")
  }
}
