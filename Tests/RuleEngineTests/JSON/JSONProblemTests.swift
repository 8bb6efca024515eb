import Testing

@testable import RuleEngine

/// Texts that are not JSON: `Fixtures/json/invalid`. A mark stands before the byte at which each
/// problem is to be told; where two kinds would do, they are apart by `|`.
@Suite struct JSONProblemTests {
  struct Table: Decodable {
    let code: String
    let cases: [Case]
  }

  struct Case: Decodable {
    let name: String
    let text: String?
    let hex: String?

    var marked: MarkedText {
      get throws { try hex.map { try MarkedText(hex: $0) } ?? MarkedText(text ?? "") }
    }
  }

  static var tables: [String] {
    get throws { try Fixture.names(in: "json/invalid") }
  }

  @Test(arguments: try tables)
  func isFound(_ table: String) throws {
    let table = try Fixture.decode("json/invalid/\(table)", as: Table.self)
    try #require(!table.cases.isEmpty)
    for testCase in table.cases {
      let marked = try testCase.marked
      try #require(!marked.marks.isEmpty, "\(testCase.name) expects nothing")
      let found = JSONDocument(SourceText(name: "t", bytes: marked.bytes)).problems
        .sorted { $0.offset < $1.offset }
      let told = found.map { "\(Self.kind($0.problem)) @\($0.offset)" }
      let expected = marked.marks.map { "\($0.name) @\($0.offset)" }
      let fits =
        found.count == marked.marks.count
        && zip(found, marked.marks).allSatisfy { problem, mark in
          problem.offset == mark.offset
            && mark.name.split(separator: "|").contains { $0 == Self.kind(problem.problem) }
        }
      #expect(fits, "\(testCase.name): expected \(expected), found \(told)")
    }
  }

  /// The same by the public way: an application's diagnostics, with lines and columns.
  @Test(arguments: try tables)
  func isDiagnosed(_ table: String) throws {
    let vocabulary = try BuiltIn.library().vocabulary
    let table = try Fixture.decode("json/invalid/\(table)", as: Table.self)
    for testCase in table.cases {
      let marked = try testCase.marked
      let application = Application(vocabulary: vocabulary)
      application.read(SourceText(name: "t", bytes: marked.bytes))
      let diagnostics = application.diagnostics
      let offsets = marked.marks.map(\.offset)
      #expect(diagnostics.map(\.offset) == offsets, "\(testCase.name)")
      #expect(diagnostics.map(\.position) == offsets.map { NaivePosition.of($0, in: marked.bytes) })
      #expect(diagnostics.allSatisfy { $0.severity == .error }, "\(testCase.name)")
      let codes = Set(diagnostics.map(\.code.rawValue))
      #expect(codes == [table.code], "\(testCase.name)")
    }
  }

  /// The problem's name, without what it carries.
  static func kind(_ problem: JSONProblem) -> Substring {
    String(describing: problem).prefix { $0 != "(" }
  }

  /// What the messages name, where that is the point of them.
  @Test func carriesWhatItNames() throws {
    func first(_ text: String) throws -> JSONProblem {
      try #require(JSONDocument(SourceText(name: "t", bytes: text.utf8)).problems.first?.problem)
    }
    #expect(try first(#"{"a"：1}"#) == .fullWidth("：", instead: ":"))
    #expect(try first("[1，2]") == .fullWidth("，", instead: ","))
    #expect(try first("[“a”]") == .wrongQuote("“"))
    #expect(try first("[True]") == .wrongWord(instead: "true"))
    #expect(try first("[None]") == .wrongWord(instead: "null"))
    #expect(try first("[1}") == .wrongClosing(expected: .bracket))
    #expect(try first("[1,]") == .trailingComma(before: .bracket))
    #expect(try first("{\n \"a\": [1") == .notClosed(.bracket, opened: 8))
    #expect(try first("[\"\u{2}\"]") == .controlCharacterInString(2))
    #expect(try first("[é]") == .expectedValue(found: .character("é")))
    #expect(try first("[1,") == .expectedValue(found: .end))
    #expect(try first("[1 é]") == .expectedCommaOrClosing(.bracket, found: .character("é")))
  }

  @Test func namesTheEncoding() {
    func encoding(_ bytes: [UInt8]) -> JSONProblem? {
      JSONDocument(SourceText(name: "t", bytes: bytes)).problems.first?.problem
    }
    let gbk: [UInt8] = [0x7B, 0x22, 0xC3, 0xFB, 0xB3, 0xC6, 0x22, 0x3A, 0x31, 0x7D]
    #expect(encoding(gbk) == .wrongEncoding(.gbk))
    #expect(
      encoding([0xFF, 0xFE] + "{}".utf16.flatMap { [UInt8($0), 0] }) == .wrongEncoding(.utf16))
    #expect(encoding("{}".utf16.flatMap { [0, UInt8($0)] }) == .wrongEncoding(.utf16))
    #expect(encoding([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B]) == .wrongEncoding(.utf32))
    // Good Chinese in UTF-8 with one slip is no other encoding.
    let slip = Array("{\"名称\": \"洛阳\"".utf8) + [0xFF, 0x7D]
    #expect(encoding(slip).map { Self.kind($0) } != "wrongEncoding")
  }

  /// Bytes that are not UTF-8 are told as such wherever they stand, not only in texts.
  @Test(arguments: [
    ("[1", "]"), ("[", "]"), ("[1, ", "2]"), ("{", "}"), (#"{"a""#, ": 1}"), (#"{"a": "#, "}"),
    ("[1] ", ""), ("", ""),
    ("", "{}"),
  ])
  func badBytesOutsideTexts(_ before: String, _ after: String) {
    let bytes = Array(before.utf8) + [0xFF] + Array(after.utf8)
    let problems = JSONDocument(SourceText(name: "t", bytes: bytes)).problems
    #expect(
      problems.contains { $0.problem.code == .jsonEncoding && $0.offset == before.utf8.count })
  }
}
