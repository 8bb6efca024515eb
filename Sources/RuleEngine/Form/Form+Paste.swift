/// What was understood of a pasted table.
package struct PastePreview {
  /// What a cell was understood as.
  package struct Cell {
    package let typed: String
    /// Nil where the column is none of the list, or the cell is empty or not understood.
    package let shown: FormValue?
    package let problem: Bilingual?
  }

  package let hasHeader: Bool
  /// The first row's cells, where they are titles.
  package let titles: [String]
  /// Per column the number of a member.
  package let columns: [Int?]
  package let members: [Fact]
  /// The columns that have the rows' own numbers.
  let numbers: Set<Int>
  package let rows: [[Cell]]

  /// How many cells were not understood.
  package var problemCount: Int { rows.joined().count { $0.problem != nil } }
  /// The columns that have something and are no member's.
  package var unusedColumns: [Int] {
    columns.indices.filter { column in
      columns[column] == nil && !numbers.contains(column)
        && rows.contains { !$0[column].typed.isEmpty }
    }
  }
}

extension Form {
  /// What a table would be as rows of a list.
  ///
  /// - Parameters:
  ///   - columns: the members that a person has chosen; nil: they are to be found out.
  ///   - hasHeader: whether the first row has titles; nil: that is to be found out.
  package func preview(
    _ text: String, of path: String, columns: [String?]? = nil, hasHeader: Bool? = nil
  ) -> PastePreview? {
    guard let list = number(ofList: path) else { return nil }
    let members = columnFacts(of: list)
    let table = PastedTable(text)
    let found = PastedColumns(table, members, today: today, hasHeader: hasHeader)
    let chosen =
      columns.map { names in
        (0..<table.width).map { column in
          names.indices.contains(column)
            ? names[column].flatMap { name in members.firstIndex { $0.memberPath == name } }
            : nil
        }
      } ?? found.members
    let body = table.rows.dropFirst(found.hasHeader ? 1 : 0)
    let rows = body.map { row in
      row.indices.map { column -> PastePreview.Cell in
        let typed = row[column]
        guard let member = chosen[column], !typed.isEmpty else {
          return PastePreview.Cell(typed: typed, shown: nil, problem: nil)
        }
        let (fragment, problem) = read(typed, members[member])
        let value = fragment.flatMap { FormValue($0, members[member]) }
        return PastePreview.Cell(typed: typed, shown: value, problem: problem)
      }
    }
    return PastePreview(
      hasHeader: found.hasHeader, titles: found.hasHeader ? table.rows.first ?? [] : [],
      columns: chosen, members: members, numbers: found.numbers, rows: rows)
  }

  /// Adds the rows of a table to a list; a cell that is not understood is set aside at its place.
  func paste(
    _ text: String, into path: String, _ columns: [String?], _ hasHeader: Bool,
    _ editor: inout JSONEditor, _ draft: FormDraft
  ) {
    guard let list = number(ofList: path) else { return }
    let members = columnFacts(of: list)
    let table = PastedTable(text)
    let chosen = (0..<table.width).map { column in
      columns.indices.contains(column)
        ? columns[column].flatMap { name in members.first { $0.memberPath == name } } : nil
    }
    let before = rows(of: list, editor, draft).values
    // Rows that were begun and left empty make room.
    let kept = before.indices.filter { !before[$0].isEmptyObject }
    if kept.count < before.count {
      for row in before.indices.reversed() where !kept.contains(row) {
        changeRows(.removeRow(list: path, row: row), &editor, draft)
      }
    }
    var number = kept.count
    var new: [JSONFragment] = []
    var aside: [(path: String, typed: String)] = []
    for row in table.rows.dropFirst(hasHeader ? 1 : 0) {
      var object: [(key: String, value: JSONFragment)] = []
      for (column, typed) in row.enumerated() where !typed.isEmpty {
        guard let fact = chosen[column] else { continue }
        let member = fact.memberPath
        if let fragment = read(typed, fact).fragment {
          object = Self.adding(
            fragment, at: member.split(separator: ".").map { String($0) }[...], to: object)
        } else {
          aside.append(("\(path)[\(number)].\(member)", typed))
        }
      }
      new.append(.object(object))
      number += 1
    }
    append(new, to: path, &editor, draft)
    let place = SetAside(in: editor)
    for (path, typed) in aside { place.put(typed, at: path, in: &editor) }
    setWrongAside(&editor, draft)
  }

  private static func adding(
    _ value: JSONFragment, at keys: ArraySlice<String>,
    to members: [(key: String, value: JSONFragment)]
  ) -> [(key: String, value: JSONFragment)] {
    guard let key = keys.first else { return members }
    var members = members
    let rest = keys.dropFirst()
    if rest.isEmpty {
      members.append((key, value))
    } else if let index = members.firstIndex(where: { $0.key == key }),
      case .object(let inner) = members[index].value
    {
      members[index].value = .object(adding(value, at: rest, to: inner))
    } else {
      members.append((key, .object(adding(value, at: rest, to: []))))
    }
    return members
  }
}
