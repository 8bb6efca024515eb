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

  private static func run(_ words: [FilePath]) -> ExitStatus {
    do throws(UsageError) {
      let arguments = try Arguments.parse(words)
      if arguments.wantsHelp { return show(Help.text(in: arguments.language), arguments.language) }
      if arguments.wantsVersion { return show(Help.version, arguments.language) }
      return try CheckCommand(arguments: arguments).run()
    } catch {
      let language = Arguments.language(of: words.map(\.name))
      let hint = language == .zh ? "说明：kczg-check --help" : "see kczg-check --help"
      StandardError.write("kczg-check: error: \(error.text(in: language)) [usage]\n\(hint)\n")
      return .usage
    }
  }

  private static func show(_ text: String, _ language: Language) -> ExitStatus {
    do throws(SystemError) {
      let bytes = ByteBuffer()
      bytes.append(text: text)
      try OutputFile().write(bytes.bytes)
      return .eligible
    } catch {
      StandardError.write(OutputFile.complaint("<stdout>", error, language))
      return .cannotWrite
    }
  }

  /// Opens what was closed of the three standard descriptors, so that no file gets its number. A
  /// standard output that was closed still cannot be written.
  private static func occupyStandardDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }
}
