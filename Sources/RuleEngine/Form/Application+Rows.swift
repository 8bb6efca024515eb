extension Vocabulary {
  /// The list and the row that a fact stands in, from 0; nil of one of the application's own.
  package func row(of reference: FactReference) -> (list: Fact, number: Int)? {
    let fact = fact(of: reference)
    guard reference.element >= 0, let list = fact.list ?? fact.location.list else { return nil }
    return (facts[lists[list].fact], Int(reference.element))
  }

  /// The field of a form in which a fact stands: `tenants[3].titles`, whichever of the titles it is.
  package func fieldPath(of reference: FactReference) -> String {
    var reference = reference
    reference.item = -1
    return path(of: reference)
  }
}

extension Application {
  /// The name of the row that a fact stands in, where it has one.
  package func rowName(of reference: FactReference) -> String? {
    guard let row = vocabulary.row(of: reference),
      let names = column(row.list.path + "[].name"), names.indices.contains(row.number)
    else { return nil }
    return names[row.number]
  }
}
