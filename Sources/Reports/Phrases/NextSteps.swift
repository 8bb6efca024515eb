import RuleEngine

extension CriterionPhrases {
  /// What to do next: what fails, what is missing, what the authority decides, in this order; where
  /// all is met, the proof.
  func nextSteps(after rulebook: RulebookReport) -> [String] {
    var failing: [String] = []
    // A fact of many elements of a list is one step.
    var missing: [String: (first: FactReference, elements: Set<FactReference>, clauses: [String])] =
      [:]
    var paths: [String] = []
    var open: [String] = []
    for judgement in rulebook.judgements {
      let (clause, criterion) = (judgement.clause.clause, judgement.criterion)
      let name = clause.citation[language]
      switch judgement.verdict {
      case .pass: break
      case .fail:
        let requirement = criterion.criterion.requirement[language]
        let what =
          shortfall(criterion).map { requirement + phrases.semicolon + $0 } ?? requirement
        failing.append("\(name)\(phrases.colon)\(what)")
      case .unknown:
        if let inapplicable = criterion.inapplicable?[language] {
          if !open.contains(inapplicable) { open.append(inapplicable) }
        } else if criterion.isForAuthority {
          open.append(phrases.ask("\(name) \(clause.title[language])"))
        }
        for line in repetitions(criterion) {
          open.append("\(name)\(phrases.colon)\(line)")
        }
        for fact in criterion.missing {
          let path = application.vocabulary.fact(of: fact).path
          if missing[path] == nil { paths.append(path) }
          missing[path, default: (fact, [], [])].elements.insert(fact)
          if missing[path]?.clauses.last != name { missing[path]?.clauses.append(name) }
        }
      }
    }
    let supplies = paths.compactMap { missing[$0] }.map { first, elements, names in
      let others = elements.count > 1 ? " " + phrases.others(elements.count) : ""
      return phrases.supply(named(first) + others) + phrases.colon
        + names.joined(separator: phrases.enumeration)
    }
    let steps = failing + supplies + open
    return steps.isEmpty
      ? [phrases.gatherProof(isApplication: rulebook.rulebook.about == nil)] : steps
  }
}
