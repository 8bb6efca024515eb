import Foundation
import Testing

@testable import TestSupport

/// The exit status: what each one means, what comes first, and what is done before it.
@Suite struct CommandTests {
  @Test(
    arguments: [
      (["eligible.json"], 0),
      (["ineligible.json"], 1),
      (["undetermined.json"], 2),
      (["invalid.json"], 65),
      (["missing.json"], 66),
      (["eligible.json", "eligible.json"], 0),
      (["eligible.json", "ineligible.json"], 1),
      (["ineligible.json", "eligible.json"], 1),
      (["eligible.json", "undetermined.json"], 2),
      (["undetermined.json", "eligible.json"], 2),
      (["undetermined.json", "ineligible.json"], 1),
      (["ineligible.json", "undetermined.json"], 1),
      (["invalid.json", "ineligible.json"], 65),
      (["ineligible.json", "invalid.json", "undetermined.json"], 65),
      (["missing.json", "eligible.json"], 66),
      (["eligible.json", "missing.json"], 66),
      (["missing.json", "invalid.json"], 66),
      (["invalid.json", "missing.json", "ineligible.json"], 66),
    ] as [([String], Int32)])
  func worstInputDecides(files: [String], status: Int32) throws {
    try withSamples { directory in
      for format in ["json", "text", "ndjson"].sampled(1) {
        let run = try Command.run(["--format", format] + files, directory: directory)
        #expect(run.status == status, "\(format): \(run.errors)")
      }
      let brief = try Command.run(["--brief"] + files, directory: directory)
      #expect(brief.status == status)
      let named = try Command.run(["check"] + files, directory: directory)
      #expect(named.status == status)
    }
  }

  @Test func goodRunSaysNothingOnStandardError() throws {
    try withSamples { directory in
      for file in ["eligible.json", "ineligible.json", "undetermined.json"] {
        let run = try Command.run([file], directory: directory)
        #expect(run.errors == "")
        #expect(!run.stdout.isEmpty)
      }
    }
  }

  @Test func checkIsTheDefaultCommand() throws {
    try withSamples { directory in
      let short = try Command.run(["ineligible.json"], directory: directory)
      let long = try Command.run(["check", "ineligible.json"], directory: directory)
      #expect(short.stdout == long.stdout)
      #expect(short.status == long.status)
    }
  }

  // MARK: 66

  @Test func missingInputIsNamedAndTheOthersAreReportedOn() throws {
    try withSamples { directory in
      let run = try Command.run(
        ["--format", "ndjson", "eligible.json", "missing.json", "ineligible.json"],
        directory: directory)
      #expect(run.status == 66)
      #expect(run.errors.contains("missing.json"))
      let reports = try run.reportLines()
      #expect(
        reports.filter { $0.verdict != "invalid" }.map(\.application.source)
          == ["eligible.json", "ineligible.json"])
    }
  }

  @Test func inputBelowAFileCannotBeRead() throws {
    try withSamples { directory in
      let run = try Command.run(["eligible.json/a.json"], directory: directory)
      #expect(run.status == 66)
      #expect(!run.errors.isEmpty)
    }
  }

  @Test(arguments: ["", "\n", "\n\n\r\n\n"])
  func linesWithoutAnApplicationAreNoInput(text: String) throws {
    try withSamples { directory in
      try directory.write(text, to: "empty.ndjson")
      let file = try Command.run(["empty.ndjson"], directory: directory)
      #expect(file.status == 66)
      #expect(file.errors.contains("empty.ndjson"))
      let stream = try Command.run(["--ndjson", "-"], input: Data(text.utf8))
      #expect(stream.status == 66)
      #expect(stream.errors.contains("<stdin>"))
      let mixed = try Command.run(["empty.ndjson", "ineligible.json"], directory: directory)
      #expect(mixed.status == 66)
    }
  }

  @Test func directoryWithoutAnApplicationIsNoInput() throws {
    try withTemporaryDirectory { directory in
      let empty = directory.appendingPathComponent("empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
      try empty.write(Sample.eligible(), to: "eligible.txt")
      let run = try Command.run(["empty"], directory: directory)
      #expect(run.status == 66)
      #expect(run.errors.contains("empty"))
    }
  }

  /// An empty file holds no application, and an empty text is no JSON: either status says so.
  @Test func emptyFileIsAnError() throws {
    try withTemporaryDirectory { directory in
      try directory.write("", to: "empty.json")
      let run = try Command.run(["empty.json"], directory: directory)
      #expect([65, 66].contains(run.status))
      #expect(run.errors.contains("empty.json"))
    }
  }

  // MARK: 64

  static let badUsage: [[String]] = [
    ["--nonsense", "FILE"], ["check", "--nonsense", "FILE"], ["-q", "FILE"],
    ["--nonsense=1", "FILE"], ["--Brief", "FILE"],
    ["--rulebook", "nowhere", "FILE"], ["--rulebook=", "FILE"],
    ["--rulebook", "national", "--rulebook", "nowhere", "FILE"],
    ["--type", "colaboration", "FILE"], ["--type=", "FILE"], ["--type", "Incubation", "FILE"],
    ["--format", "xml", "FILE"], ["--format", "JSON", "FILE"], ["--format=", "FILE"],
    ["--date", "2022-02-30", "FILE"], ["--date", "2022/5/20", "FILE"],
    ["--date", "2022年5月20日", "FILE"], ["--date", "yesterday", "FILE"], ["--date=", "FILE"],
    ["--date", "0000-01-01", "FILE"],
    ["--lang", "fr", "FILE"], ["--color", "sometimes", "FILE"],
  ]

  @Test(arguments: badUsage) func badUsageIsRefused(arguments: [String]) throws {
    try withSamples { directory in
      for file in ["invalid.json", "eligible.json", "missing.json"].sampled(1) {
        let actual = arguments.map { $0 == "FILE" ? file : $0 }
        let run = try Command.run(actual, directory: directory)
        #expect(run.status == 64, "\(actual)")
        #expect(run.stdout.isEmpty)
        #expect(!run.errors.isEmpty)
        #expect(run.shownDiagnostics.isEmpty, "an input was read")
      }
    }
  }

  @Test(arguments: [
    [], ["check"], ["--"], ["check", "--"], ["--brief"], ["--format", "json"], ["--format"],
    ["eligible.json", "--format"], ["eligible.json", "--rulebook"], ["eligible.json", "--date"],
    ["eligible.json", "--type"], ["eligible.json", "--output"], ["eligible.json", "--rules"],
    ["eligible.json", "--lang"], ["eligible.json", "--color"],
  ])
  func missingFileOrValueIsRefused(arguments: [String]) throws {
    try withSamples { directory in
      let run = try Command.run(arguments, directory: directory)
      #expect(run.status == 64)
      #expect(run.stdout.isEmpty)
      #expect(!run.errors.isEmpty)
    }
  }

  /// The input never ends, so a program that read it first would never end either.
  @Test(
    arguments: [
      (["--format", "xml", "-"], 64), (["--nonsense", "-"], 64), (["--date", "today?", "-"], 64),
      (["--type", "x", "--ndjson", "-"], 64), (["--rules", "missing", "-"], 78),
    ] as [([String], Int32)])
  func usageAndRulesAreCheckedBeforeInputIsRead(arguments: [String], status: Int32) throws {
    try withTemporaryDirectory { directory in
      let child = try Command.start(arguments, directory: directory)
      let run = try child.finish(seconds: 60)
      child.closeInput()
      #expect(run.status == status)
      #expect(run.stdout.isEmpty)
    }
  }

  /// The contract: 65 where the application names the type, 64 where an option does.
  @Test func baseTypeThatNoChosenRulebookHas() throws {
    let rules = Package.fixture("command/small-rules").path
    try withTemporaryDirectory { directory in
      let text = #"{"staff": {"fullTime": 7}, "baseType": "incubation"}"#
      try directory.write(text, to: "a.json")
      let own = try Command.run(
        ["--rules", rules, "--format", "json", "a.json"], directory: directory)
      #expect(own.status == 65)
      #expect(own.shownDiagnostics.map(\.code) == ["inconsistent"])
      #expect(own.shownDiagnostics.map { "\($0.line):\($0.column)" } == ["1:40"])
      #expect(try own.report().verdict == "invalid")
      let chosen = try Command.run(
        ["--rules", rules, "--type", "incubation", "a.json"], directory: directory)
      #expect(chosen.status == 64)
      #expect(chosen.stdout.isEmpty)
    }
  }

  // MARK: 78

  @Test func rulesThatCannotBeReadAreRefused() throws {
    try withSamples { directory in
      for rules in ["missing", "eligible.json"] {
        for file in ["eligible.json", "missing.json", "invalid.json"] {
          let run = try Command.run(["--rules", rules, file], directory: directory)
          #expect(run.status == 78)
          #expect(run.stdout.isEmpty)
          #expect(run.errors.contains(rules))
          #expect(!run.errors.contains("[unknown-code]"), "an input was read")
        }
      }
    }
  }

  /// Faults that a rulebook can have: what is replaced, by what, and after which id.
  static let faults: [(name: String, pattern: String, replacement: String, anchor: String)] = [
    ("a misspelt fact", #""staff\.fullTime""#, #""staff.fullTimes""#, #""8.5.a""#),
    ("an unknown operator", #""isAtLeast"\s*:\s*50"#, #""isAtLeats": 50"#, #""8.5.a""#),
    (
      "a number where a date is", #""isAtLeast"\s*:\s*50"#, #""isAtLeast": "2022-05-20""#,
      #""8.5.a""#
    ),
    ("a clause id twice", #""8\.5""#, #""8.4""#, #""8.4""#),
    ("an unknown basis", #""measured""#, #""mesured""#, #""8.5.a""#),
    ("broken syntax", #""isAtLeast"\s*:\s*50"#, #""isAtLeast": 5O"#, #""8.5.a""#),
    ("a key twice", #""isAtLeast"\s*:\s*50"#, #""isAtLeast": 50, "isAtLeast": 50"#, #""8.5.a""#),
  ]

  @Test(arguments: faults.indices) func faultInARulebookIsShownWhereItStands(index: Int) throws {
    let fault = Self.faults[index]
    try withSamples { directory in
      let rules = try RulesCopy(in: directory)
      let line = try rules.replace(
        fault.pattern, with: fault.replacement, after: fault.anchor)
      for file in ["missing.json", "eligible.json"].sampled(1) {
        let run = try Command.run(["--rules", "rules", file], directory: directory)
        #expect(run.status == 78, "\(fault.name)")
        #expect(run.stdout.isEmpty)
        let shown = run.shownDiagnostics
        #expect(shown.allSatisfy { $0.file.hasSuffix("national-2022.json") })
        #expect(shown.allSatisfy { $0.code.hasPrefix("rule-") })
        #expect(
          shown.contains { $0.line == line && $0.severity == "error" },
          "\(fault.name) in line \(line): \(run.errors)")
        let source = try Data(contentsOf: rules.file("national-2022.json"))
        #expect(
          caretFaults(in: run.errorLines, file: shown.first?.file ?? "", source: source) == [])
      }
    }
  }

  @Test func missingTranslationInARulebookIsAnError() throws {
    try withSamples { directory in
      let rules = try RulesCopy(in: directory)
      let line = try rules.replace(#""en""#, with: #""e""#, after: #""8.5.a""#)
      let run = try Command.run(["--rules", "rules", "eligible.json"], directory: directory)
      #expect(run.status == 78)
      #expect(run.shownDiagnostics.contains { abs($0.line - line) <= 1 })
      #expect(run.shownDiagnostics.allSatisfy { $0.code.hasPrefix("rule-") })
    }
  }

  @Test func faultsInAllRulebooksAreShownAtOnce() throws {
    try withSamples { directory in
      let rules = try RulesCopy(in: directory)
      let first = try rules.replace(
        #""staff\.fullTime""#, with: #""staff.fullTimes""#, after: #""8.5.a""#)
      let second = try rules.replace(
        #""applicant\.registeredOn""#, with: #""applicant.registered""#, after: #""8.7.b""#)
      let third = try rules.replace(
        #""staff\.fullTime""#, with: #""staff.fulltime""#, after: #""4.5.a""#, in: "henan.json")
      let run = try Command.run(["--rules", "rules", "eligible.json"], directory: directory)
      #expect(run.status == 78)
      let shown = Set(
        run.shownDiagnostics.map { "\(($0.file as NSString).lastPathComponent):\($0.line)" })
      #expect(
        shown.isSuperset(of: [
          "national-2022.json:\(first)", "national-2022.json:\(second)", "henan.json:\(third)",
        ]))
    }
  }

  @Test func vocabularyThatIsNoJSONIsRefused() throws {
    try withSamples { directory in
      let rules = try RulesCopy(in: directory)
      try Data("{".utf8).write(to: rules.file("vocabulary.json"))
      let run = try Command.run(["--rules", "rules", "eligible.json"], directory: directory)
      #expect(run.status == 78)
      #expect(run.shownDiagnostics.contains { $0.file.hasSuffix("vocabulary.json") })
      #expect(run.shownDiagnostics.allSatisfy { $0.code.hasPrefix("rule-") })
    }
  }

  // MARK: 70

  /// On x86 a trap raises SIGILL, on ARM SIGTRAP. What matters is that a byte of input has been
  /// taken: then the program has started and waits for more.
  @Test(arguments: [SIGILL, SIGTRAP], [["-"], ["--ndjson", "--format", "ndjson", "-"]])
  func trapIsOneLineAndStatus70(signal: Int32, arguments: [String]) throws {
    try withTemporaryDirectory { directory in
      let child = try Command.start(arguments, directory: directory)
      child.write(Data("\n".utf8))
      #expect(child.wait { $0.unreadInput == 0 })
      kill(child.process.processIdentifier, signal)
      let run = try child.finish(seconds: 60)
      child.closeInput()
      #expect(run.signal == nil)
      #expect(run.status == 70)
      #expect(run.errorLines.count == 1, "\(run.errors)")
      #expect(run.errors.hasSuffix("\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [])
    }
  }
}
