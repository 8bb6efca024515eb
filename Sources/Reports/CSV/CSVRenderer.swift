import RuleEngine

/// The report as a table for spreadsheets: a row a criterion. Errors and warnings in the data, and
/// inputs that cannot be read, have rows too.
struct CSVRenderer: ReportRenderer {
  let language: Language

  var prologue: [UInt8] {
    let bytes = ByteBuffer()
    CSVWriter(bytes).row(header)
    return bytes.withBytes { Array($0) }
  }
  var separator: [UInt8] { [] }
  var epilogue: [UInt8] { [] }

  // Clauses are cited and not numbered: a spreadsheet takes 8.10 for 8.1.
  private var header: [String] {
    language == .zh
      ? [
        "文件", "行", "列", "依托单位", "基地名称", "基地类别", "申请日期", "规则", "阶段", "条款", "条款内容", "条件", "要求",
        "结论", "依据", "实际", "应为", "差距", "恰在界限上", "缺少", "证明材料", "所附材料", "说明",
      ]
      : [
        "File", "Line", "Column", "Host", "Base", "Base type", "Date", "Rulebook", "Stage",
        "Clause", "Clause title", "Criterion", "Requirement", "Verdict", "Basis", "Actual",
        "Required", "Shortfall", "On the threshold", "Missing", "Proof", "Attached", "Explanation",
      ]
  }

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

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    let writer = CSVWriter(continuing: bytes)
    let phrases = TextPhrases(language: language, vocabulary: report.application.vocabulary)
    let words = CriterionPhrases(phrases, report.application)
    let application = report.application
    let head = [
      application.string("applicant.name") ?? "", application.string("baseName") ?? "",
      phrases.name(ofBaseType: report.baseType), report.applicationDate?.description ?? "",
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
    for judgement in report.rulebooks.flatMap({ $0.judgements }) {
      let clause = judgement.clause
      let row = Row(
        position: judgement.range.start, application: head,
        rulebook: [
          judgement.rulebook.rulebook.id, phrases.stage(clause.article.stage),
          clause.clause.citation[language], clause.clause.title[language],
        ], criterion: judgement.criterion.criterion.id,
        requirement: judgement.criterion.criterion.requirement[language],
        verdict: phrases.verdict(judgement.verdict),
        findings: findings(of: judgement.criterion, words),
        explanation: judgement.verdict == .pass ? "" : words.explanation(judgement.criterion))
      writer.row(row.cells(of: source))
    }
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

  func append(_ error: UnreadInput, about name: String, to bytes: ByteBuffer) -> Bool {
    let verdict = language == .zh ? "不能读取" : "cannot be read"
    let row = Row(criterion: error.code, verdict: verdict, explanation: error.text)
    CSVWriter(continuing: bytes).row(row.cells(of: name))
    return true
  }
}
