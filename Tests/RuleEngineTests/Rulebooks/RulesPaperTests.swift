import Foundation
import Rules
import Testing

@testable import RuleEngine

/// `rules/README.md` describes the whole rule language, and what it shows of it is right.
@Suite struct RulesPaperTests {
  private static func paper(_ name: String) throws -> String {
    try String(contentsOf: Fixture.package.appending(path: name), encoding: .utf8)
  }

  /// The conditions in the first column of a table.
  private static var conditions: [String] {
    get throws {
      try paper("rules/README.md").matches(of: /\n\| `(\{.*\})` \|/).map { String($0.1) }
    }
  }

  @Test func everyConditionCanStandInARulebook() throws {
    let vocabulary = try BuiltIn.library().vocabulary
    let conditions = try Self.conditions
    #expect(conditions.count > 20)
    for text in conditions {
      var reader = RuleReader(SourceText(name: "condition", bytes: text.utf8))
      var conditions = ConditionReader(vocabulary)
      conditions.isAdvice = text.contains("isStated")
      conditions.constructionYear = try BuiltIn.library().rulebooks
        .compactMap(\.constructionPeriod).first?.year
      let condition = conditions.condition(reader.document.root, &reader)
      #expect(condition != nil && reader.diagnostics.isEmpty, "\(text)")
    }
  }

  @Test func everyOperatorIsDescribed() throws {
    let conditions = try Self.conditions.joined()
    let keys =
      Subject.allCases.map(\.rawValue) + Comparison.allCases.map(\.rawValue)
      + [
        "where", "of", "before", "authorityDecidesFrom", "authorityDecidesIf", "years", "then",
        "satisfies", "date", "minus", "firstDayOfMonth",
      ]
    for key in keys { #expect(conditions.contains("\"\(key)\":"), "\(key)") }
  }

  @Test func everyTypeOfFactIsDescribed() throws {
    let paper = try Self.paper("rules/README.md")
    for type in FactType.allCases {
      #expect(paper.contains(try Regex("\n\\| [^|]*`\(type.rawValue)`[^|]* \\|")), "\(type)")
    }
  }

  /// Each where its reader looks for it: the codes of rules with the rules.
  @Test func everyCodeIsDescribed() throws {
    let rules = try Self.paper("rules/README.md")
    let applications = try Self.paper("samples/README.md")
    // Advice has ids of its own.
    for code in DiagnosticCode.allCases where code != .advice {
      let paper = code.rawValue.hasPrefix("rule-") ? rules : applications
      #expect(paper.contains(try Regex("\n\\| [^|]*`\(code.rawValue)`[^|]* \\|")), "\(code)")
    }
  }

  /// Of every kind of object in a file of rules, what a mistake says is known there.
  @Test func everyKeyIsDescribed() throws {
    func withStrayKeys(_ text: SourceText) -> SourceText {
      let spoilt = String(decoding: Array(text.bytes), as: UTF8.self)
        .replacing("{", with: #"{"?": 0, "#)
      return SourceText(name: text.name, bytes: spoilt.utf8)
    }
    var known: Set<String> = []
    for (vocabulary, rulebooks) in [
      (withStrayKeys(BuiltInFiles.vocabulary), []),
      (BuiltInFiles.vocabulary, BuiltInFiles.rulebooks.map(withStrayKeys)),
    ] {
      let errors = #expect(throws: RuleErrors.self) {
        try RuleLibrary(vocabulary: vocabulary, rulebooks: rulebooks)
      }
      for diagnostic in errors?.files.flatMap(\.diagnostics) ?? [] {
        if case .rule(.unknownKey(_, let allowed, _)) = diagnostic.message {
          known.formUnion(allowed)
        }
      }
    }
    try #require(
      known.isSuperset(of: ["path", "derivedFrom", "criteria", "counterpart", "plural"]))
    let paper = try Self.paper("rules/README.md")
    for key in known.sorted() {
      #expect(paper.contains("`\(key)`") || paper.contains("\"\(key)\":"), "\(key)")
    }
  }
}
