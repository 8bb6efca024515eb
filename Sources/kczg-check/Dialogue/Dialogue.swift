import Rules

/// An interview in the terminal: plain lines, which a pipe can carry as well.
struct Dialogue {
  private let interview: Interview
  private let file: ApplicationFile
  private let output: CommandOutput
  private let input = LineInput()
  private let language: Language
  private let phrases: DialoguePhrases
  private let words: TextPhrases

  private var state: InterviewState
  /// What was done, to go back by.
  private var history: [Step] = []
  /// The verdicts that were shown last.
  private var shown: [String: Verdict] = [:]
  /// Why the last question was asked.
  private var lastPurpose: [String] = []

  private struct Step {
    let before: InterviewState
    let heading: String
    let answer: String
  }

  /// What was typed.
  private enum Reply {
    case command(DialogueCommand)
    case line(String)
    case empty
  }

  init(
    _ interview: Interview, at state: InterviewState, file: ApplicationFile,
    output: CommandOutput, vocabulary: Vocabulary, language: Language
  ) {
    self.interview = interview
    self.state = state
    self.file = file
    self.output = output
    self.language = language
    phrases = DialoguePhrases(language: language)
    words = TextPhrases(language: language, vocabulary: vocabulary)
  }

  /// Asks until nothing is left to ask, or no more is answered; the state then.
  mutating func run() throws(ApplicationFile.SaveError) -> InterviewState {
    say(phrases.greeting(file.path.name, isNew: file.saved == nil))
    say(phrases.commands)
    while true {
      let stand = interview.stand(of: state)
      showProgress(stand)
      let goesOn: Bool
      switch stand.next {
      case .question(let question): goesOn = try ask(question)
      case .certain where stand.outcome == .ineligible:
        showReasons()
        goesOn = try offerToGoOn()
      case .certain:
        let declared = interview.report.rulebooks.flatMap(\.clauses).flatMap(\.criteria)
          .count { $0.criterion.basis == .declared }
        let text = words.outcome(stand.outcome, declared: declared, isApplication: true)
        say("")
        say(phrases.certain(text))
        goesOn = false
      case .done:
        say("")
        say(phrases.nothingToAsk)
        goesOn = false
      }
      if !goesOn { return state }
    }
  }

  // MARK: One question

  /// Asks until there is an answer; false if none comes any more.
  private mutating func ask(_ question: Question) throws(ApplicationFile.SaveError) -> Bool {
    say("")
    say(phrases.heading(question))
    sayPurpose(of: question)
    let heading = phrases.title(question)
    if !question.present.isEmpty { say(phrases.present(question.present), first: "    ") }
    if question.fact.type == .code || question.fact.type == .codes {
      for (index, code) in question.choices.enumerated() {
        let number = String(index + 1)
        say(
          code.label[language],
          first: String(repeating: " ", count: max(0, 4 - number.count)) + number + " ")
      }
    }
    let reader = AnswerReader(question, today: Clock.today)
    var doubted: String?
    while true {
      guard let reply = read(reader) else { return false }
      switch reply {
      case .empty where question.isNewEntry && question.element?.number != 1:
        return try take(.endOfList, of: question, as: phrases.endWord, heading)
      case .command(.skip), .empty:
        if !question.isRequired {
          return try take(.skip, of: question, as: phrases.skippedWord, heading)
        }
        say(phrases.required)
      case .command(let command):
        if let goesOn = try obey(command) { return goesOn }
      case .line(let line):
        guard let answer = understand(line, reader) else { continue }
        let meaning = meaning(of: answer, question)
        if isDoubtful(answer, question, doubted: &doubted, line) { continue }
        if let meaning, meaning != line { say(phrases.taken(meaning)) }
        return try take(answer, of: question, as: meaning ?? line, heading)
      }
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
    for line in lines { say(line, first: "    ") }
  }

  /// The answer that a line is; nil after it has been said why it is none.
  private func understand(_ line: String, _ reader: AnswerReader) -> Answer? {
    do throws(AnswerReader.Problem) {
      return try reader.answer(line)
    } catch {
      say(phrases.sentence(error.text(in: language)))
      return nil
    }
  }

  private func meaning(of answer: Answer, _ question: Question) -> String? {
    switch answer {
    case .endOfList: phrases.endWord
    default: question.meaning(of: answer, in: language)
    }
  }

  /// Says what speaks against an answer; a line that is only doubtful will do the second time.
  private func isDoubtful(
    _ answer: Answer, _ question: Question, doubted: inout String?, _ line: String
  ) -> Bool {
    switch interview.answer(answer, to: question, in: state) {
    case .accepted: return false
    case .rejected(let errors):
      for error in errors { say(phrases.sentence(error.text(in: language))) }
      return true
    case .doubtful(_, let warnings):
      if doubted == line { return false }
      doubted = line
      for warning in warnings {
        var text = warning.text(in: language)
        if case .repeatedName(let name, _) = warning.message { text = phrases.repeated(name) }
        say(phrases.sentence(text))
      }
      say(phrases.sentence(phrases.confirm))
      return true
    }
  }

  /// Goes to the state after an answer, and saves it.
  private mutating func take(
    _ answer: Answer, of question: Question, as text: String, _ heading: String
  ) throws(ApplicationFile.SaveError) -> Bool {
    switch interview.answer(answer, to: question, in: state) {
    case .accepted(let next), .doubtful(let next, _):
      history.append(Step(before: state, heading: heading, answer: text))
      try go(to: next)
    case .rejected(let errors):
      for error in errors { say(phrases.sentence(error.text(in: language))) }
    }
    return true
  }

  private mutating func go(to next: InterviewState) throws(ApplicationFile.SaveError) {
    try file.save(next.text.bytes)
    state = next
  }

  /// Does what a command asks; nil where the question stays the same, else whether to go on.
  private mutating func obey(
    _ command: DialogueCommand
  ) throws(ApplicationFile.SaveError) -> Bool? {
    switch command {
    case .stop: return false
    case .help: for line in phrases.help { say(line, first: "  ") }
    case .list:
      if history.isEmpty { say(phrases.nothingAnswered) }
      for step in history { say(step.heading + words.colon + step.answer, first: "  ") }
    case .back:
      guard let step = history.popLast() else {
        say(phrases.nothingBefore)
        return nil
      }
      try go(to: step.before)
      return true
    case .skip: break
    }
    return nil
  }

  // MARK: The end

  /// The clauses that fail, with what was found.
  private func showReasons() {
    say("")
    say(phrases.certain(words.outcome(.ineligible, declared: 0, isApplication: true)))
    let rulebooks = interview.report.rulebooks
    for rulebook in rulebooks {
      for clause in rulebook.clauses where clause.verdict == .fail {
        let name = rulebooks.count > 1 ? rulebook.rulebook.id + " " : ""
        let citation = clause.clause.citation[language]
        say("\(name)\(citation) \(clause.clause.title[language])", first: "\(words.sign(.fail)) ")
        for criterion in clause.criteria where criterion.verdict == .fail {
          say(reason(criterion), first: "    ")
        }
      }
    }
  }

  private func reason(_ criterion: CriterionReport) -> String {
    var parts = [criterion.criterion.requirement[language]]
    if let actual = criterion.actual(in: language) { parts.append("\(words.actual) \(actual)") }
    if let shortfall = criterion.shortfall(in: language) {
      parts.append(
        words.shortfall(
          shortfall, unit: criterion.shortfallUnit(in: language),
          isExcess: criterion.isShortfallExcess))
    }
    return parts.joined(separator: words.semicolon)
  }

  /// Asks whether to go on though the answer is certain.
  private mutating func offerToGoOn() throws(ApplicationFile.SaveError) -> Bool {
    var next = state
    next.goesOn = true
    // Nothing else may be open.
    guard case .question = interview.stand(of: next).next else { return false }
    say("")
    say(phrases.goOn)
    while true {
      switch read(nil) {
      case nil, .empty, .command(.skip): return false
      case .line(let line):
        if let flag = AnswerReader.flag(line) {
          guard flag else { return false }
          history.append(
            Step(before: state, heading: phrases.goOn, answer: phrases.flag(true)))
          state = next
          return true
        }
        say(phrases.goOn)
      case .command(let command):
        if let goesOn = try obey(command) { return goesOn }
      }
    }
  }

  // MARK: Lines

  /// What was decided since it was last shown, and how the whole stands.
  private mutating func showProgress(_ stand: Stand) {
    var verdicts: [String: Verdict] = [:]
    let rulebooks = interview.report.rulebooks
    for rulebook in rulebooks {
      for clause in rulebook.clauses {
        let key = "\(rulebook.rulebook.id) \(clause.clause.id)"
        verdicts[key] = clause.verdict
        guard let before = shown[key], before != clause.verdict else { continue }
        let name = rulebooks.count > 1 ? rulebook.rulebook.id + " " : ""
        let title = "\(clause.clause.citation[language]) \(clause.clause.title[language])"
        say(
          name + title + words.colon + words.verdict(clause.verdict),
          first: words.sign(clause.verdict) + " ")
      }
    }
    let isNew = verdicts != shown
    shown = verdicts
    if isNew, stand.outcome != .invalid {
      say(phrases.standing(stand.outcome, stand.counts, words))
    }
  }

  private func say(_ text: String, first: String = "") {
    var lines = TextLines(usesColor: false)
    lines.add(text, first: first)
    let bytes = ByteBuffer()
    lines.append(to: bytes)
    bytes.withBytes { output.write($0) }
  }

  /// What is typed next; nil at the end of input.
  private func read(_ reader: AnswerReader?) -> Reply? {
    while true {
      output.write("> ")
      guard let bytes = input.next() else {
        output.write("\n")
        return nil
      }
      let text = String(validating: bytes, as: UTF8.self)
      // What a terminal shows as it is typed is shown here of a pipe.
      if !input.isTerminal {
        output.write(SafeText.of(text ?? String(decoding: bytes, as: UTF8.self)) + "\n")
      }
      guard let text, !text.unicodeScalars.contains(where: Self.isControl) else {
        say(phrases.sentence(phrases.noText))
        continue
      }
      let line = text.trimmingSpace
      if line.isEmpty { return .empty }
      if reader?.isChoice(line) != true, let command = DialogueCommand(line) {
        return .command(command)
      }
      return .line(line)
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t"
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
