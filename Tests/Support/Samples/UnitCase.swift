import Foundation

/// A unit and its candidates, from `Fixtures/screen/recommenders.json`.
///
/// The unit is a provincial association that recommends on 2022-06-01, has neither penalties nor
/// notices and ranks every candidate; `kind` changes the unit's and the candidates' channels,
/// `unit` its document, `ranking` gives the candidates ranked. `expect` gives a verdict, or keys
/// of the report's criterion; what a case does not expect must be `pass`.
struct UnitCase: Decodable, Sendable, CustomStringConvertible {
  struct Expected: Decodable, Sendable {
    let verdict: String
    var shortfall: String?
    var boundary: Bool?
    var actual: String?
    /// Why it is unknown, where that is not for want of facts.
    var open: String?

    init(from decoder: any Decoder) throws {
      if let verdict = try? decoder.singleValueContainer().decode(String.self) {
        self.verdict = verdict
        return
      }
      let container = try decoder.container(keyedBy: Key.self)
      verdict = try container.decode(String.self, forKey: .verdict)
      shortfall = try container.decodeIfPresent(String.self, forKey: .shortfall)
      boundary = try container.decodeIfPresent(Bool.self, forKey: .boundary)
      actual = try container.decodeIfPresent(String.self, forKey: .actual)
      open = try container.decodeIfPresent(String.self, forKey: .open)
    }

    private enum Key: CodingKey { case verdict, shortfall, boundary, actual, open }
  }

  let name: String
  let kind: String?
  let unit: TableValue?
  /// By numbers from 1; every one of them, if it is not given.
  let ranking: [Int?]?
  let candidates: [TableValue]?
  let rulebooks: [String]?
  /// Where something beside the verdicts decides it.
  let status: Int32?
  let expect: [String: Expected]

  var description: String { name }

  static func load() throws -> [UnitCase] {
    struct Table: Decodable { let cases: [UnitCase] }
    let data = try Data(contentsOf: Package.fixture("screen/recommenders.json"))
    return try JSONDecoder().decode(Table.self, from: data).cases
  }

  func files() throws -> [(name: String, text: String)] {
    let candidates = candidates ?? [.object([:])]
    let kind = kind ?? "provincial-association"
    let channel = TableValue.object(["kind": .text(kind), "name": .text(Candidate.unit)])
    let ranking = (ranking ?? candidates.indices.map { $0 + 1 }).map { number in
      number.map { TableValue.text(Candidate.creditCode($0)) } ?? .null
    }
    let unit = TableValue.object([
      "name": .text(Candidate.unit), "kind": .text(kind), "date": .text("2022-06-01"),
      "penalties": .list([]), "notices": .list([]), "ranking": .list(ranking),
    ])
    let document = unit.merging(self.unit ?? .object([:]))
    let recommendation = TableValue.object([
      "recommendation": .object(["channels": .list([channel])])
    ])
    return try [("unit.json", document.json)]
      + candidates.enumerated().map { index, changes in
        let tree = try Candidate.tree(index + 1, recommendation.merging(changes))
        return ("\(index + 1).json", tree.json)
      }
  }
}
