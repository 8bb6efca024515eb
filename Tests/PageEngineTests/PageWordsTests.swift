import Foundation
import Testing

@testable import TestSupport

/// The page's own words, against the page's code that asks for them.
@Suite struct PageWordsTests {
  /// The text of the page and of its modules.
  private static func code() throws -> String {
    try FileManager.default.contentsOfDirectory(
      at: Package.root.appendingPathComponent("Sources/kczg-page/Page"),
      includingPropertiesForKeys: nil
    )
    .filter { ["js", "html"].contains($0.pathExtension) }
    .map { try String(contentsOf: $0, encoding: .utf8) }
    .joined(separator: "\n")
  }

  @Test func noKeyIsMissingAndNoneIsLeftOver() throws {
    let words = try Self.words(of: Page())
    let code = try Self.code()
    let asked = code.matches(of: /word\("(\w+)"|data-word(?:-label)?="(\w+)"/)
      .compactMap { ($0.1 ?? $0.2).map(String.init) }
    #expect(asked.count > 50)
    #expect(Set(asked).subtracting(words.keys).isEmpty)
    // Some are chosen first and asked for then.
    let quoted = Set(code.matches(of: /"(\w+)"/).map { String($0.1) })
    #expect(Set(words.keys).subtracting(quoted).isEmpty)
  }

  /// A value that one language has and the other has not would be lost in one of them.
  @Test func bothLanguagesHaveTheSameValues() throws {
    let page = try Page()
    let chinese = try Self.words(of: page)
    page.language = "en"
    let english = try Self.words(of: page)
    #expect(chinese.keys.sorted() == english.keys.sorted())
    for (key, text) in chinese {
      #expect(Self.values(text) == Self.values(english[key] ?? ""), "\(key)")
      #expect(!text.isEmpty && english[key]?.isEmpty == false, "\(key)")
    }
  }

  private static func words(of page: Page) throws -> [String: String] {
    try JSONDecoder().decode([String: String].self, from: page.ask("words"))
  }

  private static func values(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) })
  }
}
