import RuleEngine

/// A text as a message of a SARIF log, where braces are placeholders and brackets can be links.
enum SARIFText {
  static func of(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "{" || scalar == "}" { escaped.append(scalar) }
      if scalar == "]", index + 1 < scalars.count, scalars[index + 1] == "(" {
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// A file's name as a relative or absolute URI reference.
  static func uri(of name: String) -> String {
    var uri = name.hasPrefix("/") ? "file://" : ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}

extension JSONWriter {
  /// A member that is a message.
  mutating func message(_ name: StaticString, _ text: String) {
    key(name)
    open("{")
    member("text", SARIFText.of(text))
    close("}")
  }

  mutating func defaultLevel(_ level: String) {
    key("defaultConfiguration")
    open("{")
    member("level", level)
    close("}")
  }

  /// A place in a file; without a range, the file.
  mutating func location(
    _ file: String, _ range: SourceRange?, id: Int? = nil, message text: String? = nil
  ) {
    open("{")
    if let id { member("id", id) }
    key("physicalLocation")
    open("{")
    key("artifactLocation")
    open("{")
    member("uri", SARIFText.uri(of: file))
    close("}")
    if let range {
      key("region")
      open("{")
      member("startLine", range.start.line)
      member("startColumn", range.start.column)
      if range.end != range.start {
        member("endLine", range.end.line)
        member("endColumn", range.end.column)
      }
      close("}")
    }
    close("}")
    if let text { message("message", text) }
    close("}")
  }
}
