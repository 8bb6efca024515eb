import Foundation

/// The report as JSON, decoded as strictly as its types are promised: an integer is no text, a
/// flag is no number.
struct CheckReport: Decodable {
  struct Application: Decodable {
    let source: String
    let line: Int
    let name: String?
    let baseType: String?
    let applicationDate: String?
  }

  struct Rulebook: Decodable {
    struct Counts: Decodable, Equatable {
      let pass: Int
      let fail: Int
      let unknown: Int
    }

    let id: String
    let digest: String
    let verdict: String
    let counts: Counts
    let clauses: [Clause]
  }

  struct Clause: Decodable {
    let id: String
    let citation: String
    let title: String
    let stage: String?
    let verdict: String
    let criteria: [Criterion]?
  }

  struct Criterion: Decodable {
    struct Fact: Decodable {
      let path: String
      let line: Int
      let column: Int
    }

    let id: String
    let requirement: String
    let verdict: String
    let basis: String
    let actual: String?
    let required: String?
    let shortfall: String?
    let boundary: Bool
    let open: String?
    let facts: [Fact]
    let missing: [String]
  }

  struct Diagnostic: Decodable {
    let severity: String
    let code: String
    let line: Int
    let column: Int
    let path: String?
    let message: String
  }

  let application: Application
  let verdict: String
  let rulebooks: [Rulebook]
  let diagnostics: [Diagnostic]

  func rulebook(_ id: String) -> Rulebook? { rulebooks.first { $0.id == id } }

  /// The criterion of that id; the ids of the two programmes never meet.
  func criterion(_ id: String) -> Criterion? {
    rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }.first { $0.id == id }
  }

  func clause(_ id: String) -> Clause? {
    rulebooks.flatMap(\.clauses).first { $0.id == id }
  }
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
    try stdout.split(separator: UInt8(ascii: "\n"))
      .map { try JSONDecoder().decode(CheckReport.self, from: Data($0)) }
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
