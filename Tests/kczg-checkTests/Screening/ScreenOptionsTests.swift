import Foundation
import Testing

@testable import TestSupport

/// What the options of a screening do, where it goes, and what is shown on the way.
@Suite struct ScreenOptionsTests {
  @Test func stagesAddClausesAndRulebooks() throws {
    let files: [File] = [("a.json", try Candidate.text(1))]
    func ids(_ options: String...) throws -> [String] {
      try withFiles(files) { directory in
        try Command.run(
          ["screen", "--format", "json"] + options + ["a.json"], directory: directory
        ).screening().candidates.flatMap(\.rulebooks).flatMap { rulebook in
          rulebook.clauses.map { "\(rulebook.id) \($0.id)" }
        }
      }
    }
    let basic = try ids()
    #expect(basic == (0...8).map { "national-2022 8.\($0)" })
    #expect(try ids("--stage", "eligibility") == basic)
    let annual = ["national-2022 15.3", "national-2022 15.4"]
    #expect(try ids("--stage", "annual") == annual)
    let submission = try ids("--stage=submission")
    #expect(submission.first == "national-2022 11")
    #expect(submission.contains { $0.hasPrefix("national-2022-call ") })
    let all = try ids("--stage", "all")
    #expect(Set(all) == Set(basic + submission + annual))
    #expect(try ids("--stage", "annual", "--stage", "submission", "--stage", "eligibility") == all)
  }

  @Test func typeAndRulebookAreThoseOfTheOptions() throws {
    let files: [File] = [
      ("a.json", try Candidate.text(1)),
      ("b.json", try Candidate.text(2, #"{"programme": "henan", "baseType": "incubation"}"#)),
    ]
    let (_, typed) = try screen(files, "--type", "international")
    for candidate in typed.candidates { #expect(candidate.baseType == "international") }
    #expect(typed.candidate("a.json")?.rulebooks.first?.clauses.first?.id == "10.0")
    #expect(typed.candidate("b.json")?.rulebooks.first?.clauses.last?.id == "6.8")
    let (_, chosen) = try screen(files, "--rulebook", "henan", "--rulebook=national")
    for candidate in chosen.candidates {
      #expect(candidate.rulebooks.map(\.id) == ["henan", "national-2022"])
    }
    let (_, own) = try screen(files)
    #expect(own.candidate("a.json")?.rulebooks.map(\.id) == ["national-2022"])
    #expect(own.candidate("b.json")?.rulebooks.map(\.id) == ["henan"])
  }

  @Test func dateStandsInForTheApplications() throws {
    let files: [File] = [
      ("a.json", try Candidate.text(1)),
      ("b.json", try Candidate.text(2, #"{"applicationDate": null}"#)),
    ]
    let (early, report) = try screen(files, "--rulebook", "henan", "--date", "2019-03-11")
    #expect(early.status == 1)
    for candidate in report.candidates {
      #expect(candidate.obstacles == ["4.7 fail"])
      let gaps = candidate.rulebooks.flatMap(\.clauses).flatMap(\.gaps)
      #expect(gaps.map(\.shortfall) == ["2019-03-12"])
    }
    let (day, _) = try screen(files, "--rulebook", "henan", "--date=2019-03-12")
    #expect(day.status == 0)
    let (without, _) = try screen(files, "--rulebook", "henan")
    #expect(without.status == 2)
  }

  @Test func strictMakesWarningsErrors() throws {
    let files: [File] = [
      ("a.json", try Candidate.text(1, #"{"sit": "x"}"#)), ("b.json", try Candidate.text(2)),
    ]
    let (lenient, first) = try screen(files)
    #expect(lenient.status == 0)
    #expect(lenient.shownDiagnostics.map(\.severity) == ["warning"])
    #expect(first.candidate("a.json")?.warnings == 1)
    let (strict, second) = try screen(files, "--strict")
    #expect(strict.status == 65)
    #expect(strict.shownDiagnostics.map(\.severity) == ["error"])
    #expect(second.candidate("a.json")?.verdict == "invalid")
    #expect(second.candidate("a.json")?.rulebooks.isEmpty == true)
    #expect(second.candidate("b.json")?.verdict == "eligible")
  }

  @Test func rulesOfADirectoryAreUsed() throws {
    let rules = Package.fixture("command/small-rules").path
    let files: [File] = [("7", 7), ("6", 6), ("8", 8)].map { name, count in
      ("\(name).json", #"{"baseType": "collaboration", "staff": {"fullTime": \#(count)}}"#)
    }
    let (run, report) = try screen(files, "--rules", rules)
    #expect(run.status == 1)
    #expect(
      report.candidates.map { "\($0.source) \($0.verdict)" } == [
        "7.json eligible", "8.json eligible", "6.json ineligible",
      ])
    #expect(report.stoppingClauses.map(\.id) == ["1.1"])
    try withFiles(files) { directory in
      let missing = try Command.run(
        ["screen", "--rules", "missing", "7.json"], directory: directory)
      #expect(missing.status == 78)
      #expect(missing.stdout.isEmpty)
    }
  }

  static let badUsage: [[String]] = [
    [], ["--"], ["--strict"], ["--format", "ndjson", "FILE"], ["--format", "xml", "FILE"],
    ["--brief", "FILE"], ["--verbose", "FILE"], ["--nonsense", "FILE"],
    ["--rulebook", "nowhere", "FILE"], ["--type", "colaboration", "FILE"],
    ["--type=", "FILE"], ["--date", "2022-02-30", "FILE"], ["--lang", "fr", "FILE"],
    ["--color", "red", "FILE"], ["--stage", "yearly", "FILE"], ["--stage=", "FILE"],
    ["--recommender=", "FILE"], ["FILE", "--recommender"], ["--output=", "FILE"],
    ["--rules=", "FILE"], ["-", "-"], ["--recommender", "-", "-"],
    ["--recommender=-", "FILE", "-"],
    ["--rulebook", "henan", "--type", "innovation-park", "FILE"], ["--pool", "FILE"],
  ]

  @Test(arguments: badUsage) func badUsageIsRefused(arguments: [String]) throws {
    try withFiles([("a.json", try Candidate.text(1)), ("bad.json", "{")]) { directory in
      for file in ["bad.json", "a.json", "missing.json"].sampled(1) {
        let actual = ["screen"] + arguments.map { $0 == "FILE" ? file : $0 }
        let run = try Command.run(actual, input: Data("{".utf8), directory: directory)
        #expect(run.status == 64, "\(actual): \(run.errors)")
        #expect(run.stdout.isEmpty)
        #expect(!run.errors.isEmpty)
        #expect(run.shownDiagnostics.isEmpty, "an input was read")
      }
    }
  }

  // MARK: Output

  @Test(arguments: ScreenTests.formats.sampled(2)) func outputFileHoldsTheReport(format: String)
    throws
  {
    let files = try ScreenTests.mixed()
    try withFiles(files) { directory in
      let arguments = ["screen", "--format", format] + files.map(\.name) + ["missing.json"]
      let shown = try Command.run(arguments, directory: directory)
      try directory.write("something longer than any report. " + shown.output, to: "out")
      let run = try Command.run(arguments + ["--output", "out"], directory: directory)
      #expect(run.status == 66)
      #expect(run.stdout.isEmpty)
      #expect(run.stderr == shown.stderr)
      let out = directory.appendingPathComponent("out")
      #expect(try Data(contentsOf: out) == shown.stdout)
      for output in ["missing/out", "."] {
        let failed = try Command.run(arguments + ["--output", output], directory: directory)
        #expect(failed.status == 74)
        #expect(failed.stdout.isEmpty)
      }
      #expect(try Data(contentsOf: out) == shown.stdout)
    }
  }

  @Test(arguments: ScreenTests.formats.sampled(2)) func closedOrFullOutput(format: String) throws {
    // More than a pipe holds, in every format.
    let name = String(repeating: "长", count: 500)
    let line = try Candidate.text(1, #"{"baseName": "\#(name)", "platform": null}"#)
    let many = Array(repeating: line, count: 60).joined(separator: "\n")
    try withFiles([("many.ndjson", many)]) { directory in
      let pipe = try Command.shell(
        """
        { "$KCZG" screen --format \(format) many.ndjson 2>errors; echo $? >status; } |
          head -c 1 >/dev/null
        cat status errors
        """, directory: directory)
      #expect(pipe.output == "141\n")
      let closed = try Command.shell(
        "\"$KCZG\" screen --format \(format) many.ndjson >&-", directory: directory)
      #expect(closed.status == 74)
      #expect(!closed.errors.isEmpty)
      guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
      let full = try Command.shell(
        "\"$KCZG\" screen --format \(format) many.ndjson >/dev/full", directory: directory)
      #expect(full.status == 74)
      #expect(!full.errors.isEmpty)
    }
  }

  // MARK: Progress

  @Test func progressIsShownOnATerminalAndGoneAtTheEnd() throws {
    let files: [File] = try (0..<150).map { ("folder/\($0).json", try Candidate.text($0)) }
    try withFiles(files + [("bad.json", "{")]) { directory in
      for inputs in ["folder", "folder bad.json missing.json folder"] {
        for language in ["zh", "en"].sampled(1) {
          for command in ["screen", "check", "check --format html", "match"].sampled(2) {
            let options = "\(command) --lang \(language) --output out \(inputs)"
            let plain = try Command.shell("\"$KCZG\" \(options)", directory: directory)
            let shell = URL(fileURLWithPath: "/bin/sh")
            let run = try Child(
              shell, ["-c", "exec \"$KCZG\" \(options) 2>&1"], directory: directory,
              environment: ["KCZG": Command.executable.path, "TERM": "xterm-256color"],
              hasInput: false, onTerminal: true
            ).finish()
            #expect(run.status == plain.status)
            let digits = run.output.replacing(#/\u{1B}\[[0-9;]*[A-Za-z]/#, with: "\n")
            #expect(digits.contains(#/\d+/#), "nothing was shown: \(run.output)")
            #expect(run.stdout.count > plain.stderr.count)
            let left = Screen(showing: run.output).lines
            #expect(left == plain.errorLines, "\(left)")
          }
        }
      }
    }
  }

  @Test func noProgressWithoutATerminal() throws {
    let files: [File] = try (0..<150).map { ("folder/\($0).json", try Candidate.text($0)) }
    try withFiles(files) { directory in
      let piped = try Command.run(["screen", "folder"], directory: directory)
      #expect(piped.status == 0)
      #expect(piped.errors == "")
      // The report goes to a terminal, but what would show the progress does not.
      let run = try Command.runOnTerminal(["screen", "folder"], directory: directory)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(!run.output.contains("\u{1B}[K"))
    }
  }
}

/// What a terminal shows in the end of what was written to it.
private struct Screen {
  private var rows: [[Unicode.Scalar]] = [[]]
  private var column = 0

  init(showing text: String) {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\r": column = 0
      case "\n":
        rows.append([])
        column = 0
      case "\u{1B}":
        // Of the control sequences, only "erase to the end of the line" moves anything here.
        guard index < scalars.count, scalars[index] == "[" else { continue }
        index += 1
        while index < scalars.count, !scalars[index].properties.isAlphabetic { index += 1 }
        if index < scalars.count, scalars[index] == "K" { erase() }
        index += 1
      default: put(scalar)
      }
    }
  }

  private mutating func erase() {
    let last = rows.count - 1
    rows[last].removeSubrange(min(column, rows[last].count)...)
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let last = rows.count - 1
    if column < rows[last].count { rows[last][column] = scalar } else { rows[last].append(scalar) }
    column += 1
  }

  var lines: [String] {
    var lines = rows.map { String(String.UnicodeScalarView($0)) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
