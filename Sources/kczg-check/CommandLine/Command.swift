import Reports
import Rules

/// Something that the program can do: the parser, the help and the suggestions read `all`.
struct Command: Sendable {
  let name: String
  /// What the usage line calls its inputs; nil where it wants none.
  let inputs: Bilingual?
  var inputKind = InputKind.files
  /// What it does, in a line of the list of commands.
  let summary: Bilingual
  /// What it does, for its own help.
  let description: Bilingual
  let options: [Option]
  let exitStatuses: Bilingual
  /// What stands after the program's name.
  let examples: [Bilingual]
  let run: @Sendable (Arguments) throws(UsageError) -> ExitStatus

  /// What the words are that a command takes; `file` is one that need not be named.
  enum InputKind { case files, file, clauses, shells }
}

extension Command {
  static let all = [
    check, screen, match, ask, initialise, explain, schema, rules, completions,
  ]

  /// The command that is meant where none is named.
  static let check = Command(
    name: "check",
    inputs: Bilingual(zh: "文件…", en: "FILE…"),
    summary: Bilingual(
      zh: "逐条检查申报材料，每份一份报告（默认）", en: "a report of each application, clause by clause (the default)"),
    description: Bilingual(
      zh: "逐条检查“科创中国”“科创中原”等创新基地申报材料是否符合条件。\(inputForms.zh)",
      en:
        "Checks, clause by clause, whether applications for “科创中国”, “科创中原” and other innovation bases meet the conditions. \(inputForms.en)"
    ),
    options: [
      .rulebook, .type, .date, .stage, .format(ReportStyle.Content.check.formats), .brief, .verbose,
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
    ],
    run: { arguments throws(UsageError) in
      try ReportCommand(arguments: arguments, content: .check).run()
    })

  static let screen = Command(
    name: "screen",
    inputs: Bilingual(zh: "候选材料…", en: "CANDIDATE…"),
    summary: Bilingual(
      zh: "把许多候选放在一起比较，供推荐单位筛选", en: "many candidates side by side, for recommending units"),
    description: Bilingual(
      zh:
        "把许多份申报材料放在一起检查：候选与条款的对照表、各候选不符合的条款、差一条即可的候选、卡住最多候选的条款；给出推荐单位时，还核对名额、处分、排序和推荐渠道。\(inputForms.zh)",
      en:
        "Checks many applications together: a matrix of candidates against clauses, what each fails, who is one clause away, which clause stops most; with a recommending unit also its quota, penalties, ranking and channels. \(inputForms.en)"
    ),
    options: [
      .rulebook, .type, .date, .stage, .recommender, .format(ScreeningRenderer.formats), .failOn,
      .language,
      .rules, .lines, .output, .color, .strict, .help, .version,
    ],
    exitStatuses: Bilingual(
      zh: "0 候选均符合，推荐单位的规则也符合；1 有不符合；2 无不符合但有待定；\(failures.zh)",
      en:
        "0 all eligible, and the recommending unit's own rules hold; 1 one ineligible; 2 none ineligible, one undetermined; \(failures.en)"
    ),
    examples: [
      Bilingual(zh: "screen 候选/", en: "screen candidates/"),
      Bilingual(
        zh: "screen --recommender 推荐单位.json --format csv 候选/ > 结果.csv",
        en: "screen --recommender unit.json --format csv candidates/ > out.csv"),
      Bilingual(
        zh: "screen --format html --output 筛选.html 候选/",
        en: "screen --format html --output out.html candidates/"),
    ],
    run: { arguments throws(UsageError) in try ScreenCommand(arguments: arguments).run() })

  static let match = Command(
    name: "match",
    inputs: Bilingual(zh: "文件…", en: "FILE…"),
    summary: Bilingual(zh: "看可以申报哪一种基地", en: "which base an application could be for"),
    description: Bilingual(
      zh: "把申报材料与各部规则、各类基地逐一对照，列出结论和符合、不符合、待定的条数，最接近的在前；不需要 baseType。\(inputForms.zh)",
      en:
        "Compares an application with every rulebook and every base type: verdict, clauses passed, failed and open, nearest first. No baseType is needed. \(inputForms.en)"
    ),
    options: [
      .onlyRulebook, .onlyType, .date, .stage, .format(ReportStyle.Content.match.formats),
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
    ],
    run: { arguments throws(UsageError) in
      try ReportCommand(arguments: arguments, content: .match).run()
    })

  static let rules = Command(
    name: "rules",
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
      .format([.text, .json]), .language, .rules, .output, .color, .help, .version,
    ],
    exitStatuses: Bilingual(
      zh: "0 已列出；64 用法错误；70 程序故障；74 不能写出；78 规则有误。",
      en: "0 listed; 64 bad usage; 70 internal defect; 74 cannot write; 78 rules are wrong."),
    examples: [
      Bilingual(zh: "rules", en: "rules --lang en"),
      Bilingual(zh: "rules --rules 规则/ --format json", en: "rules --rules DIR --format json"),
    ],
    run: { arguments throws(UsageError) in RulesCommand(arguments: arguments).run() })

  /// What inputs can be.
  private static let inputForms = Bilingual(
    zh: "文件是 JSON；- 为标准输入；*.ndjson、*.jsonl 每行一份；目录指其中的全部 *.json。",
    en:
      "Files are JSON; - is standard input; *.ndjson and *.jsonl hold one application a line; a directory means its *.json."
  )

  /// The statuses that say nothing of verdicts.
  static let failures = Bilingual(
    zh: "64 用法错误；65 申报材料有数据错误；66 文件不能读取；70 程序故障；74 不能写出；78 规则有误。",
    en:
      "64 bad usage; 65 data errors; 66 cannot read; 70 internal defect; 74 cannot write; 78 rules are wrong."
  )
}
