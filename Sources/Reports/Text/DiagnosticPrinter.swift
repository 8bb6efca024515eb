package import RuleEngine

/// Prints diagnostics in the form that editors and CI read, each followed by its line and a caret.
package struct DiagnosticPrinter {
  let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// How many columns of a long line are shown.
  private static let window = 76

  package func append(
    _ diagnostics: [Diagnostic], of application: Application, to bytes: ByteBuffer
  ) {
    for diagnostic in diagnostics {
      let range = application.lineRange(at: diagnostic.offset)
      append(diagnostic, in: application.text, line: range, to: bytes)
    }
  }

  package func append(_ errors: RuleErrors.File, to bytes: ByteBuffer) {
    for diagnostic in errors.diagnostics {
      let range = errors.lineRange(at: diagnostic.offset)
      append(diagnostic, in: errors.text, line: range, to: bytes)
    }
  }

  private func append(
    _ diagnostic: Diagnostic, in text: SourceText, line: Range<Int>, to bytes: ByteBuffer
  ) {
    bytes.append(text: diagnostic.line(in: text.name, language))
    let offset = max(0, diagnostic.offset - line.lowerBound)
    let (shown, caret) = Self.excerpt(text[line], at: offset)
    bytes.append(text: "\n  \(shown)\n  \(String(repeating: " ", count: caret))^\n")
  }

  /// The part of a line around an offset, and the column of the offset in it.
  private static func excerpt(_ line: ArraySlice<UInt8>, at offset: Int) -> (String, Int) {
    // As many bytes on either side as a window can show, cut where scalars begin.
    let reach = window * 4
    let middle = line.startIndex + min(offset, line.count)
    var start = max(line.startIndex, middle - reach)
    while start < middle, line[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(line.endIndex, middle + reach)
    while end > middle, end < line.endIndex, line[end] & 0xC0 == 0x80 { end -= 1 }

    let head = scalars(line[start..<middle])
    let all = Array(head) + scalars(line[middle..<end])
    var (before, isCutBefore) = shown(all, (0..<head.count).reversed())
    before.reverse()
    var (after, isCutAfter) = shown(all, head.count..<all.count)
    isCutBefore = isCutBefore || start > line.startIndex
    isCutAfter = isCutAfter || end < line.endIndex
    let total = before.reduce(0) { $0 + $1.width } + after.reduce(0) { $0 + $1.width }
    if total > window {
      isCutBefore = cut(&before, to: window / 2, fromEnd: false) || isCutBefore
      let used = before.reduce(0) { $0 + $1.width }
      isCutAfter = cut(&after, to: window - used, fromEnd: true) || isCutAfter
    }
    let mark = isCutBefore ? "…" : ""
    let text = mark + (before + after).map { $0.text }.joined() + (isCutAfter ? "…" : "")
    return (text, mark.count + before.reduce(0) { $0 + $1.width })
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> String.UnicodeScalarView {
    String(decoding: bytes, as: UTF8.self).unicodeScalars
  }

  /// Some characters as they are shown, with their widths: so many that they fill the window, and
  /// whether there are more.
  private static func shown(
    _ scalars: [Unicode.Scalar], _ indices: some Sequence<Int>
  ) -> (characters: [(text: String, width: Int)], isCut: Bool) {
    var characters: [(text: String, width: Int)] = []
    var total = 0
    for index in indices {
      if total > window { return (characters, true) }
      let scalar = scalars[index]
      if scalar == "\r" || scalar == "\u{FEFF}" { continue }
      let text =
        scalar == "\t"
        ? " "
        : SafeText.isHarmful(scalars, at: index)
          ? SafeText.escape(scalar) : String(Character(scalar))
      let width = DisplayWidth.of(text)
      characters.append((text, width))
      total += width
    }
    return (characters, false)
  }

  /// Drops characters until the rest fits; whether any was dropped.
  private static func cut(
    _ characters: inout [(text: String, width: Int)], to width: Int, fromEnd: Bool
  ) -> Bool {
    var total = characters.reduce(0) { $0 + $1.width }
    var dropped = 0
    let order = fromEnd ? characters.reversed() : characters
    while total > width, dropped < order.count {
      total -= order[dropped].width
      dropped += 1
    }
    if fromEnd { characters.removeLast(dropped) } else { characters.removeFirst(dropped) }
    return dropped > 0
  }
}
