import RuleEngine

/// A screening as a table for spreadsheets: a row a candidate, a column a clause.
struct ScreeningCSV {
  private let screening: Screening
  private let phrases: ReportPhrases
  private let words: ScreeningPhrases
  private let language: Language

  init(_ screening: Screening, _ vocabulary: Vocabulary, _ language: Language) {
    self.screening = screening
    self.language = language
    phrases = ReportPhrases(language: language)
    words = ScreeningPhrases(language: language, vocabulary: vocabulary)
  }

  private typealias Column = (rulebook: Rulebook, clause: Clause)

  func append(to bytes: ByteBuffer) {
    let columns = self.columns
    let writer = CSVWriter(bytes)
    writer.row(
      Self.columns.map { $0[language] }
        + columns.map { "\($0.rulebook.id) \($0.clause.id) \($0.clause.title[language])" })
    var twins: [Int: [Int]] = [:]
    for numbers in screening.repetitions.map({ $0.numbers }) {
      for number in numbers { twins[number] = numbers.filter { $0 != number } }
    }
    for row in screening.candidates {
      writer.row(cells(of: row, columns, twins: twins[row.number] ?? []))
    }
  }

  private static let columns = [
    Bilingual(zh: "序号", en: "No."),
    Bilingual(zh: "推荐排序", en: "Rank"),
    Bilingual(zh: "文件", en: "File"),
    Bilingual(zh: "行", en: "Line"),
    Bilingual(zh: "依托单位", en: "Host"),
    Bilingual(zh: "统一社会信用代码", en: "Credit code"),
    Bilingual(zh: "基地名称", en: "Base"),
    Bilingual(zh: "基地类别", en: "Base type"),
    Bilingual(zh: "结论", en: "Verdict"),
    Bilingual(zh: "符合", en: "Pass"),
    Bilingual(zh: "不符合", en: "Fail"),
    Bilingual(zh: "待定", en: "Unknown"),
    Bilingual(zh: "未符合的条款", en: "Clauses not met"),
    Bilingual(zh: "同一基地", en: "Same base as"),
  ]

  /// Every clause that was checked, in the rulebooks' order.
  private var columns: [Column] {
    var columns: [Column] = []
    var known: Set<ObjectIdentifier> = []
    for group in ScreeningGroup.groups(of: screening) {
      for clause in group.clauses where known.insert(ObjectIdentifier(clause)).inserted {
        columns.append((group.rulebook, clause))
      }
    }
    return columns
  }

  private func cells(of row: Screening.Row, _ columns: [Column], twins: [Int]) -> [String] {
    let candidate = row.candidate
    var obstacles = candidate.results.flatMap { result in
      result.obstacles.map { judged in
        phrases.parenthesised(
          words.obstacle(judged, of: result, phrases), phrases.verdict(judged.verdict))
      }
    }
    if candidate.outcome == .invalid { obstacles = [words.errors(candidate.errorCount)] }
    func sum(_ part: (VerdictCounts) -> Int) -> String {
      candidate.results.isEmpty
        ? "" : String(candidate.results.reduce(0) { $0 + part($1.counts) })
    }
    var verdicts: [ObjectIdentifier: Verdict] = [:]
    for judged in candidate.results.flatMap({ $0.clauses }) {
      verdicts[ObjectIdentifier(judged.clause)] = judged.verdict
    }
    return [
      String(row.number), row.rank.map(String.init) ?? "", candidate.source,
      String(candidate.line), candidate.name ?? "", candidate.creditCode ?? "",
      candidate.baseName ?? "", words.name(ofBaseType: candidate.baseType),
      words.name(of: candidate.outcome), sum { $0.pass }, sum { $0.fail }, sum { $0.unknown },
      obstacles.joined(separator: phrases.semicolon),
      twins.map { "#\($0)" }.joined(separator: " "),
    ]
      + columns.map { verdicts[ObjectIdentifier($0.clause)].map { phrases.verdict($0) } ?? "" }
  }
}
