import Rules

/// What the command line asks for.
struct Arguments {
  enum Color: String, CaseIterable { case auto, always, never }

  /// How much of a report is shown.
  enum Detail {
    case brief, normal, verbose
  }

  var files: [FilePath] = []
  var rulebooks: [String] = []
  var baseType: String?
  var date: CivilDate?
  var format = OutputFormat.text
  var detail = Detail.normal
  var language = Language.zh
  var rulesDirectory: String?
  var readsLines = false
  var output: String?
  var color = Color.auto
  var isStrict = false
  var wantsHelp = false
  var wantsVersion = false

  /// Reads the words after the program's name.
  static func parse(_ paths: [FilePath]) throws(UsageError) -> Arguments {
    let words = paths.map(\.name)
    var arguments = Arguments()
    var index = 0
    var hasCommand = false
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        arguments.files += paths[index...]
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        // A file of that name can be given as ./check.
        if word == "check", !hasCommand, arguments.files.isEmpty {
          hasCommand = true
        } else {
          arguments.files.append(paths[index - 1])
        }
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let entry = OptionTable.entries.first(where: { $0.name == name }) else {
        throw .unknownOption(name)
      }
      var value = parts.count > 1 ? String(parts[1]) : nil
      if entry.value == nil {
        if value != nil { throw .valueNotWanted(name) }
      } else if value == nil {
        guard index < words.count else { throw .valueMissing(name) }
        value = words[index]
        index += 1
      }
      try entry.set(&arguments, value ?? "")
    }
    if arguments.files.isEmpty, !arguments.wantsHelp, !arguments.wantsVersion { throw .noFile }
    if arguments.files.filter({ $0.name == "-" }).count > 1 { throw .standardInputTwice }
    return arguments
  }

  /// The language that the words ask for, also where they are wrong otherwise.
  static func language(of words: [String]) -> Language {
    var language = Language.zh
    for (index, word) in words.enumerated() {
      if word == "--" { break }
      if word.hasPrefix("--lang=") {
        language = Language(rawValue: String(word.dropFirst(7))) ?? language
      }
      if word == "--lang", index + 1 < words.count {
        language = Language(rawValue: words[index + 1]) ?? language
      }
    }
    return language
  }
}
