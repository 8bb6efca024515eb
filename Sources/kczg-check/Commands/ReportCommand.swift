import Reports
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
      isList: InputFile.areMany(arguments.files, readsLines: arguments.readsLines),
      failOn: arguments.failOn)
    if style.format == .html, style.isList {
      let book = HTMLBook(output, style: style, vocabulary: library.vocabulary)
      walk(library, checker, book)
      return arguments.failOn.status(book.finish())
    }
    let printer = ReportPrinter(output, style: style, summary: summary(library.vocabulary))
    printer.begin()
    walk(library, checker, printer)
    return arguments.failOn.status(printer.finish())
  }

  /// The table in the summary of a GitHub workflow's step, where the program runs in one and prints
  /// for it.
  private func summary(_ vocabulary: Vocabulary) -> ReportStream? {
    guard arguments.format == .github, let path = Environment.value("GITHUB_STEP_SUMMARY"),
      !path.isEmpty
    else { return nil }
    let style = ReportStyle(
      content: .summary(vocabulary), format: .markdown, language: arguments.language,
      detail: .normal, usesColor: false, isList: true)
    return ReportStream(
      CommandOutput(appendingRowsTo: path, language: arguments.language), style: style)
  }

  private func walk(
    _ library: RuleLibrary, _ checker: Checker, _ collector: some ReportCollector
  ) {
    InputWalk(arguments, library.vocabulary, collector) { [content] report, folder in
      switch content {
      case .check, .summary: checker.check(into: report, in: folder)
      case .match: checker.match(into: report, in: folder)
      }
    }.run()
  }
}
