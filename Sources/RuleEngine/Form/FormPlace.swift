/// Where a field of a form stands: a fact of the application's own, or one of a list's row.
struct FormPlace {
  /// The number of the fact.
  let fact: Int
  /// The list and the row, from 0.
  let row: (list: Int, number: Int)?
}

extension Vocabulary {
  /// The place at a path such as `staff.fullTime`, `tenants` or `tenants[3].name`; nil where there is
  /// none.
  func place(at path: String) -> FormPlace? {
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"), open < close
    else {
      guard let fact = index(of: path.utf8), facts[fact].sources == nil, facts[fact].type != .group,
        facts[fact].location.list == nil
      else { return nil }
      return FormPlace(fact: fact, row: nil)
    }
    let digits = path[path.index(after: open)..<close]
    let member = path[path.index(after: close)...]
    guard let number = Int(digits), number >= 0, number < FormPlace.mostRows,
      let list = index(of: path[..<open].utf8), facts[list].type == .list,
      let fact = index(of: (String(path[..<open]) + "[]" + String(member)).utf8),
      facts[fact].sources == nil, facts[fact].type != .group, !member.isEmpty
    else { return nil }
    return FormPlace(fact: fact, row: (list, number))
  }
}

extension FormPlace {
  /// More rows than this no list of a form can have.
  static let mostRows = 1_000_000
}
