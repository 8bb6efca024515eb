import RuleEngine

/// Writes JSON: compact, or indented by two spaces.
package struct JSONWriter {
  package let bytes: ByteBuffer
  private let isIndented: Bool
  private var depth: Int
  private var isFirst = true

  /// Writes at the end of `bytes`.
  package init(_ bytes: ByteBuffer, isIndented: Bool, depth: Int = 0) {
    self.bytes = bytes
    self.isIndented = isIndented
    self.depth = depth
  }

  // MARK: Parts

  /// A writer that stands where this one does, and writes elsewhere.
  func elsewhere() -> JSONWriter {
    var writer = JSONWriter(ByteBuffer(), isIndented: isIndented, depth: depth)
    writer.isFirst = isFirst
    return writer
  }

  /// What is written, to be copied later by a writer that stands where this one does now.
  mutating func part(_ write: (inout JSONWriter) -> Void) -> JSONPart {
    let (start, depth) = (bytes.count, depth)
    write(&self)
    return JSONPart(
      bytes: bytes.withBytes { Array($0[start...]) }, depth: self.depth - depth, isFirst: isFirst)
  }

  @inline(__always)
  mutating func copy(_ part: JSONPart) {
    part.bytes.withUnsafeBufferPointer { bytes.append($0) }
    depth &+= part.depth
    isFirst = part.isFirst
  }

  // MARK: Structure

  package mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    depth &+= 1
    isFirst = true
  }

  package mutating func close(_ bracket: Unicode.Scalar) {
    depth &-= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  /// Begins an object's member.
  @inline(__always)
  package mutating func key(_ name: StaticString) {
    item()
    bytes.append(0x22)
    bytes.append(name)
    bytes.append(isIndented ? "\": " : "\":")
  }

  /// Begins an object's member whose name is data.
  package mutating func key(text name: String) {
    item()
    bytes.append(jsonString: name)
    bytes.append(isIndented ? ": " : ":")
  }

  /// Begins an array's element.
  @inline(__always)
  mutating func item() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    breakLine()
  }

  @inline(__always)
  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append("  ") }
  }

  /// A member that is an array.
  @inline(__always)
  package mutating func array<Elements: Sequence>(
    _ name: StaticString, of elements: Elements, write: (Elements.Element, inout JSONWriter) -> Void
  ) {
    key(name)
    array(of: elements, write: write)
  }

  /// A value that is an array.
  @inline(__always)
  package mutating func array<Elements: Sequence>(
    of elements: Elements, write: (Elements.Element, inout JSONWriter) -> Void
  ) {
    open("[")
    for element in elements {
      item()
      write(element, &self)
    }
    close("]")
  }

  // MARK: Values

  package func string(_ text: String?) {
    if let text { bytes.append(jsonString: text) } else { bytes.append("null") }
  }

  package func number(_ value: Int) { bytes.append(decimal: value) }
  package func bool(_ value: Bool) { bytes.append(value ? "true" : "false") }

  /// A value that is JSON already.
  func raw(_ value: [UInt8]) { value.withUnsafeBufferPointer { bytes.append($0) } }

  func verdict(_ verdict: Verdict) {
    switch verdict {
    case .pass: bytes.append("\"pass\"")
    case .fail: bytes.append("\"fail\"")
    case .unknown: bytes.append("\"unknown\"")
    }
  }

  /// A fact's path, as a string. Vocabularies have no characters in paths that must be escaped.
  func path(of fact: FactReference, in vocabulary: Vocabulary) {
    bytes.append(0x22)
    vocabulary.appendPath(
      of: fact, text: { bytes.append(text: $0) },
      number: {
        bytes.append(0x5B)
        bytes.append(decimal: $0)
        bytes.append(0x5D)
      })
    bytes.append(0x22)
  }

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    string(text)
  }

  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }
}

/// A piece of JSON that is the same wherever it stands at one place: encoded once, then copied.
struct JSONPart {
  fileprivate let bytes: [UInt8]
  /// By how much deeper what follows it stands.
  fileprivate let depth: Int
  /// Whether what follows it is the first of its object or array.
  fileprivate let isFirst: Bool
}
