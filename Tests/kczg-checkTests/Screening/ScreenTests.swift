import Foundation
import Testing

@testable import TestSupport

/// Many applications seen together: their order, what each lacks, and what stands out.
@Suite struct ScreenTests {
  static let formats = ["text", "markdown", "html", "json", "csv"]
  /// Two clauses fail, none, one is open, two are open, one fails; three cannot be judged.
  static func mixed() throws -> [File] { try Candidate.mixed() }

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
    let first: TableValue?
    let second: TableValue?
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
    let nothing = TableValue.object([:])
    let files: [File] = [
      ("a.json", try Candidate.tree(1, testCase.first ?? nothing).json),
      ("b.json", try Candidate.text(2)),
      ("c.json", try Candidate.tree(1, testCase.second ?? nothing).json),
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
        // The code stands with both candidates, and where they are told to be one.
        #expect(lines.count == 4)
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
}
