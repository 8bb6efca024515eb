import Reports
import Rules

extension Manual {
  /// What `match` takes and says.
  static let match = Manual(
    inputs: Bilingual(zh: "文件…", en: "FILE…"),
    summary: Bilingual(zh: "看可以申报哪一种基地", en: "which base an application could be for"),
    description: Bilingual(
      zh: "把申报材料与各部规则、各类基地逐一对照，列出结论和符合、不符合、待定的条数，最接近的在前；不需要 baseType。\(inputForms.zh)",
      en:
        "Compares an application with every rulebook and every base type: verdict, clauses passed, failed and open, nearest first. No baseType is needed. \(inputForms.en)"
    ),
    options: [
      .onlyRulebook, .onlyType, .date, .stage, .format { $0.matchFormat = $1 },
      .language, .rules,
      .lines, .output, .color, .strict, .help, .version,
    ],
    exitStatuses: Bilingual(
      zh: "0 有符合的；1 均不符合；2 没有符合的，但有待定的；\(failures.zh)",
      en: "0 any eligible; 1 all ineligible; 2 none eligible, any undetermined; \(failures.en)"),
    examples: [
      Bilingual(zh: "match 申报材料.json", en: "match application.json"),
      Bilingual(
        zh: "match --type incubation 申报材料.json", en: "match --type incubation application.json"),
    ])
}
