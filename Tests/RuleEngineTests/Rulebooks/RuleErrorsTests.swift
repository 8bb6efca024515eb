import Testing

@testable import RuleEngine

/// Broken rules: each case of `Fixtures/rule-errors.json` patches the small rules of
/// `Fixtures/tiny`; a mark in a patch says what is to be told at that place. All the errors of all
/// files are told at once, and nothing else.
@Suite struct RuleErrorsTests {
  struct Table: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Patch: Decodable {
      let file: String
      /// What stands there once; `WHOLE`: everything.
      let replace: String
      let with: String
    }

    let name: String
    let patches: [Patch]

    var testDescription: String { name }

    func text(of file: String) throws -> MarkedText {
      var text = try TinyRules.text(file)
      for patch in patches where patch.file == file {
        if patch.replace == "WHOLE" {
          text = patch.with
          continue
        }
        let range = try #require(text.firstRange(of: patch.replace), "\(name): \(patch.replace)")
        text.replaceSubrange(range, with: patch.with)
      }
      return MarkedText(text)
    }
  }

  static var cases: [Case] {
    get throws { try Fixture.decode("rule-errors.json", as: Table.self).cases }
  }

  @Test(arguments: try cases)
  func isTold(_ testCase: Case) throws {
    var texts: [SourceText] = []
    var expected: [String: [String]] = [:]
    for file in TinyRules.files {
      let marked = try testCase.text(of: file)
      texts.append(SourceText(name: file, bytes: marked.bytes))
      if !marked.marks.isEmpty { expected[file] = marked.places }
    }
    var told: [String: [String]] = [:]
    do {
      _ = try RuleLibrary(vocabulary: texts[0], rulebooks: Array(texts[1...]))
    } catch {
      for file in error.files {
        told[file.text.name] = file.diagnostics.map { "\($0.code.rawValue) \($0.position.shown)" }
        #expect(file.diagnostics.allSatisfy { $0.severity == .error })
        for diagnostic in file.diagnostics {
          // The line to be shown is the one that has the place.
          let line = file.lineRange(at: diagnostic.offset)
          #expect(line.lowerBound <= diagnostic.offset && diagnostic.offset <= line.upperBound)
        }
      }
    }
    #expect(told == expected)
  }

  /// A code that no case brings about is not tested.
  @Test func everyCodeIsTold() throws {
    let marks = try Self.cases.flatMap { testCase in
      try TinyRules.files.flatMap { try testCase.text(of: $0).marks.map(\.name) }
    }
    let codes = DiagnosticCode.allCases.map(\.rawValue).filter { $0.hasPrefix("rule-") }
    #expect(Set(marks) == Set(codes))
    #expect(codes.count > 10)
  }

  @Test func unpatchedRulesAreGood() throws {
    let library = try RuleLibrary(
      vocabulary: TinyRules.source("vocabulary.json"),
      rulebooks: [TinyRules.source("first.json"), TinyRules.source("second.json")])
    #expect(library.rulebooks.map(\.id) == ["first", "second"])
  }

  /// What a message says of other words that could stand at the place.
  @Test func namesWhatIsExpected() throws {
    func message(_ condition: String, _ language: Language = .en) throws -> String {
      do {
        _ = try TinyRules.library(requiring: condition)
      } catch let error as RuleErrors {
        return try #require(error.files.first?.diagnostics.first).text(in: language)
      }
      Issue.record("\(condition) is good")
      return ""
    }
    #expect(try message(#"{"fact": "peopel", "isAtLeast": 1}"#).contains("people"))
    #expect(try message(#"{"fact": "peopel", "isAtLeast": 1}"#, .zh).contains("people"))
    #expect(try message(#"{"fact": "people", "isAtLest": 1}"#).contains("isAtLeast"))
    #expect(try message(#"{"fact": "kind", "is": "w"}"#).contains("x, y, z"))
    #expect(try message(#"{"fact": "opened", "isAtLeast": "2023-02-29"}"#).contains("YYYY-MM-DD"))
    #expect(try message(#"{"fact": "items[].good", "is": true}"#).contains("items"))
    #expect(try message(#"{"fact": "opened", "is": "people"}"#).contains("date"))
    #expect(
      try message(#"{"fact": "sentAt", "isAtMost": "2022-05-27"}"#).contains("YYYY-MM-DDThh:mm"))
    #expect(try message(#"{"fact": "sentAt", "is": "opened"}"#).contains("moment"))
    #expect(try message(#"{"fact": "tags", "isFilled": true}"#).contains("texts"))
    #expect(try message(#"{"length": "people", "isAtMost": 3}"#, .zh).contains("text"))
    #expect(try message(#"{"count": "name", "isAtMost": 3}"#).contains("list or codes or texts"))
    #expect(try message(#"{"repetitions": "items", "isAtMost": 3}"#).contains("texts"))
    #expect(try message(#"{"if": {"fact": "ok", "is": true}}"#).contains("then"))
    #expect(try message(#"{"every": "steps"}"#, .zh).contains("satisfies"))
    let everyTag = #"{"every": "tags", "satisfies": {"fact": "ok", "is": true}}"#
    #expect(try message(everyTag).contains("list"))
    let previous = #"{"fact": "steps[previous].done", "is": true}"#
    for language in Language.allCases {
      let every = try message(#"{"every": "steps", "satisfies": \#(previous)}"#, language)
      #expect(every.contains("steps[previous].done") && every.contains("everyNext"))
      let top = try message(#"{"fact": "steps[].done", "is": true}"#, language)
      #expect(top.contains("steps[].done") && top.contains("every"))
    }
    let earlier = #"{"fact": "opened", "is": {"date": "closed", "minus": {"weeks": 1}}}"#
    #expect(try message(earlier).contains("months"))
    // Every subject is named where none is given.
    let none = try message(#"{"is": 1}"#)
    for subject in Subject.allCases { #expect(none.contains(subject.rawValue)) }
  }
}
