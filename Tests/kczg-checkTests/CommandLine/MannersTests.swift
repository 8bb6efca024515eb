import Foundation
import Testing

@testable import TestSupport

/// Colour, strictness, help, and how options are written.
@Suite struct MannersTests {
  // MARK: --color

  @Test(
    arguments: [
      (["--color", "always"], [:], true),
      (["--color=always"], ["TERM": "xterm-256color"], true),
      ([], [:], false),
      (["--color", "auto"], [:], false),
      (["--color", "auto"], ["NO_COLOR": "1"], false),
      (["--color", "never"], [:], false),
      (["--color", "always", "--format", "json"], [:], false),
      (["--color", "always", "--format", "ndjson"], [:], false),
    ] as [([String], [String: String], Bool)])
  func colourInAPipe(options: [String], environment: [String: String], expected: Bool) throws {
    try withSamples { directory in
      let run = try Command.run(
        options + ["ineligible.json"], directory: directory, environment: environment)
      #expect(run.status == 1)
      #expect(run.stdout.contains(0x1B) == expected)
      #expect(run.errors == "")
    }
  }

  @Test(
    arguments: [
      ([], [:], true),
      ([], ["NO_COLOR": ""], true),
      ([], ["NO_COLOR": "1"], false),
      (["--color", "auto"], ["NO_COLOR": "0"], false),
      (["--color", "never"], [:], false),
    ] as [([String], [String: String], Bool)])
  func colourOnATerminal(options: [String], environment: [String: String], expected: Bool) throws {
    try withSamples { directory in
      let run = try Command.runOnTerminal(
        options + ["ineligible.json"], directory: directory,
        environment: environment.merging(["TERM": "xterm-256color"]) { $1 })
      #expect(run.status == 1)
      #expect(!run.stdout.isEmpty)
      #expect(run.stdout.contains(0x1B) == expected)
    }
  }

  // MARK: --strict

  @Test func strictMakesWarningsErrors() throws {
    let text = try Sample.text(
      "collaboration", replacing: [#""site":"#: #""sit":"#])
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      let lenient = try Command.run(["--format", "json", "a.json"], directory: directory)
      #expect(lenient.status == 0)
      #expect(lenient.shownDiagnostics.map(\.severity) == ["warning"])
      let strict = try Command.run(
        ["--strict", "--format", "json", "a.json"], directory: directory)
      #expect(strict.status == 65)
      #expect(strict.shownDiagnostics.map(\.severity) == ["error"])
      #expect(try strict.report().verdict == "invalid")
      #expect(try strict.report().rulebooks.isEmpty)
    }
  }

  // MARK: --help, --version, --

  @Test(arguments: [["--help"], ["check", "--help"], ["--help", "missing.json"]])
  func helpNamesEveryOption(arguments: [String]) throws {
    let run = try Command.run(arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    for option in [
      "--rulebook", "--type", "--date", "--format", "--brief", "--lang", "--rules", "--output",
      "--color", "--strict", "--ndjson", "--help", "--version",
    ] {
      #expect(run.output.contains(option), "\(option)")
    }
  }

  @Test(
    arguments: [
      (["-h"], 64, "--help"), (["-v", "a.json"], 64, "--verbose 或 --version"),
      (["-o", "x", "a.json"], 64, "--output"), (["help"], 66, "kczg-check --help"),
      (["version"], 66, "kczg-check --version"), (["scren"], 66, "kczg-check screen"),
    ] as [([String], Int32, String)])
  func whatWasMeantIsTold(arguments: [String], status: Int32, meant: String) throws {
    try withTemporaryDirectory { directory in
      let run = try Command.run(arguments, directory: directory)
      #expect(run.status == status)
      #expect(run.errorLines.first?.contains("是否应为 \(meant)？") == true, "\(run.errors)")
    }
  }

  /// Somebody at a terminal is told what is waited for; a pipe is not.
  @Test func standardInputThatIsATerminal() throws {
    try withTemporaryDirectory { directory in
      let text = #"{"programme": "national", "baseType": "collaboration"}"# + "\n"
      let session = try TerminalSession(["--brief", "-"], directory: directory)
      session.type(text + "\u{4}")
      #expect(session.finish() == 2)
      #expect(session.text.contains("<stdin>: 请输入或粘贴 JSON，完后另起一行按 Ctrl-D\n"))
      let run = try Command.run(["--brief", "-"], input: Data(text.utf8), directory: directory)
      #expect(run.status == 2 && run.errors == "")
    }
  }

  @Test func versionIsShown() throws {
    let run = try Command.run(["--version"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains(#/\d/#))
  }

  @Test func afterTwoHyphensEverythingIsAFile() throws {
    try withSamples { directory in
      try directory.write(Sample.ineligible(), to: "--brief")
      try directory.write(Sample.ineligible(), to: "-x.json")
      for arguments in [
        ["--", "--brief"], ["check", "--", "-x.json"], ["--brief", "--", "-x.json"],
      ] {
        let run = try Command.run(arguments, directory: directory)
        #expect(run.status == 1, "\(arguments): \(run.errors)")
      }
    }
  }

  @Test func valueAfterAnEqualsSignIsTheSame() throws {
    try withSamples { directory in
      let apart = try Command.run(
        [
          "--rulebook", "national", "--type", "collaboration", "--date", "2022-06-01",
          "--format", "json", "--lang", "en", "--color", "never", "ineligible.json",
        ], directory: directory)
      let joined = try Command.run(
        [
          "--rulebook=national", "--type=collaboration", "--date=2022-06-01", "--format=json",
          "--lang=en", "--color=never", "ineligible.json",
        ], directory: directory)
      #expect(apart.status == 1)
      #expect(apart.stdout == joined.stdout)
      #expect(joined.status == 1)
    }
  }

  @Test func valueMayHoldAnEqualsSign() throws {
    try withSamples { directory in
      let run = try Command.run(["--output=a=b.txt", "eligible.json"], directory: directory)
      #expect(run.status == 0)
      #expect(FileManager.default.fileExists(atPath: directory.path + "/a=b.txt"))
    }
  }
}
