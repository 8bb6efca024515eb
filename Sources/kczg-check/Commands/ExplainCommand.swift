import Reports
import Rules

/// `kczg-check explain`: says in plain words what clauses ask for.
struct ExplainCommand {
  let arguments: Arguments

  func run() throws(UsageError) -> ExitStatus {
    guard let library = arguments.loadRules() else { return .badRules }
    let rulebooks = try chosenRulebooks(library)
    var clauses: [FoundClause] = []
    for word in arguments.files.map(\.name) {
      let reference = ClauseReference(word)
      if let name = reference.rulebook { try check(name, isKnownIn: rulebooks) }
      let found = reference.clauses(in: rulebooks)
      if found.isEmpty { throw .unknownClause(word, nearest: reference.similar(in: rulebooks)) }
      clauses += found
    }
    let output = CommandOutput(path: arguments.output)
    let bytes = ByteBuffer()
    if arguments.format == .json {
      ExplanationJSON(library: library, language: arguments.language).append(clauses, to: bytes)
    } else {
      var page = ExplanationText(
        library: library, language: arguments.language,
        usesColor: arguments.usesColor(on: output))
      page.write(clauses)
      page.lines.append(to: bytes)
    }
    bytes.withBytes { output.write($0) }
    return output.finish(.eligible, in: arguments.language)
  }

  /// Those that `--rulebook` names; all, where it names none.
  private func chosenRulebooks(_ library: RuleLibrary) throws(UsageError) -> [Rulebook] {
    for name in arguments.rulebooks { try check(name, isKnownIn: library.rulebooks) }
    guard !arguments.rulebooks.isEmpty else { return library.rulebooks }
    return library.rulebooks.filter { rulebook in
      arguments.rulebooks.contains { rulebook.isCalled($0) }
    }
  }

  private func check(_ name: String, isKnownIn rulebooks: [Rulebook]) throws(UsageError) {
    if rulebooks.contains(where: { $0.isCalled(name) }) { return }
    throw .checker(.unknownRulebook(name, known: Rulebook.names(of: rulebooks)))
  }
}
