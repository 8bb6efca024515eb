import Foundation
import Rules
import Testing

@testable import Reports
@testable import RuleEngine
@testable import TestSupport

/// What may have been counted twice, and what is short at least, in every format and language.
@Suite struct CountPhrasesTests {
  /// An expert who is listed twice; 38 people and a number that is not known, 30 of science.
  private static let text = """
    {"programme": "national", "baseType": "collaboration", "applicationDate": "2022-05-20",
     "experts": [{"name": "甘露", "leads": true, "renowned": true, "relevantField": true},
       {"name": "甘 露", "leads": true, "renowned": true, "relevantField": true}],
     "staff": {"fullTime": 38, "scienceAndTechnology": 30}}
    """

  private struct Wanted {
    let language: Language
    let warning: String
    let repeated: String
    let shortfall: String
  }

  private static let wanted = [
    Wanted(
      language: .zh, warning: "名称“甘 露”重复",
      repeated: "“甘露”列出 2 次（experts[0]、experts[1]）：同一的只计一次，不同的请在名称中注明区别",
      shortfall: "至少还差 10 人（按总数 50 人计）"),
    Wanted(
      language: .en, warning: "the name \"甘 露\" stands twice",
      repeated:
        "“甘露” is listed twice (experts[0], experts[1]): the same one counts once; if they are different, tell them apart in the name",
      shortfall: "at least 10 more people (for a total of 50)"),
  ]

  /// Without what formats put between or for characters: spaces where lines are wrapped, escapes.
  private static func plain(_ text: String) -> String {
    var text = text
    for (escape, character) in [
      ("&quot;", "\""), ("\\\"", "\""), ("\"\"", "\""), ("\\[", "["), ("\\]", "]"), ("&#34;", "\""),
      ("%25", "%"),
    ] {
      text = text.replacingOccurrences(of: escape, with: character)
    }
    return text.filter { !$0.isWhitespace }
  }

  @Test(arguments: ReportFormat.allCases)
  func inAReport(_ format: ReportFormat) throws {
    for wanted in Self.wanted {
      let said = Self.plain(try Rendering(format, in: wanted.language)(Self.text).text)
      #expect(said.contains(Self.plain(wanted.warning)), "\(format) \(wanted.language)")
      guard format != .json, format != .ndjson else { continue }
      #expect(said.contains(Self.plain(wanted.repeated)), "\(format) \(wanted.language)")
      #expect(said.contains(Self.plain(wanted.shortfall)), "\(format) \(wanted.language)")
    }
  }

  /// Where it is not the authority that decides, no format says so of the clause.
  @Test func isNotForTheAuthority() throws {
    let table = try CSV(Rendering(.csv)(Self.text).bytes)
    let row = try #require(table.rows.indices.first { table[$0, "条件"] == "8.4.a" })
    #expect(table[row, "结论"] == "待定" && table[row, "说明"]?.contains("认定机构") == false)
    let page = try Rendering(.html)(Self.text).text
    #expect(page.contains("“甘露”列出 2 次"))
  }

  @Test(arguments: MatchFormat.allCases)
  func inAMatch(_ format: MatchFormat) throws {
    for wanted in Self.wanted {
      let said = Self.plain(try Rendering(match: format, in: wanted.language)(Self.text).text)
      #expect(said.contains(Self.plain(wanted.warning)), "\(format) \(wanted.language)")
    }
  }

  @Test(arguments: ScreeningFormat.allCases)
  func inAScreening(_ format: ScreeningFormat) throws {
    for wanted in Self.wanted {
      let output = try Screened(in: wanted.language)(format, [.text(Self.text)])
      let said = Self.plain(output.text)
      #expect(said.contains(Self.plain(wanted.warning)), "\(format) \(wanted.language)")
      guard format != .json else { continue }
      #expect(said.contains(Self.plain(wanted.repeated)), "\(format) \(wanted.language)")
      #expect(said.contains(Self.plain(wanted.shortfall)), "\(format) \(wanted.language)")
    }
  }

  @Test func inJSON() throws {
    let criterion = { (id: String, report: CheckReport) in try #require(report.criterion(id)) }
    let report = try JSONDecoder().decode(
      CheckReport.self, from: Rendering(.json)(Self.text).bytes)
    let experts = try criterion("8.4.a", report)
    #expect(experts.verdict == "unknown" && experts.actual == "1–2" && experts.missing == [])
    #expect(experts.repeatedNames?.map(\.name) == ["甘露"])
    #expect(experts.repeatedNames?.map(\.paths) == [["experts[0]", "experts[1]"]])
    let share = try criterion("8.5.b", report)
    #expect(share.shortfall == "10" && share.shortfallIsLowerBound == true)
    #expect(share.wholeAsked == "50" && share.shortfallOfWholeAsked == "10")
    // Where there is nothing to say, the keys are not there.
    let staff = try criterion("8.5.a", report)
    #expect(staff.shortfallIsLowerBound == nil && staff.repeatedNames == nil)
    let screening = try Screened()(.json, [.text(Self.text)]).text
    #expect(screening.contains(#""shortfallIsLowerBound": true"#))
    #expect(screening.contains(#""wholeAsked": "50""#))
    #expect(screening.contains(#""repeatedNames""#))
  }

  /// What an application lacks, in both languages.
  @Test(
    arguments: [
      (#""staff": {"fullTime": 44, "partTime": 0}"#, "还差 6 人", "6 people short"),
      (
        #""staff": {"fullTime": 49, "partTime": 0, "scienceAndTechnology": 39}"#,
        "还差 1 人", "1 person short"
      ),
      (
        #""staff": {"fullTime": 50, "scienceAndTechnology": 39}"#, "至少还差 1 人",
        "at least 1 more person"
      ),
      (
        #""capabilities": ["key-technology", null, "pilot-production", "common-technology"]"#, nil,
        nil
      ),
      (
        #""capabilities": ["key-technology", null]"#, "产业共性技术研发、产业化中试、产品开发 中至少缺 2 项",
        "lacks at least 2 of R&D in generic industrial technology, Pilot-scale production, Product development"
      ),
      (
        #""capabilities": ["key-technology", "pilot-production", "product-development"]"#,
        "缺 产业共性技术研发", "lacks R&D in generic industrial technology"
      ),
      (
        #""incidents": [{"date": "2022-02-01"}]"#, "最早自 2023-02-02 起可符合",
        "would pass from 2023-02-02 on"
      ),
      (
        #""incidents": [{"date": "2022-02-01"}, {}]"#, "最早自 2023-02-02 起才可能符合",
        "could pass from 2023-02-02 on at the earliest"
      ),
    ] as [(String, String?, String?)])
  func lacks(_ facts: String, _ zh: String?, _ en: String?) throws {
    let library = try Rendering.library.get()
    let application = Application(vocabulary: library.vocabulary)
    let text =
      #"{"programme": "national", "baseType": "collaboration", "applicationDate": "2022-05-20", \#(facts)}"#
    application.read(SourceText(name: "a.json", bytes: text.utf8))
    let report = try Checker(library).check(application)
    for (language, wanted) in [(Language.zh, zh), (.en, en)] {
      let phrases = CriterionPhrases(application, in: language)
      let said = report.judgements.compactMap { phrases.shortfall($0.criterion) }
      #expect(wanted.map { said.contains($0) } ?? said.isEmpty, "\(said)")
    }
  }

  /// How many too many there are, exactly and at least.
  @Test func excess() throws {
    func shortfall(
      _ value: LackingValue, isExcess: Bool, isLowerBound: Bool, in language: Language
    ) -> String {
      ReportPhrases(language: language).shortfall(
        Lack(
          what: .one(value), isExcess: isExcess, isLowerBound: isLowerBound, atSize: nil,
          certainCount: nil))
    }
    for (isLowerBound, zh, en) in [
      (false, "多出 2 字", "2 characters too many"),
      (true, "至少多出 2 字", "at least 2 characters too many"),
    ] {
      for (language, wanted) in [(Language.zh, zh), (.en, en)] {
        let said = shortfall(
          .amount(ExactDecimal(2), .characters), isExcess: true, isLowerBound: isLowerBound,
          in: language)
        #expect(said == wanted)
      }
    }
    let stage = FailingElements<LackingValue>.Element(
      name: "stages[0]",
      values: [
        FailingElements.Said(
          condition: nil, value: .amount(ExactDecimal(5), .characters), unit: .characters,
          required: nil)
      ])
    let stages = LackingValue.failingElements(
      FailingElements(
        elements: [stage], count: 1, vocabulary: try Rendering.library.get().vocabulary))
    for (isExcess, wanted) in [(false, "至少缺 stages[0] 5 字"), (true, "至少超出 stages[0] 5 字")] {
      #expect(shortfall(stages, isExcess: isExcess, isLowerBound: true, in: .zh) == wanted)
    }
  }

  /// Of many names, four are told.
  @Test func manyNames() {
    let names = (0..<6).map { (name: "n\($0)", paths: (0..<5).map { "p\($0)" }) }
    let zh = ReportPhrases(language: .zh).repeated(names)
    #expect(zh.count == 5 && zh[4] == "列出多次的名称共 6 个")
    #expect(zh[0].contains("“n0”列出 5 次（p0、p1、p2、p3 等共 5 处）"))
    let en = ReportPhrases(language: .en).repeated(names)
    #expect(en[4] == "6 names listed more than once in all")
    #expect(en[0].contains("“n0” is listed 5 times (p0, p1, p2, p3 and others, 5 in all)"))
  }
}
