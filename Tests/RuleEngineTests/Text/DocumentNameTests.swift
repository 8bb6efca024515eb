import Testing

@testable import RuleEngine

/// Which title can be which proof, from `Fixtures/document-names.json`: a title and a proof's name.
@Suite struct DocumentNameTests {
  struct Table: Decodable {
    let can: [[String]]
    let cannot: [[String]]
  }

  private static func table() throws -> Table { try Fixture.decode("document-names.json") }

  private func canBe(_ pair: [String]) -> Bool {
    DocumentName(title: pair[0]).canBe(DocumentName(proof: pair[1]))
  }

  @Test(arguments: try table().can) func canBeTheProof(_ pair: [String]) {
    #expect(canBe(pair))
  }

  @Test(arguments: try table().cannot) func cannotBeTheProof(_ pair: [String]) {
    #expect(!canBe(pair))
  }

  /// Every proof that a rulebook asks for can be what it is called, in either language; in no language
  /// does a screenshot pass for an agreement.
  @Test func proofsOfTheRulebooks() throws {
    for rulebook in try BuiltIn.library().rulebooks {
      for criterion in rulebook.articles.flatMap(\.clauses).flatMap(\.criteria) {
        for words in criterion.proof {
          for language in Language.allCases {
            #expect(canBe([words[language], words[language]]), "\(words[language])")
            if !words[.zh].contains("截图") {
              #expect(!canBe(["平台截图", words[language]]), "\(words[language])")
            }
          }
        }
      }
    }
  }

  /// Long names take no longer than they must.
  @Test func longTitles() {
    let long = String(repeating: "平台截", count: 50_000)
    #expect(!canBe([long, "平台截图"]))
    #expect(canBe([long + "图", "平台截图"]))
    #expect(!canBe([String(repeating: "（", count: 50_000), "平台截图"]))
  }
}
