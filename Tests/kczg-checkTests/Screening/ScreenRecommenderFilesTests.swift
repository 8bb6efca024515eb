import Foundation
import Testing

@testable import TestSupport

/// A recommending unit's document: where it comes from, and what it does to the exit status.
@Suite struct ScreenRecommenderFilesTests: RecommenderSuite {
  @Test func documentThatCannotBeRead() throws {
    let files = try files()
    try withFiles(files) { directory in
      for name in ["missing.json", "1.json/unit.json", "."] {
        for format in ScreenTests.formats {
          let run = try Command.run(
            ["screen", "--format", format, "--recommender", name, "1.json", "2.json"],
            directory: directory)
          #expect(run.status == 66)
          #expect(run.errors.contains(name))
          #expect(run.output.contains("第1研究院"))
          #expect(run.output.contains("第2研究院"))
        }
      }
    }
  }

  @Test func documentMayComeFromStandardInput() throws {
    let files = try files(Self.clean, ranking(2, 1))
    try withFiles(files) { directory in
      let named = try Command.run(
        ["screen", "--recommender", "unit.json", "1.json", "2.json"], directory: directory)
      let stream = try Command.run(
        ["screen", "--recommender", "-", "1.json", "2.json"], input: Data(files[0].text.utf8),
        directory: directory)
      #expect(named.status == 0)
      #expect(stream.status == 0)
      #expect(stream.stdout == named.stdout)
      let json = try Command.run(
        ["screen", "--recommender=-", "--format=json", "1.json"], input: Data("{".utf8),
        directory: directory)
      #expect(json.status == 65)
      #expect(json.shownDiagnostics.map(\.file) == ["<stdin>"])
      #expect(try json.screening().recommender?.source == "<stdin>")
      let input = files[1].text + "\n" + files[2].text
      let lines = try Command.run(
        ["screen", "--recommender", "unit.json", "--ndjson", "-"], input: Data(input.utf8),
        directory: directory)
      #expect(lines.status == 0, "a unit is one document, whatever the candidates are")
    }
  }

  @Test(
    arguments: [
      ("good", ["1.json"], 0), ("open", ["1.json"], 2), ("failing", ["1.json"], 1),
      ("invalid", ["1.json"], 65), ("missing", ["1.json"], 66),
      ("good", ["short.json"], 1), ("good", ["open.json"], 2), ("open", ["short.json"], 1),
      ("failing", ["open.json"], 1), ("invalid", ["short.json"], 65),
      ("failing", ["bad.json", "1.json"], 65), ("open", ["bad.json"], 65),
      ("failing", ["gone.json", "1.json"], 66), ("invalid", ["gone.json"], 66),
      ("missing", ["bad.json", "short.json"], 66),
    ] as [(String, [String], Int32)])
  func worstOfUnitAndCandidatesDecides(unit: String, candidates: [String], status: Int32) throws {
    let codes = ranking(1, 2, 3)
    let head = "{\"name\": \"\(Candidate.unit)\", \"kind\": \"provincial-association\","
    let files: [File] = [
      ("1.json", try Candidate.text(1)),
      ("short.json", try Candidate.text(2, "{\(Candidate.shortOfStaff)}")),
      ("open.json", try Candidate.text(3, #"{"platform": null}"#)), ("bad.json", "{"),
      ("good", "\(head) \(Self.clean), \(codes)}"),
      ("open", "\(head) \"date\": \"2022-06-01\", \"notices\": [], \(codes)}"),
      (
        "failing",
        "\(head) \"date\": \"2022-06-01\", \"notices\": [], \"penalties\": [{\"date\": \"2022-06-01\"}], \(codes)}"
      ),
      ("invalid", "{\"kind\": \"x\"}"),
    ]
    try withFiles(files) { directory in
      for format in ScreenTests.formats.sampled(1) {
        let run = try Command.run(
          ["screen", "--format", format, "--recommender", unit] + candidates, directory: directory)
        #expect(run.status == status, "\(format): \(run.errors)")
      }
    }
  }

  /// Every stage of the applications is checked or not; the unit's rules are always all.
  @Test func stagesAreThoseOfTheCandidates() throws {
    let files = try files(Self.clean, ranking(1, 2))
    for stage in ["eligibility", "submission", "annual", "all"] {
      let unit = try #require(
        try run(files, "--stage", stage, "--format", "json").screening().recommender)
      #expect(unit.rulebooks.map(\.id) == ["national-2022-recommender"], "\(stage)")
      #expect(unit.verdict == "eligible")
    }
  }

  /// With `--rulebook` the programme is that of the rulebook, whatever the applications say.
  @Test func programmeIsThatOfTheRulebook() throws {
    let files = try files(Self.clean, ranking(1, 2))
    let henan = try run(files, "--rulebook", "henan", "--format", "json").screening()
    #expect(henan.recommender?.rulebooks.map(\.id) == ["henan-recommender"])
    let both = try run(
      files, "--rulebook", "national-2022", "--rulebook", "henan", "--format", "json"
    ).screening()
    #expect(
      both.recommender?.rulebooks.map(\.id).sorted()
        == ["henan-recommender", "national-2022-recommender"])
  }

  /// Where no rulebook binds the unit, nothing is said to have been judged, nor that nothing could.
  @Test func programmeWithoutRulesForUnits() throws {
    var files = try files(Self.clean, candidates: 1)
    let park = Package.root.appendingPathComponent("samples/most-innovation-park-pass.json")
    files[1].text = try String(contentsOf: park, encoding: .utf8)
    let run = try run(files)
    #expect(run.status == 0)
    let report = try self.run(files, "--format", "json").screening()
    #expect(report.recommender?.rulebooks.isEmpty == true)
    #expect(report.recommender?.verdict == nil)
    #expect(!run.output.contains("没有可判断的候选"))
  }

  /// The rules in use may say nothing of units: then the option is of no use, and that is said.
  @Test func rulesWithoutAnythingAboutUnits() throws {
    let rules = Package.fixture("command/small-rules").path
    var files = try files(Self.clean, candidates: 1)
    files[1].text = #"{"baseType": "collaboration", "staff": {"fullTime": 7}}"#
    let run = try run(files, "--rules", rules)
    #expect(run.status == 64)
    #expect(run.stdout.isEmpty)
  }

  @Test func rulesAboutUnitsAreData() throws {
    let files = try files(Self.clean, ranking(1, 2, 3, 4), candidates: 4)
    try withFiles(files) { directory in
      let rules = try RulesCopy(in: directory)
      let arguments =
        ["screen", "--format", "json", "--rules", rules.path, "--recommender", "unit.json"]
        + files.map(\.name).dropFirst()
      #expect(try Command.run(arguments, directory: directory).status == 1)
      try rules.replace(
        #""isAtMost"\s*:\s*3"#, with: #""isAtMost": 4"#, after: #""1.2.b""#,
        in: "national-2022-recommender.json")
      let more = try Command.run(arguments, directory: directory)
      #expect(more.status == 0, "\(more.errors)")
      let file = rules.file("national-2022-recommender.json")
      #expect(
        try more.screening().recommender?.rulebooks.map(\.digest) == [digest(of: file)])
      let line = try rules.replace(
        #""fact"\s*:\s*"kind""#, with: #""fact": "kinds""#, after: #""1.2.b""#,
        in: "national-2022-recommender.json")
      let wrong = try Command.run(arguments, directory: directory)
      #expect(wrong.status == 78)
      #expect(wrong.stdout.isEmpty)
      #expect(
        wrong.shownDiagnostics.contains {
          $0.file.hasSuffix("national-2022-recommender.json") && $0.line == line
            && $0.code.hasPrefix("rule-")
        }, "\(wrong.errors)")
    }
  }
}
