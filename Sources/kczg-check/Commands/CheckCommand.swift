import Reports
import Rules

/// `kczg-check check`: prints a report of each application, clause by clause.
struct CheckCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() throws(UsageError) -> ExitStatus {
    let checker = try arguments.makeChecker(library, explainsVerdicts: explainsVerdicts)
    let printer = arguments.makePrinter(
      ReportStyle(arguments.reportFormat, in: arguments.language), summary: summary)
    return printer.print(arguments, library.vocabulary) { report, folder in
      checker.check(into: report, in: folder)
    }
  }

  /// Whether something of what is printed says what verdicts come from.
  private var explainsVerdicts: Bool {
    switch arguments.reportFormat {
    case .text, .markdown, .html, .json, .ndjson: arguments.detail != .brief
    case .csv, .junit, .github, .tap, .sarif: true
    }
  }

  /// The table in the summary of a GitHub workflow's step, where the program runs in one and prints
  /// for it.
  private var summary: ReportStream? {
    guard arguments.reportFormat == .github, let path = Environment.value("GITHUB_STEP_SUMMARY"),
      !path.isEmpty
    else { return nil }
    let output = CommandOutput(appendingTo: path)
    let room = Self.mostSummary - output.size
    return ReportStream(output, style: .summary(room: room, in: arguments.language))
  }

  /// What GitHub takes of a step's summary, in bytes.
  private static let mostSummary = 1 << 20
}

extension Arguments {
  /// A printer of reports to where the command line says, as it says.
  func makePrinter(_ style: ReportStyle, summary: ReportStream? = nil) -> ReportPrinter {
    let output = CommandOutput(path: self.output)
    var style = style
    style.detail = detail
    style.failOn = failOn
    style.usesColor = usesColor(on: output)
    style.isList = InputFile.areMany(files, readsLines: readsLines)
    return ReportPrinter(output, style: style, summary: summary)
  }
}
