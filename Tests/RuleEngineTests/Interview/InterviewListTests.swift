import Testing

@testable import RuleEngine

/// How lists are asked for, entry by entry, and where their gaps are.
@Suite struct InterviewListTests {
  @Test func listIsToldEntryByEntry() throws {
    let interview = try TinyRules.interview(
      requiring: """
        {"count": "items", "where": {"all": [{"fact": "items[].good", "is": true},
          {"fact": "items[].parts", "isAtLeast": 2}]}, "isAtLeast": 2}
        """)
    var state = interview.begin(TinyRules.start)
    func reply(_ path: String, _ line: String?, isNew: Bool = false) throws {
      let question = try #require(interview.question(at: state))
      #expect(question.path + " \(question.fact.path)" == path)
      #expect(question.isNewEntry == isNew)
      state = try #require(interview.reply(line, to: question, in: state))
    }
    try reply("items items[].name", "甲", isNew: true)
    #expect(
      state.json
        == #"{"programme": "a", "baseType": "one", "x-unfinished": {"items": [{"name": "甲"}]}}"#)
    #expect(interview.unfinishedLists(in: state).map(\.path) == ["items"])
    try reply("items[0].good items[].good", "y")
    try reply("items[0].parts items[].parts", "3")
    try reply("items items[].name", "乙", isNew: true)
    // Not good: how many parts it has does not matter.
    try reply("items[1].good items[].good", "n")
    try reply("items items[].name", "\"\"", isNew: true)
    try reply("items[2].good items[].good", "y")
    // What is complete is judged; what is told so far counts as far as it goes.
    #expect(interview.stand(of: state).outcome == .undetermined)
    try reply("items[2].parts items[].parts", "2")
    let stand = interview.stand(of: state)
    #expect(stand.outcome == .eligible)
    guard case .question(let last) = stand.next, case .completion = last.purpose else {
      Issue.record()
      return
    }
    try reply("items items[].name", "无", isNew: true)
    guard case .certain = interview.stand(of: state).next else {
      Issue.record()
      return
    }
    #expect(
      state.json
        == #"{"programme": "a", "baseType": "one", "items": [{"name": "甲", "good": true, "parts": 3}, {"name": "乙", "good": false}, {"good": true, "parts": 2}]}"#
    )
  }

  @Test func noEntryDeclaresAnEmptyList() throws {
    let interview = try TinyRules.interview(requiring: #"{"count": "items", "isAtMost": 0}"#)
    let state = interview.begin(TinyRules.start)
    let question = try #require(interview.question(at: state))
    let none = try #require(interview.reply("没有", to: question, in: state))
    #expect(none.json == #"{"programme": "a", "baseType": "one", "items": []}"#)
    #expect(interview.stand(of: none).outcome == .eligible)
  }

  /// Lists whose entries have no name begin with what matters; where nothing does, with what stands
  /// first.
  @Test func entriesWithoutNames() throws {
    let kinds = try TinyRules.interview(
      requiring:
        #"{"count": "guestsSeen", "where": {"fact": "guestsSeen[].country", "is": "FR"}, "isAtLeast": 1}"#
    )
    var state = kinds.begin(TinyRules.start)
    let first = try #require(kinds.question(at: state))
    #expect(first.fact.path == "guestsSeen[].country" && first.isNewEntry)
    state = try #require(kinds.reply("fr", to: first, in: state))
    #expect(state.json.contains(#""x-unfinished": {"guestsSeen": [{"country": "FR"}]}"#))

    let counted = try TinyRules.interview(requiring: #"{"count": "guestsSeen", "isAtLeast": 2}"#)
    var bare = counted.begin(TinyRules.start)
    for _ in 0..<2 {
      let question = try #require(counted.question(at: bare))
      #expect(question.fact.path == "guestsSeen[].country")
      bare = try #require(counted.reply("\"\"", to: question, in: bare))
    }
    let last = try #require(counted.question(at: bare))
    bare = try #require(counted.reply("没有", to: last, in: bare))
    #expect(bare.json == #"{"programme": "a", "baseType": "one", "guestsSeen": [{}, {}]}"#)
    #expect(counted.stand(of: bare).outcome == .eligible)
  }

  @Test func listOfTexts() throws {
    let interview = try TinyRules.interview(
      requiring: #"{"count": "office.hints", "isAtLeast": 2}"#)
    var state = interview.begin(TinyRules.start)
    for line in ["甲", "乙", "无"] {
      let question = try #require(interview.question(at: state))
      #expect(question.fact.path == "office.hints" && question.isNewEntry)
      state = try #require(interview.reply(line, to: question, in: state))
    }
    #expect(
      state.json == #"{"programme": "a", "baseType": "one", "office": {"hints": ["甲", "乙"]}}"#)
  }

  /// Of what a file says, only the gaps are asked: null elements, null items, missing members.
  @Test func gapsInLists() throws {
    let interview = try TinyRules.interview(
      requiring: """
        {"all": [
          {"fact": "skills", "includesAll": ["p", "q", "r"]},
          {"count": "tags", "isAtLeast": 2},
          {"count": "items", "where": {"all": [{"fact": "items[].good", "is": true},
            {"fact": "items[].new", "is": true}]}, "isAtLeast": 3}]}
        """)
    let state = interview.begin(
      """
      {"programme": "a", "baseType": "one", "skills": ["q", null, null], "tags": ["甲", null],
       "items": [{"good": true, "new": true}, null, {"name": "丙", "good": true, "new": null}]}
      """)
    let (paths, end) = try interview.walk(
      from: state,
      answers: [
        "skills": "全部", "tags[1]": "乙", "items[1].good": "y", "items[1].new": "y",
        "items[2].new": "y",
      ])
    #expect(paths == ["skills", "tags[1]", "items[1].good", "items[1].new", "items[2].new"])
    #expect(
      end.json == """
        {"programme": "a", "baseType": "one", "skills": ["q", "p", "r"], "tags": ["甲", "乙"],
         "items": [{"good": true, "new": true}, {"good": true, "new": true}, {"name": "丙", "good": true, "new": true}]}
        """)
    #expect(interview.stand(of: end).outcome == .eligible)
  }

  /// What someone else has put under the key stays, and another is used.
  @Test(arguments: [
    #""x-unfinished": 1"#, #""x-unfinished": {"items": [1]}"#,
    #""x-unfinished": {"items": [{"good": 3}]}"#,
  ])
  func foreignKeyStays(_ member: String) throws {
    let interview = try TinyRules.interview(requiring: #"{"count": "items", "isAtLeast": 2}"#)
    var state = interview.begin(#"{\#(member), "baseType": "one", "programme": "a"}"#)
    for line in ["甲", "乙"] {
      let question = try #require(interview.question(at: state))
      state = try #require(interview.reply(line, to: question, in: state))
    }
    #expect(state.json.contains(member))
    #expect(state.json.contains(#""x-unfinished-2": {"items": [{"name": "甲"}, {"name": "乙"}]}"#))
    let again = interview.begin(state.json)
    let question = try #require(interview.question(at: again))
    #expect(question.element?.number == 3)
    let end = try #require(interview.reply("无", to: question, in: again))
    #expect(end.json.contains(member) && !end.json.contains("x-unfinished-2"))
    #expect(end.json.contains(#""items": [{"name": "甲"}, {"name": "乙"}]"#))
  }
}
