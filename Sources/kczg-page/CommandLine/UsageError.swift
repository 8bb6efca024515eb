import ProgramSupport
import Reports
import Rules

/// What is wrong with the command line.
enum UsageError: Error {
  case option(OptionError)
  case wordNotWanted(String)
  /// The page would fill the terminal.
  case noOutput
  case outputIsRule(String)
  case noClause(baseType: String)

  func text(in language: Language) -> String { SafeText.of(sentence[language]) }

  private var sentence: Bilingual {
    switch self {
    case .option(let error): error.sentence
    case .wordNotWanted(let word):
      Bilingual(
        zh: "本程序只写出网页，不读取“\(word)”；申报材料请在网页中打开",
        en:
          "this program writes a page and does not read \"\(word)\"; open applications in the page")
    case .noOutput:
      Bilingual(
        zh: "请说明写到哪个文件，如 --output 自查.html（- 为标准输出）",
        en: "name the file to write, as in --output self-check.html (- is standard output)")
    case .outputIsRule(let output):
      Bilingual(
        zh: "--output \(output) 就是 --rules 目录里的规则，写出会覆盖它；请换一个文件名",
        en:
          "--output \(output) is one of the rules themselves, which would be lost; name another file"
      )
    case .noClause(let baseType):
      Bilingual(
        zh: "所选项目没有适用于类别“\(baseType)”的条款",
        en: "the programme chosen has no clauses for the base type \"\(baseType)\"")
    }
  }
}
