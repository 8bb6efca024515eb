/// What a document that is for clauses proves of them.
struct ClauseProof: Sendable {
  /// The criteria that it proves: those that were named, and of a clause that was named those that ask
  /// for such a document.
  private(set) var criteria: [Criterion] = []
  /// Where it stands as another document: where no criterion of what was named in a rulebook asks for
  /// such a one, the first clause.
  private(set) var others: [Clause] = []

  /// - Parameters:
  ///   - clauses: what was named, rulebook by rulebook.
  ///   - title: what the document is called.
  init(_ clauses: [FoundClause], title: String?) {
    let title = title.map { DocumentName(title: $0) }
    var rest = clauses[...]
    while let first = rest.first {
      let own = rest.prefix { $0.rulebook === first.rulebook }
      rest = rest.dropFirst(own.count)
      let count = criteria.count
      for found in own {
        criteria += found.criteria.filter { criterion in
          found.isOneCriterion
            || title.map { title in criterion.proofNames.value.contains { title.canBe($0) } }
              ?? false
        }
      }
      if criteria.count == count { others.append(first.clause) }
    }
  }
}
