/// Reads a text as strict JSON (RFC 8259) into a tape, and goes on after an error so that one run
/// finds them all.
///
/// After the first problem the tape is no longer meaningful; the scan goes on for the sake of the
/// other problems only.
struct JSONScanner: ~Copyable {
  /// How deep containers may nest.
  static let maximumDepth = 128
  /// No more problems than this are told; the last then says that there are others.
  static let maximumProblems = 100

  let base: UnsafePointer<UInt8>
  let end: Int
  var offset = 0
  var tape: JSONTape
  var problems: [(problem: JSONProblem, offset: Int)] = []

  /// The open containers: index of the node, and whether it is an object.
  var depth = 0
  private var open: InlineArray<129, UInt32> = .init(repeating: 0)
  private var isObject: InlineArray<129, Bool> = .init(repeating: false)

  /// Scans `text` into `tape`; the problems found are in the order of the text.
  static func scan(
    _ text: SourceText, into tape: inout JSONTape
  ) -> [(problem: JSONProblem, offset: Int)] {
    text.storage.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      // The tape is moved in and out, so that its fields live in registers while scanning.
      var scanner = JSONScanner(
        base: base, end: text.count, tape: exchange(&tape, with: JSONTape()))
      scanner.tape.removeAll()
      scanner.run()
      let problems = JSONEncodingGuess.refine(scanner.problems, of: text)
      tape = scanner.finish()
      return problems
    }
  }

  private static func exchange(_ tape: inout JSONTape, with other: consuming JSONTape) -> JSONTape {
    let old = tape
    tape = other
    return old
  }

  private init(base: UnsafePointer<UInt8>, end: Int, tape: consuming JSONTape) {
    self.base = base
    self.end = end
    self.tape = tape
  }

  private consuming func finish() -> JSONTape { tape }

  private mutating func run() {
    if end >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { offset = 3 }
    skipSpace()
    if offset == end {
      report(.emptyText, at: offset)
      return
    }
    scanDocument()
    skipSpace()
    if offset < end, problems.isEmpty, !skipBadBytes() { report(.textAfterEnd, at: offset) }
  }

  /// The value at `offset` and all that is in it. One loop, no recursion: depth costs no stack.
  private mutating func scanDocument() {
    var state = State.value
    while true {
      skipSpace()
      let byte = base[offset]
      switch state {
      case .firstElement where byte == 0x5D:
        closeContainer()
        state = .afterValue
      case .value, .firstElement:
        switch byte {
        case 0x22:
          scanString()
          state = .afterValue
        case 0x7B:
          state = openContainer(.object) ? .firstKey : .afterValue
        case 0x5B:
          state = openContainer(.array) ? .firstElement : .afterValue
        case 0x2D, 0x30...0x39:
          scanNumber()
          state = .afterValue
        case 0x74
        where base[offset + 1] == 0x72 && base[offset + 2] == 0x75 && base[offset + 3] == 0x65:
          appendWord(.true, length: 4)
          state = .afterValue
        case 0x66
        where base[offset + 1] == 0x61 && base[offset + 2] == 0x6C
          && base[offset + 3] == 0x73 && base[offset + 4] == 0x65:
          appendWord(.false, length: 5)
          state = .afterValue
        case 0x6E
        where base[offset + 1] == 0x75 && base[offset + 2] == 0x6C && base[offset + 3] == 0x6C:
          appendWord(.null, length: 4)
          state = .afterValue
        default:
          state = recover(from: state)
        }
      case .firstKey where byte == 0x7D:
        closeContainer()
        state = .afterValue
      case .key, .firstKey:
        guard byte == 0x22 else {
          state = recover(from: state)
          break
        }
        scanString()
        skipSpace()
        if base[offset] == 0x3A {
          offset &+= 1
          state = .value
        } else {
          state = recover(from: .colon)
        }
      case .colon:
        if byte == 0x3A {
          offset &+= 1
          state = .value
        } else {
          state = recover(from: .colon)
        }
      case .afterValue:
        if depth == 0 { return }
        if byte == 0x2C {
          offset &+= 1
          skipSpace()
          let next = base[offset]
          if next == 0x5D || next == 0x7D {
            state = recover(from: .afterComma)
          } else {
            state = isObject[depth] ? .key : .value
          }
        } else if byte == (isObject[depth] ? 0x7D : 0x5D) {
          closeContainer()
        } else {
          state = recover(from: .afterValue)
        }
      case .afterComma:
        state = isObject[depth] ? .key : .value
      case .end:
        return
      }
    }
  }

  /// What is expected next.
  enum State {
    case value, firstElement, key, firstKey, colon, afterValue, afterComma, end
  }

  var innermostIsObject: Bool { depth > 0 && isObject[depth] }
  var innermostStart: Int { Int(tape[open[depth]].start) }
  var innermostClosing: JSONProblem.Closing { innermostIsObject ? .brace : .bracket }

  /// Whether an open container outside the innermost one is closed by `closing`.
  func isOpenOutside(_ closing: JSONProblem.Closing) -> Bool {
    (1..<max(depth, 1)).contains { isObject[$0] == (closing == .brace) }
  }

  @inline(never)
  mutating func report(_ problem: JSONProblem, at offset: Int) {
    if problems.count + 1 < Self.maximumProblems {
      problems.append((problem, offset))
    } else if problems.count < Self.maximumProblems {
      problems.append((.tooManyProblems, offset))
    }
  }

  @inline(__always)
  mutating func skipSpace() {
    while true {
      switch base[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset &+= 1
      default: return
      }
    }
  }

  /// Opens the container whose bracket stands at `offset`; false if it would be too deep.
  private mutating func openContainer(_ kind: JSONKind) -> Bool {
    guard depth < Self.maximumDepth else {
      report(.tooDeep, at: offset)
      skipBalanced()
      return false
    }
    depth &+= 1
    open[depth] = UInt32(truncatingIfNeeded: tape.count)
    isObject[depth] = kind == .object
    append(kind, length: 1, needsDecoding: false)
    offset &+= 1
    return true
  }

  /// Opens a container whose bracket is a full-width one of `length` bytes.
  mutating func openContainer(_ kind: JSONKind, length: Int) -> State {
    guard depth < Self.maximumDepth else { return .end }
    depth += 1
    open[depth] = UInt32(truncatingIfNeeded: tape.count)
    isObject[depth] = kind == .object
    append(kind, length: 1, needsDecoding: false)
    offset += length
    return kind == .object ? .firstKey : .firstElement
  }

  mutating func closeContainer() {
    offset &+= 1
    tape.close(Int(open[depth]), end: offset)
    depth &-= 1
  }

  @inline(__always)
  mutating func append(_ kind: JSONKind, length: Int, needsDecoding: Bool) {
    tape.append(
      JSONNode(
        start: UInt32(truncatingIfNeeded: offset), length: UInt32(truncatingIfNeeded: length),
        next: UInt32(truncatingIfNeeded: tape.count &+ 1), kind: kind, needsDecoding: needsDecoding)
    )
  }

  @inline(__always)
  private mutating func appendWord(_ kind: JSONKind, length: Int) {
    append(kind, length: length, needsDecoding: false)
    offset &+= length
  }
}
