import Foundation

@testable import TestSupport

/// A copy of `rules/` that a test may change.
struct RulesCopy {
  enum Failure: Error { case notFound(String) }

  let directory: URL

  init(in parent: URL) throws {
    directory = parent.appendingPathComponent("rules")
    try FileManager.default.copyItem(
      at: Package.root.appendingPathComponent("rules"), to: directory)
  }

  var path: String { directory.path }

  func file(_ name: String) -> URL { directory.appendingPathComponent(name) }

  /// Replaces what `pattern` first matches after `anchor`, and gives the line of that place.
  @discardableResult
  func replace(
    _ pattern: String, with replacement: String, after anchor: String = "",
    in name: String = "national-2022.json"
  ) throws -> Int {
    var text = try String(contentsOf: file(name), encoding: .utf8)
    var start = text.startIndex
    if !anchor.isEmpty {
      guard let range = text.range(of: anchor) else { throw Failure.notFound(anchor) }
      start = range.upperBound
    }
    guard
      let range = text.range(
        of: pattern, options: .regularExpression, range: start..<text.endIndex)
    else { throw Failure.notFound(pattern) }
    let line = text[..<range.lowerBound].unicodeScalars.count { $0 == "\n" } + 1
    text.replaceSubrange(range, with: replacement)
    try Data(text.utf8).write(to: file(name))
    return line
  }
}
