import Testing

@testable import RuleEngine

/// A document with several versions: the application's date picks one.
@Suite struct VersionsTests {
  /// Three versions with a gap of four days between the second and the third, in the order of the
  /// names of their files, and another document.
  private func library() throws -> RuleLibrary {
    let books = [
      TinyRules.rulebook(id: "s-2024", series: "s", from: "2024-01-05"),
      TinyRules.rulebook(id: "s-2020", series: "s", until: "2021-12-31"),
      TinyRules.rulebook(id: "s-2022", series: "s", from: "2022-01-01", until: "2023-12-31"),
      TinyRules.rulebook(id: "t-2022", series: "t", programme: "b", from: "2022-06-01"),
    ]
    return try RuleLibrary(
      vocabulary: TinyRules.source("vocabulary.json"),
      rulebooks: books.enumerated().map { SourceText(name: "\($0).json", bytes: $1.utf8) })
  }

  private func check(
    _ rulebooks: [String], _ date: String?, programme: String? = nil, strict: Bool = false
  ) throws
    -> Report
  {
    var options = Checker.Options()
    options.rulebooks = rulebooks
    options.isStrict = strict
    var application = #"{"baseType": "one""#
    if let date { application += #", "applicationDate": "# + quoted(date) }
    if let programme { application += #", "programme": "# + quoted(programme) }
    return try library().report(application + "}", options: options)
  }

  @Test(arguments: [
    ("0001-01-01", "s-2020", false), ("2021-12-31", "s-2020", false),
    ("2022-01-01", "s-2022", false),
    ("2023-12-31", "s-2022", false), ("2024-01-01", "s-2022", true), ("2024-01-02", "s-2022", true),
    ("2024-01-03", "s-2024", true), ("2024-01-04", "s-2024", true), ("2024-01-05", "s-2024", false),
    ("9999-12-31", "s-2024", false),
  ])
  func isPicked(_ date: String, _ version: String, _ isOutside: Bool) throws {
    for (rulebooks, programme) in [(["a"], nil), ([], "a")] as [([String], String?)] {
      let report = try check(rulebooks, date, programme: programme)
      #expect(report.rulebooks.map(\.rulebook.id) == [version])
      #expect(report.rulebooks.map { $0.versions.map(\.id) } == [[version]])
      #expect(report.diagnostics.map(\.code) == (isOutside ? [.notInForce] : []))
      #expect(report.outcome == .undetermined)
    }
  }

  /// An exact id is that version, whatever the date; outside its span, with a warning.
  @Test(
    arguments: [
      ("s-2020", nil, false), ("s-2020", "2021-06-01", false), ("s-2020", "2024-06-01", true),
      ("s-2024", "2021-06-01", true),
      ("s-2022", "2022-06-01", false),
    ] as [(String, String?, Bool)])
  func isNamed(_ id: String, _ date: String?, _ isOutside: Bool) throws {
    let report = try check([id], date)
    #expect(report.rulebooks.map(\.rulebook.id) == [id])
    #expect(report.diagnostics.map(\.code) == (isOutside ? [.notInForce] : []))
  }

  /// Several names give several rulebooks, each once, in the order in which they are asked for.
  @Test func severalNames() throws {
    func ids(_ names: [String], _ date: String?) throws -> [String] {
      try check(names, date).rulebooks.map(\.rulebook.id)
    }
    #expect(try ids(["s-2020", "s-2024"], "2023-01-01") == ["s-2020", "s-2024"])
    #expect(try ids(["s-2024", "s-2020"], "2023-01-01") == ["s-2024", "s-2020"])
    #expect(try ids(["a", "s-2022"], "2023-01-01") == ["s-2022"])
    #expect(try ids(["a", "s-2020"], "2023-01-01") == ["s-2022", "s-2020"])
    #expect(try ids(["a", "b"], "2023-01-01") == ["s-2022", "t-2022"])
    #expect(try ids(["s-2020", "s-2020"], nil) == ["s-2020"])
    #expect(try ids(["b", "t-2022"], nil) == ["t-2022"])
    #expect(try ids(["s"], "2023-01-01") == ["s-2022"])
    #expect(try ids(["s", "a"], "2023-01-01") == ["s-2022"])
    #expect(try ids(["t", "s"], "2021-01-01") == ["t-2022", "s-2020"])
  }

  /// Without a programme every document is checked, each in the version of the date.
  @Test func everyDocument() throws {
    let report = try check([], "2021-06-01")
    #expect(report.rulebooks.map(\.rulebook.id) == ["s-2020", "t-2022"])
    #expect(report.diagnostics.map(\.code) == [.notInForce])
  }

  /// The warning stands at the date; strictly, it is an error, and there is no verdict.
  @Test func notInForce() throws {
    let report = try check(["b"], "2022-05-31")
    let warning = try #require(report.diagnostics.first)
    #expect(warning.severity == .warning)
    #expect(warning.path == "applicationDate")
    #expect(warning.position == SourcePosition(line: 1, column: 40))
    #expect(warning.text(in: .zh).contains("2022-06-01"))
    #expect(warning.text(in: .en).contains("t-2022"))
    let strict = try check(["b"], "2022-05-31", strict: true)
    #expect(strict.outcome == .invalid)
    #expect(strict.rulebooks.isEmpty)
    #expect(strict.diagnostics.map(\.severity) == [.error])
    #expect(try check(["b"], "2022-06-01", strict: true).outcome == .undetermined)
  }

  /// The nearest of versions whose spans have ends on both sides.
  @Test func nearestOfClosedSpans() throws {
    let books = [
      TinyRules.rulebook(id: "v1", series: "v", from: "2020-01-10", until: "2020-01-20"),
      TinyRules.rulebook(id: "v2", series: "v", from: "2020-02-10", until: "2020-02-20"),
    ]
    let library = try RuleLibrary(
      vocabulary: TinyRules.source("vocabulary.json"),
      rulebooks: books.enumerated().map { SourceText(name: "\($0).json", bytes: $1.utf8) })
    for (date, version) in [
      ("2019-01-01", "v1"), ("2020-01-09", "v1"), ("2020-01-21", "v1"), ("2020-01-30", "v1"),
      ("2020-01-31", "v2"),
      ("2020-02-09", "v2"), ("2020-02-21", "v2"), ("2030-01-01", "v2"),
    ] {
      let report = try library.report(#"{"baseType": "one", "applicationDate": "\#(date)"}"#)
      #expect(report.rulebooks.map(\.rulebook.id) == [version], "\(date)")
      #expect(report.diagnostics.map(\.code) == [.notInForce], "\(date)")
    }
  }
}
