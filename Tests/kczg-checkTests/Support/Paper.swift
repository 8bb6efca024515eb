import Foundation
import Testing

/// A Markdown file of the package, and the fenced blocks in it.
///
/// What a block is for is its info string; what the test must know besides and no reader needs
/// stands in comments directly above it, as `<!-- through: head -n 20 -->`.
struct Paper: CustomTestStringConvertible {
  /// A block between two fences.
  struct Block {
    let kind: String
    /// The comments above it, by their first word.
    let notes: [String: String]
    /// Of the first line between the fences, from 1.
    let line: Int
    let body: String
    /// Of the lines between the fences, in the paper's lines.
    fileprivate let lines: Range<Int>
  }

  /// The path in the package.
  let name: String
  let text: String
  let blocks: [Block]

  var testDescription: String { name }
  var file: URL { Package.root.appending(path: name) }

  /// Every Markdown file there is, in order.
  static let all: [Paper] = {
    let folders = ["Sources", "Tests", "rules", "samples"]
    let files = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: Package.root.appending(path: folder).path)?
        .compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
    }
    return (["README.md"] + files.sorted()).compactMap { try? Paper($0) }
  }()

  init(_ name: String) throws {
    self.name = name
    let text = try String(contentsOf: Package.root.appending(path: name), encoding: .utf8)
    self.text = text
    let lines = text.components(separatedBy: "\n")
    var blocks: [Block] = []
    var notes: [String: String] = [:]
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if let note = line.wholeMatch(of: /<!-- (\w+): (.*) -->/) {
        notes[String(note.1)] = String(note.2)
        continue
      }
      if line.hasPrefix("```") {
        let end = lines[index...].firstIndex(of: "```") ?? lines.count
        blocks.append(
          Block(
            kind: String(line.dropFirst(3)), notes: notes, line: index + 1,
            body: lines[index..<end].joined(separator: "\n"), lines: index..<end))
        index = end + 1
      }
      notes = [:]
    }
    self.blocks = blocks
  }

  /// The cells of its tables, row by row.
  var rows: [[String]] {
    text.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.components(separatedBy: "|").dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What a link calls its headings: in small letters, without punctuation.
  var headings: [String] {
    text.matches(of: /\n#+ (.*)/).map { heading in
      heading.1.lowercased().filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
        .replacing(" ", with: "-")
    }
  }

  /// The text with other bodies in its blocks.
  func text(with bodies: [String]) -> String {
    var lines = text.components(separatedBy: "\n")
    for (block, body) in zip(blocks, bodies).reversed() {
      lines.replaceSubrange(block.lines, with: body.components(separatedBy: "\n"))
    }
    return lines.joined(separator: "\n")
  }
}

extension Paper {
  /// What must hold of a block, besides what its body says.
  struct Fault: Error, CustomStringConvertible { let description: String }

  /// Does what a reader does who follows the paper from its beginning, in a folder that holds
  /// copies of `samples` and `rules`.
  struct Reader {
    let directory: URL

    init(in directory: URL) throws {
      self.directory = directory
      for folder in ["samples", "rules"] {
        try FileManager.default.copyItem(
          at: Package.root.appending(path: folder), to: directory.appending(path: folder))
      }
    }

    /// Follows one block, and gives the body that it should have.
    func follow(_ block: Block) throws -> String {
      if let command = block.notes["before"] {
        let run = try shell(command)
        guard run.status == 0 else { throw Fault(description: "\(command): \(run.errors)") }
      }
      switch block.kind {
      case "console":
        return try block.body.components(separatedBy: "\n$ ").enumerated().map { index, example in
          let command = String(
            example.prefix { $0 != "\n" }.dropFirst(index == 0 ? "$ ".count : 0))
          let output = try show(command, block.notes)
          return index == 0 ? "$ \(command)\n\(output)" : "\(command)\n\(output)"
        }.joined(separator: "\n$ ")
      case "sh":
        // What needs the toolchain is for `.ci/run`.
        for command in block.body.components(separatedBy: "\n")
        where !command.contains("swift ") {
          let run = try shell(command)
          // Less is a verdict.
          guard run.status < 64 else { throw Fault(description: "\(command): \(run.errors)") }
        }
      case "json":
        guard let name = block.notes["file"] else {
          throw Fault(description: "JSON that nothing reads: a note “file” is missing")
        }
        let file = directory.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((block.body + "\n").utf8).write(to: file)
      case "swift", "text":
        break  // compiled by the tests of the library; a picture
      default:
        throw Fault(description: "a block of a kind that nothing checks: \(block.kind)")
      }
      return block.body
    }

    /// What a terminal would show, or the part of it that the paper shows.
    private func show(_ command: String, _ notes: [String: String]) throws -> String {
      var script = "{ \(command)\n} 2>&1"
      if let answers = notes["answers"] {
        let lines = answers.components(separatedBy: " | ").map { $0 + "\n" }.joined()
        try Data(lines.utf8).write(to: directory.appending(path: ".answers"))
        script += " <.answers"
      }
      if let filter = notes["through"] { script += " | { \(filter)\n}" }
      let run = try shell(script)
      guard !run.output.isEmpty, run.errors.isEmpty else {
        throw Fault(description: "an example that shows nothing: \(command) \(run.errors)")
      }
      return run.output.hasSuffix("\n") ? String(run.output.dropLast()) : run.output
    }

    private func shell(_ script: String) throws -> Run {
      try Command.shell(
        "PATH=$(dirname \"$KCZG\"):$PATH\n" + script, directory: directory,
        environment: ["HOME": directory.path])
    }
  }
}
