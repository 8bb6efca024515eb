import Foundation

/// Complete applications that meet every condition of both programmes, and variations of them.
enum Sample {
  enum Failure: Error { case notOnce(String, occurrences: Int) }

  static func text(_ name: String) throws -> String {
    try String(
      contentsOf: Package.root.appendingPathComponent("Tests/Support/Fixtures/\(name).json"),
      encoding: .utf8)
  }

  /// The sample with each text replaced by another. What is replaced must occur exactly once, so
  /// that no test goes on with a sample that it did not change.
  static func text(
    _ name: String, replacing edits: KeyValuePairs<String, String>
  ) throws -> String {
    var result = try text(name)
    for (old, new) in edits {
      let parts = result.components(separatedBy: old)
      guard parts.count == 2 else {
        throw Failure.notOnce(old, occurrences: parts.count - 1)
      }
      result = parts.joined(separator: new)
    }
    return result
  }

  static func eligible() throws -> String { try text("collaboration") }

  /// 32 + 12 people where 50 are wanted: fails clause 8.5 (and its Henan twin 4.5) and no other.
  static func ineligible() throws -> String {
    try text(
      "collaboration",
      replacing: [
        #""fullTime": 48"#: #""fullTime": 32"#,
        #""scienceAndTechnology": 55"#: #""scienceAndTechnology": 40"#,
      ])
  }

  /// Nothing fails; whether the platform is linked is not said.
  static func undetermined() throws -> String {
    try text("collaboration", replacing: [#""linked": true"#: #""linked": null"#])
  }

  static func invalid() throws -> String {
    try text("collaboration", replacing: [#""collaboration""#: #""colaboration""#])
  }

  /// A file of the package.
  static func file(_ path: String) throws -> String {
    try String(contentsOf: Package.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The names of the JSON files in a folder of the package, in order.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: Package.root.appendingPathComponent(folder).path
    ).filter { $0.hasSuffix(".json") }.sorted()
  }

  /// The same application on one line, as NDJSON wants it.
  static func oneLine(_ text: String) -> String {
    text.components(separatedBy: "\n").joined()
  }
}

/// Line and column, from 1, of the place where `needle` first stands in `text`; columns in scalars.
func position(of needle: String, in text: String) throws -> (line: Int, column: Int) {
  guard let range = text.range(of: needle, options: .literal) else {
    throw Sample.Failure.notOnce(needle, occurrences: 0)
  }
  var line = 1
  var column = 1
  for scalar in text[..<range.lowerBound].unicodeScalars {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
  return (line, column)
}
