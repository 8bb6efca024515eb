import Rules

extension RuleLibrary {
  /// The kinds of documents.
  var documents: [String] { [Arguments.application] + vocabulary.documents.map(\.id) }

  /// Checks a programme that the command line names.
  func check(programme: String) throws(UsageError) {
    guard programmes.contains(programme) else {
      throw .badChoice(option: Option.programme.name, programme, known: programmes)
    }
  }
}

extension [Rulebook] {
  /// What they can be called: by id, programme or series, each name once.
  var names: [String] { Rulebook.names(of: self) }

  /// Those that are called so.
  ///
  /// - Throws: if none is.
  func called(_ name: String) throws(UsageError) -> [Rulebook] {
    let called = filter { $0.isCalled(name) }
    if called.isEmpty { throw .checker(.unknownRulebook(name, known: names)) }
    return called
  }
}
