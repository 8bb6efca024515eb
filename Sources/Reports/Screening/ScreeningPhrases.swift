package import RuleEngine

/// The words of a screening.
package struct ScreeningPhrases: TablePhrases {
  package let language: Language
  let vocabulary: Vocabulary

  package init(language: Language, vocabulary: Vocabulary) {
    self.language = language
    self.vocabulary = vocabulary
  }

  var heading: String { choose("候选材料筛选", "Screening of candidates") }
  var recommender: String { choose("推荐单位", "Recommender") }
  var candidates: String { choose("候选", "Candidates") }
  var byRank: String { choose("各候选（按推荐排序）", "Candidates, by rank") }
  var byDistance: String { choose("各候选（最接近符合的在前）", "Candidates, nearest first") }
  var nearMisses: String { choose("只差一条的候选", "One clause away") }
  var stopping: String { choose("卡住候选最多的条款", "Clauses that stop most candidates") }
  var clause: String { choose("条款", "Clause") }
  var rank: String { choose("推荐排序", "Rank") }
  var none: String { choose("无", "none") }
  var repetitions: String { choose("同一基地多次出现", "Bases that appear more than once") }
  var recommenderRules: String { choose("对推荐单位的要求", "Rules for the recommending unit") }
  /// Why the rules say nothing of the recommending unit; nil where they do.
  func whyRecommenderIsNotJudged(in screening: Screening) -> String? {
    if screening.isRecommenderInvalid {
      return choose(
        "推荐单位文件有数据错误，未作判断", "the recommending unit's document has data errors; nothing was judged")
    }
    guard screening.recommenderReports.isEmpty else { return nil }
    if !screening.closedRounds.isEmpty {
      return screening.closedRounds.map { $0.text(in: language) }
        .joined(separator: choose("；", "; "))
    }
    return screening.candidates.contains { !$0.candidate.results.isEmpty }
      ? choose(
        "各候选申报的项目没有关于推荐单位的规则", "no rules about such units for the programmes of these candidates")
      : choose("没有可判断的候选，未作判断", "no candidate could be judged, so nothing was judged here")
  }

  func rank(_ rank: Int) -> String { choose("第\(rank)名", "rank \(rank)") }

  func errors(_ count: Int) -> String {
    choose("\(count) 处数据错误，未作判断", "\(count) data error\(count == 1 ? "" : "s"); nothing was judged")
  }

  func further(_ count: Int) -> String { choose("另有 \(count) 条", "and \(count) more") }

  func counts(_ counts: ScreeningCounts) -> String {
    var parts = [
      choose("\(counts.eligible) 份符合", "\(counts.eligible) eligible"),
      choose("\(counts.ineligible) 份不符合", "\(counts.ineligible) not eligible"),
      choose("\(counts.undetermined) 份待定", "\(counts.undetermined) undetermined"),
    ]
    if counts.invalid > 0 {
      parts.append(choose("\(counts.invalid) 份有数据错误", "\(counts.invalid) with data errors"))
    }
    if counts.unreadable > 0 {
      parts.append(choose("\(counts.unreadable) 份不能读取", "\(counts.unreadable) cannot be read"))
    }
    return choose("\(counts.total) 份：", "\(counts.total): ")
      + parts.joined(separator: choose("，", ", "))
  }

  /// The word for an outcome; nil stands for what could not be read.
  func name(of outcome: Outcome?) -> String {
    switch outcome {
    case .eligible: choose("符合", "eligible")
    case .ineligible: choose("不符合", "not eligible")
    case .undetermined: choose("待定", "undetermined")
    case .invalid: choose("数据错误", "data errors")
    case nil: choose("不能读取", "cannot be read")
    }
  }

  /// A sign and the word for an outcome.
  package func mark(_ outcome: Outcome?) -> String {
    let sign =
      switch outcome {
      case .eligible: "✓"
      case .ineligible: "✗"
      case .undetermined: "?"
      case .invalid, nil: "!"
      }
    return "\(sign) \(name(of: outcome))"
  }

  /// national-2022 第八条（五）人员队伍
  func name(of clause: Clause, in rulebook: Rulebook) -> String {
    "\(rulebook.id) \(clause.citation[language]) \(clause.title[language])"
  }

  /// The clause, and by how much it fails.
  func obstacle(
    _ judged: Candidate.Judged, of result: Candidate.Result, _ phrases: TextPhrases
  ) -> String {
    let gaps = judged.gaps.map { gap in
      let requirement = gap.criterion.requirement[language]
      guard let shortfall = gap.shortfall else { return requirement }
      let lack = phrases.shortfall(shortfall, unit: gap.unit, isExcess: gap.isExcess)
      return choose("\(requirement)（\(lack)）", "\(requirement) (\(lack))")
    }
    let name = name(of: judged.clause, in: result.rulebook)
    return gaps.isEmpty ? name : name + phrases.colon + gaps.joined(separator: phrases.semicolon)
  }

  /// 对照表：national-2022 · 产学研协作
  func matrix(of group: ScreeningGroup, _ phrases: TextPhrases) -> String {
    let type = group.baseType.map { " · " + phrases.name(ofBaseType: $0) } ?? ""
    return choose("对照表：", "Matrix: ") + group.rulebook.id + type
  }

  func repetition(_ repetition: Screening.Repetition) -> String {
    let numbers = repetition.numbers.map { "#\($0)" }.joined(separator: choose("、", ", "))
    let channels = repetition.channels.map { channel($0) }.joined(separator: choose("、", ", "))
    let head = "\(repetition.creditCode) \(repetition.baseName)\(choose("：", ": "))\(numbers)"
    if repetition.isThroughTwoChannels {
      return head
        + choose(
          "；经由 \(repetition.channels.count) 个渠道：\(channels)",
          "; through \(repetition.channels.count) channels: \(channels)"
        )
    }
    return channels.isEmpty ? head : head + choose("；渠道：\(channels)", "; channel: \(channels)")
  }

  func channel(_ channel: Candidate.Channel) -> String {
    let path = "recommendation.channels[].kind"
    let kind = channel.kind.map { vocabulary.name(of: $0, path, in: language) }
    switch (channel.name, kind) {
    case (let name?, let kind?): return choose("\(name)（\(kind)）", "\(name) (\(kind))")
    case (let name?, nil): return name
    case (nil, let kind?): return kind
    case (nil, nil): return choose("未填", "not given")
    }
  }
}
