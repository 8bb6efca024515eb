/// How the scan goes over a string and a number.
extension JSONScanner {
  /// The string whose opening quote stands at `offset`.
  @inline(__always)
  mutating func scanString() {
    var at = offset &+ 1
    var needsDecoding = false
    while true {
      let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
      let stops = UTF8Scan.stringStops(in: word)
      if stops == 0 {
        at &+= 8
        continue
      }
      at &+= stops.trailingZeroBitCount &>> 3
      let byte = base[at]
      if byte == 0x22 {
        append(.string, length: at &+ 1 &- offset, needsDecoding: needsDecoding)
        offset = at &+ 1
        return
      } else if byte >= 0x80 {
        repeat {
          let length = UTF8Scan.scalarLength(at: base + at)
          if length == 0 {
            at = reportBadBytes(at: at)
          } else {
            at &+= length
          }
        } while base[at] >= 0x80
      } else if byte == 0x5C {
        needsDecoding = true
        at = scanEscape(at: at)
      } else if at < end, byte != 0x0A, byte != 0x0D {
        report(.controlCharacterInString(byte), at: at)
        at &+= 1
      } else {
        report(.stringNotClosed, at: offset)
        append(.string, length: at &- offset, needsDecoding: needsDecoding)
        offset = at
        return
      }
    }
  }

  /// Reports the bytes at `at` that are not UTF-8; returns the offset after them.
  @inline(never)
  mutating func reportBadBytes(at start: Int) -> Int {
    report(.notUTF8, at: start)
    var at = start + 1
    while at < end, base[at] >= 0x80, UTF8Scan.scalarLength(at: base + at) == 0 { at += 1 }
    return at
  }

  /// The escape whose backslash stands at `start`; returns the offset after it.
  @inline(never)
  private mutating func scanEscape(at start: Int) -> Int {
    switch base[start + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      return start + 2
    case 0x75:
      guard let unit = JSONDecoding.hexUnit(at: base + start + 2) else { break }
      if unit >> 10 == 0x36 {
        if base[start + 6] == 0x5C, base[start + 7] == 0x75,
          let second = JSONDecoding.hexUnit(at: base + start + 8), second >> 10 == 0x37
        {
          return start + 12
        }
        report(.loneSurrogate, at: start)
      } else if unit >> 10 == 0x37 {
        report(.loneSurrogate, at: start)
      }
      return start + 6
    default:
      break
    }
    report(.badEscape, at: start)
    // A quote after the backslash would have been a good escape, so one byte can be skipped.
    return base[start + 1] >= 0x20 && base[start + 1] < 0x80 ? start + 2 : start + 1
  }

  /// The number that begins at `offset`.
  @inline(__always)
  mutating func scanNumber() {
    var at = offset
    var isPlain = true
    if base[at] == 0x2D { at &+= 1 }
    let firstDigit = at
    while base[at] &- 0x30 < 10 { at &+= 1 }
    var isGood = at > firstDigit && (base[firstDigit] != 0x30 || at == firstDigit &+ 1)
    if base[at] == 0x2E {
      isPlain = false
      let first = at &+ 1
      at = first
      while base[at] &- 0x30 < 10 { at &+= 1 }
      if at == first { isGood = false }
    }
    if base[at] | 0x20 == 0x65 {
      isPlain = false
      at &+= 1
      if base[at] == 0x2B || base[at] == 0x2D { at &+= 1 }
      let first = at
      while base[at] &- 0x30 < 10 { at &+= 1 }
      if at == first { isGood = false }
    }
    guard isGood, !Self.continuesWord(base[at]) else {
      report(.badNumber, at: offset)
      while Self.continuesWord(base[at]) { at += 1 }
      offset = at
      return
    }
    append(.number, length: at &- offset, needsDecoding: !isPlain)
    offset = at
  }

  /// Whether a byte would glue itself to a number or a word before it.
  @inline(__always)
  static func continuesWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2E || byte == 0x2B || byte == 0x2D
      || byte == 0x5F
  }
}
