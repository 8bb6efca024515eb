import Foundation

/// What `CheckReport` does not decode: stages, and the period of construction.
struct StagedReport: Decodable {
  struct Clause: Decodable {
    let id: String
    let citation: String
    let stage: String
    let verdict: String
  }

  struct Period: Decodable {
    let citation: String
    let from: String?
    let until: String?
    let year: Int?
    let coverage: String?
    let note: String?
  }

  struct Rulebook: Decodable {
    let id: String
    let verdict: String
    let clauses: [Clause]
    let constructionPeriod: Period?
  }

  let verdict: String
  let rulebooks: [Rulebook]

  /// Such as `henan 10.1`, in the order of the report.
  var ids: [String] { rulebooks.flatMap { book in book.clauses.map { "\(book.id) \($0.id)" } } }
}
