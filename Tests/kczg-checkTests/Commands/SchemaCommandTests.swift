import Foundation
import Testing

@testable import TestSupport

/// `kczg-check schema`: it accepts what the program reads and rejects what the program rejects for
/// type, code, range and form.
@Suite struct SchemaCommandTests {
  private func schema(_ options: String...) throws -> JSONSchema {
    let run = try Command.run(["schema"] + options)
    #expect(run.status == 0)
    #expect(run.errors == "")
    return try JSONSchema(run.output)
  }

  private static func files(in folder: String) throws -> [URL] {
    let folder = Package.root.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .sorted { $0.path < $1.path }
  }

  // MARK: What is accepted, and what is not

  @Test func everySampleIsAccepted() throws {
    let schema = try schema()
    var count = 0
    for folder in ["samples", "samples/screen/henan", "samples/screen/national"] {
      for file in try Self.files(in: folder)
      where !["not-json.json", "data-error.json"].contains(file.lastPathComponent) {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(try schema.faults(of: ExactJSON(text)) == [], "\(file.lastPathComponent)")
        count += 1
      }
    }
    #expect(count > 40)
  }

  @Test func everyRecommenderIsAccepted() throws {
    let schema = try schema("--document", "recommender")
    for file in try Self.files(in: "samples/screen") {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(try schema.faults(of: ExactJSON(text)) == [], "\(file.lastPathComponent)")
    }
    #expect(try !schema.accepts(#"{"kind": "society"}"#))
    #expect(try !schema.accepts(#"{"ranking": ["91410100MA3X00000"]}"#))
    #expect(try schema.accepts(#"{"ranking": [null], "penalties": [null, {"date": null}]}"#))
  }

  @Test func everyBaseOfTheCriteriaIsAccepted() throws {
    let schema = try schema()
    for file in try Self.files(in: "Tests/kczg-checkTests/Fixtures/criteria")
    where file.lastPathComponent.hasPrefix("base-") {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(try schema.faults(of: ExactJSON(text)) == [], "\(file.lastPathComponent)")
    }
  }

  /// What the program says of single values is what the schema says.
  @Test(arguments: ["accepted", "types", "values", "shape", "warnings"], ["zh", "en"])
  func schemaAgreesWithTheProgram(table: String, language: String) throws {
    let aboutText: Set = ["json-syntax", "json-encoding", "json-depth"]
    let aboutValues: Set = [
      "wrong-type", "unknown-code", "bad-date", "out-of-range", "bad-format", "not-an-object",
    ]
    let schema = try schema("--lang", language)
    var count = 0
    for testCase in try BadInput.load(table) {
      let codes = Set(testCase.expect.map(\.code))
      guard codes.isDisjoint(with: aboutText) else { continue }
      let text = String(decoding: testCase.bytes, as: UTF8.self)
      let isGood = codes.isDisjoint(with: aboutValues)
      #expect(try schema.accepts(text) == isGood, "\(testCase.name)")
      count += 1
    }
    #expect(count > 5)
  }

  @Test func nullIsAcceptedEverywhere() throws {
    let schema = try schema()
    #expect(try !schema.accepts("null"))
    // Every property accepts null, the elements of every list too.
    func check(_ part: ExactJSON, _ path: String) throws {
      for member in part["properties"]?.members ?? [] {
        let at = "\(path).\(member.key)"
        #expect(try schema.faults(of: .null, against: member.value) == [], "\(at)")
        if let items = member.value["items"] {
          #expect(try schema.faults(of: .null, against: items) == [], "\(at)[]")
          try check(items, at + "[]")
        }
        try check(member.value, at)
      }
    }
    try check(schema.root, "")
  }

  // MARK: Dates

  @Test func onlyRealDaysAreAccepted() throws {
    let schema = try schema()
    let pattern = try #require(schema.root.at("$defs/date/pattern")?.string)
    let years = [
      0, 1, 4, 100, 400, 999, 1000, 1900, 1996, 2000, 2022, 2023, 2024, 2100, 9996, 9999,
    ]
    func digits(_ number: Int, _ count: Int) -> String {
      String(repeating: "0", count: count - String(number).count) + String(number)
    }
    for year in years {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 0...13 {
        let days =
          switch month {
          case 0, 13: 0
          case 2: isLeap ? 29 : 28
          case 4, 6, 9, 11: 30
          default: 31
          }
        for day in 0...32 {
          let text = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
          let isReal = year > 0 && (1...max(1, days)).contains(day) && days > 0
          #expect(try schema.matches(text, pattern) == isReal, "\(text)")
        }
      }
    }
    for text in ["2022-5-20", "2022-05-20 ", "2022-05-20\n", "2022-05", "２０２２-05-20", "", "never"] {
      #expect(try !schema.matches(text, pattern), "\(text)")
    }
  }

  @Test func monthsNeverAndMomentsStandWhereTheyMay() throws {
    let schema = try schema()
    for (text, isGood) in [
      (#"{"stages": [{"from": "2022-07", "to": "2022-12-31"}]}"#, true),
      (#"{"stages": [{"from": "2022-13"}]}"#, false),
      (#"{"stages": [{"from": "0000-01"}]}"#, false),
      (#"{"stages": [{"from": "never"}]}"#, false), (#"{"applicationDate": "2022-07"}"#, false),
      (#"{"internationalBase": {"struckOffOn": "never"}}"#, true),
      (#"{"internationalBase": {"struckOffOn": "2020-02-29"}}"#, true),
      (#"{"internationalBase": {"struckOffOn": "Never"}}"#, false),
      (#"{"submission": {"onlineAt": "2022-05-27T18:00"}}"#, true),
      (#"{"submission": {"onlineAt": "2022-05-27T24:00"}}"#, false),
      (#"{"submission": {"onlineAt": "2022-05-27T18:60"}}"#, false),
      (#"{"submission": {"onlineAt": "2022-02-29T18:00"}}"#, false),
      (#"{"submission": {"onlineAt": "2022-05-27"}}"#, false),
      (#"{"annual": {"year": 10000}}"#, false), (#"{"annual": {"year": 9.999e3}}"#, true),
    ] {
      #expect(try schema.accepts(text) == isGood, "\(text)")
      let type = try Command.run(
        ["--type", "collaboration", "--format", "json", "-"], input: Data(text.utf8))
      #expect((type.status == 65) == !isGood, "\(text)")
    }
  }

  // MARK: What it tells

  @Test(arguments: ["zh", "en"]) func everyKeyAndCodeIsExplained(language: String) throws {
    let run = try Command.run(["schema", "--lang", language])
    let schema = try JSONSchema(run.output)
    #expect(schema.root["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    func check(_ part: ExactJSON) {
      for member in part["properties"]?.members ?? [] {
        #expect(member.value["title"]?.string?.isEmpty == false, "\(member.key)")
        #expect(member.value["description"]?.string?.isEmpty == false, "\(member.key)")
        for code in (member.value["oneOf"] ?? member.value.at("items/oneOf"))?.elements ?? [] {
          #expect(code["title"]?.string?.isEmpty == false, "\(member.key)")
        }
        check(member.value)
        if let items = member.value["items"] { check(items) }
      }
    }
    check(schema.root)
    let isChinese = run.output.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    // Some English words quote Chinese ones.
    if language == "zh" { #expect(isChinese) } else { #expect(!run.output.contains("。")) }
  }

  @Test func computedFactsAreNotAmongTheKeys() throws {
    let schema = try schema("--document", "recommender")
    #expect(schema.root.at("properties/candidates") == nil)
    #expect(schema.root.at("properties/ranking") != nil)
  }

  @Test func unknownDocumentIsAUsageError() throws {
    let run = try Command.run(["schema", "--document", "recomender", "--lang", "en"])
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("did you mean recommender?"))
  }

  @Test func otherVocabularyHasAnotherSchema() throws {
    let rules = Package.root.appendingPathComponent("Tests/RuleEngineTests/Fixtures/third-province")
    let run = try Command.run(["schema", "--rules", rules.path])
    #expect(run.status == 0)
    let schema = try JSONSchema(run.output)
    #expect(schema.root.at("properties/internationalBase") == nil)
    #expect(schema.root["properties"] != nil)
  }
}
