import Testing

@testable import RuleEngine

/// Lists with unknown elements: the verdict must be that of all the lists that they can stand for.
@Suite struct CompletionTests {
  /// All lists of some elements, up to a length.
  private static func lists<Element>(of elements: [Element], upTo length: Int) -> [[Element]] {
    var all: [[Element]] = [[]]
    var last = all
    for _ in 0..<length {
      last = last.flatMap { list in elements.map { list + [$0] } }
      all += last
    }
    return all
  }

  /// All lists that one with unknown elements can stand for.
  private static func completions<Element>(
    of list: [Element?], _ choices: [Element]
  ) -> [[Element]] {
    list.reduce([[]]) { lists, element in
      lists.flatMap { list in (element.map { [$0] } ?? choices).map { list + [$0] } }
    }
  }

  /// Compares the verdict on a condition with what the cases looked at say, list by list.
  private func compare(
    _ condition: String, _ lists: [(text: String, truths: Set<Bool>)]
  ) throws {
    let library = try TinyRules.library(requiring: condition)
    let report = Report(application: Application(vocabulary: library.vocabulary))
    let checker = try Checker(library)
    var problems: [String] = []
    for (text, truths) in lists {
      report.application.read(
        SourceText(name: "a.json", bytes: #"{"baseType": "one", \#(text)}"#.utf8))
      checker.check(into: report)
      let expected = Verdict(anyTrue: truths.contains(true), anyFalse: truths.contains(false))
      let criterion = try #require(report.criteria.first)
      if criterion.verdict != expected {
        problems.append("\(text): \(criterion.verdict), not \(expected)")
      }
      if criterion.missing.isEmpty != (expected != .unknown) {
        problems.append("\(text): missing \(report.paths(criterion.missing))")
      }
    }
    #expect(problems.isEmpty, "\(condition): \(problems.prefix(3)), \(problems.count) in all")
  }

  /// The relations, as the language writes them.
  private static let relations: [(key: String, relation: Relation)] = [
    ("isAtLeast", .atLeast), ("isMoreThan", .moreThan), ("isAtMost", .atMost),
    ("isLessThan", .lessThan), ("is", .equal),
  ]

  /// Compares all comparisons of a number, whose values each list of texts can bring about.
  private func compare(
    number: String, upTo greatest: Int, _ lists: [(text: String, values: Set<Int>)]
  ) throws {
    for (key, relation) in Self.relations {
      for threshold in 0...greatest {
        let truths = lists.map { list in
          (list.text, Set(list.values.map { relation.isTrue($0, threshold) }))
        }
        try compare(#"{\#(number), "\#(key)": \#(threshold)}"#, truths)
      }
    }
  }

  private static func written(_ list: [String?]) -> String {
    "[" + list.map { $0.map(quoted) ?? "null" }.joined(separator: ", ") + "]"
  }

  /// How many of three codes a list has.
  @Test func codeCounts() throws {
    let codes = ["p", "q", "r"]
    let lists = Self.lists(of: codes + [nil], upTo: 4).map { list in
      (
        text: #""skills": \#(Self.written(list))"#,
        values: Set(Self.completions(of: list, codes).map { Set($0).count })
      )
    }
    try compare(number: #""count": "skills""#, upTo: 4, lists)
  }

  /// How many texts repeat an earlier one; an unknown one can be any, also one of its own.
  @Test func repetitions() throws {
    let lists = Self.lists(of: ["a", "b", nil], upTo: 5).map { list in
      (
        text: #""tags": \#(Self.written(list))"#,
        values: Set(
          Self.completions(of: list, ["a", "b", "c", "d", "e", "f"]).map {
            $0.count - Set($0).count
          })
      )
    }
    try compare(number: #""repetitions": "tags""#, upTo: 4, lists)
  }

  /// What an element of a list says of one flag.
  private enum Done: CaseIterable {
    case yes, no, missing, null

    var text: String {
      switch self {
      case .yes: #"{"done": true}"#
      case .no: #"{"done": false}"#
      case .missing: "{}"
      case .null: "null"
      }
    }

    var value: Bool? { self == .yes ? true : self == .no ? false : nil }
  }

  @Test(arguments: [
    (#"{"every": "steps", "satisfies": {"fact": "steps[].done", "is": true}}"#, true, true),
    (
      #"{"every": "steps", "satisfies": {"none": [{"fact": "steps[].done", "is": true}]}}"#, false,
      true
    ),
    (
      #"{"none": [{"every": "steps", "satisfies": {"fact": "steps[].done", "is": true}}]}"#, true,
      false
    ),
    (
      #"{"count": "steps", "where": {"fact": "steps[].done", "is": false}, "isAtMost": 0}"#, true,
      true
    ),
  ])
  func everyElement(_ condition: String, _ wanted: Bool, _ isEvery: Bool) throws {
    let lists = Self.lists(of: Done.allCases, upTo: 4).map { list in
      (
        text: #""steps": [\#(list.map(\.text).joined(separator: ", "))]"#,
        truths: Set(
          Self.completions(of: list.map(\.value), [true, false]).map { completion in
            completion.allSatisfy { $0 == wanted } == isEvery
          })
      )
    }
    try compare(condition, lists)
  }

  /// Of `if` and `then`, with what either can be.
  @Test func ifAndThen() throws {
    let values: [Bool?] = [true, false, nil]
    let cases = values.flatMap { premise in
      values.map { conclusion in
        (
          text: [("ok", premise), ("fine", conclusion)]
            .map { #""\#($0)": \#($1.map { "\($0)" } ?? "null")"# }.joined(separator: ", "),
          truths: Set(
            Self.completions(of: [premise, conclusion], [true, false]).map { !$0[0] || $0[1] })
        )
      }
    }
    try compare(
      #"{"if": {"fact": "ok", "is": true}, "then": {"fact": "fine", "is": true}}"#, cases)
  }

  /// From and to of an element, as numbers; nil for what is not known.
  private struct Span {
    let from: Int?
    let to: Int?
    var isNull = false

    var text: String {
      if isNull { return "null" }
      let members = [("from", from), ("to", to)].compactMap { key, day in
        day.map { #""\#(key)": "2022-05-0\#($0)""# }
      }
      return "{\(members.joined(separator: ", "))}"
    }
  }

  /// Each begins after the one before has ended: of days 3 and 5, an unknown one can be any.
  @Test func everyNext() throws {
    let days = [3, 5, nil]
    var spans = days.flatMap { from in days.map { Span(from: from, to: $0) } }
    spans.append(Span(from: nil, to: nil, isNull: true))
    let lists = Self.lists(of: spans, upTo: 3).map { list in
      let pairs = zip(list, list.dropFirst()).map { ($0.to, $1.from) }
      // No day stands in two pairs, so that each can be completed alone.
      let truths = pairs.map { pair in
        Set(Self.completions(of: [pair.0, pair.1], [1, 3, 4, 5, 7]).map { $0[1] > $0[0] })
      }
      let canBeTrue = truths.allSatisfy { $0.contains(true) }
      let canBeFalse = truths.contains { $0.contains(false) }
      return (
        text: #""steps": [\#(list.map(\.text).joined(separator: ", "))]"#,
        truths: Set((canBeTrue ? [true] : []) + (canBeFalse ? [false] : []))
      )
    }
    #expect(lists.count == 1111)
    try compare(
      #"{"everyNext": "steps", "satisfies": {"fact": "steps[].from", "isMoreThan": "steps[previous].to"}}"#,
      lists)
  }
}
