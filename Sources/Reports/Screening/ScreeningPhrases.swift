package import RuleEngine

/// The words of a screening.
package struct ScreeningPhrases: SharedPhrases {
  package let language: Language
  let vocabulary: Vocabulary

  package init(language: Language, vocabulary: Vocabulary) {
    self.language = language
    self.vocabulary = vocabulary
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
  var rank: String { Bilingual(zh: "推荐排序", en: "Rank")[language] }
  var none: String { Bilingual(zh: "无", en: "none")[language] }
  var repetitions: String {
    Bilingual(zh: "同一基地多次出现", en: "Bases that appear more than once")[language]
  }
  var recommenderRules: String {
    Bilingual(zh: "对推荐单位的要求", en: "Rules for the recommending unit")[language]
  }
  /// Why the rules say nothing of the recommending unit; nil where they do.
  func whyRecommenderIsNotJudged(in screening: Screening) -> String? {
    if screening.isRecommenderInvalid {
      return Bilingual(
        zh: "推荐单位文件有数据错误，未作判断",
        en: "the recommending unit's document has data errors; nothing was judged")[language]
    }
    guard screening.recommenderReports.isEmpty else { return nil }
    return screening.candidates.contains { !$0.candidate.results.isEmpty }
      ? Bilingual(
        zh: "各候选申报的项目没有关于推荐单位的规则",
        en: "no rules about such units for the programmes of these candidates")[language]
      : Bilingual(
        zh: "没有可判断的候选，未作判断", en: "no candidate could be judged, so nothing was judged here")[
          language]
  }

  func rank(_ rank: Int) -> String { Bilingual(zh: "第\(rank)名", en: "rank \(rank)")[language] }

  func errors(_ count: Int) -> String {
    Bilingual(
      zh: "\(count) 处数据错误，未作判断",
      en: "\(count) data error\(count == 1 ? "" : "s"); nothing was judged")[language]
  }

  func further(_ count: Int) -> String {
    Bilingual(zh: "另有 \(count) 条", en: "and \(count) more")[language]
  }

  func counts(_ counts: ScreeningCounts) -> String {
    var parts = [
      Bilingual(zh: "\(counts.eligible) 份符合", en: "\(counts.eligible) eligible")[language],
      Bilingual(zh: "\(counts.ineligible) 份不符合", en: "\(counts.ineligible) not eligible")[language],
      Bilingual(zh: "\(counts.undetermined) 份待定", en: "\(counts.undetermined) undetermined")[
        language],
    ]
    if counts.invalid > 0 {
      parts.append(
        Bilingual(zh: "\(counts.invalid) 份有数据错误", en: "\(counts.invalid) with data errors")[
          language])
    }
    if counts.unreadable > 0 {
      parts.append(
        Bilingual(zh: "\(counts.unreadable) 份不能读取", en: "\(counts.unreadable) cannot be read")[
          language])
    }
    return Bilingual(zh: "\(counts.total) 份：", en: "\(counts.total): ")[language]
      + parts.joined(separator: Bilingual(zh: "，", en: ", ")[language])
  }

  /// What a base type is called; nothing where there is none.
  func name(ofBaseType type: String?) -> String { vocabulary.baseTypeName(type, in: language) }

  /// national-2022 第八条（五）人员队伍
  func name(of clause: Clause, in rulebook: Rulebook) -> String {
    "\(rulebook.id) \(clause.citation[language]) \(clause.title[language])"
  }

  /// The clause, and by how much it fails.
  func obstacle(
    _ judged: Candidate.Judged, of result: Candidate.Result, _ phrases: ReportPhrases
  ) -> String {
    let gaps = judged.gaps.map { gap in
      let requirement = gap.criterion.requirement[language]
      guard let shortfall = gap.shortfall else { return requirement }
      let lack = phrases.shortfall(shortfall, unit: gap.unit, isExcess: gap.isExcess)
      return Bilingual(zh: "\(requirement)（\(lack)）", en: "\(requirement) (\(lack))")[language]
    }
    let name = name(of: judged.clause, in: result.rulebook)
    return gaps.isEmpty ? name : name + phrases.colon + gaps.joined(separator: phrases.semicolon)
  }

  /// 对照表：national-2022 · 产学研协作
  func matrix(of group: ScreeningGroup, _ phrases: ReportPhrases) -> String {
    let type = group.baseType.map { " · " + name(ofBaseType: $0) } ?? ""
    return Bilingual(zh: "对照表：", en: "Matrix: ")[language] + group.rulebook.id + type
  }

  func repetition(_ repetition: Screening.Repetition) -> String {
    let numbers = repetition.numbers.map { "#\($0)" }.joined(
      separator: Bilingual(zh: "、", en: ", ")[language])
    let channels = repetition.channels.map { channel($0) }.joined(
      separator: Bilingual(zh: "、", en: ", ")[language])
    let head =
      "\(repetition.creditCode) \(repetition.baseName)\(Bilingual(zh: "：", en: ": ")[language])\(numbers)"
    if repetition.isThroughTwoChannels {
      return head
        + Bilingual(
          zh: "；经由 \(repetition.channels.count) 个渠道：\(channels)",
          en: "; through \(repetition.channels.count) channels: \(channels)")[language]
    }
    return channels.isEmpty
      ? head : head + Bilingual(zh: "；渠道：\(channels)", en: "; channel: \(channels)")[language]
  }

  func channel(_ channel: Candidate.Channel) -> String {
    let path = "recommendation.channels[].kind"
    let kind = channel.kind.map { vocabulary.name(of: $0, path, in: language) }
    switch (channel.name, kind) {
    case (let name?, let kind?):
      return Bilingual(zh: "\(name)（\(kind)）", en: "\(name) (\(kind))")[language]
    case (let name?, nil): return name
    case (nil, let kind?): return kind
    case (nil, nil): return Bilingual(zh: "未填", en: "not given")[language]
    }
  }
}
