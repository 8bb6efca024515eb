/// Swift sources that the command is built with.
enum PageSource {
  /// The page without what the command puts in.
  static func pieces(_ pieces: [PageTemplate.Piece]) -> String {
    let items = pieces.map { piece in
      switch piece {
      case .text(let text): ".text(\(literal(text))),"
      case .slot(let name): ".slot(.\(name)),"
      }
    }
    return wrapped("pieces: [Piece]", "[\n\(items.joined(separator: "\n"))\n]")
  }

  /// The engine: a payload in base64; nil where the toolchain could not make it.
  static func engine(_ module: String?) -> String {
    wrapped("engine: StaticString?", module.map(literal) ?? "nil")
  }

  private static func wrapped(_ name: String, _ value: String) -> String {
    "extension PageContents {\nstatic let \(name) = \(value)\n}\n"
  }

  /// A string literal; it compiles at once where an array of bytes takes long.
  private static func literal(_ text: String) -> String {
    var fence = "#"
    while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    // The compiler would take a carriage return for the end of a line and drop it.
    let lines = text.replacing("\r", with: "\\\(fence)r")
    return "\(fence)\"\"\"\n\(lines)\n\"\"\"\(fence)"
  }
}
