/// A step from a JSON value to one inside it.
enum JSONStep: Hashable, Sendable {
  case key(String)
  case element(Int)
}

/// A value to be written; how it is laid out depends on the text around it.
enum JSONFragment {
  /// JSON as it is to stand.
  case token(String)
  case list([JSONFragment])
  case object([(key: String, value: JSONFragment)])

  /// A text as a JSON string.
  static func text(_ text: String) -> JSONFragment { .token(quoted(text)) }

  /// A text in quotes; what JSON wants escaped is.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{00}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether it has parts that deserve lines of their own.
  fileprivate var isContainer: Bool {
    switch self {
    case .token(let text): text.hasPrefix("{") || text.hasPrefix("[")
    case .list, .object: true
    }
  }
}

/// How a JSON text sets its values.
struct JSONStyle {
  /// What ends a line.
  var newline = "\n"
  /// How much deeper each level is; nil for a text whose members stand on one line.
  var unit: String? = "  "
  /// Whether there is no space after a colon or a comma.
  var isCompact = false

  var colon: String { isCompact ? ":" : ": " }
  var comma: String { isCompact ? "," : ", " }

  /// The text of a value.
  ///
  /// - Parameter indent: how deep the line is on which it begins, where it may take several; else nil.
  func text(of fragment: JSONFragment, indent: String?) -> String {
    switch fragment {
    case .token(let text): return text
    case .list(let elements):
      guard let indent, let unit, elements.contains(where: { $0.isContainer }) else {
        let parts = elements.map { text(of: $0, indent: nil) }
        return "[" + parts.joined(separator: comma) + "]"
      }
      let lines = elements.map { newline + indent + unit + text(of: $0, indent: nil) }
      return "[" + lines.joined(separator: ",") + newline + indent + "]"
    case .object(let members):
      guard let indent, let unit, !members.isEmpty else {
        let parts = members.map { member($0.key, $0.value, indent: nil) }
        return "{" + parts.joined(separator: comma) + "}"
      }
      let lines = members.map {
        newline + indent + unit + member($0.key, $0.value, indent: indent + unit)
      }
      return "{" + lines.joined(separator: ",") + newline + indent + "}"
    }
  }

  /// A key with its value.
  func member(_ key: String, _ value: JSONFragment, indent: String?) -> String {
    JSONFragment.quoted(key) + colon + text(of: value, indent: indent)
  }
}
