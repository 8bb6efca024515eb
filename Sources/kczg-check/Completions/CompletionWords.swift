import Rules

/// The words that can stand on the command line, from the table of commands and from the rules.
struct CompletionWords {
  let library: RuleLibrary
  let language: Language

  var commands: [Command] { Command.allCases }

  /// Every option that takes a value, of whichever command.
  var optionsWithValue: [String] {
    var names: [String] = []
    for option in commands.flatMap(\.options) where option.value != nil {
      if !names.contains(option.name) { names.append(option.name) }
    }
    return names
  }

  /// The words that an option's value can be; nil where they are not listed.
  func values(of option: Option) -> [String]? {
    switch option.values {
    case .any, .files, .directories: nil
    case .these(let words): words
    case .rulebooks:
      library.rulebooks.filter { $0.about == nil }.names
    case .programmes: library.programmes
    case .baseTypes: library.baseTypes
    case .stages: library.vocabulary.stageNames + ["all"]
    case .documents: library.documents
    }
  }

  /// The words that a command takes besides options; nil for files.
  func inputs(of command: Command) -> [String]? {
    if command.manual.inputs == nil { return [] }
    return switch command.manual.inputKind {
    case .files, .file: nil
    case .clauses: clauses
    case .shells: Shell.allCases.map(\.rawValue)
    }
  }

  private var clauses: [String] {
    var ids: [String] = []
    for clause in library.rulebooks.flatMap(\.articles).flatMap(\.clauses)
    where !ids.contains(clause.id) {
      ids.append(clause.id)
    }
    return ids
  }
}
