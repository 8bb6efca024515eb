import Foundation

@testable import TestSupport

/// Suites about the formats of a screening.
protocol ScreenSuite {}

extension ScreenSuite {
  /// The mixed batch, and a recommending unit with something of everything.
  func files() throws -> [File] {
    let ranking = [2, 5, 1, 5, 99].map { "\"\(Candidate.creditCode($0))\"" }
    let unit = """
      {"name": "\(Candidate.unit)", "kind": "provincial-association", "date": "2022-06-01",
       "penalties": [{"date": "2021-05-20", "authority": "某局"}], "notices": [],
       "ranking": [\(ranking.joined(separator: ", "))]}
      """
    return try ScreenTests.mixed() + [("again.json", try Candidate.text(2)), ("unit.json", unit)]
  }

  func run(_ format: String, _ options: String...) throws -> Run {
    let files = try files()
    return try withFiles(files) { directory in
      try Command.run(
        ["screen", "--format", format, "--recommender", "unit.json"] + options
          + files.map(\.name).dropLast() + ["missing.json"], directory: directory)
    }
  }
}
