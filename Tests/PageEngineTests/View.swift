/// What the engine gives a page to show.
struct View: Decodable {
  struct Message: Decodable, Equatable {
    let severity: String
    let text: String
  }
  struct Choice: Decodable {
    let code: String
    let label: String
  }
  struct Reason: Decodable {
    let key: String
    let citation: String
    let verdict: String
  }
  struct Cell: Decodable {
    let value: String?
    let codes: [String]?
    let entered: String?
    let message: Message?
  }
  struct Row: Decodable {
    let cells: [Cell]
    let message: Message?
  }
  struct Column: Decodable {
    let path: String
    let type: String
    let label: String
    let isUsed: Bool
  }
  struct None: Decodable { let isChosen: Bool }
  struct Field: Decodable {
    let path: String
    let type: String
    let label: String
    let hints: [String]
    let choices: [Choice]
    let isUsed: Bool
    let isWanted: Bool
    let value: String?
    let codes: [String]?
    let entered: String?
    let message: Message?
    let reasons: [Reason]
    let readings: [String]
    let none: None?
    let columns: [Column]?
    let rows: [Row]?
    let isComplete: Bool?
    let count: String?
  }
  struct Section: Decodable {
    let id: String
    let title: String
    let state: String
    let done: Int
    let open: Int
    let wrong: Int
    let fields: [Field]
  }
  struct Link: Decodable {
    let path: String
    let label: String
  }
  struct Criterion: Decodable {
    let id: String
    let requirement: String
    let verdict: String
    let actual: String?
    let required: String?
    let shortfall: String?
    let missing: [Link]
    let facts: [Link]
  }
  struct Clause: Decodable {
    let key: String
    let verdict: String
    let criteria: [Criterion]
  }
  struct Stage: Decodable { let clauses: [Clause] }
  struct Rulebook: Decodable {
    let id: String
    let verdict: String
    let stages: [Stage]
  }
  struct Step: Decodable {
    let text: String
    let path: String?
  }

  let text: String
  let outcome: String
  let headline: String
  let notes: [String]
  let next: [Step]
  let rulebooks: [Rulebook]
  let sections: [Section]

  static let empty = View(
    text: "{}", outcome: "", headline: "", notes: [], next: [], rulebooks: [], sections: [])

  func criterion(_ id: String) -> Criterion? {
    rulebooks.flatMap(\.stages).flatMap(\.clauses).flatMap(\.criteria).first { $0.id == id }
  }
}
