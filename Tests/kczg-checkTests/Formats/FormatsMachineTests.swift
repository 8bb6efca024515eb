import Foundation
import Testing

@testable import TestSupport

/// What consumers of test reports and analyses get: JUnit XML, TAP, SARIF.
@Suite struct FormatsMachineTests {
  /// 8.5.a fails, 8.3.b is open.
  private func mixed() throws -> String {
    try Sample.text(
      "collaboration",
      replacing: [
        #""fullTime": 48"#: #""fullTime": 32"#,
        #""scienceAndTechnology": 55"#: #""scienceAndTechnology": 40"#,
        #""linked": true"#: #""linked": null"#,
      ])
  }

  private func run(_ text: String, _ arguments: String...) throws -> Run {
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      return try Command.run(
        arguments + ["--rulebook", "national-2022", "a.json"], directory: directory)
    }
  }

  // MARK: JUnit

  @Test func junitHasACaseACriterion() throws {
    let text = try mixed()
    let criteria = try check(text, "--rulebook", "national-2022").rulebooks[0].clauses
      .flatMap { $0.criteria ?? [] }
    let report = try JUnit(run(text, "--format", "junit").stdout)
    #expect(report.suites.map { $0.attributes["name"] } == ["a.json national-2022"])
    #expect(report.cases.map(\.name) == criteria.map { "\($0.id) \($0.requirement)" })
    #expect(Set(report.cases.map(\.classname)) == ["a.json.national-2022"])
    let place = try position(of: "32", in: text)
    let failing = try #require(report.testCase("8.5.a"))
    #expect(failing.result == "failure" && failing.type == "fail")
    #expect(failing.file == "a.json" && failing.line == place.line)
    #expect(failing.message?.contains("还差 6 人") == true)
  }

  @Test func junitSkipsTheUnknownWhereItIsNoFailure() throws {
    let text = try mixed()
    // What counts as a failure for the exit status does so here.
    for (options, result) in [
      ([], "failure"), (["--fail-on", "unknown"], "failure"), (["--fail-on", "fail"], "skipped"),
    ] as [([String], String)] {
      try withTemporaryDirectory { directory in
        try directory.write(text, to: "a.json")
        let run = try Command.run(options + ["--format", "junit", "a.json"], directory: directory)
        let open = try #require(try JUnit(run.stdout).testCase("8.3.b"))
        #expect(open.result == result)
        #expect(open.message?.contains("platform.linked") == true)
        #expect(open.type == (result == "failure" ? "unknown" : nil))
      }
    }
  }

  @Test func junitNamesDoNotChangeWithFigures() throws {
    let names = try [Sample.eligible(), Sample.ineligible(), mixed()].map {
      try JUnit(run($0, "--format", "junit").stdout).cases.map {
        [$0.suite, $0.classname, $0.name]
      }
    }
    #expect(names[0] == names[1] && names[1] == names[2])
    #expect(Set(names[0]).count == names[0].count)
  }

  @Test func junitHasDataErrorsAndWarnings() throws {
    let bad = try JUnit(run(Sample.invalid(), "--format", "junit").stdout)
    #expect(bad.cases.map(\.result) == ["error"])
    #expect(bad.cases.map(\.name) == ["unknown-code baseType"])
    let text = try Sample.text(
      "collaboration", replacing: [#""baseType""#: #""baseTyp": 1, "baseType""#])
    let warned = try JUnit(run(text, "--format", "junit").stdout)
    let log = warned.suites[0].children("system-err").map(\.text)
    #expect(log.count == 1 && log[0].contains("warning") && log[0].contains("[unknown-key]"))
  }

  // MARK: TAP

  @Test func tapHasAPointACriterion() throws {
    let text = try mixed()
    let stream = try TAP(run(text, "--format", "tap").stdout)
    let report = try check(text, "--rulebook", "national-2022")
    let criteria = report.rulebooks[0].clauses.flatMap { $0.criteria ?? [] }
    #expect(
      stream.points.map(\.description)
        == criteria.map { "a.json national-2022/\($0.id) \($0.requirement)" })
    #expect(stream.points.map(\.isOK) == criteria.map { $0.verdict == "pass" })
    let point = try #require(stream.points.first { $0.details["severity"] == "fail" })
    let place = try position(of: "32", in: text)
    #expect(point.details["file"] == "a.json" && point.details["line"] == "\(place.line)")
    #expect(point.details["column"] == "\(place.column)")
    #expect(point.details["actual"] == "44" && point.details["shortfall"] == "6")
  }

  @Test func tapSkipsTheUnknownWhereItIsNoFailure() throws {
    let usual = try TAP(run(mixed(), "--format", "tap").stdout)
    #expect(usual.points.allSatisfy { $0.skip == nil })
    let lenient = try TAP(run(mixed(), "--format", "tap", "--fail-on", "fail").stdout)
    let skipped = lenient.points.filter { $0.skip != nil }
    #expect(skipped.count == 1 && skipped[0].isOK)
    #expect(skipped[0].skip?.contains("platform.linked") == true)
    #expect(skipped[0].description.contains("/8.3.b "))
  }

  @Test func tapHasDataErrorsAndWarnings() throws {
    let bad = try TAP(run(Sample.invalid(), "--format", "tap").stdout)
    #expect(bad.points.map(\.description) == ["a.json unknown-code baseType"])
    #expect(bad.points.map(\.isOK) == [false])
    let text = try Sample.text(
      "collaboration", replacing: [#""baseType""#: #""baseTyp": 1, "baseType""#])
    let warned = try TAP(run(text, "--format", "tap").stdout)
    #expect(warned.comments.count { $0.hasSuffix("[unknown-key]") } == 1)
  }

  // MARK: SARIF

  @Test func sarifHasWhatIsNotMet() throws {
    let text = try mixed()
    let log = try SARIF(run(text, "--format", "sarif").stdout)
    #expect(log.results.map(\.ruleId) == ["national-2022/8.3.b", "national-2022/8.5.a"])
    #expect(log.results.map(\.level) == ["warning", "error"])
    #expect(log.run.invocations.map(\.executionSuccessful) == [true])
    // Every rule that was checked is described, also those that are met.
    #expect(log.rules.count == 17)
    for rule in log.rules { #expect(rule.help.text.contains("第八条")) }
  }

  @Test func sarifRegionIsTheDecidingValue() throws {
    let text = try mixed()
    let log = try SARIF(run(text, "--format", "sarif").stdout)
    let value = try position(of: "32", in: text)
    let result = try #require(log.results("national-2022/8.5.a").first)
    #expect(
      result.locations.map(\.region) == [
        SARIF.Region(
          startLine: value.line, startColumn: value.column, endLine: value.line,
          endColumn: value.column + 2)
      ])
    #expect(result.locations[0].uri == "a.json")
    let other = try position(of: #"12,"#, in: text)
    #expect(result.relatedLocations?.map(\.region?.startLine) == [other.line])
    #expect(result.relatedLocations?.map(\.region?.startColumn) == [other.column])
  }

  @Test func sarifRegionOfAMissingFactIsItsObject() throws {
    let text = "{\"baseType\": \"collaboration\",\n \"platform\": {\"x-甲\": \"🚜\"}}"
    let log = try SARIF(run(text, "--format", "sarif").stdout)
    let inner = try #require(log.results("national-2022/8.3.b").first)
    // Columns count Unicode scalars.
    #expect(
      inner.locations.map(\.region)
        == [SARIF.Region(startLine: 2, startColumn: 14, endLine: 2, endColumn: 26)])
    let outer = try #require(log.results("national-2022/8.4.a").first)
    #expect(
      outer.locations.map(\.region)
        == [SARIF.Region(startLine: 1, startColumn: 1, endLine: 2, endColumn: 27)])
  }

  /// In one file, what is the same of two applications is still two things.
  @Test func sarifFingerprintsTellApplicationsApart() throws {
    try withTemporaryDirectory { directory in
      let lines = ["甲", "乙"].map {
        #"{"baseType": "collaboration", "programme": "national", "applicant": {"name": "\#($0)"}, "twise": 1}"#
      }
      try directory.write(lines.joined(separator: "\n"), to: "a.ndjson")
      let run = try Command.run(["--format", "sarif", "a.ndjson"], directory: directory)
      let results = try SARIF(run.stdout).results
      let prints = results.compactMap { $0.partialFingerprints["kczgCheck/v1"] }
      #expect(results.contains { $0.ruleId == "unknown-key" })
      #expect(prints.count == results.count && Set(prints).count == prints.count)
    }
  }

  @Test func sarifFingerprintsSurviveUnrelatedEdits() throws {
    func prints(_ text: String, _ arguments: String...) throws -> [String: String] {
      let log = try SARIF(
        withTemporaryDirectory { directory in
          try directory.write(text, to: "a.json")
          return try Command.run(
            arguments + ["--format", "sarif", "--rulebook", "national-2022", "a.json"],
            directory: directory
          ).stdout
        })
      let pairs = log.results.map { ($0.ruleId, $0.partialFingerprints["kczgCheck/v1"] ?? "") }
      return Dictionary(pairs) { "\($0) \($1)" }
    }
    let text = try mixed().replacingOccurrences(
      of: #""applicationDate""#, with: #""twise": 1, "twice": 2, "applicationDate""#)
    let first = try prints(text)
    #expect(first.count == 3 && Set(first.values).count == 3)
    let edited = text.replacingOccurrences(of: "{\n", with: "{\n\n  \"x-note\": \"甲\",\n")
    #expect(try prints(edited.replacingOccurrences(of: "32", with: "33")) == first)
    #expect(try prints(text, "--lang", "en") == first)
    let both = try #require(first["unknown-key"])
    #expect(both.split(separator: " ").count == 2 && Set(both.split(separator: " ")).count == 2)
  }

  @Test func sarifHasDataErrorsAndUnreadableInputs() throws {
    try withSamples { directory in
      let run = try Command.run(
        ["--format", "sarif", "invalid.json", "a missing:file.json"], directory: directory)
      let log = try SARIF(run.stdout)
      #expect(log.results.map(\.ruleId) == ["unknown-code"])
      #expect(log.results.map(\.level) == ["error"])
      let place = try position(of: "\"colaboration\"", in: Sample.invalid())
      #expect(log.results[0].locations[0].region?.startColumn == place.column)
      let invocation = log.run.invocations[0]
      #expect(!invocation.executionSuccessful)
      #expect(
        invocation.toolExecutionNotifications.map { $0.locations[0].uri }
          == ["a%20missing%3Afile.json"])
    }
  }

  /// What is wrong with an application is no fault of the rules.
  @Test func sarifExplainsWarningsOfDocuments() throws {
    let text = try Sample.text(
      "collaboration",
      replacing: [
        #""baseType""#:
          #""evidence": [{"supports": "?", "file": "a"}, {"file": "/a"}, {"file": "."}], "baseType""#
      ])
    let log = try SARIF(run(text, "--format", "sarif", "--lang", "en").stdout)
    let codes = [
      "evidence-missing", "evidence-not-a-file", "evidence-outside", "unknown-reference",
    ]
    let rules = log.rules.filter { codes.contains($0.id) }
    #expect(rules.map(\.id) == codes)
    for rule in rules { #expect(!rule.help.text.contains("rules"), "\(rule.help.text)") }
    #expect(Set(rules.map(\.help.text)).count == codes.count)
  }

  @Test func sarifOfWhatIsMetHasNoResult() throws {
    let log = try SARIF(run(Sample.eligible(), "--format", "sarif").stdout)
    #expect(log.results.isEmpty)
    #expect(log.rules.count == 17)
  }
}
