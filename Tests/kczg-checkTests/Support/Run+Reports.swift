import Foundation
import Testing

@testable import TestSupport

extension Run {
  /// Standard error's lines; only LF ends one.
  var errorLines: [String] { stderr.lines }

  var outputLines: [String] { stdout.lines }

  var shownDiagnostics: [ShownDiagnostic] { errorLines.compactMap(ShownDiagnostic.init) }
}

extension Run {
  /// Standard output as one report.
  func report() throws -> CheckReport { try JSONDecoder().decode(CheckReport.self, from: stdout) }

  /// Standard output as a list of reports.
  func reports() throws -> [CheckReport] {
    try JSONDecoder().decode([CheckReport].self, from: stdout)
  }

  /// Standard output as one report a line.
  func reportLines() throws -> [CheckReport] {
    let decoder = JSONDecoder()
    return try outputLines.filter { !$0.isEmpty }
      .map { try decoder.decode(CheckReport.self, from: Data($0.utf8)) }
  }
}

/// Checks one application, in a file called `a.json`, and reads its report.
func check(_ text: String, _ arguments: String...) throws -> CheckReport {
  try withTemporaryDirectory { directory in
    try directory.write(text, to: "a.json")
    return try Command.run(arguments + ["--format", "json", "a.json"], directory: directory)
      .report()
  }
}

extension Run {
  /// Standard output as HTML, in which nothing may be wrong.
  func page() throws -> Markup {
    let page = try Markup.read(stdout)
    #expect(page.faults == [])
    return page
  }
}
