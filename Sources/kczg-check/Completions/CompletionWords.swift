import Rules

/// The words that can stand on the command line, from the table of commands and from the rules.
struct CompletionWords {
  let library: RuleLibrary
  let language: Language

  var commands: [Command] { Command.all }

  /// Every option that takes a value, of whichever command.
  var optionsWithValue: [String] {
    var names: [String] = []
    for option in commands.flatMap(\.options) where option.value != nil {
      if !names.contains(option.name) { names.append(option.name) }
    }
    return names
  }

  func choose(_ words: Bilingual) -> String { language == .zh ? words.zh : words.en }
  func description(of option: Option) -> String { language == .zh ? option.zh : option.en }

  /// The words that an option's value can be; nil where they are not listed.
  func values(of option: Option) -> [String]? {
    switch option.words {
    case .any, .files, .directories: nil
    case .these(let words): words
    case .rulebooks:
      Rulebook.names(of: library.rulebooks.filter { $0.about == nil })
    case .programmes: library.programmes
    case .baseTypes: library.vocabulary["baseType"]?.codes.map(\.name)
    case .stages: library.stages + ["all"]
    case .documents: [SchemaCommand.application] + library.vocabulary.documents.map(\.id)
    }
  }

  /// The words that a command takes besides options; nil for files.
  func inputs(of command: Command) -> [String]? {
    if command.inputs == nil { return [] }
    return switch command.inputKind {
    case .files, .file: nil
    case .clauses: distinct(library.rulebooks.flatMap(\.articles).flatMap(\.clauses).map(\.id))
    case .shells: Shell.allCases.map(\.rawValue)
    }
  }

  private func distinct(_ words: [String]) -> [String] {
    var distinct: [String] = []
    for word in words where !distinct.contains(word) { distinct.append(word) }
    return distinct
  }
}
