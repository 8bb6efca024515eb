import Rules
import Testing

@testable import RuleEngine

/// The rulebooks that are built in have the clauses and criteria that the documents have.
@Suite struct BuiltInRulebooksTests {
  /// By rulebook, base type (`any` of a document that has none) and stage, in the order of the
  /// report: each criterion with its basis.
  private static var listed: [String: [String: [String: [String]]]] {
    get throws { try Fixture.decode("criteria.json") }
  }

  @Test func everyCriterion() throws {
    let library = try BuiltIn.library()
    let listed = try Self.listed
    #expect(Set(library.rulebooks.map(\.id)) == Set(listed.keys))
    for (id, baseTypes) in listed {
      let rulebook = try #require(library.rulebooks.first { $0.id == id })
      if rulebook.about != nil {
        try expectAbout(rulebook, baseTypes["any"] ?? [:], library)
        continue
      }
      #expect(Set(rulebook.baseTypes) == Set(baseTypes.keys))
      for (baseType, stages) in baseTypes {
        for (stage, expected) in stages {
          var options = Checker.Options()
          options.rulebooks = [id]
          options.baseType = baseType
          options.stages = [stage]
          let report = try library.report("{}", options: options)
          #expect(Self.criteria(report) == expected, "\(id), \(baseType), \(stage)")
          // Of an empty application nothing is known, and nothing passes; but its type is given.
          #expect(report.outcome == .undetermined)
          for criterion in report.criteria {
            let isOpen = criterion.verdict == .unknown && criterion.open == .facts
            let isAboutTheType =
              criterion.criterion.condition.firstFact
              == library.vocabulary
              .index(of: "baseType".utf8)
            #expect(isOpen != isAboutTheType, "\(id) \(criterion.criterion.id)")
          }
        }
        let stages = Set(
          rulebook.articles.filter { $0.baseTypes?.contains(baseType) ?? true }.map(\.stage))
        #expect(stages == Set(baseTypes[baseType]?.keys.map(\.self) ?? []), "\(id), \(baseType)")
      }
    }
  }

  private static func criteria(_ report: Report) -> [String] {
    report.criteria.map { "\($0.criterion.id) \($0.criterion.basis.rawValue)" }
  }

  /// Of a document that is no application, all stages are judged.
  private func expectAbout(
    _ rulebook: Rulebook, _ stages: [String: [String]], _ library: RuleLibrary
  ) throws {
    let about = try #require(rulebook.about)
    let report = Report(
      application: Application(vocabulary: try #require(library.vocabulary.vocabulary(of: about))))
    report.application.read(SourceText(name: "u.json", bytes: "{}".utf8))
    let index = try #require(library.rulebooks.firstIndex { $0.id == rulebook.id })
    try Checker(library).check([index], date: nil, into: report)
    #expect(Self.criteria(report) == stages.flatMap(\.value), "\(rulebook.id)")
    #expect(report.criteria.allSatisfy { $0.verdict == .unknown && $0.open == .facts })
  }

  /// A criterion's id is its clause's and a letter; a clause's that of its article and an item.
  @Test func idsAreIsomorphic() throws {
    for rulebook in try BuiltIn.library().rulebooks {
      var seen: Set<String> = []
      for article in rulebook.articles {
        for clause in article.clauses {
          #expect(clause.id == article.id || clause.id.hasPrefix(article.id + "."), "\(clause.id)")
          #expect((1...26).contains(clause.criteria.count))
          #expect(seen.insert(clause.id).inserted)
          for (criterion, letter) in zip(clause.criteria, "abcdefghijklmnopqrstuvwxyz") {
            #expect(criterion.id == "\(clause.id).\(letter)")
            #expect(seen.insert(criterion.id).inserted)
          }
        }
      }
    }
  }

  @Test func everythingIsSaidInBothLanguages() throws {
    let library = try BuiltIn.library()
    let vocabularies = [library.vocabulary] + library.vocabulary.documents.map(\.vocabulary)
    var words: [Words] = vocabularies.flatMap(\.facts).flatMap { fact in
      [fact.label] + fact.codes.map(\.label) + [fact.unit?.name, fact.never].compactMap(\.self)
    }
    words += library.vocabulary.stages.map(\.label) + library.vocabulary.documents.map(\.label)
    for rulebook in library.rulebooks {
      words += [rulebook.document.title, rulebook.document.authority] + rulebook.readings
      words += rulebook.legalBasis.flatMap { [$0.title, $0.note] }
      words += rulebook.notChecked.flatMap { [$0.citation, $0.subject, $0.reason] }
      words += [rulebook.constructionPeriod?.citation, rulebook.constructionPeriod?.note]
        .compactMap(\.self)
      for article in rulebook.articles {
        words += [article.citation, article.title] + article.advice.map(\.message)
        words += [article.scope?.otherwise].compactMap(\.self)
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
    for id in ["national-2022-call", "national-2022-recommender"] {
      let call = try #require(library.rulebooks.first { $0.id == id })
      #expect(call.document.number == "科协办函创字〔2022〕60号")
      #expect(call.document.issued == nil && call.span.from == nil)
      // A series of its own: neither is a version of the measures.
      #expect(library.rulebooks.filter { $0.series == call.series }.count == 1)
    }
    #expect(library.rulebooks.filter { $0.about == nil }.count == 4)
    #expect(library.rulebooks.compactMap(\.about) == ["recommender", "recommender"])
  }

  /// The action plan sets no condition on an applicant: that is said, and no rulebook is of it.
  @Test func actionPlan() throws {
    let library = try BuiltIn.library()
    for rulebook in library.rulebooks where rulebook.programme != "most-international" {
      let plans = rulebook.legalBasis.filter { $0.title[.zh].contains("三年行动计划") }
      #expect(plans.count == 1, "\(rulebook.id)")
      #expect(plans.first?.note[.zh].contains("未设条件") == true, "\(rulebook.id)")
      #expect(plans.first?.note[.en].contains("no condition") == true, "\(rulebook.id)")
    }
    #expect(!library.rulebooks.contains { $0.document.title[.zh].contains("三年行动计划") })
  }

  /// Every rulebook tells what of its document it does not check, and why.
  @Test func whatIsNotChecked() throws {
    for rulebook in try BuiltIn.library().rulebooks {
      let citations = rulebook.notChecked.map { $0.citation[.zh] }
      #expect(!citations.isEmpty, "\(rulebook.id)")
      #expect(Set(citations).count == citations.count, "\(rulebook.id)")
      for part in rulebook.notChecked {
        #expect(part.reason[.zh].hasSuffix("。") && part.reason[.en].hasSuffix("."))
        #expect(!part.subject[.zh].hasSuffix("。") && !part.subject[.en].hasSuffix("."))
      }
    }
  }

  /// Nothing is said of a document that was not read but that it was not.
  @Test func documentsThatWereNotRead() throws {
    let read: Set = ["“科创中国”三年行动计划（2021—2023年）", "“科创中国”创新基地建设实施与管理办法（试行）"]
    var count = 0
    for basis in try BuiltIn.library().rulebooks.flatMap(\.legalBasis)
    where !read.contains(basis.title[.zh]) {
      count += 1
      #expect(basis.note[.zh].contains("未查阅其文本，未从中取用条件"), "\(basis.title[.zh])")
      #expect(basis.note[.en].contains("not consulted, and no condition is taken from it"))
    }
    #expect(count > 3)
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
    let national = try #require(
      BuiltInFiles.rulebooks.first { $0.name == "rules/national-2022.json" })
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
