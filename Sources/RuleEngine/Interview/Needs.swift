/// The facts that can still change a verdict, with the clauses that depend on each.
struct Needs {
  struct Need {
    /// A fact of the application's own, a list, or a fact of a list's element.
    let reference: FactReference
    /// A clause each, in the order of the report.
    var reasons: [Question.Reason] = []
  }

  /// In the order in which the rules speak of them.
  private(set) var all: [Need] = []
  private var places: [FactReference: Int] = [:]

  init() {}

  /// Collects them from a report: what is missing in clauses that are open. In one that fails, and in
  /// one that is met, nothing can change any more.
  init(of report: Report) {
    for rulebook in report.rulebooks {
      for clause in rulebook.clauses where clause.verdict == .unknown {
        for criterion in clause.criteria {
          for reference in criterion.missing {
            add(
              reference,
              Question.Reason(
                rulebook: rulebook.rulebook, clause: clause.clause, criterion: criterion.criterion))
          }
        }
      }
    }
  }

  subscript(reference: FactReference) -> Need? { places[reference].map { all[$0] } }

  private mutating func add(_ reference: FactReference, _ reason: Question.Reason) {
    // The unknown items of a list of codes are asked for together.
    var reference = reference
    reference.item = -1
    guard let place = places[reference] else {
      places[reference] = all.count
      all.append(Need(reference: reference, reasons: [reason]))
      return
    }
    if all[place].reasons.last?.clause !== reason.clause { all[place].reasons.append(reason) }
  }
}
