import Foundation

/// A JSON value; of a table, with a few ways to write what is long or odd.
enum TableValue: Decodable, Equatable, Sendable {
  case null
  case flag(Bool)
  case number(Decimal)
  case text(String)
  case list([TableValue])
  case object([String: TableValue])

  struct NoSuchPlace: Error { let path: String }

  init(_ text: String) throws {
    self = try JSONDecoder().decode(TableValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // What is frequent comes first: an error that is thrown in a test costs a backtrace.
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number)
    } else if (try? decoder.unkeyedContainer()) != nil {
      self = .list(try container.decode([TableValue].self))
    } else {
      self = .object(try container.decode([String: TableValue].self))
    }
  }

  /// Objects are merged key by key; any other value takes the place of what was there.
  func merging(_ changes: TableValue) -> TableValue {
    guard case .object(let old) = self, case .object(let new) = changes else { return changes }
    return .object(old.merging(new) { $0.merging($1) })
  }

  /// A list in an order of its own, anything else as it is.
  var sorted: TableValue {
    guard case .list(let elements) = self else { return self }
    return .list(elements.sorted { $0.json < $1.json })
  }

  /// Whether something found is this value, or a text that this one asks for.
  func isMet(by found: TableValue?) -> Bool {
    guard case .object(let members) = self, case .text(let part)? = members["$contains"] else {
      // The order of the missing facts is nobody's promise.
      return found?.sorted == sorted
    }
    guard case .text(let text)? = found else { return false }
    return text.contains(part)
  }

  func text(_ key: String) -> String? {
    guard case .object(let members) = self, case .text(let text)? = members[key] else { return nil }
    return text
  }

  /// The paths of everything inside.
  var paths: [String] {
    switch self {
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { key, member in
        [key] + member.paths.map { $0.hasPrefix("[") ? key + $0 : "\(key).\($0)" }
      }
    case .list(let elements):
      elements.enumerated().flatMap { index, element in
        ["[\(index)]"] + element.paths.map { "[\(index)].\($0)" }
      }
    case .null, .flag, .number, .text: []
    }
  }

  var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .text(let text): Self.quoted(text)
    case .list(let elements): "[\(elements.map(\.json).joined(separator: ","))]"
    case .object(let members): Self.json(members)
    }
  }

  private static func json(_ members: [String: TableValue]) -> String {
    if case .text(let token)? = members["$number"] { return token }
    if case .list(let pair)? = members["$repeat"], case .number(let count) = pair[0] {
      let element = pair[1].json
      return Array(repeating: element, count: Int("\(count)") ?? 0).joined(separator: ",")
    }
    if let parts = members["$text"] { return quoted(parts.joinedParts) }
    if let parts = members["$escaped"] {
      let units = parts.joinedParts.utf16.map { "\\u" + String(format: "%04X", $0) }
      return "\"\(units.joined())\""
    }
    let sorted = members.sorted { $0.key < $1.key }
    return "{\(sorted.map { "\(quoted($0.key)):\($0.value.json)" }.joined(separator: ","))}"
  }

  /// The text of a list of texts, and of pairs of a number and the text that comes so often.
  private var joinedParts: String {
    switch self {
    case .text(let text): text
    case .list(let parts):
      if case .number(let count)? = parts.first {
        String(
          repeating: Self.list(Array(parts.dropFirst())).joinedParts, count: Int("\(count)") ?? 0)
      } else {
        parts.map(\.joinedParts).joined()
      }
    case .null, .flag, .number, .object: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        ? "\\u" + String(format: "%04X", scalar.value) : String(scalar)
    }
    return "\"\(escaped.joined())\""
  }

  /// Puts a value, or with nil removes the key, at a path such as `experts[3].leads`.
  mutating func put(_ value: TableValue?, at path: String) throws {
    let steps = path.replacingOccurrences(of: "]", with: "").split { $0 == "." || $0 == "[" }
    guard put(value, at: steps[...]) else { throw NoSuchPlace(path: path) }
  }

  /// False where there is no such place.
  private mutating func put(_ value: TableValue?, at steps: ArraySlice<Substring>) -> Bool {
    guard let step = steps.first else {
      self = value ?? self
      return value != nil
    }
    let rest = steps.dropFirst()
    switch self {
    case .object(var members):
      let key = String(step)
      if rest.isEmpty {
        guard value != nil || members[key] != nil else { return false }
        members[key] = value
      } else {
        guard var member = members[key], member.put(value, at: rest) else { return false }
        members[key] = member
      }
      self = .object(members)
    case .list(var elements):
      guard let index = Int(step), elements.indices.contains(index) else { return false }
      guard elements[index].put(value, at: rest) else { return false }
      self = .list(elements)
    case .null, .flag, .number, .text:
      return false
    }
    return true
  }
}
