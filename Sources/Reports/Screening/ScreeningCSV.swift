import RuleEngine

/// A screening as a table for spreadsheets: a row a candidate, a column a clause.
struct ScreeningCSV {
  private let screening: Screening
  private let phrases: TextPhrases
  private let words: ScreeningPhrases
  private let language: Language

  init(_ screening: Screening, _ vocabulary: Vocabulary, _ language: Language) {
    self.screening = screening
    self.language = language
    phrases = TextPhrases(language: language, vocabulary: vocabulary)
    words = ScreeningPhrases(language: language, vocabulary: vocabulary)
  }

  private typealias Column = (rulebook: Rulebook, clause: Clause)

  func append(to bytes: ByteBuffer) {
    let columns = self.columns
    let writer = CSVWriter(bytes)
    let names =
      language == .zh
      ? [
        "序号", "推荐排序", "文件", "行", "依托单位", "统一社会信用代码", "基地名称", "基地类别", "结论", "符合", "不符合", "待定",
        "未符合的条款", "同一基地",
      ]
      : [
        "No.", "Rank", "File", "Line", "Host", "Credit code", "Base", "Base type", "Verdict",
        "Pass", "Fail", "Unknown", "Clauses not met", "Same base as",
      ]
    writer.row(
      names + columns.map { "\($0.rulebook.id) \($0.clause.id) \($0.clause.title[language])" })
    var twins: [Int: [Int]] = [:]
    for numbers in screening.repetitions.map({ $0.numbers }) {
      for number in numbers { twins[number] = numbers.filter { $0 != number } }
    }
    for row in screening.candidates {
      writer.row(cells(of: row, columns, twins: twins[row.number] ?? []))
    }
  }

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
        words.obstacle(judged, of: result, phrases)
          + (language == .zh ? "（\(phrases.verdict(judged.verdict))）" : " (\(judged.verdict.name))")
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
      candidate.baseName ?? "", phrases.name(ofBaseType: candidate.baseType),
      words.name(of: candidate.outcome), sum { $0.pass }, sum { $0.fail }, sum { $0.unknown },
      obstacles.joined(separator: language == .zh ? "；" : "; "),
      twins.map { "#\($0)" }.joined(separator: " "),
    ]
      + columns.map { verdicts[ObjectIdentifier($0.clause)].map { phrases.verdict($0) } ?? "" }
  }
}
