/// How many columns of a terminal text takes: Chinese characters take two.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// The text, with spaces up to a width.
  package static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text, cut to a width; a cut one ends with an ellipsis.
  static func cut(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    var used = 1
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      used += of(scalar)
      if used > width { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// The text in lines no wider than `width`: broken at spaces, and between Chinese characters,
  /// though not before punctuation that closes.
  package static func wrap(_ text: String, to width: Int) -> [String] {
    if text.utf8.count <= width { return [text] }
    let scalars = Array(text.unicodeScalars)
    var lines: [String] = []
    var start = 0
    while start < scalars.count {
      let end = lineEnd(scalars, from: start, width)
      var last = end
      while last > start, scalars[last - 1] == " " { last -= 1 }
      var line = String.UnicodeScalarView()
      line.append(contentsOf: scalars[start..<last])
      lines.append(String(line))
      start = end
    }
    return lines
  }

  /// Where the line that begins at `start` ends: after the last break that fits; without one, where
  /// the width is used up.
  private static func lineEnd(_ scalars: [Unicode.Scalar], from start: Int, _ width: Int) -> Int {
    var used = 0
    var lastBreak: Int?
    var index = start
    while index < scalars.count {
      if index > start, mayBreak(after: scalars[index - 1], before: scalars[index]) {
        lastBreak = index
      }
      used += of(scalars[index])
      // A space at the end of a line is not shown.
      if used > width, scalars[index] != " " {
        guard let lastBreak, !isLongWord(scalars, from: lastBreak, width) else {
          return max(index, start + 1)
        }
        return lastBreak
      }
      index += 1
    }
    return scalars.count
  }

  /// Whether what begins at `start` is wider than a line, so that it must be broken anyway.
  private static func isLongWord(_ scalars: [Unicode.Scalar], from start: Int, _ width: Int) -> Bool
  {
    var used = 0
    for index in start..<scalars.count {
      if index > start, mayBreak(after: scalars[index - 1], before: scalars[index]) { return false }
      used += of(scalars[index])
      if used > width { return true }
    }
    return false
  }

  private static func mayBreak(after first: Unicode.Scalar, before second: Unicode.Scalar) -> Bool {
    switch second {
    case " ", "，", "。", "；", "：", "、", "？", "！", "）", "》", "】", "」", "』", "”", "’", "…", ")", "]",
      ",", ".", ";", ":":
      return false
    default: break
    }
    switch first {
    case "（", "《", "【", "「", "『", "“", "‘", "(", "[": return false
    default: break
    }
    return first == " " || of(first) == 2 || of(second) == 2
  }

}
