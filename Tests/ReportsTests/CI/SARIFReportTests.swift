import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What consumers of SARIF get.
@Suite struct SARIFReportTests {
  @Test func hasWhatIsNotMet() throws {
    let text = try Sample.mixed()
    let log = try SARIF(national(.sarif)(text).bytes)
    #expect(log.results.map(\.ruleId) == ["national-2022/8.3.b", "national-2022/8.5.a"])
    #expect(log.results.map(\.level) == ["warning", "error"])
    #expect(log.run.invocations.map(\.executionSuccessful) == [true])
    // Every rule that was checked is described, also those that are met.
    #expect(log.rules.count == 17)
    for rule in log.rules { #expect(rule.help.text.contains("第八条")) }
  }

  @Test func regionIsTheDecidingValue() throws {
    let text = try Sample.mixed()
    let log = try SARIF(national(.sarif)(text).bytes)
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

  @Test func regionOfAMissingFactIsItsObject() throws {
    let text = "{\"baseType\": \"collaboration\",\n \"platform\": {\"x-甲\": \"🚜\"}}"
    let log = try SARIF(national(.sarif)(text).bytes)
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
  @Test func fingerprintsTellApplicationsApart() throws {
    let lines = ["甲", "乙"].map {
      #"{"baseType": "collaboration", "programme": "national", "applicant": {"name": "\#($0)"}, "twise": 1}"#
    }
    let results = try SARIF(Rendering(.sarif)([.lines("a.ndjson", lines)]).bytes).results
    let prints = results.compactMap { $0.partialFingerprints["kczgCheck/v1"] }
    #expect(results.contains { $0.ruleId == "unknown-key" })
    #expect(prints.count == results.count && Set(prints).count == prints.count)
  }

  @Test func fingerprintsSurviveUnrelatedEdits() throws {
    func prints(_ text: String, in language: Language = .zh) throws -> [String: String] {
      let log = try SARIF(national(.sarif, in: language)(text).bytes)
      let pairs = log.results.map { ($0.ruleId, $0.partialFingerprints["kczgCheck/v1"] ?? "") }
      return Dictionary(pairs) { "\($0) \($1)" }
    }
    let text = try Sample.mixed().replacingOccurrences(
      of: #""applicationDate""#, with: #""twise": 1, "twice": 2, "applicationDate""#)
    let first = try prints(text)
    #expect(first.count == 3 && Set(first.values).count == 3)
    let edited = text.replacingOccurrences(of: "{\n", with: "{\n\n  \"x-note\": \"甲\",\n")
    #expect(try prints(edited.replacingOccurrences(of: "32", with: "33")) == first)
    #expect(try prints(text, in: .en) == first)
    let both = try #require(first["unknown-key"])
    #expect(both.split(separator: " ").count == 2 && Set(both.split(separator: " ")).count == 2)
  }

  @Test func hasDataErrorsAndUnreadableInputs() throws {
    let log = try SARIF(
      Rendering(.sarif)([.text(Sample.invalid()), .unread("a missing:file.json")]).bytes)
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

  /// What is wrong with an application is no fault of the rules.
  @Test func explainsWarningsOfDocuments() throws {
    let text = try Sample.text(
      "collaboration",
      replacing: [
        #""baseType""#:
          #""evidence": [{"supports": "?", "file": "a"}, {"file": "/a"}, {"file": "b"}], "baseType""#
      ])
    var rendering = try national(.sarif, in: .en)
    rendering.files = ["b": .notAFile]
    let log = try SARIF(rendering(text).bytes)
    let codes = [
      "evidence-missing", "evidence-not-a-file", "evidence-outside", "unknown-reference",
    ]
    let rules = log.rules.filter { codes.contains($0.id) }
    #expect(rules.map(\.id) == codes)
    for rule in rules { #expect(!rule.help.text.contains("rules"), "\(rule.help.text)") }
    #expect(Set(rules.map(\.help.text)).count == codes.count)
  }

  @Test func ofWhatIsMetHasNoResult() throws {
    let log = try SARIF(national(.sarif)(Sample.eligible()).bytes)
    #expect(log.results.isEmpty)
    #expect(log.rules.count == 17)
  }
}
