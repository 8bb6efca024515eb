import RuleEngine

/// The report for people, in columns that line up with Chinese text, 80 wide.
struct TextRenderer: ReportRenderer {
  let language: Language
  let detail: ReportDetail
  let usesColor: Bool

  static let width = 80

  var prologue: [UInt8] { [] }
  var separator: [UInt8] { [0x0A] }
  var epilogue: [UInt8] { [] }

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    var page = TextPage(
      report, source: source, language: language, detail: detail, usesColor: usesColor)
    page.write()
    for line in page.lines {
      bytes.append(text: line)
      bytes.append(0x0A)
    }
  }
}

/// One report being written, line by line.
struct TextPage {
  private let report: Report
  private let source: String
  private let language: Language
  private let detail: ReportDetail
  private let usesColor: Bool
  private let phrases: TextPhrases
  let words: CriterionPhrases
  private(set) var lines: [String] = []

  init(
    _ report: Report, source: String, language: Language, detail: ReportDetail, usesColor: Bool
  ) {
    self.report = report
    self.source = source
    self.language = language
    self.detail = detail
    self.usesColor = usesColor
    phrases = TextPhrases(language: language, vocabulary: report.application.vocabulary)
    words = CriterionPhrases(phrases, report.application)
  }

  mutating func write() {
    writeHead()
    if report.isInvalid {
      add("")
      add(paint(phrases.invalid(report.diagnostics.count { $0.severity == .error }), .fail))
      return
    }
    writeRulebooks()
  }

  /// What was found, without the head.
  mutating func writeRulebooks() {
    for rulebook in report.rulebooks { write(rulebook) }
    if detail != .brief { writeReadings() }
  }

  // MARK: Parts

  private mutating func writeHead() {
    add(bold(phrases.heading))
    let rows = phrases.head(of: report, source: source)
    let width = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    for (name, value) in rows {
      add(
        SafeText.of(value ?? phrases.notGiven), first: DisplayWidth.pad(name, to: width + 2),
        indent: width + 2)
    }
  }

  private mutating func write(_ rulebook: RulebookReport) {
    let document = rulebook.rulebook.document
    add("")
    add(phrases.title(document.title[language]), isBold: true)
    let origin = [
      document.number ?? phrases.noNumber, document.authority[language],
      document.issued?.description ?? phrases.noDate,
    ]
    add(origin.joined(separator: " · "), isBold: false)
    add("\(phrases.rulebook) \(rulebook.rulebook.id)")
    add("sha256:\(rulebook.rulebook.digest)")
    let clauses = rulebook.clauses
    let width = clauses.map { DisplayWidth.of($0.clause.citation[language]) }.max() ?? 0
    for stage in phrases.stages(of: clauses) {
      add("")
      add(phrases.stage(stage), isBold: true)
      for clause in clauses where clause.article.stage == stage {
        write(clause, citationWidth: width)
      }
      if let construction = rulebook.construction, construction.period.stage == stage {
        add(phrases.construction(construction), first: "", indent: 2)
      }
    }
    writeConclusion(rulebook, clauses)
  }

  private mutating func write(_ clause: ClauseReport, citationWidth: Int) {
    let citation = DisplayWidth.pad(
      SafeText.of(clause.clause.citation[language]), to: citationWidth)
    let head = "\(mark(clause.verdict))  \(citation)  "
    add(
      SafeText.of(clause.clause.title[language]), first: head,
      indent: DisplayWidth.of(plainMark(clause.verdict)) + citationWidth + 4)
    guard detail != .brief else { return }
    if let inapplicable = clause.inapplicable, detail != .verbose {
      return add(SafeText.of(inapplicable[language]), first: "    ", indent: 4)
    }
    for criterion in clause.criteria where detail == .verbose || criterion.verdict != .pass {
      write(criterion)
    }
  }

  private mutating func write(_ criterion: CriterionReport) {
    let sign = paint(phrases.sign(criterion.verdict), criterion.verdict)
    add(SafeText.of(criterion.criterion.requirement[language]), first: "    \(sign) ", indent: 6)
    let lines = [
      words.comparison(criterion), words.places(criterion), words.openReason(criterion),
    ]
    for line in lines.compactMap({ $0 }) { add(SafeText.of(line), first: "      ", indent: 6) }
    if detail == .verbose { writeProof(of: criterion) }
  }

  /// What would prove a criterion, and what is attached.
  private mutating func writeProof(of criterion: CriterionReport) {
    let proof = words.proof(criterion).map { "\(phrases.proof) \($0)" }
    for line in [proof].compactMap({ $0 }) + words.attached(to: criterion) {
      add(SafeText.of(line), first: "      ", indent: 6)
    }
  }

  // MARK: Conclusion

  private mutating func writeConclusion(_ rulebook: RulebookReport, _ clauses: [ClauseReport]) {
    let declared = clauses.flatMap { $0.criteria }.count { $0.criterion.basis == .declared }
    let verdict = Verdict(rulebook.outcome)
    let isApplication = rulebook.rulebook.about == nil
    add("")
    let head = phrases.conclusion + phrases.colon
    let lines = DisplayWidth.wrap(
      phrases.outcome(rulebook.outcome, declared: declared, isApplication: isApplication),
      to: TextRenderer.width - DisplayWidth.of(head))
    for (index, line) in lines.enumerated() {
      add(
        (index == 0 ? head : String(repeating: " ", count: DisplayWidth.of(head)))
          + paint(line, verdict))
    }
    add(
      phrases.counts(rulebook.counts), first: String(repeating: " ", count: DisplayWidth.of(head)),
      indent: DisplayWidth.of(head))
    if let line = words.withoutProof(rulebook, isBrief: detail == .brief) {
      add(
        SafeText.of(line), first: String(repeating: " ", count: DisplayWidth.of(head)),
        indent: DisplayWidth.of(head))
    }
    guard detail != .brief else { return }
    add("")
    add(bold(phrases.nextSteps))
    var steps = nextSteps(clauses)
    if steps.isEmpty { steps = [phrases.gatherProof(isApplication: isApplication)] }
    for (index, step) in steps.enumerated() {
      let number = "\(index + 1). "
      add(SafeText.of(step), first: "  " + number, indent: 2 + number.count)
    }
  }

  /// What fails, what is missing, what the authority decides: in this order.
  func nextSteps(_ clauses: [ClauseReport]) -> [String] {
    var failing: [String] = []
    // A fact of many elements of a list is one step.
    var missing: [String: (first: FactReference, elements: Set<FactReference>, clauses: [String])] =
      [:]
    var paths: [String] = []
    var open: [String] = []
    for clause in clauses {
      let name = clause.clause.citation[language]
      for criterion in clause.criteria {
        switch criterion.verdict {
        case .pass: break
        case .fail:
          let requirement = criterion.criterion.requirement[language]
          let what =
            words.shortfall(criterion).map { requirement + phrases.semicolon + $0 } ?? requirement
          failing.append("\(name)\(phrases.colon)\(what)")
        case .unknown:
          if let inapplicable = criterion.inapplicable?[language] {
            if !open.contains(inapplicable) { open.append(inapplicable) }
          } else if criterion.open == .authority {
            open.append(phrases.ask("\(name) \(clause.clause.title[language])"))
          }
          for fact in criterion.missing {
            let path = report.application.vocabulary.fact(of: fact).path
            if missing[path] == nil { paths.append(path) }
            missing[path, default: (fact, [], [])].elements.insert(fact)
            if missing[path]?.clauses.last != name { missing[path]?.clauses.append(name) }
          }
        }
      }
    }
    let supplies = paths.compactMap { missing[$0] }.map { first, elements, names in
      let others = elements.count > 1 ? " " + phrases.others(elements.count) : ""
      return phrases.supply(words.named(first) + others) + phrases.colon
        + names.joined(separator: phrases.enumeration)
    }
    return failing + supplies + open
  }

  /// Every reading once, after the clauses that it is of.
  private mutating func writeReadings() {
    var readings: [(text: String, citations: [String])] = []
    func add(_ text: String, of citation: String?) {
      let index = readings.firstIndex { $0.text == text } ?? readings.endIndex
      if index == readings.endIndex { readings.append((text, [])) }
      if let citation, !readings[index].citations.contains(citation) {
        readings[index].citations.append(citation)
      }
    }
    for rulebook in report.rulebooks {
      for reading in rulebook.rulebook.readings { add(reading[language], of: nil) }
    }
    for clause in report.rulebooks.flatMap({ $0.clauses }) {
      for criterion in clause.criteria {
        guard let reading = criterion.criterion.reading else { continue }
        add(reading[language], of: clause.clause.citation[language])
      }
    }
    if readings.isEmpty { return }
    self.add("")
    self.add(bold(phrases.readings))
    for (text, citations) in readings {
      let list = citations.joined(separator: phrases.enumeration)
      self.add(
        SafeText.of(citations.isEmpty ? text : list + phrases.colon + text), first: "  · ",
        indent: 4)
    }
  }

  // MARK: Lines

  private mutating func add(_ line: String) { lines.append(line) }

  /// Text after `first`, further lines indented.
  private mutating func add(_ text: String, first: String, indent: Int) {
    let wrapped = DisplayWidth.wrap(text, to: TextRenderer.width - indent)
    for (index, line) in wrapped.enumerated() {
      lines.append((index == 0 ? first : String(repeating: " ", count: indent)) + line)
    }
  }

  private mutating func add(_ text: String, isBold: Bool) {
    for line in DisplayWidth.wrap(SafeText.of(text), to: TextRenderer.width) {
      lines.append(isBold ? bold(line) : line)
    }
  }

  private func plainMark(_ verdict: Verdict) -> String {
    let width = Verdict.allCases.map { DisplayWidth.of(phrases.verdict($0)) }.max() ?? 0
    return "\(phrases.sign(verdict)) \(DisplayWidth.pad(phrases.verdict(verdict), to: width))"
  }

  private func mark(_ verdict: Verdict) -> String { paint(plainMark(verdict), verdict) }

  private func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func paint(_ text: String, _ verdict: Verdict) -> String {
    guard usesColor else { return text }
    return "\u{1B}[\(verdict.color)m\(text)\u{1B}[0m"
  }
}
