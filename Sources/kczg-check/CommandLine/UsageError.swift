import Rules

/// What is wrong with the command line.
enum UsageError: Error {
  case noFile
  case unknownOption(String)
  case valueMissing(String)
  case valueNotWanted(String)
  case badChoice(option: String, String, known: [String])
  case badDate(String)
  case standardInputTwice
  case checker(Checker.OptionError)

  func text(in language: Language) -> String {
    let (zh, en) = sentence
    return SafeText.of(language == .zh ? zh : en)
  }

  private var sentence: (zh: String, en: String) {
    switch self {
    case .noFile:
      (
        "没有给出文件；用法：kczg-check 文件…（- 为标准输入）",
        "no FILE; usage: kczg-check FILE… (- is standard input)"
      )
    case .unknownOption(let name):
      suggesting(
        name, among: OptionTable.entries.map(\.name),
        ("没有选项“\(name)”", "there is no option \"\(name)\""))
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
    case .checker(.unknownRulebook(let name, let known)):
      choice(("没有规则“\(name)”", "there is no rulebook \"\(name)\""), name, known)
    case .checker(.unknownBaseType(let name, let known)):
      choice(("没有创新基地类别“\(name)”", "there is no base type \"\(name)\""), name, known)
    case .checker(.noClause(let baseType)):
      (
        "所选规则没有适用于类别“\(baseType)”的条款",
        "no rulebook chosen has clauses for the base type \"\(baseType)\""
      )
    }
  }

  private func choice(
    _ sentence: (zh: String, en: String), _ word: String, _ known: [String]
  ) -> (zh: String, en: String) {
    let list = known.joined(separator: ", ")
    let (zh, en) = suggesting(word, among: known, sentence)
    return ("\(zh)；可用：\(list)", "\(en); use one of: \(list)")
  }

  private func suggesting(
    _ word: String, among known: [String], _ sentence: (zh: String, en: String)
  ) -> (zh: String, en: String) {
    guard let nearest = nearest(to: word, among: known) else { return sentence }
    return ("\(sentence.zh)；是否应为 \(nearest)？", "\(sentence.en); did you mean \(nearest)?")
  }
}
