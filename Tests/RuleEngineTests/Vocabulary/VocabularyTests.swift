import Testing

@testable import RuleEngine

@Suite struct VocabularyTests {
  /// The facts of the formats, which other people's files depend on: each has its type, and its
  /// codes at least.
  @Test func factsOfTheFormats() throws {
    let vocabulary = try BuiltIn.library().vocabulary
    try expect("facts.json", in: vocabulary)
    try expect("recommender-facts.json", in: #require(vocabulary.vocabulary(of: "recommender")))
    #expect(vocabulary["achievements[].level"]?.isScale == true)
    #expect(vocabulary["applicant.kind"]?.isScale == false)
    #expect(vocabulary["experts[].monthsPerYear"]?.maximum == ExactDecimal(12))
    #expect(vocabulary["stages[].from"]?.dayOfMonth == .first)
    #expect(vocabulary["stages[].to"]?.dayOfMonth == .last)
    #expect(vocabulary["applicationDate"]?.dayOfMonth == nil)
    #expect(vocabulary["internationalBase.struckOffOn"]?.never != nil)
    #expect(vocabulary["recognition.recognisedOn"]?.never == nil)
  }

  private func expect(_ table: String, in vocabulary: Vocabulary) throws {
    let listed = try Fixture.decode(table, as: [String].self)
    #expect(listed.count > 10)
    for line in listed {
      let words = line.split(separator: " ").map(String.init)
      let fact = try #require(vocabulary[words[0]], "\(words[0])")
      #expect(fact.type.rawValue == words[1], "\(words[0])")
      let codes = fact.codes.map(\.name)
      #expect(Set(words[2...]).isSubset(of: codes), "\(words[0])")
      // Of a scale, the order counts too.
      if fact.isScale { #expect(codes.filter(words[2...].contains) == Array(words[2...])) }
    }
  }

  @Test func everyAssignedCountryCode() throws {
    let vocabulary = try BuiltIn.library().vocabulary
    let words = try #require(vocabulary["experts[].nationality"]?.form?.words)
    #expect(words.count == 249)
    #expect(Set(words).count == 249)
    #expect(
      words.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } })
    #expect(!words.contains("UK") && !words.contains("XK") && !words.contains("AN"))
  }

  /// Every fact has a place of its own in its row.
  @Test func columns() throws {
    let main = try BuiltIn.library().vocabulary
    let vocabularies = try [main, TinyRules.library().vocabulary].flatMap {
      [$0] + $0.documents.map(\.vocabulary)
    }
    #expect(vocabularies.count == 4)
    for vocabulary in vocabularies { checkColumns(of: vocabulary) }
  }

  private func checkColumns(of vocabulary: Vocabulary) {
    var seen: Set<FactLocation> = []
    for fact in vocabulary.facts { #expect(seen.insert(fact.location).inserted, "\(fact.path)") }
    for fact in vocabulary.facts where fact.location.list == nil {
      #expect(fact.location.column < vocabulary.rootWidth)
    }
    let lists = vocabulary.lists
    #expect(vocabulary.facts.compactMap(\.list) == Array(lists.indices))
    for (number, list) in lists.enumerated() { #expect(vocabulary.facts[list.fact].list == number) }
    for fact in vocabulary.facts {
      guard let number = fact.location.list else { continue }
      // Column 0 is the element itself.
      #expect((1..<lists[number].width).contains(fact.location.column), "\(fact.path)")
    }
  }

  @Test func pathsOfReferences() throws {
    let vocabulary = try BuiltIn.library().vocabulary
    func path(_ fact: String, element: Int? = nil, item: Int? = nil) throws -> String {
      let number = try #require(vocabulary.index(of: fact.utf8))
      return vocabulary.path(of: FactReference(number, element: element, item: item))
    }
    #expect(try path("staff.fullTime") == "staff.fullTime")
    #expect(try path("experts[].monthsPerYear", element: 3) == "experts[3].monthsPerYear")
    #expect(try path("incubation.cases[].date", element: 0) == "incubation.cases[0].date")
    #expect(try path("experts", element: 12) == "experts[12]")
    #expect(try path("incubation.cases") == "incubation.cases")
    #expect(try path("capabilities", item: 2) == "capabilities[2]")
    #expect(try path("tenants[].titles", element: 4, item: 1) == "tenants[4].titles[1]")
    #expect(
      try path("internationalBase.targetGroups", element: 2) == "internationalBase.targetGroups[2]")
  }

  /// Whoever is asked for a flag is asked a question.
  @Test func flagsHaveQuestions() throws {
    let flags = try BuiltIn.library().vocabulary.facts.filter { $0.type == .flag && !$0.isDerived }
    #expect(flags.count > 50)
    for fact in flags {
      let question = try #require(fact.question, "\(fact.path)")
      #expect(question[.zh].hasSuffix("？") && question[.en].hasSuffix("?"), "\(fact.path)")
    }
  }

  /// What the checker itself reads may be missing from a vocabulary.
  @Test func withoutWellKnownFacts() throws {
    let text = #"{"facts": [{"path": "a", "type": "flag", "label": {"zh": "甲", "en": "A"}}]}"#
    let library = try RuleLibrary(
      vocabulary: SourceText(name: "v", bytes: text.utf8), rulebooks: [])
    #expect(library.vocabulary.facts.map(\.path) == ["a"])
    let report = try library.report(#"{"a": true, "b": 1}"#)
    #expect(report.diagnostics.map(\.code) == [.unknownKey])
    #expect(report.outcome == .undetermined)
  }
}
