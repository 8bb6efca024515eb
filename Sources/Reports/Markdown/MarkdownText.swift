/// Text from a stranger's file within a Markdown document: it shows as it is and means nothing. No
/// HTML, emphasis, code, link, table cell, footnote, formula, mention or reference comes of it.
enum MarkdownText {
  static func of(_ text: String) -> String {
    let scalars = Array(SafeText.of(text).unicodeScalars)
    let digitCount = scalars.prefix { ("0"..."9").contains($0) }.count
    var safe = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
      case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
      case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "^", "{", "}": escape(scalar)
      // http://…, mailto:…, :emoji:
      case ":" where next.map { $0 == "/" || isLetter($0) } ?? false: escape(scalar)
      // www.…
      case "." where endsWithWWW(scalars[..<index]): escape(scalar)
      // A heading, a list, a rule or a numbered list, where the text is what a block begins with.
      case "#", "+", "-", "=": if index == 0 { escape(scalar) } else { safe.append(scalar) }
      case ".", ")":
        if index > 0, index == digitCount { escape(scalar) } else { safe.append(scalar) }
      default: safe.append(scalar)
      }
      // GitHub finds mentions and references after Markdown is done, so that no escape helps; a
      // joiner without width does.
      let isReference =
        scalar == "@" || scalar == "#" || scalar == "-" && endsWithGH(scalars[..<index])
      if isReference, let next, isLetter(next) || ("0"..."9").contains(next) {
        safe.append("\u{2060}")
      }
    }
    return String(safe)

    func escape(_ scalar: Unicode.Scalar) {
      safe.append("\\")
      safe.append(scalar)
    }
  }

  /// What is no stranger's, as code.
  static func code(_ text: String) -> String { "`\(text)`" }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  /// The first rows of a table.
  static func header(_ cells: [String]) -> [String] { [row(cells), row(cells.map { _ in "---" })] }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func endsWithGH(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    String(String.UnicodeScalarView(scalars.suffix(2))).lowercased() == "gh"
  }

  private static func endsWithWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
