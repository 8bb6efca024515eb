import Testing

@testable import RuleEngine

@Suite struct ApplicationTests {
  private func application(_ text: String) throws -> Application {
    let application = Application(vocabulary: try BuiltIn.library().vocabulary)
    application.read(SourceText(name: "a.json", bytes: text.utf8))
    return application
  }

  @Test func texts() throws {
    let application = try application(
      """
      {"baseName": "新材料\\n基地", "applicant": {"name": "洛阳\\u2014院", "region": {"province": null}},
       "staff": 1, "site": 2}
      """)
    #expect(application.string("baseName") == "新材料\n基地")
    #expect(application.string("applicant.name") == "洛阳—院")
    #expect(application.string("applicant.region.province") == nil)
    #expect(application.string("applicant.profile") == nil)
    #expect(application.string("site") == nil)
    #expect(application.string("nothing") == nil)
    #expect(application.string("experts[].name") == nil)
  }

  @Test func textThatIsNotJSON() throws {
    let application = try application(#"{"baseName": "x",}"#)
    #expect(application.diagnostics.map(\.code) == [.jsonSyntax])
    #expect(application.string("baseName") == nil)
  }

  /// A line of a larger text has the positions of that text.
  @Test func lineOfAText() throws {
    let library = try BuiltIn.library()
    let application = Application(vocabulary: library.vocabulary)
    let checker = try Checker(library)
    let lines = [
      #"{"baseType": "x"}"#, #"{"baseType": "incubation"}"#, #"  {"site": 1, "staff": []}"#,
    ]
    var told: [[String]] = []
    for (number, line) in lines.enumerated() {
      Array(line.utf8).withUnsafeBytes {
        application.read($0, name: "a.ndjson", line: number * 10 + 1)
      }
      told.append(
        checker.check(application).diagnostics.map { "\($0.code.rawValue) \($0.position.shown)" })
    }
    #expect(
      told == [
        ["unknown-code 1:14"], [],
        ["missing-base-type 21:3", "wrong-type 21:12", "wrong-type 21:24"],
      ])
    #expect(application.text.name == "a.ndjson")
  }

  /// The line to be shown with a diagnostic.
  @Test func lines() throws {
    let application = try application("\u{FEFF}{\n  \"site\": 1,\r\n  \"baseName\": 2\n}")
    #expect(application.diagnostics.count == 2)
    let shown = application.diagnostics.map { diagnostic in
      String(
        decoding: application.text[application.lineRange(at: diagnostic.offset)], as: UTF8.self)
    }
    #expect(shown == ["  \"site\": 1,\r", "  \"baseName\": 2"])
    #expect(application.lineRange(at: 3) == 3..<4)
  }

  /// What is missing stands where its object does.
  @Test func positionsOfMissingFacts() throws {
    let library = try BuiltIn.library()
    var options = Checker.Options()
    options.rulebooks = ["national-2022"]
    let report = try library.report(
      """
      {"baseType": "collaboration",
       "staff": {"partTime": 3},
       "applicant": {"name": "x"},
       "experts": [{"leads": true}, null]}
      """, options: options)
    func position(_ path: String) throws -> String {
      let reference = try #require(
        report.criteria.flatMap(\.missing).first { report.paths([$0]) == [path] }, "\(path)")
      return report.application.position(of: reference).shown
    }
    #expect(try position("staff.fullTime") == "2:11")
    #expect(try position("applicant.registeredOn") == "3:15")
    #expect(try position("experts[0].renowned") == "4:14")
    #expect(try position("incidents") == "1:1")
    #expect(try position("technologyTransfer.marketBased") == "1:1")
  }
}
