import Testing

@testable import Rules

/// Which question comes next, and what an answer makes of the file.
@Suite struct InterviewTests {
  private static func interview(
    requiring condition: String, options: Checker.Options = Checker.Options()
  ) throws -> Interview {
    try Interview(TinyRules.library(requiring: condition), options: options)
  }

  private static let start = #"{"programme": "a", "baseType": "one"}"#

  // MARK: Order

  /// The questions of an interview, with the answers that a table gives; others are skipped.
  private func path(
    _ interview: Interview, _ state: InterviewState, answers: [String: String]
  ) throws -> (paths: [String], state: InterviewState) {
    var state = state
    var paths: [String] = []
    while let question = interview.question(at: state) {
      paths.append(question.path + (question.isNewEntry ? "[]" : ""))
      let line = answers[question.path + (question.isNewEntry ? "[]" : "")]
      state = try #require(interview.reply(line, to: question, in: state), "\(paths)")
      if paths.count > 50 { break }
    }
    return (paths, state)
  }

  @Test func typeProgrammeAndDateComeFirst() throws {
    let interview = try Interview(BuiltIn.library())
    let state = interview.begin("{}\n")
    let (paths, end) = try path(
      interview, state,
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
    let (paths, _) = try path(interview, interview.begin(Self.start), answers: [:])
    #expect(paths == ["fine", "ok", "items[]"])
    let question = try #require(interview.question(at: interview.begin(Self.start)))
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
    let question = try #require(interview.question(at: interview.begin(Self.start)))
    #expect(question.path == "applicationDate")
    guard case .version = question.purpose else {
      Issue.record()
      return
    }
  }

  // MARK: Lists

  @Test func listIsToldEntryByEntry() throws {
    let interview = try Self.interview(
      requiring: """
        {"count": "items", "where": {"all": [{"fact": "items[].good", "is": true},
          {"fact": "items[].parts", "isAtLeast": 2}]}, "isAtLeast": 2}
        """)
    var state = interview.begin(Self.start)
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
    let interview = try Self.interview(requiring: #"{"count": "items", "isAtMost": 0}"#)
    let state = interview.begin(Self.start)
    let question = try #require(interview.question(at: state))
    let none = try #require(interview.reply("没有", to: question, in: state))
    #expect(none.json == #"{"programme": "a", "baseType": "one", "items": []}"#)
    #expect(interview.stand(of: none).outcome == .eligible)
  }

  /// Lists whose entries have no name begin with what matters; where nothing does, with yes or no.
  @Test func entriesWithoutNames() throws {
    let kinds = try Self.interview(
      requiring:
        #"{"count": "guestsSeen", "where": {"fact": "guestsSeen[].country", "is": "FR"}, "isAtLeast": 1}"#
    )
    var state = kinds.begin(Self.start)
    let first = try #require(kinds.question(at: state))
    #expect(first.fact.path == "guestsSeen[].country" && first.isNewEntry)
    state = try #require(kinds.reply("fr", to: first, in: state))
    #expect(state.json.contains(#""x-unfinished": {"guestsSeen": [{"country": "FR"}]}"#))

    let counted = try Self.interview(requiring: #"{"count": "guestsSeen", "isAtLeast": 2}"#)
    var bare = counted.begin(Self.start)
    for _ in 0..<2 {
      let question = try #require(counted.question(at: bare))
      #expect(question.fact.path == "guestsSeen")
      bare = try #require(counted.reply("有", to: question, in: bare))
    }
    let last = try #require(counted.question(at: bare))
    bare = try #require(counted.reply("没有", to: last, in: bare))
    #expect(bare.json == #"{"programme": "a", "baseType": "one", "guestsSeen": [{}, {}]}"#)
    #expect(counted.stand(of: bare).outcome == .eligible)
  }

  @Test func listOfTexts() throws {
    let interview = try Self.interview(requiring: #"{"count": "office.hints", "isAtLeast": 2}"#)
    var state = interview.begin(Self.start)
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
    let interview = try Self.interview(
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
    let (paths, end) = try path(
      interview, state,
      answers: [
        "skills": "全部", "tags[1]": "乙", "items[1].good": "y", "items[1].new": "y",
        "items[2].new": "y",
      ])
    #expect(paths == ["skills", "tags[1]", "items[1].good", "items[1].new", "items[2].new"])
    #expect(
      end.json == """
        {"programme": "a", "baseType": "one", "skills": ["p", "q", "r"], "tags": ["甲", "乙"],
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
    let interview = try Self.interview(requiring: #"{"count": "items", "isAtLeast": 2}"#)
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

  // MARK: Answers that will not do

  @Test func whatTheCheckerWouldRejectIsRejected() throws {
    let interview = try Self.interview(
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
    let state = interview.begin(Self.start)
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

  // MARK: Properties

  /// Values of small range for a fact, as JSON.
  private static let small: [(path: String, values: [String])] = [
    ("ok", ["true", "false"]), ("fine", ["true", "false"]), ("people", ["0", "2", "5"]),
    ("guests", ["0", "2"]), ("kind", [#""x""#, #""y""#, #""z""#]), ("skills", ["[]", #"["p"]"#]),
  ]

  /// All applications that say something small of some facts.
  private static func applications(_ paths: [String]) -> [[String: String]] {
    paths.reduce([[:]]) { all, path in
      let values = small.first { $0.path == path }?.values ?? []
      return all.flatMap { application in
        [application] + values.map { application.merging([path: $0]) { $1 } }
      }
    }
  }

  private static func json(_ members: [String: String]) -> String {
    let own = members.sorted { $0.key < $1.key }.map { ", \(quoted($0.key)): \($0.value)" }
    return start.dropLast() + own.joined() + "}"
  }

  /// By brute force: a question is asked of those facts only, and of all of them, whose answer can
  /// change the verdict of the clause, whatever else is answered.
  @Test(arguments: [
    #"{"fact": "ok", "is": true}"#,
    #"{"any": [{"fact": "ok", "is": true}, {"fact": "fine", "is": true}]}"#,
    #"{"if": {"fact": "ok", "is": true}, "then": {"fact": "people", "isAtLeast": 2}}"#,
    #"{"all": [{"sum": ["people", "guests"], "isAtLeast": 4}, {"fact": "ok", "is": true}]}"#,
    #"{"share": "guests", "of": "people", "isAtLeast": "50%"}"#,
    #"{"any": [{"fact": "kind", "isOneOfOrSimilar": ["x"]}, {"fact": "skills", "includesAny": ["p"]}]}"#,
    #"{"none": [{"all": [{"fact": "ok", "is": true}, {"fact": "kind", "is": "y"}]}, {"fact": "people", "isLessThan": 2}]}"#,
    #"{"all": [{"fact": "kind", "isOneOf": ["x", "y"]}, {"any": [{"fact": "people", "isAtLeast": 5}, {"fact": "fine", "is": true}]}]}"#,
  ])
  func askedIsWhatCanChangeTheVerdict(_ condition: String) throws {
    let library = try TinyRules.library(requiring: condition)
    let interview = try Interview(library)
    let used = Self.small.map(\.path).filter { condition.contains(quoted($0)) }
    let all = Self.applications(used)
    var verdicts: [[String: String]: Verdict] = [:]
    for application in all {
      let report = try library.report(Self.json(application))
      // An application that contradicts itself cannot be.
      if !report.isInvalid {
        verdicts[application] = report.rulebooks.first?.clauses.first?.verdict
      }
    }
    for application in verdicts.keys {
      var asked: Set<String> = []
      var state = interview.begin(Self.json(application))
      state.goesOn = true
      while let question = interview.question(at: state) {
        asked.insert(question.path)
        state = try #require(interview.reply(nil, to: question, in: state))
      }
      for path in used {
        // Some answers of the others, with and without one of this.
        let isDecisive = verdicts.keys.contains { other in
          guard other[path] != nil, application.allSatisfy({ other[$0.key] == $0.value }),
            application[path] == nil
          else { return false }
          var without = other
          without[path] = nil
          return verdicts[without].map { $0 != verdicts[other] } ?? false
        }
        #expect(asked.contains(path) == isDecisive, "\(condition) \(application) \(path)")
      }
    }
  }

  /// Of any condition and any application: interviews end; nothing is asked that the file says, or
  /// when the verdict is certain; answers are never lost; the file has no errors, and in the end its
  /// verdict is the one shown.
  @Test func anyInterviewEnds() throws {
    for seed in 0..<150 {
      var maker = ConditionMaker(seed: seed)
      let articles = (1...3).map {
        TinyRules.article(requiring: maker.condition(), id: "\($0)")
      }
      let library = try TinyRules.library(
        TinyRules.rulebook(id: "r", articles: articles.joined(separator: ", ")))
      try hold(library, type: "one", programme: "a", seed: seed)
    }
  }

  @Test(arguments: [
    ("national", "collaboration"), ("national", "incubation"), ("national", "international"),
    ("henan", "collaboration"), ("most-international", "innovation-park"),
    ("most-international", "joint-research-centre"),
    ("most-international", "technology-transfer-centre"),
    ("most-international", "demonstration-base"),
  ])
  func builtInInterviewEnds(_ programme: String, _ type: String) throws {
    for seed in 0..<6 {
      try hold(
        BuiltIn.library(), type: type, programme: programme, seed: seed, allStages: seed % 2 == 1)
    }
  }

  private func hold(
    _ library: RuleLibrary, type: String, programme: String, seed: Int, allStages: Bool = false
  ) throws {
    var options = Checker.Options()
    if allStages { options.stages = Set(library.vocabulary.stageNames) }
    let interview = try Interview(library, options: options)
    var person = Interviewee(seed: seed)
    person.skipsOnceIn = seed % 3 == 0 ? 5 : 0
    var text = #"{"x-备注": 1.50, "programme": "\#(programme)", "baseType": "\#(type)"}"#
    if seed % 4 == 1 {
      var maker = ApplicationMaker(vocabulary: library.vocabulary, seed: seed)
      text = maker.application().text
      // Made at random, it may contradict itself.
      if interview.check(SourceText(name: "a", bytes: text.utf8)).isInvalid { return }
    }
    var state = interview.begin(text)
    var outcome: Outcome?
    var count = 0
    var refusals = 0
    while true {
      let stand = interview.stand(of: state)
      if let outcome { #expect(stand.outcome == outcome, "\(seed): a certain answer changed") }
      let question: Question
      switch stand.next {
      case .certain:
        #expect(stand.outcome != .undetermined)
        outcome = stand.outcome
        state.goesOn = true
        continue
      case .done:
        let saved = interview.check(state.text)
        #expect(!saved.isInvalid)
        if interview.unfinishedLists(in: state).isEmpty { #expect(saved.outcome == stand.outcome) }
        if state.skippedCount == 0 {
          #expect(Needs(of: saved).all.isEmpty, "\(seed): \(saved.outcome)")
        }
        return
      case .question(let next): question = next
      }
      count += 1
      try #require(count < 2000, "\(seed): no end")
      if outcome == nil, stand.outcome != .undetermined {
        // A list that was begun is brought to its end.
        guard case .completion = question.purpose else {
          Issue.record("\(seed): asked \(question.path) though it is \(stand.outcome)")
          return
        }
      }
      let editor = try #require(JSONEditor(state.text))
      if !question.isNewEntry, question.present.isEmpty, let said = editor.value(at: question.steps)
      {
        #expect(said.kind == .null || said.kind == .array, "\(seed): \(question.path) is said")
      }
      guard let next = interview.reply(person.line(for: question), to: question, in: state) else {
        // Now and then nothing that is tried will do.
        refusals += 1
        if refusals % 5 == 0 { state = try #require(interview.reply(nil, to: question, in: state)) }
        continue
      }
      state = next
      #expect(!interview.check(state.text).isInvalid)
    }
  }

  /// A fact that is not asked for cannot change any clause by itself.
  @Test func whatIsNotAskedChangesNothing() throws {
    var tried = 0
    for seed in 0..<120 {
      var maker = ConditionMaker(seed: seed)
      let library = try TinyRules.library(requiring: maker.condition())
      var applications = ApplicationMaker(vocabulary: library.vocabulary, seed: seed)
      let text = applications.application().text
      let report = try library.report(text)
      if report.isInvalid { continue }
      let needed = Set(report.paths(Needs(of: report).all.map(\.reference)))
      let before = report.rulebooks.flatMap(\.clauses).map(\.verdict)
      let editor = try #require(JSONEditor(SourceText(name: "a", bytes: text.utf8)))
      for (path, values) in Self.small where !needed.contains(path) {
        if let said = editor.value(at: [.key(path)]), said.kind != .null { continue }
        for value in values {
          var changed = editor
          changed.set(.token(value), at: [.key(path)])
          let other = try library.report(String(decoding: changed.text.bytes, as: UTF8.self))
          if other.isInvalid { continue }
          tried += 1
          #expect(other.rulebooks.flatMap(\.clauses).map(\.verdict) == before, "\(seed) \(path)")
        }
      }
    }
    #expect(tried > 100)
  }
}
