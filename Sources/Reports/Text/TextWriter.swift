package import RuleEngine

/// Writes text for people line by line, 80 columns wide. What is harmful in it is escaped.
package struct TextWriter {
  static let width = 80

  private let bytes: ByteBuffer
  private let usesColor: Bool

  package init(_ bytes: ByteBuffer, usesColor: Bool) {
    self.bytes = bytes
    self.usesColor = usesColor
  }

  /// Text after a mark and what else is `first`; further lines are indented as wide.
  ///
  /// - Parameters:
  ///   - indent: how many spaces stand before the mark.
  ///   - hanging: by how many more spaces further lines are indented.
  ///   - verdict: whose colour the mark has or, where there is none, the text.
  package func add(
    _ text: String, indent: Int = 0, mark: String = "", first: String = "", hanging: Int = 0,
    isBold: Bool = false, verdict: Verdict? = nil
  ) {
    let further = indent + DisplayWidth.of(mark) + DisplayWidth.of(first) + hanging
    let lines = DisplayWidth.wrap(SafeText.of(text), to: Self.width - further)
    for (index, line) in lines.enumerated() {
      if index > 0 {
        writeSpaces(further)
      } else {
        writeSpaces(indent)
        paint(mark, verdict)
        bytes.append(text: first)
      }
      if isBold {
        write(line, code: "1")
      } else {
        paint(line, mark.isEmpty ? verdict : nil)
      }
      bytes.append(0x0A)
    }
  }

  /// A row of a table, which is not wrapped.
  func add(row: String, verdict: Verdict? = nil) {
    paint(row, verdict)
    bytes.append(0x0A)
  }

  /// Names in a column, their values beside them.
  func add(rows: [(name: String, value: String)]) {
    let width = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    for (name, value) in rows { add(value, first: DisplayWidth.pad(name, to: width + 2)) }
  }

  // MARK: Colours

  private func paint(_ text: String, _ verdict: Verdict?) {
    switch verdict {
    case .pass: write(text, code: "32")
    case .fail: write(text, code: "31")
    case .unknown: write(text, code: "33")
    case nil: bytes.append(text: text)
    }
  }

  private func write(_ text: String, code: StaticString) {
    if usesColor, !text.isEmpty {
      bytes.append("\u{1B}[")
      bytes.append(code)
      bytes.append(0x6D)
      bytes.append(text: text)
      bytes.append("\u{1B}[0m")
    } else {
      bytes.append(text: text)
    }
  }

  private func writeSpaces(_ count: Int) { for _ in 0..<count { bytes.append(0x20) } }
}
