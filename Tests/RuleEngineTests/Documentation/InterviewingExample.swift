import Rules

/// Asks `person` for what is missing until nothing that is left can change the verdict; gives the
/// application as it then is.
func complete(_ text: SourceText, asking person: (Question) -> String) throws -> SourceText {
  let interview = try Interview(RuleLibrary.builtIn())
  var state = interview.begin(text)
  while case .question(let question) = interview.stand(of: state).next {
    let answer = (try? AnswerReader(question, today: nil).answer(person(question))) ?? .skip
    switch interview.answer(answer, to: question, in: state) {
    case .accepted(let next), .doubtful(let next, _):
      state = next
    case .rejected(let diagnostics):
      throw Unacceptable(diagnostics: diagnostics)
    }
  }
  return state.text
}

/// An answer that the checker would call an error.
struct Unacceptable: Error {
  let diagnostics: [Diagnostic]
}
