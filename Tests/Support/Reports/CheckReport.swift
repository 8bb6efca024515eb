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

    struct RepeatedName: Decodable {
      let name: String
      let paths: [String]
    }

    let id: String
    let requirement: String
    let verdict: String
    let basis: String
    let actual: String?
    let required: String?
    let shortfall: String?
    let shortfallIsLowerBound: Bool?
    let wholeAsked: String?
    let shortfallOfWholeAsked: String?
    let repeatedNames: [RepeatedName]?
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
