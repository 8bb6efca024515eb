import Foundation
import Testing

@testable import TestSupport

/// Suites about stages.
protocol StageSuite {}

extension StageSuite {
  func staged(_ text: String, _ options: [String] = []) throws -> StagedReport {
    try withFiles([("a.json", text)]) { directory in
      let run = try Command.run(["--format", "json"] + options + ["a.json"], directory: directory)
      #expect([0, 1, 2].contains(run.status), "\(run.errors)")
      return try JSONDecoder().decode(StagedReport.self, from: run.stdout)
    }
  }
}
