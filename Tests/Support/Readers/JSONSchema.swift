import Foundation

/// A JSON Schema 2020-12, as far as `kczg-check schema` uses the language: any other keyword is an
/// error.
final class JSONSchema {
  enum Failure: Error {
    case unknownKeyword(String)
    case badKeyword(String)
  }

  let root: ExactJSON
  private var patterns: [String: NSRegularExpression] = [:]

  init(_ text: String) throws {
    root = try ExactJSON(text)
    try check(root)
  }

  /// What is wrong with a document: the paths of the values; empty if it is valid.
  func faults(of document: ExactJSON) throws -> [String] { try faults(of: document, root, "") }

  /// The same against a part of the schema.
  func faults(of document: ExactJSON, against part: ExactJSON) throws -> [String] {
    try faults(of: document, part, "")
  }

  func accepts(_ text: String) throws -> Bool { try faults(of: ExactJSON(text)).isEmpty }

  // MARK: The schema itself

  private static let annotations: Set = [
    "$schema", "title", "description", "deprecated", "examples",
  ]

  private func check(_ schema: ExactJSON) throws {
    if case .bool = schema { return }
    for member in schema.members {
      switch member.key {
      case "type", "const", "enum", "pattern", "minimum", "maximum", "exclusiveMaximum", "$ref":
        break
      case "properties", "patternProperties", "$defs":
        for part in member.value.members { try check(part.value) }
      case "additionalProperties", "items": try check(member.value)
      case "oneOf", "anyOf": for part in member.value.elements { try check(part) }
      case let key where Self.annotations.contains(key): break
      default: throw Failure.unknownKeyword(member.key)
      }
    }
  }

  // MARK: Documents

  private func faults(of value: ExactJSON, _ schema: ExactJSON, _ path: String) throws -> [String] {
    if case .bool(let isAccepted) = schema { return isAccepted ? [] : [path] }
    var faults: [String] = []
    for member in schema.members {
      let parts = member.value.elements
      switch member.key {
      case "properties", "patternProperties", "additionalProperties":
        break  // below, together
      case "items":
        for (index, element) in value.elements.enumerated() {
          faults += try self.faults(of: element, member.value, "\(path)[\(index)]")
        }
      case "$ref":
        let name = (member.value.string ?? "").replacing("#/", with: "")
        guard let target = root.at(name) else { throw Failure.badKeyword("$ref") }
        faults += try self.faults(of: value, target, path)
      case "anyOf", "oneOf":
        let count = try parts.count { try self.faults(of: value, $0, path).isEmpty }
        if member.key == "oneOf" ? count != 1 : count == 0 { faults.append(path) }
      default:
        if try !holds(member.key, member.value, of: value) {
          faults.append("\(path): \(member.key)")
        }
      }
    }
    for member in value.members {
      faults += try self.faults(of: member, in: schema, "\(path).\(member.key)")
    }
    return faults
  }

  private func faults(of member: ExactJSON.Member, in schema: ExactJSON, _ path: String) throws
    -> [String]
  {
    var faults: [String] = []
    var isKnown = false
    if let property = schema["properties"]?[member.key] {
      isKnown = true
      faults += try self.faults(of: member.value, property, path)
    }
    for pattern in schema["patternProperties"]?.members ?? []
    where try matches(member.key, pattern.key) {
      isKnown = true
      faults += try self.faults(of: member.value, pattern.value, path)
    }
    if !isKnown, let others = schema["additionalProperties"] {
      faults += try self.faults(of: member.value, others, path)
    }
    return faults
  }

  private func holds(_ keyword: String, _ wanted: ExactJSON, of value: ExactJSON) throws -> Bool {
    switch (keyword, value) {
    case ("type", _):
      let types = wanted.elements.isEmpty ? [wanted] : wanted.elements
      return types.contains { $0.string.map { isOf(type: $0, value) } ?? false }
    case ("const", _): return value == wanted
    case ("enum", _): return wanted.elements.contains(value)
    case ("pattern", .string(let text)): return try matches(text, wanted.string ?? "")
    case ("minimum", .number(let number)): return try number >= bound(wanted)
    case ("maximum", .number(let number)): return try number <= bound(wanted)
    case ("exclusiveMaximum", .number(let number)): return try number < bound(wanted)
    default: return true
    }
  }

  private func bound(_ value: ExactJSON) throws -> ExactNumber {
    guard case .number(let number) = value else { throw Failure.badKeyword("a bound") }
    return number
  }

  private func isOf(type: String, _ value: ExactJSON) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number(let number): type == "number" || type == "integer" && number.isInteger
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }

  /// As ECMA-262 has it, where the dollar sign is the very end.
  func matches(_ text: String, _ pattern: String) throws -> Bool {
    let regex: NSRegularExpression
    if let known = patterns[pattern] {
      regex = known
    } else {
      regex = try NSRegularExpression(pattern: pattern.replacing(#/\$$/#, with: #"\z"#))
      patterns[pattern] = regex
    }
    let range = NSRange(text.startIndex..<text.endIndex, in: text)
    return regex.firstMatch(in: text, range: range) != nil
  }
}
