extension Checker {
  /// What somebody who begins an application has to fill in, nested: the facts that say who applies
  /// for what, and those that the rulebooks, base type and stages of the options read.
  ///
  /// Of a list's elements it also has what no rulebook reads, as an expert's name: that belongs to
  /// the form. So do the documents that can be attached. What only other rulebooks read is left out.
  public func factsToFill() -> [FactNode] { library.vocabulary.tree(of: isToBeFilledIn()) }

  /// Whether a fact is one of these, by its number.
  func isToBeFilledIn() -> (Int) -> Bool {
    let vocabulary = library.vocabulary
    let read = factsRead()
    var readAnywhere = read
    for rulebook in library.rulebooks where rulebook.about == nil {
      for criterion in rulebook.articles.flatMap({ $0.clauses }).flatMap({ $0.criteria }) {
        criterion.condition.forEachFact { readAnywhere.insert(Int($0)) }
      }
    }
    return { number in
      let fact = vocabulary.facts[number]
      if fact.identifies || read.contains(number) { return true }
      guard let list = fact.location.list else { return false }
      if vocabulary.evidence.contains(where: { $0.list == list }) { return true }
      return read.contains(vocabulary.lists[list].fact) && !readAnywhere.contains(number)
    }
  }

  /// Whether a rulebook that the options choose has a clause for their base type in their stages.
  public var hasClauses: Bool {
    chooseByOptions(on: options.date, programme: nil).documents.joined().contains { index in
      library.rulebooks[index].baseTypes.contains { type in
        options.baseType ?? type == type && !plans[index].clauses(for: type).isEmpty
      }
    }
  }

  /// Rulebooks of one round that the options choose and whose span the options' date lies outside.
  public var closedRounds: [ClosedRound] {
    guard let date = options.date else { return [] }
    return chooseByOptions(on: date, programme: nil).closedRounds.map {
      ClosedRound(rulebook: library.rulebooks[$0], date: date)
    }
  }

  /// The numbers of the facts that the options' rulebooks read; without a date, those of all
  /// versions.
  private func factsRead() -> Set<Int> {
    var facts: Set<Int> = []
    func add(_ condition: Condition) { condition.forEachFact { facts.insert(Int($0)) } }
    for index in chooseByOptions(on: options.date, programme: nil).documents.joined() {
      let rulebook = library.rulebooks[index]
      for baseType in rulebook.baseTypes where options.baseType ?? baseType == baseType {
        for clause in plans[index].clauses(for: baseType) {
          for criterion in clause.criteria { add(criterion.condition) }
        }
        for advice in plans[index].advice(for: baseType) { add(advice.condition) }
        if let period = rulebook.constructionPeriod, options.stages.contains(period.stage) {
          facts.formUnion([Int(period.year.start.fact), Int(period.year.year.fact)])
        }
      }
    }
    return facts
  }
}
