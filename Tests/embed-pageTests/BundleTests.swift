import Foundation
import Testing

@testable import TestSupport

/// What the files of a page become, and what is refused in them.
@Suite struct BundleTests {
  /// A folder of a page, and what comes of it.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    /// Lines of each; `page.html` has everything that it needs unless it is given or null.
    let files: [String: [String]?]
    /// The whole script.
    let script: [String]?
    /// Parts of what is written.
    let contains: [String]?
    /// All that is told, with paths from the folder.
    let errors: [String]?

    var testDescription: String { name }

    static let all: [Case] = {
      let file = Package.root.appending(path: "Tests/embed-pageTests/Fixtures/bundles.json")
      return (try? JSONDecoder().decode([Case].self, from: Data(contentsOf: file))) ?? []
    }()
  }

  private static let page = [
    "<!DOCTYPE html>", "<html lang=\"zh-CN\">", "<!--policy-->", "<title>A page</title>",
    "<!--styles-->", "<!--options-->", "<!--payload-->", "<!--script-->",
  ]

  @Test func thereAreCases() { #expect(Case.all.count > 20) }

  @Test(arguments: Case.all) func becomes(example: Case) throws {
    try withTemporaryFolder { folder in
      let page = folder.appending(path: "page")
      var files = ["page.html": Self.page] as [String: [String]?]
      files.merge(example.files) { $1 }
      for (name, lines) in files {
        guard let lines else { continue }
        let file = page.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      }
      let output = folder.appending(path: "Pieces.swift")
      let tool = try Tool(
        Tool.built("embed-page"), ["page", output.path, page.path], in: folder)
      if let errors = example.errors {
        let told = tool.errors.split(separator: "\n").map {
          $0.replacingOccurrences(of: page.path + "/", with: "")
            .replacingOccurrences(of: page.path + ":", with: ".:")
        }
        #expect(told.sorted() == errors.sorted())
        #expect(tool.status == 1)
        #expect(!FileManager.default.fileExists(atPath: output.path), "nothing is written")
      } else {
        #expect(tool.errors == "" && tool.status == 0)
        let source = try String(contentsOf: output, encoding: .utf8)
        for part in example.contains ?? [] { #expect(source.contains(part)) }
        if let script = example.script {
          #expect(source.contains("<script>" + script.joined(separator: "\n") + "\n</script>"))
        }
        #expect(example.contains != nil || example.script != nil)
      }
    }
  }

  @Test func usage() throws {
    try withTemporaryFolder { folder in
      for words in [[], ["page"], ["page", "out"], ["engine", "out"], ["pages", "out", "."]] {
        let tool = try Tool(Tool.built("embed-page"), words, in: folder)
        #expect(tool.status == 64 && tool.errors.hasPrefix("usage: "))
      }
    }
  }

  /// A toolchain without what it takes: the program is built all the same, and says so itself.
  @Test func noToolchain() throws {
    try withTemporaryFolder { folder in
      for linker in ["-", "/bin/true"] {
        let output = folder.appending(path: "Engine.swift")
        let tool = try Tool(
          Tool.built("embed-page"),
          ["engine", output.path, "optimized", "/nowhere/bin/swiftc", linker, folder.path],
          in: folder)
        #expect(tool.status == 0)
        #expect(try String(contentsOf: output, encoding: .utf8).contains("StaticString? = nil"))
      }
    }
  }

  private func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "embed-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
