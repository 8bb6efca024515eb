import Foundation

@testable import TestSupport

/// Suites about `match`.
protocol MatchSuite {}

extension MatchSuite {
  func match(_ text: String, _ options: [String] = []) throws -> (Run, MatchReport) {
    try withFiles([("a.json", text)]) { directory in
      let run = try Command.run(
        ["match", "--format", "json"] + options + ["a.json"], directory: directory)
      return (run, try JSONDecoder().decode(MatchReport.self, from: run.stdout))
    }
  }
}
