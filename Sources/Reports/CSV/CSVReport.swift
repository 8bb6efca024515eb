import RuleEngine

/// The report as a table for spreadsheets: a row a criterion. Errors and warnings in the data, and
/// inputs that cannot be read, have rows too.
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
    var application: [String] = ["", "", "", ""]
    var rulebook: [String] = ["", "", "", ""]
    var criterion = ""
    var requirement = ""
    var verdict: String
    var findings = [String](repeating: "", count: 8)
    var explanation: String

    func cells(of file: String) -> [String] {
      [file, position.map { "\($0.line)" } ?? "", position.map { "\($0.column)" } ?? ""]
        + application + rulebook + [criterion, requirement, verdict] + findings + [explanation]
    }
  }

  func append(_ report: Report, to bytes: ByteBuffer) {
    let writer = CSVWriter(continuing: bytes)
    let phrases = ReportPhrases(language: language)
    let application = report.application
    let (source, vocabulary) = (application.source, application.vocabulary)
    let words = CriterionPhrases(application, in: language)
    let head = [
      application.string("applicant.name") ?? "", application.string("baseName") ?? "",
      vocabulary.baseTypeName(report.baseType, in: language),
      report.applicationDate?.description ?? "",
    ]
    for diagnostic in report.diagnostics {
      let row = Row(
        position: diagnostic.position, application: head, criterion: diagnostic.codeName,
        verdict: phrases.severity(diagnostic.severity), explanation: diagnostic.text(in: language))
      writer.row(row.cells(of: source))
    }
    for judgement in report.judgements {
      let clause = judgement.clause
      let row = Row(
        position: judgement.range.start, application: head,
        rulebook: [
          judgement.rulebook.rulebook.id,
          vocabulary.stageName(clause.article.stage, in: language),
          clause.clause.citation[language], clause.clause.title[language],
        ], criterion: judgement.criterion.criterion.id,
        requirement: judgement.criterion.criterion.requirement[language],
        verdict: phrases.verdict(judgement.verdict),
        findings: findings(of: judgement.criterion, words),
        explanation: judgement.verdict == .pass ? "" : words.explanation(judgement.criterion))
      writer.row(row.cells(of: source))
    }
  }

  func append(_ error: UnreadInput, to bytes: ByteBuffer) {
    let row = Row(
      criterion: error.code, verdict: ReportPhrases(language: language).name(of: nil),
      explanation: error.text)
    CSVWriter(continuing: bytes).row(row.cells(of: error.name))
  }

  private func findings(of criterion: CriterionReport, _ words: CriterionPhrases) -> [String] {
    let paths = criterion.missing.map { words.application.vocabulary.path(of: $0) }
    return [
      words.phrases.basis(criterion.criterion.basis),
      criterion.derivation(in: language) ?? criterion.actual(in: language) ?? "",
      criterion.required(in: language) ?? "", words.shortfall(criterion) ?? "",
      criterion.isBoundary ? words.phrases.boundary : "",
      paths.joined(separator: words.phrases.enumeration), words.proof(criterion) ?? "",
      words.attached(to: criterion).joined(separator: words.phrases.semicolon),
    ]
  }
}
