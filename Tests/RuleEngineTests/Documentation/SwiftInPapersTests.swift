import Foundation
import Rules
import Testing

/// The Swift in the library's articles is that of the examples beside this file, which are
/// compiled, and what the articles say that it gives is what it gives.
@Suite struct SwiftInPapersTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let article: String
    let output: @Sendable () throws -> [String]
    var testDescription: String { name }
  }

  static let examples = [
    Example(name: "CheckingExample", article: "Pipeline") {
      try obstacles(in: sample("national-collaboration-fail.json"))
    },
    Example(name: "EvidenceExample", article: "Pipeline") {
      let library = try RuleLibrary.builtIn()
      let application = Application(vocabulary: library.vocabulary)
      application.read(
        SourceText(name: "a.json", bytes: try sample("national-collaboration-pass.json")))
      return unproved(
        application, by: try Checker(library),
        in: NamedFiles(names: ["evidence/yunxi/staff-roster.csv"]))
    },
    Example(name: "InterviewingExample", article: "Interviewing") {
      var lines: [String] = []
      let start =
        #"{"programme": "henan", "baseType": "incubation", "applicationDate": "2023-06-20"}"#
      let whole = try complete(SourceText(name: "a.json", bytes: Array(start.utf8))) { question in
        let answer = ["applicant.region.province": "河南省", "applicant.kind": "科技园"][question.path]
        lines.append("\(question.path): \(answer ?? "否")")
        return answer ?? "否"
      }
      return lines + [String(decoding: whole.bytes, as: UTF8.self)]
    },
  ]

  static func sample(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Fixture.package.appending(path: "samples/\(name)")))
  }

  static let catalog = Fixture.package.appending(path: "Sources/Rules/Rules.docc")

  static func article(_ name: String) throws -> String {
    try String(contentsOf: catalog.appending(path: "\(name).md"), encoding: .utf8)
  }

  /// With `UPDATE_PAPERS=1` the article is brought up to date, and the test fails all the same.
  @Test(.serialized, arguments: examples) func isCompiledAndRun(_ example: Example) throws {
    let source = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "\(example.name).swift"), encoding: .utf8)
    let article = try Self.article(example.article)
    var updated = article
    for (note, body) in [
      ("<!-- example: \(example.name) -->\n```swift\n", source),
      (
        "<!-- gives: \(example.name) -->\n```text\n",
        try example.output().joined(separator: "\n") + "\n"
      ),
    ] {
      let start = try #require(updated.range(of: note), "\(example.article) has no \(note)")
      let end = try #require(updated.range(of: "```", range: start.upperBound..<updated.endIndex))
      updated.replaceSubrange(start.upperBound..<end.lowerBound, with: body)
    }
    #expect(updated == article, "stale: run UPDATE_PAPERS=1 swift test --filter Papers")
    if ProcessInfo.processInfo.environment["UPDATE_PAPERS"] == "1" {
      try updated.write(
        to: Self.catalog.appending(path: "\(example.article).md"), atomically: true, encoding: .utf8
      )
    }
  }

  @Test func noSwiftIsLeftOut() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.catalog.path)
      .filter { $0.hasSuffix(".md") }
    let blocks = try names.sorted().flatMap { name in
      try Self.article(String(name.dropLast(3))).matches(of: /\n(.*)\n```swift\n/).map {
        String($0.1)
      }
    }
    #expect(blocks.sorted() == Self.examples.map { "<!-- example: \($0.name) -->" }.sorted())
  }
}
