/// How the scan goes on after something that is not JSON: it names the likely slip, skips as little
/// as it can, and resumes.
extension JSONScanner {
  /// Reports what stands at `offset` instead of what `expected` wants, and returns what to expect
  /// after it. Every path either moves `offset` on or leads to a state that does.
  @inline(never)
  mutating func recover(from expected: State) -> State {
    if offset >= end { return reportEnd(expected) }
    if skipComment() || skipBadBytes() { return expected }
    switch expected {
    case .afterComma:
      let closing: JSONProblem.Closing = base[offset] == 0x7D ? .brace : .bracket
      report(.trailingComma(before: closing), at: offset)
      return .afterValue
    case .afterValue: return recoverAfterValue()
    case .key, .firstKey: return recoverKey()
    case .colon: return recoverColon()
    case .value, .firstElement, .end: return recoverValue(expected)
    }
  }

  private mutating func reportEnd(_ expected: State) -> State {
    var last = end
    while last > 0, [0x20, 0x0A, 0x0D, 0x09].contains(base[last - 1]) { last -= 1 }
    switch expected {
    case .value:
      report(.expectedValue(found: .end), at: last)
    case .colon:
      report(.expectedColon(found: .end), at: last)
    default:
      if problems.last?.problem != .stringNotClosed {
        report(.notClosed(innermostClosing, opened: innermostStart), at: last)
      }
    }
    return .end
  }

  private mutating func recoverValue(_ expected: State) -> State {
    switch base[offset] {
    case 0x2C, 0x5D, 0x7D:
      report(.expectedValue(found: found), at: offset)
      return depth == 0 ? .end : .afterValue
    case 0x2B, 0x2E:
      report(.badNumber, at: offset)
      while Self.continuesWord(base[offset]) { offset += 1 }
      return .afterValue
    default:
      if skipWronglyQuoted() { return .afterValue }
      if let ascii = fullWidthAtOffset(), let state = recoverFullWidthValue(ascii, expected) {
        return state
      }
      let start = offset
      let word = takeWord()
      if let right = Self.rightWords[word.lowercased()] {
        report(.wrongWord(instead: right), at: start)
        return .afterValue
      }
      offset = start
      report(.expectedValue(found: found), at: offset)
      return synchronise()
    }
  }

  /// A full-width space, bracket or digit where a value should stand.
  private mutating func recoverFullWidthValue(
    _ ascii: (scalar: Unicode.Scalar, instead: String, length: Int), _ expected: State
  ) -> State? {
    switch ascii.instead {
    case " ":
      report(.fullWidth(ascii.scalar, instead: " "), at: offset)
      offset += ascii.length
      return expected
    case "{", "[":
      report(.fullWidth(ascii.scalar, instead: ascii.instead), at: offset)
      return openContainer(ascii.instead == "{" ? .object : .array, length: ascii.length)
    case "0"..."9":
      report(.fullWidth(ascii.scalar, instead: ascii.instead), at: offset)
      while let digit = fullWidthAtOffset(), ("0"..."9").contains(digit.instead) {
        offset += digit.length
      }
      return .afterValue
    default:
      return nil
    }
  }

  private mutating func recoverKey() -> State {
    if skipWronglyQuoted() { return .colon }
    if let ascii = fullWidthAtOffset() {
      report(.fullWidth(ascii.scalar, instead: ascii.instead), at: offset)
      offset += ascii.length
      return .key
    }
    report(.expectedKey(found: found), at: offset)
    if base[offset] == 0x2C {
      offset += 1
      return .key
    }
    if !takeWord().isEmpty {
      skipSpace()
      if base[offset] == 0x3A { return .colon }
    }
    return synchronise()
  }

  private mutating func recoverColon() -> State {
    if let ascii = fullWidthAtOffset(), ascii.instead == ":" || ascii.instead == " " {
      report(.fullWidth(ascii.scalar, instead: ascii.instead), at: offset)
      offset += ascii.length
      return ascii.instead == ":" ? .value : .colon
    }
    report(.expectedColon(found: found), at: offset)
    switch base[offset] {
    case 0x2C, 0x5D, 0x7D: return .afterValue
    case 0x3D:
      offset += 1
      return .value
    case 0x22, 0x2D, 0x30...0x39, 0x5B, 0x7B: return .value
    default: return synchronise()
    }
  }

  private mutating func recoverAfterValue() -> State {
    let byte = base[offset]
    if byte == 0x5D || byte == 0x7D {
      report(.wrongClosing(expected: innermostClosing), at: offset)
      if let closing = JSONProblem.Closing(rawValue: byte), isOpenOutside(closing) {
        while innermostClosing != closing { depth -= 1 }
      }
      closeContainer()
      return .afterValue
    }
    if let ascii = fullWidthAtOffset() {
      report(.fullWidth(ascii.scalar, instead: ascii.instead), at: offset)
      offset += ascii.length
      if ascii.instead == "}" || ascii.instead == "]" { depth -= 1 }
      return ascii.instead == "," ? .afterComma : .afterValue
    }
    report(.expectedCommaOrClosing(innermostClosing, found: found), at: offset)
    if byte == 0x22 || (!innermostIsObject && (byte == 0x7B || byte == 0x5B)) { return .afterComma }
    return synchronise()
  }

  // MARK: Skipping

  /// Goes to the comma or the closing bracket that ends the current value, past whole strings and
  /// containers.
  private mutating func synchronise() -> State {
    if depth == 0 { return .end }
    var nested = 0
    while offset < end {
      switch base[offset] {
      case 0x22: skipString()
      case 0x5B, 0x7B:
        nested += 1
        offset += 1
      case 0x5D, 0x7D:
        if nested == 0 { return .afterValue }
        nested -= 1
        offset += 1
      case 0x2C where nested == 0: return .afterValue
      default: offset += 1
      }
    }
    return .end
  }

  /// Goes past the container whose bracket stands at `offset`.
  mutating func skipBalanced() {
    var nested = 0
    while offset < end {
      switch base[offset] {
      case 0x22:
        skipString()
        continue
      case 0x5B, 0x7B: nested += 1
      case 0x5D, 0x7D: nested -= 1
      default: break
      }
      offset += 1
      if nested == 0 { return }
    }
    depth = 0  // the text ends in it, which follows from the depth and is not worth a word
  }

  /// Goes past a string, or to the end of its line.
  private mutating func skipString() {
    offset += 1
    while offset < end, base[offset] != 0x0A {
      switch base[offset] {
      case 0x22:
        offset += 1
        return
      case 0x5C where offset + 1 < end: offset += 2
      default: offset += 1
      }
    }
    offset = min(offset, end)
  }

  /// Reports bytes that are not UTF-8 and goes past them.
  mutating func skipBadBytes() -> Bool {
    guard base[offset] >= 0x80, UTF8Scan.scalarLength(at: base + offset) == 0 else { return false }
    offset = reportBadBytes(at: offset)
    return true
  }

  private mutating func skipComment() -> Bool {
    guard base[offset] == 0x2F, base[offset + 1] == 0x2F || base[offset + 1] == 0x2A else {
      return false
    }
    report(.comment, at: offset)
    let isBlock = base[offset + 1] == 0x2A
    offset += 2
    while offset < end {
      if isBlock, base[offset] == 0x2A, base[offset + 1] == 0x2F {
        offset += 2
        break
      }
      if !isBlock, base[offset] == 0x0A { break }
      offset += 1
    }
    return true
  }

  /// Reports a quotation mark that is not JSON's and goes past what it quotes, within its line.
  private mutating func skipWronglyQuoted() -> Bool {
    guard let (mark, length) = scalarAtOffset(), let closing = Self.quotes[mark] else {
      return false
    }
    report(.wrongQuote(mark), at: offset)
    offset += length
    while offset < end, base[offset] != 0x0A {
      guard let (scalar, length) = scalarAtOffset() else {
        offset += 1
        continue
      }
      if scalar == "," || scalar == ":" || scalar == "}" || scalar == "]" { return true }
      offset += length
      if closing.contains(scalar) { return true }
    }
    return true
  }

  private mutating func takeWord() -> String {
    let start = offset
    while Self.continuesWord(base[offset]) { offset += 1 }
    return String(
      decoding: UnsafeBufferPointer(start: base + start, count: offset - start), as: UTF8.self)
  }

  // MARK: What stands there

  private var found: JSONProblem.Found {
    scalarAtOffset().map { .character($0.scalar) } ?? (offset < end ? .character("\u{FFFD}") : .end)
  }

  private func scalarAtOffset() -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset < end else { return nil }
    return UTF8Scan.scalar(at: base + offset)
  }

  private func fullWidthAtOffset() -> (scalar: Unicode.Scalar, instead: String, length: Int)? {
    guard let (scalar, length) = scalarAtOffset() else { return nil }
    if ("０"..."９").contains(scalar) { return (scalar, String(scalar.value - 0xFF10), length) }
    return Self.fullWidth[scalar].map { (scalar, $0, length) }
  }

  private static let fullWidth: [Unicode.Scalar: String] = [
    "，": ",", "、": ",", "；": ",", ";": ",", "：": ":",
    "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]",
    "\u{3000}": " ", "\u{00A0}": " ", "\u{FEFF}": " ", "\u{200B}": " ",
  ]

  private static let quotes: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "“": ["”", "“", "\"", "＂"], "”": ["”", "“", "\"", "＂"], "‘": ["’", "‘"], "’": ["’", "‘"],
    "'": ["'"], "＂": ["＂", "\"", "”"], "`": ["`"], "「": ["」"], "『": ["』"],
  ]

  private static let rightWords = [
    "true": "true", "false": "false", "null": "null", "none": "null", "nil": "null",
    "undefined": "null",
  ]
}
