import ProgramSupport
import Rules

/// What the command line asks for.
struct Arguments {
  var programme: String?
  var baseType: String?
  /// Stages, or `all`; none: those that the engine begins with.
  var stages: [String] = []
  var rulesDirectory: String?
  var language = Language.zh
  /// A file, or `-`, which is standard output; nil: standard output unless that is a terminal.
  var output: String?
  /// Whether a file may be replaced that this program has not written.
  var mayReplace = false
  var wantsHelp = false
  var wantsVersion = false

  /// Reads the words after the program's name.
  static func parse(_ words: [String]) throws(UsageError) -> Arguments {
    var arguments = Arguments()
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-", word != "--" else { throw .wordNotWanted(word) }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = Option.all.first(where: { $0.name == name }) else {
        throw .option(.unknown(name, known: Option.all.map(\.name)))
      }
      var value = parts.count > 1 ? String(parts[1]) : nil
      if option.value == nil {
        if value != nil { throw .option(.valueNotWanted(name)) }
      } else if value == nil {
        value = rest.popFirst()
        if value == nil { throw .option(.valueMissing(name)) }
      }
      do throws(OptionError) { try option.set(&arguments, value ?? "") } catch {
        throw .option(error)
      }
    }
    return arguments
  }

  /// The language that the words ask for, also where they are wrong otherwise.
  static func language(of words: [String]) -> Language {
    var language = Language.zh
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let value =
        word == "--lang" ? next : word.hasPrefix("--lang=") ? String(word.dropFirst(7)) : ""
      language = Language(rawValue: value) ?? language
    }
    return language
  }
}
