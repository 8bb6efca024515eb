/// Understands what people type in reply to a question.
public struct AnswerReader {
  let question: Question
  /// The day that “today” means.
  let today: CivilDate?

  /// A reader of replies to one question.
  public init(_ question: Question, today: CivilDate?) {
    self.question = question
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
    let fact = question.fact
    if question.isNewEntry {
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
    "是", "是的", "对", "对的", "有", "有的", "具备", "y", "yes", "true",
  ]
  private static let no: Set<String> = [
    "否", "不是", "不", "不对", "没", "没有", "无", "不具备", "n", "no", "false",
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

  /// One of the choices: by its number, its code or its name.
  private func code(_ line: String) throws(Problem) -> NamedCode {
    let word = line.halfWidth.lowercased()
    for code in question.choices {
      let names = [code.name, code.label[.zh], code.label[.en]]
      if names.contains(where: { $0.halfWidth.lowercased() == word }) { return code }
    }
    let count = question.choices.count
    if let number = Int(word), number > 0, number <= count {
      return question.choices[number - 1]
    }
    throw Problem(
      sentence: Bilingual(
        zh: "请输入编号 \(count == 1 ? "1" : "1 至 \(count)")，或名称、代码",
        en: "give a number\(count == 1 ? ", 1," : " from 1 to \(count),") or a name or a code"))
  }

  /// Any number of the choices, in the vocabulary's order whatever the order in which they were told,
  /// after those that are there.
  private func codes(_ line: String) throws(Problem) -> String {
    let chosen = try chosenCodes(line)
    let names =
      question.present.map { $0.name } + question.choices.map { $0.name }.filter(chosen.contains)
    return "[" + names.map(JSONFragment.quoted).joined(separator: ", ") + "]"
  }

  private func chosenCodes(_ line: String) throws(Problem) -> Set<String> {
    let word = line.halfWidth.lowercased()
    if ["全部", "都有", "all"].contains(word) { return Set(question.choices.map({ $0.name })) }
    if Self.isNone(word) || word == "0" { return [] }
    // A name may have spaces.
    if let single = try? code(line) { return [single.name] }
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
    switch question.fact.type {
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
      ["1", "2"].compactMap { question.fact.unit?.name(for: $0, in: language) }
    }
    let others = question.fact.type == .count ? Self.measures : ["㎡", "m2"]
    for unit in units + others where word.hasSuffix(unit) {
      word = String(word.dropLast(unit.count)).trimmed
      break
    }
    guard let digits = Self.plain(word) else {
      throw Problem(
        sentence: Bilingual(zh: "请用阿拉伯数字，如 32、1.5万", en: "give a number in digits, such as 32"))
    }
    return digits
  }

  /// What people count in, besides the unit that a fact has.
  private static let measures = ["人", "名", "位", "个", "家", "项", "件", "起", "次"]

  /// A number in digits alone; `1.5万` is 15000.
  private static func plain(_ word: String) -> String? {
    for (scale, zeros) in [("万", 4), ("亿", 8)] where word.hasSuffix(scale) {
      guard let number = plain(String(word.dropLast()).trimmed) else { return nil }
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      let fraction = parts.count > 1 ? String(parts[1]) : ""
      let shifted = fraction + String(repeating: "0", count: max(0, zeros - fraction.count))
      let rest = shifted.dropFirst(zeros)
      return plain(parts[0] + shifted.prefix(zeros) + (rest.isEmpty ? "" : "." + rest))
    }
    let isNegative = word.hasPrefix("-")
    let parts = (isNegative || word.hasPrefix("+") ? word.dropFirst() : Substring(word))
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, var whole = parts.first.map(String.init) else { return nil }
    // Thousands: 5,000.
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      whole = groups.joined()
    }
    let digits = ([whole] + parts.dropFirst().map(String.init))
    guard digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) else {
      return nil
    }
    let significant = whole.drop { $0 == "0" }
    let start = significant.isEmpty ? "0" : String(significant)
    return (isNegative ? "-" : "") + ([start] + digits.dropFirst()).joined(separator: ".")
  }

  /// The day that was meant, as the application has it; else the line, for the checker to reject.
  private func date(_ line: String) -> String {
    if let never = question.fact.never {
      let words = ["never", "从未", "没有"] + Language.allCases.map { never[$0] }
      if words.contains(line.lowercased()) { return "never" }
    }
    if ["今天", "今日", "today"].contains(line.lowercased()), let today { return today.description }
    if let date = CivilDate(line) ?? CivilDate(loose: line) { return date.description }
    if question.fact.dayOfMonth != nil, let month = CivilDate.month(loose: line) { return month }
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
    return switch question.fact.form?.rule {
    case .words(let list)?: list.value.words.contains(capitals) ? capitals : line
    case .alphabet?: capitals
    default: line
    }
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// With full-width forms of ASCII characters as these.
  fileprivate var halfWidth: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
