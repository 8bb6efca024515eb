import Testing

@testable import RuleEngine

@Suite struct KeyTableTests {
  private func table(_ keys: [String]) -> KeyTable { KeyTable(keys.map { Array($0.utf8)[...] }) }

  /// Keys that differ in their last byte or their length, around the eight bytes that are compared
  /// at once.
  @Test func everyLength() {
    let letters = String(repeating: "abcdefgh", count: 6)
    let keys = (0...40).flatMap {
      [String(letters.prefix($0)) + "x", String(letters.prefix($0)) + "y"]
    }
    let table = table(keys)
    for (number, key) in keys.enumerated() { #expect(table.find(key.utf8) == number, "\(key)") }
    for length in 0...40 { #expect(table.find(letters.prefix(length).utf8) == nil) }
  }

  @Test func emptyKeyAndEmptyTable() {
    #expect(table([]).find("".utf8) == nil)
    #expect(table([]).find("a".utf8) == nil)
    #expect(table([""]).find("".utf8) == 0)
    #expect(table(["a"]).find("".utf8) == nil)
  }

  /// Zero bytes are part of a key, not its end.
  @Test func zeroBytes() {
    let table = table(["a", "a\0", "a\0\0\0\0\0\0\0", "a\0\0\0\0\0\0\0\0"])
    #expect(table.find("a".utf8) == 0)
    #expect(table.find("a\0".utf8) == 1)
    #expect(table.find("a\0\0".utf8) == nil)
    #expect(table.find("a\0\0\0\0\0\0\0".utf8) == 2)
    #expect(table.find("a\0\0\0\0\0\0\0\0".utf8) == 3)
  }

  @Test func firstOfEqualKeys() { #expect(table(["b", "a", "a"]).find("a".utf8) == 1) }

  /// What follows a key in memory has no part in it.
  @Test func whatFollowsIsIgnored() {
    let table = table(["staff", "staff.fullTime"])
    let bytes = Array("staff.fullTime\":1234567890123456".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      #expect(table.find(buffer.baseAddress!, count: 5) == 0)
      #expect(table.find(buffer.baseAddress!, count: 14) == 1)
      #expect(table.find(buffer.baseAddress!, count: 6) == nil)
    }
  }

  /// Scalars decide: a letter with its accent and the two apart are different keys.
  @Test func scalarsDecide() {
    let table = table(["é", "名称"])
    #expect(table.find("é".utf8) == 0)
    #expect(table.find("e\u{301}".utf8) == nil)
    #expect(table.find("名称".utf8) == 1)
    #expect(table.find("名稱".utf8) == nil)
  }

  @Test func manyKeys() {
    let keys = (0..<5000).map { "key-\($0 * 7919)" }
    let table = table(keys)
    for (number, key) in keys.enumerated() { #expect(table.find(key.utf8) == number) }
    for number in 0..<5000 { #expect(table.find("kez-\(number)".utf8) == nil) }
  }

  @Test func everyPathOfTheVocabulary() throws {
    let vocabulary = try BuiltIn.library().vocabulary
    for fact in vocabulary.facts {
      #expect(vocabulary[fact.path]?.path == fact.path)
      #expect(vocabulary[fact.path + "x"] == nil)
      #expect(vocabulary[String(fact.path.dropLast())] == nil)
    }
  }
}
