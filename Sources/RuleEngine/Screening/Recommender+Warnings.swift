/// What is to be said of a unit's ranking, which only the batch tells.
extension Recommender {
  /// Everything there is to say of the document, in the order of the text.
  func diagnostics(in batch: Batch, _ choice: Choice) -> [Diagnostic] {
    var diagnostics = application.diagnostics
    if !isInvalid {
      let standings = ranking?.standings(of: batch.candidates) ?? []
      diagnostics +=
        strangers(in: batch, standings) + misplaced(in: batch, standings)
        + notInForce(choice.documents.joined().map { library.rulebooks[$0] })
    }
    if isStrict {
      for index in diagnostics.indices { diagnostics[index].severity = .error }
    }
    return diagnostics.sorted { $0.offset < $1.offset }
  }

  private func notInForce(_ rulebooks: [Rulebook]) -> [Diagnostic] {
    guard let date, let dateFact else { return [] }
    let label = application.vocabulary.facts[dateFact].label
    return rulebooks.filter { !$0.span.contains(date) }.map { rulebook in
      application.diagnostic(
        .notInForce, at: FactReference(dateFact), rulebook.notInForce(label, isChosen: false))
    }
  }

  private func warning(
    _ code: DiagnosticCode, at place: Int, _ message: DiagnosticMessage
  ) -> Diagnostic? {
    guard let fact = application.vocabulary.index(of: "ranking".utf8) else { return nil }
    return application.diagnostic(code, at: FactReference(fact, element: place), message)
  }

  /// Warns of what is ranked and no candidate, where every candidate's code is known.
  private func strangers(in batch: Batch, _ standings: [Ranking.Standing]) -> [Diagnostic] {
    guard let ranking, batch.candidates.allSatisfy({ $0.creditCode != nil }) else { return [] }
    let taken = Set(standings.flatMap { $0.places + $0.openPlaces })
    return ranking.entries.enumerated().compactMap { place, entry in
      guard let entry, !taken.contains(place) else { return nil }
      let text = [entry.creditCode, entry.baseName].compactMap { $0 }.joined(separator: " ")
      return warning(.rankedStranger, at: place, .rankedStranger(text))
    }
  }

  /// Warns of ranked candidates that do not meet the conditions, and of those that do and stand
  /// behind one.
  private func misplaced(in batch: Batch, _ standings: [Ranking.Standing]) -> [Diagnostic] {
    let ranked = zip(batch.candidates, standings).compactMap { candidate, standing in
      standing.places.first.map { (candidate: candidate, place: $0) }
    }
    let ineligible = ranked.filter { $0.candidate.outcome == .ineligible }
    var warnings = ineligible.map { candidate, place in
      warning(.rankedIneligible, at: place, .rankedIneligible(candidate.title))
    }
    if let first = ineligible.min(by: { $0.place < $1.place }) {
      warnings += ranked.filter { $0.candidate.outcome == .eligible && first.place < $0.place }
        .map { candidate, place in
          warning(
            .rankedBehind, at: place,
            .rankedBehind(candidate.title, other: first.candidate.title, place: first.place + 1))
        }
    }
    return warnings.compactMap { $0 }
  }
}

extension Candidate {
  /// The host's name, else the file's.
  var title: String { name ?? source }
}
