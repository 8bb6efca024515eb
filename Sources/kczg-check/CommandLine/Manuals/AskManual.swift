import Rules

extension Manual {
  /// What `ask` takes and says.
  static let ask = Manual(
    inputs: Bilingual(zh: "[文件]", en: "[FILE]"),
    inputKind: .file,
    summary: Bilingual(
      zh: "逐项提问，填写申报材料", en: "asks for what is missing, and fills in the application"),
    description: Bilingual(
      zh:
        "逐项提问，填写申报材料：只问还能改变结论的，先问牵涉条款最多的，说明为哪一条而问；每答一项即存入文件，随时可停、可返回、可跳过。文件已填的不再问；没有这个文件就新建，未给文件名的存为 申报材料.json。",
      en:
        "Asks for what an application does not say: only what can still change a verdict, what most clauses depend on first, and for which clause it is. Every answer is saved at once; stop, go back or skip at any time. What the file says is not asked again. A file that does not exist is made; without a name, application.json."
    ),
    options: [
      .rulebook, .newProgramme, .type, .date, .stage, .language, .rules, .color, .help,
      .version,
    ],
    exitStatuses: Bilingual(
      zh: "同 check 检查所存文件：0 符合；1 不符合；2 待定；\(failures.zh)",
      en:
        "that of check for the file as saved: 0 eligible; 1 ineligible; 2 undetermined; \(failures.en)"
    ),
    examples: [
      Bilingual(zh: "ask", en: "ask --lang en"),
      Bilingual(
        zh: "ask --type incubation --programme henan 申报材料.json",
        en: "ask --lang en --type incubation --programme henan application.json"),
    ])
}
