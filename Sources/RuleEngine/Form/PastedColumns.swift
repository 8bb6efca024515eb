/// Which member of a list each column of a pasted table is: by its title, else by what stands in it.
struct PastedColumns {
  /// Whether the first row has titles.
  let hasHeader: Bool
  /// Per column the number of a member, each at most once; nil for a column that is none.
  let members: [Int?]
  /// The columns that have the rows' own numbers, which nobody needs.
  let numbers: Set<Int>

  /// - Parameters:
  ///   - members: the members of the list.
  ///   - hasHeader: whether the first row has titles; nil: it is to be found out.
  init(_ table: PastedTable, _ members: [Fact], today: CivilDate?, hasHeader: Bool? = nil) {
    let first = table.rows.first ?? []
    let titled = Self.titled(first, members)
    let titles = titled.count { $0 != nil }
    let filled = first.count { !$0.isEmpty }
    let isHeader =
      hasHeader
      ?? (titles > 0 && titles * 2 >= filled
        && !(table.rows.count == 1 && titles < filled))
    var found: [Int?] =
      isHeader ? titled : Array(repeating: nil, count: table.width)
    var free = members.indices.filter { !found.contains($0) }
    let body = table.rows.dropFirst(isHeader ? 1 : 0)
    // What can be told by its contents comes before texts, which can be anything.
    for kinds in [Self.isTold, { !Self.isTold($0) }] {
      for column in found.indices where found[column] == nil {
        // A title that says something else is not overruled.
        if isHeader, !first[column].isEmpty { continue }
        let cells = body.compactMap { $0[column].isEmpty ? nil : $0[column] }
        guard !cells.isEmpty, !Self.isRunningNumber(cells) else { continue }
        let best = free.filter { kinds(members[$0]) }.first { member in
          let fit = cells.compactMap { Self.fits($0, members[member], today) }
          let good = fit.count { $0 }
          return good > 0 && good * 3 >= fit.count * 2
        }
        guard let best else { continue }
        found[column] = best
        free.removeAll { $0 == best }
      }
    }
    self.members = found
    numbers = Set(
      found.indices.filter { column in
        found[column] == nil && Self.isRunningNumber(body.map { $0[column] })
      })
    self.hasHeader = isHeader
  }

  private static func isTold(_ fact: Fact) -> Bool {
    switch fact.type {
    case .text, .texts: if case .words? = fact.form?.rule { true } else { false }
    default: true
    }
  }

  /// Nil for what says nothing of a column: that there is none of something.
  private static func fits(_ cell: String, _ fact: Fact, _ today: CivilDate?) -> Bool? {
    guard case .value(let json)? = try? AnswerReader(fact, today: today).answer(cell) else {
      return false
    }
    switch fact.type {
    case .codes: return json == "[]" ? nil : true
    case .date:
      let text = String(json.dropFirst().dropLast())
      return CivilDate(text) != nil || CivilDate(text + "-01") != nil
    case .moment: return CivilMoment(String(json.dropFirst().dropLast())) != nil
    case .text, .texts:
      guard case .words(let list)? = fact.form?.rule else { return true }
      return list.value.words.contains(String(json.dropFirst().dropLast()))
    default: return true
    }
  }

  /// 1, 2, 3 …: the rows' own numbers.
  private static func isRunningNumber(_ cells: [String]) -> Bool {
    cells.count > 1 && cells.enumerated().allSatisfy { Int($0.element) == $0.offset + 1 }
  }

  /// The member that each title names, each at most once.
  private static func titled(_ titles: [String], _ members: [Fact]) -> [Int?] {
    var found = [Int?](repeating: nil, count: titles.count)
    var free = Set(members.indices)
    // An exact title first, then one that is a part of the other.
    for matches in [isTitle, isPartOfTitle] {
      for (column, title) in titles.enumerated() where found[column] == nil && !title.isEmpty {
        let hits = members.indices.filter { free.contains($0) && matches(title, members[$0]) }
        if hits.count == 1, let hit = hits.first {
          found[column] = hit
          free.remove(hit)
        }
      }
    }
    return found
  }

  private static func names(of fact: Fact) -> [String] {
    [fact.label[.zh], fact.label[.en], fact.memberPath].map(folded)
  }

  private static func isTitle(_ title: String, _ fact: Fact) -> Bool {
    names(of: fact).contains(folded(title))
  }

  private static func isPartOfTitle(_ title: String, _ fact: Fact) -> Bool {
    let title = folded(title)
    guard title.unicodeScalars.count > 1 else { return false }
    return names(of: fact).contains {
      $0.holds(title) || $0.unicodeScalars.count > 1 && title.holds($0)
    }
  }

  /// Without remarks in brackets, white space and punctuation.
  private static func folded(_ title: String) -> String {
    let title = title.halfWidth.lowercased()
    let bare = title.prefix { $0 != "(" && $0 != "（" }
    return String(bare.isEmpty ? title[...] : bare).filter {
      !" :：*、/".contains($0) && !$0.isWhitespace
    }
  }
}
