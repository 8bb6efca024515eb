import RuleEngine

/// The report as a table for spreadsheets: a row a criterion. Documents that prove none, errors and
/// warnings in the data, and inputs that cannot be read, have rows too.
struct CSVReport {
  let language: Language

  /// Writes the header.
  func begin(to bytes: ByteBuffer) {
    CSVWriter(bytes).row(Self.columns.map { $0[language] })
  }

  // Clauses are cited and not numbered: a spreadsheet takes 8.10 for 8.1.
  private static let columns = [
    Bilingual(zh: "文件", en: "File"),
    Bilingual(zh: "行", en: "Line"),
    Bilingual(zh: "列", en: "Column"),
    Bilingual(zh: "依托单位", en: "Host"),
    Bilingual(zh: "基地名称", en: "Base"),
    Bilingual(zh: "基地类别", en: "Base type"),
    Bilingual(zh: "申请日期", en: "Date"),
    Bilingual(zh: "规则", en: "Rulebook"),
    Bilingual(zh: "阶段", en: "Stage"),
    Bilingual(zh: "条款", en: "Clause"),
    Bilingual(zh: "条款内容", en: "Clause title"),
    Bilingual(zh: "条件", en: "Criterion"),
    Bilingual(zh: "要求", en: "Requirement"),
    Bilingual(zh: "结论", en: "Verdict"),
    Bilingual(zh: "依据", en: "Basis"),
    Bilingual(zh: "实际", en: "Actual"),
    Bilingual(zh: "应为", en: "Required"),
    Bilingual(zh: "差距", en: "Shortfall"),
    Bilingual(zh: "恰在界限上", en: "On the threshold"),
    Bilingual(zh: "缺少", en: "Missing"),
    Bilingual(zh: "证明材料", en: "Proof"),
    Bilingual(zh: "所附材料", en: "Attached"),
    Bilingual(zh: "说明", en: "Explanation"),
  ]

  /// A row by its cells' names; those that are not given are empty.
  private struct Row {
    var position: SourcePosition?
    var application: [CSVWriter.Cell] = ["", "", "", ""]
    var rulebook = ["", "", "", ""]
    var criterion = ""
    var requirement = ""
    var verdict: String
    var findings = [CSVWriter.Cell](repeating: "", count: 8)
    var explanation: String

    func cells(of file: String) -> [CSVWriter.Cell] {
      let place: [CSVWriter.Cell] = [
        .text(file), .value(position.map { "\($0.line)" } ?? ""),
        .value(position.map { "\($0.column)" } ?? ""),
      ]
      let clause = (rulebook + [criterion, requirement, verdict]).map { CSVWriter.Cell.value($0) }
      return place + application + clause + findings + [.value(explanation)]
    }
  }

  func append(_ report: Report, to bytes: ByteBuffer) {
    let writer = CSVWriter(continuing: bytes)
    let phrases = ReportPhrases(language: language)
    let application = report.application
    let (source, vocabulary) = (application.source, application.vocabulary)
    let words = CriterionPhrases(application, in: language)
    let head: [CSVWriter.Cell] = [
      .text(application.string("applicant.name") ?? ""),
      .text(application.string("baseName") ?? ""),
      .value(vocabulary.baseTypeName(report.baseType, in: language)),
      .value(report.applicationDate?.description ?? ""),
    ]
    for diagnostic in report.diagnostics {
      let row = Row(
        position: diagnostic.position, application: head, criterion: diagnostic.codeName,
        verdict: phrases.severity(diagnostic.severity), explanation: diagnostic.text(in: language))
      writer.row(row.cells(of: source))
    }
    for note in phrases.notes(on: report) {
      writer.row(
        Row(application: head, verdict: phrases.note, explanation: note).cells(of: source))
    }
    for rulebook in report.rulebooks {
      for clause in rulebook.clauses {
        let cells = [
          rulebook.rulebook.id, vocabulary.stageName(clause.article.stage, in: language),
          clause.clause.citation[language], clause.clause.title[language],
        ]
        for criterion in clause.criteria {
          let judgement = Judgement(rulebook: rulebook, clause: clause, criterion: criterion)
          let row = Row(
            position: judgement.range.start, application: head, rulebook: cells,
            criterion: criterion.criterion.id,
            requirement: criterion.criterion.requirement[language],
            verdict: phrases.verdict(judgement.verdict), findings: findings(of: criterion, words),
            explanation: judgement.verdict == .pass ? "" : words.explanation(criterion))
          writer.row(row.cells(of: source))
        }
        for document in clause.otherEvidence {
          var row = Row(
            position: application.position(of: document.reference), application: head,
            rulebook: cells, requirement: phrases.otherEvidence, verdict: phrases.note,
            explanation: phrases.notOfTheProofsNamed)
          row.findings[Self.attachedColumn] = .value(phrases.evidence(document, isTicked: false))
          writer.row(row.cells(of: source))
        }
      }
    }
  }

  /// Of the findings, the one that says what is attached.
  private static let attachedColumn = 7

  func append(_ error: UnreadInput, to bytes: ByteBuffer) {
    let row = Row(
      criterion: error.code, verdict: ReportPhrases(language: language).name(of: nil),
      explanation: error.text)
    CSVWriter(continuing: bytes).row(row.cells(of: error.name))
  }

  private func findings(of criterion: CriterionReport, _ words: CriterionPhrases)
    -> [CSVWriter.Cell]
  {
    let paths = criterion.missing.map { words.application.vocabulary.path(of: $0) }
    let actual = criterion.derivation(in: language) ?? criterion.actual(in: language) ?? ""
    return [
      .value(words.phrases.basis(criterion.criterion.basis)), .figure(actual),
      .figure(criterion.required(in: language) ?? ""), .value(words.shortfall(criterion) ?? ""),
      .value(criterion.isBoundary ? words.phrases.boundary : ""),
      .value(paths.joined(separator: words.phrases.enumeration)),
      .value(words.proof(criterion) ?? ""),
      .value(words.attached(to: criterion).joined(separator: words.phrases.semicolon)),
    ]
  }
}
