import RuleEngine

/// A screening as a table for spreadsheets: a row a candidate, a column a clause; after them, a row a
/// note, a document, a reading.
struct ScreeningCSV {
  private let content: ScreeningContent
  private let screening: Screening
  private let phrases: ReportPhrases
  private let words: ScreeningPhrases
  private let language: Language

  init(_ content: ScreeningContent) {
    self.content = content
    screening = content.screening
    words = content.words
    language = content.language
    phrases = ReportPhrases(language: language)
  }

  private typealias Column = (rulebook: Rulebook, clause: Clause)

  func append(to bytes: ByteBuffer) {
    let columns = self.columns
    let writer = CSVWriter(bytes)
    writer.row(
      Self.columns.map { $0[language] }
        + columns.map { words.name(of: $0.clause, in: $0.rulebook) })
    let likenesses = likenessesByNumber
    for row in screening.candidates {
      writer.row(cells(of: row, columns, likenesses[row.number] ?? []))
    }
    for (kind, text) in remarks { writer.row(remark(kind, text, columns.count)) }
  }

  private static let columns = [
    Bilingual(zh: "序号", en: "No."),
    Bilingual(zh: "推荐排序", en: "Rank"),
    Bilingual(zh: "文件", en: "File"),
    Bilingual(zh: "行", en: "Line"),
    Bilingual(zh: "依托单位", en: "Host"),
    Bilingual(zh: "统一社会信用代码", en: "Credit code"),
    Bilingual(zh: "基地名称", en: "Base"),
    Bilingual(zh: "申报项目", en: "Programme"),
    Bilingual(zh: "基地类别", en: "Base type"),
    Bilingual(zh: "申请日期", en: "Application date"),
    Bilingual(zh: "结论", en: "Verdict"),
    Bilingual(zh: "符合", en: "Pass"),
    Bilingual(zh: "不符合", en: "Fail"),
    Bilingual(zh: "待定", en: "Unknown"),
    Bilingual(zh: "未符合的条款", en: "Clauses not met"),
    Bilingual(zh: "自我声明", en: "Declared"),
    Bilingual(zh: "未附证明", en: "Without proof"),
    Bilingual(zh: "同一基地", en: "Same base as"),
    Bilingual(zh: "可能是同一基地", en: "Likely the same base as"),
    Bilingual(zh: "同一依托单位", en: "Same host as"),
    Bilingual(zh: "推荐", en: "Recommended"),
    Bilingual(zh: "说明", en: "Remarks"),
  ]

  /// Every clause that was checked, in the rulebooks' order.
  private var columns: [Column] {
    var columns: [Column] = []
    var known: Set<ObjectIdentifier> = []
    for group in content.groups {
      for clause in group.clauses where known.insert(ObjectIdentifier(clause)).inserted {
        columns.append((group.rulebook, clause))
      }
    }
    return columns
  }

  private var likenessesByNumber: [Int: [Likeness]] {
    var all: [Int: [Likeness]] = [:]
    for likeness in screening.likenesses {
      for number in likeness.numbers { all[number, default: []].append(likeness) }
    }
    return all
  }

  // MARK: Candidates

  private func cells(
    of row: Screening.Row, _ columns: [Column], _ likenesses: [Likeness]
  ) -> [CSVWriter.Cell] {
    let candidate = row.candidate
    func sum(_ part: (Candidate.Result) -> Int) -> String {
      candidate.results.isEmpty ? "" : String(candidate.results.reduce(0) { $0 + part($1) })
    }
    func others(_ kind: Likeness.Kind) -> String {
      let numbers = likenesses.filter { $0.kind == kind }.flatMap { $0.numbers }
      return numbers.filter { $0 != row.number }.map { "#\($0)" }.joined(separator: " ")
    }
    var verdicts: [ObjectIdentifier: Verdict] = [:]
    for judged in candidate.results.flatMap({ $0.clauses }) {
      verdicts[ObjectIdentifier(judged.clause)] = judged.verdict
    }
    let names: [CSVWriter.Cell] = [
      .value("\(row.number)"), .value(row.rank.map { "\($0)" } ?? ""), .text(candidate.source),
      .value("\(candidate.line)"), .text(candidate.name ?? ""), .text(candidate.creditCode ?? ""),
      .text(candidate.baseName ?? ""),
    ]
    let values =
      [
        words.name(ofProgramme: candidate.programme), words.name(ofBaseType: candidate.baseType),
        candidate.applicationDate?.description ?? "", words.name(of: candidate.outcome),
        sum { $0.counts.pass }, sum { $0.counts.fail }, sum { $0.counts.unknown },
        obstacles(of: candidate), sum { $0.declaredCount },
        sum { $0.declaredWithoutEvidenceCount }, others(.sameBase), others(.likelySameBase),
        others(.sameHost), recommendation(of: row),
        words.problems(of: candidate).joined(separator: phrases.semicolon),
      ]
      + columns.map { verdicts[ObjectIdentifier($0.clause)].map { phrases.verdict($0) } ?? "" }
    return names + values.map { .value($0) }
  }

  private func obstacles(of candidate: Candidate) -> String {
    candidate.results.flatMap { result in
      result.obstacles.map { judged in
        let name = words.name(of: judged.clause, in: result.rulebook)
        return phrases.parenthesised(
          words.obstacle(judged, name), phrases.verdict(judged.verdict))
      }
    }.joined(separator: phrases.semicolon)
  }

  /// Whether a candidate of a pool is recommended; nothing where that is not asked.
  private func recommendation(of row: Screening.Row) -> String {
    guard content.unit?.isPool == true else { return "" }
    let rest = screening.notRecommended.first { $0.row.number == row.number }
    guard let rest else { return row.rank.map { words.rank($0) } ?? "" }
    return rest.namesUnit
      ? phrases.parenthesised(words.notRecommended, words.namesThisUnit) : words.notRecommended
  }

  // MARK: Remarks

  /// What stands beside the candidates, with what it is.
  private var remarks: [(kind: String, text: String)] {
    var remarks = (content.quotas + content.notes).map { (kind: phrases.note, text: $0) }
    remarks += unitRemarks
    remarks += content.sources.rulebooks.map { rulebook in
      let parts =
        [words.title(rulebook)] + phrases.origin(of: rulebook.document)
        + ["\(phrases.rulebook) \(rulebook.id)", "sha256:\(rulebook.digest)"]
      return (kind: words.sources, text: parts.joined(separator: " · "))
    }
    return remarks
      + content.sources.readings.map { text, citations in
        let list = citations.joined(separator: phrases.enumeration)
        return (
          kind: phrases.readings, text: citations.isEmpty ? text : list + phrases.colon + text
        )
      }
  }

  /// What was found of the recommending unit.
  private var unitRemarks: [(kind: String, text: String)] {
    guard let unit = content.unit, let line = content.unitLine else { return [] }
    var remarks: [(kind: String, text: String)] = [(kind: words.recommender, text: line)]
    guard unit.isReadable else { return remarks }
    let reason = words.whyRecommenderIsNotJudged(in: screening)
    let said = [reason].compactMap { $0 } + words.roundsLeftOut(in: screening)
    remarks += said.map { (kind: words.recommender, text: $0) }
    remarks += screening.diagnostics.map { diagnostic in
      (
        kind: words.recommender,
        text: phrases.severity(diagnostic.severity) + phrases.colon + diagnostic.text(in: language)
          + " [\(diagnostic.codeName)]"
      )
    }
    for report in screening.recommenderReports {
      let explained = CriterionPhrases(report.application, in: language)
      for judgement in report.judgements where judgement.verdict != .pass {
        let clause = judgement.clause.clause
        remarks.append(
          (
            kind: words.recommender,
            text: "\(phrases.mark(judgement.verdict)) \(words.name(of: clause))\(phrases.colon)"
              + judgement.criterion.criterion.requirement[language] + phrases.semicolon
              + explained.explanation(judgement.criterion)
          ))
      }
    }
    return remarks
  }

  private func remark(_ kind: String, _ text: String, _ clauses: Int) -> [CSVWriter.Cell] {
    let verdict = 10
    let empty = [String](repeating: "", count: Self.columns.count - verdict - 2)
    let cells = [String](repeating: "", count: verdict) + [kind] + empty + [text]
    return (cells + [String](repeating: "", count: clauses)).map { .value($0) }
  }
}
