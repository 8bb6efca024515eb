import Rules

/// The program: reads the command line, runs the command, leaves with its status.
enum Program {
  static func start() -> Never {
    CrashHandler.install()
    occupyStandardDescriptors()
    let count = Int(CommandLine.argc)
    let words = (1..<max(count, 1)).compactMap { CommandLine.unsafeArgv[$0].map { FilePath($0) } }
    exit(run(words).rawValue)
  }

  private static func run(_ paths: [FilePath]) -> ExitStatus {
    do throws(UsageError) {
      let arguments = try Arguments.parse(paths)
      let help = Help(language: arguments.language)
      if arguments.wantsHelp {
        return show(help.text(of: arguments.namesCommand ? arguments.command : nil), arguments)
      }
      if arguments.wantsVersion { return show(Help.version, arguments) }
      return try arguments.command.run(arguments)
    } catch {
      let words = paths.map(\.name)
      let language = Arguments.language(of: words)
      let named = Arguments.command(in: words).map { $0.command.name + " " } ?? ""
      let hint = "\(language == .zh ? "说明：" : "see ")kczg-check \(named)--help"
      StandardError.write("kczg-check: error: \(error.text(in: language)) [usage]\n\(hint)\n")
      return .usage
    }
  }

  private static func show(_ text: String, _ arguments: Arguments) -> ExitStatus {
    let output = CommandOutput(path: nil)
    output.write(text)
    return output.finish(.eligible, in: arguments.language)
  }

  /// Opens what was closed of the three standard descriptors, so that no file gets its number. A
  /// standard output that was closed still cannot be written.
  private static func occupyStandardDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }
}
