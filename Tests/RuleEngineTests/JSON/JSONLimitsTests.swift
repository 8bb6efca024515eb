import Testing

@testable import RuleEngine

/// Texts that are large or deep.
@Suite struct JSONLimitsTests {
  private func document(_ text: String) -> JSONDocument {
    JSONDocument(SourceText(name: "t", bytes: text.utf8))
  }

  private static func nested(_ depth: Int, _ open: String, _ close: String, inside: String)
    -> String
  {
    String(repeating: open, count: depth) + inside + String(repeating: close, count: depth)
  }

  @Test(arguments: [
    ("[", "]", ""), ("[", "]", "1"), (#"{"a":"#, "}", "null"), (#"[{"a":"#, "}]", "1"),
  ])
  func depth(_ open: String, _ close: String, _ inside: String) throws {
    let levels = open.utf8.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
    let deepest = Self.nested(JSONScanner.maximumDepth / levels, open, close, inside: inside)
    #expect(document(deepest).problems.isEmpty)
    let tooDeep = Self.nested(JSONScanner.maximumDepth / levels, open, close, inside: "[]")
    let problems = document(tooDeep).problems
    #expect(problems.map(\.problem) == [.tooDeep])
    #expect(problems.first?.offset == open.utf8.count * JSONScanner.maximumDepth / levels)
    #expect(problems.first?.problem.code == .jsonDepth)
  }

  @Test func theContractsDepth() { #expect(JSONScanner.maximumDepth == 128) }

  /// What is too deep hides nothing that follows it.
  @Test func depthThenSlip() {
    let text = "[" + Self.nested(128, "[", "]", inside: "\"]\"") + ", 01]"
    let problems = document(text).problems
    #expect(problems.map(\.problem) == [.tooDeep, .badNumber])
  }

  @Test(arguments: ["[", #"{"a":"#, "[{\"a\":", "{"])
  func hundredThousandLevels(_ open: String) {
    let text = String(repeating: open, count: 100_000)
    let problems = document(text).problems
    #expect(!problems.isEmpty)
    if open != "{" { #expect(problems.map(\.problem) == [.tooDeep]) }
  }

  @Test func hundredThousandClosings() {
    #expect(!document(String(repeating: "]", count: 100_000)).problems.isEmpty)
    #expect(!document("[" + String(repeating: "}", count: 100_000)).problems.isEmpty)
  }

  @Test(arguments: ["a", "中", "\\n", "\\u4E2D", "\\uD83D\\uDE00"])
  func megabyteOfText(_ unit: String) throws {
    let count = 1_048_576 / unit.utf8.count
    let document = document("[\"" + String(repeating: unit, count: count) + "\"]")
    try #require(document.problems.isEmpty)
    let text = try #require(document.root.elements.first(where: { _ in true })?.string)
    #expect(text.unicodeScalars.count == count)
    #expect(Set(text.unicodeScalars).count == 1)
  }

  @Test func hundredThousandElements() throws {
    let document = document("[" + (0..<100_000).map(String.init).joined(separator: ",") + "]")
    try #require(document.problems.isEmpty)
    var expected = 0
    for element in document.root.elements {
      #expect(Int(String(decoding: element.raw, as: UTF8.self)) == expected)
      expected += 1
    }
    #expect(expected == 100_000)
  }

  /// Of very many errors, so many are told, and then that there are more.
  @Test(arguments: ["01,", "tru,", "+1,", "\"\\q\",", "'x',", ",", "“a”，"])
  func hundredThousandErrors(_ unit: String) {
    let problems = document("[" + String(repeating: unit, count: 100_000) + "1]").problems
    #expect(problems.count == JSONScanner.maximumProblems)
    #expect(problems.last?.problem == .tooManyProblems)
    #expect(problems.dropLast().allSatisfy { $0.problem != .tooManyProblems })
    let offsets = problems.map(\.offset)
    #expect(offsets == offsets.sorted())
  }

  /// As many as can be told are told without that.
  @Test func ninetyNineErrors() {
    let text =
      "[" + Array(repeating: "01", count: JSONScanner.maximumProblems - 1).joined(separator: ",")
      + "]"
    let problems = document(text).problems
    #expect(problems.count == JSONScanner.maximumProblems - 1)
    #expect(problems.allSatisfy { $0.problem == .badNumber })
  }

  /// A number keeps all its digits.
  @Test func longNumber() throws {
    let digits = String(repeating: "9", count: 100_000)
    let document = document("[\(digits).\(digits)]")
    try #require(document.problems.isEmpty)
    let number = try #require(document.root.elements.first(where: { _ in true }))
    #expect(number.raw.count == 200_001)
  }

  /// Every byte value in every place of a small text is survived.
  @Test func everyByteEverywhere() {
    let base = Array(#"{"a": [1, -2.5e3, "x\n中", true], "b": null}"#.utf8)
    for index in base.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = base
        bytes[index] = byte
        let document = JSONDocument(SourceText(name: "t", bytes: bytes))
        if byte == base[index] { #expect(document.problems.isEmpty) }
        if !document.problems.isEmpty { continue }
        #expect(document.root.kind == .object)
      }
    }
  }
}
