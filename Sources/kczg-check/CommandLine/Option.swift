import Reports
import Rules

/// An option of the command line. Which command takes which stands in `Command`.
struct Option: Sendable {
  let name: String
  /// What the help calls its value; nil for a flag.
  let value: String?
  let zh: String
  let en: String
  /// What its value can be, for completions.
  var words = OptionWords.any
  let set: @Sendable (inout Arguments, String) throws(UsageError) -> Void
}

/// What an option's value can be.
enum OptionWords: Sendable {
  case any
  case these([String])
  case rulebooks, programmes, baseTypes, stages, documents
  case files, directories
}

extension Option {
  static let rulebook = Option(
    name: "--rulebook", value: "ID", zh: "检查指定规则（规则 id，或按日期选版本的申报项目、文件系列，可重复）；默认按申报材料的 programme",
    en:
      "check this rulebook (its id, or its programme or series, of which the date picks the version; repeatable); default: the application's programme",
    words: .rulebooks
  ) { $0.rulebooks.append($1) }

  static let type = Option(
    name: "--type", value: "TYPE", zh: "创新基地类别，代替申报材料的 baseType",
    en: "base type, in place of the application's baseType", words: .baseTypes
  ) { $0.baseType = $1 }

  /// `--rulebook` and `--type` of a command that otherwise goes through all.
  static let onlyRulebook = Option(
    name: rulebook.name, value: rulebook.value, zh: "只对照指定规则（规则 id、申报项目或文件系列，可重复）；默认全部",
    en: "only this rulebook (its id, programme or series; repeatable); default: every one",
    words: rulebook.words, set: rulebook.set)
  static let onlyType = Option(
    name: type.name, value: type.value, zh: "只对照该创新基地类别；默认全部",
    en: "only this base type; default: every one", words: type.words, set: type.set)

  static let date = Option(
    name: "--date", value: "DATE", zh: "申请日期 YYYY-MM-DD，代替 applicationDate；today 为北京时间当日",
    en: "application date YYYY-MM-DD, in place of applicationDate; today: Beijing's date",
    words: .these(["today"])
  ) { arguments, text throws(UsageError) in
    guard let date = text == "today" ? Clock.today : CivilDate(text) else { throw .badDate(text) }
    arguments.date = date
  }

  static let stage = Option(
    name: "--stage", value: "STAGE",
    zh: "检查该阶段的条款（可重复，all 为全部；各规则的阶段见 kczg-check rules）；默认 eligibility（基本条件）",
    en:
      "check the articles of this stage (repeatable; all: of every one; kczg-check rules lists them); default: eligibility, the basic conditions",
    words: .stages
  ) { $0.stages.append($1) }

  static let recommender = Option(
    name: "--recommender", value: "FILE", zh: "推荐单位的情况（JSON），一并按推荐单位的规则核对",
    en: "the recommending unit's own facts (JSON), checked against the rules about such units",
    words: .files
  ) { arguments, text throws(UsageError) in
    if text.isEmpty { throw .valueMissing("--recommender") }
    arguments.recommender = FilePath(text)
  }

  /// `--format`, for a command that knows these formats.
  static func format(_ formats: [OutputFormat]) -> Option {
    let names = formats.map(\.rawValue)
    return Option(
      name: "--format", value: "FORMAT", zh: "输出格式：\(names.joined(separator: "、"))（默认 text）",
      en: "output: \(names.joined(separator: ", ")) (default text)",
      words: .these(names)
    ) { arguments, text throws(UsageError) in
      guard let format = OutputFormat(rawValue: text), formats.contains(format) else {
        throw .badChoice(option: "--format", text, known: names)
      }
      arguments.format = format
    }
  }

  static let brief = Option(
    name: "--brief", value: nil, zh: "只列条款，不列各项条件", en: "clauses without their criteria"
  ) { arguments, _ in arguments.detail = .brief }

  static let verbose = Option(
    name: "--verbose", value: nil, zh: "列出每一项条件，包括符合的",
    en: "every criterion, also those that pass"
  ) { arguments, _ in arguments.detail = .verbose }

  static let failOn = Option(
    name: "--fail-on", value: FailOn.allCases.map(\.rawValue).joined(separator: "|"),
    zh: "从哪种结论起退出状态不为 0（默认 unknown）；fail：待定不算失败，退出状态为 0",
    en:
      "from which verdict on the exit status is not 0 (default unknown); fail: what is unknown does not count as a failure, and leaves with 0",
    words: .these(FailOn.allCases.map(\.rawValue))
  ) { arguments, text throws(UsageError) in
    guard let failOn = FailOn(rawValue: text) else {
      throw .badChoice(option: "--fail-on", text, known: FailOn.allCases.map(\.rawValue))
    }
    arguments.failOn = failOn
  }

  static let language = Option(
    name: "--lang", value: "zh|en", zh: "文字的语言（默认 zh）", en: "language of the words (default zh)",
    words: .these(Language.allCases.map(\.rawValue))
  ) { arguments, text throws(UsageError) in
    guard let language = Language(rawValue: text) else {
      throw .badChoice(option: "--lang", text, known: Language.allCases.map(\.rawValue))
    }
    arguments.language = language
  }

  static let rules = Option(
    name: "--rules", value: "DIR", zh: "使用该目录里的规则，代替内置规则",
    en: "use the rulebooks in DIR instead of those built in", words: .directories
  ) { arguments, text throws(UsageError) in
    if text.isEmpty { throw .valueMissing("--rules") }
    arguments.rulesDirectory = text
  }

  static let lines = Option(
    name: "--ndjson", value: nil, zh: "每个输入都按每行一份申报材料读取",
    en: "read every input as one application a line"
  ) { arguments, _ in arguments.readsLines = true }

  static let output = Option(
    name: "--output", value: "FILE", zh: "写入文件（写全或不写），代替标准输出",
    en: "write to FILE, whole or not at all, instead of standard output", words: .files
  ) { arguments, text throws(UsageError) in
    if text.isEmpty { throw .valueMissing("--output") }
    arguments.output = text
  }

  static let color = Option(
    name: "--color", value: "auto|always|never", zh: "颜色（默认 auto）；NO_COLOR 有效",
    en: "colours (default auto); NO_COLOR is obeyed",
    words: .these(Arguments.Color.allCases.map(\.rawValue))
  ) { arguments, text throws(UsageError) in
    guard let color = Arguments.Color(rawValue: text) else {
      throw .badChoice(option: "--color", text, known: Arguments.Color.allCases.map(\.rawValue))
    }
    arguments.color = color
  }

  static let strict = Option(
    name: "--strict", value: nil, zh: "警告按错误处理", en: "warnings are errors"
  ) { arguments, _ in arguments.isStrict = true }

  static let help = Option(
    name: "--help", value: nil, zh: "显示本说明", en: "show this help"
  ) { arguments, _ in arguments.wantsHelp = true }

  static let version = Option(
    name: "--version", value: nil, zh: "显示版本", en: "show the version"
  ) { arguments, _ in arguments.wantsVersion = true }
}
