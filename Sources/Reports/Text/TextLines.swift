package import RuleEngine

/// Text for people being written line by line, 80 columns wide. What is harmful in it is escaped.
package struct TextLines {
  static let width = 80

  let usesColor: Bool
  private(set) var lines: [String] = []

  package init(usesColor: Bool) { self.usesColor = usesColor }

  /// Text after `first`, further lines indented as wide.
  package mutating func add(
    _ text: String, first: String = "", isBold: Bool = false, verdict: Verdict? = nil
  ) {
    let indent = DisplayWidth.of(first)
    var head = verdict.map { paint(first, $0) } ?? first
    for line in DisplayWidth.wrap(SafeText.of(text), to: Self.width - indent) {
      lines.append(head + (isBold && usesColor ? "\u{1B}[1m\(line)\u{1B}[0m" : line))
      head = String(repeating: " ", count: indent)
    }
  }

  /// A row of a table, which is not wrapped.
  mutating func add(row: String, verdict: Verdict?) {
    lines.append(verdict.map { paint(row, $0) } ?? row)
  }

  private func paint(_ text: String, _ verdict: Verdict) -> String {
    guard usesColor else { return text }
    return "\u{1B}[\(verdict.color)m\(text)\u{1B}[0m"
  }

  /// Names in a column, their values beside them.
  mutating func add(rows: [(name: String, value: String)], indent: Int = 0) {
    let width = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    for (name, value) in rows {
      let head = String(repeating: " ", count: indent) + DisplayWidth.pad(name, to: width + 2)
      add(value, first: head)
    }
  }

  /// Lines that are ready.
  mutating func append(_ more: [String]) { lines += more }

  package func append(to bytes: ByteBuffer) {
    for line in lines {
      bytes.append(text: line)
      bytes.append(0x0A)
    }
  }
}
