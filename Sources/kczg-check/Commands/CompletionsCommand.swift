import Reports
import Rules

/// `kczg-check completions`: prints a script with which a shell completes the command line.
struct CompletionsCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() throws(UsageError) -> ExitStatus {
    if arguments.files.count > 1 { throw .fileNotWanted(arguments.files[1].name, .completions) }
    let name = arguments.files[0].name
    guard let shell = Shell(rawValue: name) else {
      throw .unknownShell(name, known: Shell.allCases.map(\.rawValue))
    }
    let words = CompletionWords(library: library, language: arguments.language)
    return arguments.writeDocument { _, bytes in bytes.append(text: shell.script(words)) }
  }
}
