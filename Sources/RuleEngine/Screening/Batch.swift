/// What is screened together, and where each candidate belongs.
struct Batch {
  /// In the order of the input.
  let candidates: [Candidate]
  let names: NameWords
  /// The programmes of the rulebooks that the command line names; none where it names none.
  private let programmesAsked: Set<String>

  init(_ candidates: [Candidate], checker: Checker) {
    self.candidates = candidates
    names = checker.library.vocabulary.names
    let named = checker.options.rulebooks
    programmesAsked = Set(
      checker.library.applicationRulebooks.filter { rulebook in
        named.contains { rulebook.isCalled($0) }
      }.map { $0.programme })
  }

  /// Whether a candidate applies to a programme: to that of the rulebooks named, or to the one that it
  /// says; else that is open, as far as some rulebook of the programme could judge it. So it is where
  /// it has data errors and may yet become something else.
  func belongs(_ candidate: Candidate, to programme: String) -> Verdict {
    let isJudged = candidate.results.contains { $0.rulebook.programme == programme }
    if !programmesAsked.isEmpty {
      guard programmesAsked.contains(programme), isJudged || candidate.results.isEmpty else {
        return .fail
      }
      if programmesAsked.count == 1 { return isJudged ? .pass : .unknown }
    }
    if let own = candidate.programme {
      return own != programme ? .fail : candidate.outcome == .invalid ? .unknown : .pass
    }
    return isJudged || candidate.results.isEmpty ? .unknown : .fail
  }

  /// Whether the rules of a programme about recommending units are asked for.
  func isAsked(_ programme: String) -> Bool {
    candidates.contains { candidate in
      candidate.results.contains { $0.rulebook.programme == programme }
        || belongs(candidate, to: programme) == .pass
    }
  }
}
