import Foundation
import Testing

@testable import RuleEngine
@testable import TestSupport

/// Interviews about every incomplete sample, for every base type and stage, with someone who always
/// has an answer.
@Suite struct InterviewSampleTests {
  static let samples = Fixture.package.appending(path: "samples")
  static let incomplete =
    (try? FileManager.default.contentsOfDirectory(atPath: samples.path))?
    .filter { $0.hasSuffix("-incomplete.json") }.sorted() ?? []

  @Test func samplesAreThere() { #expect(Self.incomplete.count >= 15) }

  /// In the end nothing is open but what the authority decides, and the checker says of the file
  /// what the interview said. What the file had said before still stands there.
  @Test(arguments: incomplete.sampled(5))
  func endsWithWhatTheCheckerSays(_ sample: String) throws {
    let library = try BuiltIn.library()
    let text = try SourceText(
      name: sample, bytes: Data(contentsOf: Self.samples.appending(path: sample)))
    let stages = library.vocabulary.stageNames
    for type in library.vocabulary["baseType"]?.codes.map(\.name) ?? [] {
      for chosen in (Seeds.areAll ? stages.map { [$0] } : []) + [stages] {
        var options = Checker.Options()
        options.baseType = type
        options.stages = Set(chosen)
        // Not every rulebook has every type and stage.
        guard let interview = try? Interview(library, options: options),
          !interview.check(text).isInvalid
        else { continue }
        let end = try hold(interview, about: text, seed: "\(type) \(chosen)".utf8.count)
        let report = try library.report(end.json, options: options)
        #expect(report.outcome == interview.stand(of: end).outcome)
        for clause in report.rulebooks.flatMap(\.clauses) where clause.verdict == .unknown {
          #expect(clause.criteria.allSatisfy { $0.missing.isEmpty }, "\(type) \(chosen)")
        }
      }
    }
  }

  private func hold(
    _ interview: Interview, about text: SourceText, seed: Int
  ) throws -> InterviewState {
    var person = Interviewee(seed: seed)
    let end = try interview.hold(from: interview.begin(text), with: &person) { _, _ in }
    #expect(end.skippedCount == 0)
    #expect(interview.unfinishedLists(in: end).isEmpty)
    let (before, after) = (try Self.values(text), try Self.values(end.text))
    for (path, value) in before { #expect(after[path] == value, "\(path)") }
    return end
  }

  /// What a text says, by paths: the tokens of all values but null and those that hold others. Nulls
  /// among words do not count.
  private static func values(_ text: SourceText) throws -> [[JSONStep]: [UInt8]] {
    var values: [[JSONStep]: [UInt8]] = [:]
    func add(_ value: JSONValue, _ path: [JSONStep]) {
      for (key, member) in value.members { add(member, path + [.key(key.string ?? "")]) }
      let hasWords = value.elements.contains { $0.kind == .string }
      let elements = value.elements.filter { !hasWords || $0.kind != .null }
      for (index, element) in elements.enumerated() { add(element, path + [.element(index)]) }
      if ![.object, .array, .null].contains(value.kind) { values[path] = Array(value.raw) }
    }
    add(try #require(JSONEditor(text)).document.root, [])
    return values
  }

  /// Every type of fact that the rulebooks read is asked for.
  @Test func everyTypeOfFactIsAsked() throws {
    let library = try BuiltIn.library()
    var options = Checker.Options()
    options.stages = Set(library.vocabulary.stageNames)
    let interview = try Interview(library, options: options)
    var asked: Set<FactType> = []
    for (programme, type) in [
      ("national", "collaboration"), ("henan", "incubation"),
      ("most-international", "technology-transfer-centre"),
    ] {
      let start = interview.begin(#"{"programme": "\#(programme)", "baseType": "\#(type)"}"#)
      for seed in 0..<3 {
        var person = Interviewee(seed: seed)
        // A clause that fails is not asked about any further.
        person.alwaysAgrees = true
        _ = try interview.hold(from: start, with: &person) { stand, _ in
          if case .question(let question) = stand.next { asked.insert(question.fact.type) }
        }
      }
    }
    #expect(asked == Set(FactType.allCases).subtracting([.group, .list]))
  }
}
