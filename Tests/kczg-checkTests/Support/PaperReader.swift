import Foundation

@testable import TestSupport

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
