import Foundation

/// A stream of test points, read as strictly as TAP 14 lays it down, with every point numbered.
struct TAP {
  enum Fault: Error, Equatable {
    case noVersion
    case badLine(String)
    case wrongNumber(Int)
    case wrongPlan
    case unfinishedBlock
    case badYAML(String)
  }

  struct Point {
    let isOK: Bool
    let description: String
    /// The reason of a `# SKIP`.
    let skip: String?
    /// The block's scalars by their keys; those of `at` too.
    var details: [String: String] = [:]
  }

  private(set) var points: [Point] = []
  private(set) var comments: [String] = []

  init(_ data: Data) throws {
    guard let text = String(bytes: data, encoding: .utf8), text.hasSuffix("\n") else {
      throw Fault.unfinishedBlock
    }
    var lines = text.dropLast().components(separatedBy: "\n")[...]
    guard lines.popFirst() == "TAP version 14" else { throw Fault.noVersion }
    var plan: Int?
    while let line = lines.popFirst() {
      if plan != nil { throw Fault.wrongPlan }
      if line.hasPrefix("# ") {
        comments.append(line)
      } else if line == "  ---" {
        if points.isEmpty || !points[points.count - 1].details.isEmpty { throw Fault.badLine(line) }
        points[points.count - 1].details = try Self.block(&lines)
      } else if let count = line.wholeMatch(of: #/1\.\.(\d+)/#)?.1 {
        plan = Int(count)
      } else {
        points.append(try Self.point(line, number: points.count + 1))
      }
    }
    guard plan == points.count else { throw Fault.wrongPlan }
  }

  private static func point(_ line: String, number: Int) throws -> Point {
    guard let match = line.wholeMatch(of: #/(not )?ok (\d+) - (.*)/#) else {
      throw Fault.badLine(line)
    }
    guard Int(match.2) == number else { throw Fault.wrongNumber(number) }
    var parts = [""]
    var isEscaped = false
    for scalar in match.3.unicodeScalars {
      if isEscaped {
        guard scalar == "\\" || scalar == "#" else { throw Fault.badLine(line) }
        parts[parts.count - 1].unicodeScalars.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "#" {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    if isEscaped || parts.count > 2 { throw Fault.badLine(line) }
    guard parts.count == 2 else {
      return Point(isOK: match.1 == nil, description: parts[0], skip: nil)
    }
    guard parts[0].hasSuffix(" "), parts[1].hasPrefix(" SKIP ") else { throw Fault.badLine(line) }
    return Point(
      isOK: match.1 == nil, description: String(parts[0].dropLast()),
      skip: String(parts[1].dropFirst(6)))
  }

  /// The few forms of YAML that a block needs: keys, numbers, double-quoted texts, one inner map.
  private static func block(_ lines: inout ArraySlice<String>) throws -> [String: String] {
    var details: [String: String] = [:]
    while let line = lines.popFirst() {
      if line == "  ..." { return details }
      if line == "  at:" { continue }
      guard let match = line.wholeMatch(of: #/ {2}(?: {2})?([a-z]+): (\d+|".*")/#) else {
        throw Fault.badYAML(line)
      }
      let value = Data("[\(match.2)]".utf8)
      guard let decoded = try JSONSerialization.jsonObject(with: value) as? [Any] else {
        throw Fault.badYAML(line)
      }
      details[String(match.1)] = "\(decoded[0])"
    }
    throw Fault.unfinishedBlock
  }
}
