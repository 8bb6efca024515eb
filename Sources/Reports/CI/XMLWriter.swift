/// Writes XML 1.0, indented by two spaces.
struct XMLWriter {
  let bytes: ByteBuffer
  private var open: [StaticString] = []

  init(_ bytes: ByteBuffer) { self.bytes = bytes }

  /// At the depth at which an element is written into another that was begun elsewhere.
  init(_ bytes: ByteBuffer, within parents: [StaticString]) {
    self.bytes = bytes
    open = parents
  }

  /// Begins an element; attributes that are nil are left out.
  mutating func begin(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    start(name, attributes)
    bytes.append(">\n")
    open.append(name)
  }

  mutating func end() {
    guard let name = open.popLast() else { return }
    indent()
    bytes.append("</")
    bytes.append(name)
    bytes.append(">\n")
  }

  /// An element without others in it.
  func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    text: String? = nil
  ) {
    start(name, attributes)
    guard let text else { return bytes.append("/>\n") }
    bytes.append(0x3E)
    bytes.append(text: Self.escape(text, lineFeed: "\n"))
    bytes.append("</")
    bytes.append(name)
    bytes.append(">\n")
  }

  private func start(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    indent()
    bytes.append(0x3C)
    bytes.append(name)
    for case (let key, let value?) in attributes {
      bytes.append(0x20)
      bytes.append(key)
      bytes.append("=\"")
      bytes.append(text: Self.escape(value, lineFeed: "&#10;"))
      bytes.append(0x22)
    }
  }

  private func indent() { for _ in open { bytes.append("  ") } }

  /// A text's own line feeds stay; whatever else XML 1.0 cannot hold is shown escaped.
  private static func escape(_ text: String, lineFeed: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var escaped = ""
    for (index, line) in lines.enumerated() {
      if index > 0 { escaped += lineFeed }
      for scalar in SafeText.of(String(line)).unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
