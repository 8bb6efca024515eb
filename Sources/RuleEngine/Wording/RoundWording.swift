extension ClosedRound {
  /// That the rulebook was not checked and why, as a sentence without a full stop.
  public func text(in language: Language) -> String {
    sentence[language]
  }

  private var sentence: Bilingual {
    let isApplication = rulebook.about == nil
    let called =
      isApplication
      ? Bilingual(zh: "申请日期 \(date)", en: "the application date \(date)")
      : Bilingual(zh: "推荐日期 \(date)", en: "the date of recommendation \(date)")
    return head.adding(isOver ? over(by: called) : tooEarly(called)).adding(
      isApplication ? rulebook.id : nil, zh: { "；仍要对照的，用 --rulebook \($0)" },
      en: { "; --rulebook \($0) checks it all the same" })
  }

  private var head: Bilingual {
    let (title, round) = (rulebook.document.title, rulebook.round?.name)
    return Bilingual(
      zh: "《\(title[.zh])》只用于\(round?[.zh] ?? "一轮申报")，未检查：",
      en: "\(title[.en]) is only for \(round?[.en] ?? "one round") and was not checked: ")
  }

  private func over(by date: Bilingual) -> Bilingual {
    let closings = rulebook.round?.closings ?? []
    return Bilingual(
      zh: "至\(date.zh)，"
        + closings.map { "\($0.what[.zh])（\($0.at) 止）" }.joined(separator: "、")
        + (closings.count > 1 ? "均已截止" : "已截止"),
      en: "by \(date.en), "
        + closings.map { "\($0.what[.en]) (until \($0.at))" }.joined(separator: " and ")
        + (closings.count > 1 ? " have closed" : " has closed"))
  }

  private func tooEarly(_ date: Bilingual) -> Bilingual {
    let from = rulebook.span.from?.description ?? ""
    return Bilingual(
      zh: "\(date.zh)尚未开始（自 \(from) 起）", en: "on \(date.en) it has not begun (from \(from) on)")
  }
}
