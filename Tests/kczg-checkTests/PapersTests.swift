import Foundation
import Testing

@testable import TestSupport

/// What the papers show is what the program does.
@Suite struct PapersTests {
  /// With `UPDATE_PAPERS=1` the paper is brought up to date; the test fails all the same, so that
  /// nobody does so by accident.
  @Test(arguments: Paper.all) func examplesAreTrue(_ paper: Paper) throws {
    try withTemporaryDirectory { directory in
      let reader = try Paper.Reader(in: directory)
      var bodies: [String] = []
      for block in paper.blocks {
        var body = block.body
        do {
          body = try reader.follow(block)
        } catch {
          Issue.record("\(paper.name):\(block.line): \(error)")
        }
        #expect(
          body == block.body,
          "\(paper.name):\(block.line) is stale: UPDATE_PAPERS=1 swift test --filter Papers")
        bodies.append(body)
      }
      if ProcessInfo.processInfo.environment["UPDATE_PAPERS"] == "1" {
        try paper.text(with: bodies).write(to: paper.file, atomically: true, encoding: .utf8)
      }
    }
  }

  @Test func papersAreShort() throws {
    for (name, limit) in [
      ("README.md", 15_000), ("samples/README.md", 40_000), ("rules/README.md", 32_000),
    ] {
      let paper = try #require(Paper.all.first { $0.name == name })
      #expect(paper.text.utf8.count <= limit, "\(name)")
    }
  }

  @Test(arguments: Paper.all) func linksLeadSomewhere(_ paper: Paper) throws {
    for link in paper.text.matches(of: /\]\(([^)#]*)(?:#([^)]*))?\)/)
    where !link.1.hasPrefix("https://") {
      var target = paper
      if !link.1.isEmpty {
        let file = paper.file.deletingLastPathComponent().appending(path: String(link.1))
          .standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: file.path), "\(paper.name): \(link.0)")
        guard link.2 != nil else { continue }
        target = try #require(Paper.all.first { $0.file.path == file.path }, "\(link.0)")
      }
      if let heading = link.2 {
        #expect(target.headings.contains(String(heading)), "\(paper.name): \(link.0)")
      }
    }
  }

  // MARK: README's tables

  private static func readme() throws -> Paper { try Paper("README.md") }

  /// What a command says of itself, in one line.
  private static func help(_ arguments: String...) throws -> String {
    try Command.run(arguments + ["--help", "--lang", "en"]).output.replacing(/\s+/, with: " ")
  }

  @Test func everyCommandHasARow() throws {
    let commands = try Self.help().matches(of: /kczg-check ([a-z]+) \[options\]/).map { $0.1 }
    try #require(commands.count > 5)
    let cells = try Self.readme().rows.compactMap(\.first)
    for command in commands {
      let named = try Regex("`[^`]*\\b\(command)\\b")
      #expect(cells.contains { $0.contains(named) }, "\(command)")
    }
  }

  @Test(arguments: ["check", "screen", "match"]) func everyFormatHasARow(command: String) throws {
    let help = try #require(try Self.help(command).firstMatch(of: /output: ([a-z, ]+) \(default/))
    let rows = try Self.readme().rows
    let header = try #require(rows.first { $0.contains(command) })
    let column = try #require(header.firstIndex(of: command))
    let ticked = rows.filter { $0.count == header.count && $0[column] == "✓" }
    #expect(
      ticked.map { $0[0].trimmingCharacters(in: ["`"]) }.sorted()
        == help.1.components(separatedBy: ", ").sorted())
  }

  @Test func everyExitStatusHasARow() throws {
    let help = try #require(try Self.help("check").firstMatch(of: /exit status: (.*?)\.\s/))
    let statuses = help.1.matches(of: /(?:^|; )(\d+)\s/).map { String($0.1) }
    #expect(statuses.count == 9)
    #expect(try Self.readme().rows.map { $0[0] }.filter { Int($0) != nil } == statuses)
  }
}
