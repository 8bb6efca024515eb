import Foundation
import Testing

@testable import TestSupport

/// The commands: how one is named, what it takes, and what its help says.
@Suite struct CommandLineTests {
  static let options: [String: [String]] = [
    "check": [
      "--rulebook", "--type", "--date", "--stage", "--format", "--brief", "--verbose",
      "--fail-on", "--lang", "--rules", "--ndjson", "--recursive", "--output", "--color",
      "--strict", "--help", "--version",
    ],
    "screen": [
      "--rulebook", "--type", "--date", "--stage", "--recommender", "--pool", "--format",
      "--fail-on", "--lang", "--rules", "--ndjson", "--recursive", "--output", "--color",
      "--strict", "--help", "--version",
    ],
    "match": [
      "--rulebook", "--type", "--date", "--stage", "--format", "--lang", "--rules", "--ndjson",
      "--recursive", "--output", "--color", "--strict", "--help", "--version",
    ],
    "init": [
      "--type", "--programme", "--date", "--stage", "--lang", "--rules", "--output", "--force",
      "--help", "--version",
    ],
    "explain": [
      "--rulebook", "--format", "--lang", "--rules", "--output", "--color", "--help", "--version",
    ],
    "schema": ["--document", "--lang", "--rules", "--output", "--help", "--version"],
    "completions": ["--lang", "--output", "--help", "--version"],
    "ask": [
      "--rulebook", "--programme", "--type", "--date", "--stage", "--lang", "--rules", "--color",
      "--help", "--version",
    ],
    "rules": ["--format", "--lang", "--rules", "--output", "--color", "--help", "--version"],
  ]

  static let commands = options.keys.sorted()
  static let commandsInOrder = [
    "check", "screen", "match", "ask", "init", "explain", "schema", "rules", "completions",
  ]
  static let everyOption = Set(options.values.joined())

  // MARK: --help

  private func listedOptions(_ run: Run) -> [String] {
    run.outputLines.filter { $0.hasPrefix("  --") }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }
  }

  @Test(arguments: commands, ["zh", "en"])
  func helpOfACommandListsItsOptions(command: String, language: String) throws {
    for arguments in [[command, "--help"], ["--help", command], ["--help", command, "a.json"]] {
      let run = try Command.run(["--lang", language] + arguments)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(listedOptions(run) == Self.options[command])
      #expect(run.outputLines.first?.contains("kczg-check") == true)
      #expect(run.outputLines.first?.contains(command) == true)
      for other in Self.commands where other != command {
        #expect(!run.output.contains("kczg-check \(other) ["), "\(other)")
      }
      let numbers = Set(run.output.split { !$0.isNumber })
      #expect(numbers.isSuperset(of: ["0", "64", "70", "74", "78"]))
    }
  }

  @Test(arguments: ["zh", "en"]) func generalHelpListsTheCommands(language: String) throws {
    for arguments in [["--help"], ["--help", "a.json"], ["--", "--help", "rules"]] {
      let run = try Command.run(["--lang", language] + arguments)
      guard arguments.first != "--" else {
        #expect(run.status == 66, "after -- these are files")
        continue
      }
      #expect(run.status == 0)
      #expect(listedOptions(run) == Self.options["check"])
      for command in Self.commands {
        #expect(run.outputLines.contains { $0.hasPrefix("  \(command) ") }, "\(command)")
      }
      for command in Self.commands where command != "check" {
        #expect(run.output.contains("kczg-check \(command) ["))
      }
    }
  }

  @Test(arguments: ["zh", "en"]) func helpFitsEightyColumns(language: String) throws {
    for command in [[]] + Self.commands.map({ [$0] }) {
      let run = try Command.run(command + ["--help", "--lang", language])
      for line in run.outputLines { #expect(width(line) <= 80, "\(line)") }
      if language == "en" {
        #expect(!run.output.contains("，") && !run.output.contains("。"))
      }
    }
  }

  // MARK: Which command

  @Test func optionsMayStandBeforeTheCommand() throws {
    for arguments in [
      ["--lang", "en", "--format", "json", "rules"], ["--lang=en", "rules", "--format=json"],
      ["rules", "--lang", "en", "--format", "json"],
    ] {
      let run = try Command.run(arguments)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(#""programme": "national""#))
    }
  }

  @Test func fileWithTheNameOfACommandIsGivenByItsPath() throws {
    try withTemporaryDirectory { directory in
      for name in Self.commands { try directory.write(Sample.ineligible(), to: name) }
      let names = Self.commands
      let together = [["check"] + names, ["--"] + names, ["--brief"] + names.map { "./\($0)" }]
      for arguments in names.map({ ["./\($0)"] }) + together {
        let run = try Command.run(arguments, directory: directory)
        #expect(run.status == 1, "\(arguments): \(run.errors)")
      }
    }
  }

  @Test(arguments: [
    ("scren", "screen"), ("screens", "screen"), ("chek", "check"), ("Match", "match"),
    ("rule", "rules"),
  ])
  func misspeltCommandIsSuggested(word: String, command: String) throws {
    try withSamples { directory in
      for language in ["zh", "en"].sampled(1) {
        let run = try Command.run(
          ["--lang", language, word, "eligible.json"], directory: directory)
        #expect(run.status == 66)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.hasPrefix("\(word): error: "))
        #expect(run.errors.contains(" \(command)"))
        #expect(run.errors.hasSuffix("[cannot-read]\n"))
      }
      // Only the first word can have been meant so, and only where no command is named.
      for arguments in [["eligible.json", word], ["check", word], ["./\(word)"]] {
        let run = try Command.run(arguments, directory: directory)
        #expect(run.status == 66)
        #expect(!run.errors.contains("？"))
      }
      try directory.write(Sample.ineligible(), to: word)
      #expect(try Command.run([word], directory: directory).status == 1)
    }
  }

  // MARK: What a command takes

  private func value(of option: String) -> [String] {
    switch option {
    case "--brief", "--verbose", "--ndjson", "--recursive", "--pool", "--strict", "--force",
      "--help", "--version":
      []
    case "--format": ["text"]
    case "--lang": ["zh"]
    case "--color": ["never"]
    case "--fail-on": ["fail"]
    case "--date": ["2022-05-20"]
    default: ["x"]
    }
  }

  @Test(arguments: commands) func optionOfOtherCommandsIsRefused(command: String) throws {
    let others = Self.everyOption.subtracting(Self.options[command] ?? []).sorted()
    for option in others.sampled(4) {
      let owners = Self.commands.filter { Self.options[$0]?.contains(option) == true }
      for arguments in [
        [command, option] + value(of: option), [option] + value(of: option) + [command],
      ] {
        let run = try Command.run(arguments)
        #expect(run.status == 64, "\(arguments)")
        #expect(run.stdout.isEmpty)
        let message = try #require(run.errorLines.first)
        #expect(message.contains(option) && message.hasSuffix("[usage]"))
        let named = message.components(separatedBy: "：").last ?? ""
        for owner in owners { #expect(named.contains(owner), "\(message)") }
        #expect(run.errorLines.last?.hasSuffix("kczg-check \(command) --help") == true)
      }
    }
  }

  @Test(arguments: commands) func ownOptionIsAccepted(command: String) throws {
    let options = (Self.options[command] ?? []).filter { $0 != "--output" }
    for option in options.sorted().sampled(5) {
      let run = try Command.run([command, option] + value(of: option) + ["missing.json"])
      let isComplaint = run.errors.contains("\(option)”") || run.errors.contains(" \(option)；")
      #expect(!isComplaint, "\(run.errors)")
    }
  }

  static let formats: [String: [String]] = [
    "check": [
      "text", "markdown", "html", "json", "ndjson", "csv", "junit", "sarif", "github", "tap",
    ], "screen": ["text", "markdown", "html", "json", "csv"], "match": ["text", "json", "ndjson"],
    "rules": ["text", "json"], "explain": ["text", "json"],
  ]

  @Test(arguments: formats.keys.sorted()) func formatThatACommandLacksIsRefused(command: String)
    throws
  {
    let own = try #require(Self.formats[command])
    for format in ["text", "json", "ndjson", "csv", "html", "xml", "JSON", ""]
    where !own.contains(format) {
      let run = try Command.run([command, "--format", format])
      #expect(run.status == 64)
      #expect(run.stdout.isEmpty)
      #expect(run.errorLines.first?.contains("；可用：\(own.joined(separator: ", "))") == true)
    }
    // A long list is wrapped.
    let help = try Command.run([command, "--help"]).output.filter { !$0.isWhitespace }
    #expect(help.contains("：\(own.joined(separator: "、"))（"))
  }

  @Test(arguments: ["screen", "match", "check"]) func fileIsWanted(command: String) throws {
    for arguments in [[command], [command, "--"], [command, "--strict"]] {
      let run = try Command.run(arguments)
      #expect(run.status == 64)
      #expect(run.errorLines.first?.contains(command) == true)
    }
    let run = try Command.run([command, "-", "-"])
    #expect(run.status == 64)
  }

  @Test func recommenderCanBeStandardInputOnlyAlone() throws {
    let both = try Command.run(["screen", "--recommender", "-", "-"])
    #expect(both.status == 64)
    #expect(try Command.run(["screen", "--recommender=", "a.json"]).status == 64)
  }

  @Test(arguments: ["a.json", "-", "rules"]) func rulesReadsNoFile(file: String) throws {
    let run = try Command.run(["rules", file])
    #expect(run.status == 64)
    #expect(run.stdout.isEmpty)
    #expect(run.errorLines.first?.contains("“\(file)”") == true)
  }

  // MARK: --stage

  @Test func basicConditionsAreTheDefaultStage() throws {
    try withSamples { directory in
      let plain = try Command.run(["ineligible.json"], directory: directory)
      for options in [["--stage", "eligibility"], ["--stage=eligibility", "--stage=eligibility"]] {
        let named = try Command.run(options + ["ineligible.json"], directory: directory)
        #expect(named.status == 1)
        #expect(named.stdout == plain.stdout)
      }
    }
  }

  @Test func allStagesHaveTheBasicConditionsAmongThem() throws {
    let text = try Sample.ineligible()
    let basic = try check(text, "--rulebook", "national-2022")
    let whole = try check(text, "--rulebook", "national-2022", "--stage", "all")
    let ids = Set(whole.rulebooks.flatMap(\.clauses).map(\.id))
    #expect(ids.isSuperset(of: basic.rulebooks.flatMap(\.clauses).map(\.id)))
  }

  @Test(arguments: ["eligibilty", "ALL", "", "基本条件"])
  func unknownStageIsRefused(stage: String) throws {
    let run = try Command.run(["--stage", stage, "missing.json"])
    #expect(run.status == 64)
    #expect(run.stdout.isEmpty)
    let message = try #require(run.errorLines.first)
    #expect(message.contains("eligibility") && message.hasSuffix("[usage]"))
    #expect(message.contains("all"))
  }
}
