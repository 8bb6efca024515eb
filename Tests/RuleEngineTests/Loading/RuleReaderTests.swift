import Testing

@testable import RuleEngine

/// Whatever stands in a file of rules and is read by nobody is told: a reader that forgets a key, or
/// drops an element, cannot do so in silence.
@Suite struct RuleReaderTests {
  private static let keys = RuleKeys(required: [], optional: ["a", "b", "c"])

  /// What is told after `read` has read the text.
  private func told(
    _ marked: String, _ read: (inout RuleReader, RuleObject) -> Void
  ) throws -> (told: [String], marks: [String]) {
    let text = MarkedText(marked)
    var reader = RuleReader(SourceText(name: "t", bytes: text.bytes))
    let root = reader.document.root
    let outermost = reader.object(root, Self.keys)
    let object = try #require(outermost)
    read(&reader, object)
    reader.reportUnread()
    return (
      reader.diagnostics.map { "\($0.code.rawValue) \($0.position.shown)" }, text.places
    )
  }

  @Test func keyThatIsNotRead() throws {
    let (told, marks) = try told(#"{"a": "x", «rule-unknown-key»"b": "y"}"#) { reader, object in
      _ = reader.string(object["a"])
    }
    #expect(told == marks && told.count == 1)
  }

  @Test func elementsThatAreNotRead() throws {
    let (told, marks) = try told(
      #"{"a": ["x", «rule-unknown-key»"y", «rule-unknown-key»["z"]]}"#
    ) { reader, object in
      _ = reader.string(reader.array(object["a"])[0])
    }
    #expect(told == marks && told.count == 2)
  }

  @Test func partsOfWhatIsRead() throws {
    let (told, marks) = try told(
      #"{"a": {"b": {"zh": "字", "en": "w"}, «rule-unknown-key»"c": {"zh": "字", "en": "w"}}}"#
    ) { reader, object in
      let inner = object["a"].flatMap { reader.object($0, Self.keys) }
      _ = reader.words(inner?["b"])
    }
    #expect(told == marks && told.count == 1)
  }

  @Test func everythingRead() throws {
    let (told, _) = try told(
      #"{"a": true, "b": 3, "c": {"k": "2020-01-01"}, "x-remark": {"e": 1}, "$schema": [1]}"#
    ) { reader, object in
      _ = reader.bool(object["a"])
      _ = reader.decimal(object["b"])
      for member in object["c"].map({ reader.distinctMembers($0) }) ?? [] {
        _ = reader.date(member.value)
      }
    }
    #expect(told == [])
  }

  @Test func nullSaysNothing() throws {
    let (told, _) = try told(#"{"a": null}"#) { _, _ in }
    #expect(told == [])
  }

  /// Of what has an error, the rest is not read; that is no second error.
  @Test func nothingMoreThanTheError() throws {
    let (told, marks) = try told(#"{"a": «rule-wrong-type»1, "b": "y"}"#) { reader, object in
      _ = reader.string(object["a"])
    }
    #expect(told == marks && told.count == 1)
  }

  @Test func elementThatIsMadeNothingOf() throws {
    let (told, marks) = try told(#"{"a": «rule-bad-value»"x"}"#) { reader, object in
      if let value = object["a"] { reader.reportIfUntold(value, since: reader.diagnostics.count) }
    }
    #expect(told == marks && told.count == 1)
  }
}
