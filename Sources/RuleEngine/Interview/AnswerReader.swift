/// Understands what people type in reply to a question, or into a field of a form.
public struct AnswerReader {
  let fact: Fact
  /// What can be answered, where that is one of several words.
  let choices: [NamedCode]
  /// Of a list of codes: those that are there already.
  let present: [NamedCode]
  /// Whether it is the first thing to tell of a new entry of a list.
  let isNewEntry: Bool
  /// Whether choices were shown with numbers.
  let hasNumbers: Bool
  /// The day that “today” means.
  let today: CivilDate?

  /// A reader of replies to one question.
  public init(_ question: Question, today: CivilDate?) {
    fact = question.fact
    choices = question.choices
    present = question.present
    isNewEntry = question.isNewEntry
    hasNumbers = true
    self.today = today
  }

  /// A reader of what is typed into a field of a form.
  init(_ fact: Fact, today: CivilDate?) {
    self.fact = fact
    choices = fact.codes
    present = []
    isNewEntry = false
    hasNumbers = false
    self.today = today
  }

  /// Something that is no answer, and what would be one.
  public struct Problem: Error {
    let sentence: Bilingual
    /// What to say, without a full stop.
    public func text(in language: Language) -> String { sentence[language] }
  }

  /// The answer that a line is; whether its value will do is for the checker to say.
  public func answer(_ line: String) throws(Problem) -> Answer {
    let line = line.trimmed
    if isNewEntry {
      if Self.isNone(line.halfWidth) { return .endOfList }
      if fact.type != .texts, Self.emptyQuotes.contains(line) { return .unnamedEntry }
    }
    switch fact.type {
    case .flag: return .value(try flag(line.halfWidth) ? "true" : "false")
    case .count, .quantity: return .value(try number(line.halfWidth))
    case .date: return .value(JSONFragment.quoted(date(line.halfWidth)))
    case .moment: return .value(JSONFragment.quoted(moment(line.halfWidth)))
    case .code: return .value(JSONFragment.quoted(try code(line).name))
    case .codes: return .value(try codes(line))
    case .text, .texts: return .value(JSONFragment.quoted(text(line)))
    case .group, .list: return .skip
    }
  }

  // MARK: Words

  private static let yes: Set<String> = [
    "是", "是的", "对", "对的", "有", "有的", "具备", "y", "yes", "true", "√", "✓", "✔", "☑",
  ]
  private static let no: Set<String> = [
    "否", "不是", "不", "不对", "没", "没有", "无", "不具备", "n", "no", "false", "×", "✗", "✘",
  ]

  /// Yes or no; nil for anything else.
  public static func flag(_ line: String) -> Bool? {
    var word = line.trimmed.halfWidth.lowercased()
    if word.hasSuffix("。") || word.hasSuffix(".") { word.removeLast() }
    return yes.contains(word) ? true : no.contains(word) ? false : nil
  }

  private static func isNone(_ line: String) -> Bool {
    ["没有", "无", "none"].contains(line.lowercased())
  }

  private func flag(_ line: String) throws(Problem) -> Bool {
    guard let flag = Self.flag(line) else {
      throw Problem(sentence: Bilingual(zh: "请回答 是 或 否", en: "answer yes or no"))
    }
    return flag
  }

  /// One of the choices: by its number, its code, its name or a part of it.
  private func code(_ line: String) throws(Problem) -> NamedCode {
    let count = choices.count
    let word = line.halfWidth.lowercased()
    if let code = choices.first(where: { $0.name.lowercased() == word }) { return code }
    if hasNumbers, let number = Int(word), number > 0, number <= count {
      return choices[number - 1]
    }
    switch CodeFinder(choices: choices).find(line) {
    case .one(let code): return code
    case .several(let codes):
      throw Problem(
        sentence: Bilingual(
          zh: "“\(line)”可以是" + codes.map { $0.label[.zh] }.joined(separator: "、") + "，请写明是哪一个",
          en: "\"\(line)\" can be any of: " + codes.map { $0.label[.en] }.joined(separator: "; ")
            + "; say which"))
    case .none where hasNumbers:
      throw Problem(
        sentence: Bilingual(
          zh: "请输入编号 \(count == 1 ? "1" : "1 至 \(count)")，或名称、代码",
          en: "give a number\(count == 1 ? ", 1," : " from 1 to \(count),") or a name or a code"))
    case .none:
      throw Problem(
        sentence: Bilingual(
          zh: "“\(line)”不在可选之列；可填：" + choices.map { $0.label[.zh] }.joined(separator: "、"),
          en: "\"\(line)\" is none of the choices: "
            + choices.map { $0.label[.en] }.joined(separator: "; ")))
    }
  }

  /// Any number of the choices, in the vocabulary's order whatever the order in which they were told,
  /// after those that are there.
  private func codes(_ line: String) throws(Problem) -> String {
    let chosen = try chosenCodes(line)
    let names =
      present.map { $0.name } + choices.map { $0.name }.filter(chosen.contains)
    return "[" + names.map(JSONFragment.quoted).joined(separator: ", ") + "]"
  }

  private func chosenCodes(_ line: String) throws(Problem) -> Set<String> {
    let word = line.halfWidth.lowercased()
    if ["全部", "都有", "all"].contains(word) { return Set(choices.map({ $0.name })) }
    if Self.isNone(word) || word == "0" { return [] }
    // A name may have spaces.
    if case .one(let single) = CodeFinder(choices: choices).find(line) { return [single.name] }
    var chosen: Set<String> = []
    for part in line.split(whereSeparator: { "、，,；; \u{3000}\t".contains($0) }) {
      chosen.insert(try code(String(part)).name)
    }
    return chosen
  }

  /// Whether a line is meant as an answer, even if it is also called like a command: one of the
  /// words to choose from, or a capital letter where a text is wanted.
  public func isPlainAnswer(_ line: String) -> Bool {
    let line = line.trimmed
    switch fact.type {
    case .code, .codes: return (try? code(line)) != nil
    case .text, .texts: return line.utf8.count == 1 && line != line.lowercased()
    default: return false
    }
  }

  // MARK: Numbers and days

  /// A number as JSON writes it: its digits stay, but for separators, a unit and leading zeros.
  private func number(_ line: String) throws(Problem) -> String {
    var word = line
    let units = [Language.zh, .en].flatMap { language in
      ["1", "2"].compactMap { fact.unit?.name(for: $0, in: language) }
    }
    let others = fact.type == .count ? Self.measures : ["㎡", "m2"]
    for unit in units + others where word.hasSuffix(unit) {
      word = String(word.dropLast(unit.count)).trimmed
      break
    }
    guard let digits = TypedNumber.digits(word) else {
      if TypedNumber.isVague(word) {
        throw Problem(
          sentence: Bilingual(
            zh: "“\(line)”不是确切的数，判断条件要用确切的数；暂不清楚的先不填",
            en:
              "\"\(line)\" is no exact figure, and the conditions need one; leave it open if it is not known"
          ))
      }
      throw Problem(
        sentence: Bilingual(
          zh: "请填数字，如 32、1.5万、三十", en: "give a number in digits, such as 32"))
    }
    return digits
  }

  /// What people count in, besides the unit that a fact has.
  private static let measures = ["人", "名", "位", "个", "家", "项", "件", "起", "次"]

  /// The day that was meant, as the application has it; else the line, for the checker to reject.
  private func date(_ line: String) -> String {
    if let never = fact.never {
      let words = ["never", "从未", "没有"] + Language.allCases.map { never[$0] }
      if words.contains(line.lowercased()) { return "never" }
    }
    if ["今天", "今日", "today"].contains(line.lowercased()), let today { return today.description }
    if let date = CivilDate(line) ?? CivilDate(loose: line) { return date.description }
    if fact.dayOfMonth != nil, let month = CivilDate.month(loose: line) { return month }
    return line
  }

  private func moment(_ line: String) -> String {
    (CivilMoment(line) ?? CivilMoment(loose: line))?.description ?? line
  }

  // MARK: Texts

  private static let emptyQuotes: Set<String> = ["\"\"", "“”", "””", "““", "＂＂"]

  /// A text as it is; `""` is none, also as a Chinese keyboard writes it, and quotes around one keep
  /// a word from being a command.
  private func text(_ line: String) -> String {
    if Self.emptyQuotes.contains(line) { return "" }
    if line.utf8.count >= 2, line.hasPrefix("\""), line.hasSuffix("\"") {
      return String(line.dropFirst().dropLast())
    }
    let capitals = String(line.halfWidth.uppercased().filter { $0 != " " })
    switch fact.form?.rule {
    case .words(let list)?:
      if list.value.words.contains(capitals) { return capitals }
      return list.value.word(called: line) ?? line
    case .alphabet?: return capitals
    default: return line
    }
  }
}
