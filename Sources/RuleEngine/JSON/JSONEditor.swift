/// Changes values of a JSON text; every byte that a change does not touch stays as it is.
struct JSONEditor {
  /// The keys of the object at a path, in the order in which new ones find their places.
  typealias KeyOrder = (_ object: ArraySlice<JSONStep>) -> [String]

  private(set) var document: JSONDocument
  private let style: JSONStyle

  /// Nil for a text that is not JSON.
  init?(_ text: SourceText) {
    document = JSONDocument(text)
    guard document.problems.isEmpty else { return nil }
    style = JSONStyle(document)
  }

  var text: SourceText { document.text }

  /// The value at a path, if there is one.
  func value(at path: some Collection<JSONStep>) -> JSONValue? {
    path.reduce(document.root) { value, step in value.flatMap { $0.child(step) } }
  }

  /// Puts a value at a path, in place of what is there; objects that are not there are made. An
  /// element after a list's last is added to it.
  mutating func set(
    _ fragment: JSONFragment, at path: [JSONStep], order: KeyOrder = { _ in [] }
  ) {
    var value = document.root
    var parent: JSONValue?
    for (index, step) in path.enumerated() {
      let rest = path[(index + 1)...]
      let child = value.child(step)
      if let child, let next = rest.first, child.canHave(next) {
        (parent, value) = (value, child)
        continue
      }
      let nested = rest.reversed().reduce(fragment) { inner, step in
        switch step {
        case .key(let key): .object([(key, inner)])
        case .element: .list([inner])
        }
      }
      if let child {
        replace(child, of: value, with: nested)
      } else {
        switch step {
        case .key(let key):
          insert(key, nested, into: value, of: parent, order: order(path[..<index]))
        case .element: append(nested, to: value, of: parent)
        }
      }
      return
    }
  }

  /// Takes a member away from its object.
  mutating func remove(_ key: String, at path: [JSONStep]) {
    guard let object = value(at: path) else { return }
    let members = Array(object.members)
    guard let index = members.firstIndex(where: { $0.key.string == key }) else { return }
    let range =
      if index > 0 {
        members[index - 1].value.end..<members[index].value.end
      } else if members.count > 1 {
        members[0].key.offset..<members[1].key.offset
      } else {
        object.offset + 1..<object.end - 1
      }
    splice([(range, "")])
  }

  /// Puts `token` in the place of every null element of the lists at these paths.
  mutating func replaceNulls(inListsAt paths: [[JSONStep]], with token: String) {
    let nulls = paths.compactMap { value(at: $0) }.flatMap { $0.elements }.filter {
      $0.kind == .null
    }
    if nulls.isEmpty { return }
    splice(nulls.map { ($0.offset..<$0.end, token) }.sorted { $0.0.lowerBound < $1.0.lowerBound })
  }

  // MARK: Places

  /// - Parameter parent: the object or list that has the value; nil for the outermost.
  private mutating func replace(
    _ value: JSONValue, of parent: JSONValue?, with fragment: JSONFragment
  ) {
    let new = style.text(of: fragment, indent: indent(of: value, in: parent))
    splice([(value.offset..<value.end, new)])
  }

  private mutating func insert(
    _ key: String, _ fragment: JSONFragment, into object: JSONValue, of parent: JSONValue?,
    order: [String]
  ) {
    let members = Array(object.members)
    guard let last = members.last else {
      return replace(object, of: parent, with: .object([(key, fragment)]))
    }
    let rank = order.firstIndex(of: key) ?? order.count
    let follower = members.first { member in
      member.key.string.flatMap(order.firstIndex).map { rank < $0 } ?? false
    }
    let separator = self.separator(of: members.map { $0.key }, before: follower?.key ?? last.key)
    let text = style.member(key, fragment, indent: Self.indent(in: separator))
    if let follower {
      let offset = follower.key.offset
      splice([(offset..<offset, text + "," + separator)])
    } else {
      splice([(last.value.end..<last.value.end, "," + separator + text)])
    }
  }

  private mutating func append(
    _ fragment: JSONFragment, to list: JSONValue, of parent: JSONValue?
  ) {
    let elements = Array(list.elements)
    guard let last = elements.last else {
      return replace(list, of: parent, with: .list([fragment]))
    }
    let separator = self.separator(of: elements, before: last)
    let text = style.text(of: fragment, indent: nil)
    splice([(last.end..<last.end, "," + separator + text)])
  }

  /// The white space that goes before a further one of some members or elements: as before `one` of
  /// them.
  private func separator(of all: [JSONValue], before one: JSONValue) -> String {
    let own = spaceBefore(one.offset)
    if own.utf8.contains(0x0A) { return style.newline + (Self.indent(in: own) ?? "") }
    if one.offset != all[0].offset { return own }
    return all.count > 1 ? spaceBefore(all[1].offset) : style.isCompact ? "" : " "
  }

  /// What stands between the last line feed and the end of some white space; nil where it has none.
  private static func indent(in space: String) -> String? {
    guard let feed = space.utf8.lastIndex(of: 0x0A) else { return nil }
    return String(space[space.utf8.index(after: feed)...])
  }

  private func spaceBefore(_ offset: Int) -> String {
    let bytes = text.bytes
    var start = offset
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start - 1]) { start -= 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// How deep a value's line is, where the value may take several lines: it is the outermost, or its
  /// key is the first thing on the line. An element stays on its line.
  private func indent(of value: JSONValue, in parent: JSONValue?) -> String? {
    guard let parent else { return "" }
    guard let key = parent.members.first(where: { $0.value.offset == value.offset })?.key else {
      return nil
    }
    return Self.indent(in: spaceBefore(key.offset))
  }

  // MARK: Bytes

  /// Puts texts in the place of ranges, which are in order and do not overlap.
  private mutating func splice(_ changes: [(range: Range<Int>, text: String)]) {
    var bytes: [UInt8] = []
    var offset = 0
    for (range, text) in changes {
      bytes += document.text.bytes[offset..<range.lowerBound]
      bytes += Array(text.utf8)
      offset = range.upperBound
    }
    bytes += document.text.bytes[offset...]
    let changed = JSONDocument(SourceText(name: document.text.name, bytes: bytes))
    // What would be nested too deep stays as it was.
    if changed.problems.isEmpty { document = changed }
  }
}

extension JSONValue {
  /// The offset after its last byte.
  fileprivate var end: Int { offset + Int(node.length) }

  /// Whether a step leads into it, at least once something is put there.
  fileprivate func canHave(_ step: JSONStep) -> Bool {
    switch step {
    case .key: kind == .object
    case .element: kind == .array
    }
  }

  fileprivate func child(_ step: JSONStep) -> JSONValue? {
    switch step {
    case .key(let key):
      for (name, value) in members where name.string == key { return value }
      return nil
    case .element(let number):
      for (index, value) in elements.enumerated() where index == number { return value }
      return nil
    }
  }
}

extension JSONStyle {
  /// The style of a text, by its first member.
  fileprivate init(_ document: JSONDocument) {
    let bytes = document.text.bytes
    if let feed = bytes.firstIndex(of: 0x0A), feed > 0, bytes[feed - 1] == 0x0D { newline = "\r\n" }
    guard let (key, value) = document.root.members.first(where: { _ in true }) else { return }
    isCompact = value.offset == key.offset + Int(key.node.length) + 1
    let space = bytes[document.root.offset + 1..<key.offset]
    unit = space.lastIndex(of: 0x0A).map { String(decoding: space[($0 + 1)...], as: UTF8.self) }
  }
}
