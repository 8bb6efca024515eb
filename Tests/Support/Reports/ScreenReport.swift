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
    struct Quota: Decodable {
      let rulebook: String
      let most: Int
      let candidates: Int
      let eligible: Int
    }

    struct NotRecommended: Decodable {
      let number: Int
      let namesUnit: Bool
    }

    let verdict: String?
    let pool: Bool
    let quotas: [Quota]
    let notRecommended: [NotRecommended]
    let rulebooks: [CheckReport.Rulebook]
    let diagnostics: [CheckReport.Diagnostic]
  }

  struct Document: Decodable {
    let rulebook: String
    let title: String
    let digest: String
  }

  struct Reading: Decodable {
    let text: String
    let citations: [String]
  }

  struct Group: Decodable {
    let programme: String?
    let baseType: String?
    let counts: Counts
  }

  struct PassedOver: Decodable {
    let folder: String
    let folders: [String]
    let files: [String]
  }

  struct Alike: Decodable {
    let kind: String
    let numbers: [Int]
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
    let open: String?
    let missing: [String]
    let missingNames: [String]
    let authority: Bool
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
    let programme: String?
    let applicationDate: String?
    let unreadable: String?
    let declared: Int
    let declaredWithoutEvidence: Int
    let diagnostics: [CheckReport.Diagnostic]
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
  let groups: [Group]
  let documents: [Document]
  let readings: [Reading]
  let passedOver: [PassedOver]
  let alike: [Alike]
  let recommender: Recommender?
  let candidates: [Candidate]
  let oneClauseAway: [NearMiss]
  let stoppingClauses: [StoppingClause]
  let repetitions: [Repetition]

  func title(of rulebook: String) -> String? {
    documents.first { $0.rulebook == rulebook }?.title
  }

  func candidate(_ source: String) -> Candidate? { candidates.first { $0.source == source } }
}
