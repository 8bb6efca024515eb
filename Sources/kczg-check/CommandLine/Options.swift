import Reports
import Rules

// What is checked, and against what.
extension Option {
  static let rulebook = Option(
    "--rulebook", "ID",
    Bilingual(
      zh: "检查指定规则（规则 id 或申报项目，可重复）；默认按申报材料的 programme",
      en:
        "check this rulebook (its id or programme; repeatable); default: the application's programme"
    ), .rulebooks
  ) { $0.rulebooks.append($1) }

  static let type = Option(
    "--type", "TYPE",
    Bilingual(
      zh: "创新基地类别，代替申报材料的 baseType", en: "base type, in place of the application's baseType"),
    .baseTypes
  ) { $0.baseType = $1 }

  /// `--rulebook` and `--type` of a command that otherwise goes through all.
  static let onlyRulebook = rulebook.saying(
    Bilingual(
      zh: "只对照指定规则（规则 id 或申报项目，可重复）；默认全部",
      en: "only this rulebook (its id or programme; repeatable); default: every one"))
  static let onlyType = type.saying(
    Bilingual(zh: "只对照该创新基地类别；默认全部", en: "only this base type; default: every one"))

  /// `--type`, `--stage` and `--rulebook` of commands that do not check.
  static let newType = type.saying(
    Bilingual(zh: "要申报的创新基地类别（必须给出）", en: "base type applied for (required)"))
  static let newStage = stage.saying(
    Bilingual(
      zh: "只要该阶段用到的事实（可重复）；默认各阶段",
      en: "only facts that this stage uses (repeatable); default: every stage"))
  static let fromRulebook = rulebook.saying(
    Bilingual(
      zh: "只找该规则（规则 id 或申报项目，可重复）；默认全部",
      en: "only of this rulebook (its id or programme; repeatable); default: every one"))

  static let programme = Option(
    "--programme", "PROGRAMME",
    Bilingual(zh: "申报的项目；默认各项目", en: "programme applied to; default: any"), .programmes
  ) { $0.programme = $1 }

  static let newProgramme = programme.saying(
    Bilingual(
      zh: "申报的项目，代替申报材料的 programme",
      en: "programme applied to, in place of the application's programme"))

  static let date = Option(
    "--date", "DATE",
    Bilingual(
      zh: "申请日期 YYYY-MM-DD，代替 applicationDate；today 为北京时间当日",
      en: "application date YYYY-MM-DD, in place of applicationDate; today: Beijing's date"),
    .these(["today"])
  ) { arguments, text throws(UsageError) in
    guard let date = text == "today" ? Clock.today : CivilDate(text) else { throw .badDate(text) }
    arguments.date = date
  }

  static let stage = Option(
    "--stage", "STAGE",
    Bilingual(
      zh: "检查该阶段的条款（可重复，all 为全部；各规则的阶段见 kczg-check rules）；默认 eligibility（基本条件）",
      en:
        "check the articles of this stage (repeatable; all: of every one; kczg-check rules lists them); default: eligibility, the basic conditions"
    ), .stages
  ) { $0.stages.append($1) }

  static let recommender = path(
    "--recommender", "FILE",
    Bilingual(
      zh: "推荐单位的情况（JSON），一并按推荐单位的规则核对",
      en: "the recommending unit's own facts (JSON), checked against the rules about such units"),
    .files
  ) { $0.recommender = FilePath($1) }

  static let document = Option(
    "--document", "KIND",
    Bilingual(
      zh: "哪一种文件：application（申报材料，默认）或 recommender（推荐单位）等",
      en: "which kind of document: application (default), recommender, …"), .documents
  ) { $0.document = $1 }

  static let rules = path(
    "--rules", "DIR",
    Bilingual(
      zh: "使用该目录里的规则，代替内置规则", en: "use the rulebooks in DIR instead of those built in"),
    .directories
  ) { $0.rulesDirectory = $1 }

  static let lines = Option(
    "--ndjson",
    Bilingual(zh: "每个输入都按每行一份申报材料读取", en: "read every input as one application a line")
  ) { $0.readsLines = true }

  static let strict = Option(
    "--strict", Bilingual(zh: "警告按错误处理", en: "warnings are errors")
  ) { $0.isStrict = true }
}

// What is printed, and where.
extension Option {
  /// `--format`, of a command that has these formats.
  static func format<Format: Choice>(
    _ set: @escaping @Sendable (inout Arguments, Format) -> Void
  ) -> Option {
    let names = Format.allCases.map(\.rawValue)
    return choice(
      "--format", value: "FORMAT",
      Bilingual(
        zh: "输出格式：\(names.joined(separator: "、"))（默认 text）",
        en: "output: \(names.joined(separator: ", ")) (default text)"), set: set)
  }

  static let brief = Option(
    "--brief", Bilingual(zh: "只列条款，不列各项条件", en: "clauses without their criteria")
  ) { $0.detail = .brief }

  static let verbose = Option(
    "--verbose",
    Bilingual(zh: "列出每一项条件，包括符合的", en: "every criterion, also those that pass")
  ) { $0.detail = .verbose }

  static let failOn = choice(
    "--fail-on",
    Bilingual(
      zh: "从哪种结论起退出状态不为 0（默认 unknown）；fail：待定不算失败，退出状态为 0",
      en:
        "from which verdict on the exit status is not 0 (default unknown); fail: what is unknown does not count as a failure, and leaves with 0"
    )
  ) { $0.failOn = $1 }

  static let language = choice(
    "--lang", Bilingual(zh: "文字的语言（默认 zh）", en: "language of the words (default zh)")
  ) { $0.language = $1 }

  static let color = choice(
    "--color",
    Bilingual(zh: "颜色（默认 auto）；NO_COLOR 有效", en: "colours (default auto); NO_COLOR is obeyed")
  ) { $0.color = $1 }

  static let output = path(
    "--output", "FILE",
    Bilingual(
      zh: "写入文件（写全或不写），代替标准输出",
      en: "write to FILE, whole or not at all, instead of standard output"), .files
  ) { $0.output = $1 }

  static let force = Option(
    "--force", Bilingual(zh: "可以替换已有的文件", en: "replace a file that is there already")
  ) { $0.mayReplace = true }

  static let help = Option("--help", Bilingual(zh: "显示本说明", en: "show this help")) {
    $0.wantsHelp = true
  }

  static let version = Option("--version", Bilingual(zh: "显示版本", en: "show the version")) {
    $0.wantsVersion = true
  }
}
