import Testing

@testable import RuleEngine

/// Every article belongs to a stage; only the stages asked for are checked.
@Suite struct StagesTests {
  private func library() throws -> RuleLibrary {
    let ok = #"{"fact": "ok", "is": true}"#
    return try TinyRules.library(
      TinyRules.rulebook(
        id: "r",
        articles: [
          TinyRules.article(requiring: ok, id: "1"),
          TinyRules.article(requiring: ok, id: "2", stage: "later"),
          TinyRules.article(requiring: ok, id: "3", baseTypes: ["one"]),
        ].joined(separator: ", ")),
      TinyRules.rulebook(
        id: "s", programme: "b",
        articles: TinyRules.article(requiring: ok, id: "4", stage: "later", baseTypes: ["two"])))
  }

  private func clauses(
    _ stages: Set<String>, _ baseType: String, programme: String? = nil
  ) throws -> [String] {
    var options = Checker.Options()
    options.stages = stages
    let programme = programme.map { #", "programme": "\#($0)""# } ?? ""
    let report = try library().report(
      #"{"baseType": "\#(baseType)"\#(programme)}"#, options: options)
    #expect(report.diagnostics.isEmpty)
    return report.rulebooks.flatMap(\.clauses).map(\.clause.id)
  }

  /// In the document's order, whatever the order of the stages; rulebooks without a clause are left
  /// out.
  @Test func areChecked() throws {
    #expect(Checker.Options().stages == ["eligibility"])
    #expect(try clauses(["eligibility"], "one") == ["1.0", "3.0"])
    #expect(try clauses(["eligibility"], "two") == ["1.0"])
    #expect(try clauses(["later"], "one") == ["2.0"])
    #expect(try clauses(["later"], "two") == ["2.0", "4.0"])
    #expect(try clauses(["later", "eligibility"], "one") == ["1.0", "2.0", "3.0"])
    #expect(try clauses(["later", "eligibility"], "two", programme: "b") == ["4.0"])
    var options = Checker.Options()
    options.stages = ["later"]
    let report = try library().report(#"{"baseType": "two"}"#, options: options)
    #expect(report.rulebooks.flatMap(\.clauses).map(\.article.stage) == ["later", "later"])
  }

  /// An application for whose type the stages have no clause is told so, with the stages.
  @Test func withoutClauses() throws {
    var options = Checker.Options()
    options.stages = ["later"]
    let report = try library().report(#"{"baseType": "one", "programme": "b"}"#, options: options)
    #expect(report.outcome == .invalid)
    #expect(report.diagnostics.map(\.code) == [.inconsistent])
    #expect(report.diagnostics.map(\.position) == [SourcePosition(line: 1, column: 14)])
    for language in Language.allCases {
      #expect(report.diagnostics.first?.text(in: language).contains("later") == true)
    }
    // The basic conditions go without saying.
    let basic = try library().report(#"{"baseType": "two", "programme": "b"}"#)
    #expect(basic.diagnostics.map(\.code) == [.inconsistent])
    #expect(basic.diagnostics.first?.text(in: .en).contains("eligibility") == false)
  }

  @Test func options() throws {
    let library = try library()
    func error(_ change: (inout Checker.Options) -> Void) -> Checker.OptionError? {
      var options = Checker.Options()
      change(&options)
      do throws(Checker.OptionError) {
        _ = try Checker(library, options: options)
        return nil
      } catch {
        return error
      }
    }
    guard
      case .unknownStage("latter", known: ["eligibility", "later"])? = error({
        $0.stages = ["latter", "later"]
      })
    else {
      Issue.record("an unknown stage")
      return
    }
    guard
      case .noClause(baseType: "one", stages: ["later"])? = error({
        $0.stages = ["later"]
        $0.baseType = "one"
        $0.rulebooks = ["s"]
      })
    else {
      Issue.record("no clause of the stage for the type")
      return
    }
    guard
      case .noClause(baseType: nil, stages: ["eligibility"])? = error({
        $0.rulebooks = ["s"]
      })
    else {
      Issue.record("no clause of the stage")
      return
    }
    #expect(error { $0.stages = ["later"] } == nil)
    guard case .noClause(baseType: nil, stages: [])? = error({ $0.stages = [] }) else {
      Issue.record("no stages")
      return
    }
  }

  /// A vocabulary that names no stages has the basic conditions.
  @Test func withoutStages() throws {
    let vocabulary = """
      {"facts": [{"path": "ok", "type": "flag", "label": {"zh": "甲", "en": "A"}}]}
      """
    let library = try RuleLibrary(
      vocabulary: SourceText(name: "v", bytes: vocabulary.utf8), rulebooks: [])
    #expect(library.vocabulary.stages.isEmpty)
    #expect(library.vocabulary.stageNames == ["eligibility"])
  }
}

/// The stages of the rules that are built in.
@Suite struct BuiltInStagesTests {
  @Test func order() throws {
    let vocabulary = try BuiltIn.library().vocabulary
    #expect(vocabulary.stageNames == ["eligibility", "submission", "annual"])
    #expect(vocabulary.stages.map { $0.label[.zh] } == ["基本条件", "申报与材料", "年度任务"])
  }
}
