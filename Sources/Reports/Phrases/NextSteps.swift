import RuleEngine

/// What to do next: what fails, what is missing, what the authority decides, in this order; where all
/// is met, the proof.
struct NextSteps {
  struct Step {
    let text: String
    /// Where it is done, if that is one place.
    let fact: FactReference?
  }

  let criteria: CriterionPhrases
  /// What a fact is called.
  let name: (FactReference) -> String
  /// What an element of a list is called.
  let elementName: (FactReference) -> String

  private var phrases: ReportPhrases { criteria.phrases }

  /// A fact that is missing, in as many elements of a list, and the clauses that are open for it.
  private struct Missing {
    let first: FactReference
    var elements: Set<FactReference>
    var clauses: [String] = []
  }

  func after(_ rulebooks: [RulebookReport]) -> [Step] {
    var failing: [Step] = []
    // A fact of many elements is one step.
    var missing: [Missing] = []
    var places: [String: Int] = [:]
    var open: [Step] = []
    func leaveOpen(_ text: String, _ fact: FactReference?) {
      // Of several criteria of a clause the same can be said.
      if !open.contains(where: { $0.text == text }) { open.append(Step(text: text, fact: fact)) }
    }
    for judgement in rulebooks.flatMap({ $0.judgements }) where judgement.verdict != .pass {
      let (clause, criterion) = (judgement.clause.clause, judgement.criterion)
      let citation = clause.citation[phrases.language]
      if judgement.verdict == .fail {
        let requirement = criterion.criterion.requirement[phrases.language]
        let what =
          criteria.shortfall(criterion).map { requirement + phrases.semicolon + $0 } ?? requirement
        failing.append(Step(text: citation + phrases.colon + what, fact: judgement.fact))
        continue
      }
      if let inapplicable = criterion.inapplicable?[phrases.language] {
        leaveOpen(inapplicable, nil)
      } else if criterion.isForAuthority {
        let title = clause.title[phrases.language]
        leaveOpen(phrases.ask("\(citation) \(title)"), judgement.fact)
      }
      for line in repetitions(criterion) {
        leaveOpen(citation + phrases.colon + line, judgement.fact)
      }
      for fact in criterion.missing {
        let path = criteria.application.vocabulary.fact(of: fact).path
        let place = places[path] ?? missing.count
        if place == missing.count {
          places[path] = place
          missing.append(Missing(first: fact, elements: []))
        }
        missing[place].elements.insert(fact)
        if missing[place].clauses.last != citation { missing[place].clauses.append(citation) }
      }
    }
    let steps = failing + missing.map(supply) + open
    let isApplication = rulebooks.allSatisfy { $0.rulebook.about == nil }
    return steps.isEmpty
      ? [Step(text: phrases.gatherProof(isApplication: isApplication), fact: nil)] : steps
  }

  private func supply(_ missing: Missing) -> Step {
    let count = missing.elements.count
    let others = count > 1 ? " " + phrases.others(count) : ""
    return Step(
      text: phrases.supply(name(missing.first) + others) + phrases.colon
        + missing.clauses.joined(separator: phrases.enumeration),
      fact: missing.first)
  }

  private func repetitions(_ criterion: CriterionReport) -> [String] {
    phrases.repeated(
      criterion.repeatedNames.map { repeated in
        (name: repeated.name, paths: repeated.elements.map(elementName))
      })
  }
}

extension CriterionPhrases {
  /// What to do next, as a report says it.
  func nextSteps(after rulebook: RulebookReport) -> [String] {
    NextSteps(
      criteria: self, name: named, elementName: { application.vocabulary.path(of: $0) }
    ).after([rulebook]).map { $0.text }
  }
}
