package import RuleEngine

/// The words of a screening.
package struct ScreeningPhrases: SharedPhrases {
  package let language: Language
  let vocabulary: Vocabulary
  /// Whether clauses are told apart by their documents.
  let hasSeveralDocuments: Bool

  init(_ screening: Screening, language: Language, vocabulary: Vocabulary) {
    self.language = language
    self.vocabulary = vocabulary
    let results = screening.candidates.lazy.flatMap { $0.candidate.results }
    let first = results.first?.rulebook
    hasSeveralDocuments = results.contains { $0.rulebook !== first }
  }

  var heading: String { Bilingual(zh: "候选材料筛选", en: "Screening of candidates")[language] }
  var recommender: String { Bilingual(zh: "推荐单位", en: "Recommender")[language] }
  var candidates: String { Bilingual(zh: "候选", en: "Candidates")[language] }
  var byRank: String { Bilingual(zh: "各候选（按推荐排序）", en: "Candidates, by rank")[language] }
  var byDistance: String {
    Bilingual(zh: "各候选（最接近符合的在前）", en: "Candidates, nearest first")[language]
  }
  var nearMisses: String { Bilingual(zh: "只差一条的候选", en: "One clause away")[language] }
  var stopping: String {
    Bilingual(zh: "卡住候选最多的条款", en: "Clauses that stop most candidates")[language]
  }
  var clause: String { Bilingual(zh: "条款", en: "Clause")[language] }
  var document: String { Bilingual(zh: "文件", en: "Document")[language] }
  var rank: String { Bilingual(zh: "推荐排序", en: "Rank")[language] }
  var none: String { Bilingual(zh: "无", en: "none")[language] }
  var likenesses: String {
    Bilingual(zh: "重复或同属一个依托单位的候选", en: "Candidates with a base or a host in common")[language]
  }
  var recommenderRules: String {
    Bilingual(zh: "对推荐单位的要求", en: "Rules for the recommending unit")[language]
  }
  var sums: String { Bilingual(zh: "按项目和类别", en: "By programme and base type")[language] }
  var sources: String { Bilingual(zh: "所依据的文件", en: "Documents applied")[language] }
  var programme: String { Bilingual(zh: "申报项目", en: "Programme")[language] }
  var creditCode: String { Bilingual(zh: "统一社会信用代码", en: "Credit code")[language] }
  var date: String { Bilingual(zh: "申请日期", en: "Application date")[language] }
  var total: String { Bilingual(zh: "合计", en: "In all")[language] }
  var notGiven: String { Bilingual(zh: "（未填）", en: "(not given)")[language] }
  var proofs: String { Bilingual(zh: "声明与证明", en: "Declared, without proof")[language] }

  func rank(_ rank: Int) -> String { Bilingual(zh: "第\(rank)名", en: "rank \(rank)")[language] }

  func further(_ count: Int) -> String {
    Bilingual(zh: "另有 \(count) 条", en: "and \(count) more")[language]
  }

  // MARK: Names

  /// What a base type is called; nothing where there is none.
  func name(ofBaseType type: String?) -> String { vocabulary.baseTypeName(type, in: language) }

  /// What a programme is called; nothing where there is none.
  func name(ofProgramme programme: String?) -> String {
    programme.map { vocabulary.name(of: $0, "programme", in: language) } ?? ""
  }

  /// 《“科创中国”创新基地建设实施与管理办法（试行）》
  func title(_ rulebook: Rulebook) -> String {
    let title = rulebook.document.title[language]
    return Bilingual(zh: "《\(title)》", en: title)[language]
  }

  /// 第八条（五） 人员队伍
  func name(of clause: Clause) -> String {
    "\(clause.citation[language]) \(clause.title[language])"
  }

  /// The same, with the document where there are several.
  func name(of clause: Clause, in rulebook: Rulebook) -> String {
    hasSeveralDocuments
      ? parenthesised(name(of: clause), title(rulebook)) : name(of: clause)
  }

  /// What a candidate is called: #3 云川大学
  func name(of row: Screening.Row) -> String {
    "#\(row.number) \(row.candidate.name ?? row.candidate.source)"
  }

  /// 对照表：《…》 · 产学研协作
  func matrix(of group: ScreeningGroup) -> String {
    let type = group.baseType.map { " · " + name(ofBaseType: $0) } ?? ""
    return Bilingual(zh: "对照表：", en: "Matrix: ")[language] + title(group.rulebook) + type
  }

  // MARK: Sums

  func counts(_ counts: ScreeningCounts) -> String {
    var parts = [
      Bilingual(zh: "\(counts.eligible) 份符合", en: "\(counts.eligible) eligible"),
      Bilingual(zh: "\(counts.ineligible) 份不符合", en: "\(counts.ineligible) not eligible"),
      Bilingual(zh: "\(counts.undetermined) 份待定", en: "\(counts.undetermined) undetermined"),
    ]
    if counts.invalid > 0 {
      parts.append(
        Bilingual(zh: "\(counts.invalid) 份有数据错误", en: "\(counts.invalid) with data errors"))
    }
    if counts.unreadable > 0 {
      parts.append(
        Bilingual(zh: "\(counts.unreadable) 份不能读取", en: "\(counts.unreadable) cannot be read"))
    }
    return Bilingual(zh: "\(counts.total) 份：", en: "\(counts.total): ")[language]
      + parts.map { $0[language] }.joined(separator: comma)
  }

  /// “科创中国”创新基地（全国） · 产学研协作
  func name(of sum: ScreeningSum) -> String {
    let names = [name(ofProgramme: sum.programme), name(ofBaseType: sum.baseType)]
    return names.map { $0.isEmpty ? notGiven : $0 }.joined(separator: " · ")
  }

  /// A table of programmes and types: its header, and its rows.
  func table(of sums: [ScreeningSum]) -> (header: [String], rows: [[String]]) {
    let outcomes: [Outcome?] = [.eligible, .ineligible, .undetermined, .invalid, nil]
    let header = [programme, baseType] + outcomes.map { name(of: $0) } + [total]
    let rows = sums.map { sum in
      let names = [name(ofProgramme: sum.programme), name(ofBaseType: sum.baseType)]
      return names.map { $0.isEmpty ? notGiven : $0 } + sum.counts.parts.map { "\($0.count)" }
        + ["\(sum.counts.total)"]
    }
    return (header, rows)
  }
}
