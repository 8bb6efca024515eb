import Foundation
import Testing

/// The sample applications, each checked against the verdicts that were worked out by hand.
@Suite struct SamplesTests {
  @Test func everySampleHasItsExpectedVerdictsAndViceVersa() throws {
    let samples = try SampleApplication.names(in: SampleApplication.folder)
    let expected = try SampleApplication.names(in: SampleApplication.expectedFolder)
    #expect(!samples.isEmpty)
    #expect(samples == expected)
  }

  @Test(arguments: try SampleApplication.all())
  func verdictsAreTheExpectedOnes(sample: SampleApplication) throws {
    let expected = try sample.expected()
    let run = try Command.run(
      ["check", "--format", "json", "\(sample.name).json"], directory: SampleApplication.folder)

    #expect(run.status == expected.exitStatus)
    #expect(run.errors == "")

    let report = try run.report()
    #expect(report.verdict == expected.verdict)
    #expect(report.diagnostics.isEmpty)
    #expect(report.rulebooks.map(\.id) == expected.rulebooks.map(\.id))
    for (found, wanted) in zip(report.rulebooks, expected.rulebooks) {
      #expect(found.verdict == wanted.verdict, "\(wanted.id)")
      #expect(found.clauses.map { "\($0.id) \($0.verdict)" } == wanted.clauses, "\(wanted.id)")
    }
  }
}

/// One of the applications in `samples/`, with what `samples/expected/` says of it.
struct SampleApplication: Sendable, CustomTestStringConvertible {
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

  let name: String

  var testDescription: String { name }

  static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .map { $0.deletingPathExtension().lastPathComponent }
      .sorted()
  }

  static func all() throws -> [SampleApplication] {
    try names(in: folder).map { SampleApplication(name: $0) }
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
    func inOrder(_ keys: some Sequence<String>) throws -> [String] {
      try keys.map { key in
        (key: key, place: try #require(text.range(of: "\"\(key)\":")).lowerBound)
      }
      .sorted { $0.place < $1.place }
      .map(\.key)
    }
    return Expected(
      verdict: file.verdict,
      rulebooks: try inOrder(file.rulebooks.keys).map { id in
        let rulebook = try #require(file.rulebooks[id])
        return Expected.Rulebook(
          id: id, verdict: rulebook.verdict,
          clauses: try inOrder(rulebook.clauses.keys).map {
            "\($0) \(try #require(rulebook.clauses[$0]))"
          })
      })
  }
}
