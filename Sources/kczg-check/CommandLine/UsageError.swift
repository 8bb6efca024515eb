import Reports
import Rules

/// What is wrong with the command line.
enum UsageError: Error {
  case noFile(Command)
  case noInput(Command)
  case fileNotWanted(String, Command)
  case secondFile(String, Command)
  case answersFromStandardInput(Command)
  case linesOfApplications(String, Command)
  case unknownOption(String, Command)
  /// The option is one of other commands.
  case optionOf([Command], String, Command)
  case valueMissing(String)
  case valueNotWanted(String)
  case badChoice(option: String, String, known: [String])
  case badDate(String)
  case standardInputTwice
  case outputIsInput(String, String)
  case noRecommenderRules
  case poolOfNobody
  case optionMissing(String, Command, known: [String])
  case nothingToFill
  case unknownShell(String, known: [String])
  case unknownClause(String, nearest: [String])
  case checker(Checker.OptionError)

  func text(in language: Language) -> String {
    SafeText.of(sentence[language])
  }

  private var sentence: Bilingual {
    switch self {
    case .noFile(let command):
      Bilingual(
        zh: "没有给出文件；用法：\(command.usage.zh)（- 为标准输入）",
        en: "no FILE; usage: \(command.usage.en) (- is standard input)")
    case .noInput(let command):
      Bilingual(
        zh: "命令 \(command.name) 还需要一个词；用法：\(command.usage.zh)",
        en: "the command \(command.name) takes a word; usage: \(command.usage.en)")
    case .fileNotWanted(let file, let command):
      Bilingual(
        zh: "命令 \(command.name) 不读取文件，不能给出“\(file)”",
        en: "the command \(command.name) reads no file, not \"\(file)\"")
    case .secondFile(let file, let command):
      Bilingual(
        zh: "命令 \(command.name) 只填一份材料，不能再给出“\(file)”",
        en: "the command \(command.name) takes one file, not also \"\(file)\"")
    case .answersFromStandardInput(let command):
      Bilingual(
        zh: "命令 \(command.name) 从标准输入读取回答，文件不能是 -",
        en:
          "the command \(command.name) reads the answers from standard input; its file cannot be -")
    case .linesOfApplications(let file, let command):
      Bilingual(
        zh: "命令 \(command.name) 只填一份材料，“\(file)”是每行一份的文件；请另给一个 .json 文件",
        en:
          "the command \(command.name) fills in one application; \"\(file)\" holds one a line: name a .json file"
      )
    case .unknownOption(let name, let command):
      OptionError.unknown(name, known: command.options.map(\.name)).sentence
    case .optionOf(let others, let name, let command):
      Bilingual(
        zh: "命令 \(command.name) 没有选项 \(name)；有此选项的命令：\(others.map(\.name).joined(separator: "、"))",
        en:
          "the command \(command.name) has no option \(name); these have: \(others.map(\.name).joined(separator: ", "))"
      )
    case .valueMissing(let name):
      OptionError.valueMissing(name).sentence
    case .valueNotWanted(let name):
      OptionError.valueNotWanted(name).sentence
    case .badChoice(let option, let word, let known):
      OptionError.badChoice(option: option, word, known: known).sentence
    case .badDate(let text):
      Bilingual(
        zh: "--date 应为真实存在的日期 YYYY-MM-DD 或 today，不能是“\(text)”",
        en: "--date is a real day YYYY-MM-DD or today, not \"\(text)\"")
    case .standardInputTwice:
      Bilingual(zh: "标准输入（-）只能给出一次", en: "standard input (-) can be given once only")
    case .outputIsInput(let output, let input):
      Bilingual(
        zh: "--output \(output) 就是输入文件 \(input)，写出会覆盖它；请换一个文件名",
        en:
          "--output \(output) is the input \(input) itself, which would be lost; name another file")
    case .noRecommenderRules:
      Bilingual(
        zh: "所用规则没有关于推荐单位的内容，不能用 --recommender",
        en: "the rules in use say nothing of recommending units: --recommender cannot be used")
    case .poolOfNobody:
      Bilingual(
        zh: "--pool 说的是推荐单位的备选，须同时用 --recommender 给出推荐单位",
        en: "--pool is a recommending unit's pool to choose from: name the unit with --recommender")
    case .optionMissing(let name, let command, let known):
      Bilingual(
        zh: "命令 \(command.name) 需要选项 \(name)；可用：\(known.joined(separator: ", "))",
        en:
          "the command \(command.name) needs the option \(name); one of: \(known.joined(separator: ", "))"
      )
    case .unknownShell(let name, let known):
      Bilingual(zh: "没有“\(name)”的补全脚本", en: "there are no completions for \"\(name)\"")
        .naming(known, nearestTo: name)
    case .unknownClause(let name, let nearest):
      unknownClause(name, nearest.joined(separator: ", "))
    case .checker(.unknownRulebook(let name, let known)):
      Bilingual(zh: "没有规则“\(name)”", en: "there is no rulebook \"\(name)\"")
        .naming(known, nearestTo: name)
    case .checker(.unknownBaseType(let name, let known)):
      Bilingual(zh: "没有创新基地类别“\(name)”", en: "there is no base type \"\(name)\"")
        .naming(known, nearestTo: name)
    case .checker(.unknownStage(let name, let known)):
      Bilingual(zh: "没有阶段“\(name)”", en: "there is no stage \"\(name)\"")
        .naming(known + ["all"], nearestTo: name)
    case .checker(.noClause(let baseType)):
      Bilingual(
        zh: "所选规则没有适用于类别“\(baseType)”的条款",
        en: "no rulebook chosen has clauses for the base type \"\(baseType)\"")
    case .nothingToFill:
      Bilingual(
        zh: "所选规则在所选阶段没有适用于该类别的条款，没有可填的",
        en:
          "the rulebooks chosen have no clause for that base type in the stages chosen: there is nothing to fill in"
      )
    }
  }

  private func unknownClause(_ name: String, _ nearest: String) -> Bilingual {
    let hint =
      nearest.isEmpty
      ? Bilingual(zh: "；条款写成 8.5、henan:4.5 或 第八条（五）", en: "; write it as 8.5, henan:4.5 or 第八条（五）")
      : Bilingual(zh: "；相近的有：\(nearest)", en: "; near ones: \(nearest)")
    return Bilingual(
      zh: "没有条款“\(name)”\(hint.zh)", en: "there is no clause \"\(name)\"\(hint.en)")
  }
}
