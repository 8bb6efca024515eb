import Testing

@testable import RuleEngine

/// What a rulebook says of itself before its articles.
@Suite struct RulebookHeadTests {
  private static let words = #"{"zh": "字", "en": "words"}"#

  @Test func legalBasis() throws {
    let library = try TinyRules.library(
      TinyRules.rulebook(
        id: "r",
        head: """
          "legalBasis": [
            {"title": {"zh": "《计划》", "en": "Plan"}, "number": "〔2021〕1号", "note": {"zh": "未设条件", "en": "no condition"}},
            {"title": \(Self.words), "number": null, "note": \(Self.words)},
            {"title": \(Self.words), "note": \(Self.words)}]
          """))
    let basis = library.rulebooks[0].legalBasis
    #expect(basis.map(\.number) == ["〔2021〕1号", nil, nil])
    #expect(basis.first?.title[.zh] == "《计划》" && basis.first?.title[.en] == "Plan")
    #expect(basis.first?.note[.zh] == "未设条件" && basis.first?.note[.en] == "no condition")
    #expect(try TinyRules.library(TinyRules.rulebook(id: "r")).rulebooks[0].legalBasis.isEmpty)
  }

  @Test func notChecked() throws {
    let library = try TinyRules.library(
      TinyRules.rulebook(
        id: "r",
        head: """
          "notChecked": [
            {"citation": {"zh": "第七条", "en": "Article 7"}, "subject": {"zh": "品牌", "en": "brand"},
             "reason": {"zh": "没有尺度。", "en": "No measure."}},
            {"citation": \(Self.words), "subject": \(Self.words), "reason": \(Self.words)}]
          """))
    let parts = library.rulebooks[0].notChecked
    #expect(parts.map { $0.citation[.zh] } == ["第七条", "字"])
    #expect(parts.map { $0.subject[.en] } == ["brand", "words"])
    #expect(parts.map { $0.reason[.zh] } == ["没有尺度。", "字"])
    #expect(try TinyRules.library(TinyRules.rulebook(id: "r")).rulebooks[0].notChecked.isEmpty)
  }

  /// A rulebook about other documents: it is none of an application's.
  @Test func about() throws {
    let honest = TinyRules.article(requiring: #"{"fact": "honest", "is": true}"#)
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "r"),
      TinyRules.rulebook(
        id: "s", programme: "b", baseTypes: [], head: #""about": "sender""#, articles: honest))
    #expect(library.rulebooks.map(\.about) == [nil, "sender"])
    #expect(library.rulebooks.map(\.baseTypes) == [["one", "two"], []])
    let sender = try #require(library.vocabulary.vocabulary(of: "sender"))
    #expect(
      sender.facts.map(\.path) == ["name", "honest", "codes", "received", "received[].listed"])
    #expect(library.vocabulary.vocabulary(of: "recommender") == nil)
    #expect(library.vocabulary.documents.map(\.id) == ["sender"])
    #expect(library.vocabulary.documents.first?.label[.zh] == "寄件方")
    // Its words of the language are those of applications.
    #expect(sender.stageNames == ["eligibility", "later"])

    for text in [#"{"baseType": "one"}"#, #"{"baseType": "one", "ok": true}"#] {
      #expect(try library.report(text).rulebooks.map(\.rulebook.id) == ["r"])
    }
    // Its programme has no rulebook for applications.
    let other = try library.report(#"{"baseType": "one", "programme": "b"}"#)
    #expect(other.diagnostics.map(\.code) == [.inconsistent])
    for name in ["s", "b"] {
      var options = Checker.Options()
      options.rulebooks = [name]
      do throws(Checker.OptionError) {
        _ = try Checker(library, options: options)
        Issue.record("\(name) is for no application")
      } catch {
        guard case .unknownRulebook(name, known: ["r", "a"]) = error else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }

  /// Of versions of a rulebook about other documents, that of the date; without one, all.
  @Test func aboutInVersions() throws {
    let honest = TinyRules.article(requiring: #"{"fact": "honest", "is": true}"#)
    func rulebook(_ id: String, from: String?, until: String?) -> String {
      TinyRules.rulebook(
        id: id, series: "s", from: from, until: until, baseTypes: [],
        head: #""about": "sender""#, articles: honest)
    }
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "r"), rulebook("old", from: nil, until: "2021-12-31"),
      rulebook("new", from: "2022-01-01", until: nil))
    let checker = try Checker(library)
    func chosen(_ date: String?) -> [[String]] {
      checker.rulebooks(about: "sender", on: date.flatMap { CivilDate($0) })
        .documents.map { $0.map { library.rulebooks[$0].id } }
    }
    #expect(chosen("2021-12-31") == [["old"]])
    #expect(chosen("2022-01-01") == [["new"]])
    #expect(chosen(nil) == [["old", "new"]])
    #expect(checker.rulebooks(about: "receiver", on: nil).documents.isEmpty)
  }

  /// A document that is no application, judged in all stages.
  @Test func judgingADocument() throws {
    let articles = [
      TinyRules.article(requiring: #"{"fact": "honest", "is": true}"#),
      TinyRules.article(
        requiring: #"{"repetitions": "codes", "isAtMost": 0}"#, id: "2", stage: "later"),
    ].joined(separator: ", ")
    let library = try TinyRules.library(
      TinyRules.rulebook(
        id: "s", baseTypes: [], head: #""about": "sender""#, articles: articles))
    let checker = try Checker(library)
    let vocabulary = try #require(library.vocabulary.vocabulary(of: "sender"))
    let report = Report(application: Application(vocabulary: vocabulary))
    func verdicts(_ text: String) -> [Verdict] {
      report.application.read(SourceText(name: "s.json", bytes: text.utf8))
      checker.check([0], date: nil, into: report)
      return report.criteria.map(\.verdict)
    }
    #expect(verdicts(#"{"honest": true, "codes": ["0001", "0001"]}"#) == [.pass, .fail])
    #expect(report.outcome == .ineligible)
    #expect(report.rulebooks.map(\.baseType) == [nil])
    #expect(report.criteria.last?.shortfall(in: .en) == "1")
    #expect(verdicts(#"{"honest": true, "codes": []}"#) == [.pass, .pass])
    #expect(verdicts("{}") == [.unknown, .unknown])
    // What the program computes cannot be stated.
    _ = verdicts(#"{"received": [{"listed": 1}]}"#)
    #expect(report.diagnostics.map(\.code) == [.unknownKey])
    #expect(report.diagnostics.map(\.path) == ["received"])
  }
}
