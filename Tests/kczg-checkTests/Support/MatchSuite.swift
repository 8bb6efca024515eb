import Foundation

/// The report of `match` as JSON.
struct MatchReport: Decodable {
  struct Application: Decodable {
    let source: String
    let line: Int
    let name: String?
    let applicationDate: String?
  }

  struct Match: Decodable {
    let rulebook: String
    let programme: String
    let baseType: String
    let verdict: String
    let inForce: Bool?
    let counts: CheckReport.Rulebook.Counts

    var pair: String { "\(rulebook) \(baseType)" }
  }

  let application: Application
  let verdict: String
  let matches: [Match]
  let leftOut: Int
  let diagnostics: [CheckReport.Diagnostic]
}

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
