import ProgramSupport
import Rules

/// An option of the command line.
struct Option: Sendable {
  let name: String
  /// What the help calls its value; nil for a flag.
  let value: String?
  /// What it is for.
  let summary: Bilingual
  let set: @Sendable (inout Arguments, String) throws(OptionError) -> Void

  /// `--type TYPE`
  var usage: String { value.map { "\(name) \($0)" } ?? name }

  static let all = [
    programme, type, stage, rules, language, output, force, help, version,
  ]

  private static let programme = Option(
    name: "--programme", value: "PROGRAMME",
    summary: Bilingual(
      zh: "网页打开时已选的申报项目；默认由填表人选",
      en: "programme chosen when the page opens; default: up to who fills it in")
  ) { $0.programme = $1 }

  private static let type = Option(
    name: "--type", value: "TYPE",
    summary: Bilingual(
      zh: "网页打开时已选的创新基地类别；默认由填表人选",
      en: "base type chosen when the page opens; default: up to who fills it in")
  ) { $0.baseType = $1 }

  private static let stage = Option(
    name: "--stage", value: "STAGE",
    summary: Bilingual(
      zh: "网页打开时检查该阶段的条款（可重复，all 为全部）；默认 eligibility（基本条件）",
      en:
        "stage whose articles the page checks when it opens (repeatable; all: every one); default: eligibility, the basic conditions"
    )
  ) { $0.stages.append($1) }

  private static let rules = path(
    "--rules", "DIR",
    Bilingual(
      zh: "把该目录里的规则写进网页，代替内置规则",
      en: "put the rulebooks of DIR into the page instead of those built in")
  ) { $0.rulesDirectory = $1 }

  private static let language = Option(
    name: "--lang", value: "zh|en",
    summary: Bilingual(
      zh: "网页打开时的语言，也是本程序的语言（默认 zh）",
      en: "language that the page opens in, and of this program (default zh)")
  ) { arguments, text throws(OptionError) in
    guard let language = Language(rawValue: text) else {
      throw .badChoice(option: "--lang", text, known: Language.allCases.map(\.rawValue))
    }
    arguments.language = language
  }

  private static let output = path(
    "--output", "FILE",
    Bilingual(
      zh: "写入文件（写全或不写）；- 为标准输出", en: "write to FILE, whole or not at all; - is standard output")
  ) { $0.output = $1 }

  private static let force = flag(
    "--force",
    Bilingual(
      zh: "可以替换不是本程序写出的文件", en: "replace a file that this program has not written")
  ) { $0.mayReplace = true }

  private static let help = flag("--help", Bilingual(zh: "显示本说明", en: "show this help")) {
    $0.wantsHelp = true
  }

  private static let version = flag("--version", Bilingual(zh: "显示版本", en: "show the version")) {
    $0.wantsVersion = true
  }

  private static func flag(
    _ name: String, _ summary: Bilingual, set: @escaping @Sendable (inout Arguments) -> Void
  ) -> Option {
    Option(name: name, value: nil, summary: summary) { arguments, _ in set(&arguments) }
  }

  /// An option that takes a path, which cannot be empty.
  private static func path(
    _ name: String, _ value: String, _ summary: Bilingual,
    set: @escaping @Sendable (inout Arguments, String) -> Void
  ) -> Option {
    Option(name: name, value: value, summary: summary) { arguments, text throws(OptionError) in
      if text.isEmpty { throw .valueMissing(name) }
      set(&arguments, text)
    }
  }
}
