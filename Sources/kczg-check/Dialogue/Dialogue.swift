import Reports
import Rules

/// An interview, held in words.
struct Dialogue {
  private let interview: Interview
  private let file: ApplicationFile
  private let console: Console
  private let language: Language
  private let phrases: DialoguePhrases
  private var teller: VerdictTeller

  private var state: InterviewState
  /// What was done, to go back by.
  private var history: [Step] = []
  /// Why the last question was asked.
  private var lastPurpose: [String] = []

  private struct Step {
    let before: InterviewState
    /// The question, and what was answered; nil of what is no fact.
    let told: (heading: String, answer: String)?
  }

  /// What was typed.
  private enum Reply {
    case command(DialogueCommand)
    case line(String)
    case empty
  }

  init(
    _ interview: Interview, at state: InterviewState, file: ApplicationFile, _ teller: VerdictTeller
  ) {
    self.interview = interview
    self.state = state
    self.file = file
    self.teller = teller
    console = teller.console
    language = teller.language
    phrases = teller.phrases
  }

  /// Asks until nothing is left to ask, or no more is answered; the state then.
  mutating func run() throws(ApplicationFile.SaveError) -> InterviewState {
    console.say(phrases.greeting(file.path.name, isNew: file.saved == nil))
    console.say(phrases.commands)
    while true {
      let stand = interview.stand(of: state)
      teller.tellChanges(interview.report, stand.outcome)
      let goesOn: Bool
      switch stand.next {
      case .question(let question): goesOn = try ask(question)
      case .certain:
        // What was given on the command line may be all that was missing.
        try go(to: state)
        teller.tellCertain(interview.report, stand.outcome)
        goesOn = try stand.outcome == .ineligible ? offerToGoOn() : false
      case .done:
        try go(to: state)
        console.say("")
        console.say(phrases.nothingToAsk(hasSkipped: state.skippedCount > 0))
        goesOn = false
      }
      if !goesOn { return state }
    }
  }

  // MARK: One question

  /// Asks until there is an answer; false if none comes any more.
  private mutating func ask(_ question: Question) throws(ApplicationFile.SaveError) -> Bool {
    show(question)
    let reader = AnswerReader(question, today: Clock.today)
    var doubted: String?
    while true {
      guard let reply = read(reader) else { return false }
      var typed: String?
      let answer: Answer
      switch reply {
      case .empty where question.isNewEntry && question.element?.number != 1: answer = .endOfList
      case .command(.skip), .empty:
        if question.isRequired {
          console.say(phrases.required)
          continue
        }
        answer = .skip
      case .command(let command):
        if let goesOn = try obey(command) { return goesOn }
        continue
      case .line(let line):
        guard let understood = understand(line, reader) else { continue }
        (answer, typed) = (understood, line)
      }
      if let next = state(after: answer, to: question, typed, doubted: &doubted) {
        try take(answer, of: question, typed, next)
        return true
      }
    }
  }

  private mutating func show(_ question: Question) {
    console.say("")
    console.say(phrases.heading(question), isBold: true)
    sayPurpose(of: question)
    if !question.present.isEmpty {
      console.say(phrases.present(question.present), first: "    ")
    }
    for (index, code) in question.choices.enumerated() {
      let number = String(index + 1)
      console.say(
        code.label[language],
        first: String(repeating: " ", count: max(0, 4 - number.count)) + number + " ")
    }
  }

  /// Says why something is asked; only for which clause, where the rest was just said.
  private mutating func sayPurpose(of question: Question) {
    let areMany = interview.report.rulebooks.count > 1
    var lines = phrases.purpose(question.purpose, areMany: areMany)
    if case .clauses(let reasons) = question.purpose, lines == lastPurpose {
      lines = [phrases.clauses(reasons, areMany: areMany)]
    } else {
      lastPurpose = lines
    }
    for line in lines { console.say(line, first: "    ") }
  }

  /// The answer that a line is; nil after it has been said why it is none.
  private func understand(_ line: String, _ reader: AnswerReader) -> Answer? {
    do throws(AnswerReader.Problem) {
      return try reader.answer(line)
    } catch {
      console.say(phrases.sentence(error.text(in: language)))
      return nil
    }
  }

  /// The state after an answer; nil after it has been said what speaks against it. What is only
  /// doubtful will do when it is typed a second time.
  private func state(
    after answer: Answer, to question: Question, _ typed: String?, doubted: inout String?
  ) -> InterviewState? {
    switch interview.answer(answer, to: question, in: state) {
    case .accepted(let next): return next
    case .rejected(let errors):
      for error in errors { console.say(phrases.sentence(error.text(in: language))) }
      return nil
    case .doubtful(let next, let warnings):
      if typed == nil || doubted == typed { return next }
      doubted = typed
      for warning in warnings {
        var text = warning.text(in: language)
        if case .repeatedName(let name, _) = warning.message { text = phrases.repeated(name) }
        console.say(phrases.sentence(text))
      }
      console.say(phrases.sentence(phrases.confirm))
      return nil
    }
  }

  /// Goes to the state after an answer, saves it, and only then says what it was taken as.
  private mutating func take(
    _ answer: Answer, of question: Question, _ typed: String?, _ next: InterviewState
  ) throws(ApplicationFile.SaveError) {
    let meaning = phrases.meaning(of: answer, question)
    history.append(
      Step(before: state, told: (phrases.title(question), meaning ?? typed ?? "")))
    try go(to: next)
    if case .value = answer, let meaning, meaning != typed { console.say(phrases.taken(meaning)) }
  }

  private mutating func go(to next: InterviewState) throws(ApplicationFile.SaveError) {
    try file.save(next.text.bytes)
    state = next
  }

  // MARK: Commands

  /// Does what a command asks; nil where the question stays the same, else whether to go on.
  private mutating func obey(
    _ command: DialogueCommand
  ) throws(ApplicationFile.SaveError) -> Bool? {
    switch command {
    case .stop: return false
    case .help: for line in phrases.help { console.say(line, first: "  ") }
    case .list:
      let told = history.compactMap(\.told)
      if told.isEmpty { console.say(phrases.nothingAnswered) }
      for (heading, answer) in told {
        console.say(heading + teller.words.colon + answer, first: "  ")
      }
    case .back:
      guard let step = history.popLast() else {
        console.say(phrases.nothingBefore)
        return nil
      }
      try go(to: step.before)
      return true
    case .skip: break
    }
    return nil
  }

  /// Asks whether to go on though the answer is certain.
  private mutating func offerToGoOn() throws(ApplicationFile.SaveError) -> Bool {
    var next = state
    next.goesOn = true
    // Nothing else may be open.
    guard case .question = interview.stand(of: next).next else { return false }
    console.say("")
    console.say(phrases.goOn, isBold: true)
    while true {
      switch read(nil) {
      case nil, .empty, .command(.skip): return false
      case .line(let line):
        guard let flag = AnswerReader.flag(line) else {
          console.say(phrases.goOn)
          continue
        }
        if !flag { return false }
        history.append(Step(before: state, told: nil))
        state = next
        return true
      case .command(let command):
        if let goesOn = try obey(command) { return goesOn }
      }
    }
  }

  /// What is typed next; nil at the end of input.
  private func read(_ reader: AnswerReader?) -> Reply? {
    while true {
      switch console.read() {
      case nil: return nil
      case .text(let text):
        let line = text.trimmingSpace
        if line.isEmpty { return .empty }
        if reader?.isPlainAnswer(line) != true, let command = DialogueCommand(line) {
          return .command(command)
        }
        return .line(line)
      case .noText: console.say(phrases.sentence(phrases.noText))
      case .tooLong: console.say(phrases.sentence(phrases.tooLong))
      }
    }
  }
}

extension String {
  /// Without white space, and a byte-order mark, at its ends.
  fileprivate var trimmingSpace: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
