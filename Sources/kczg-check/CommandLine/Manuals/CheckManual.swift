import Reports
import Rules

extension Manual {
  /// What `check` takes and says, which is meant where no command is named.
  static let check = Manual(
    inputs: Bilingual(zh: "文件…", en: "FILE…"),
    summary: Bilingual(
      zh: "逐条检查申报材料，每份一份报告（默认）", en: "a report of each application, clause by clause (the default)"),
    description: Bilingual(
      zh: "逐条检查“科创中国”“科创中原”等创新基地申报材料是否符合条件。\(inputForms.zh)",
      en:
        "Checks, clause by clause, whether applications for “科创中国”, “科创中原” and other innovation bases meet the conditions. \(inputForms.en)"
    ),
    options: [
      .rulebook, .type, .date, .stage, .format { $0.reportFormat = $1 }, .brief, .verbose,
      .failOn,
      .language, .rules, .lines, .output, .color, .strict, .help, .version,
    ],
    exitStatuses: Bilingual(
      zh: "0 均符合；1 有不符合；2 无不符合但有待定；\(failures.zh)",
      en: "0 all eligible; 1 one ineligible; 2 none ineligible, one undetermined; \(failures.en)"),
    examples: [
      Bilingual(zh: "申报材料.json", en: "application.json"),
      Bilingual(
        zh: "--rulebook henan --verbose 申报材料.json",
        en: "--rulebook henan --verbose application.json"),
      Bilingual(
        zh: "--format html --output 自查表.html 申报材料.json",
        en: "--format html --output form.html application.json"),
      Bilingual(
        zh: "--format ndjson --brief 候选.ndjson > 结果.ndjson",
        en: "--format ndjson --brief candidates.ndjson > results.ndjson"),
      Bilingual(
        zh: "--format junit --fail-on fail --output 结果.xml 申报材料/",
        en: "--format junit --fail-on fail --output results.xml applications/"),
    ])
}
