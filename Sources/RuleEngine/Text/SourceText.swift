/// A text as it was read, with the name it goes by in messages.
public struct SourceText: Sendable {
  /// What messages call it: a path, or `<stdin>`.
  public var name: String
  /// The line of the file on which the text begins, from 1 (an NDJSON application's may be any).
  public var firstLine: Int

  /// Whether it is one line of a larger text, so that it has no line feed.
  public private(set) var isOneLine = false

  /// The text, followed by `padding` zero bytes.
  ///
  /// A zero byte ends every scanning loop, and lets eight bytes be loaded at any offset of the text.
  private(set) var storage: [UInt8]
  static let padding = 8

  /// The largest text that offsets of 32 bits can address.
  public static let maximumCount = Int(clamping: UInt32.max) - 64

  public init(name: String, firstLine: Int = 1) {
    self.name = name
    self.firstLine = firstLine
    self.storage = [UInt8](repeating: 0, count: Self.padding)
  }

  public init(name: String, bytes: some Sequence<UInt8>, firstLine: Int = 1) {
    self.init(name: name, firstLine: firstLine)
    storage.removeLast(Self.padding)
    storage.append(contentsOf: bytes)
    storage.append(contentsOf: repeatElement(0, count: Self.padding))
  }

  /// Takes the bytes over without copying them, where they have room for a few more.
  public init(name: String, taking bytes: consuming [UInt8]) {
    self.name = name
    firstLine = 1
    storage = bytes
    storage.append(contentsOf: repeatElement(0, count: Self.padding))
  }

  /// Some bytes of the text.
  public subscript(range: Range<Int>) -> ArraySlice<UInt8> { storage[range] }

  /// How many bytes the text has.
  public var count: Int { storage.count - Self.padding }

  /// The bytes of the text, without the padding.
  public var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Takes one line of a larger text in place of these bytes, in the same memory.
  mutating func replace(with bytes: UnsafeRawBufferPointer, firstLine: Int) {
    self.firstLine = firstLine
    isOneLine = true
    storage.removeAll(keepingCapacity: true)
    storage.reserveCapacity(bytes.count + Self.padding)
    storage.append(contentsOf: bytes)
    storage.append(contentsOf: repeatElement(0, count: Self.padding))
  }
}

/// A place in a text.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// From 1; a line ends at LF.
  public var line: Int
  /// From 1, in Unicode scalars; a byte-order mark has none.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A part of a text.
public struct SourceRange: Hashable, Sendable {
  /// The position of its first character.
  public var start: SourcePosition
  /// The position after its last.
  public var end: SourcePosition

  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}
