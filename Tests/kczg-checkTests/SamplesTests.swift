import Foundation
import Testing

@testable import TestSupport

/// The sample applications, each checked against the verdicts that were worked out by hand.
@Suite struct SamplesTests {
  @Test func everySampleHasItsExpectedVerdictsAndViceVersa() throws {
    let samples = try SampleRun.names(in: SampleRun.folder)
    let runs = try SampleRun.all()
    #expect(!samples.isEmpty)
    #expect(samples == runs.filter { $0.stage == nil }.map(\.sample))
    #expect(Set(samples).isSuperset(of: runs.map(\.sample)))
  }

  /// One run for all samples of a stage.
  private static let reports = Result {
    var reports: [String: CheckReport] = [:]
    for (stage, samples) in Dictionary(grouping: try SampleRun.all(), by: \.stage) {
      let run = try SampleRun.run(samples.map(\.sample), stage: stage)
      #expect(run.errors == "")
      let found = try run.reportLines()
      #expect(found.count == samples.count)
      for (sample, report) in zip(samples, found) { reports[sample.name] = report }
    }
    return reports
  }

  @Test(arguments: try SampleRun.all())
  func verdictsAreTheExpectedOnes(of sample: SampleRun) throws {
    let expected = try sample.expected()
    let report = try #require(try Self.reports.get()[sample.name])
    #expect(report.application.source == "\(sample.sample).json")
    #expect(report.verdict == expected.verdict)
    #expect(report.diagnostics.isEmpty)
    #expect(report.rulebooks.map(\.id) == expected.rulebooks.map(\.id))
    for (found, wanted) in zip(report.rulebooks, expected.rulebooks) {
      #expect(found.verdict == wanted.verdict, "\(wanted.id)")
      #expect(found.clauses.map { "\($0.id) \($0.verdict)" } == wanted.clauses, "\(wanted.id)")
    }
  }

  @Test(arguments: try SampleRun.all().sampled(9))
  func exitStatusIsThatOfTheVerdict(of sample: SampleRun) throws {
    let run = try SampleRun.run([sample.sample], stage: sample.stage)
    #expect(run.status == (try sample.expected().exitStatus))
    #expect(run.errors == "")
    #expect(try run.reportLines().map(\.verdict) == [sample.expected().verdict])
  }
}

/// A check of one of the applications in `samples/`, with what `samples/expected/` says of it.
///
/// `expected/NAME.json` is about `NAME.json` as it is checked by default, `expected/NAME.STAGE.json`
/// about the same with `--stage STAGE`.
struct SampleRun: Sendable, CustomTestStringConvertible {
  struct Expected {
    struct Rulebook {
      let id: String
      let verdict: String
      /// Each clause's id and verdict, such as `8.5 fail`, in the order of the file.
      let clauses: [String]
    }

    let verdict: String
    let rulebooks: [Rulebook]

    /// Nil for a word that is no verdict, which then equals no exit status.
    var exitStatus: Int32? { ["eligible": 0, "ineligible": 1, "undetermined": 2][verdict] }
  }

  static let folder = Package.root.appendingPathComponent("samples")
  static let expectedFolder = folder.appendingPathComponent("expected")

  let sample: String
  /// The argument of `--stage`; nil for a check without it.
  let stage: String?

  /// The name of the file of expected verdicts.
  var name: String { stage.map { "\(sample).\($0)" } ?? sample }
  var testDescription: String { name }

  static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .map { $0.deletingPathExtension().lastPathComponent }
      .sorted()
  }

  static func run(_ samples: [String], stage: String?) throws -> Run {
    try Command.run(
      ["check", "--format", "ndjson"] + (stage.map { ["--stage", $0] } ?? [])
        + samples.map { "\($0).json" }, directory: folder)
  }

  static func all() throws -> [SampleRun] {
    try names(in: expectedFolder).map { name in
      let parts = name.split(separator: ".", maxSplits: 1)
      return SampleRun(
        sample: String(parts[0]), stage: parts.count == 1 ? nil : String(parts[1]))
    }
  }

  func expected() throws -> Expected {
    struct File: Decodable {
      struct Rulebook: Decodable {
        let verdict: String
        let clauses: [String: String]
      }

      let verdict: String
      let rulebooks: [String: Rulebook]
    }

    let data = try Data(
      contentsOf: Self.expectedFolder.appendingPathComponent("\(name).json"))
    let file = try JSONDecoder().decode(File.self, from: data)
    // A decoded object has lost the order of its keys; the text still has it.
    let text = String(decoding: data, as: UTF8.self)
    func inOrder(_ keys: some Sequence<String>, from start: String.Index) throws -> [Key] {
      try keys.map { key in
        let range = text.range(of: "\"\(key)\":", range: start..<text.endIndex)
        return Key(name: key, place: try #require(range).lowerBound)
      }
      .sorted { $0.place < $1.place }
    }
    return Expected(
      verdict: file.verdict,
      rulebooks: try inOrder(file.rulebooks.keys, from: text.startIndex).map { id in
        let rulebook = try #require(file.rulebooks[id.name])
        return Expected.Rulebook(
          id: id.name, verdict: rulebook.verdict,
          clauses: try inOrder(rulebook.clauses.keys, from: id.place).map {
            "\($0.name) \(try #require(rulebook.clauses[$0.name]))"
          })
      })
  }

  private struct Key {
    let name: String
    let place: String.Index
  }
}
