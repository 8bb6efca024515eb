import RuleEngine

// What is said of the recommending unit, and of candidates that have something in common.
extension ScreeningPhrases {
  /// Why the rules say nothing of the recommending unit; nil where they do.
  func whyRecommenderIsNotJudged(in screening: Screening) -> String? {
    if screening.isRecommenderInvalid {
      return Bilingual(
        zh: "推荐单位文件有数据错误，未作判断",
        en: "the recommending unit's document has data errors; nothing was judged")[language]
    }
    guard screening.recommenderReports.isEmpty else { return nil }
    if !screening.closedRounds.isEmpty {
      return screening.closedRounds.map { $0.text(in: language) }.joined(separator: semicolon)
    }
    return screening.candidates.contains { !$0.candidate.results.isEmpty }
      ? Bilingual(
        zh: "各候选申报的项目没有关于推荐单位的规则",
        en: "no rules about such units for the programmes of these candidates")[language]
      : Bilingual(
        zh: "没有可判断的候选，未作判断", en: "no candidate could be judged, so nothing was judged here")[
          language]
  }

  /// Rules of other programmes that were left out beside those that judged.
  func roundsLeftOut(in screening: Screening) -> [String] {
    screening.recommenderReports.isEmpty
      ? [] : screening.closedRounds.map { $0.text(in: language) }
  }

  // MARK: A pool

  /// 名额 3，符合 7，须择优
  func quota(_ quota: Quota) -> String {
    let (most, all, eligible) = (quota.most, quota.candidateCount, quota.eligibleCount)
    let said =
      eligible > most
      ? Bilingual(
        zh: "名额 \(most)，符合 \(eligible)，须择优（备选共 \(all)）",
        en: "quota \(most), eligible \(eligible): choose the best (\(all) in the pool)")
      : quota.asksForChoice
        ? Bilingual(
          zh: "名额 \(most)，备选 \(all)（符合 \(eligible)），须择优",
          en: "quota \(most), \(all) in the pool (\(eligible) eligible): choose the best")
        : Bilingual(
          zh: "名额 \(most)，备选 \(all)（符合 \(eligible)）",
          en: "quota \(most), \(all) in the pool (\(eligible) eligible)")
    return title(quota.rulebook) + colon + said[language]
  }

  var notRecommended: String { Bilingual(zh: "未列入推荐", en: "Not recommended")[language] }

  var namesThisUnit: String {
    Bilingual(zh: "以本单位为推荐渠道", en: "names this unit as its channel")[language]
  }

  func notRecommended(_ candidate: Screening.NotRecommended) -> String {
    let name =
      [name(of: candidate.row), candidate.row.candidate.baseName].compactMap { $0 }
      .joined(separator: " · ") + " · " + self.name(of: candidate.row.candidate.outcome)
    return candidate.namesUnit
      ? name
        + Bilingual(
          zh: "；该材料以本单位为推荐渠道，却未列入推荐",
          en: "; it names this unit as its channel, and is not recommended")[language] : name
  }

  // MARK: Likeness

  func kind(_ kind: Likeness.Kind) -> String {
    switch kind {
    case .sameBase: Bilingual(zh: "同一基地", en: "the same base")[language]
    case .likelySameBase: Bilingual(zh: "可能是同一基地", en: "likely the same base")[language]
    case .sameHost: Bilingual(zh: "同一依托单位", en: "the same host")[language]
    }
  }

  /// 同一基地：91410100MA4444Y12B 甲基地：#2、#5；经由 2 个渠道：…
  func likeness(_ likeness: Likeness) -> String {
    let hosts = likeness.kind == .sameBase ? [] : likeness.hosts
    let names = [likeness.creditCodes, hosts, likeness.baseNames]
      .map { $0.joined(separator: enumeration) }.filter { !$0.isEmpty }.joined(separator: " ")
    let numbers = likeness.numbers.map { "#\($0)" }.joined(separator: enumeration)
    let head = [kind(likeness.kind), names, numbers].joined(separator: colon)
    guard likeness.kind != .sameHost else { return head }
    let channels = likeness.channels.map { channel($0) }.joined(separator: enumeration)
    if likeness.isThroughTwoChannels {
      return head
        + Bilingual(
          zh: "；经由 \(likeness.channels.count) 个渠道：\(channels)",
          en: "; through \(likeness.channels.count) channels: \(channels)")[language]
    }
    return channels.isEmpty
      ? head : head + Bilingual(zh: "；渠道：\(channels)", en: "; channel: \(channels)")[language]
  }

  private func channel(_ channel: Candidate.Channel) -> String {
    let path = "recommendation.channels[].kind"
    let kind = channel.kind.map { vocabulary.name(of: $0, path, in: language) }
    switch (channel.name, kind) {
    case (let name?, let kind?): return parenthesised(name, kind)
    case (let name?, nil): return name
    case (nil, let kind?): return kind
    case (nil, nil): return Bilingual(zh: "未填", en: "not given")[language]
    }
  }
}
