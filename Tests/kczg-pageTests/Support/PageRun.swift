import Foundation

@testable import TestSupport

/// Runs the program in a folder of its own, which goes afterwards.
struct PageRun {
  let folder: URL

  static func inFolder(_ body: (PageRun) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "kczg-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(PageRun(folder: folder))
  }

  func callAsFunction(_ arguments: String...) throws -> Tool {
    try Tool(Tool.built("kczg-page"), arguments, in: folder)
  }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// What is in the folder beside what the tests themselves put there.
  var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { ![".stdout", ".stderr"].contains($0) }.sorted()
    }
  }
}
