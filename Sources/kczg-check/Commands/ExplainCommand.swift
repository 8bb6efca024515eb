import Reports
import Rules

/// `kczg-check explain`: says in plain words what clauses ask for.
struct ExplainCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() throws(UsageError) -> ExitStatus {
    let rulebooks = try chosenRulebooks()
    var clauses: [FoundClause] = []
    for word in arguments.files.map(\.name) {
      let reference = ClauseReference(word)
      if let name = reference.rulebook { _ = try rulebooks.called(name) }
      let found = reference.clauses(in: rulebooks)
      if found.isEmpty { throw .unknownClause(word, nearest: reference.similar(in: rulebooks)) }
      clauses += found
    }
    let language = arguments.language
    return arguments.writeDocument { output, bytes in
      switch arguments.listingFormat {
      case .text:
        let writer = TextWriter(bytes, usesColor: arguments.usesColor(on: output))
        ExplanationText(library: library, language: language, to: writer).write(clauses)
      case .json: ExplanationJSON(library: library, language: language).append(clauses, to: bytes)
      }
    }
  }

  /// Those that `--rulebook` names; all, where it names none.
  private func chosenRulebooks() throws(UsageError) -> [Rulebook] {
    if arguments.rulebooks.isEmpty { return library.rulebooks }
    var chosen: Set<String> = []
    for name in arguments.rulebooks {
      for rulebook in try library.rulebooks.called(name) { chosen.insert(rulebook.id) }
    }
    return library.rulebooks.filter { chosen.contains($0.id) }
  }
}
