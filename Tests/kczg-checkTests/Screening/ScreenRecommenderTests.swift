import Foundation
import Testing

@testable import TestSupport

/// The recommending unit's own document, and the rules that bind it.
@Suite struct ScreenRecommenderTests: RecommenderSuite {
  @Test(arguments: try UnitCase.load().filter { $0.status != nil } + UnitCase.load().sampled(4))
  func unitAndCandidatesDecideTheStatus(_ testCase: UnitCase) throws {
    let files = try testCase.files()
    let (run, report) = try screen(
      files, "--recommender", "unit.json", inputs: files.dropFirst().map(\.name))
    let all = report.candidates.map(\.verdict) + [try #require(report.recommender).verdict]
    let status: Int32 = all.contains("ineligible") ? 1 : all.contains("undetermined") ? 2 : 0
    #expect(run.status == testCase.status ?? status, "\(run.errors)")
  }

  // MARK: What is shown

  @Test func rankingIsTheOrder() throws {
    var files = try files(Self.clean, ranking(3, 99, 1, 4, 1), candidates: 5)
    files[1].text = try Candidate.text(1, "{\(Candidate.shortOfStaff)}")
    files[2].text = "{"
    files[4].text = try Candidate.text(4, #"{"baseType": "rural"}"#)
    let report = try run(files, "--format", "json").screening()
    // An application with data errors has its place if its code can be read; then come those
    // without, the nearest first.
    #expect(
      report.candidates.map { "\($0.source) \($0.rank ?? 0) \($0.verdict)" } == [
        "3.json 1 eligible", "1.json 3 ineligible", "4.json 4 invalid", "5.json 0 eligible",
        "2.json 0 invalid",
      ])
    #expect(report.candidates.map(\.number) == [3, 1, 4, 5, 2])
  }

  @Test func withoutARankingTheNearestComesFirst() throws {
    var files = try files(Self.clean, #""ranking": null"#, candidates: 3)
    files[1].text = try Candidate.text(1, "{\(Candidate.shortOfStaff)}")
    let report = try run(files, "--format", "json").screening()
    #expect(report.candidates.map(\.number) == [2, 3, 1])
    #expect(report.candidates.allSatisfy { $0.rank == nil })
  }

  @Test func basesOfOneHostShareARank() throws {
    var files = try files(Self.clean, ranking(2, 1), candidates: 3)
    files[3].text = try Candidate.text(3, #"{"applicant": {"creditCode": "CODE"}}"#)
      .replacing("CODE", with: Candidate.creditCode(2))
    let report = try run(files, "--format", "json").screening()
    #expect(report.candidates.map(\.number) == [2, 3, 1])
    #expect(report.candidates.map(\.rank) == [1, 1, 2])
  }

  @Test(arguments: ["zh", "en"]) func failingRulesAreExplained(language: String) throws {
    let files = try files(
      #""date": "2022-06-01""#, #""penalties": [{"date": "2021-03-05", "authority": "某局"}]"#,
      #""notices": []"#, ranking(1, 2, 3, 4, 1), candidates: 4)
    let run = try run(files, "--lang", language)
    #expect(run.status == 1)
    #expect(run.output.contains(Candidate.unit))
    #expect(run.output.contains(language == "zh" ? "一（二）" : "1(2)"))
    #expect(run.output.contains("科协办函创字〔2022〕60号"))
    #expect(run.output.contains("2023-03-06"))
    // Where the penalty, the list of penalties and the ranking stand in the unit's document.
    for place in ["5:16", "5:17", "7:14"] { #expect(run.output.contains(place), "\(place)") }
    let figures = run.output.split { !$0.isASCII || !$0.isNumber }
    #expect(figures.contains("4"), "how many candidates there are")
    #expect(figures.contains("3"), "how many there may be")
    // A recommendation is no application.
    #expect(!run.output.contains("申请可符合"))
    #expect(!run.output.contains("an application from"))
  }

  @Test(arguments: ["zh", "en"]) func rulesThatHoldAreToldSo(language: String) throws {
    let run = try run(files(Self.clean, ranking(1, 2)), "--lang", language)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("national-2022-recommender"))
    #expect(run.output.contains(language == "zh" ? "条件均符合" : "all conditions are met"))
    // What the unit declares is not the applicant's, and it hands nothing to itself.
    #expect(!run.output.contains("申报单位自我声明"))
    #expect(!run.output.contains("applicant's own declaration"))
    #expect(!run.output.contains("交推荐单位核实"))
    #expect(!run.output.contains("hand it to the recommending unit"))
  }

  @Test func factsHaveTheirPositions() throws {
    let files = try files(
      #""date": "2022-06-01""#, #""penalties": [{"date": "2021-03-05", "authority": "某局"}]"#,
      #""notices": [{"date": "2021-03-05", "authority": "中国科协", "rectification": true}]"#,
      ranking(1, 2, 1))
    let run = try run(files, "--format", "json")
    let unit = try #require(try run.screening().recommender)
    let text = files[0].text
    let lines = text.components(separatedBy: "\n").map { Array($0.unicodeScalars) }
    let criteria = unit.rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }
    #expect(criteria.count > 5)
    for fact in criteria.flatMap(\.facts) {
      // What a fact's place shows is a value: an object, a list, a text.
      let scalar = lines[fact.line - 1][fact.column - 1]
      #expect("{[\"".unicodeScalars.contains(scalar), "\(fact.path)")
      let name = fact.path.prefix { $0.isLetter }
      let key = try position(of: "\"\(name)\"", in: text)
      #expect((fact.line, fact.column) > key, "\(fact.path)")
    }
    let penalties = criteria.first { $0.id == "1.2.d" }?.facts.map(\.path) ?? []
    #expect(penalties.contains("penalties[0]"))
    let rulebook = Package.root.appendingPathComponent("rules/national-2022-recommender.json")
    #expect(try unit.rulebooks.map(\.digest) == [digest(of: rulebook)])
  }

  @Test func missingFactsAreNamed() throws {
    func missing(_ members: String) throws -> [String: [String]] {
      var files = try files()
      files[0].text = "{\(members)}"
      let unit = try #require(try run(files, "--format", "json").screening().recommender)
      let criteria = unit.rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }
      return Dictionary(uniqueKeysWithValues: criteria.map { ($0.id, $0.missing) })
    }
    let empty = try missing("")
    #expect(empty["1.2.a"] == ["kind"])
    #expect(empty["1.2.d"] == ["penalties"])
    #expect(empty["1.2.e"] == ["notices"])
    #expect(empty["1.2.f"] == ["ranking"])
    #expect(empty["1.2.g"] == ["ranking"])
    #expect(empty["1.2.h"]?.contains("name") == true)
    let undated = try missing(
      #""penalties": [{}], "notices": [{"date": "2021-01-01", "authority": "中国科协"}]"#)
    #expect(Set(undated["1.2.d"] ?? []) == ["date", "penalties[0].date"])
    #expect(Set(undated["1.2.e"] ?? []) == ["date", "notices[0].rectification"])
  }

  /// What the batch tells of a candidate rests on a fact of the document, which has its place.
  @Test func failingRulesAboutTheBatchHaveAPlace() throws {
    var files = try files(Self.clean, ranking(1), candidates: 2)
    files[0].text = files[0].text.replacing(Candidate.unit, with: "另一单位")
    let unit = try #require(try run(files, "--format", "json").screening().recommender)
    let criteria = unit.rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }
    for (id, path) in [("1.2.f", "ranking"), ("1.2.h", "name")] {
      let criterion = try #require(criteria.first { $0.id == id })
      #expect(criterion.verdict == "fail")
      #expect(criterion.facts.map(\.path).contains(path))
    }
  }

  // MARK: Diagnostics

  @Test func rankedStrangerIsAWarningWhereItStands() throws {
    let files = try files(Self.clean, ranking(1, 77, 2))
    let run = try run(files, "--format", "json")
    #expect(run.status == 0)
    let shown = run.shownDiagnostics
    #expect(shown.map(\.code) == ["ranked-stranger"])
    #expect(shown.map(\.severity) == ["warning"])
    #expect(shown.map(\.file) == ["unit.json"])
    let code = Candidate.creditCode(77)
    let place = try position(of: "\"\(code)\"", in: files[0].text)
    #expect(shown.map { "\($0.line):\($0.column)" } == ["\(place.line):\(place.column)"])
    #expect(shown.first?.message.contains(code) == true)
    #expect(
      caretFaults(in: run.errorLines, file: "unit.json", source: Data(files[0].text.utf8)) == [])
    let unit = try #require(try run.screening().recommender)
    #expect(unit.verdict == "eligible")
    #expect(unit.diagnostics.map(\.path) == ["ranking[1]"])
    #expect(unit.diagnostics.map { "\($0.line):\($0.column)" } == ["\(place.line):\(place.column)"])

    let strict = try self.run(files, "--format", "json", "--strict")
    #expect(strict.status == 65)
    #expect(strict.shownDiagnostics.map(\.severity) == ["error"])
    let report = try strict.screening()
    #expect(report.counts.eligible == 2)
    #expect(report.recommender?.verdict == "invalid")
    #expect(report.recommender?.rulebooks.isEmpty == true)
  }

  /// The one whose code is not known may be the one that is ranked.
  @Test(arguments: ["{", #"{"baseType": "collaboration", "programme": "national"}"#])
  func rankedOneMayBeOneThatIsNotKnown(text: String) throws {
    var files = try files(Self.clean, ranking(1, 2))
    files[2].text = text
    let run = try run(files, "--format", "json")
    #expect(!run.shownDiagnostics.contains { $0.code == "ranked-stranger" })
  }

  /// The call's rules bind in its round alone; that they were left out is told, and warns of nothing.
  @Test(arguments: ScreenTests.formats, [("2022-06-10", false), ("2022-06-11", true)])
  func roundIsLeftOutAfterIt(format: String, _ day: (date: String, isOver: Bool)) throws {
    let files = try files(
      #""date": "\#(day.date)""#, #""penalties": [], "notices": []"#, ranking(1, 2))
    let run = try run(files, "--format", format)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let output = run.output.replacing("\n    ", with: "").replacing("\n  ", with: "")
    #expect(output.contains("均已截止") == day.isOver)
    #expect(output.contains("推荐日期 \(day.date)") == day.isOver)
  }

  @Test(
    arguments: [
      (#""kind": "provincial-asociation""#, "unknown-code", "error", "\"provincial-asociation\""),
      (#""date": "2022年6月1日""#, "bad-date", "error", "\"2022年6月1日\""),
      (#""date": "2022-06-31""#, "bad-date", "error", "\"2022-06-31\""),
      (#""penalties": {}"#, "wrong-type", "error", "{}"),
      (#""penalties": [{"date": 2021}]"#, "wrong-type", "error", "2021}"),
      (#""notices": [{"rectification": "yes"}]"#, "wrong-type", "error", "\"yes\""),
      (#""notices": [{"authority": "中国科协", "byCAST": false}]"#, "inconsistent", "error", "false"),
      (#""ranking": "914101007123456720""#, "wrong-type", "error", "\"914101007123456720\""),
      (#""ranking": ["91410100712345672I"]"#, "bad-format", "error", "\"91410100712345672I\""),
      (
        #""ranking": ["914101007123456721"]"#, "credit-code-check", "warning",
        "\"914101007123456721\""
      ),
      (#""x": 1, "x": 2"#, "duplicate-key", "error", "\"x\": 2"),
      (#""rankin": []"#, "unknown-key", "warning", "\"rankin\""),
      (#""notices": [{"data": "2021-01-01"}]"#, "unknown-key", "warning", "\"data\""),
      (#""baseType": "collaboration""#, "unknown-key", "warning", "\"baseType\""),
      (#""candidates": []"#, "unknown-key", "warning", "\"candidates\""),
    ]
  )
  func documentIsReadLikeAnApplication(
    member: String, code: String, severity: String, needle: String
  ) throws {
    let text = "{\"name\": \"甲\",\n  \(member)\n}"
    var files = try files()
    files[0].text = text
    let run = try run(files, "--format", "json")
    let place = try position(of: needle, in: text)
    #expect(
      run.shownDiagnostics.contains {
        $0.file == "unit.json" && $0.line == place.line && $0.column == place.column
          && $0.code == code && $0.severity == severity
      }, "\(run.errors)")
    #expect(caretFaults(in: run.errorLines, file: "unit.json", source: Data(text.utf8)) == [])
    let report = try run.screening()
    #expect(report.counts.eligible == 2, "the candidates are screened all the same")
    #expect(
      report.recommender?.diagnostics.contains { $0.code == code && $0.line == place.line } == true)
    if severity == "error" {
      #expect(run.status == 65)
      #expect(report.recommender?.verdict == "invalid")
      #expect(report.recommender?.rulebooks.isEmpty == true)
      #expect(report.candidates.allSatisfy { $0.rank == nil })
    } else {
      #expect([1, 2].contains(run.status))
      let strict = try self.run(files, "--strict", "--format", "json")
      #expect(strict.status == 65)
      #expect(try strict.screening().recommender?.verdict == "invalid")
    }
  }

  @Test(arguments: ["{", "", "[]", "推荐单位", "{\"name\": \"甲\"}}", "\u{FEFF}{\"name\" \"甲\"}"])
  func documentThatIsNoJSON(text: String) throws {
    var files = try files()
    files[0].text = text
    for format in Seeds.areAll ? ScreenTests.formats : ["text", "json"] {
      let run = try run(files, "--format", format)
      #expect(run.status == 65)
      #expect(!run.shownDiagnostics.isEmpty)
      #expect(run.shownDiagnostics.allSatisfy { $0.file == "unit.json" && $0.severity == "error" })
      #expect(run.output.contains("第1研究院"))
      #expect(run.output.contains("第2研究院"))
      if format == "json" { #expect(try run.screening().recommender?.verdict == "invalid") }
    }
  }
}
