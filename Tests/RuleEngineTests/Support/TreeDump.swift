@testable import RuleEngine

/// A JSON value as lines that can be read and compared: `number 12 @1:7-1:9`, with the place of its
/// first byte and of the byte after it.
struct TreeDump {
  private let document: JSONDocument
  private(set) var lines: [String] = []

  init(_ document: JSONDocument) {
    self.document = document
    add(document.root, indent: "", label: nil)
  }

  private mutating func add(_ value: JSONValue, indent: String, label: String?) {
    let start = value.offset
    let end = start + Int(value.node.length)
    let place = " @\(document.position(of: start).shown)-\(document.position(of: end).shown)"
    let inner = indent + "  "
    switch value.kind {
    case .object:
      lines.append(indent + "object" + place)
      for (key, member) in value.members {
        add(key, indent: inner, label: "key")
        add(member, indent: inner, label: nil)
      }
    case .array:
      lines.append(indent + "array" + place)
      for element in value.elements { add(element, indent: inner, label: nil) }
    case .string:
      lines.append("\(indent)\(label ?? "string") \(Self.shown(value.string ?? "?"))\(place)")
    case .number:
      lines.append("\(indent)number \(String(decoding: value.raw, as: UTF8.self))\(place)")
    case .true, .false, .null:
      lines.append(indent + String(describing: value.kind) + place)
    }
  }

  /// A text in quotes; what cannot be seen, by its number.
  private static func shown(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isHidden =
        value < 0x20 || scalar == "\"" || scalar == "\\" || value & 0xFFFE == 0xFFFE
        || [0x7F, 0xFEFF, 0x2028, 0x2029].contains(value)
      if isHidden {
        result += "\\u{\(String(value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
