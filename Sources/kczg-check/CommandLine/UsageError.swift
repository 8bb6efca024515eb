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
  case noRecommenderRules
  case optionMissing(String, Command, known: [String])
  case nothingToFill
  case unknownShell(String, known: [String])
  case unknownClause(String, nearest: [String])
  case checker(Checker.OptionError)

  func text(in language: Language) -> String {
    let (zh, en) = sentence
    return SafeText.of(language == .zh ? zh : en)
  }

  private var sentence: (zh: String, en: String) {
    switch self {
    case .noFile(let command):
      (
        "没有给出文件；用法：\(command.usage(in: .zh))（- 为标准输入）",
        "no FILE; usage: \(command.usage(in: .en)) (- is standard input)"
      )
    case .noInput(let command):
      (
        "命令 \(command.name) 还需要一个词；用法：\(command.usage(in: .zh))",
        "the command \(command.name) takes a word; usage: \(command.usage(in: .en))"
      )
    case .fileNotWanted(let file, let command):
      (
        "命令 \(command.name) 不读取文件，不能给出“\(file)”",
        "the command \(command.name) reads no file, not \"\(file)\""
      )
    case .secondFile(let file, let command):
      (
        "命令 \(command.name) 只填一份材料，不能再给出“\(file)”",
        "the command \(command.name) takes one file, not also \"\(file)\""
      )
    case .answersFromStandardInput(let command):
      (
        "命令 \(command.name) 从标准输入读取回答，文件不能是 -",
        "the command \(command.name) reads the answers from standard input; its file cannot be -"
      )
    case .linesOfApplications(let file, let command):
      (
        "命令 \(command.name) 只填一份材料，“\(file)”是每行一份的文件；请另给一个 .json 文件",
        "the command \(command.name) fills in one application; \"\(file)\" holds one a line: name a .json file"
      )
    case .unknownOption(let name, let command):
      unknownOption(name, command.options.map(\.name))
    case .optionOf(let others, let name, let command):
      (
        "命令 \(command.name) 没有选项 \(name)；有此选项的命令：\(others.map(\.name).joined(separator: "、"))",
        "the command \(command.name) has no option \(name); these have: \(others.map(\.name).joined(separator: ", "))"
      )
    case .valueMissing(let name):
      ("选项 \(name) 需要一个值", "the option \(name) takes a value")
    case .valueNotWanted(let name):
      ("选项 \(name) 不带值", "the option \(name) takes no value")
    case .badChoice(let option, let word, let known):
      choice(("\(option) 不能是“\(word)”", "\(option) cannot be \"\(word)\""), word, known)
    case .badDate(let text):
      (
        "--date 应为真实存在的日期 YYYY-MM-DD 或 today，不能是“\(text)”",
        "--date is a real day YYYY-MM-DD or today, not \"\(text)\""
      )
    case .standardInputTwice:
      ("标准输入（-）只能给出一次", "standard input (-) can be given once only")
    case .noRecommenderRules:
      (
        "所用规则没有关于推荐单位的内容，不能用 --recommender",
        "the rules in use say nothing of recommending units: --recommender cannot be used"
      )
    case .optionMissing(let name, let command, let known):
      (
        "命令 \(command.name) 需要选项 \(name)；可用：\(known.joined(separator: ", "))",
        "the command \(command.name) needs the option \(name); one of: \(known.joined(separator: ", "))"
      )
    case .unknownShell(let name, let known):
      choice(("没有“\(name)”的补全脚本", "there are no completions for \"\(name)\""), name, known)
    case .unknownClause(let name, let nearest):
      unknownClause(name, nearest.joined(separator: ", "))
    case .checker(.unknownRulebook(let name, let known)):
      choice(("没有规则“\(name)”", "there is no rulebook \"\(name)\""), name, known)
    case .checker(.unknownBaseType(let name, let known)):
      choice(("没有创新基地类别“\(name)”", "there is no base type \"\(name)\""), name, known)
    case .checker(.unknownStage(let name, let known)):
      choice(("没有阶段“\(name)”", "there is no stage \"\(name)\""), name, known + ["all"])
    case .checker(.noClause(let baseType)):
      (
        "所选规则没有适用于类别“\(baseType)”的条款",
        "no rulebook chosen has clauses for the base type \"\(baseType)\""
      )
    case .nothingToFill:
      (
        "所选规则在所选阶段没有适用于该类别的条款，没有可填的",
        "the rulebooks chosen have no clause for that base type in the stages chosen: there is nothing to fill in"
      )
    }
  }

  /// Of one letter, those that begin with it are meant.
  private func unknownOption(_ name: String, _ known: [String]) -> (zh: String, en: String) {
    let sentence = ("没有选项“\(name)”", "there is no option \"\(name)\"")
    let long = known.filter { name.utf8.count == 2 && $0.hasPrefix("-" + name) }
    return long.isEmpty ? suggesting(name, among: known, sentence) : suggesting(long, sentence)
  }

  private func unknownClause(_ name: String, _ nearest: String) -> (zh: String, en: String) {
    let (zh, en) = ("没有条款“\(name)”", "there is no clause \"\(name)\"")
    return nearest.isEmpty
      ? ("\(zh)；条款写成 8.5、henan:4.5 或 第八条（五）", "\(en); write it as 8.5, henan:4.5 or 第八条（五）")
      : ("\(zh)；相近的有：\(nearest)", "\(en); near ones: \(nearest)")
  }

  private func choice(
    _ sentence: (zh: String, en: String), _ word: String, _ known: [String]
  ) -> (zh: String, en: String) {
    let list = known.joined(separator: ", ")
    return suggesting(
      word, among: known, ("\(sentence.zh)；可用：\(list)", "\(sentence.en); use one of: \(list)"))
  }

  private func suggesting(
    _ word: String, among known: [String], _ sentence: (zh: String, en: String)
  ) -> (zh: String, en: String) {
    suggesting([nearest(to: word, among: known)].compactMap { $0 }, sentence)
  }

  private func suggesting(
    _ words: [String], _ sentence: (zh: String, en: String)
  ) -> (zh: String, en: String) {
    if words.isEmpty { return sentence }
    return (
      "\(sentence.zh)；是否应为 \(words.joined(separator: " 或 "))？",
      "\(sentence.en); did you mean \(words.joined(separator: " or "))?"
    )
  }
}
