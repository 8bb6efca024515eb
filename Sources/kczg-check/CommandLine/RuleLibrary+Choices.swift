import Rules

// What the words of the command line can choose from.
extension RuleLibrary {
  /// The programmes that rulebooks about applications belong to.
  var programmes: [String] {
    let used = Set(rulebooks.filter { $0.about == nil }.map(\.programme))
    return vocabulary["programme"]?.codes.map(\.name).filter(used.contains) ?? []
  }

  var baseTypes: [String] { vocabulary["baseType"]?.codes.map(\.name) ?? [] }

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
  /// What they can be called: by id or by programme, each name once.
  var names: [String] {
    var names: [String] = []
    for name in flatMap({ [$0.id, $0.programme] }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// Those that are called so.
  ///
  /// - Throws: if none is.
  func called(_ name: String) throws(UsageError) -> [Rulebook] {
    let called = filter { $0.id == name || $0.programme == name }
    if called.isEmpty { throw .checker(.unknownRulebook(name, known: names)) }
    return called
  }
}
