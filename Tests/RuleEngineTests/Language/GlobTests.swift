import Testing

@testable import RuleEngine

@Suite struct GlobTests {
  /// The meaning of a pattern by its first sign, without memory.
  private static func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
    guard let sign = pattern.first else { return text.isEmpty }
    let rest = Array(pattern.dropFirst())
    switch sign {
    case "*": return (0...text.count).contains { matches(rest, Array(text.dropFirst($0))) }
    case "?": return !text.isEmpty && matches(rest, Array(text.dropFirst()))
    default: return text.first == sign && matches(rest, Array(text.dropFirst()))
    }
  }

  /// All texts of some letters, up to a length.
  private static func texts(of letters: [Character], upTo length: Int) -> [[Character]] {
    var all: [[Character]] = [[]]
    var last = all
    for _ in 0..<length {
      last = last.flatMap { text in letters.map { text + [$0] } }
      all += last
    }
    return all
  }

  /// Every pattern of up to five signs, on every text of up to five letters.
  @Test(arguments: ["a", "b", "?", "*"] as [Character])
  func everySmallPattern(beginningWith first: Character) {
    let texts = Self.texts(of: ["a", "b"], upTo: 5)
    for rest in Self.texts(of: ["a", "b", "?", "*"], upTo: 4) {
      let pattern = [first] + rest
      let glob = Glob(String(pattern))
      for text in texts {
        let isRight = glob.matches(String(text)) == Self.matches(pattern, text)
        if !isRight { Issue.record("\(String(pattern)) on \(String(text))") }
      }
    }
  }

  @Test func emptyPattern() {
    #expect(Glob("").matches(""))
    #expect(!Glob("").matches("a"))
  }

  /// A character is a scalar, however it is composed with others.
  @Test func scalars() {
    #expect(Glob("??").matches("e\u{301}"))
    #expect(!Glob("?").matches("e\u{301}"))
    #expect(Glob("?").matches("é") && Glob("?").matches("𠀀") && Glob("?").matches("😀"))
    #expect(Glob("é").matches("é") && !Glob("é").matches("e\u{301}"))
    #expect(Glob("*\u{301}").matches("e\u{301}"))
    #expect(Glob("??").matches("\r\n"))
  }

  /// A pattern of many stars is not tried in all ways.
  @Test func manyStars() {
    let glob = Glob(String(repeating: "*a", count: 40) + "*b")
    #expect(!glob.matches(String(repeating: "a", count: 4000)))
    #expect(glob.matches(String(repeating: "a", count: 4000) + "b"))
  }
}
