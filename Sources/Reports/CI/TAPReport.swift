import RuleEngine

/// The report by the Test Anything Protocol, version 14: a test point a criterion, numbered through
/// all applications, the plan at the end.
struct TAPReport {
  let language: Language
  let failOn: FailOn

  static func begin(to bytes: ByteBuffer) { bytes.append("TAP version 14\n") }

  /// - Parameter count: of test points.
  static func end(count: Int, to bytes: ByteBuffer) { bytes.append(text: "1..\(count)\n") }

  func append(_ report: Report, to bytes: ByteBuffer, _ numbers: inout RunningNumbers) {
    let (source, place) = (report.application.source, report.application.place)
    for diagnostic in report.diagnostics where diagnostic.severity == .warning {
      bytes.append(text: "# \(diagnostic.line(in: source, language))\n")
    }
    for diagnostic in report.diagnostics where diagnostic.severity == .error {
      // Its text may change with the file, the code not.
      let name = [place, diagnostic.codeName, diagnostic.path].compactMap { $0 }
      append(isOK: false, name.joined(separator: " "), to: bytes, &numbers)
      append(
        Details(
          severity: "error", message: diagnostic.text(in: language), file: source,
          position: diagnostic.position), to: bytes)
    }
    let words = CriterionPhrases(report.application, in: language)
    for note in words.phrases.notes(on: report) {
      bytes.append(text: "# \(SafeText.of("\(place): \(note)"))\n")
    }
    if report.rulebooks.isEmpty, !report.isInvalid {
      let nothing = words.phrases.nothingToCheck
      append(
        isOK: failOn == .fail, "\(place) \(DiagnosticCode.nothingToCheck.rawValue)",
        skip: failOn == .fail ? nothing : nil, to: bytes, &numbers)
      append(
        Details(severity: Verdict.unknown.name, message: nothing, file: source), to: bytes)
    }
    for rulebook in report.rulebooks {
      for judgement in rulebook.judgements { append(judgement, place, words, to: bytes, &numbers) }
      let notes =
        rulebook.clauses.compactMap { words.otherEvidence(of: $0) }
        + [words.withoutProof(rulebook, isBrief: false)].compactMap { $0 }
      for note in notes {
        bytes.append(text: "# \(SafeText.of("\(place) \(rulebook.rulebook.id): \(note)"))\n")
      }
    }
  }

  func append(_ error: UnreadInput, to bytes: ByteBuffer, _ numbers: inout RunningNumbers) {
    append(isOK: false, "\(error.name) \(error.code)", to: bytes, &numbers)
    append(Details(severity: "error", message: error.text, file: error.name), to: bytes)
  }

  private func append(
    _ judgement: Judgement, _ place: String, _ words: CriterionPhrases, to bytes: ByteBuffer,
    _ numbers: inout RunningNumbers
  ) {
    let criterion = judgement.criterion
    let requirement = criterion.criterion.requirement[language]
    let name = "\(place) \(judgement.name) \(requirement)"
    // Skipped, as what could not be tested; `ok` is what the protocol asks for there.
    let isSkipped = judgement.verdict == .unknown && failOn == .fail
    append(
      isOK: judgement.verdict == .pass || isSkipped, name,
      skip: isSkipped ? words.openReason(criterion) : nil, to: bytes, &numbers)
    guard judgement.verdict != .pass else { return }
    append(
      Details(
        severity: judgement.verdict.name, message: words.explanation(criterion),
        file: words.application.source, position: judgement.range.start, criterion: criterion),
      to: bytes)
  }

  private func append(
    isOK: Bool, _ description: String, skip: String? = nil, to bytes: ByteBuffer,
    _ numbers: inout RunningNumbers
  ) {
    bytes.append(isOK ? "ok " : "not ok ")
    numbers.next(at: bytes.count)
    bytes.append(text: " - \(Self.escape(description))")
    if let skip { bytes.append(text: " # SKIP \(Self.escape(skip))") }
    bytes.append(0x0A)
  }

  /// A text in which nothing begins a directive.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in SafeText.of(text).unicodeScalars {
      if scalar == "\\" || scalar == "#" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  // MARK: Diagnostics

  /// What a test point's block of YAML says.
  private struct Details {
    let severity: String
    let message: String
    let file: String
    var position: SourcePosition?
    var criterion: CriterionReport?
  }

  /// Texts are in double quotes, with JSON's escapes, which are YAML's too.
  private func append(_ details: Details, to bytes: ByteBuffer) {
    func member(_ key: String, _ text: String?) {
      guard let text else { return }
      bytes.append(text: "  \(key): ")
      bytes.append(jsonString: text)
      bytes.append(0x0A)
    }
    bytes.append("  ---\n")
    member("message", details.message)
    member("severity", details.severity)
    if let criterion = details.criterion {
      member("actual", criterion.actual(in: language))
      member("required", criterion.required(in: language))
      member("shortfall", criterion.shortfall(in: language))
    }
    bytes.append("  at:\n")
    member("  file", details.file)
    if let position = details.position {
      bytes.append(text: "    line: \(position.line)\n    column: \(position.column)\n")
    }
    bytes.append("  ...\n")
  }
}
