import RuleEngine

/// What to do next on a form, each step with the field where it is done.
struct FormSteps {
  let report: Report
  let language: Language
  private let phrases: ReportPhrases
  private let criteria: CriterionPhrases
  private let names: FieldNames

  init(_ report: Report, in language: Language) {
    self.report = report
    self.language = language
    phrases = ReportPhrases(language: language)
    criteria = CriterionPhrases(report.application, in: language)
    names = FieldNames(application: report.application, language: language)
  }

  struct Step {
    let text: String
    let path: String?
  }

  /// What fails, what is missing, what the authority decides, in this order; where all is met, the
  /// proof.
  func all() -> [Step] {
    if report.rulebooks.isEmpty { return [] }
    var failing: [Step] = []
    var missing: [(first: FactReference, elements: Set<FactReference>, clauses: [String])] = []
    var places: [String: Int] = [:]
    var open: [Step] = []
    for rulebook in report.rulebooks {
      for judgement in rulebook.judgements {
        let (clause, criterion) = (judgement.clause.clause, judgement.criterion)
        let citation = clause.citation[language]
        switch judgement.verdict {
        case .pass: break
        case .fail:
          let requirement = criterion.criterion.requirement[language]
          let what =
            criteria.shortfall(criterion).map { requirement + phrases.semicolon + $0 }
            ?? requirement
          failing.append(
            Step(
              text: citation + phrases.colon + what,
              path: judgement.fact.map { names.path(of: $0) }))
        case .unknown:
          if let inapplicable = criterion.inapplicable?[language] {
            if !open.contains(where: { $0.text == inapplicable }) {
              open.append(Step(text: inapplicable, path: nil))
            }
          } else if criterion.isForAuthority {
            let ask = phrases.ask("\(citation) \(clause.title[language])")
            if !open.contains(where: { $0.text == ask }) {
              open.append(Step(text: ask, path: criterion.facts.first.map { names.path(of: $0) }))
            }
          }
          for fact in criterion.missing {
            let path = report.application.vocabulary.fact(of: fact).path
            let place = places[path] ?? missing.count
            if place == missing.count {
              places[path] = place
              missing.append((fact, [], []))
            }
            missing[place].elements.insert(fact)
            if missing[place].clauses.last != citation { missing[place].clauses.append(citation) }
          }
        }
      }
    }
    let supplies = missing.map { first, elements, clauses in
      let others = elements.count > 1 ? " " + phrases.others(elements.count) : ""
      return Step(
        text: phrases.supply(names.name(of: first) + others) + phrases.colon
          + clauses.joined(separator: phrases.enumeration),
        path: names.path(of: first))
    }
    let steps = failing + supplies + open
    return steps.isEmpty ? [Step(text: phrases.gatherProof(isApplication: true), path: nil)] : steps
  }
}
