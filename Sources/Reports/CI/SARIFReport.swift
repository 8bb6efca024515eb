import RuleEngine

/// The report as a SARIF 2.1.0 log of one run: a result for each criterion that is not met (an error)
/// or open (a warning), and for each error and warning in the data.
///
/// Results come first and the tool, whose rules are known only then, after them.
struct SARIFReport {
  let language: Language

  /// How deep in the log a result stands.
  private static let depth = 4
  /// Many elements of a list can decide together; so many are shown beside the first.
  private static let relatedCount = 10

  // MARK: The log

  /// Writes what stands before the results.
  func begin(to bytes: ByteBuffer) {
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
    writer.member("language", language.tag)
    writer.member("columnKind", "unicodeCodePoints")
    writer.array("newlineSequences", of: [#""\n""#]) { $1.raw(Array($0.utf8)) }
    writer.key("results")
    writer.open("[")
  }

  /// Writes what stands after them.
  func end(_ rules: SARIFRules, to bytes: ByteBuffer) {
    bytes.append("\n      ],")
    var writer = JSONWriter(bytes, isIndented: true, depth: Self.depth - 1)
    rules.append(in: language, to: &writer)
    bytes.append("\n    }\n  ]\n}\n")
  }

  // MARK: Results

  /// Writes results; between them, commas.
  ///
  /// - Parameter rules: learns what the results speak of.
  func append(_ report: Report, to bytes: ByteBuffer, _ rules: inout SARIFRules) {
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
        writer.array("locations", of: [range]) { $1.location(report.application.source, $0) }
        // Of equal ones, the first, the second …
        writer.fingerprint("\(print):\(seen[print] ?? 1)")
      }
    }
    let words = CriterionPhrases(report.application, in: language)
    for judgement in report.judgements {
      rules.meet(judgement)
      if judgement.verdict == .pass { continue }
      result(in: bytes) { append(judgement, words, to: &$0) }
    }
  }

  private func result(in bytes: ByteBuffer, _ write: (inout JSONWriter) -> Void) {
    if !bytes.isEmpty { bytes.append(0x2C) }
    bytes.append("\n        ")
    var writer = JSONWriter(bytes, isIndented: true, depth: Self.depth)
    writer.open("{")
    write(&writer)
    writer.close("}")
  }

  private func append(
    _ judgement: Judgement, _ words: CriterionPhrases, to writer: inout JSONWriter
  ) {
    let criterion = judgement.criterion
    let application = words.application
    let source = application.source
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
