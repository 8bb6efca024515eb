/// Text from a stranger's file, made harmless for terminals and other readers: control characters
/// and bidirectional controls are shown as `\u001B`, and so are what XML and YAML cannot hold and what
/// GitHub's runner would take for a command.
package enum SafeText {
  package static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFFFE, 0xFFFF:
      true
    default: false
    }
  }

  /// Whether the scalar at an index is harmful, or begins a command: `::error::` where a line may
  /// come to begin, `##[error]` anywhere.
  static func isHarmful(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    if index + 2 < scalars.count {
      let after = scalars[index + 2]
      switch (scalars[index], scalars[index + 1]) {
      case (":", ":"): if ("a"..."z").contains(after) || ("A"..."Z").contains(after) { return true }
      case ("#", "#"): if after == "[" { return true }
      default: break
      }
    }
    return isHarmful(scalars[index])
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The text with every harmful character escaped.
  package static func of(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.indices.contains(where: { isHarmful(scalars, at: $0) }) else { return text }
    var safe = ""
    for (index, scalar) in scalars.enumerated() {
      if isHarmful(scalars, at: index) {
        safe += escape(scalar)
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
