import Rules

/// `kczg-check completions`: prints a script with which a shell completes the command line.
struct CompletionsCommand {
  let arguments: Arguments

  func run() throws(UsageError) -> ExitStatus {
    if arguments.files.count > 1 { throw .fileNotWanted(arguments.files[1].name, .completions) }
    let name = arguments.files[0].name
    guard let shell = Shell(rawValue: name) else {
      throw .unknownShell(name, known: Shell.allCases.map(\.rawValue))
    }
    guard let library = arguments.loadRules() else { return .badRules }
    let words = CompletionWords(library: library, language: arguments.language)
    let output = CommandOutput(path: arguments.output)
    output.write(shell.script(words))
    return output.finish(.eligible, in: arguments.language)
  }
}

/// A shell that the program knows completions for.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  func script(_ words: CompletionWords) -> String {
    switch self {
    case .bash: BashCompletions(words: words).script
    case .zsh: ZshCompletions(words: words).script
    case .fish: FishCompletions(words: words).script
    }
  }
}
