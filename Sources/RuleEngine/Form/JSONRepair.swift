/// Mends the slips of a text that is nearly JSON: punctuation of a Chinese keyboard, commas too few or
/// too many, brackets that are not closed.
///
/// It changes signs between values and nothing in them, so that what is kept is what was written; a
/// text that needs more is not mended.
enum JSONRepair {
  private static let mostSteps = 200

  /// The text as JSON; nil where it cannot be mended.
  static func repaired(_ text: SourceText) -> SourceText? {
    var text = text
    for _ in 0..<mostSteps {
      let document = JSONDocument(text)
      guard let (problem, offset) = document.problems.first else { return text }
      guard let bytes = mended(Array(text.bytes), problem, offset) else { return nil }
      text = SourceText(name: text.name, bytes: bytes)
    }
    return nil
  }

  private static func mended(_ bytes: [UInt8], _ problem: JSONProblem, _ offset: Int) -> [UInt8]? {
    var bytes = bytes
    switch problem {
    case .fullWidth(let scalar, let instead):
      guard isScalar(scalar, at: offset, in: bytes) else { return nil }
      bytes.replaceSubrange(offset..<offset + length(of: scalar), with: Array(instead.utf8))
    case .wrongQuote(let scalar): return requoted(bytes, scalar, offset)
    case .trailingComma:
      guard let comma = bytes[..<offset].lastIndex(of: 0x2C) else { return nil }
      bytes.remove(at: comma)
    case .expectedCommaOrClosing(_, let found):
      guard case .character(let scalar) = found, scalar == "\"" || scalar == "{" || scalar == "["
      else { return nil }
      bytes.insert(0x2C, at: offset)
    case .notClosed(let closing, _): bytes.append(closing.rawValue)
    case .wrongWord(let instead):
      var end = offset
      while end < bytes.count, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
      bytes.replaceSubrange(offset..<end, with: Array(instead.utf8))
    case .comment: return withoutComment(bytes, offset)
    case .controlCharacterInString(let byte):
      let digits = String(byte, radix: 16, uppercase: true)
      let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      guard bytes.indices.contains(offset), bytes[offset] == byte else { return nil }
      bytes.replaceSubrange(offset...offset, with: Array(escape.utf8))
    default: return nil
    }
    return bytes
  }

  private static func length(of scalar: Unicode.Scalar) -> Int { UTF8.width(scalar) }

  private static func isScalar(_ scalar: Unicode.Scalar, at offset: Int, in bytes: [UInt8]) -> Bool
  {
    bytes[offset...].starts(with: Array(String(scalar).utf8))
  }

  /// Text in quotes that JSON does not know, up to the quote that goes with them on the same line.
  private static func requoted(_ bytes: [UInt8], _ quote: Unicode.Scalar, _ offset: Int) -> [UInt8]?
  {
    guard isScalar(quote, at: offset, in: bytes) else { return nil }
    let closings: [Unicode.Scalar] =
      switch quote {
      case "“", "”", "＂": ["”", "“", "＂", "\""]
      case "‘", "’": ["’", "‘"]
      default: [quote]
      }
    let start = offset + length(of: quote)
    var end = start
    while end < bytes.count, bytes[end] != 0x0A {
      if let closing = closings.first(where: { isScalar($0, at: end, in: bytes) }) {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return bytes[..<offset] + Array(JSONFragment.quoted(text).utf8)
          + bytes[(end + length(of: closing))...]
      }
      end += 1
    }
    return nil
  }

  private static func withoutComment(_ bytes: [UInt8], _ offset: Int) -> [UInt8]? {
    var end = offset
    if bytes[offset...].starts(with: [0x2F, 0x2A]) {
      while end + 1 < bytes.count, !(bytes[end] == 0x2A && bytes[end + 1] == 0x2F) { end += 1 }
      end = min(end + 2, bytes.count)
    } else {
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    }
    if end == offset { return nil }
    return Array(bytes[..<offset] + bytes[end...])
  }
}
