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
    let nearness: Nearness

    /// How near to eligible, and why in words.
    struct Nearness: Decodable {
      let points: Int
      let of: Int
      let reason: String
    }

    var pair: String { "\(rulebook) \(baseType)" }
  }

  let application: Application
  let verdict: String
  let matches: [Match]
  let leftOut: Int
  let diagnostics: [CheckReport.Diagnostic]
}
