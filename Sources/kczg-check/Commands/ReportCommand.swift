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
    if style.format == .html, style.isList {
      let book = HTMLBook(output, style: style, vocabulary: library.vocabulary)
      walk(library, checker, book)
      return book.finish()
    }
    let printer = ReportPrinter(output, style: style)
    printer.begin()
    walk(library, checker, printer)
    return printer.finish()
  }

  private func walk(
    _ library: RuleLibrary, _ checker: Checker, _ collector: some ReportCollector
  ) {
    InputWalk(arguments, library.vocabulary, collector) { [content] report, folder in
      switch content {
      case .check: checker.check(into: report, in: folder)
      case .match: checker.match(into: report, in: folder)
      }
    }.run()
  }
}
