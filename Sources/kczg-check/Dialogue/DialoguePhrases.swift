import Reports
import Rules

/// The interview's own words.
struct DialoguePhrases: SharedPhrases {
  let language: Language

  // MARK: Beginning and end

  func greeting(_ file: String, isNew: Bool) -> String {
    isNew
      ? Bilingual(
        zh: "逐项回答，随时可停；每答一项即存入新文件 \(file)。",
        en: "Answer one by one, stop at any time; every answer is saved to the new file \(file).")[
          language]
      : Bilingual(
        zh: "逐项回答，随时可停；每答一项即存入 \(file)，已填的不再问。",
        en:
          "Answer one by one, stop at any time; every answer is saved to \(file). What it says is not asked again."
      )[language]
  }
  var commands: String {
    Bilingual(
      zh: "空行或 s 跳过，b 返回上一问，l 看已答，q 停止，? 说明。",
      en: "Empty line or s: skip; b: back; l: what was answered; q: stop; ?: help.")[language]
  }
  var help: [String] {
    [
      Bilingual(
        zh: "是非题答 是 或 否（y、n 也可）；数字可带单位；日期如 2022年5月20日、2022-5-20、2022/5/20，或 今天。",
        en:
          "Yes or no: y or n. Numbers may have their unit. Dates: 2022-05-20, 2022/5/20, 2022年5月20日, or today."
      ),
      Bilingual(
        zh: "选择题答编号、名称或代码；可选多项的用顿号或空格隔开，也可答 全部 或 无。",
        en:
          "A choice: its number, name or code. Where several can be chosen, put commas or spaces between, or answer all or none."
      ),
      Bilingual(
        zh: "清单逐项回答：每项先答第一问，空行结束；第一项就没有的，答 无。",
        en:
          "A list is told entry by entry; an empty line ends it. If there is not even a first, answer none."
      ),
      Bilingual(
        zh: "文字照录；没有内容的答 \"\"；恰与命令相同的文字写在英文双引号里。",
        en:
          "A text is kept as it is; \"\" declares that there is none; put a text that looks like a command in double quotes."
      ),
      Bilingual(
        zh: "命令：s 跳过、b 返回、l 清单、q 停止（也可用中文：跳过、返回、清单、停止）。",
        en: "Commands: s skip, b back, l list, q stop."),
      Bilingual(
        zh: "要看条款的意思，请另开一个窗口，如：kczg-check explain 第八条（五）。",
        en: "To read about a clause, run in another window: kczg-check explain 8.5 --lang en."),
    ].map { $0[language] }
  }
  func saved(_ file: String) -> String {
    Bilingual(zh: "已存入 \(file)。", en: "Saved to \(file).")[language]
  }
  func unchanged(_ file: String) -> String {
    Bilingual(zh: "没有改动 \(file)。", en: "Nothing was changed in \(file).")[language]
  }
  var nothingSaved: String {
    Bilingual(zh: "没有回答，未建立文件。", en: "Nothing was answered; no file was made.")[language]
  }
  func report(_ command: String) -> String {
    Bilingual(zh: "逐条报告：\(command)", en: "Clause by clause: \(command)")[language]
  }
  func unfinished(_ list: String) -> String {
    Bilingual(
      zh: "“\(list)”尚未录完，检查时视为未填；再次运行 ask 可接着录。",
      en: "“\(list)” is not complete and counts as not given; run ask again to go on with it.")[
        language]
  }
  func skipped(_ count: Int) -> String {
    Bilingual(
      zh: "跳过了 \(count) 问；再次运行 ask 可补答。",
      en: count == 1
        ? "1 question was skipped; run ask again to answer it."
        : "\(count) questions were skipped; run ask again to answer them.")[language]
  }
  func nothingToAsk(hasSkipped: Bool) -> String {
    hasSkipped
      ? Bilingual(
        zh: "除跳过的外，没有可问的了。", en: "But for what was skipped there is nothing left to ask.")[language]
      : Bilingual(zh: "没有可问的了。", en: "There is nothing left to ask.")[language]
  }
  func authority(_ clause: String) -> String {
    Bilingual(zh: "\(clause)：由认定机构判断。", en: "\(clause): for the authority to judge.")[language]
  }

  // MARK: Verdicts

  func standing(_ outcome: Outcome, _ counts: VerdictCounts, _ phrases: ReportPhrases) -> String {
    Bilingual(zh: "目前\(phrases.verdict(Verdict(outcome)))：", en: "So far \(outcome.rawValue): ")[
      language]
      + phrases.counts(counts)
  }
  func certain(_ text: String) -> String {
    Bilingual(zh: "结论已定：\(text)。", en: "The answer is certain: \(text).")[language]
  }
  var goOn: String {
    Bilingual(
      zh: "还要回答其余条款的问题吗？（是/否）", en: "Go on with the questions about the other clauses? (yes/no)")[
        language]
  }

  // MARK: Questions

  /// What a question is about, without what can be answered.
  func title(_ question: Question) -> String { title(question, question.fact.label) }

  private func title(_ question: Question, _ words: Words) -> String {
    guard let element = question.element else { return words[language] }
    let asked =
      question.fact.type == .texts ? Bilingual(zh: "内容", en: "text")[language] : words[language]
    return place(element) + Bilingual(zh: "：", en: ": ")[language] + asked
  }

  func heading(_ question: Question) -> String {
    title(question, question.fact.question ?? question.fact.label)
      + parenthesised(hints(question))
  }

  /// 专家（第 2 名“张三”）
  private func place(_ element: Question.Element) -> String {
    let unit = element.list.unit?.name(for: "1", in: .zh) ?? "项"
    let name = element.name.map { Bilingual(zh: "“\($0)”", en: ", “\($0)”")[language] } ?? ""
    return Bilingual(
      zh: "\(element.list.label[.zh])（第 \(element.number) \(unit)\(name)）",
      en: "\(element.list.label[.en]) (no. \(element.number)\(name))")[language]
  }

  private func hints(_ question: Question) -> [String] {
    var hints: [String] = []
    if let form = question.form { hints.append(form[language]) }
    let unit = question.fact.unit?.name(for: "2", in: language)
    switch question.fact.type {
    case .flag: hints.append(Bilingual(zh: "是/否", en: "yes/no")[language])
    case .count:
      hints.append(
        unit.map { Bilingual(zh: "整数，单位：\($0)", en: "a whole number of \($0)")[language] }
          ?? Bilingual(zh: "整数", en: "a whole number")[language])
    case .quantity:
      hints.append(
        unit.map { Bilingual(zh: "数字，单位：\($0)", en: "a number of \($0)")[language] }
          ?? Bilingual(zh: "数字", en: "a number")[language])
    case .date, .moment: hints += hintsOnTime(question.fact)
    case .code: hints.append(Bilingual(zh: "选一项", en: "choose one")[language])
    case .codes:
      hints.append(
        Bilingual(zh: "可选多项，如 1、3；或答 全部、无", en: "choose any, such as 1, 3; or all, none")[language])
    case .text where question.form == nil && !question.isNewEntry:
      hints.append(Bilingual(zh: "文字；没有内容的答 \"\"", en: "a text; \"\" if there is none")[language])
    case .text, .texts, .list, .group: break
    }
    if let element = question.element, question.isNewEntry {
      hints.append(
        element.number == 1
          ? Bilingual(zh: "没有的答 无", en: "answer none if there is none")[language]
          : Bilingual(zh: "空行结束", en: "an empty line ends the list")[language])
    }
    return hints
  }

  private func parenthesised(_ hints: [String]) -> String {
    if hints.isEmpty { return "" }
    let text = hints.joined(separator: Bilingual(zh: "；", en: "; ")[language])
    return Bilingual(zh: "（\(text)）", en: " (\(text))")[language]
  }

  func present(_ codes: [NamedCode]) -> String {
    Bilingual(zh: "已填：", en: "Given: ")[language]
      + codes.map { $0.label[language] }.joined(separator: Bilingual(zh: "、", en: ", ")[language])
      + Bilingual(zh: "；还有未写明的", en: "; more is not stated")[language]
  }

  /// The clauses for which it is asked.
  func clauses(_ reasons: [Question.Reason], areMany: Bool) -> String {
    reasons.map { citation($0, areMany) }.joined(separator: Bilingual(zh: "、", en: ", ")[language])
  }

  /// Why it is asked.
  ///
  /// - Parameter areMany: whether several rulebooks are checked, so that clauses need their names.
  func purpose(_ purpose: Question.Purpose, areMany: Bool) -> [String] {
    switch purpose {
    case .baseType:
      return [Bilingual(zh: "决定适用哪些条款", en: "It decides which clauses apply")[language]]
    case .programme:
      return [
        Bilingual(
          zh: "决定按哪些规则检查；跳过则逐部检查", en: "It decides which rules are checked; skipped, all are")[
            language]
      ]
    case .version:
      return [
        Bilingual(zh: "决定适用哪一版规则", en: "It decides which version of the rules governs")[language]
      ]
    case .completion:
      return [
        Bilingual(
          zh: "已足以判断；还有的接着录，没有了空行结束",
          en: "Enough to judge by; go on if there are more, else end the list with an empty line")[
            language]
      ]
    case .clauses(let reasons):
      guard let first = reasons.first else { return [] }
      var lines = [
        citation(first, areMany) + Bilingual(zh: "：", en: ": ")[language]
          + first.criterion.requirement[language]
      ]
      let others = reasons.dropFirst()
      if !others.isEmpty {
        let shown = others.prefix(4).map { citation($0, areMany) }
        lines.append(
          Bilingual(zh: "还关系到：", en: "Also for: ")[language]
            + shown.joined(separator: Bilingual(zh: "、", en: ", ")[language])
            + (others.count > 4
              ? Bilingual(zh: "等共 \(others.count) 条", en: " and others, \(others.count) in all")[
                language] : ""))
      }
      return lines
    }
  }

  private func citation(_ reason: Question.Reason, _ areMany: Bool) -> String {
    (areMany ? reason.rulebook.id + " " : "") + reason.clause.citation[language]
  }

  // MARK: Replies

  /// Makes a sentence of what has no full stop.
  func sentence(_ text: String) -> String {
    let isWord = text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
    return (isWord ? text.prefix(1).uppercased() + text.dropFirst() : text)
      + Bilingual(zh: "。", en: ".")[language]
  }

  /// What an answer means; nil where what was typed says it.
  func meaning(of answer: Answer, _ question: Question) -> String? {
    switch answer {
    case .value: question.meaning(of: answer, in: language)
    case .endOfList: Bilingual(zh: "（录完）", en: "(complete)")[language]
    case .skip: Bilingual(zh: "（跳过）", en: "(skipped)")[language]
    case .unnamedEntry: nil
    }
  }
  func taken(_ meaning: String) -> String {
    Bilingual(zh: "记为：\(meaning)", en: "Taken as: \(meaning)")[language]
  }
  var required: String {
    Bilingual(
      zh: "没有类别就无从问起；要停止请输入 q。", en: "Without a base type there is nothing to ask; q stops.")[
        language]
  }
  var nothingBefore: String { Bilingual(zh: "这是第一问。", en: "This is the first question.")[language] }
  var nothingAnswered: String {
    Bilingual(zh: "还没有回答。", en: "Nothing has been answered yet.")[language]
  }
  var noText: String {
    Bilingual(
      zh: "这行不是 UTF-8 文字，或含有控制字符（如方向键），请重新输入",
      en: "this line is not UTF-8, or has control characters (such as arrow keys); enter it again")[
        language]
  }
  var tooLong: String {
    Bilingual(zh: "这行太长，请重新输入", en: "this line is too long; enter it again")[language]
  }
  func repeated(_ name: String) -> String {
    Bilingual(
      zh: "名称“\(name)”已经有了；若为同一项，只应计一次",
      en: "there is “\(name)” already; if it is the same, it counts once")[language]
  }
  var confirm: String {
    Bilingual(zh: "如确认无误，请再输入一次", en: "if it is right, enter it once more")[language]
  }

  // MARK: Failures

  func cannotSave(_ error: ApplicationFile.SaveError) -> String {
    switch error {
    case .changed:
      Bilingual(
        zh: "文件已被别的程序改动，没有覆盖；最后一答未存",
        en: "the file was changed by something else; the last answer is not saved")[language]
    case .system(let error) where error.number == EEXIST:
      Bilingual(
        zh: "同名文件已由别的程序建立，没有覆盖；最后一答未存",
        en: "something else has made a file of that name; the last answer is not saved")[language]
    case .system(let error):
      Bilingual(zh: "不能写出：\(error.text.zh)", en: "cannot be written: \(error.text.en)")[language]
    }
  }
}
