/// Answers that could not be taken, as they were typed, and where a file keeps them.
///
/// They stand under a key that begins with `x-`, which nothing else reads, so that a file never loses
/// what was typed and never has it where it would be wrong.
struct SetAside {
  struct Entry {
    /// The fact, as `experts[3].leads`.
    let path: String
    let typed: String
  }

  private static let name = "x-unread"
  let key: String

  /// What someone else keeps under the key stays as it is.
  init(in editor: JSONEditor) {
    var key = Self.name
    var number = 1
    while let value = editor.value(at: [.key(key)]), !Self.isOwn(value) {
      number += 1
      key = "\(Self.name)-\(number)"
    }
    self.key = key
  }

  private static func isOwn(_ value: JSONValue) -> Bool {
    value.kind == .object && value.members.allSatisfy { $0.value.kind == .string }
  }

  func entries(in editor: JSONEditor) -> [Entry] {
    guard let object = editor.value(at: [.key(key)]) else { return [] }
    return object.members.compactMap { name, value in
      guard let path = name.string, let typed = value.string else { return nil }
      return Entry(path: path, typed: typed)
    }
  }

  func put(_ typed: String, at path: String, in editor: inout JSONEditor) {
    editor.set(.text(typed), at: [.key(key), .key(path)])
  }

  func remove(_ path: String, in editor: inout JSONEditor) {
    guard editor.value(at: [.key(key), .key(path)]) != nil else { return }
    editor.remove(path, at: [.key(key)])
    if let object = editor.value(at: [.key(key)]), object.members.first(where: { _ in true }) == nil
    {
      editor.remove(key, at: [])
    }
  }

  /// Puts all entries anew, where rows have other numbers now.
  ///
  /// - Parameter path: where an entry stands from now on; nil for one that goes.
  func move(in editor: inout JSONEditor, _ path: (String) -> String?) {
    let entries = entries(in: editor)
    var members: [(key: String, value: JSONFragment)] = []
    var isChanged = false
    for entry in entries {
      let new = path(entry.path)
      if new != entry.path { isChanged = true }
      if let new { members.append((new, .text(entry.typed))) }
    }
    guard isChanged else { return }
    if members.isEmpty {
      editor.remove(key, at: [])
    } else {
      editor.set(.object(members), at: [.key(key)])
    }
  }
}
