import Testing

@testable import RuleEngine

@Suite struct SourceTextTests {
  @Test func holdsTheBytes() {
    for content in ["", "a", "中\n", String(repeating: "x", count: 1000)] {
      let bytes = Array(content.utf8)
      for text in [SourceText(name: "n", bytes: bytes), SourceText(name: "n", taking: bytes)] {
        #expect(Array(text.bytes) == bytes)
        #expect(text.count == bytes.count)
        #expect(text.name == "n")
        #expect(text.firstLine == 1)
      }
    }
    #expect(SourceText(name: "n").count == 0)
    #expect(Array(SourceText(name: "n", bytes: "abcd".utf8)[1..<3]) == Array("bc".utf8))
  }

  @Test func takesOtherBytes() {
    var text = SourceText(name: "n", bytes: "a longer text than the next".utf8)
    for (line, content) in ["short", "", "long again, and longer than before"].enumerated() {
      Array(content.utf8).withUnsafeBytes { text.replace(with: $0, firstLine: line + 1) }
      #expect(Array(text.bytes) == Array(content.utf8))
      #expect(text.firstLine == line + 1)
    }
  }
}
