import RuleEngine

/// The documents that a screening rests on, and the readings chosen of them, each once.
struct ScreeningSources {
  /// Those that candidates were checked against, in the order of their ids.
  let rulebooks: [Rulebook]
  /// Each with the clauses that it is of; none of the document as a whole. Those of the recommending
  /// unit's rules come last.
  let readings: [(text: String, citations: [String])]

  /// - Parameter includesUnit: whether the recommending unit's rules count, too.
  init(_ screening: Screening, includesUnit: Bool, _ language: Language) {
    var rulebooks: [Rulebook] = []
    var readings: [(text: String, citations: [String])] = []
    var places: [String: Int] = [:]
    func add(_ reading: Words, of clause: Clause?) {
      let text = reading[language]
      let place = places[text] ?? readings.count
      if place == readings.count {
        places[text] = place
        readings.append((text, []))
      }
      guard let citation = clause?.citation[language],
        !readings[place].citations.contains(citation)
      else { return }
      readings[place].citations.append(citation)
    }
    let groups = ScreeningGroup.groups(of: screening)
    let results = screening.candidates.flatMap { $0.candidate.results }
    for rulebook in results.flatMap({ $0.versions })
    where !rulebooks.contains(where: { $0 === rulebook }) { rulebooks.append(rulebook) }
    rulebooks.sort { $0.id < $1.id }
    let own = includesUnit ? screening.recommenderReports.flatMap { $0.rulebooks } : []
    for rulebook in rulebooks + own.map({ $0.rulebook }) {
      for reading in rulebook.readings { add(reading, of: nil) }
    }
    var seen: Set<ObjectIdentifier> = []
    let clauses = groups.flatMap { $0.clauses } + own.flatMap { $0.clauses }.map { $0.clause }
    for clause in clauses where seen.insert(ObjectIdentifier(clause)).inserted {
      for reading in clause.criteria.compactMap({ $0.reading }) { add(reading, of: clause) }
    }
    self.rulebooks = rulebooks
    self.readings = readings
  }
}
