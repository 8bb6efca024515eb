import Rules

/// Something that the program can do: the parser, the help and the suggestions read them all. What
/// each takes and says stands in its manual.
enum Command: String, CaseIterable, Sendable {
  case check, screen, match, ask
  /// `init` is a word of Swift's.
  case initialise = "init"
  case explain, schema, rules, completions
}

/// What there is to know of a command: what it takes, and what its help says.
struct Manual: Sendable {
  /// What the usage line calls its inputs; nil where it wants none.
  let inputs: Bilingual?
  var inputKind = InputKind.files
  /// What it does, in a line of the list of commands.
  let summary: Bilingual
  /// What it does, for its own help.
  let description: Bilingual
  let options: [Option]
  let exitStatuses: Bilingual
  /// What stands after the program's name.
  let examples: [Bilingual]

  /// What the words are that a command takes; `file` is one that need not be named.
  enum InputKind { case files, file, clauses, shells }
}

extension Command {
  var name: String { rawValue }
  var options: [Option] { manual.options }

  var manual: Manual {
    switch self {
    case .check: .check
    case .screen: .screen
    case .match: .match
    case .ask: .ask
    case .initialise: .initialise
    case .explain: .explain
    case .schema: .schema
    case .rules: .rules
    case .completions: .completions
    }
  }

  /// `kczg-check screen [options] CANDIDATE…`, in every language.
  var usage: Bilingual {
    let word = self == .check ? "[\(name)]" : name
    let inputs = manual.inputs
    return Bilingual(
      zh: ["kczg-check", word, "[选项]", inputs?.zh].compactMap { $0 }.joined(separator: " "),
      en: ["kczg-check", word, "[options]", inputs?.en].compactMap { $0 }.joined(separator: " "))
  }
}
