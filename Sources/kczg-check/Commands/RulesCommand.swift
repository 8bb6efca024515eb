import Reports
import Rules

/// `kczg-check rules`: lists the rulebooks.
struct RulesCommand {
  let arguments: Arguments

  func run() -> ExitStatus {
    guard let library = arguments.loadRules() else { return .badRules }
    let output = CommandOutput(path: arguments.output)
    let bytes = ByteBuffer()
    if arguments.format == .json {
      RulebookJSON(library: library, language: arguments.language).append(to: bytes)
    } else {
      let text = RulebookText(
        library: library, language: arguments.language,
        usesColor: arguments.usesColor(on: output))
      text.append(to: bytes)
    }
    bytes.withBytes { output.write($0) }
    return output.finish(.eligible, in: arguments.language)
  }
}
