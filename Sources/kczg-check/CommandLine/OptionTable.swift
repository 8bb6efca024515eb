import Rules

/// Every option of the command: the parser, the help and the suggestions read this one list.
struct OptionTable {
  struct Entry {
    let name: String
    /// What the help calls its value; nil for a flag.
    let value: String?
    let zh: String
    let en: String
    let set: @Sendable (inout Arguments, String) throws(UsageError) -> Void
  }

  static let entries: [Entry] = [
    Entry(
      name: "--rulebook", value: "ID", zh: "检查指定规则（规则 id 或申报项目，可重复）；默认按申报材料的 programme",
      en:
        "check this rulebook (its id or programme; repeatable); default: the application's programme"
    ) { $0.rulebooks.append($1) },
    Entry(
      name: "--type", value: "TYPE", zh: "创新基地类别，代替申报材料的 baseType",
      en: "base type, in place of the application's baseType"
    ) { $0.baseType = $1 },
    Entry(
      name: "--date", value: "DATE", zh: "申请日期 YYYY-MM-DD，代替 applicationDate；today 为北京时间当日",
      en: "application date YYYY-MM-DD, in place of applicationDate; today: Beijing's date"
    ) { arguments, text throws(UsageError) in
      guard let date = text == "today" ? Clock.today : CivilDate(text) else { throw .badDate(text) }
      arguments.date = date
    },
    Entry(
      name: "--format", value: "FORMAT", zh: "输出格式：\(OutputFormat.names.zh)（默认 text）",
      en: "output: \(OutputFormat.names.en) (default text)"
    ) { arguments, text throws(UsageError) in
      guard let format = OutputFormat(rawValue: text) else {
        throw .badChoice(option: "--format", text, known: OutputFormat.allCases.map(\.rawValue))
      }
      arguments.format = format
    },
    Entry(
      name: "--brief", value: nil, zh: "只列条款，不列各项条件", en: "clauses without their criteria"
    ) { arguments, _ in arguments.detail = .brief },
    Entry(
      name: "--verbose", value: nil, zh: "列出每一项条件，包括符合的",
      en: "every criterion, also those that pass"
    ) { arguments, _ in arguments.detail = .verbose },
    Entry(
      name: "--lang", value: "zh|en", zh: "文字的语言（默认 zh）", en: "language of the words (default zh)"
    ) { arguments, text throws(UsageError) in
      guard let language = Language(rawValue: text) else {
        throw .badChoice(option: "--lang", text, known: Language.allCases.map(\.rawValue))
      }
      arguments.language = language
    },
    Entry(
      name: "--rules", value: "DIR", zh: "使用该目录里的规则，代替内置规则",
      en: "use the rulebooks in DIR instead of those built in"
    ) { arguments, text throws(UsageError) in
      if text.isEmpty { throw .valueMissing("--rules") }
      arguments.rulesDirectory = text
    },
    Entry(
      name: "--ndjson", value: nil, zh: "每个输入都按每行一份申报材料读取",
      en: "read every input as one application a line"
    ) { arguments, _ in arguments.readsLines = true },
    Entry(
      name: "--output", value: "FILE", zh: "写入文件（写全或不写），代替标准输出",
      en: "write to FILE, whole or not at all, instead of standard output"
    ) { arguments, text throws(UsageError) in
      if text.isEmpty { throw .valueMissing("--output") }
      arguments.output = text
    },
    Entry(
      name: "--color", value: "auto|always|never", zh: "颜色（默认 auto）；NO_COLOR 有效",
      en: "colours (default auto); NO_COLOR is obeyed"
    ) { arguments, text throws(UsageError) in
      guard let color = Arguments.Color(rawValue: text) else {
        throw .badChoice(option: "--color", text, known: Arguments.Color.allCases.map(\.rawValue))
      }
      arguments.color = color
    },
    Entry(
      name: "--strict", value: nil, zh: "警告按错误处理", en: "warnings are errors"
    ) { arguments, _ in arguments.isStrict = true },
    Entry(
      name: "--help", value: nil, zh: "显示本说明", en: "show this help"
    ) { arguments, _ in arguments.wantsHelp = true },
    Entry(
      name: "--version", value: nil, zh: "显示版本", en: "show the version"
    ) { arguments, _ in arguments.wantsVersion = true },
  ]
}
