import Testing

@testable import RuleEngine

/// A flag that is true where a text beside it is one of some names, unless it is stated.
@Suite struct ImplicationTests {
  private static let words = #"{"zh": "字", "en": "words"}"#

  /// The small rules, in which names imply a flag of the application and one of an item's.
  private static func library(requiring condition: String) throws -> RuleLibrary {
    func implied(by fact: String) -> String {
      """
      "impliedBy": {"fact": "\(fact)", "names": ["甲", "Ab c"], "contradiction": \(words)}
      """
    }
    let vocabulary = try TinyRules.text("vocabulary.json")
      .replacing(
        #""path": "ok", "type": "flag","#,
        with: #""path": "ok", "type": "flag", \#(implied(by: "name")),"#
      )
      .replacing(
        #""path": "items[].good", "type": "flag","#,
        with: #""path": "items[].good", "type": "flag", \#(implied(by: "items[].name")),"#)
    let rulebook = TinyRules.rulebook(
      id: "r", articles: TinyRules.article(requiring: condition))
    return try RuleLibrary(
      vocabulary: SourceText(name: "vocabulary.json", bytes: vocabulary.utf8),
      rulebooks: [SourceText(name: "r.json", bytes: rulebook.utf8)])
  }

  private func report(_ members: String, requiring condition: String) throws -> Report {
    try Self.library(requiring: condition)
      .report(#"{"programme": "a", "baseType": "one", \#(members)}"#)
  }

  @Test(
    arguments: [
      (#""ok": true"#, .pass), (#""ok": false"#, .fail), (#""ok": null"#, .unknown),
      (#""name": "甲""#, .pass), (#""name": "甲", "ok": null"#, .pass),
      (#""ok": true, "name": "甲""#, .pass), (#""ok": true, "name": "乙""#, .pass),
      (#""ok": false, "name": "乙""#, .fail), (#""name": "乙""#, .unknown),
      (#""name": "甲乙""#, .unknown), (#""name": " 甲\n""#, .pass), (#""name": "aBC""#, .pass),
      (#""name": "\u7532""#, .pass), (#""name": """#, .unknown), (#""name": null"#, .unknown),
      (#""name": null, "ok": false"#, .fail),
    ] as [(String, Verdict)])
  func ofTheApplication(_ members: String, _ verdict: Verdict) throws {
    let report = try report(members, requiring: #"{"fact": "ok", "is": true}"#)
    #expect(report.diagnostics.isEmpty)
    let criterion = try #require(report.criterion("1.a"))
    #expect(criterion.verdict == verdict)
    #expect(report.paths(criterion.missing) == (verdict == .unknown ? ["ok"] : []))
  }

  /// Each element by its own name.
  @Test func ofAnElement() throws {
    let report = try report(
      #""items": [{"name": "甲"}, {"name": "乙"}, {"good": true}, {"name": "丙", "good": false}]"#,
      requiring:
        #"{"count": "items", "where": {"fact": "items[].good", "is": true}, "isAtLeast": 3}"#)
    let criterion = try #require(report.criterion("1.a"))
    #expect(criterion.verdict == .unknown)
    #expect(criterion.actual(in: .en) == "2–3")
    #expect(report.paths(criterion.missing) == ["items[1].good"])
  }

  /// Who says no although the name says yes has made a mistake, wherever the two stand.
  @Test(
    arguments: [
      (#""name": "甲", "ok": false"#, "ok"), (#""ok": false, "name": "A B C""#, "ok"),
      (#""items": [{}, {"name": "甲", "good": false}]"#, "items[1].good"),
    ])
  func contradiction(_ members: String, _ path: String) throws {
    let report = try report(members, requiring: #"{"fact": "ok", "is": true}"#)
    #expect(report.isInvalid)
    let diagnostic = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1)
    #expect(diagnostic.code == .inconsistent)
    #expect(diagnostic.path == path)
    let text = Array(#"{"programme": "a", "baseType": "one", \#(members)}"#.utf8)
    #expect(text[diagnostic.offset...].starts(with: "false".utf8))
    #expect(diagnostic.text(in: .en).contains("words"))
  }

  /// What is wrong otherwise is told once.
  @Test func flagThatIsNone() throws {
    let report = try report(#""name": "甲", "ok": "no""#, requiring: #"{"fact": "ok", "is": true}"#)
    #expect(report.diagnostics.map(\.code) == [.wrongType])
  }
}
