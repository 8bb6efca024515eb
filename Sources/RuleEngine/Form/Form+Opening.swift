// What is wrong in a file is set aside, so that the rest can be judged.
extension Form {
  /// Sets every value aside that is a data error: it shows in its field, with what is wrong.
  func setWrongAside(_ editor: inout JSONEditor, _ draft: FormDraft) {
    // One error can hide another, so it takes some rounds; each has fewer values than the one before.
    for _ in 0..<Self.mostRounds {
      var isChanged = false
      for error in errors(in: editor, draft) {
        guard let path = error.path?.withoutItem else { continue }
        guard let place = vocabulary.place(at: path) else {
          if setRowAside(path, &editor, draft) { isChanged = true }
          continue
        }
        let steps = steps(of: place, editor, draft)
        guard let value = editor.value(at: steps), value.kind != .null else { continue }
        let fact = vocabulary.facts[place.fact]
        let typed =
          FormValue(value, fact)?.text(for: fact) ?? value.string
          ?? String(decoding: value.raw, as: UTF8.self)
        set(nil, at: path, place, &editor, draft)
        SetAside(in: editor).put(typed, at: path, in: &editor)
        isChanged = true
      }
      if !isChanged { return }
    }
  }

  private static let mostRounds = 8

  /// A row that is none: `3` among objects.
  private func setRowAside(_ path: String, _ editor: inout JSONEditor, _ draft: FormDraft) -> Bool {
    guard path.hasSuffix("]"), let open = path.lastIndex(of: "["),
      let list = number(ofList: String(path[..<open])),
      let row = Int(path[path.index(after: open)...].dropLast())
    else { return false }
    let steps = rows(of: list, editor, draft).steps + [.element(row)]
    guard let value = editor.value(at: steps), value.kind != .object, value.kind != .null else {
      return false
    }
    let typed = String(decoding: value.raw, as: UTF8.self)
    editor.set(.object([]), at: steps)
    SetAside(in: editor).put(typed, at: path, in: &editor)
    return true
  }

  /// A file as it was given, and what can be kept of it.
  package struct Opened {
    /// What can be kept; nil where the file has nothing of an application.
    package let draft: FormDraft?
    /// What is wrong with the file.
    package let report: Report
    /// How many values were set aside.
    package let setAside: Int
  }

  /// Opens a file. What is wrong in it is told, and everything else is kept.
  package func open(_ text: SourceText) -> Opened {
    let report = Report(application: Application(vocabulary: vocabulary))
    report.application.read(text)
    checker.check(into: report)
    guard let repaired = JSONRepair.repaired(text), var editor = JSONEditor(repaired),
      editor.value(at: [])?.kind == .object
    else { return Opened(draft: nil, report: report, setAside: 0) }
    var draft = begin(repaired)
    editor = JSONEditor(draft.text) ?? editor
    let before = SetAside(in: editor).entries(in: editor).count
    setWrongAside(&editor, draft)
    draft.text = editor.text
    retry(&draft)
    editor = JSONEditor(draft.text) ?? editor
    let after = SetAside(in: editor).entries(in: editor).count
    return Opened(draft: draft, report: report, setAside: max(0, after - before))
  }
}

extension String {
  /// A path without the number of an item in a list of codes: `tenants[0].titles[1]` is
  /// `tenants[0].titles`, and `tenants[1]` is a row.
  var withoutItem: String {
    guard hasSuffix("]"), let open = lastIndex(of: "["), self[..<open].utf8.contains(0x5D) else {
      return self
    }
    return String(self[..<open])
  }
}
