extension ClosedRound {
  /// That the rulebook was not checked and why, as a sentence without a full stop.
  public func text(in language: Language) -> String {
    let sentence = sentence
    return language == .zh ? sentence.zh : sentence.en
  }

  private var sentence: Sentence {
    let isApplication = rulebook.about == nil
    let called =
      isApplication
      ? Sentence("申请日期 \(date)", "the application date \(date)")
      : Sentence("推荐日期 \(date)", "the date of recommendation \(date)")
    return head.adding(isOver ? over(by: called) : tooEarly(called)).adding(
      isApplication ? rulebook.id : nil, zh: { "；仍要对照的，用 --rulebook \($0)" },
      en: { "; --rulebook \($0) checks it all the same" })
  }

  private var head: Sentence {
    let (title, round) = (rulebook.document.title, rulebook.round?.name)
    return Sentence(
      "《\(title[.zh])》只用于\(round?[.zh] ?? "一轮申报")，未检查：",
      "\(title[.en]) is only for \(round?[.en] ?? "one round") and was not checked: ")
  }

  private func over(by date: Sentence) -> Sentence {
    let closings = rulebook.round?.closings ?? []
    return Sentence(
      "至\(date.zh)，"
        + closings.map { "\($0.what[.zh])（\($0.at) 止）" }.joined(separator: "、")
        + (closings.count > 1 ? "均已截止" : "已截止"),
      "by \(date.en), "
        + closings.map { "\($0.what[.en]) (until \($0.at))" }.joined(separator: " and ")
        + (closings.count > 1 ? " have closed" : " has closed"))
  }

  private func tooEarly(_ date: Sentence) -> Sentence {
    let from = rulebook.span.from?.description ?? ""
    return Sentence(
      "\(date.zh)尚未开始（自 \(from) 起）", "on \(date.en) it has not begun (from \(from) on)")
  }
}
