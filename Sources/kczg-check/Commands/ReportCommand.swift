import Rules

/// `kczg-check check` and `kczg-check match`: print a report of each application.
struct ReportCommand {
  let arguments: Arguments
  let content: ReportStyle.Content

  func run() throws(UsageError) -> ExitStatus {
    guard let library = arguments.loadRules() else { return .badRules }
    let checker = try arguments.makeChecker(library)
    let output = CommandOutput(path: arguments.output)
    let style = ReportStyle(
      content: content, format: arguments.format, language: arguments.language,
      detail: arguments.detail, usesColor: arguments.usesColor(on: output),
      isList: InputFile.areMany(arguments.files, readsLines: arguments.readsLines))
    let printer = ReportPrinter(output, style: style)
    printer.begin()
    InputWalk(arguments, library.vocabulary, printer) { [content] report in
      switch content {
      case .check: checker.check(into: report)
      case .match: checker.match(into: report)
      }
    }.run()
    return printer.finish()
  }
}
