import Reports
import Rules

/// `kczg-check rules`: lists the rulebooks.
struct RulesCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() -> ExitStatus {
    let language = arguments.language
    return arguments.writeDocument { output, bytes in
      switch arguments.listingFormat {
      case .text:
        let writer = TextWriter(bytes, usesColor: arguments.usesColor(on: output))
        RulebookText(library: library, language: language, to: writer).write()
      case .json: RulebookJSON(library: library, language: language).append(to: bytes)
      }
    }
  }
}
