import Testing

@testable import RuleEngine

/// Which question comes next, and what an answer makes of the file.
@Suite struct InterviewTests {

  // MARK: Order

  @Test func typeProgrammeAndDateComeFirst() throws {
    let interview = try Interview(BuiltIn.library())
    let state = interview.begin("{}\n")
    let (paths, end) = try interview.walk(
      from: state,
      answers: ["baseType": "1", "programme": "2", "applicationDate": "2022年5月20日"])
    #expect(
      paths.prefix(4) == ["baseType", "programme", "applicationDate", "applicant.region.province"])
    // Lists come last.
    let lists = ["achievements[]", "partners[]", "experts[]", "support[]", "incidents[]"]
    #expect(Set(paths.suffix(5)) == Set(lists))
    #expect(
      end.json == """
        {
          "programme": "henan",
          "baseType": "collaboration",
          "applicationDate": "2022-05-20"
        }

        """)
    #expect(end.skippedCount == paths.count - 3)
  }

  @Test func programmeIsAskedOnlyWhereItDecides() throws {
    let interview = try Interview(BuiltIn.library())
    let first = try #require(
      interview.question(at: interview.begin(#"{"baseType": "demonstration-base"}"#)))
    #expect(first.path != "programme")
    let both = try #require(interview.question(at: interview.begin(#"{"baseType": "incubation"}"#)))
    #expect(both.path == "programme")
    #expect(both.choices.map(\.name) == ["national", "henan"])
    var options = Checker.Options()
    options.rulebooks = ["henan"]
    let henan = try Interview(BuiltIn.library(), options: options)
    let type = try #require(henan.question(at: henan.begin("{}")))
    #expect(type.choices.map(\.name) == ["collaboration", "incubation", "international"])
    #expect(
      henan.question(at: henan.begin(#"{"baseType": "incubation"}"#))?.path == "applicationDate")
  }

  @Test func factOfMostClausesComesFirst() throws {
    let articles = [
      TinyRules.article(requiring: #"{"fact": "ok", "is": true}"#, id: "1"),
      TinyRules.article(requiring: #"{"count": "items", "isAtLeast": 1}"#, id: "2"),
      TinyRules.article(
        requiring: #"{"all": [{"fact": "fine", "is": true}, {"count": "items", "isAtLeast": 1}]}"#,
        id: "3"),
      TinyRules.article(requiring: #"{"fact": "fine", "is": true}"#, id: "4"),
    ]
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "r", articles: articles.joined(separator: ", ")))
    let interview = try Interview(library)
    let (paths, _) = try interview.walk(from: interview.begin(TinyRules.start), answers: [:])
    #expect(paths == ["fine", "ok", "items[]"])
    let question = try #require(interview.question(at: interview.begin(TinyRules.start)))
    guard case .clauses(let reasons) = question.purpose else {
      Issue.record()
      return
    }
    #expect(reasons.map(\.clause.id) == ["3.0", "4.0"])
  }

  @Test func dateIsAskedWhereItAloneChoosesTheVersion() throws {
    let library = try TinyRules.library(
      TinyRules.rulebook(id: "r1", series: "r", until: "2022-12-31"),
      TinyRules.rulebook(id: "r2", series: "r", from: "2023-01-01"))
    let interview = try Interview(library)
    let question = try #require(interview.question(at: interview.begin(TinyRules.start)))
    #expect(question.path == "applicationDate")
    guard case .version = question.purpose else {
      Issue.record()
      return
    }
  }

  // MARK: Answers that will not do

  @Test func whatTheCheckerWouldRejectIsRejected() throws {
    let interview = try TinyRules.interview(
      requiring: #"{"all": [{"fact": "guests", "isAtLeast": 3}, {"fact": "number", "is": "0001"}]}"#
    )
    let state = interview.begin(#"{"programme": "a", "baseType": "one", "people": 5}"#)
    let question = try #require(interview.question(at: state))
    #expect(question.path == "guests")
    for line in ["-1", "2.5", "101", "1000000001", "6"] {
      let answer = try AnswerReader(question, today: nil).answer(line)
      guard case .rejected(let errors) = interview.answer(answer, to: question, in: state) else {
        Issue.record("\(line)")
        continue
      }
      #expect(!errors.isEmpty)
    }
    #expect(interview.reply("5", to: question, in: state) != nil)
  }

  @Test func whatTheCheckerWouldWarnOfIsDoubtful() throws {
    let interview = try Interview(
      TinyRules.library(
        TinyRules.rulebook(
          id: "r", from: "2022-01-01",
          articles: TinyRules.article(
            requiring: #"{"fact": "applicationDate", "isAtLeast": "2020-01-01"}"#))))
    let state = interview.begin(TinyRules.start)
    let question = try #require(interview.question(at: state))
    let answer = try AnswerReader(question, today: nil).answer("2021-01-01")
    guard case .doubtful(let next, let warnings) = interview.answer(answer, to: question, in: state)
    else {
      Issue.record()
      return
    }
    #expect(warnings.map(\.code) == [.notInForce])
    #expect(next.json.contains("2021-01-01"))
  }

  /// Advice on the answer itself makes it doubtful; that something else is still to be told does not.
  @Test func adviceOnSomethingElseIsNoDoubt() throws {
    let advice = """
      [{"id": "name-form", "require": {"fact": "name", "isLike": "甲*"},
        "message": {"zh": "应以甲开头", "en": "should begin with 甲"}},
       {"id": "unfinished",
        "require": {"any": [{"fact": "kind", "isStated": true}, {"fact": "name", "isFilled": false}]},
        "message": {"zh": "未写种类", "en": "no kind"}}]
      """
    let interview = try Interview(
      TinyRules.library(
        TinyRules.rulebook(
          id: "r",
          articles: TinyRules.article(
            requiring: #"{"fact": "name", "isFilled": true}"#, advice: advice))))
    let state = interview.begin(TinyRules.start)
    let question = try #require(interview.question(at: state))
    #expect(question.path == "name")
    let good = try AnswerReader(question, today: nil).answer("甲方")
    guard case .accepted = interview.answer(good, to: question, in: state) else {
      Issue.record("\(good)")
      return
    }
    let answer = try AnswerReader(question, today: nil).answer("乙方")
    guard case .doubtful(_, let warnings) = interview.answer(answer, to: question, in: state) else {
      Issue.record()
      return
    }
    #expect(warnings.map(\.codeName) == ["name-form"])
  }
}
