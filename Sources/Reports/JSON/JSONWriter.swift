import RuleEngine

/// Writes JSON: compact, or indented by two spaces.
struct JSONWriter {
  let bytes: ByteBuffer
  private let isIndented: Bool
  private var depth: Int
  private var isFirst = true

  /// Writes at the end of `bytes`.
  init(_ bytes: ByteBuffer, isIndented: Bool, depth: Int = 0) {
    self.bytes = bytes
    self.isIndented = isIndented
    self.depth = depth
  }

  /// A value that will stand in an object that is opened where this writer is.
  func nested(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    let bytes = ByteBuffer()
    var writer = JSONWriter(bytes, isIndented: isIndented, depth: depth + 1)
    write(&writer)
    return bytes.withBytes { Array($0) }
  }

  /// A string, or null, as JSON.
  static func json(_ text: String?) -> [UInt8] {
    let bytes = ByteBuffer()
    JSONWriter(bytes, isIndented: false).string(text)
    return bytes.withBytes { Array($0) }
  }

  // MARK: Structure

  mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    depth &+= 1
    isFirst = true
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    depth &-= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  /// Begins an object's member.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    item()
    bytes.append(0x22)
    bytes.append(name)
    bytes.append(isIndented ? "\": " : "\":")
  }

  /// Begins an object's member whose name is data.
  mutating func key(text name: String) {
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
  mutating func array<Elements: Sequence>(
    _ name: StaticString, of elements: Elements, write: (Elements.Element, inout JSONWriter) -> Void
  ) {
    key(name)
    array(of: elements, write: write)
  }

  /// A value that is an array.
  @inline(__always)
  mutating func array<Elements: Sequence>(
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

  func string(_ text: String?) {
    if let text { bytes.append(jsonString: text) } else { bytes.append("null") }
  }

  func number(_ value: Int) { bytes.append(decimal: value) }
  func bool(_ value: Bool) { bytes.append(value ? "true" : "false") }

  /// A value that is JSON already.
  func raw(_ value: [UInt8]) { value.withUnsafeBufferPointer { bytes.append($0) } }

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

  mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    string(text)
  }

  /// A member whose value is JSON already.
  mutating func member(_ name: StaticString, json value: [UInt8]) {
    key(name)
    raw(value)
  }

  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }
}
