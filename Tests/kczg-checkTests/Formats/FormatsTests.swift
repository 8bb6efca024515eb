import Foundation
import Testing

@testable import TestSupport

/// What all formats for documents and machines have in common.
@Suite struct FormatsTests {
  static let formats = ["markdown", "html", "csv", "junit", "sarif", "github", "tap"]

  /// Reads the output as its format asks.
  static func read(_ run: Run, as format: String) throws {
    switch format {
    case "markdown": _ = try Markdown(run.output)
    case "html": _ = try run.page()
    case "csv": _ = try CSV(run.stdout)
    case "junit": _ = try JUnit(run.stdout)
    case "sarif": _ = try SARIF(run.stdout)
    case "tap": _ = try TAP(run.stdout)
    default:
      // Wherever it is read there is something to annotate.
      try #require(!run.outputLines.isEmpty)
      for line in run.outputLines { #expect(WorkflowCommand(line) != nil, "\(line)") }
    }
  }

  @Test(arguments: formats) func everyInputIsInOneDocument(format: String) throws {
    try withSamples { directory in
      let folder = directory.appendingPathComponent("folder")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try folder.write(Sample.undetermined(), to: "inner.json")
      let lines = try [Sample.ineligible(), Sample.eligible(), Sample.invalid()]
        .map(Sample.oneLine)
      try directory.write(lines.joined(separator: "\n"), to: "many.ndjson")
      let files = ["ineligible.json", "folder", "many.ndjson", "invalid.json", "missing.json"]
      let run = try Command.run(["--format", format] + files, directory: directory)
      #expect(run.status == 66)
      try Self.read(run, as: format)
      for name in ["ineligible.json", "inner.json", "many.ndjson", "invalid.json", "missing.json"] {
        #expect(run.output.contains(name), "\(name)")
      }
      // Diagnostics still go to standard error.
      #expect(run.shownDiagnostics.map(\.file) == ["many.ndjson", "invalid.json"])
      #expect(run.errors.contains("missing.json: error:"))
    }
  }

  @Test(arguments: formats) func nothingButBadInputIsADocumentToo(format: String) throws {
    // A page that is all one application's is not written without it.
    let inputs = (format == "html" ? [] : [["missing.json"]]) + [["--ndjson", "-"]]
    for arguments in inputs {
      let run = try Command.run(["--format", format] + arguments, input: Data("\n\n".utf8))
      #expect(run.status == 66)
      try Self.read(run, as: format)
      let name = arguments.last == "-" ? "stdin" : "missing.json"
      #expect(run.output.contains(name), "\(run.output)")
    }
  }

  @Test(arguments: formats.sampled(2)) func outputIsTheSameEveryTime(format: String) throws {
    let line = try Sample.oneLine(Sample.ineligible())
    // More than one thread has work with so many.
    let input = Data(Array(repeating: line, count: 150).joined(separator: "\n").utf8)
    let arguments = ["--format", format, "--ndjson", "-"]
    let first = try Command.run(arguments, input: input)
    #expect(first.status == 1)
    #expect(try Command.run(arguments, input: input).stdout == first.stdout)
  }

  /// Lines go to many threads; what is said of them stays in the file's order.
  @Test(arguments: formats.sampled(2)) func manyLinesStayInOrder(format: String) throws {
    let changes = "{\(Candidate.shortOfStaff)}"
    let input = try (1...250).map { try Candidate.text($0, changes) }.joined(separator: "\n")
    let run = try Command.run(
      ["--format", format, "--brief", "--ndjson", "-"], input: Data((input + "\n").utf8))
    let numbers =
      switch format {
      case "sarif": try SARIF(run.stdout).results.compactMap { $0.locations[0].region?.startLine }
      case "github":
        run.outputLines.compactMap { $0.firstMatch(of: #/,line=(\d+)/#).flatMap { Int($0.1) } }
      case "junit", "tap":
        run.output.matches(of: #/stdin(?:>|&gt;):(\d+)/#).compactMap { Int($0.1) }
      case "html":
        try run.page().all("article").compactMap { Int($0.all("h2")[0].trimmed.filter(\.isNumber)) }
      default: run.output.matches(of: #/第(\d+)研究院/#).compactMap { Int($0.1) }
      }
    #expect(Set(numbers).count == 250)
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func unknownFormatIsRefusedWithThoseThatThereAre() throws {
    let run = try Command.run(["--format", "sarrif", "--lang", "en", "a.json"])
    #expect(run.status == 64)
    #expect(run.stdout.isEmpty)
    let message = try #require(run.errorLines.first)
    #expect(message.contains("did you mean sarif?"))
    for format in ["text", "json", "ndjson"] + Self.formats {
      #expect(message.contains(format))
    }
  }

  // MARK: --fail-on

  @Test func undeterminedIsNoFailureWithFailOnFail() throws {
    try withSamples { directory in
      for (file, plain, lenient) in [
        ("eligible", 0, 0), ("undetermined", 2, 0), ("ineligible", 1, 1), ("invalid", 65, 65),
        ("missing", 66, 66),
      ] as [(String, Int32, Int32)] {
        for format in ["text", "json", "html", "junit"].sampled(2) {
          let arguments = ["--format", format, "\(file).json"]
          let usual = try Command.run(arguments, directory: directory)
          let named = try Command.run(arguments + ["--fail-on", "unknown"], directory: directory)
          let other = try Command.run(arguments + ["--fail-on=fail"], directory: directory)
          #expect(usual.status == plain)
          #expect(named.status == plain)
          #expect(named.stdout == usual.stdout, "unknown is the default")
          #expect(other.status == lenient, "\(file) \(format)")
        }
      }
      for options in [[], ["--format", "html"], ["--format", "json"]].sampled(1) {
        for command in ["check", "screen"] {
          let both = [command, "--fail-on", "fail", "undetermined.json", "eligible.json"]
          #expect(try Command.run(both + options, directory: directory).status == 0)
          let all = both + options + ["ineligible.json"]
          #expect(try Command.run(all, directory: directory).status == 1)
        }
      }
    }
  }

  @Test(arguments: ["pass", "", "FAIL"]) func failOnTakesTwoWords(word: String) throws {
    let run = try Command.run(["--fail-on", word, "a.json"])
    #expect(run.status == 64)
    #expect(run.errorLines.first?.contains("fail, unknown") == true)
  }
}
