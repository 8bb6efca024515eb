/// What becomes of an answer.
public enum AnswerResult {
  case accepted(InterviewState)
  /// It can stand, but the checker would warn of this.
  case doubtful(InterviewState, [Diagnostic])
  /// The checker would find this wrong.
  case rejected([Diagnostic])
}

extension Interview {
  /// The state after an answer to the question of a state.
  public func answer(
    _ answer: Answer, to question: Question, in state: InterviewState
  ) -> AnswerResult {
    var state = state
    guard var editor = JSONEditor(state.text) else { return .accepted(state) }
    switch answer {
    case .skip:
      state.skipped.insert(question.path)
      return .accepted(state)
    case .endOfList:
      guard let list = question.list else { return .accepted(state) }
      state.unfinished.finish(list, in: &editor)
    case .unnamedEntry:
      let element = question.steps.prefix { if case .element = $0 { false } else { true } }
      let number = question.steps.dropFirst(element.count).prefix(1)
      editor.set(.object([]), at: Array(element + number), order: vocabulary.keyOrder)
    case .value(let json):
      editor.set(.token(json), at: question.steps, order: vocabulary.keyOrder)
    }
    let before = warnings(of: state)
    state.text = editor.text
    let diagnostics = diagnostics(of: state)
    let errors = diagnostics.filter { $0.severity == .error && $0.code != .missingBaseType }
    if !errors.isEmpty { return .rejected(errors) }
    let new = diagnostics.filter {
      // Advice on something else does not doubt what was answered.
      $0.severity == .warning && !before.contains(Warning($0))
        && ($0.code != .advice || $0.path == question.path)
    }
    return new.isEmpty ? .accepted(state) : .doubtful(state, new)
  }

  /// Puts facts that the file does not say into it: codes and dates of the command line.
  ///
  /// - Parameter values: by path, as JSON texts.
  public func filling(
    _ state: InterviewState, _ values: [(path: String, text: String)]
  ) -> InterviewState {
    guard var editor = JSONEditor(state.text) else { return state }
    for (path, text) in values {
      guard let fact = vocabulary.index(of: path.utf8) else { continue }
      let steps = vocabulary.steps(of: fact)
      if let value = editor.value(at: steps), value.kind != .null { continue }
      editor.set(.text(text), at: steps, order: vocabulary.keyOrder)
    }
    var state = state
    state.text = editor.text
    return state
  }

  /// The lists that are still being told.
  public func unfinishedLists(in state: InterviewState) -> [Fact] {
    guard let editor = JSONEditor(state.text) else { return [] }
    return state.unfinished.lists(in: editor).map { vocabulary.facts[$0] }
  }

  /// What a warning is about, wherever it stands.
  private struct Warning: Hashable {
    let code: String
    let path: String?

    init(_ diagnostic: Diagnostic) { (code, path) = (diagnostic.codeName, diagnostic.path) }
  }

  private func warnings(of state: InterviewState) -> Set<Warning> {
    Set(diagnostics(of: state).map(Warning.init))
  }

  private func diagnostics(of state: InterviewState) -> [Diagnostic] {
    guard let editor = JSONEditor(state.text) else { return [] }
    return check(state.unfinished.told(in: editor).text).diagnostics
  }
}
