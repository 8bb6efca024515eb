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

  /// An application whose rulebooks have no clause of the stages is not at fault: nothing is found of
  /// it, and it is told why.
  @Test func withoutClauses() throws {
    var options = Checker.Options()
    let basic = #"{"baseType": "two", "programme": "b"}"#
    let report = try library().report(basic, options: options)
    #expect(report.outcome == .undetermined)
    #expect(report.rulebooks.isEmpty && !report.isInvalid)
    #expect(report.diagnostics.map(\.code) == [.nothingToCheck])
    #expect(report.diagnostics.map(\.severity) == [.warning])
    #expect(report.diagnostics.map(\.position) == [SourcePosition(line: 1, column: 14)])
    for language in Language.allCases {
      #expect(report.diagnostics.first?.text(in: language).contains("eligibility") == true)
    }
    options.isStrict = true
    #expect(try library().report(basic, options: options).outcome == .invalid)
    // Another rulebook has such clauses, and is checked where it is asked for.
    options = Checker.Options()
    options.rulebooks = ["r", "s"]
    let both = try library().report(basic, options: options)
    #expect(both.rulebooks.map(\.rulebook.id) == ["r"])
    #expect(both.diagnostics.isEmpty)
  }

  /// A base type that the rulebooks have in no stage is the application's fault.
  @Test(arguments: [["eligibility"], ["later"], ["eligibility", "later"]] as [Set<String>])
  func withoutTheBaseType(_ stages: Set<String>) throws {
    var options = Checker.Options()
    options.stages = stages
    let report = try library().report(#"{"baseType": "one", "programme": "b"}"#, options: options)
    #expect(report.outcome == .invalid)
    #expect(report.diagnostics.map(\.code) == [.inconsistent])
    #expect(report.diagnostics.map(\.position) == [SourcePosition(line: 1, column: 14)])
  }

  @Test func matchWithoutClauses() throws {
    var options = Checker.Options()
    options.rulebooks = ["s"]
    let library = try library()
    let reader = Application(vocabulary: library.vocabulary)
    reader.read(SourceText(name: "a.json", bytes: #"{"ok": true}"#.utf8))
    let report = Report(application: reader)
    try Checker(library, options: options).match(into: report)
    #expect(report.outcome == .undetermined && report.rulebooks.isEmpty)
    #expect(report.diagnostics.map(\.code) == [.nothingToCheck])
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
      case .noClause(baseType: "one")? = error({
        $0.baseType = "one"
        $0.rulebooks = ["s"]
      })
    else {
      Issue.record("no clause for the type")
      return
    }
    #expect(error { $0.stages = ["later"] } == nil)
    // What the rulebooks lack of the stages is said application by application.
    #expect(error { $0.rulebooks = ["s"] } == nil)
    #expect(
      error {
        $0.rulebooks = ["s"]
        $0.baseType = "two"
      } == nil)
  }

  /// A stage that the vocabulary has, and no rulebook.
  @Test func stageOfNoRulebook() throws {
    let library = try TinyRules.library(TinyRules.rulebook(id: "r"))
    #expect(library.stages == ["eligibility"])
    var options = Checker.Options()
    options.stages = ["eligibility", "later"]
    do throws(Checker.OptionError) {
      _ = try Checker(library, options: options)
      Issue.record("no rulebook has the stage")
    } catch {
      guard case .unknownStage("later", known: ["eligibility"]) = error else {
        Issue.record("\(error)")
        return
      }
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
