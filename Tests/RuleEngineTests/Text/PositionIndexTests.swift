import Testing

@testable import RuleEngine

/// Lines and columns, compared with a count by the contract's words.
@Suite struct PositionIndexTests {
  private func check(_ bytes: [UInt8], _ comment: String) {
    let text = SourceText(name: "t", bytes: bytes)
    var index = PositionIndex()
    index.rebuild(for: text)
    for offset in 0...bytes.count where offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
      let expected = NaivePosition.of(offset, in: bytes)
      let found = index.position(of: offset, in: text)
      if found != expected {
        Issue.record("\(comment), byte \(offset): expected \(expected.shown), found \(found.shown)")
        return
      }
      let line = Self.line(around: offset, in: bytes)
      if index.lineRange(at: offset, in: text) != line {
        Issue.record(
          "\(comment), byte \(offset): line \(index.lineRange(at: offset, in: text)), not \(line)")
        return
      }
    }
  }

  /// The bytes of the line, without its line feed and without a mark at the text's beginning.
  private static func line(around offset: Int, in bytes: [UInt8]) -> Range<Int> {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? mark
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    return min(start, end)..<end
  }

  @Test(arguments: [
    "", "a", "\n", "\n\n", "a\nb", "a\nb\n", "中文\n洛阳", "a\r\nb\r\n", "\r", "\u{FEFF}", "\u{FEFF}a",
    "\u{FEFF}\na", "\u{FEFF}中\n中", "a\u{FEFF}b", "😀é中a\n😀", "\t\tx", "e\u{301}x",
    "\u{2028}x\u{85}y",
  ])
  func small(_ text: String) { check(Array(text.utf8), quoted(text)) }

  /// Lengths around the words and blocks by which the index counts.
  @Test(
    arguments: [1, 7, 8, 9, 15, 16, 63, 64, 65, 127, 128, 129, 200],
    ["a", "中", "😀", "é", "\n", "a\n", "中\n"])
  func lengths(_ count: Int, _ unit: String) {
    let text = String(repeating: unit, count: count)
    check(Array(text.utf8), "\(count) times \(quoted(unit))")
    check(Array(("\u{FEFF}" + text).utf8), "a mark and \(count) times \(quoted(unit))")
  }

  @Test(arguments: 0..<50)
  func random(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let units = ["a", "b", " ", "\n", "\r\n", "中", "é", "😀", "\t", "\u{FEFF}"]
    for _ in 0..<10 {
      var text = generator.oneIn(4) ? "\u{FEFF}" : ""
      let breaks = generator.oneIn(2)
      for _ in 0..<generator.below(300) {
        let unit = generator.pick(units)
        if breaks || !unit.contains("\n") { text += unit }
      }
      check(Array(text.utf8), "seed \(seed)")
    }
  }

  /// The first line of a text that is part of a file is that of the file.
  @Test func firstLine() {
    let text = SourceText(name: "t", bytes: "a\nb".utf8, firstLine: 41)
    var index = PositionIndex()
    index.rebuild(for: text)
    #expect(index.position(of: 0, in: text) == SourcePosition(line: 41, column: 1))
    #expect(index.position(of: 2, in: text) == SourcePosition(line: 42, column: 1))
  }

  /// A position in a line of a megabyte costs no more than one elsewhere.
  @Test func longLine() {
    let text = SourceText(name: "t", bytes: String(repeating: "中a", count: 250_000).utf8)
    var index = PositionIndex()
    index.rebuild(for: text)
    for step in 0..<20_000 {
      let offset = step * 48
      #expect(index.position(of: offset, in: text).column == step * 24 + 1)
    }
  }

  /// Made for another text, the index forgets the former one.
  @Test func rebuilt() {
    var index = PositionIndex()
    for content in ["a\nb\nc", "\u{FEFF}中中\n", "", "x"] {
      let text = SourceText(name: "t", bytes: content.utf8)
      index.rebuild(for: text)
      let end = content.utf8.count
      #expect(index.position(of: end, in: text) == NaivePosition.of(end, in: Array(content.utf8)))
    }
  }

  @Test func order() {
    let sorted = [(1, 1), (1, 2), (2, 1), (10, 3)].map { SourcePosition(line: $0, column: $1) }
    #expect(sorted.reversed().sorted() == sorted)
  }
}
