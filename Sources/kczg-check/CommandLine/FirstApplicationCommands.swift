import Reports
import Rules

// The commands for somebody who begins: an application to fill in, and what is asked for and why.
extension Command {
  static let ask = Command(
    name: "ask",
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
    ],
    run: { arguments throws(UsageError) in try AskCommand(arguments: arguments).run() })

  /// `init` is a word of Swift's.
  static let initialise = Command(
    name: "init",
    inputs: nil,
    summary: Bilingual(
      zh: "写出一份待填的申报材料", en: "an application to be filled in"),
    description: Bilingual(
      zh:
        "写出一份待填的申报材料：该类别各部规则用到的每一项事实，以及申报单位的基本情况，一律为 null（不知道），不编造任何内容。第一行 $schema 指向同目录的 \(SkeletonJSON.schemaFile)，可用 kczg-check schema 生成，编辑器据此补全和解释。已有的文件不会被替换，除非加 --force。",
      en:
        "Writes an application to be filled in: every fact that the type's rulebooks use, and who applies; all of it null (not known), nothing invented. Its first line, $schema, names \(SkeletonJSON.schemaFile) beside it, which kczg-check schema writes: editors then complete and explain. A file that is there already is not replaced without --force."
    ),
    options: [
      .newType, .programme, .newDate, .newStage, .language, .rules, .output, .force, .help,
      .version,
    ],
    exitStatuses: printed,
    examples: [
      Bilingual(
        zh: "init --type collaboration --output 申报材料.json",
        en: "init --type collaboration --output application.json"),
      Bilingual(
        zh: "init --type incubation --programme henan --stage eligibility",
        en: "init --type incubation --programme henan --stage eligibility"),
    ],
    run: { arguments throws(UsageError) in try InitialiseCommand(arguments: arguments).run() })

  static let explain = Command(
    name: "explain",
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
      .fromRulebook, .format([.text, .json]), .language, .rules, .output, .color, .help, .version,
    ],
    exitStatuses: printed,
    examples: [
      Bilingual(zh: "explain 第八条（五）", en: "explain henan:4.5 --lang en"),
      Bilingual(
        zh: "explain henan:4.5 --format json", en: "explain 8.5 --rulebook national --format json"),
    ],
    run: { arguments throws(UsageError) in try ExplainCommand(arguments: arguments).run() })

  static let schema = Command(
    name: "schema",
    inputs: nil,
    summary: Bilingual(
      zh: "申报材料的 JSON Schema，供编辑器补全和解释", en: "JSON Schema of applications, for editors"),
    description: Bilingual(
      zh:
        "写出申报材料的 JSON Schema（2020-12）：每个键的名称和填法、代码的含义、数值范围、日期和代码的格式。申报材料第一行写 \"$schema\": \"./\(SkeletonJSON.schemaFile)\"，编辑器即可补全、解释和检查。",
      en:
        "Prints the JSON Schema (2020-12) of applications: what each key is called and takes, what the codes mean, ranges, and the forms of dates and codes. With \"$schema\": \"./\(SkeletonJSON.schemaFile)\" as an application's first line, editors complete, explain and check."
    ),
    options: [.document, .language, .rules, .output, .help, .version],
    exitStatuses: printed,
    examples: [
      Bilingual(
        zh: "schema --output \(SkeletonJSON.schemaFile)",
        en: "schema --lang en --output \(SkeletonJSON.schemaFile)"),
      Bilingual(zh: "schema --document recommender", en: "schema --document recommender"),
    ],
    run: { arguments throws(UsageError) in try SchemaCommand(arguments: arguments).run() })

  static let completions = Command(
    name: "completions",
    inputs: Bilingual(zh: "bash|zsh|fish", en: "bash|zsh|fish"),
    inputKind: .shells,
    summary: Bilingual(
      zh: "命令行补全脚本（bash、zsh、fish）", en: "completions for bash, zsh and fish"),
    description: Bilingual(
      zh: "写出命令行补全脚本：命令、选项，以及选项可用的词（格式、阶段、类别、规则等，取自内置规则）。",
      en:
        "Prints a script that completes commands, options, and the words that options take (formats, stages, types, rulebooks and so on, as built in)."
    ),
    options: [.language, .output, .help, .version],
    exitStatuses: printed,
    examples: [
      Bilingual(
        zh: "completions bash > ~/.kczg-check.bash", en: "completions bash > ~/.kczg-check.bash"),
      Bilingual(
        zh: "completions fish > ~/.config/fish/completions/kczg-check.fish",
        en: "completions fish > ~/.config/fish/completions/kczg-check.fish"),
    ],
    run: { arguments throws(UsageError) in try CompletionsCommand(arguments: arguments).run() })

  /// The statuses of commands that read no application.
  private static let printed = Bilingual(
    zh: "0 已写出；64 用法错误；70 程序故障；74 不能写出；78 规则有误。",
    en: "0 written; 64 bad usage; 70 internal defect; 74 cannot write; 78 rules are wrong.")
}

extension Option {
  /// `--type`, `--stage` and `--rulebook` of commands that do not check.
  static let newType = Option(
    name: type.name, value: type.value, zh: "要申报的创新基地类别（必须给出）",
    en: "base type applied for (required)",
    words: type.words, set: type.set)
  static let newDate = Option(
    name: date.name, value: date.value,
    zh: "申请日期 YYYY-MM-DD，据此选规则的版本并填入；today 为北京时间当日；默认各版本",
    en:
      "application date YYYY-MM-DD: picks the versions of the rulebooks and is filled in; today: Beijing's date; default: every version",
    words: date.words, set: date.set)
  static let newStage = Option(
    name: stage.name, value: stage.value, zh: "只要该阶段用到的事实（可重复）；默认各阶段",
    en: "only facts that this stage uses (repeatable); default: every stage",
    words: stage.words, set: stage.set)
  static let fromRulebook = Option(
    name: rulebook.name, value: rulebook.value, zh: "只找该规则（规则 id、申报项目或文件系列，可重复）；默认全部",
    en: "only of this rulebook (its id, programme or series; repeatable); default: every one",
    words: rulebook.words, set: rulebook.set)

  static let programme = Option(
    name: "--programme", value: "PROGRAMME", zh: "申报的项目；默认各项目",
    en: "programme applied to; default: any",
    words: .programmes
  ) { $0.programme = $1 }

  static let newProgramme = Option(
    name: programme.name, value: programme.value,
    zh: "申报的项目，代替申报材料的 programme",
    en: "programme applied to, in place of the application's programme",
    words: programme.words, set: programme.set)

  static let force = Option(
    name: "--force", value: nil, zh: "可以替换已有的文件", en: "replace a file that is there already"
  ) { arguments, _ in arguments.mayReplace = true }

  static let document = Option(
    name: "--document", value: "KIND", zh: "哪一种文件：application（申报材料，默认）或 recommender（推荐单位）等",
    en: "which kind of document: application (default), recommender, …", words: .documents
  ) { $0.document = $1 }
}
