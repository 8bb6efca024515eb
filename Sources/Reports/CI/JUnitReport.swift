import RuleEngine

/// The report as JUnit XML, as Jenkins, GitLab and GitHub's reporters read it: a test suite a
/// rulebook and application, a test case a criterion.
///
/// Names have nothing in them that changes when a figure does, so that a history can be kept.
struct JUnitReport {
  let language: Language
  let failOn: FailOn

  static func begin(to bytes: ByteBuffer) {
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kczg-check\">\n")
  }

  static func end(to bytes: ByteBuffer) { bytes.append("</testsuites>\n") }

  func append(_ report: Report, to bytes: ByteBuffer) {
    var writer = XMLWriter(bytes, within: ["testsuites"])
    if report.isInvalid { return appendErrors(of: report, to: &writer) }
    if report.rulebooks.isEmpty { return appendNothing(of: report, to: &writer) }
    for rulebook in report.rulebooks { append(rulebook, of: report, to: &writer) }
  }

  func append(_ error: UnreadInput, to bytes: ByteBuffer) {
    var writer = XMLWriter(bytes, within: ["testsuites"])
    begin(error.name, file: error.name, Counts(tests: 1, errors: 1), to: &writer)
    writer.begin(
      "testcase",
      ["name": error.code, "classname": error.name, "file": error.name, "time": "0"])
    writer.element(
      "error", ["message": error.text, "type": error.code], text: "\(error.name): \(error.text)")
    writer.end()
    writer.end()
  }

  // MARK: Suites

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0
  }

  private func begin(_ name: String, file: String, _ counts: Counts, to writer: inout XMLWriter) {
    writer.begin(
      "testsuite",
      [
        "name": name, "tests": "\(counts.tests)", "failures": "\(counts.failures)",
        "errors": "\(counts.errors)", "skipped": "\(counts.skipped)", "time": "0", "file": file,
      ])
  }

  private func append(
    _ rulebook: RulebookReport, of report: Report, to writer: inout XMLWriter
  ) {
    let judgements = rulebook.judgements
    let unknown = judgements.count { $0.verdict == .unknown }
    var counts = Counts(tests: judgements.count)
    counts.failures = judgements.count { $0.verdict == .fail }
    if failOn == .unknown { counts.failures += unknown } else { counts.skipped = unknown }
    let place = report.application.place
    begin(
      "\(place) \(rulebook.rulebook.id)", file: report.application.source, counts, to: &writer)
    writer.begin("properties", [:])
    for (name, value) in properties(of: rulebook, report) {
      writer.element("property", ["name": name, "value": value])
    }
    writer.end()
    let words = CriterionPhrases(report.application, in: language)
    for judgement in judgements { append(judgement, place, words, to: &writer) }
    append(report.diagnostics, of: report, to: &writer)
    writer.end()
  }

  /// A test case of its own for an application to which no clause applies: it is undetermined.
  private func appendNothing(of report: Report, to writer: inout XMLWriter) {
    let (source, place) = (report.application.source, report.application.place)
    let phrases = ReportPhrases(language: language)
    let isSkipped = failOn == .fail
    begin(
      place, file: source,
      Counts(tests: 1, failures: isSkipped ? 0 : 1, skipped: isSkipped ? 1 : 0), to: &writer)
    writer.begin(
      "testcase",
      [
        "name": DiagnosticCode.nothingToCheck.rawValue, "classname": place, "time": "0",
        "file": source,
      ])
    let message = ([phrases.nothingToCheck] + phrases.notes(on: report))
      .joined(separator: phrases.semicolon)
    if isSkipped {
      writer.element("skipped", ["message": message])
    } else {
      writer.element("failure", ["message": message, "type": Verdict.unknown.name], text: message)
    }
    writer.end()
    append(report.diagnostics, of: report, to: &writer)
    writer.end()
  }

  /// What standard error says.
  private func append(
    _ diagnostics: [Diagnostic], of report: Report, to writer: inout XMLWriter
  ) {
    if diagnostics.isEmpty { return }
    let lines = diagnostics.map { $0.line(in: report.application.source, language) }
    writer.element("system-err", text: lines.joined(separator: "\n"))
  }

  private func properties(
    of rulebook: RulebookReport, _ report: Report
  ) -> KeyValuePairs<String, String> {
    [
      "rulebook": rulebook.rulebook.id,
      "digest": "sha256:" + rulebook.rulebook.digest,
      "baseType": rulebook.baseType ?? "",
      "applicationDate": report.applicationDate?.description ?? "",
      "verdict": rulebook.outcome.rawValue,
      "notes": ReportPhrases(language: language).notes(on: report).joined(separator: "\n"),
      "declaredWithoutEvidence": rulebook.declaredWithoutEvidence.map { $0.criterion.id }
        .joined(separator: " "),
      "otherEvidence": otherEvidence(of: rulebook, report).joined(separator: "\n"),
    ]
  }

  private func otherEvidence(of rulebook: RulebookReport, _ report: Report) -> [String] {
    let words = CriterionPhrases(report.application, in: language)
    return rulebook.clauses.compactMap { words.otherEvidence(of: $0) }
  }

  private func append(
    _ judgement: Judgement, _ place: String, _ words: CriterionPhrases, to writer: inout XMLWriter
  ) {
    let criterion = judgement.criterion
    let source = words.application.source
    let attributes: KeyValuePairs<StaticString, String?> = [
      "name": "\(criterion.criterion.id) \(criterion.criterion.requirement[language])",
      "classname": "\(place).\(judgement.rulebook.rulebook.id)", "time": "0", "file": source,
      "line": "\(judgement.range.start.line)",
    ]
    if judgement.verdict == .pass { return writer.element("testcase", attributes) }
    writer.begin("testcase", attributes)
    let explanation = words.explanation(criterion)
    if judgement.verdict == .unknown, failOn == .fail {
      writer.element("skipped", ["message": explanation])
    } else {
      let text = [
        SafeText.of(judgement.range.start.place(in: source)),
        judgement.clause.clause.citation[language], criterion.criterion.requirement[language],
        explanation,
      ].joined(separator: "\n")
      writer.element(
        "failure", ["message": explanation, "type": judgement.verdict.name], text: text)
    }
    writer.end()
  }

  /// What is wrong with an application of which nothing was judged.
  private func appendErrors(of report: Report, to writer: inout XMLWriter) {
    let (source, place) = (report.application.source, report.application.place)
    let errors = report.diagnostics.filter { $0.severity == .error }
    begin(
      place, file: source, Counts(tests: errors.count, errors: errors.count), to: &writer)
    for error in errors {
      let name = [error.codeName, error.path].compactMap { $0 }.joined(separator: " ")
      writer.begin(
        "testcase",
        [
          "name": name, "classname": place, "time": "0", "file": source,
          "line": "\(error.position.line)",
        ])
      writer.element(
        "error", ["message": error.text(in: language), "type": error.codeName],
        text: error.line(in: source, language))
      writer.end()
    }
    append(report.diagnostics.filter { $0.severity == .warning }, of: report, to: &writer)
    writer.end()
  }
}
