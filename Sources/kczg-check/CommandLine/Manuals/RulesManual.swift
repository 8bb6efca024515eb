import Rules

extension Manual {
  /// What `rules` takes and says.
  static let rules = Manual(
    inputs: nil,
    summary: Bilingual(
      zh: "列出各部规则：文件、文号、日期、阶段、类别、条数",
      en: "the rulebooks: document, number, date, stages, types, size"),
    description: Bilingual(
      zh: "列出各部规则：文件、文号、发文机关和日期、所适用的申请日期、阶段、创新基地类别、条款和条件的数目、依据的文件。",
      en:
        "Lists the rulebooks: document, number, authority and date, the application dates governed, stages, base types, how many clauses and criteria, and the documents that each rests on."
    ),
    options: [
      .format { $0.listingFormat = $1 }, .language, .rules, .output, .color, .help, .version,
    ],
    exitStatuses: Bilingual(
      zh: "0 已列出；64 用法错误；70 程序故障；74 不能写出；78 规则有误。",
      en: "0 listed; 64 bad usage; 70 internal defect; 74 cannot write; 78 rules are wrong."),
    examples: [
      Bilingual(zh: "rules", en: "rules --lang en"),
      Bilingual(zh: "rules --rules 规则/ --format json", en: "rules --rules DIR --format json"),
    ])
}
