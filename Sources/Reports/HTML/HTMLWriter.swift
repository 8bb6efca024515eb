/// Writes HTML that is well-formed XML as well, so that a strict reader can check it.
///
/// Elements and attributes come from closed lists: a stranger's text can be content or an
/// attribute's value, never markup, and stands escaped in both.
struct HTMLWriter {
  let bytes: ByteBuffer

  init(_ bytes: ByteBuffer) { self.bytes = bytes }

  enum Tag: String {
    case html, head, title, meta, style, body, main, header, article, section, figure, figcaption
    case h1, h2, h3, h4, h5, h6, p, div, ul, ol, li, table, thead, tbody, tr, th, td
    case a, bdi, code, span, strong
    case svg, desc, g, rect, text

    /// A heading of a level from 1.
    static func heading(_ level: Int) -> Tag {
      [.h1, .h2, .h3, .h4, .h5, .h6][min(max(level, 1), 6) - 1]
    }

    /// Whether it stands within a line, where a line feed would be shown as a space.
    fileprivate var isInline: Bool {
      switch self {
      case .a, .bdi, .code, .span, .strong: true
      default: false
      }
    }

    /// Whether it holds only elements, so that a line feed in it is not shown.
    fileprivate var isFrame: Bool {
      switch self {
      case .html, .head, .body, .main, .header, .article, .section, .figure, .div, .ul, .ol,
        .table, .thead, .tbody, .tr, .svg, .g:
        true
      default: false
      }
    }
  }

  enum Attribute: String {
    case charset, content, href, id, lang, name, role, rowspan, scope, xmlns
    case style = "class"
    case httpEquivalent = "http-equiv"
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case tabIndex = "tabindex"
    case viewBox, x, y, width, height
  }

  /// Attributes in order; those that are nil are left out.
  typealias Attributes = KeyValuePairs<Attribute, String?>

  // MARK: Elements

  func open(_ tag: Tag, _ attributes: Attributes = [:]) {
    begin(tag, attributes)
    bytes.append(0x3E)
    if tag.isFrame { bytes.append(0x0A) }
  }

  func close(_ tag: Tag) {
    bytes.append("</")
    bytes.append(text: tag.rawValue)
    bytes.append(0x3E)
    if !tag.isInline { bytes.append(0x0A) }
  }

  func element(_ tag: Tag, _ attributes: Attributes = [:], content: () -> Void) {
    open(tag, attributes)
    content()
    close(tag)
  }

  func element(_ tag: Tag, _ attributes: Attributes, _ text: String) {
    element(tag, attributes) { self.text(text) }
  }

  func element(_ tag: Tag, _ text: String) { element(tag, [:], text) }

  /// An element that has no content.
  func empty(_ tag: Tag, _ attributes: Attributes) {
    begin(tag, attributes)
    bytes.append("/>\n")
  }

  /// The head of a table: what its columns are called.
  func headings(_ names: [String]) {
    element(.thead) {
      element(.tr) { for name in names { element(.th, [.scope: "col"], name) } }
    }
  }

  private func begin(_ tag: Tag, _ attributes: Attributes) {
    bytes.append(0x3C)
    bytes.append(text: tag.rawValue)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(0x20)
      bytes.append(text: name.rawValue)
      bytes.append("=\"")
      text(value)
      bytes.append(0x22)
    }
  }

  // MARK: Text

  /// Text, as content or as a value: what is markup, what steers a reader and what no XML may hold
  /// is escaped.
  func text(_ text: String) {
    var plain = text
    let isPlain = plain.withUTF8 { $0.allSatisfy(Self.isPlain) }
    if isPlain { return bytes.append(text: text) }
    for scalar in SafeText.of(text).unicodeScalars {
      switch scalar {
      case "&": bytes.append("&amp;")
      case "<": bytes.append("&lt;")
      case ">": bytes.append("&gt;")
      case "\"": bytes.append("&quot;")
      case "'": bytes.append("&#39;")
      // What is no character in any plane is no HTML either.
      case _ where scalar.value & 0xFFFE == 0xFFFE: bytes.append(text: SafeText.escape(scalar))
      default: bytes.append(text: String(Character(scalar)))
      }
    }
  }

  /// Whether a byte is ASCII that stands for itself whatever is beside it, or part of a Chinese
  /// character.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x23, 0x26, 0x27, 0x3A, 0x3C, 0x3E: false
    case 0x20...0x7E, 0x80...0xBF, 0xE3...0xE9: true
    default: false
    }
  }

  /// Text of a style sheet; never a stranger's.
  func styleSheet(_ rules: String) {
    element(.style) { bytes.append(text: rules) }
  }
}
