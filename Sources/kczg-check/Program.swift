import Reports
import Rules

/// The program: reads the command line, runs the command, leaves with its status.
enum Program {
  static func start() -> Never {
    CrashHandler.install(for: "kczg-check")
    StandardDescriptors.occupy()
    let count = Int(CommandLine.argc)
    let words = (1..<max(count, 1)).compactMap { CommandLine.unsafeArgv[$0].map { FilePath($0) } }
    do throws(UsageError) {
      let arguments = try Arguments.parse(words)
      if arguments.wantsHelp || arguments.wantsVersion { leave(with: showHelp(arguments)) }
      try arguments.refuseInputAsOutput()
      let library = loadRules(arguments)
      let status = try run(arguments, library)
      // The system takes the memory of the rules back faster than it can be given back piece by piece.
      withExtendedLifetime(library) { leave(with: status) }
    } catch {
      leave(with: report(error, words.map(\.name)))
    }
  }

  private static func leave(with status: ExitStatus) -> Never { exit(status.rawValue) }

  private static func run(
    _ arguments: Arguments, _ library: RuleLibrary
  ) throws(UsageError) -> ExitStatus {
    switch arguments.command {
    case .check: try CheckCommand(arguments: arguments, library: library).run()
    case .screen: try ScreenCommand(arguments: arguments, library: library).run()
    case .match: try MatchCommand(arguments: arguments, library: library).run()
    case .ask: try AskCommand(arguments: arguments, library: library).run()
    case .initialise: try InitialiseCommand(arguments: arguments, library: library).run()
    case .explain: try ExplainCommand(arguments: arguments, library: library).run()
    case .schema: try SchemaCommand(arguments: arguments, library: library).run()
    case .rules: RulesCommand(arguments: arguments, library: library).run()
    case .completions: try CompletionsCommand(arguments: arguments, library: library).run()
    }
  }

  private static func showHelp(_ arguments: Arguments) -> ExitStatus {
    let help = Help(language: arguments.language)
    let output = CommandOutput(path: nil)
    output.write(
      arguments.wantsHelp
        ? help.text(of: arguments.namesCommand ? arguments.command : nil) : Help.version)
    return output.finish(.eligible, in: arguments.language)
  }

  /// The rules; without any, the program ends after it has been said what is wrong with them.
  private static func loadRules(_ arguments: Arguments) -> RuleLibrary {
    do throws(RuleSource.Failure) {
      return try RuleSource(directory: arguments.rulesDirectory).load()
    } catch {
      leave(with: error.report(in: arguments.language))
    }
  }

  /// Says what is wrong with the command line, and where it is explained.
  private static func report(_ error: UsageError, _ words: [String]) -> ExitStatus {
    let language = Arguments.language(of: words)
    let named = Arguments.command(in: words).map { $0.command.name + " " } ?? ""
    let hint = Bilingual(
      zh: "说明：kczg-check \(named)--help", en: "see kczg-check \(named)--help")[language]
    StandardError.write(
      StandardError.line(about: "kczg-check", error.text(in: language), code: "usage") + hint + "\n"
    )
    return .usage
  }
}
