/// A JSON text that was read once and is kept: a file of rules.
///
/// Immutable after `init`, hence safe to share.
package final class JSONDocument: @unchecked Sendable {
  let text: SourceText
  package let problems: [(problem: JSONProblem, offset: Int)]
  private let tape: JSONTape

  package init(_ text: SourceText) {
    var tape = JSONTape()
    self.problems = JSONScanner.scan(text, into: &tape)
    self.text = text
    self.tape = tape
    positions = Lazy {
      var index = PositionIndex()
      index.rebuild(for: text)
      return index
    }
  }

  /// The outermost value; only a document without problems has one.
  package var root: JSONValue { JSONValue(document: self, index: 0) }

  var nodeCount: Int { tape.count }

  func node(_ index: NodeIndex) -> JSONNode { tape[index] }

  /// Made when the first mistake is reported.
  private let positions: Lazy<PositionIndex>

  func position(of offset: Int) -> SourcePosition { positions.value.position(of: offset, in: text) }

  /// The bytes of the line of an offset, without its line feed.
  func lineRange(at offset: Int) -> Range<Int> { positions.value.lineRange(at: offset, in: text) }
}

/// A value of a document.
package struct JSONValue {
  let document: JSONDocument
  let index: NodeIndex

  var node: JSONNode { document.node(index) }
  package var kind: JSONKind { node.kind }
  var offset: Int { Int(node.start) }

  /// A string's text.
  package var string: String? {
    kind == .string ? JSONDecoding.string(of: node, in: document.text) : nil
  }

  package var bool: Bool? { kind == .true ? true : kind == .false ? false : nil }

  /// A number's value, where that is an integer that an Int can hold.
  package var integer: Int? {
    kind == .number ? Int(String(decoding: raw, as: UTF8.self)) : nil
  }

  /// The value of an object's member; of several of one name the first.
  package subscript(key: String) -> JSONValue? {
    for (name, value) in members where name.string == key { return value }
    return nil
  }

  /// The token as it is written.
  var raw: ArraySlice<UInt8> {
    let node = node
    return document.text.storage[Int(node.start)..<Int(node.start + node.length)]
  }

  /// Whether this is the string `literal`, without decoding it.
  func isString(_ literal: StaticString) -> Bool {
    let node = node
    if node.needsDecoding {
      return kind == .string && string?.utf8.elementsEqual(literal.bytes) == true
    }
    guard node.kind == .string, Int(node.length) == literal.utf8CodeUnitCount + 2 else {
      return false
    }
    return document.text.storage.withUnsafeBufferPointer {
      literal.bytes.elementsEqual($0[Int(node.start) + 1..<Int(node.start + node.length) - 1])
    }
  }

  /// An array's elements.
  package var elements: Children {
    Children(document: document, parent: kind == .array ? node : nil, index: index)
  }

  /// An object's members, in order.
  package var members: Members {
    Members(keys: Children(document: document, parent: kind == .object ? node : nil, index: index))
  }

  package struct Children: Sequence, IteratorProtocol {
    let document: JSONDocument
    private var at: NodeIndex
    private let end: NodeIndex

    init(document: JSONDocument, parent: JSONNode?, index: NodeIndex) {
      self.document = document
      at = index + 1
      end = parent?.next ?? at
    }

    package mutating func next() -> JSONValue? {
      guard at < end else { return nil }
      defer { at = document.node(at).next }
      return JSONValue(document: document, index: at)
    }
  }

  package struct Members: Sequence, IteratorProtocol {
    private var children: Children

    init(keys: Children) { children = keys }

    package mutating func next() -> (key: JSONValue, value: JSONValue)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
