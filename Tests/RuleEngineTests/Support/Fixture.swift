import Foundation

/// The package's own files, and the tables of test cases among them.
enum Fixture {
  /// The folder of `Package.swift`.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let root = package.appendingPathComponent("Tests/RuleEngineTests/Fixtures")

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// Reads a table with the toolchain's own JSON decoder, which shares nothing with the library.
  static func decode<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(try bytes(path)))
  }

  /// The names of the JSON files in a folder of fixtures, in order.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(".json") }.sorted()
  }
}

/// Any JSON value, as a table gives it.
enum Value: Decodable, Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as its token.
  case number(String)
  case text(String)
  case list([Value])
  case object([String: Value])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .number(String(value))
    } else if let value = try? container.decode(Double.self) {
      self = .number(String(value))
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([Value].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: Value].self))
    }
  }

  /// The value as JSON; keys in their order of characters. `{"$number": "5e3"}` is that token, for
  /// numbers whose digits matter; `{"$times": 300, "of": "字"}` is a text of so many.
  var json: String {
    switch self {
    case .object(let members) where members["$times"] != nil:
      if case .number(let count)? = members["$times"], case .text(let text)? = members["of"] {
        quoted(String(repeating: text, count: Int(count) ?? 0))
      } else {
        "null"
      }
    case .object(let members) where members.count == 1 && members["$number"] != nil:
      if case .text(let token)? = members["$number"] { token } else { "null" }
    case .null: "null"
    case .bool(let value): String(value)
    case .number(let token): token
    case .text(let text): quoted(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \($0.value.json)" }
        .joined(separator: ", ") + "}"
    }
  }

  /// The value with another at a dotted path, whose objects are made where they are missing.
  func setting(_ path: some Collection<Substring>, to value: Value) -> Value {
    guard let key = path.first else { return value }
    var members: [String: Value] = [:]
    if case .object(let present) = self { members = present }
    members[String(key)] = (members[String(key)] ?? .null).setting(path.dropFirst(), to: value)
    return .object(members)
  }
}

/// A text as a JSON string.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
