import Testing

@testable import RuleEngine

/// Everything that can be said is said in both languages.
@Suite struct DiagnosticTests {
  private static func words() throws -> Words {
    let document = JSONDocument(SourceText(name: "w", bytes: #"["中文词", "some words"]"#.utf8))
    try #require(document.problems.isEmpty)
    return Words(document: document, zh: 1, en: 2)
  }

  /// The codes of the applicant's kind.
  private static func codes() throws -> [NamedCode] {
    try #require(BuiltIn.library().vocabulary["applicant.kind"]).codes
  }

  private static let place = SourcePosition(line: 12, column: 34)

  private static let jsonProblems: [JSONProblem] = [
    .emptyText, .expectedValue(found: .end), .expectedValue(found: .character("x")),
    .expectedKey(found: .end),
    .expectedColon(found: .character("=")), .expectedCommaOrClosing(.brace, found: .end),
    .wrongClosing(expected: .bracket),
    .trailingComma(before: .brace), .notClosed(.bracket, opened: 3), .textAfterEnd,
    .stringNotClosed,
    .controlCharacterInString(0), .controlCharacterInString(9), .controlCharacterInString(0x1F),
    .badEscape, .badNumber,
    .comment, .fullWidth("，", instead: ","), .fullWidth("\u{3000}", instead: " "), .wrongQuote("“"),
    .wrongWord(instead: "true"), .tooManyProblems, .notUTF8, .loneSurrogate, .wrongEncoding(.gbk),
    .wrongEncoding(.utf16),
    .wrongEncoding(.utf32), .tooDeep,
  ]

  private static let expectedThings: [RuleProblem.Expected] = [
    .object, .array, .string, .bool, .number, .count, .length, .alphabet, .name, .words,
    .nonEmptyArray, .id, .date, .moment, .share, .period, .factPath, .factBeside, .groupFirst,
    .listOfListed, .tooManyCodes, .spanInOrder,
  ]

  private static var ruleProblems: [RuleProblem] {
    expectedThings.flatMap { [.wrongType(expected: $0), .badValue(expected: $0)] } + [
      .unknownKey("kye", allowed: ["key"], nearest: "key"),
      .unknownKey("kye", allowed: ["a"], nearest: nil),
      .missingKey("key"), .missingTranslation(.zh), .missingTranslation(.en),
      .duplicateID("8.1", first: place),
      .unknownFact("stuff", nearest: "staff"), .unknownFact("stuff", nearest: nil),
      .wordNotAllowed("w", allowed: ["x"], nearest: nil),
      .unknownOperator("op", allowed: ["is"], nearest: "is"),
      .noSubject(allowed: ["fact"]), .twoSubjects("fact", "count"), .noComparison(allowed: ["is"]),
      .twoComparisons("is", "isOneOf"), .notForType(comparison: "isAtLeast", .flag),
      .factNotOfType("p", .flag, expected: [.count, .quantity]),
      .memberOutsideList("l[].m", list: "l"),
      .noPreviousElement("l[previous].m"), .noConstructionPeriod,
      .onlyInAdvice("isStated"),
      .idInUse("r", file: "r.json"), .overlappingSpans("r", "s"),
    ]
  }

  private static var messages: [DiagnosticMessage] {
    get throws {
      let words = try words()
      let types: [JSONTypeName] = [.object, .array, .string, .number, .bool, .null]
      let date = CivilDate("2022-04-29")
      let codes = try codes()
      var messages: [DiagnosticMessage] = jsonProblems.map { .json($0, opened: place) }
      messages += types.map { .notAnObject(found: $0) }
      for type in FactType.allCases {
        messages += types.map { .wrongType(expected: type, found: $0) }
      }
      messages += ruleProblems.map { .rule($0) }
      return messages + [
        .duplicateKey("k", first: place), .unknownCode("c", allowed: codes, nearest: "d"),
        .unknownCode("c", allowed: codes, nearest: nil),
        .badDate("2022/5/20", right: "2022-05-20", allowsMonth: false, never: nil),
        .badDate("x", right: nil, allowsMonth: false, never: nil),
        .badDate("x", right: nil, allowsMonth: true, never: nil),
        .badDate("x", right: nil, allowsMonth: false, never: words),
        .badDate("x", right: nil, allowsMonth: true, never: words),
        .badMoment("2022-05-27 18:00", right: "2022-05-27T18:00"), .badMoment("x", right: nil),
        .notACount("1.5"), .outOfRange("-1", maximum: "12"),
        .outOfRange("1e99", maximum: "10^15"), .badFormat(words), .inconsistent(words),
        .noClause(baseType: "b", rulebooks: ["r", "s"]),
        .noRulebook(programme: "p"),
        .missingBaseType(allowed: ["a", "b"]), .creditCodeCheck(expected: "X"),
        .repeatedName("n", first: place),
        .unknownKey("kye", nearest: "key"), .unknownKey("kye", nearest: nil),
        .rankedStranger("91410100MA4444Y12B"),
        .rankedIneligible("n"), .rankedBehind("n", other: "m", place: 2),
        .unknownReference("staf", nearest: "staff"), .unknownReference("x", nearest: nil),
        .noSuchElement("experts[1]", list: "experts", count: 1),
        .noSuchElement("experts[2]", list: "experts", count: 0),
        .evidenceMissing("a.pdf", hasBackslash: false),
        .evidenceMissing("b\\a.pdf", hasBackslash: true),
        .evidenceOutside("../a.pdf"), .evidenceNotAFile("proof"),
        .advice(id: "a", words),
        .notInForce(rulebook: "r", date: words, from: date, until: nil, isChosen: true),
        .notInForce(rulebook: "r", date: words, from: nil, until: date, isChosen: false),
        .nothingToCheck(stages: codes),
      ]
    }
  }

  @Test func everyMessageInBothLanguages() throws {
    for message in try Self.messages {
      let sentence = message.sentence
      #expect(
        sentence.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
        "\(sentence.zh)")
      let quoted: Set<Unicode.Scalar> = ["中", "文", "词", "，", "“", "”"]
      let stray = sentence.en.unicodeScalars.filter {
        (0x3000...0xFFEF).contains($0.value) && !quoted.contains($0)
      }
      #expect(stray.allSatisfy { $0 == "\u{3000}" }, "\(sentence.en)")
      #expect(sentence.en.unicodeScalars.contains { $0.properties.isLowercase }, "\(sentence.en)")
      for text in [sentence.zh, sentence.en] {
        #expect(!text.contains("\n"), "\(text)")
        #expect(text.last != "." && text.last != "。", "\(text)")
      }
    }
  }

  /// What a message names stands in it.
  @Test func messagesNameWhatTheyKnow() throws {
    func both(_ message: DiagnosticMessage, _ parts: String...) {
      for part in parts {
        #expect(message.sentence.zh.contains(part), "\(message.sentence.zh)")
        #expect(message.sentence.en.contains(part), "\(message.sentence.en)")
      }
    }
    both(
      .unknownCode("incubatr", allowed: try Self.codes(), nearest: "incubator"), "incubatr",
      "incubator", "science-park")
    both(
      .badDate("2022/5/20", right: "2022-05-20", allowsMonth: false, never: nil), "2022/5/20",
      "2022-05-20")
    both(.badDate("x", right: nil, allowsMonth: false, never: nil), "YYYY-MM-DD")
    both(.badDate("x", right: nil, allowsMonth: true, never: nil), "YYYY-MM-DD", "2022-05")
    let never = DiagnosticMessage.badDate(
      "x", right: nil, allowsMonth: false, never: try Self.words())
    both(never, "YYYY-MM-DD", "\"never\"")
    #expect(never.sentence.zh.contains("中文词") && never.sentence.en.contains("some words"))
    both(
      .badMoment("2022年5月27日18点", right: "2022-05-27T18:00"), "2022年5月27日18点",
      "2022-05-27T18:00")
    both(.badMoment("x", right: nil), "x", "YYYY-MM-DDThh:mm")
    both(.rankedStranger("91410100MA4444Y12B"), "91410100MA4444Y12B")
    both(.rule(.noPreviousElement("l[previous].m")), "l[previous].m", "everyNext")
    both(.rule(.noConstructionPeriod), "constructionPeriod")
    both(.rule(.onlyInAdvice("isStated")), "isStated", "advice")
    both(.rule(.memberOutsideList("l[].m", list: "l")), "l[].m", "count", "every")
    both(.duplicateKey("name", first: Self.place), "name", "12", "34")
    both(.repeatedName("甲公司", first: Self.place), "甲公司", "12", "34")
    both(.outOfRange("13", maximum: "12"), "13", "12")
    both(.outOfRange("1e15", maximum: "10^15"), "10^15")
    both(.notACount("1.5"), "1.5", "1000000000")
    both(.creditCodeCheck(expected: "7"), "7", "GB 32100-2015")
    both(.unknownKey("stff", nearest: "staff"), "stff", "staff")
    both(.missingBaseType(allowed: ["collaboration"]), "baseType", "--type", "collaboration")
    both(.noRulebook(programme: "henan"), "henan")
    both(.noClause(baseType: "rural", rulebooks: ["henan"]), "rural", "henan")
    let words = try Self.words()
    let from = CivilDate("2022-04-29")
    both(
      .notInForce(rulebook: "r", date: words, from: from, until: nil, isChosen: true), "r",
      "2022-04-29", "--rulebook")
    let unit = DiagnosticMessage.notInForce(
      rulebook: "r", date: words, from: from, until: nil, isChosen: false)
    for text in [unit.sentence.zh, unit.sentence.en] { #expect(!text.contains("--rulebook")) }
    both(.nothingToCheck(stages: try Self.codes()), try Self.codes()[0].name, "--stage")
    both(.rankedIneligible("n"), "n")
    both(.rankedBehind("n", other: "m", place: 2), "n", "m", "2")
    both(.unknownReference("staf", nearest: "staff"), "staf", "staff")
    both(.noSuchElement("experts[7].leads", list: "experts", count: 3), "experts[7].leads", "3")
    both(.evidenceMissing(#"b\a.pdf"#, hasBackslash: true), #"b\a.pdf"#, "/")
    both(.evidenceOutside("../a.pdf"), "../a.pdf")
    both(.evidenceNotAFile("proof"), "proof")
    both(.json(.fullWidth("，", instead: ","), opened: nil), "，", ",")
    both(.json(.wrongEncoding(.gbk), opened: nil), "GBK", "UTF-8")
    both(.json(.wrongEncoding(.utf16), opened: nil), "UTF-16", "UTF-8")
    both(.json(.notUTF8, opened: nil), "UTF-8")
    both(.json(.notClosed(.brace, opened: 0), opened: Self.place), "12", "34", "}")
    both(.json(.controlCharacterInString(9), opened: nil), "\\t")
    both(.json(.controlCharacterInString(1), opened: nil), "\\u0001")
    both(.json(.tooDeep, opened: nil), "128")
    both(.badFormat(try Self.words()))
    #expect(DiagnosticMessage.badFormat(try Self.words()).sentence.zh.contains("中文词"))
    #expect(DiagnosticMessage.badFormat(try Self.words()).sentence.en.contains("some words"))
  }

  @Test func codesAreWords() {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(code.allSatisfy { $0.isLowercase && $0.isASCII || $0 == "-" }, "\(code)")
    }
  }

  /// The contract's codes, none renamed or dropped.
  @Test func theContractsCodes() {
    let errors: Set = [
      "json-encoding", "json-syntax", "json-depth", "not-an-object", "duplicate-key", "wrong-type",
      "unknown-code",
      "bad-date", "out-of-range", "bad-format", "inconsistent", "missing-base-type",
    ]
    let warnings: Set = [
      "credit-code-check", "repeated-name", "unknown-key", "not-in-force", "nothing-to-check",
      "ranked-stranger", "ranked-ineligible", "ranked-behind", "unknown-reference",
      "evidence-missing", "evidence-outside",
      "evidence-not-a-file", "advice",
    ]
    for code in DiagnosticCode.allCases {
      if warnings.contains(code.rawValue) {
        #expect(code.severity == .warning)
      } else {
        #expect(code.severity == .error)
      }
    }
    #expect(errors.union(warnings).isSubset(of: DiagnosticCode.allCases.map(\.rawValue)))
  }
}

/// What the tables `application-errors.json` and, of the small rules of `Fixtures/tiny`,
/// `value-errors.json` say of applications: every error and warning stands before its place as a
/// mark.
@Suite struct ApplicationErrorsTests {
  struct Table: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// The facts concerned, where they matter; null where there is none.
    let paths: [String?]?
    /// Parts of the first message.
    let says: [String]?
    /// What does not stand in the first message.
    let doesNotSay: [String]?

    var testDescription: String { name }
  }

  static func cases(_ table: String) throws -> [Case] {
    try Fixture.decode(table, as: Table.self).cases
  }

  @Test(arguments: try cases("application-errors.json"))
  func isTold(_ testCase: Case) throws { try check(testCase, by: Self.builtIn.get()) }

  @Test(arguments: try cases("value-errors.json"))
  func isToldOfAValue(_ testCase: Case) throws { try check(testCase, by: Self.tiny.get()) }

  /// Strictly, every warning is an error.
  private typealias Checkers = (plain: Checker, strict: Checker)

  private static let builtIn = Result { try checkers(BuiltIn.library()) }
  private static let tiny = Result {
    try checkers(
      RuleLibrary(
        vocabulary: TinyRules.source("vocabulary.json"), rulebooks: [TinyRules.source("first.json")]
      ))
  }

  private static func checkers(_ library: RuleLibrary) throws -> Checkers {
    var options = Checker.Options()
    options.isStrict = true
    return (try Checker(library), try Checker(library, options: options))
  }

  private func check(_ testCase: Case, by checkers: Checkers) throws {
    let marked = MarkedText(testCase.text)
    let application = Application(vocabulary: checkers.plain.library.vocabulary)
    application.read(SourceText(name: "a.json", bytes: marked.bytes))
    let report = checkers.plain.check(application)
    let told = report.diagnostics.map { "\($0.code.rawValue) \($0.position.shown)" }
    #expect(told == marked.places)
    #expect(report.isInvalid == report.diagnostics.contains { $0.severity == .error })
    #expect((report.outcome == .invalid) == report.isInvalid)
    if report.isInvalid { #expect(report.rulebooks.isEmpty) }
    if let paths = testCase.paths { #expect(report.diagnostics.map(\.path) == paths) }
    let first = report.diagnostics.first
    let texts = Language.allCases.map { first?.text(in: $0) ?? "" }
    for part in testCase.says ?? [] {
      #expect(texts.allSatisfy { $0.contains(part) }, "\(part): \(texts)")
    }
    for part in testCase.doesNotSay ?? [] {
      #expect(!texts.contains { $0.contains(part) }, "\(part): \(texts)")
    }
    let strict = checkers.strict.check(application)
    #expect(strict.diagnostics.map(\.offset) == report.diagnostics.map(\.offset))
    #expect(strict.diagnostics.allSatisfy { $0.severity == .error })
    #expect(strict.isInvalid == !report.diagnostics.isEmpty)
  }

  @Test func everyCodeIsTold() throws {
    let marks = try Self.cases("application-errors.json")
      .flatMap { MarkedText($0.text).marks.map(\.name) }
    let codes = DiagnosticCode.allCases.map(\.rawValue).filter { !$0.hasPrefix("rule-") }
    // Of a batch, of a rulebook of one's own, of files: these have tests of their own.
    let elsewhere = [
      "ranked-stranger", "ranked-ineligible", "ranked-behind", "advice", "evidence-missing",
      "evidence-not-a-file", "nothing-to-check",
    ]
    #expect(Set(marks) == Set(codes).subtracting(elsewhere))
  }
}

@Suite struct NearestTests {
  @Test(arguments: [
    ("staf", "staff"), ("Staff", "staff"), ("satff", "staff"), ("staffs", "staff"),
    ("expert", "experts"),
    ("achievments", "achievements"), ("tenant", "tenants"),
  ])
  func slip(_ word: String, _ right: String) {
    #expect(nearest(to: word, among: ["staff", "experts", "achievements", "tenants"]) == right)
  }

  @Test(arguments: [
    "", "x", "partners", "工作人员", "st", "staffstaff", String(repeating: "a", count: 10_000),
  ])
  func noSlip(_ word: String) {
    #expect(nearest(to: word, among: ["staff", "experts", "achievements"]) == nil)
  }

  @Test func firstOfEqualDistances() {
    #expect(nearest(to: "ab", among: ["ac", "ad"]) == "ac")
    #expect(nearest(to: "ad", among: ["ac", "ad"]) == "ad")
    #expect(nearest(to: "ad", among: [String]()) == nil)
  }
}
