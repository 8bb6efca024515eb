import Foundation
import Testing

@testable import TestSupport

/// A program whose built-in rules do not fit says where, and gives no verdict.
@Suite struct CorruptedRulesTests {
  /// A copy of the program in which some bytes of the rules are others.
  private func corrupted(
    _ old: String, _ new: String, in directory: URL, run arguments: [String]
  ) throws -> Run {
    var program = try Data(contentsOf: Command.executable)
    let bytes = Data(old.utf8)
    try #require(bytes.count == new.utf8.count)
    var count = 0
    var start = program.startIndex
    while let range = program.range(of: bytes, in: start..<program.endIndex) {
      program.replaceSubrange(range, with: Data(new.utf8))
      start = range.upperBound
      count += 1
    }
    try #require(count > 0, "\(old) is not built in")
    let file = directory.appendingPathComponent("kczg-check")
    try program.write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return try Child(file, arguments, directory: Package.root, hasInput: false).finish()
  }

  private static let sample = "samples/national-incubation-pass.json"

  @Test(arguments: [
    ["--lang", "en", sample], ["check", "--format", "json", "--lang", "en", sample],
    ["screen", "--lang", "en", sample], ["rules", "--lang", "en"],
    ["explain", "--lang", "en", "9.5"], ["init", "--type", "incubation", "--lang", "en"],
  ])
  func endTheProgram(arguments: [String]) throws {
    try withTemporaryDirectory { directory in
      let run = try corrupted(
        #"{"fact": "incubation.officeArea""#, #"{"fact": "incubation.officeAera""#,
        in: directory, run: arguments)
      #expect(run.status == 70)
      #expect(run.output == "")
      let told = run.errorLines.filter { $0.hasPrefix("rules/") }
      #expect(!told.isEmpty)
      for line in told {
        #expect(
          line.wholeMatch(
            of:
              #/rules/[a-z0-9-]+\.json:\d+:\d+: error: the vocabulary has no fact "incubation\.officeAera".* \[rule-unknown-fact\]/#
          ) != nil, "\(line)")
      }
      #expect(told.contains { $0.hasPrefix("rules/national-2022.json:") })
      #expect(run.errorLines.last?.hasSuffix("[internal]") == true)
    }
  }

  /// The file that is told, and the place in it.
  @Test func placeIsThatOfTheFile() throws {
    let text = try String(
      contentsOf: Package.root.appendingPathComponent("rules/national-2022.json"),
      encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains(#"{"fact": "incubation.officeArea""#) })
    let column = try #require(lines[line].range(of: #""incubation"#)).lowerBound
    let place =
      "\(line + 1):\(lines[line][..<column].unicodeScalars.count + 1)"
    try withTemporaryDirectory { directory in
      let run = try corrupted(
        #"{"fact": "incubation.officeArea""#, #"{"fact": "incubation.officeAera""#,
        in: directory, run: [Self.sample])
      #expect(run.errors.contains("rules/national-2022.json:\(place): error: "))
    }
  }

  /// What is in the vocabulary counts too.
  @Test func vocabulary() throws {
    try withTemporaryDirectory { directory in
      let run = try corrupted(
        #""scale": "best-first""#, #""scale": "best-fisrt""#,
        in: directory, run: [Self.sample])
      #expect(run.status == 70)
      #expect(run.output == "")
      #expect(run.errors.contains("rules/vocabulary.json:"))
    }
  }
}
