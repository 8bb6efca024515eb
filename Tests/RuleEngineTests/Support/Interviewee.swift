import Testing

@testable import RuleEngine

/// Someone who answers questions at random, in the words that people use.
struct Interviewee {
  var generator: SeededGenerator
  /// How often a question is skipped: once in so many; 0: never.
  var skipsOnceIn = 0
  /// After how many entries a list ends.
  var longestList = 3
  /// Whether all that can be true is.
  var alwaysAgrees = false

  init(seed: some BinaryInteger) { generator = SeededGenerator(seed: seed) }

  /// What is typed; nil to skip.
  mutating func line(for question: Question) -> String? {
    if skipsOnceIn > 0, !question.isRequired, generator.oneIn(skipsOnceIn) { return nil }
    if question.isNewEntry, (question.element?.number ?? 0) > longestList || generator.oneIn(4) {
      return "无"
    }
    switch question.fact.type {
    case .flag where alwaysAgrees: return "是"
    case .flag: return generator.pick(["是", "否", "y", "N", "true", "false", "yes", "no"])
    case .count: return generator.pick(["0", "1", "３", "12 ", "32", "50", "60"])
    case .quantity: return generator.pick(["0", "2.5", "3", "１２", "0012.50"])
    case .date:
      return generator.pick([
        "2022年5月20日", "2022-5-20", "2022/5/20", "2021-05-20", "２０２２．０５．２１", "20200229", "1998年7月1日",
      ])
    case .moment: return generator.pick(["2022年5月27日18点", "2022-05-27 18:01", "2022-06-10T18:00"])
    case .code:
      guard !question.choices.isEmpty else { return nil }
      let number = generator.below(question.choices.count)
      let code = question.choices[number]
      return generator.pick(["\(number + 1)", code.name, code.label[.zh], code.label[.en]])
    case .codes where alwaysAgrees: return "全部"
    case .codes:
      let names = question.choices.map(\.name).filter { _ in generator.oneIn(2) }
      return names.isEmpty ? generator.pick(["无", "全部"]) : names.joined(separator: "、")
    case .text, .texts:
      if let form = question.fact.form {
        return form.words.isEmpty
          ? "91110000600037341L".prefix(form.length).description
          : form.words.contains("US") ? "us" : generator.pick(form.words)
      }
      return generator.pick(["河南", "甲", "\"\"", "有限公司 “乙”", "\"s\""])
    case .list, .group: return nil
    }
  }
}

extension TextForm {
  fileprivate var length: Int {
    if case .alphabet(_, let length, _, _) = rule { length } else { 0 }
  }
}

extension Interview {
  /// The state after a line that is a good answer; nil after one that is none.
  func reply(_ line: String?, to question: Question, in state: InterviewState) -> InterviewState? {
    var answer = Answer.skip
    if let line {
      guard let read = try? AnswerReader(question, today: nil).answer(line) else { return nil }
      answer = read
    }
    switch self.answer(answer, to: question, in: state) {
    case .accepted(let next), .doubtful(let next, _): return next
    case .rejected: return nil
    }
  }

  /// The questions from a state on, with the answers that a table gives; others are skipped.
  func walk(
    from start: InterviewState, answers: [String: String]
  ) throws -> (paths: [String], state: InterviewState) {
    var state = start
    var paths: [String] = []
    while let question = question(at: state) {
      let path = question.path + (question.isNewEntry ? "[]" : "")
      paths.append(path)
      state = try #require(reply(answers[path], to: question, in: state), "\(paths)")
      try #require(paths.count < 100, "no end")
    }
    return (paths, state)
  }

  /// Goes on to the end of an interview, also where its answer is certain; every stand is shown.
  func hold(
    from start: InterviewState, with person: inout Interviewee,
    visit: (Stand, InterviewState) throws -> Void
  ) throws -> InterviewState {
    var state = start
    for turn in 1..<4000 {
      let stand = stand(of: state)
      try visit(stand, state)
      switch stand.next {
      case .done: return state
      case .certain: state.goesOn = true
      case .question(let question):
        // Now and then nothing that is tried will do.
        let line = turn % 100 == 0 ? nil : person.line(for: question)
        state = reply(line, to: question, in: state) ?? state
      }
    }
    throw EndlessInterview()
  }

  func begin(_ text: String) -> InterviewState {
    begin(SourceText(name: "a.json", bytes: text.utf8))
  }

  func question(at state: InterviewState) -> Question? {
    if case .question(let question) = stand(of: state).next { question } else { nil }
  }
}

struct EndlessInterview: Error {}

extension InterviewState {
  var json: String { String(decoding: text.bytes, as: UTF8.self) }
}
