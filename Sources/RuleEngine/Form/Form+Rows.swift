// Lists, row by row.
extension Form {
  /// The rows of a list, and where they stand.
  struct Rows {
    let steps: [JSONStep]
    /// Whether there are no others; nil where nothing is said of the list.
    let isComplete: Bool?
    let values: [JSONValue]
  }

  func rows(of list: Int, _ editor: JSONEditor, _ draft: FormDraft) -> Rows {
    let steps = vocabulary.steps(of: list)
    if let value = editor.value(at: steps), value.kind == .array {
      return Rows(steps: steps, isComplete: true, values: Array(value.elements))
    }
    let waiting = draft.unfinished.steps(of: list)
    let value = editor.value(at: waiting)
    return Rows(
      steps: waiting, isComplete: value == nil ? nil : false,
      values: value.map { Array($0.elements) } ?? [])
  }

  func changeRows(_ edit: FormEdit, _ editor: inout JSONEditor, _ draft: FormDraft) {
    switch edit {
    case .addRow(let path): append([.object([])], to: path, &editor, draft)
    case .removeRow(let path, let row):
      reorder(path, &editor, draft) { numbers in
        if numbers.indices.contains(row) { numbers.remove(at: row) }
      }
    case .copyRow(let path, let row):
      reorder(path, &editor, draft) { numbers in
        if numbers.indices.contains(row) { numbers.insert(row, at: row + 1) }
      }
    case .moveRow(let path, let row, let to):
      reorder(path, &editor, draft) { numbers in
        guard numbers.indices.contains(row), numbers.indices.contains(to) else { return }
        numbers.insert(numbers.remove(at: row), at: to)
      }
    case .sort(let path, let member, let isDescending):
      sort(path, by: member, isDescending, &editor, draft)
    case .complete(let path, let isComplete): complete(path, isComplete, &editor, draft)
    case .clear(let path):
      guard let list = number(ofList: path) else { return }
      let steps = rows(of: list, editor, draft).steps
      remove(at: steps, &editor)
      SetAside(in: editor).move(in: &editor) {
        $0 == path || $0.hasPrefix(path + "[") ? nil : $0
      }
    case .paste(let path, let text, let columns, let hasHeader):
      paste(text, into: path, columns, hasHeader, &editor, draft)
    case .answer, .codes, .none: break
    }
  }

  func number(ofList path: String) -> Int? {
    guard let number = vocabulary.index(of: path.utf8),
      vocabulary.facts[number].type == .list, vocabulary.facts[number].sources == nil
    else { return nil }
    return number
  }

  /// Adds rows after the last.
  func append(
    _ new: [JSONFragment], to path: String, _ editor: inout JSONEditor, _ draft: FormDraft
  ) {
    guard let list = number(ofList: path) else { return }
    let rows = rows(of: list, editor, draft)
    editor.set(
      .list(rows.values.map(Self.token) + new), at: rows.steps, order: vocabulary.keyOrder)
  }

  /// Puts rows into another order; one can go, and come more than once.
  private func reorder(
    _ path: String, _ editor: inout JSONEditor, _ draft: FormDraft,
    _ change: (inout [Int]) -> Void
  ) {
    guard let list = number(ofList: path) else { return }
    let rows = rows(of: list, editor, draft)
    var numbers = Array(rows.values.indices)
    change(&numbers)
    if numbers == Array(rows.values.indices) { return }
    let aside = SetAside(in: editor)
    let entries = aside.entries(in: editor)
    editor.set(.list(numbers.map { Self.token(rows.values[$0]) }), at: rows.steps)
    // What was set aside goes with its row, and with a copy of it.
    aside.move(in: &editor) { $0.hasPrefix(path + "[") ? nil : $0 }
    for (new, old) in numbers.enumerated() {
      let prefix = "\(path)[\(old)]"
      for entry in entries where entry.path.hasPrefix(prefix) {
        aside.put(
          entry.typed, at: "\(path)[\(new)]" + entry.path.dropFirst(prefix.count), in: &editor)
      }
    }
  }

  private func sort(
    _ path: String, by member: String, _ isDescending: Bool, _ editor: inout JSONEditor,
    _ draft: FormDraft
  ) {
    guard let list = number(ofList: path),
      let fact = vocabulary.index(of: (path + "[]." + member).utf8)
    else { return }
    let keys = rows(of: list, editor, draft).values.map { row in
      SortKey(
        member.split(separator: ".").reduce(Optional(row)) { value, key in
          value?.members.first { $0.key.string == String(key) }?.value
        }, vocabulary.facts[fact])
    }
    reorder(path, &editor, draft) { numbers in
      // Rows that say nothing stay last, and equal ones in their order.
      numbers.sort { a, b in
        let (one, other) = (keys[a], keys[b])
        if one.isEmpty != other.isEmpty { return other.isEmpty }
        if one == other { return a < b }
        return isDescending ? other < one : one < other
      }
    }
  }

  private func complete(
    _ path: String, _ isComplete: Bool, _ editor: inout JSONEditor, _ draft: FormDraft
  ) {
    guard let list = number(ofList: path) else { return }
    let rows = rows(of: list, editor, draft)
    if isComplete {
      if rows.isComplete == true { return }
      // A row in which nothing was written is no entry.
      let aside = SetAside(in: editor)
      let kept = rows.values.indices.filter { row in
        !rows.values[row].isEmptyObject
          || aside.entries(in: editor).contains { $0.path.hasPrefix("\(path)[\(row)]") }
      }
      if kept.count < rows.values.count {
        reorder(path, &editor, draft) { numbers in numbers = kept }
      }
      draft.unfinished.finish(list, in: &editor)
    } else if rows.isComplete == true {
      let steps = vocabulary.steps(of: list)
      editor.set(.list(rows.values.map(Self.token)), at: draft.unfinished.steps(of: list))
      remove(at: steps, &editor)
    }
  }

  private static func token(_ value: JSONValue) -> JSONFragment {
    .token(String(decoding: value.raw, as: UTF8.self))
  }
}

extension JSONValue {
  var isEmptyObject: Bool {
    kind == .null || kind == .object && members.first(where: { _ in true }) == nil
  }
}

/// By what rows are sorted: numbers by their size, codes by their place in the vocabulary, all else by
/// its characters.
private enum SortKey: Equatable {
  case empty
  case number(ExactDecimal)
  case place(Int)
  case text(String)

  init(_ value: JSONValue?, _ fact: Fact) {
    guard let value, value.kind != .null else {
      self = .empty
      return
    }
    if value.kind == .number, let number = try? ExactDecimal(json: value.raw) {
      self = .number(number)
    } else if let text = value.string {
      self =
        fact.codes.firstIndex { $0.name == text }.map { .place($0) } ?? .text(text)
    } else if value.kind == .array {
      self = .place(-value.elements.reduce(0) { count, _ in count + 1 })
    } else {
      self = .place(value.kind == .true ? 0 : 1)
    }
  }

  var isEmpty: Bool { self == .empty }

  static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b
    case (.place(let a), .place(let b)): a < b
    case (.text(let a), .text(let b)): a < b
    case (.number, _): true
    case (_, .number): false
    case (.place, _): true
    default: false
    }
  }
}
