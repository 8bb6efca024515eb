import Foundation

/// A workflow command as GitHub's runner reads it from a line of a log.
struct WorkflowCommand: Equatable {
  let name: String
  let properties: [String: String]
  let data: String

  private static let names = [
    "error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "add-matcher",
    "remove-matcher", "add-path", "set-env", "set-output", "save-state", "echo", "stop-commands",
  ]

  /// `::name key=value,…::data`, after white space; nil where the line is no command.
  init?(_ line: String) {
    let line = line.drop { $0.isWhitespace }
    guard line.hasPrefix("::"), let end = line.dropFirst(2).range(of: "::") else { return nil }
    let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
    let parts = head.split(separator: " ", maxSplits: 1)
    guard let name = parts.first, Self.names.contains(name.lowercased()) else { return nil }
    self.name = String(name)
    var properties: [String: String] = [:]
    for pair in parts.dropFirst().first?.split(separator: ",") ?? [] {
      let halves = pair.split(separator: "=", maxSplits: 1)
      if halves.count == 2 {
        properties[String(halves[0])] = Self.unescape(
          String(halves[1]), ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"])
      }
    }
    self.properties = properties
    data = Self.unescape(
      String(line[end.upperBound...]), ["%0D": "\r", "%0A": "\n", "%25": "%"])
  }

  /// Whether the line has one of the old form, which can stand anywhere in it: `##[error]`.
  static func hasOldForm(_ line: String) -> Bool {
    line.components(separatedBy: "##[").dropFirst().contains { rest in
      guard let end = rest.firstIndex(of: "]") else { return false }
      let name = rest[..<end].split(separator: " ").first.map { $0.lowercased() }
      return name.map(names.contains) ?? false
    }
  }

  private static func unescape(_ text: String, _ escapes: KeyValuePairs<String, String>) -> String {
    escapes.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }
}
