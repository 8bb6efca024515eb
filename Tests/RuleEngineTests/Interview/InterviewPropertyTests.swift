import Testing

@testable import RuleEngine
@testable import TestSupport

/// What holds of any interview.
@Suite struct InterviewPropertyTests {
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
    return TinyRules.start.dropLast() + own.joined() + "}"
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
    for seed in Seeds.first(20, of: 150) {
      var maker = ConditionMaker(seed: seed)
      let articles = (1...3).map {
        TinyRules.article(requiring: maker.condition(), id: "\($0)")
      }
      let library = try TinyRules.library(
        TinyRules.rulebook(
          id: "r", head: TinyRules.constructionPeriod, articles: articles.joined(separator: ", ")))
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
    for seed in Seeds.first(1, of: 6) {
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
    var outcome: Outcome?
    let end = try interview.hold(from: interview.begin(text), with: &person) { stand, state in
      if let outcome { #expect(stand.outcome == outcome, "\(seed): a certain answer changed") }
      #expect(!interview.check(state.text).isInvalid)
      switch stand.next {
      case .certain:
        #expect(stand.outcome != .undetermined)
        outcome = stand.outcome
      case .done: outcome = stand.outcome
      case .question(let question):
        if outcome == nil, stand.outcome != .undetermined {
          // A list that was begun is brought to its end.
          guard case .completion = question.purpose else {
            Issue.record("\(seed): asked \(question.path) though it is \(stand.outcome)")
            return
          }
        }
        let editor = try #require(JSONEditor(state.text))
        if !question.isNewEntry, question.present.isEmpty,
          let said = editor.value(at: question.steps)
        {
          #expect(said.kind == .null || said.kind == .array, "\(seed): \(question.path) is said")
        }
      }
    }
    let saved = interview.check(end.text)
    if interview.unfinishedLists(in: end).isEmpty { #expect(saved.outcome == outcome) }
    if end.skippedCount == 0 {
      #expect(Needs(of: saved).all.isEmpty, "\(seed): \(saved.outcome)")
    }
  }

  /// A fact that is not asked for cannot change any clause by itself.
  @Test func whatIsNotAskedChangesNothing() throws {
    var tried = 0
    for seed in Seeds.first(20, of: 120) {
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
    #expect(tried > (Seeds.areAll ? 100 : 10))
  }
}
