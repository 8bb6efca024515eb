/// Writes Markdown line by line. What comes from a stranger has to be `MarkdownText`.
struct MarkdownWriter {
  private let bytes: ByteBuffer

  init(_ bytes: ByteBuffer) { self.bytes = bytes }

  func line(_ text: String) {
    bytes.append(text: text)
    bytes.append(0x0A)
  }

  /// A heading of some level, between empty lines.
  func heading(_ level: Int, _ text: String) {
    line("")
    line(String(repeating: "#", count: level) + " " + MarkdownText.of(text))
    line("")
  }

  /// A row of a table.
  func row(_ cells: [String]) { line(MarkdownText.row(cells)) }

  /// The first rows of a table.
  func header(_ cells: [String]) { for row in MarkdownText.header(cells) { line(row) } }
}
