import RuleEngine

/// A criterion of a report, with what it is part of.
struct Judgement {
  let rulebook: RulebookReport
  let clause: ClauseReport
  let criterion: CriterionReport

  var verdict: Verdict { criterion.verdict }
  /// Whether it is so by the applicant's own word.
  var isDeclared: Bool { criterion.criterion.basis == .declared }
  /// The criterion's name among those of all rulebooks: `national-2022/8.5.a`.
  var name: String { "\(rulebook.rulebook.id)/\(criterion.criterion.id)" }

  /// The value to look at: the first that decides; of an open criterion, the first that is missing.
  /// Nil where it is the application as a whole.
  var fact: FactReference? { verdict == .unknown ? missingOrRead : criterion.facts.first }
  private var missingOrRead: FactReference? { criterion.missing.first ?? criterion.facts.first }

  /// Where that value stands; of one that is missing, the object in which it is missing.
  var range: SourceRange { rulebook.application.range(of: fact) }
}

extension RulebookReport {
  /// Every criterion that was checked, in the document's order.
  var judgements: [Judgement] {
    clauses.flatMap { clause in
      clause.criteria.map { Judgement(rulebook: self, clause: clause, criterion: $0) }
    }
  }
}

extension Report {
  /// Every criterion that was checked, rulebook by rulebook.
  var judgements: [Judgement] { rulebooks.flatMap { $0.judgements } }
}
