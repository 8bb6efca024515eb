import Reports
import Rules

/// The interview's own words.
struct DialoguePhrases: Phrases {
  let language: Language

  // MARK: Beginning and end

  func greeting(_ file: String, isNew: Bool) -> String {
    isNew
      ? choose(
        "逐项回答，随时可停；每答一项即存入新文件 \(file)。",
        "Answer one by one, stop at any time; every answer is saved to the new file \(file).")
      : choose(
        "逐项回答，随时可停；每答一项即存入 \(file)，已填的不再问。",
        "Answer one by one, stop at any time; every answer is saved to \(file). What it says is not asked again."
      )
  }
  var commands: String {
    choose(
      "空行或 s 跳过，b 返回上一问，l 看已答，q 停止，? 说明。",
      "Empty line or s: skip; b: back; l: what was answered; q: stop; ?: help.")
  }
  var help: [String] {
    language == .zh
      ? [
        "是非题答 是 或 否（y、n 也可）；数字可带单位；日期如 2022年5月20日、2022-5-20、2022/5/20，或 今天。",
        "选择题答编号、名称或代码；可选多项的用顿号或空格隔开，也可答 全部 或 无。",
        "清单逐项回答：每项先答第一问，空行结束；第一项就没有的，答 无。",
        "文字照录；没有内容的答 \"\"；恰与命令相同的文字写在英文双引号里。",
        "命令：s 跳过、b 返回、l 清单、q 停止（也可用中文：跳过、返回、清单、停止）。",
        "要看条款的意思，请另开一个窗口，如：kczg-check explain 第八条（五）。",
      ]
      : [
        "Yes or no: y or n. Numbers may have their unit. Dates: 2022-05-20, 2022/5/20, 2022年5月20日, or today.",
        "A choice: its number, name or code. Where several can be chosen, put commas or spaces between, or answer all or none.",
        "A list is told entry by entry; an empty line ends it. If there is not even a first, answer none.",
        "A text is kept as it is; \"\" declares that there is none; put a text that looks like a command in double quotes.",
        "Commands: s skip, b back, l list, q stop.",
        "To read about a clause, run in another window: kczg-check explain 8.5 --lang en.",
      ]
  }
  func saved(_ file: String) -> String { choose("已存入 \(file)。", "Saved to \(file).") }
  func unchanged(_ file: String) -> String {
    choose("没有改动 \(file)。", "Nothing was changed in \(file).")
  }
  var nothingSaved: String { choose("没有回答，未建立文件。", "Nothing was answered; no file was made.") }
  func report(_ command: String) -> String {
    choose("逐条报告：\(command)", "Clause by clause: \(command)")
  }
  func unfinished(_ list: String) -> String {
    choose(
      "“\(list)”尚未录完，检查时视为未填；再次运行 ask 可接着录。",
      "“\(list)” is not complete and counts as not given; run ask again to go on with it.")
  }
  func skipped(_ count: Int) -> String {
    choose(
      "跳过了 \(count) 问；再次运行 ask 可补答。",
      count == 1
        ? "1 question was skipped; run ask again to answer it."
        : "\(count) questions were skipped; run ask again to answer them.")
  }
  func nothingToAsk(hasSkipped: Bool) -> String {
    hasSkipped
      ? choose("除跳过的外，没有可问的了。", "But for what was skipped there is nothing left to ask.")
      : choose("没有可问的了。", "There is nothing left to ask.")
  }
  func authority(_ clause: String) -> String {
    choose("\(clause)：由认定机构判断。", "\(clause): for the authority to judge.")
  }

  // MARK: Verdicts

  func standing(_ outcome: Outcome, _ counts: VerdictCounts, _ phrases: TextPhrases) -> String {
    choose("目前\(phrases.verdict(Verdict(outcome)))：", "So far \(outcome.rawValue): ")
      + phrases.counts(counts)
  }
  func certain(_ text: String) -> String {
    choose("结论已定：\(text)。", "The answer is certain: \(text).")
  }
  var goOn: String {
    choose("还要回答其余条款的问题吗？（是/否）", "Go on with the questions about the other clauses? (yes/no)")
  }

  // MARK: Questions

  /// What a question is about, without what can be answered.
  func title(_ question: Question) -> String { title(question, question.fact.label) }

  private func title(_ question: Question, _ words: Words) -> String {
    guard let element = question.element else { return words[language] }
    let asked = question.fact.type == .texts ? choose("内容", "text") : words[language]
    return place(element) + choose("：", ": ") + asked
  }

  func heading(_ question: Question) -> String {
    title(question, question.fact.question ?? question.fact.label)
      + parenthesised(hints(question))
  }

  /// 专家（第 2 名“张三”）
  private func place(_ element: Question.Element) -> String {
    let unit = element.list.unit?.name(for: "1", in: .zh) ?? "项"
    let name = element.name.map { choose("“\($0)”", ", “\($0)”") } ?? ""
    return choose(
      "\(element.list.label[.zh])（第 \(element.number) \(unit)\(name)）",
      "\(element.list.label[.en]) (no. \(element.number)\(name))")
  }

  private func hints(_ question: Question) -> [String] {
    var hints: [String] = []
    if let form = question.form { hints.append(form[language]) }
    let unit = question.fact.unit?.name(for: "2", in: language)
    switch question.fact.type {
    case .flag: hints.append(choose("是/否", "yes/no"))
    case .count:
      hints.append(
        unit.map { choose("整数，单位：\($0)", "a whole number of \($0)") }
          ?? choose("整数", "a whole number"))
    case .quantity:
      hints.append(
        unit.map { choose("数字，单位：\($0)", "a number of \($0)") } ?? choose("数字", "a number"))
    case .date:
      hints.append(choose("日期，如 2022年5月20日", "a date, such as 2022-05-20"))
      if question.allowsMonth { hints.append(choose("也可只写年月", "or a month")) }
      if let never = question.never {
        hints.append(choose("\(never[.zh])的答 从未", "if \(never[.en]), answer never"))
      }
    case .moment:
      hints.append(choose("北京时间，如 2022年5月27日18:00", "Beijing time, such as 2022-05-27 18:00"))
    case .code: hints.append(choose("选一项", "choose one"))
    case .codes:
      hints.append(choose("可选多项，如 1、3；或答 全部、无", "choose any, such as 1, 3; or all, none"))
    case .text where question.form == nil && !question.isNewEntry:
      hints.append(choose("文字；没有内容的答 \"\"", "a text; \"\" if there is none"))
    case .text, .texts, .list, .group: break
    }
    if let element = question.element, question.isNewEntry {
      hints.append(
        element.number == 1
          ? choose("没有的答 无", "answer none if there is none")
          : choose("空行结束", "an empty line ends the list"))
    }
    return hints
  }

  private func parenthesised(_ hints: [String]) -> String {
    if hints.isEmpty { return "" }
    let text = hints.joined(separator: choose("；", "; "))
    return choose("（\(text)）", " (\(text))")
  }

  func present(_ codes: [NamedCode]) -> String {
    choose("已填：", "Given: ")
      + codes.map { $0.label[language] }.joined(separator: choose("、", ", "))
      + choose("；还有未写明的", "; more is not stated")
  }

  /// The clauses for which it is asked.
  func clauses(_ reasons: [Question.Reason], areMany: Bool) -> String {
    reasons.map { citation($0, areMany) }.joined(separator: choose("、", ", "))
  }

  /// Why it is asked.
  ///
  /// - Parameter areMany: whether several rulebooks are checked, so that clauses need their names.
  func purpose(_ purpose: Question.Purpose, areMany: Bool) -> [String] {
    switch purpose {
    case .baseType: return [choose("决定适用哪些条款", "It decides which clauses apply")]
    case .programme:
      return [
        choose("决定按哪些规则检查；跳过则逐部检查", "It decides which rules are checked; skipped, all are")
      ]
    case .version:
      return [choose("决定适用哪一版规则", "It decides which version of the rules governs")]
    case .completion:
      return [
        choose(
          "已足以判断；还有的接着录，没有了空行结束",
          "Enough to judge by; go on if there are more, else end the list with an empty line")
      ]
    case .clauses(let reasons):
      guard let first = reasons.first else { return [] }
      var lines = [
        citation(first, areMany) + choose("：", ": ") + first.criterion.requirement[language]
      ]
      let others = reasons.dropFirst()
      if !others.isEmpty {
        let shown = others.prefix(4).map { citation($0, areMany) }
        lines.append(
          choose("还关系到：", "Also for: ") + shown.joined(separator: choose("、", ", "))
            + (others.count > 4
              ? choose("等共 \(others.count) 条", " and others, \(others.count) in all") : ""))
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
    return (isWord ? text.prefix(1).uppercased() + text.dropFirst() : text) + choose("。", ".")
  }

  /// What an answer means; nil where what was typed says it.
  func meaning(of answer: Answer, _ question: Question) -> String? {
    switch answer {
    case .value: question.meaning(of: answer, in: language)
    case .endOfList: choose("（录完）", "(complete)")
    case .skip: choose("（跳过）", "(skipped)")
    case .unnamedEntry: nil
    }
  }
  func taken(_ meaning: String) -> String { choose("记为：\(meaning)", "Taken as: \(meaning)") }
  var required: String {
    choose("没有类别就无从问起；要停止请输入 q。", "Without a base type there is nothing to ask; q stops.")
  }
  var nothingBefore: String { choose("这是第一问。", "This is the first question.") }
  var nothingAnswered: String { choose("还没有回答。", "Nothing has been answered yet.") }
  var noText: String {
    choose(
      "这行不是 UTF-8 文字，或含有控制字符（如方向键），请重新输入",
      "this line is not UTF-8, or has control characters (such as arrow keys); enter it again")
  }
  var tooLong: String { choose("这行太长，请重新输入", "this line is too long; enter it again") }
  func repeated(_ name: String) -> String {
    choose(
      "名称“\(name)”已经有了；若为同一项，只应计一次", "there is “\(name)” already; if it is the same, it counts once"
    )
  }
  var confirm: String { choose("如确认无误，请再输入一次", "if it is right, enter it once more") }

  // MARK: Failures

  func cannotSave(_ error: ApplicationFile.SaveError) -> String {
    switch error {
    case .changed:
      choose(
        "文件已被别的程序改动，没有覆盖；最后一答未存",
        "the file was changed by something else; the last answer is not saved")
    case .system(let error) where error.number == EEXIST:
      choose(
        "同名文件已由别的程序建立，没有覆盖；最后一答未存",
        "something else has made a file of that name; the last answer is not saved")
    case .system(let error):
      choose("不能写出：\(error.text(in: .zh))", "cannot be written: \(error.text(in: .en))")
    }
  }
}
