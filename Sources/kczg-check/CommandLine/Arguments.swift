import Reports
import Rules

/// What the command line asks for.
struct Arguments {
  enum Color: String, CaseIterable { case auto, always, never }

  /// What an application is called where a kind of document is chosen.
  static let application = "application"

  let command: Command
  /// Whether the command is named, not just meant.
  let namesCommand: Bool
  var files: [FilePath] = []
  var rulebooks: [String] = []
  var baseType: String?
  var date: CivilDate?
  /// Stages, or `all`; none: the basic conditions.
  var stages: [String] = []
  var recommender: FilePath?
  var programme: String?
  /// The kind of document that is described.
  var document = Arguments.application
  var reportFormat = ReportFormat.text
  var matchFormat = MatchFormat.text
  var screeningFormat = ScreeningFormat.text
  var listingFormat = ListingFormat.text
  var detail = ReportDetail.normal
  var failOn = FailOn.unknown
  var language = Language.zh
  var rulesDirectory: String?
  var readsLines = false
  var output: String?
  /// Whether a file may be replaced that a person has filled in.
  var mayReplace = false
  var color = Color.auto
  var isStrict = false
  var wantsHelp = false
  var wantsVersion = false

  private init(_ command: Command?) {
    self.command = command ?? .check
    namesCommand = command != nil
  }

  /// Reads the words after the program's name.
  static func parse(_ paths: [FilePath]) throws(UsageError) -> Arguments {
    let words = paths.map(\.name)
    let named = command(in: words)
    var arguments = Arguments(named?.command)
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        arguments.files += paths[index...]
        break
      }
      guard isOption(word) else {
        if index - 1 != named?.index { arguments.files.append(paths[index - 1]) }
        continue
      }
      let (name, joined) = split(word)
      let option = try arguments.option(name)
      var value = joined
      if option.value == nil {
        if value != nil { throw .valueNotWanted(name) }
      } else if value == nil {
        guard index < words.count else { throw .valueMissing(name) }
        value = words[index]
        index += 1
      }
      try option.set(&arguments, value ?? "")
    }
    if !arguments.wantsHelp, !arguments.wantsVersion { try arguments.checkFiles() }
    return arguments
  }

  private func option(_ name: String) throws(UsageError) -> Option {
    if let option = command.options.first(where: { $0.name == name }) { return option }
    let others = Command.allCases.filter { $0.options.contains { $0.name == name } }
    throw others.isEmpty ? .unknownOption(name, command) : .optionOf(others, name, command)
  }

  private func checkFiles() throws(UsageError) {
    let manual = command.manual
    if manual.inputs == nil {
      if let file = files.first { throw .fileNotWanted(file.name, command) }
    } else if manual.inputKind == .file {
      if files.first?.name.isEmpty == true { throw .noFile(command) }
      if files.first?.name == "-" { throw .answersFromStandardInput(command) }
      if files.count > 1 { throw .secondFile(files[1].name, command) }
      if let path = files.first, path.hasLines { throw .linesOfApplications(path.name, command) }
    } else if files.isEmpty, manual.inputKind != .files {
      throw .noInput(command)
    } else if files.isEmpty {
      throw .noFile(command)
    }
    let inputs = files + [recommender].compactMap { $0 }
    if inputs.count(where: { $0.name == "-" }) > 1 { throw .standardInputTwice }
  }

  /// The command, or the option `--help` or `--version`, that the first file, which does not exist,
  /// may have been meant to be.
  func wordMeant(by file: String) -> String? {
    guard !namesCommand, file == files.first?.name, !file.contains("/") else { return nil }
    let option = [Option.help, .version].first { $0.name == "--" + file }
    return option?.name ?? nearest(to: file, among: Command.allCases.map(\.name))
  }
}

// MARK: Words, also where they are wrong otherwise

extension Arguments {
  /// The command that is named, and by which word: the first that is neither an option nor the value
  /// of one. A file of that name can be given as ./check.
  static func command(in words: [String]) -> (command: Command, index: Int)? {
    var index = 0
    while index < words.count, words[index] != "--" {
      guard isOption(words[index]) else {
        return Command(rawValue: words[index]).map { ($0, index) }
      }
      let (name, value) = split(words[index])
      let option = Command.allCases.lazy.flatMap(\.options).first { $0.name == name }
      index += option?.value != nil && value == nil ? 2 : 1
    }
    return nil
  }

  /// The language that the words ask for.
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

  private static func isOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

  /// An option's name, and the value after an equals sign.
  private static func split(_ word: String) -> (name: String, value: String?) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
  }
}
