/// How many candidates a unit may recommend, and how many there are to choose from.
public struct Quota: Sendable {
  /// The rulebook that says so.
  public let rulebook: Rulebook
  /// How many it may recommend.
  public let most: Int
  /// How many bases the batch has for the programme, as far as can be said.
  public let candidateCount: Int
  /// How many of them meet all conditions.
  public let eligibleCount: Int

  /// Nil where the rulebook sets none, or it is open which applies.
  init?(_ report: RulebookReport, in batch: Batch) {
    guard let most = report.greatestCandidateCount else { return nil }
    rulebook = report.rulebook
    self.most = most
    var bases = BaseIndex()
    var (count, eligible) = (0, 0)
    for candidate in batch.candidates
    where batch.belongs(candidate, to: report.rulebook.programme) != .fail {
      let base = BaseIdentity(candidate, batch.names)
      if bases.contains(base) != .pass {
        count += 1
        if candidate.outcome == .eligible { eligible += 1 }
      }
      bases.insert(base, isCertain: true)
    }
    (candidateCount, eligibleCount) = (count, eligible)
  }

  /// Whether there are more to choose from than may be recommended.
  public var asksForChoice: Bool { candidateCount > most }
}

extension RulebookReport {
  /// The least number to which conditions that apply limit the candidates; nil where none does.
  var greatestCandidateCount: Int? {
    guard let list = application.vocabulary.wellKnown("candidates", .list) else { return nil }
    let evaluator = Evaluator(application)
    return clauses.flatMap { $0.criteria }
      .compactMap { $0.criterion.condition.limit(of: list, evaluator) }.min()
  }
}

extension Condition {
  /// The number to which a condition that certainly applies limits a list.
  fileprivate func limit(of list: Int, _ evaluator: Evaluator) -> Int? {
    switch self {
    case .implication(let premise, let conclusion):
      evaluator.verdict(premise, row: 0) == .pass ? conclusion.limit(of: list, evaluator) : nil
    case .all(let parts):
      parts.compactMap { $0.limit(of: list, evaluator) }.min()
    case .discretion(let condition, let reason):
      evaluator.verdict(reason, row: 0) == .fail ? condition.limit(of: list, evaluator) : nil
    case .number(.list(let operand, .elements), .atMost, .literal(let most), _):
      operand.fact == list ? most.integer.flatMap { Int(exactly: $0) } : nil
    default: nil
    }
  }
}
