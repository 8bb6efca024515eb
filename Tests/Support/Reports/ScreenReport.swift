import Foundation

/// The report of `screen` as JSON, decoded as strictly as its types are promised.
struct ScreenReport: Decodable {
  struct Counts: Decodable {
    let eligible: Int
    let ineligible: Int
    let undetermined: Int
    let invalid: Int
    let unreadable: Int

    var all: Int { eligible + ineligible + undetermined + invalid + unreadable }
  }

  struct Recommender: Decodable {
    let source: String
    let name: String?
    let verdict: String?
    let rulebooks: [CheckReport.Rulebook]
    let diagnostics: [CheckReport.Diagnostic]
  }

  struct Channel: Decodable, Equatable {
    let kind: String?
    let name: String?
  }

  struct Gap: Decodable {
    let id: String
    let requirement: String
    let shortfall: String?
    let unit: String?
  }

  struct Clause: Decodable {
    let id: String
    let citation: String
    let title: String
    let verdict: String
    let gaps: [Gap]
  }

  struct Rulebook: Decodable {
    let id: String
    let verdict: String
    let counts: CheckReport.Rulebook.Counts
    let clauses: [Clause]
  }

  struct Candidate: Decodable {
    let number: Int
    let rank: Int?
    let source: String
    let line: Int
    let name: String?
    let creditCode: String?
    let baseName: String?
    let baseType: String?
    let channels: [Channel]?
    let verdict: String
    let errors: Int
    let warnings: Int
    let rulebooks: [Rulebook]

    /// Each clause that is not met or open, such as `8.5 fail`.
    var obstacles: [String] {
      rulebooks.flatMap(\.clauses).filter { $0.verdict != "pass" }.map { "\($0.id) \($0.verdict)" }
    }
  }

  struct NearMiss: Decodable {
    let number: Int
    let rulebook: String
    let id: String
    let verdict: String
    let gaps: [Gap]
  }

  struct StoppingClause: Decodable {
    let rulebook: String
    let id: String
    let citation: String
    let title: String
    let counts: CheckReport.Rulebook.Counts
  }

  struct Repetition: Decodable {
    let creditCode: String
    let baseName: String
    let numbers: [Int]
    let twoChannels: Bool
    let channels: [Channel]
  }

  let counts: Counts
  let recommender: Recommender?
  let candidates: [Candidate]
  let oneClauseAway: [NearMiss]
  let stoppingClauses: [StoppingClause]
  let repetitions: [Repetition]

  func candidate(_ source: String) -> Candidate? { candidates.first { $0.source == source } }
}
