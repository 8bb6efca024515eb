import Rules

extension Manual {
  /// What `explain` takes and says.
  static let explain = Manual(
    inputs: Bilingual(zh: "条款…", en: "CLAUSE…"),
    inputKind: .clauses,
    summary: Bilingual(
      zh: "用平常的话解释条款", en: "a clause in plain words"),
    description: Bilingual(
      zh:
        "用平常的话解释条款：要求、条件、读取哪些事实及其含义、采用的解读、应附的证明，以及其他项目的对应条款有何不同。条款写成 8.5、8.5.a、henan:4.5 或 第八条（五）；几部规则都有的，全部列出。",
      en:
        "Explains clauses in plain words: what is asked for, on which facts it rests and what they mean, the reading chosen, the proof to attach, and how the other programme differs. A clause is written 8.5, 8.5.a, henan:4.5 or 第八条（五）; where several rulebooks have it, all are shown."
    ),
    options: [
      .fromRulebook, .format { $0.listingFormat = $1 }, .language, .rules, .output, .color, .help,
      .version,
    ],
    exitStatuses: printed,
    examples: [
      Bilingual(zh: "explain 第八条（五）", en: "explain henan:4.5 --lang en"),
      Bilingual(
        zh: "explain henan:4.5 --format json", en: "explain 8.5 --rulebook national --format json"),
    ])
}
