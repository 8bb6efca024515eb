import Rules
import Testing

@testable import RuleEngine

/// Words that have other names.
@Suite struct NameTableTests {
  struct Row: Decodable, CustomTestStringConvertible {
    let text: String
    /// The word that it stands for; nil where it is none.
    let word: String?

    var testDescription: String { text }
  }

  private static func provinces() throws -> NameTable {
    let form = try BuiltIn.library().vocabulary["applicant.region.province"]?.form
    guard case .names(let table)? = form?.rule else { throw Missing() }
    return table
  }

  private struct Missing: Error {}

  @Test(arguments: try Fixture.decode("provinces.json", as: [Row].self))
  func province(_ row: Row) throws {
    let table = try Self.provinces()
    #expect(table.number(of: row.text).map { table.words[$0] } == row.word)
  }

  /// There are 34, each by its own name and by its name with what is below it.
  @Test func everyProvince() throws {
    let table = try Self.provinces()
    #expect(table.words.count == 34)
    #expect(Set(table.words).count == 34)
    for (number, word) in table.words.enumerated() {
      #expect(table.number(of: word) == number)
      #expect(table.number(of: word + "某市") == number)
      let short = String(word.prefix(word.hasPrefix("黑") || word.hasPrefix("内") ? 3 : 2))
      #expect(table.number(of: short) == number, "\(short)")
      #expect(table.number(of: short + "某市") == number, "\(short)")
    }
  }

  /// The longest name counts, and one of a single character only by itself.
  @Test(
    arguments: [
      ("ab", 0), ("abc", 1), ("abcd", 1), ("abd", 0), ("x", 1), ("xy", nil), ("x y", nil),
      ("a", nil),
      ("AB", 0), ("A b", 0), ("", nil), ("zab", nil), ("\u{E9}", 0), ("e\u{301}", nil),
    ] as [(String, Int?)])
  func whichName(_ text: String, _ word: Int?) {
    let table = NameTable(
      words: ["one", "two"],
      names: [("ab", 0), ("abc", 1), ("x", 1), ("\u{E9}", 0)].map { (NameTable.folded($0.0), $0.1) }
    )
    #expect(table.number(of: text) == word)
  }

  /// A long text costs no more than it has to.
  @Test func longTexts() throws {
    let table = try Self.provinces()
    let long = String(repeating: "郑", count: 100_000)
    #expect(table.number(of: long) == nil)
    #expect(table.number(of: "河南" + long).map { table.words[$0] } == "河南省")
  }
}
