import Testing

@testable import Rules

/// The rulebooks that are built in have the clauses and criteria that the two documents have.
@Suite struct BuiltInRulebooksTests {
  /// By rulebook and base type, in the order of the report: each criterion with its basis.
  private static var listed: [String: [String: [String]]] {
    get throws { try Fixture.decode("criteria.json") }
  }

  @Test func everyCriterion() throws {
    let library = try BuiltIn.library()
    let listed = try Self.listed
    #expect(Set(library.rulebooks.map(\.id)) == Set(listed.keys))
    for (id, baseTypes) in listed {
      let rulebook = try #require(library.rulebooks.first { $0.id == id })
      #expect(Set(rulebook.baseTypes) == Set(baseTypes.keys))
      for (baseType, expected) in baseTypes {
        var options = Checker.Options()
        options.rulebooks = [id]
        options.baseType = baseType
        let report = try library.report("{}", options: options)
        let found = report.criteria.map { "\($0.criterion.id) \($0.criterion.basis.rawValue)" }
        #expect(found == expected, "\(id), \(baseType)")
        // Of an empty application nothing is known, and nothing passes.
        #expect(report.outcome == .undetermined)
        #expect(report.criteria.allSatisfy { $0.verdict == .unknown && $0.open == .facts })
      }
    }
  }

  /// A criterion's id is its clause's and a letter; a clause's that of its article and an item.
  @Test func idsAreIsomorphic() throws {
    for rulebook in try BuiltIn.library().rulebooks {
      var seen: Set<String> = []
      for article in rulebook.articles {
        for clause in article.clauses {
          #expect(clause.id == article.id || clause.id.hasPrefix(article.id + "."), "\(clause.id)")
          #expect(!clause.criteria.isEmpty)
          #expect(seen.insert(clause.id).inserted)
          for (criterion, letter) in zip(clause.criteria, "abcdefgh") {
            #expect(criterion.id == "\(clause.id).\(letter)")
            #expect(seen.insert(criterion.id).inserted)
          }
        }
      }
    }
  }

  @Test func everythingIsSaidInBothLanguages() throws {
    let library = try BuiltIn.library()
    var words: [Words] = library.vocabulary.facts.flatMap { fact in
      [fact.label] + fact.codes.map(\.label) + (fact.unit.map { [$0.name] } ?? [])
    }
    for rulebook in library.rulebooks {
      words += [rulebook.document.title, rulebook.document.authority] + rulebook.readings
      for article in rulebook.articles {
        words += [article.citation, article.title]
        for clause in article.clauses {
          words += [clause.citation, clause.title]
          for criterion in clause.criteria {
            words +=
              [criterion.requirement] + criterion.proof + (criterion.reading.map { [$0] } ?? [])
          }
        }
      }
    }
    #expect(words.count > 300)
    for word in words {
      func han(_ text: String) -> Int {
        text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
      }
      func latin(_ text: String) -> Int {
        text.unicodeScalars.count { $0.isASCII && $0.properties.isAlphabetic }
      }
      #expect(han(word[.zh]) > 0, "\(word[.zh])")
      // A Chinese term may be quoted.
      #expect(latin(word[.en]) > 2 * han(word[.en]), "\(word[.en])")
    }
  }

  /// What the documents say of themselves, and what they do not say.
  @Test func documents() throws {
    let library = try BuiltIn.library()
    let national = try #require(library.rulebooks.first { $0.id == "national-2022" })
    #expect(national.programme == "national")
    #expect(national.document.number == "科协办函创字〔2022〕57号")
    #expect(national.document.issued == CivilDate("2022-04-29"))
    #expect(national.span.from == CivilDate("2022-04-29"))
    #expect(national.span.until == nil)
    let henan = try #require(library.rulebooks.first { $0.id == "henan" })
    #expect(henan.programme == "henan")
    #expect(henan.document.number == nil)
    #expect(henan.document.issued == nil)
    #expect(henan.span.from == nil)
    for day in ["0001-01-01", "9999-12-31"] {
      let date = try #require(CivilDate(day))
      #expect(henan.span.contains(date))
    }
  }

  /// Where a batch is read as two, the rulebook says that this is its reading.
  @Test func readingOfABatch() throws {
    for rulebook in try BuiltIn.library().rulebooks {
      for criterion in rulebook.articles.flatMap(\.clauses).flatMap(\.criteria) {
        if case .number(_, _, _, authorityFrom: .some) = criterion.condition {
          #expect(criterion.reading != nil, "\(criterion.id)")
        }
      }
    }
  }

  /// Changing one figure in a copy of the rules changes the verdict.
  @Test func figuresAreData() throws {
    let library = try BuiltIn.library()
    var options = Checker.Options()
    options.rulebooks = ["national-2022"]
    options.baseType = "incubation"
    let application = #"{"incubation": {"officeArea": 4000}}"#
    let before = try library.report(application, options: options)
    #expect(before.criterion("9.5.a")?.verdict == .fail)
    #expect(before.criterion("9.5.a")?.shortfall(in: .zh) == "1000")
    let national = try #require(BuiltInFiles.rulebooks.first { $0.name.contains("national") })
    let text = String(decoding: national.bytes, as: UTF8.self)
    let changed = text.replacing(#""isAtLeast": 5000"#, with: #""isAtLeast": 4000"#)
    try #require(changed != text)
    let other = try RuleLibrary(
      vocabulary: BuiltInFiles.vocabulary,
      rulebooks: [SourceText(name: "n.json", bytes: changed.utf8)])
    let after = try other.report(application, options: options)
    #expect(after.criterion("9.5.a")?.verdict == .pass)
    #expect(after.criterion("9.5.a")?.isBoundary == true)
    #expect(
      other.rulebooks[0].digest != library.rulebooks.first { $0.id == "national-2022" }?.digest)
  }
}
