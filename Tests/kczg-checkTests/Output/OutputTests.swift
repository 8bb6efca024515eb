import Foundation
import Testing

@testable import TestSupport

/// Where the report goes, and what becomes of it when it cannot go there.
@Suite struct OutputTests {
  @Test(arguments: ["text", "json", "ndjson"]) func outputFileHoldsTheReport(format: String) throws
  {
    try withSamples { directory in
      let arguments = ["--format", format, "eligible.json", "invalid.json", "ineligible.json"]
      let shown = try Command.run(arguments, directory: directory)
      try directory.write("something longer than any report. " + shown.output, to: "out")
      let run = try Command.run(["--output", "out"] + arguments, directory: directory)
      #expect(run.status == shown.status)
      #expect(run.stdout.isEmpty)
      #expect(run.stderr == shown.stderr)
      #expect(try Data(contentsOf: directory.appendingPathComponent("out")) == shown.stdout)
      #expect(try names(in: directory).count == 5, "nothing is left beside it")
    }
  }

  /// The report would take the place of what it reports on.
  @Test func inputIsNoOutput() throws {
    try withSamples { directory in
      let rules = Package.fixture("command/small-rules")
      try FileManager.default.copyItem(at: rules, to: directory.appending(path: "rules"))
      try FileManager.default.createSymbolicLink(
        at: directory.appending(path: "link"),
        withDestinationURL: directory.appending(path: "eligible.json"))
      try FileManager.default.linkItem(
        at: directory.appending(path: "eligible.json"), to: directory.appending(path: "same"))
      let before = try directory.text(of: "eligible.json")
      let rule = try #require(
        try FileManager.default.contentsOfDirectory(atPath: directory.appending(path: "rules").path)
          .first { $0.hasSuffix(".json") })
      for arguments in [
        ["eligible.json", "eligible.json"], ["./eligible.json", "eligible.json"],
        ["link", "eligible.json"], ["same", "eligible.json"], ["eligible.json", "link"],
        ["eligible.json", "invalid.json", "eligible.json"], ["eligible.json", "."],
        ["rules/" + rule, "--rules", "rules", "eligible.json"],
      ] {
        for command in ["check", "screen", "match"] {
          let run = try Command.run(
            [command, "--output", arguments[0]] + arguments.dropFirst(), directory: directory)
          #expect(run.status == 64, "\(arguments)")
          #expect(run.stdout.isEmpty && run.errors.contains("[usage]"))
        }
      }
      let unit = try Command.run(
        ["screen", "--output", "invalid.json", "--recommender", "invalid.json", "eligible.json"],
        directory: directory)
      #expect(unit.status == 64)
      #expect(try directory.text(of: "eligible.json") == before)
    }
  }

  /// Nothing gives way to nothing; where a format tells of what it could not read, that is a report.
  @Test(arguments: ["text", "json", "ndjson", "html", "csv", "sarif"])
  func nothingReportedReplacesNothing(format: String) throws {
    try withSamples { directory in
      for (inputs, isTold) in [
        (["missing.json"], !["text", "json", "ndjson"].contains(format)),
        (["missing.json", "eligible.json"], true),
      ] {
        try directory.write("old", to: "out")
        let run = try Command.run(
          ["--format", format, "--output", "out"] + inputs, directory: directory)
        #expect(run.status == 66)
        #expect(try (old(in: directory) == "old") != isTold)
        #expect(try !names(in: directory).contains { $0.hasSuffix(".tmp") })
      }
      let shown = try Command.run(
        ["--format", format, "missing.json", "gone.json"], directory: directory)
      #expect(shown.status == 66)
      if format == "json" { #expect(shown.output.filter { !$0.isWhitespace } == "[]") }
    }
  }

  private func names(in directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  private func old(in directory: URL) throws -> String {
    try String(contentsOf: directory.appendingPathComponent("out"), encoding: .utf8)
  }

  @Test func outputThatCannotBeMadeIs74() throws {
    try withSamples { directory in
      for output in ["missing/out", "eligible.json/out", "."] {
        for file in ["eligible.json", "invalid.json", "missing.json"] {
          let run = try Command.run(["--output", output, file], directory: directory)
          #expect(run.status == 74, "\(output)")
          #expect(!run.errors.isEmpty)
          #expect(run.stdout.isEmpty)
        }
      }
    }
  }

  /// A limit on the size of files stands for a disk that fills up while the report is written.
  @Test func outputThatFailsHalfWayLeavesTheOldFile() throws {
    try withSamples { directory in
      try directory.write("old", to: "out")
      let line = Sample.oneLine(try Sample.ineligible())
      try directory.write(
        Array(repeating: line, count: 200).joined(separator: "\n"), to: "many.ndjson")
      for script in [
        #"trap '' XFSZ; ulimit -f 0; exec "$KCZG" --output out ineligible.json"#,
        #"trap '' XFSZ; ulimit -f 100; exec "$KCZG" --output out --format ndjson many.ndjson"#,
        #"trap '' XFSZ; ulimit -f 100; exec "$KCZG" --output out --format json many.ndjson"#,
      ] {
        let before = try names(in: directory)
        let run = try Command.shell(script, directory: directory)
        #expect(run.status == 74)
        #expect(!run.errors.isEmpty)
        #expect(try old(in: directory) == "old")
        #expect(try names(in: directory) == before, "nothing is left beside it")
      }
    }
  }

  @Test func outputIsNotTouchedBeforeTheReportIsWhole() throws {
    let line = Sample.oneLine(try Sample.ineligible()) + "\n"
    try withTemporaryDirectory { directory in
      try directory.write("old", to: "out")
      let child = try Command.start(
        ["--ndjson", "--format", "ndjson", "--output", "out", "-"], directory: directory)
      child.write(Data(String(repeating: line, count: 100).utf8))
      #expect(child.wait { $0.unreadInput == 0 })
      #expect(try old(in: directory) == "old")
      kill(child.process.processIdentifier, SIGKILL)
      let run = try child.finish()
      child.closeInput()
      #expect(run.signal == SIGKILL)
      #expect(try old(in: directory) == "old")
    }
  }

  /// Control-C, a polite kill, a closed terminal, and a defect of the program.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGILL]) func nothingIsLeftAfter(signal: Int32) throws
  {
    let line = Sample.oneLine(try Sample.ineligible()) + "\n"
    try withTemporaryDirectory { directory in
      try directory.write("old", to: "out")
      let child = try Command.start(
        ["--ndjson", "--format", "ndjson", "--output", "out", "-"], directory: directory)
      child.write(Data(String(repeating: line, count: 100).utf8))
      #expect(child.wait { $0.unreadInput == 0 })
      kill(child.process.processIdentifier, signal)
      let run = try child.finish()
      child.closeInput()
      #expect(signal == SIGILL ? run.status == 70 : run.signal == signal)
      #expect(try old(in: directory) == "old")
      #expect(try names(in: directory) == ["out"])
    }
  }

  @Test func badUsageLeavesTheOldFile() throws {
    try withSamples { directory in
      try directory.write("old", to: "out")
      for (options, status) in [
        (["--format", "xml"], 64), (["--rules", "missing"], 78),
      ] as [([String], Int32)] {
        let run = try Command.run(
          options + ["--output", "out", "eligible.json"], directory: directory)
        #expect(run.status == status)
        #expect(try old(in: directory) == "old")
      }
    }
  }

  /// The device is reached through a link, so that a program that replaces what it is pointed at
  /// does not replace the machine's own device.
  @Test func outputToAFullDeviceIs74() throws {
    try withSamples { directory in
      try FileManager.default.createSymbolicLink(
        atPath: directory.appendingPathComponent("full").path, withDestinationPath: "/dev/full")
      let run = try Command.run(["--output", "full", "eligible.json"], directory: directory)
      #expect(run.status == 74)
      #expect(!run.errors.isEmpty)
    }
  }

  @Test(arguments: [
    "eligible.json", "--format json eligible.json", "--format ndjson eligible.json",
    "--format json eligible.json ineligible.json",
    "--brief invalid.json eligible.json missing.json",
    "--format ndjson many.ndjson", "--help", "--version",
  ])
  func fullStandardOutputIs74(arguments: String) throws {
    try withSamples { directory in
      let line = Sample.oneLine(try Sample.ineligible())
      try directory.write(
        Array(repeating: line, count: 300).joined(separator: "\n"), to: "many.ndjson")
      let run = try Command.shell("\"$KCZG\" \(arguments) >/dev/full", directory: directory)
      #expect(run.status == 74)
      #expect(!run.errors.isEmpty)
    }
  }

  @Test func closedStandardOutputIs74() throws {
    try withSamples { directory in
      let run = try Command.shell("\"$KCZG\" ineligible.json >&-", directory: directory)
      #expect(run.status == 74)
    }
  }

  @Test(arguments: ["text", "json", "ndjson"]) func closedPipeEndsQuietly(format: String) throws {
    try withTemporaryDirectory { directory in
      let line = Sample.oneLine(try Sample.ineligible())
      try directory.write(
        Array(repeating: line, count: 200).joined(separator: "\n"), to: "many.ndjson")
      let run = try Command.shell(
        """
        { "$KCZG" --format \(format) many.ndjson 2>errors; echo $? >status; } | head -c 1 >/dev/null
        cat status errors
        """, directory: directory)
      // 141 is what a shell makes of SIGPIPE; after it comes what stood on standard error.
      #expect(run.output == "141\n")
      #expect(run.errors == "")
    }
  }

  /// Whoever starts the program may have ignored the signal, and that is inherited.
  @Test func closedPipeEndsTheProgramEvenIfTheSignalWasIgnored() throws {
    try withTemporaryDirectory { directory in
      let line = Sample.oneLine(try Sample.ineligible())
      try directory.write(
        Array(repeating: line, count: 200).joined(separator: "\n"), to: "many.ndjson")
      let run = try Command.shell(
        """
        trap '' PIPE
        { "$KCZG" --format ndjson many.ndjson 2>errors; echo $? >status; } | head -c 1 >/dev/null
        cat status errors
        """, directory: directory)
      #expect(run.output == "141\n")
    }
  }
}
