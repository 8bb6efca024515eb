import Foundation

/// A SARIF 2.1.0 log, checked for what the official schema asks of the objects that the program
/// writes: the keys allowed, those that must be there, the words and patterns.
struct SARIF {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  struct Region: Decodable, Hashable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int?
    let endColumn: Int?
  }

  struct Location: Decodable {
    struct Physical: Decodable {
      struct Artifact: Decodable { let uri: String }
      let artifactLocation: Artifact
      let region: Region?
    }
    let physicalLocation: Physical
    var uri: String { physicalLocation.artifactLocation.uri }
    var region: Region? { physicalLocation.region }
  }

  struct Message: Decodable { let text: String }

  struct Result: Decodable {
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let partialFingerprints: [String: String]
  }

  struct Rule: Decodable {
    struct Help: Decodable {
      let text: String
      let markdown: String?
    }
    let id: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Help
  }

  private struct Log: Decodable { let runs: [Run] }
  struct Run: Decodable {
    struct Tool: Decodable {
      struct Driver: Decodable {
        let name: String
        let rules: [Rule]
      }
      let driver: Driver
    }
    struct Invocation: Decodable {
      struct Notification: Decodable {
        let message: Message
        let level: String
        let locations: [Location]
      }
      let executionSuccessful: Bool
      let toolExecutionNotifications: [Notification]
    }
    let tool: Tool
    let invocations: [Invocation]
    let columnKind: String
    let results: [Result]
  }

  let run: Run
  var results: [Result] { run.results }
  var rules: [Rule] { run.tool.driver.rules }

  init(_ data: Data) throws {
    try Self.check(JSONSerialization.jsonObject(with: data), as: "log", at: "$")
    let log = try JSONDecoder().decode(Log.self, from: data)
    guard log.runs.count == 1 else { throw Fault(description: "\(log.runs.count) runs") }
    run = log.runs[0]
    guard run.columnKind == "unicodeCodePoints" else { throw Fault(description: run.columnKind) }
    let ids = rules.map(\.id)
    guard Set(ids).count == ids.count else { throw Fault(description: "a rule twice") }
    for result in results where !ids.contains(result.ruleId) {
      throw Fault(description: "no rule \(result.ruleId)")
    }
  }

  func results(_ rule: String) -> [Result] { results.filter { $0.ruleId == rule } }

  // MARK: The schema

  /// What a value can be: an object's kind, `[kind]` for a list of them, or a simple type.
  private static let objects: [String: (required: [String], members: [String: String])] = [
    "log": (["version", "runs"], ["$schema": "uri", "version": "2.1.0", "runs": "[run]"]),
    "run": (
      ["tool"],
      [
        "tool": "tool", "invocations": "[invocation]", "language": "language",
        "columnKind": "unicodeCodePoints", "newlineSequences": "[text]", "results": "[result]",
      ]
    ),
    "tool": (["driver"], ["driver": "driver"]),
    "driver": (["name"], ["name": "text", "semanticVersion": "text", "rules": "[rule]"]),
    "rule": (
      ["id"],
      [
        "id": "text", "shortDescription": "strings", "fullDescription": "strings",
        "help": "strings", "defaultConfiguration": "configuration", "properties": "bag",
      ]
    ),
    "configuration": ([], ["level": "level"]),
    "strings": (["text"], ["text": "text", "markdown": "text"]),
    "message": (["text"], ["text": "text"]),
    "invocation": (
      ["executionSuccessful"],
      ["executionSuccessful": "flag", "toolExecutionNotifications": "[notification]"]
    ),
    "notification": (
      ["message"],
      [
        "descriptor": "descriptor", "level": "level", "message": "message",
        "locations": "[location]",
      ]
    ),
    "descriptor": (["id"], ["id": "text"]),
    "result": (
      ["message"],
      [
        "ruleId": "text", "level": "level", "message": "message", "locations": "[location]",
        "relatedLocations": "[location]", "partialFingerprints": "texts", "properties": "bag",
      ]
    ),
    "location": (
      [], ["id": "number", "physicalLocation": "physicalLocation", "message": "message"]
    ),
    "physicalLocation": (
      ["artifactLocation"], ["artifactLocation": "artifactLocation", "region": "region"]
    ),
    "artifactLocation": ([], ["uri": "uri"]),
    "region": (
      [],
      [
        "startLine": "number", "startColumn": "number", "endLine": "number", "endColumn": "number",
      ]
    ),
  ]

  private static func check(_ value: Any, as kind: String, at path: String) throws {
    func fail() -> Fault { Fault(description: "\(path) is no \(kind): \(value)") }
    if kind.hasPrefix("[") {
      guard let list = value as? [Any] else { throw fail() }
      for (index, element) in list.enumerated() {
        try check(element, as: String(kind.dropFirst().dropLast()), at: "\(path)[\(index)]")
      }
      return
    }
    if let (required, members) = objects[kind] {
      guard let object = value as? [String: Any] else { throw fail() }
      for key in required where object[key] == nil { throw Fault(description: "\(path).\(key)?") }
      for (key, member) in object {
        guard let kind = members[key] else { throw Fault(description: "\(path).\(key)!") }
        try check(member, as: kind, at: "\(path).\(key)")
      }
      return
    }
    let text = value as? String
    let isGood =
      switch kind {
      case "text": text.map { !$0.isEmpty } ?? false
      case "flag": value is Bool
      case "number": (value as? Int).map { $0 > 0 } ?? false
      case "bag": value is [String: Any]
      case "texts": value is [String: String]
      case "level": ["error", "warning"].contains(text)
      case "language": text?.wholeMatch(of: #/[a-zA-Z]{2}(-[a-zA-Z]{2})?/#) != nil
      case "uri":
        text?.wholeMatch(of: #/(https?:|file:/)?([-A-Za-z0-9._~\/]|%[0-9A-F]{2})+/#) != nil
      default: text == kind
      }
    if !isGood { throw fail() }
  }
}
