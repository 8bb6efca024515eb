import Foundation
import Testing

@testable import TestSupport

/// Files that are opened in a page, and what it says of them.
@Suite struct OpeningTests {
  private struct Opened: Decodable {
    struct Message: Decodable {
      let severity: String
      let text: String
      let line: Int
      let column: Int
    }
    let text: String?
    let messages: [Message]
    let setAside: Int
  }

  private func open(_ bytes: Data, _ page: Page) throws -> Opened {
    try JSONDecoder().decode(
      Opened.self, from: page.ask("open", parts: [(["name": "a.json"], bytes)]))
  }

  private static let samples = Result {
    try FileManager.default.contentsOfDirectory(
      at: Package.root.appendingPathComponent("samples"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }

  private struct Verdict: Decodable { let verdict: String }

  private func verdict(_ text: Data, _ page: Page) throws -> String {
    let json = try page.ask("report", ["format": "json"], parts: [(["name": "a.json"], text)])
    return try JSONDecoder().decode(Verdict.self, from: json).verdict
  }

  @Test func samplesOpenAsTheyAre() throws {
    let page = try Page()
    for sample in try Self.samples.get().sampled(12) {
      let bytes = try Data(contentsOf: sample)
      let opened = try open(bytes, page)
      #expect(opened.text.map { Data($0.utf8) } == bytes)
      #expect(opened.setAside == 0)
      #expect(!opened.messages.contains { $0.severity == "error" }, "\(sample)")
      let shown = try page.show(#require(opened.text)).outcome
      #expect(try shown == verdict(bytes, page), "\(sample)")
    }
  }

  /// A whole application, typed field by field and pasted list by list, is what its file says.
  @Test func samplesCanBeTypedIn() throws {
    let (source, page) = try (Page(), Page())
    for sample in try Self.samples.get().sampled(6) {
      let bytes = try Data(contentsOf: sample)
      page.stages = ["eligibility"]
      source.stages = ["eligibility"]
      try source.show(String(decoding: bytes, as: UTF8.self))
      try page.show("{}")
      try page.edit(source.view.sections.flatMap(\.fields).flatMap(edits))
      #expect(try page.json()["x-unread"] == nil, "\(sample) \(page.text)")
      for stages in [["eligibility"], ["submission", "annual", "eligibility"]] {
        page.stages = stages
        source.stages = stages
        #expect(
          try verdict(Data(page.text.utf8), page) == verdict(bytes, source), "\(sample) \(stages)")
      }
    }
  }

  /// What a person does to fill in a field.
  private func edits(_ field: View.Field) -> [[String: Any]] {
    guard let rows = field.rows, let columns = field.columns else {
      if let codes = field.codes {
        return [["kind": "codes", "path": field.path, "codes": codes]]
      } else if field.value == "" {
        return [["kind": "none", "path": field.path, "isChosen": true]]
      }
      return field.value.map { [["kind": "answer", "path": field.path, "entered": $0]] } ?? []
    }
    guard field.isComplete == true else { return [] }
    let lines = rows.map { row in
      row.cells.map { cell in
        (cell.codes.map { $0.isEmpty ? "无" : $0.joined(separator: "、") } ?? cell.value ?? "")
          .replacingOccurrences(of: "\n", with: " ")
      }.joined(separator: "\t")
    }
    let paste: [String: Any] = [
      "kind": "paste", "path": field.path, "pasted": lines.joined(separator: "\n"),
      "hasHeader": false, "columns": columns.map(\.path),
    ]
    return (rows.isEmpty ? [] : [paste])
      + [["kind": "complete", "path": field.path, "isComplete": true]]
  }

  /// What is nearly JSON is mended, and nothing in it is changed.
  @Test(arguments: [
    (#"{"baseName"："甲"，"site": "乙"}"#, #"{"baseName":"甲","site": "乙"}"#),
    (#"{“baseName”: “甲乙”}"#, #"{"baseName": "甲乙"}"#),
    (#"{"baseName": "甲",}"#, #"{"baseName": "甲"}"#),
    ("{\"baseName\": \"甲\"\n \"site\": \"乙\"}", "{\"baseName\": \"甲\"\n ,\"site\": \"乙\"}"),
    (#"{"baseName": "甲""#, #"{"baseName": "甲"}"#),
    (
      #"{"baseName": '甲', "staff": {"technologyTransferTeam": True}}"#,
      #"{"baseName": "甲", "staff": {"technologyTransferTeam": true}}"#
    ),
    ("{\"baseName\": \"甲\" // 名称\n}", "{\"baseName\": \"甲\" \n}"),
  ])
  func slipsAreMended(_ text: String, _ mended: String) throws {
    let opened = try open(Data(text.utf8), Page())
    #expect(opened.text == mended)
    #expect(opened.messages.contains { $0.severity == "error" && $0.line > 0 && $0.column > 0 })
  }

  @Test(arguments: [Data("[1]".utf8), Data("甲".utf8), Data([0xFF, 0xFE, 0x7B, 0]), Data()])
  func whatIsNoApplicationIsNotKept(_ bytes: Data) throws {
    let opened = try open(bytes, Page())
    #expect(opened.text == nil)
    #expect(!opened.messages.isEmpty)
  }

  /// Of a file with data errors everything is there: right values in their places, wrong ones as they
  /// were written.
  @Test func wrongValuesAreSetAside() throws {
    let text = """
      {"baseType": "incubation", "programme": "henan", "staff": {"fullTime": "50人", "partTime": -1},
       "applicant": {"registeredOn": "2020年1月2日", "kind": "hospital", "name": 7},
       "tenants": [{"name": "甲", "titles": ["high-tech", "star"]}, 3], "incidents": {}}
      """
    let page = try Page()
    let opened = try open(Data(text.utf8), page)
    #expect(opened.messages.count { $0.severity == "error" } == 8)
    let shown = try Page(#require(opened.text))
    #expect(shown.view.outcome != "invalid")
    // What a person can read is read.
    #expect(try shown.field("staff.fullTime").value == "50")
    #expect(try shown.field("applicant.registeredOn").value == "2020-01-02")
    #expect(try shown.field("staff.partTime").entered == "-1")
    #expect(try shown.field("applicant.kind").entered == "hospital")
    for piece in ["50", "-1", "2020-01-02", "hospital", "7", "star", "甲"] {
      #expect(shown.text.contains(piece), "\(piece)")
    }
  }
}
