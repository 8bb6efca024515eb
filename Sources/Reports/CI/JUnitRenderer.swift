import RuleEngine

/// The report as JUnit XML, as Jenkins, GitLab and GitHub's reporters read it: a test suite a
/// rulebook and application, a test case a criterion.
///
/// Names have nothing in them that changes when a figure does, so that a history can be kept.
struct JUnitRenderer: ReportRenderer {
  let language: Language
  let failOn: FailOn

  var prologue: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kczg-check\">\n".utf8)
  }
  var separator: [UInt8] { [] }
  var epilogue: [UInt8] { Array("</testsuites>\n".utf8) }

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    var writer = XMLWriter(bytes, within: ["testsuites"])
    if report.isInvalid { return appendErrors(of: report, source, to: &writer) }
    if report.rulebooks.isEmpty { return appendNothing(of: report, source, to: &writer) }
    for rulebook in report.rulebooks { append(rulebook, of: report, source, to: &writer) }
  }

  func append(_ error: UnreadInput, about name: String, to bytes: ByteBuffer) -> Bool {
    var writer = XMLWriter(bytes, within: ["testsuites"])
    begin(name, file: name, Counts(tests: 1, errors: 1), to: &writer)
    writer.begin(
      "testcase", ["name": error.code, "classname": name, "file": name, "time": "0"])
    let text = error.text
    writer.element("error", ["message": text, "type": error.code], text: "\(name): \(text)")
    writer.end()
    writer.end()
    return true
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
    _ rulebook: RulebookReport, of report: Report, _ source: String, to writer: inout XMLWriter
  ) {
    let judgements = rulebook.judgements
    let unknown = judgements.count { $0.verdict == .unknown }
    var counts = Counts(tests: judgements.count)
    counts.failures = judgements.count { $0.verdict == .fail }
    if failOn == .unknown { counts.failures += unknown } else { counts.skipped = unknown }
    let place = report.application.place(source)
    begin("\(place) \(rulebook.rulebook.id)", file: source, counts, to: &writer)
    writer.begin("properties", [:])
    for (name, value) in properties(of: rulebook, report) {
      writer.element("property", ["name": name, "value": value])
    }
    writer.end()
    let phrases = TextPhrases(language: language, vocabulary: report.application.vocabulary)
    let words = CriterionPhrases(phrases, report.application)
    for judgement in judgements { append(judgement, source, place, words, to: &writer) }
    if !report.diagnostics.isEmpty {
      let lines = report.diagnostics.map { $0.line(source: source, in: language) }
      writer.element("system-err", text: lines.joined(separator: "\n"))
    }
    writer.end()
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
      "notes": TextPhrases(language: language, vocabulary: report.application.vocabulary)
        .notes(on: report).joined(separator: "\n"),
      "declaredWithoutEvidence": rulebook.declaredWithoutEvidence.map { $0.criterion.id }
        .joined(separator: " "),
    ]
  }

  private func append(
    _ judgement: Judgement, _ source: String, _ place: String, _ words: CriterionPhrases,
    to writer: inout XMLWriter
  ) {
    let criterion = judgement.criterion
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
      let position = judgement.range.start
      let text = [
        "\(SafeText.of(source)):\(position.line):\(position.column)",
        judgement.clause.clause.citation[language], criterion.criterion.requirement[language],
        explanation,
      ].joined(separator: "\n")
      writer.element(
        "failure", ["message": explanation, "type": judgement.verdict.name], text: text)
    }
    writer.end()
  }

  /// A test case of its own for an application to which no clause applies: it is undetermined.
  private func appendNothing(of report: Report, _ source: String, to writer: inout XMLWriter) {
    let place = report.application.place(source)
    let phrases = TextPhrases(language: language, vocabulary: report.application.vocabulary)
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
    if !report.diagnostics.isEmpty {
      let lines = report.diagnostics.map { $0.line(source: source, in: language) }
      writer.element("system-err", text: lines.joined(separator: "\n"))
    }
    writer.end()
  }

  /// What is wrong with an application of which nothing was judged.
  private func appendErrors(of report: Report, _ source: String, to writer: inout XMLWriter) {
    let place = report.application.place(source)
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
        text: error.line(source: source, in: language))
      writer.end()
    }
    let warnings = report.diagnostics.filter { $0.severity == .warning }
    if !warnings.isEmpty {
      let lines = warnings.map { $0.line(source: source, in: language) }
      writer.element("system-err", text: lines.joined(separator: "\n"))
    }
    writer.end()
  }
}
