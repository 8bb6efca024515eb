import Foundation

@testable import TestSupport

/// A folder for one test, with a copy of `rules/` that it may break.
struct BrokenRules {
  let directory: URL
  let rules: URL

  /// The folder of `Package.swift`.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Makes the folder, with copies of these parts of the package, and removes it afterwards.
  static func with<Result>(
    copyOf parts: [String] = ["rules"], _ body: (BrokenRules) throws -> Result
  ) throws -> Result {
    let directory = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "embed-rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    for part in parts {
      try FileManager.default.copyItem(
        at: package.appending(path: part), to: directory.appending(path: part))
    }
    return try body(
      BrokenRules(directory: directory, rules: directory.appending(path: "rules")))
  }

  struct NotFound: Error {
    let what: String
  }

  /// Replaces what stands once after an anchor, and gives the place of `mark` in what stands there
  /// then, as messages write it.
  @discardableResult
  func replace(
    _ old: String, with new: String, after anchor: String, in file: String, placeOf mark: String
  ) throws -> String {
    let url = rules.appending(path: file)
    var text = try String(contentsOf: url, encoding: .utf8)
    guard let from = text.range(of: anchor),
      let range = text.range(of: old, range: from.upperBound..<text.endIndex)
    else { throw NotFound(what: "\(anchor) … \(old) in \(file)") }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    text.replaceSubrange(range, with: new)
    try Data(text.utf8).write(to: url)
    let place = text.utf8.index(text.startIndex, offsetBy: start)
    guard let found = text.range(of: mark, range: place..<text.endIndex) else {
      throw NotFound(what: "\(mark) in \(file)")
    }
    let before = text[..<found.lowerBound].unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    return "\(url.path):\(before.count):\((before.last?.count ?? 0) + 1)"
  }

  /// The files of the folder as the plugin hands them on.
  var paths: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: rules.path)
        .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".md") }.sorted()
        .map { rules.appending(path: $0).path }
    }
  }

  var output: URL { directory.appending(path: "Contents.swift") }

  func embed(_ paths: [String]? = nil) throws -> Tool {
    try Tool(Tool.built("embed-rules"), [output.path] + (paths ?? self.paths), in: directory)
  }
}
