import Reports
import Rules

/// `kczg-check match`: prints what each application could be for.
struct MatchCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() throws(UsageError) -> ExitStatus {
    let checker = try arguments.makeChecker(library)
    let printer = arguments.makePrinter(
      ReportStyle(arguments.matchFormat, in: arguments.language))
    return printer.print(arguments, library.vocabulary) { report, folder in
      checker.match(into: report, in: folder)
    }
  }
}
