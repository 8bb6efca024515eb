import Foundation
import Testing

/// What README shows is what the program prints.
@Suite struct ReadmeTests {
  /// A block of README that begins with `$ command` and goes on with its output.
  struct Example: CustomTestStringConvertible {
    let command: String
    let output: String
    var testDescription: String { command }
  }

  static let file = Package.root.appending(path: "README.md")

  static func examples(in text: String) -> [Example] {
    text.components(separatedBy: "```console\n$ ").dropFirst().compactMap { block in
      guard let end = block.range(of: "\n```") else { return nil }
      let lines = block[..<end.lowerBound].split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Example(command: String(lines[0]), output: lines.count > 1 ? String(lines[1]) : "")
    }
  }

  /// With `UPDATE_README=1` the file is brought up to date; the test fails all the same, so that
  /// nobody does so by accident.
  @Test func examplesShowRealOutput() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let examples = Self.examples(in: text)
    #expect(examples.count > 5)
    var updated = text
    for example in examples {
      let run = try Command.shell(
        "PATH=$(dirname \"$KCZG\"):$PATH\n" + example.command, directory: Package.root)
      let output = run.output.hasSuffix("\n") ? String(run.output.dropLast()) : run.output
      #expect(!output.isEmpty, "an example that shows nothing: \(example.command)")
      #expect(
        output == example.output,
        "README is stale: run `UPDATE_README=1 swift test --filter ReadmeTests`")
      updated = updated.replacing(
        "$ \(example.command)\n\(example.output)\n```", with: "$ \(example.command)\n\(output)\n```"
      )
    }
    if ProcessInfo.processInfo.environment["UPDATE_README"] == "1" {
      try updated.write(to: Self.file, atomically: true, encoding: .utf8)
    }
  }

  @Test func everyExitStatusAndCodeIsDescribed() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    for status in [0, 1, 2, 64, 65, 66, 70, 74, 78] {
      #expect(text.contains("| \(status) |"), "exit status \(status)")
    }
  }
}
