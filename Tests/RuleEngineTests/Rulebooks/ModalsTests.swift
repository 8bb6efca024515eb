import Rules
import Testing

@testable import RuleEngine

/// What the law asks of somebody who is able to do something is not asked of one who does it: every
/// requirement, label and question has the modal of its text (可以, 能够, 有, 已).
@Suite struct ModalsTests {
  struct Table: Decodable {
    let modals: [String: Modal]
    let rows: [Row]

    /// How a modal is said: in the documents, and by words of which each text has one.
    struct Modal: Decodable {
      let law: [String]
      let zh: [String]
      let en: [String]
    }

    struct Row: Decodable, CustomTestStringConvertible {
      let rulebook: String
      /// The word that stands in the document.
      let law: String
      let modal: String
      let criteria: [String]

      var testDescription: String { "\(rulebook) \(criteria.joined(separator: " "))" }
    }
  }

  /// The facts of a criterion that somebody answers by yes or no, or by choosing.
  private static func facts(of criterion: Criterion, _ rulebook: Rulebook, _ library: RuleLibrary)
    throws -> [Fact]
  {
    let vocabulary =
      try rulebook.about.map { try #require(library.vocabulary.vocabulary(of: $0)) }
      ?? library.vocabulary
    return criterion.facts(in: vocabulary).filter {
      !$0.isDerived && ($0.type == .flag || $0.type == .codes)
    }
  }

  private static func criteria(of rulebook: Rulebook) -> [Criterion] {
    rulebook.articles.flatMap(\.clauses).flatMap(\.criteria)
  }

  @Test func everyCriterionIsInTheTableOnce() throws {
    let table: Table = try Fixture.decode("modals.json")
    let library = try BuiltIn.library()
    var listed = table.rows.flatMap { row in row.criteria.map { "\(row.rulebook) \($0)" } }
    for rulebook in library.rulebooks {
      for criterion in Self.criteria(of: rulebook)
      where try !Self.facts(of: criterion, rulebook, library).isEmpty {
        let name = "\(rulebook.id) \(criterion.id)"
        #expect(listed.count { $0 == name } == 1, "\(name)")
        listed.removeAll { $0 == name }
      }
    }
    #expect(listed.isEmpty, "no criteria with such facts: \(listed)")
  }

  @Test(arguments: try Fixture.decode("modals.json", as: Table.self).rows)
  func textsHaveTheModalOfTheLaw(_ row: Table.Row) throws {
    let table: Table = try Fixture.decode("modals.json")
    let modal = try #require(table.modals[row.modal])
    #expect(modal.law.contains(row.law))
    let library = try BuiltIn.library()
    let rulebook = try #require(library.rulebooks.first { $0.id == row.rulebook })
    for id in row.criteria {
      let criterion = try #require(Self.criteria(of: rulebook).first { $0.id == id })
      var texts = [criterion.requirement].map { [$0] }
      for fact in try Self.facts(of: criterion, rulebook, library) {
        // What may be chosen says with the label what it is about.
        texts.append([fact.label] + fact.codes.map(\.label))
        if let question = fact.question { texts.append([question]) }
      }
      for (language, words) in [(Language.zh, modal.zh), (.en, modal.en)] {
        for text in texts {
          let said = text.map { $0[language] }.joined(separator: "\n")
          #expect(
            words.isEmpty || words.contains { said.contains($0) }, "\(id): \(said) lacks \(words)")
        }
      }
      // Where the law does not ask whether somebody could, nothing else does.
      if row.modal != "able" {
        for text in texts.joined() {
          let asked = ["能否", "可否", "能够", "可以"].filter { text[.zh].contains($0) }
          #expect(asked.isEmpty, "\(id): \(text[.zh])")
          #expect(!text[.en].lowercased().contains("able to"), "\(id): \(text[.en])")
        }
      }
    }
  }
}
