/// Lists that are still being told, and where a file keeps them.
///
/// A list that stands in its place is complete: it says that there are no other elements. So until
/// it is, its entries wait under a key that begins with `x-`, which nothing else reads.
struct UnfinishedLists: Sendable {
  let vocabulary: Vocabulary
  /// The key of the object that has the lists by their paths.
  let key: String

  /// The keys that it can be.
  static func keys() -> some Sequence<String> {
    (1...).lazy.map { $0 == 1 ? "x-unfinished" : "x-unfinished-\($0)" }
  }

  /// The lists of a text that are unfinished, by the numbers of their facts.
  func lists(in editor: JSONEditor) -> [Int] {
    guard let object = editor.value(at: [.key(key)]) else { return [] }
    return object.members.compactMap { name, value in
      guard value.kind == .array, let path = name.string,
        let index = vocabulary.index(of: path.utf8),
        vocabulary.facts[index].list != nil, vocabulary.facts[index].sources == nil
      else { return nil }
      let place = editor.value(at: vocabulary.steps(of: index))
      return place == nil || place?.kind == .null ? index : nil
    }
  }

  /// Where the entries of an unfinished list stand.
  func steps(of list: Int) -> [JSONStep] { [.key(key), .key(vocabulary.facts[list].path)] }

  /// The entries of an unfinished list, as they are written.
  func entries(of list: Int, in editor: JSONEditor) -> [JSONFragment] {
    guard let value = editor.value(at: steps(of: list)) else { return [] }
    return value.elements.map { .token(String(decoding: $0.raw, as: UTF8.self)) }
  }

  /// Puts a list in its place, complete.
  func finish(_ list: Int, in editor: inout JSONEditor) {
    let entries = entries(of: list, in: editor)
    editor.set(.list(entries), at: vocabulary.steps(of: list), order: vocabulary.keyOrder)
    guard editor.value(at: steps(of: list)) != nil else { return }
    editor.remove(vocabulary.facts[list].path, at: [.key(key)])
    if let object = editor.value(at: [.key(key)]), object.members.first(where: { _ in true }) == nil
    {
      editor.remove(key, at: [])
    }
  }

  /// The text as it would be if all that was told of lists stood in their places, and those lists.
  func told(in editor: JSONEditor) -> (text: SourceText, open: [Int]) {
    var told = editor
    let open = lists(in: editor)
    for list in open {
      told.set(.list(entries(of: list, in: editor)), at: vocabulary.steps(of: list))
    }
    // An element of which nothing is known is asked for member by member.
    let paths = vocabulary.facts.indices.filter { vocabulary.facts[$0].type == .list }
      .map { vocabulary.steps(of: $0) }
    told.replaceNulls(inListsAt: paths, with: "{}")
    return (told.text, open)
  }
}

extension Vocabulary {
  /// The way to a fact of the application's own.
  func steps(of fact: Int) -> [JSONStep] {
    facts[fact].path.split(separator: ".").map { .key(String($0)) }
  }

  /// The keys of the object at a path, in the vocabulary's order.
  func keyOrder(of object: ArraySlice<JSONStep>) -> [String] {
    let path = object.map { step in
      switch step {
      case .key(let key): "." + key
      case .element: "[]"
      }
    }.joined().dropFirst()
    for layout in objects {
      let own = layout.fact.map { facts[$0].path + (facts[$0].type == .list ? "[]" : "") } ?? ""
      if own == path { return layout.names.value }
    }
    return []
  }
}
