import Rules
import Testing

@testable import RuleEngine

/// Advice of a rulebook: a warning of its own, on which no verdict hangs.
@Suite struct AdviceTests {
  private func library(_ stage: String = "eligibility") throws -> RuleLibrary {
    let ok = #"{"fact": "ok", "is": true}"#
    let advice = """
      [{"id": "name-form", "baseTypes": ["one"],
        "require": {"if": {"fact": "name", "isFilled": true}, "then": {"fact": "name", "isLike": "甲*"}},
        "message": {"zh": "名称应以甲开头", "en": "the name should begin with 甲"}},
       {"id": "guests", "require": {"fact": "guests", "isAtMost": 5},
        "message": {"zh": "来访过多", "en": "too many guests"}}]
      """
    return try TinyRules.library(
      TinyRules.rulebook(
        id: "r",
        articles: [
          TinyRules.article(requiring: ok, id: "1"),
          TinyRules.article(requiring: ok, id: "2", stage: stage, advice: advice),
        ].joined(separator: ", ")))
  }

  /// `id line:column` of each diagnostic.
  private func told(_ report: Report) -> [String] {
    report.diagnostics.map { "\($0.codeName) \($0.position.shown)" }
  }

  @Test(arguments: [
    (#"{"baseType": "one", "name": "乙"}"#, ["name-form 1:29"]),
    (#"{"baseType": "one", "name": "甲"}"#, []),
    (#"{"baseType": "one", "name": ""}"#, []),
    // What is not known is not wrong.
    (#"{"baseType": "one"}"#, []),
    (#"{"baseType": "one", "name": null, "guests": null}"#, []),
    // Only the types that it is for.
    (#"{"baseType": "two", "name": "乙"}"#, []),
    (#"{"baseType": "two", "name": "乙", "guests": 6}"#, ["guests 1:44"]),
    (#"{"baseType": "one", "guests": 6, "name": "乙"}"#, ["guests 1:31", "name-form 1:42"]),
    (#"{"baseType": "one", "guests": 5}"#, []),
  ])
  func isTold(_ text: String, _ expected: [String]) throws {
    let report = try library().report(text)
    #expect(told(report) == expected)
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning && $0.code == .advice })
    #expect(report.outcome == .undetermined)
    var options = Checker.Options()
    options.isStrict = true
    let strict = try library().report(text, options: options)
    #expect(told(strict) == expected)
    #expect(strict.outcome == (expected.isEmpty ? .undetermined : .invalid))
    #expect(strict.rulebooks.isEmpty == !expected.isEmpty)
    // A comparison with what one could apply for gives none.
    let matched = Report(application: report.application)
    try Checker(library()).match(into: matched)
    #expect(matched.diagnostics.isEmpty)
  }

  @Test func wordsAndPath() throws {
    let report = try library().report(#"{"baseType": "one", "ok": true, "name": "乙"}"#)
    let diagnostic = try #require(report.diagnostics.first)
    #expect(diagnostic.path == "name")
    #expect(diagnostic.text(in: .zh) == "名称应以甲开头")
    #expect(diagnostic.text(in: .en) == "the name should begin with 甲")
    #expect(report.outcome == .eligible)
  }

  /// What is stated, whatever its type, and what is not: of each element, the first that lacks it.
  @Test(arguments: [
    (#""name": "甲""#, "name", true), (#""name": " \u3000""#, "name", false), ("", "name", false),
    (#""name": null"#, "name", false), (#""ok": false"#, "ok", true), ("", "ok", false),
    (#""kind": "x""#, "kind", true), (#""skills": []"#, "skills", true), ("", "skills", false),
    (#""people": 0"#, "people", true), (#""area": 1.5"#, "area", true),
    (#""left": "never""#, "left", true), (#""sentAt": null"#, "sentAt", false),
  ])
  func whatIsStated(_ member: String, _ fact: String, _ isStated: Bool) throws {
    for wanted in [true, false] {
      let advice = """
        [{"id": "stated", "require": {"fact": "\(fact)", "isStated": \(wanted)},
          "message": {"zh": "未写", "en": "not stated"}}]
        """
      let library = try TinyRules.library(
        TinyRules.rulebook(
          id: "r",
          articles: TinyRules.article(requiring: #"{"fact": "fine", "is": true}"#, advice: advice)))
      let text = #"{"baseType": "one"\#(member.isEmpty ? "" : ", ")\#(member)}"#
      let report = try library.report(text)
      #expect(report.diagnostics.isEmpty == (isStated == wanted), "\(text)")
    }
  }

  /// Advice on every element stands at the first for which it fails.
  @Test func whichElement() throws {
    let advice = """
      [{"id": "goals",
        "require": {"every": "steps", "satisfies": {"fact": "steps[].goal", "isStated": true}},
        "message": {"zh": "未写目标", "en": "no goal"}}]
      """
    let library = try TinyRules.library(
      TinyRules.rulebook(
        id: "r",
        articles: TinyRules.article(requiring: #"{"fact": "fine", "is": true}"#, advice: advice)))
    let text = #"{"baseType": "one", "steps": [{"goal": "甲"}, {"done": true}, {}]}"#
    let report = try library.report(text)
    #expect(told(report) == ["goals 1:46"])
    #expect(report.diagnostics.first?.path == "steps[1]")
    #expect(try library.report(#"{"baseType": "one", "steps": []}"#).diagnostics.isEmpty)
  }

  /// Only of the stages that are checked.
  @Test func ofAStage() throws {
    let library = try library("later")
    let text = #"{"baseType": "one", "name": "乙"}"#
    #expect(try library.report(text).diagnostics.isEmpty)
    var options = Checker.Options()
    options.stages = ["eligibility", "later"]
    #expect(told(try library.report(text, options: options)) == ["name-form 1:29"])
  }

  /// It says nothing of an application with data errors.
  @Test func withDataErrors() throws {
    let report = try library().report(#"{"baseType": "one", "name": "乙", "ok": 1}"#)
    #expect(told(report) == ["wrong-type 1:40"])
  }

  /// The names that the form of 2022 gives to bases, by type.
  @Test(arguments: [
    ("collaboration", "“科创中国”洛阳轴承产学研协作创新基地", true),
    ("collaboration", "“科创中国”产学研协作创新基地", false),
    ("collaboration", "科创中国洛阳轴承产学研协作创新基地", false),
    ("collaboration", "\"科创中国\"洛阳轴承产学研协作创新基地", false),
    ("collaboration", "“科创中国”洛阳轴承产学研协作基地", false),
    ("collaboration", "“科创中国”洛阳轴承创新创业孵化创新基地", false),
    ("incubation", "“科创中国”洛阳轴承创新创业孵化创新基地", true),
    ("incubation", "“科创中国”洛阳轴承产学研协作创新基地", false),
    ("international", "“科创中国”洛阳轴承国际创新合作创新基地", true),
    ("international", "“科创中国”洛阳轴承国际合作创新基地", false),
    ("international", "", true),
  ])
  func nameOfABase(_ baseType: String, _ name: String, _ isRight: Bool) throws {
    let library = try RuleLibrary.builtIn()
    let text =
      #"{"programme": "national", "baseType": "\#(baseType)", "baseName": \#(quoted(name))}"#
    var options = Checker.Options()
    options.stages = ["submission"]
    let report = try library.report(text, options: options)
    #expect(told(report) == (isRight ? [] : ["base-name-form 1:\(55 + baseType.count)"]))
    #expect(report.diagnostics.allSatisfy { $0.path == "baseName" })
    #expect(!report.isInvalid)
    #expect(try library.report(text).diagnostics.isEmpty)
  }
}
