import Digest
import Foundation
import Rules
import Testing

@testable import RuleEngine

/// What is in `rules/` and what was built into the program are the same.
@Suite struct BuiltInFilesTests {
  private static let folder = Fixture.package.appendingPathComponent("rules")
  private static var builtIn: [SourceText] { [BuiltInFiles.vocabulary] + BuiltInFiles.rulebooks }

  private static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".json") }.sorted()
    }
  }

  @Test func everyFileIsBuiltIn() throws {
    let names = try Self.names
    try #require(names.contains("vocabulary.json") && names.count > 2)
    for name in names {
      let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
      guard let text = Self.builtIn.first(where: { $0.name == "rules/\(name)" }) else {
        Issue.record("rules/\(name) is not built in; build the package again")
        continue
      }
      #expect(
        Array(text.bytes) == bytes,
        "rules/\(name) has changed since it was built in; build the package again")
    }
  }

  @Test func nothingElseIsBuiltIn() throws {
    let names = try Self.names
    for text in Self.builtIn {
      #expect(
        names.contains { "rules/\($0)" == text.name },
        "\(text.name) is built in but does not exist; build the package again")
    }
    #expect(Self.builtIn.first?.name == "rules/vocabulary.json")
    let rulebooks = Self.builtIn.dropFirst().map(\.name)
    #expect(rulebooks == rulebooks.sorted())
  }

  @Test func digests() throws {
    // What the build computed, and what is computed when a file is read.
    for rulebook in try RuleLibrary.builtIn().rulebooks {
      let file = Fixture.package.appendingPathComponent(rulebook.fileName)
      let bytes = Array(try Data(contentsOf: file))
      #expect(rulebook.digest == SHA256.hexDigest(of: bytes[...]))
      #expect(rulebook.digest.count == 64)
    }
  }

  /// The built-in rules are trusted when the program runs, so every error must be found here.
  @Test func haveNoErrors() throws {
    do {
      _ = try RuleLibrary(vocabulary: BuiltInFiles.vocabulary, rulebooks: BuiltInFiles.rulebooks)
    } catch {
      for file in error.files {
        for diagnostic in file.diagnostics {
          Issue.record(
            "\(file.text.name):\(diagnostic.position.shown): \(diagnostic.text(in: .en))")
        }
      }
    }
  }

  /// The files are written as all files of rules are.
  @Test func layout() throws {
    for text in Self.builtIn {
      let bytes = Array(text.bytes)
      #expect(bytes.last == 0x0A, "\(text.name)")
      #expect(!bytes.contains(0x0D) && !bytes.contains(0x09), "\(text.name)")
      #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(text.name)")
      for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        let indent = line.prefix { $0 == 0x20 }.count
        #expect(line.last != 0x20, "\(text.name):\(number + 1) ends in a blank")
        #expect(indent % 2 == 0, "\(text.name):\(number + 1) is indented by \(indent)")
      }
    }
  }
}
