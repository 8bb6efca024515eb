import Foundation
import Testing

/// Many applications seen together: their order, what each lacks, and what stands out.
@Suite struct ScreenTests {
  static let formats = ["text", "markdown", "html", "json", "csv"]
  /// Two clauses fail, none, one is open, two are open, one fails; three cannot be judged.
  static func mixed() throws -> [File] {
    [
      (
        "two-failing.json",
        try Candidate.text(
          1, #"{\#(Candidate.shortOfStaff), "incidents": [{"date": "2022-05-20"}]}"#)
      ),
      ("eligible.json", try Candidate.text(2)),
      ("one-open.json", try Candidate.text(3, #"{"platform": null}"#)),
      ("two-open.json", try Candidate.text(4, #"{"platform": null, "experts": null}"#)),
      ("one-failing.json", try Candidate.text(5, "{\(Candidate.shortOfStaff)}")),
      ("invalid.json", try Candidate.text(6, #"{"baseType": "colaboration"}"#)),
      ("not-json.json", "创新基地申报书"),
      ("empty.json", ""),
    ]
  }

  static let judged = [
    "two-failing.json", "eligible.json", "one-open.json", "two-open.json", "one-failing.json",
  ]

  // MARK: Order and verdicts

  @Test func nearestToEligibleComesFirst() throws {
    let (_, report) = try screen(
      Self.mixed(), inputs: ["missing.json"] + Self.mixed().map(\.name))
    #expect(
      report.candidates.map(\.source) == [
        "eligible.json", "one-open.json", "two-open.json", "one-failing.json", "two-failing.json",
        "invalid.json", "not-json.json", "empty.json", "missing.json",
      ])
    // Numbers are the order of the input, whatever the order of the rows.
    #expect(report.candidates.map(\.number) == [3, 4, 5, 6, 2, 7, 8, 9, 1])
    #expect(report.candidates.allSatisfy { $0.rank == nil && $0.line == 1 })
  }

  @Test func equallyNearStayInTheOrderOfTheInput() throws {
    let files: [File] = try (1...9).map {
      ("\(10 - $0).json", try Candidate.text($0, $0 % 3 == 0 ? #"{"platform": null}"# : "{}"))
    }
    let (_, report) = try screen(files)
    #expect(report.candidates.map(\.number) == [1, 2, 4, 5, 7, 8, 3, 6, 9])
  }

  @Test func verdictsAndObstaclesAreThoseOfACheck() throws {
    try withFiles(Self.mixed()) { directory in
      let files = Self.judged + ["invalid.json", "not-json.json"]
      let screening = try Command.run(
        ["screen", "--format", "json", "--stage", "all"] + files, directory: directory
      ).screening()
      let checks = try Command.run(
        ["--format", "json", "--stage", "all"] + files, directory: directory
      ).reports()
      #expect(screening.candidates.count == checks.count)
      for check in checks {
        let found = try #require(screening.candidate(check.application.source))
        #expect(found.verdict == check.verdict)
        #expect(found.baseType == check.application.baseType)
        #expect(found.errors == check.diagnostics.count { $0.severity == "error" })
        #expect(found.warnings == check.diagnostics.count { $0.severity == "warning" })
        #expect(found.rulebooks.map(\.id) == check.rulebooks.map(\.id))
        for (mine, other) in zip(found.rulebooks, check.rulebooks) {
          #expect(mine.verdict == other.verdict)
          #expect(mine.counts == other.counts)
          #expect(
            mine.clauses.map { "\($0.id) \($0.citation) \($0.title) \($0.verdict)" }
              == other.clauses.map { "\($0.id) \($0.citation) \($0.title) \($0.verdict)" })
          for (clause, full) in zip(mine.clauses, other.clauses) {
            let failing = (full.criteria ?? []).filter { $0.verdict == "fail" }
            #expect(clause.gaps.map(\.id) == failing.map(\.id))
            #expect(clause.gaps.map(\.requirement) == failing.map(\.requirement))
            #expect(clause.gaps.map(\.shortfall) == failing.map(\.shortfall))
          }
        }
      }
    }
  }

  @Test func obstaclesSayWhatIsLacking() throws {
    let (run, report) = try screen(Self.mixed(), inputs: Self.judged)
    #expect(run.status == 1)
    #expect(report.candidate("eligible.json")?.obstacles == [])
    #expect(report.candidate("one-open.json")?.obstacles == ["8.3 unknown"])
    #expect(report.candidate("two-open.json")?.obstacles == ["8.3 unknown", "8.4 unknown"])
    #expect(report.candidate("two-failing.json")?.obstacles == ["8.5 fail", "8.8 fail"])
    let clauses = try #require(report.candidate("two-failing.json")?.rulebooks.first?.clauses)
    let staff = try #require(clauses.first { $0.id == "8.5" }?.gaps)
    #expect(staff.map { "\($0.id) \($0.shortfall ?? "-") \($0.unit ?? "-")" } == ["8.5.a 6 人"])
    let incident = try #require(clauses.first { $0.id == "8.8" }?.gaps)
    #expect(incident.map(\.shortfall) == ["2023-05-21"])
  }

  @Test func hostIsNamed() throws {
    let files: [File] = [
      ("a.json", try Candidate.text(7)), ("b.json", #"{"baseType": "collaboration"}"#),
    ]
    let (_, report) = try screen(files)
    let known = try #require(report.candidate("a.json"))
    #expect(known.name == "第7研究院")
    #expect(known.creditCode == Candidate.creditCode(7))
    #expect(known.baseName == "“科创中国”第7号产学研协作创新基地")
    #expect(known.channels == [.init(kind: "provincial-association", name: Candidate.unit)])
    let unknown = try #require(report.candidate("b.json"))
    #expect(unknown.name == nil)
    #expect(unknown.creditCode == nil)
    #expect(unknown.baseName == nil)
    #expect(unknown.channels == nil)
  }

  // MARK: What stands out

  @Test func oneClauseAwayHasExactlyOneClauseLeft() throws {
    let (_, report) = try screen(
      Self.mixed() + [
        // Two criteria fail, but of one clause.
        (
          "one-clause.json",
          try Candidate.text(9, #"{"staff": {"fullTime": 32, "scienceAndTechnology": 20}}"#)
        )
      ])
    let names = Dictionary(
      uniqueKeysWithValues: report.candidates.map { ($0.number, $0.source) })
    #expect(
      report.oneClauseAway.map { "\(names[$0.number] ?? "") \($0.rulebook) \($0.id) \($0.verdict)" }
        == [
          "one-open.json national-2022 8.3 unknown", "one-failing.json national-2022 8.5 fail",
          "one-clause.json national-2022 8.5 fail",
        ])
    #expect(report.oneClauseAway.last?.gaps.map(\.id) == ["8.5.a", "8.5.b"])
  }

  @Test func clausesThatStopMostComeFirst() throws {
    let (_, report) = try screen(Self.mixed())
    #expect(
      report.stoppingClauses.map { clause in
        let counts = clause.counts
        return "\(clause.rulebook) \(clause.id) \(counts.fail) \(counts.unknown) \(counts.pass)"
      } == [
        "national-2022 8.5 2 0 3", "national-2022 8.8 1 0 4", "national-2022 8.3 0 2 3",
        "national-2022 8.4 0 1 4",
      ])
    #expect(report.stoppingClauses.first?.citation == "第八条（五）")
    #expect(report.stoppingClauses.allSatisfy { !$0.title.isEmpty })
  }

  @Test func nothingStandsOutWhereAllAreEligible() throws {
    let (run, report) = try screen([
      ("a.json", try Candidate.text(1)), ("b.json", try Candidate.text(2)),
    ])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(report.oneClauseAway.isEmpty)
    #expect(report.stoppingClauses.isEmpty)
    #expect(report.repetitions.isEmpty)
    #expect(report.recommender == nil)
  }

  // MARK: The same base twice

  struct RepetitionCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let first: JSONTree?
    let second: JSONTree?
    /// Absent where the two are not the same base.
    let twoChannels: Bool?
    let shown: [String]?
    /// What the program is known to do wrong.

    var testDescription: String { name }

    static func load() throws -> [RepetitionCase] {
      struct Table: Decodable { let cases: [RepetitionCase] }
      let data = try Data(contentsOf: Package.fixture("screen/repetitions.json"))
      return try JSONDecoder().decode(Table.self, from: data).cases
    }
  }

  @Test(arguments: try RepetitionCase.load()) func sameBase(_ testCase: RepetitionCase) throws {
    let nothing = JSONTree.object([:])
    let files: [File] = [
      ("a.json", try Candidate.tree(1, testCase.first ?? nothing).text),
      ("b.json", try Candidate.text(2)),
      ("c.json", try Candidate.tree(1, testCase.second ?? nothing).text),
    ]
    let (run, report) = try screen(files)
    #expect(![65, 66].contains(run.status), "\(run.errors)")
    #expect(report.candidates.count == 3)
    guard let twoChannels = testCase.twoChannels else {
      #expect(report.repetitions.isEmpty)
      return
    }
    #expect(report.repetitions.count == 1)
    let repetition = try #require(report.repetitions.first)
    #expect(repetition.numbers == [1, 3])
    #expect(repetition.creditCode == Candidate.creditCode(1))
    #expect(repetition.baseName == "“科创中国”第1号产学研协作创新基地")
    #expect(repetition.twoChannels == twoChannels)
    if let shown = testCase.shown {
      #expect(Set(repetition.channels.map { $0.name ?? "" }) == Set(shown))
      try withFiles(files) { directory in
        let text = try Command.run(["screen"] + files.map(\.name), directory: directory)
        let lines = text.output.components(separatedBy: Candidate.creditCode(1))
        // The code stands nowhere but there; channels, nowhere but after it.
        #expect(lines.count == 2)
        let rest = (lines.last ?? "").filter { !$0.isWhitespace }
        #expect(rest.contains("#1、#3"))
        #expect(shown.allSatisfy(rest.contains))
      }
    }
  }

  @Test func threeTimesIsOneRepetition() throws {
    let other = #"{"recommendation": {"channels": [{"kind": "national-society", "name": "甲"}]}}"#
    let (run, report) = try screen([
      ("a.json", try Candidate.text(1)), ("b.json", try Candidate.text(1)),
      ("c.json", try Candidate.text(1, other)), ("d.json", try Candidate.text(2)),
      ("e.json", try Candidate.text(2)),
    ])
    #expect(run.status == 0, "a repetition is reported, no clause fails for it")
    #expect(report.repetitions.map(\.numbers) == [[1, 2, 3], [4, 5]])
    #expect(report.repetitions.map(\.twoChannels) == [true, false])
    #expect(report.repetitions.first?.channels.count == 2)
  }

  // MARK: Inputs

  @Test func filesFoldersLinesAndStandardInput() throws {
    let lines = try [
      Candidate.text(1), "", Candidate.text(2, #"{"platform": null}"#), "\r", "{",
      Candidate.text(3),
    ]
    let files: [File] = [
      ("folder/b.json", try Candidate.text(11)), ("folder/a.json", try Candidate.text(12)),
      ("folder/c.txt", "{"), ("one.json", try Candidate.text(13)),
      ("many.ndjson", lines.joined(separator: "\n")), ("more.jsonl", try Candidate.text(14) + "\n"),
    ]
    try withFiles(files) { directory in
      let arguments = ["one.json", "folder", "many.ndjson", "more.jsonl", "-"]
      let input = Data(try Candidate.text(15).utf8)
      let run = try Command.run(
        ["screen", "--format", "json"] + arguments, input: input, directory: directory)
      #expect(run.status == 65)
      #expect(run.shownDiagnostics.map { "\($0.file):\($0.line)" } == ["many.ndjson:5"])
      let report = try run.screening()
      let rows = report.candidates.sorted { $0.number < $1.number }
      #expect(
        rows.map { "\($0.source):\($0.line) \($0.verdict)" } == [
          "one.json:1 eligible", "folder/a.json:1 eligible", "folder/b.json:1 eligible",
          "many.ndjson:1 eligible", "many.ndjson:3 undetermined", "many.ndjson:5 invalid",
          "many.ndjson:6 eligible", "more.jsonl:1 eligible", "<stdin>:1 eligible",
        ])
      let text = try Command.run(["screen"] + arguments, input: input, directory: directory)
      for place in ["many.ndjson:3", "many.ndjson:5", "many.ndjson:6", "folder/a.json", "<stdin>"] {
        #expect(text.output.contains(place), "\(place)")
      }
    }
  }

  @Test func ndjsonOptionReadsEveryInputSo() throws {
    let text = try Candidate.text(1) + "\n" + Candidate.text(2)
    let stream = try Command.run(
      ["screen", "--ndjson", "--format", "json", "-"], input: Data(text.utf8))
    #expect(stream.status == 0)
    #expect(try stream.screening().candidates.map(\.line) == [1, 2])
    #expect(try stream.screening().candidates.allSatisfy { $0.source == "<stdin>" })
    let (run, report) = try screen([("a.json", text)], "--ndjson")
    #expect(run.status == 0)
    #expect(report.candidates.map(\.line) == [1, 2])
  }

  @Test func aFileGivenTwiceIsTwoCandidates() throws {
    let (run, report) = try screen(
      [("a.json", try Candidate.text(1))], inputs: ["a.json", "a.json"])
    #expect(run.status == 0)
    #expect(report.candidates.map(\.number) == [1, 2])
    #expect(report.repetitions.map(\.numbers) == [[1, 2]])
  }

  @Test(arguments: [
    "{", "创新基地申报书", "[]", "\"a\"", "{\"baseType\": \"collaboration\"", "{\"a\": 1, \"a\": 2}",
    "\u{FEFF}", " \n", "{\"baseType\": \"collaboration\", \"applicationDate\": \"2022年5月20日\"}",
    "{\"baseType\": \"rural\"}", "{}",
  ])
  func candidateWithErrorsIsARow(text: String) throws {
    let (run, report) = try screen([
      ("bad.json", text), ("good.json", try Candidate.text(1)),
    ])
    #expect(run.status == 65)
    #expect(report.candidates.map(\.source) == ["good.json", "bad.json"])
    #expect(report.candidates.map(\.verdict) == ["eligible", "invalid"])
    let bad = try #require(report.candidate("bad.json"))
    #expect(bad.rulebooks.isEmpty)
    #expect(bad.errors > 0)
    #expect(bad.errors == run.shownDiagnostics.count { $0.severity == "error" })
    #expect(run.shownDiagnostics.allSatisfy { $0.file == "bad.json" })
    #expect(report.counts.invalid == 1)
    #expect(report.counts.eligible == 1)
  }

  @Test func candidateThatCannotBeReadIsARow() throws {
    try withFiles([
      ("good.json", try Candidate.text(1)), ("folder/a.json", try Candidate.text(2)),
    ]) { directory in
      try FileManager.default.createSymbolicLink(
        atPath: directory.appendingPathComponent("folder/gone.json").path,
        withDestinationPath: "nowhere.json")
      let run = try Command.run(
        ["screen", "--format", "json", "missing.json", "good.json/a.json", "folder", "good.json"],
        directory: directory)
      #expect(run.status == 66)
      let report = try run.screening()
      #expect(
        report.candidates.map { "\($0.source) \($0.verdict)" } == [
          "folder/a.json eligible", "good.json eligible", "missing.json unreadable",
          "good.json/a.json unreadable", "folder/gone.json unreadable",
        ])
      #expect(report.counts.unreadable == 3)
      for name in ["missing.json", "good.json/a.json", "folder/gone.json"] {
        #expect(run.errors.contains(name))
      }
      let text = try Command.run(["screen", "missing.json", "good.json"], directory: directory)
      #expect(text.status == 66)
      #expect(text.output.contains("missing.json"))
      #expect(text.output.contains("第1研究院"))
    }
  }

  @Test func emptyFileIsARow() throws {
    let (run, report) = try screen([("empty.json", ""), ("good.json", try Candidate.text(1))])
    #expect([65, 66].contains(run.status))
    #expect(report.candidates.map(\.source) == ["good.json", "empty.json"])
    #expect(report.counts.invalid + report.counts.unreadable == 1)
    #expect(run.errors.contains("empty.json"))
  }

  @Test func inputWithoutAnyCandidateIsNamed() throws {
    try withFiles([
      ("empty.ndjson", "\n\n"), ("folder/a.txt", "{}"), ("good.json", try Candidate.text(1)),
    ]) { directory in
      for input in ["empty.ndjson", "folder"] {
        let run = try Command.run(
          ["screen", "--format", "json", input, "good.json"], directory: directory)
        #expect(run.status == 66)
        #expect(run.errors.contains(input))
        #expect(try run.screening().counts.eligible == 1)
        let alone = try Command.run(["screen", "--format", "json", input], directory: directory)
        #expect(alone.status == 66)
        #expect(try alone.screening().counts.eligible == 0)
      }
    }
  }

  // MARK: Exit status

  @Test(
    arguments: [
      (["eligible.json"], 0), (["one-failing.json"], 1), (["one-open.json"], 2),
      (["invalid.json"], 65), (["not-json.json"], 65), (["missing.json"], 66),
      (["one-open.json", "eligible.json"], 2), (["one-open.json", "one-failing.json"], 1),
      (["one-failing.json", "one-open.json", "eligible.json"], 1),
      (["one-failing.json", "invalid.json"], 65), (["not-json.json", "one-open.json"], 65),
      (["missing.json", "eligible.json"], 66), (["missing.json", "invalid.json"], 66),
      (["invalid.json", "one-failing.json", "missing.json", "one-open.json"], 66),
    ] as [([String], Int32)])
  func worstCandidateDecides(files: [String], status: Int32) throws {
    try withFiles(Self.mixed()) { directory in
      for format in Self.formats {
        let run = try Command.run(["screen", "--format", format] + files, directory: directory)
        #expect(run.status == status, "\(format): \(run.errors)")
        for file in files { #expect(run.output.contains(file), "\(format): \(file)") }
      }
    }
  }

  // MARK: Many

  private func many(_ count: Int) throws -> [String] {
    let eligible = try Candidate.text(1)
    let failing = try Candidate.text(1, "{\(Candidate.shortOfStaff)}")
    let open = try Candidate.text(1, #"{"platform": null}"#)
    let code = Candidate.creditCode(1)
    return (0..<count).map { index in
      if index % 7 == 5 { return "{" }
      return (index % 7 == 1 ? failing : index % 7 == 3 ? open : eligible)
        .replacing("第1", with: "第\(index)").replacing(code, with: Candidate.creditCode(index))
    }
  }

  @Test func threeThousandLines() throws {
    let lines = try many(3_000)
    let input = Data(lines.joined(separator: "\n").utf8)
    let run = try Command.run(["screen", "--ndjson", "--format", "json", "-"], input: input)
    #expect(run.status == 65)
    let report = try run.screening()
    #expect(report.candidates.count == 3_000)
    #expect(report.counts.all == 3_000)
    #expect(report.candidates.map(\.number).sorted() == Array(1...3_000))
    #expect(report.candidates.allSatisfy { $0.number == $0.line })
    let ranks = ["eligible": 0, "undetermined": 1, "ineligible": 2, "invalid": 3]
    let order = report.candidates.map { (ranks[$0.verdict] ?? 9) * 10_000 + $0.number }
    #expect(order == order.sorted())
    #expect(report.counts.ineligible == lines.indices.count { $0 % 7 == 1 })
    #expect(report.counts.undetermined == lines.indices.count { $0 % 7 == 3 })
    #expect(report.counts.invalid == lines.indices.count { $0 % 7 == 5 })
    #expect(report.oneClauseAway.count == report.counts.ineligible + report.counts.undetermined)

    let again = try Command.run(["screen", "--ndjson", "--format", "json", "-"], input: input)
    #expect(again.stdout == run.stdout)
    #expect(again.stderr == run.stderr)

    let text = try Command.run(["screen", "--ndjson", "-"], input: input)
    #expect(text.status == 65)
    let shown = Set(text.output.split { !($0.isASCII && $0.isNumber || $0 == "#") })
    #expect((1...3_000).allSatisfy { shown.contains("#\($0)") })
    let table = try Command.run(["screen", "--ndjson", "--format", "csv", "-"], input: input)
    #expect(table.status == 65)
    #expect(try CSV(table.stdout).rows.count == 3_001)
  }

  @Test func threeHundredFilesAreAsManyLines() throws {
    let texts = try many(300)
    let files: [File] = texts.enumerated().map {
      ("folder/\(String(format: "%03d", $0.offset)).json", $0.element)
    }
    let (run, report) = try screen(files, inputs: ["folder"])
    #expect(run.status == 65)
    #expect(report.candidates.count == 300)
    let stream = try Command.run(
      ["screen", "--ndjson", "--format", "json", "-"],
      input: Data(texts.joined(separator: "\n").utf8)
    ).screening()
    func told(_ report: ScreenReport) -> [String] {
      report.candidates.map { "\($0.number) \($0.verdict) \($0.name ?? "-") \($0.obstacles)" }
    }
    #expect(told(report) == told(stream))
  }

  // MARK: Options

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
    #expect(try ids("--stage", "annual") == ["national-2022 15.4"])
    let submission = try ids("--stage=submission")
    #expect(submission.first == "national-2022 11")
    #expect(submission.contains { $0.hasPrefix("national-2022-call ") })
    let all = try ids("--stage", "all")
    #expect(Set(all) == Set(basic + submission + ["national-2022 15.4"]))
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
    ["--rulebook", "national-2022-call", "FILE"],
    ["--type", "innovation-park", "--stage", "annual", "FILE"],
  ]

  @Test(arguments: badUsage) func badUsageIsRefused(arguments: [String]) throws {
    try withFiles([("a.json", try Candidate.text(1)), ("bad.json", "{")]) { directory in
      for file in ["a.json", "bad.json", "missing.json"] {
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

  @Test(arguments: formats) func outputFileHoldsTheReport(format: String) throws {
    let files = try Self.mixed()
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

  @Test(arguments: formats) func closedOrFullOutput(format: String) throws {
    // More than a pipe holds, in every format.
    let name = String(repeating: "长", count: 500)
    let line = try Candidate.text(1, #"{"baseName": "\#(name)", "platform": null}"#)
    let many = Array(repeating: line, count: 120).joined(separator: "\n")
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
        for language in ["zh", "en"] {
          let options = "screen --lang \(language) --output out \(inputs)"
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
