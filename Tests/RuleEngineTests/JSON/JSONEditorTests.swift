import Testing

@testable import RuleEngine
@testable import TestSupport

/// Changing values of a JSON text without touching the rest.
@Suite struct JSONEditorTests {
  private static func editor(_ text: String) throws -> JSONEditor {
    try #require(JSONEditor(SourceText(name: "a.json", bytes: text.utf8)))
  }

  private static func string(_ editor: JSONEditor) -> String {
    String(decoding: editor.text.bytes, as: UTF8.self)
  }

  /// `a.b[2].c`
  private static func steps(_ path: String) -> [JSONStep] {
    path.split(separator: ".").flatMap { part -> [JSONStep] in
      let parts = part.split(separator: "[")
      return [.key(String(parts[0]))] + parts.dropFirst().map { .element(Int($0.dropLast()) ?? 0) }
    }
  }

  private static func order(_: ArraySlice<JSONStep>) -> [String] { ["a", "b", "c", "d"] }

  struct Case: Sendable, CustomTestStringConvertible {
    let before: String
    let path: String
    let value: String
    let after: String
    var testDescription: String { "\(before) \(path)" }
  }

  @Test(arguments: [
    // In place of a value, whatever it is.
    Case(before: #"{"a": 1, "b": 2}"#, path: "a", value: "3", after: #"{"a": 3, "b": 2}"#),
    Case(before: #"{"a": {"x": [1]}, "b": 2}"#, path: "a", value: "3", after: #"{"a": 3, "b": 2}"#),
    Case(before: #"{"a":null}"#, path: "a", value: "true", after: #"{"a":true}"#),
    Case(before: #"{"\u0061" : null }"#, path: "a", value: "1", after: #"{"\u0061" : 1 }"#),
    // Beside others, in order, on one line.
    Case(before: "{}", path: "a", value: "1", after: "{\n  \"a\": 1\n}"),
    Case(before: "{ }\n", path: "a", value: "1", after: "{\n  \"a\": 1\n}\n"),
    Case(before: #"{"a": 1}"#, path: "b", value: "2", after: #"{"a": 1, "b": 2}"#),
    Case(before: #"{"a":1}"#, path: "b", value: "2", after: #"{"a":1,"b":2}"#),
    Case(before: #"{"b": 1}"#, path: "a", value: "2", after: #"{"a": 2, "b": 1}"#),
    Case(before: #"{"b":1,"d":4}"#, path: "c", value: "3", after: #"{"b":1,"c":3,"d":4}"#),
    Case(
      before: #"{ "b": 1, "d": 4 }"#, path: "a", value: "0", after: #"{ "a": 0, "b": 1, "d": 4 }"#),
    Case(before: #"{"x": 0, "c": 1}"#, path: "b", value: "2", after: #"{"x": 0, "b": 2, "c": 1}"#),
    Case(before: #"{"c": 1, "x": 0}"#, path: "d", value: "2", after: #"{"c": 1, "x": 0, "d": 2}"#),
    Case(before: #"{"c": 1}"#, path: "zz", value: "2", after: #"{"c": 1, "zz": 2}"#),
    // On lines of their own.
    Case(
      before: "{\n  \"a\": 1\n}\n", path: "b", value: "2", after: "{\n  \"a\": 1,\n  \"b\": 2\n}\n"),
    Case(
      before: "{\n\t\"b\": 1\n}", path: "a", value: "2", after: "{\n\t\"a\": 2,\n\t\"b\": 1\n}"),
    Case(
      before: "{\r\n  \"b\": 1\r\n}\r\n", path: "c.d", value: "2",
      after: "{\r\n  \"b\": 1,\r\n  \"c\": {\r\n    \"d\": 2\r\n  }\r\n}\r\n"),
    Case(
      before: "{\n  \"a\": 1\n\n\n  , \"b\": 2\n}", path: "c", value: "3",
      after: "{\n  \"a\": 1\n\n\n  , \"b\": 2, \"c\": 3\n}"),
    Case(
      before: "{\n    \"a\": {}\n}", path: "a.b.c", value: "1",
      after: "{\n    \"a\": {\n        \"b\": {\n            \"c\": 1\n        }\n    }\n}"),
    Case(
      before: "{\n  \"a\": null\n}", path: "a.b", value: "1",
      after: "{\n  \"a\": {\n    \"b\": 1\n  }\n}"),
    Case(before: #"{"a": null}"#, path: "a.b", value: "1", after: #"{"a": {"b": 1}}"#),
    // Lists.
    Case(before: #"{"a": [1, 2]}"#, path: "a[1]", value: "3", after: #"{"a": [1, 3]}"#),
    Case(before: #"{"a": [1]}"#, path: "a[1]", value: "3", after: #"{"a": [1, 3]}"#),
    Case(before: #"{"a": []}"#, path: "a[0].b", value: "3", after: #"{"a": [{"b": 3}]}"#),
    Case(before: #"{"a": [ null ]}"#, path: "a[0].b", value: "3", after: #"{"a": [ {"b": 3} ]}"#),
    Case(
      before: "{\n  \"a\": [\n    {\"b\": 1}\n  ]\n}", path: "a[1].b", value: "2",
      after: "{\n  \"a\": [\n    {\"b\": 1},\n    {\"b\": 2}\n  ]\n}"),
    Case(
      before: "{\n  \"a\": [null, {}]\n}", path: "a[0].b", value: "2",
      after: "{\n  \"a\": [{\"b\": 2}, {}]\n}"),
    Case(
      before: "{\n  \"c\": 1\n}", path: "d[0].b", value: "2",
      after: "{\n  \"c\": 1,\n  \"d\": [\n    {\"b\": 2}\n  ]\n}"),
    // A byte-order mark.
    Case(
      before: "\u{FEFF}{\"a\": 1}", path: "b", value: "2", after: "\u{FEFF}{\"a\": 1, \"b\": 2}"),
    Case(before: "\u{FEFF}{}", path: "b", value: "2", after: "\u{FEFF}{\n  \"b\": 2\n}"),
  ])
  func sets(_ example: Case) throws {
    var editor = try Self.editor(example.before)
    editor.set(.token(example.value), at: Self.steps(example.path), order: Self.order)
    #expect(Self.string(editor) == example.after)
  }

  @Test(arguments: [
    (#"{"a": 1, "b": 2, "c": 3}"#, "b", #"{"a": 1, "c": 3}"#),
    (#"{"a": 1, "b": 2}"#, "a", #"{"b": 2}"#),
    (#"{"a": 1, "b": 2}"#, "b", #"{"a": 1}"#),
    ("{\n  \"a\": 1\n}", "a", "{}"), (#"{"a": 1}"#, "x", #"{"a": 1}"#),
  ])
  func removes(_ before: String, _ key: String, _ after: String) throws {
    var editor = try Self.editor(before)
    editor.remove(key, at: [])
    #expect(Self.string(editor) == after)
  }

  @Test func textsAreEscaped() throws {
    let texts = ["", "\"", "\\", "a\nb\r\t\u{0}\u{1F}\u{7F}", "“甲”\u{202E}", "\u{10FFFF}"]
    for text in texts {
      var editor = try Self.editor("{}")
      editor.set(.text(text), at: [.key("a")])
      #expect(editor.value(at: [.key("a")])?.string == text)
    }
  }

  @Test(arguments: [
    "", "{", "// x\n{}", "{\"a\": 1,}", "{} {}", "\u{0}", "{\"a\": \"\\ud800\"}",
  ])
  func whatIsNotJSONIsNotChanged(_ text: String) {
    #expect(JSONEditor(SourceText(name: "a.json", bytes: text.utf8)) == nil)
  }

  /// The deepest text there can be takes a value beside the depth, and none below it.
  @Test func depthIsBounded() throws {
    let deep = String(repeating: "[", count: 127) + String(repeating: "]", count: 127)
    var editor = try Self.editor(#"{"x": \#(deep)}"#)
    editor.set(.token("1"), at: [.key("a"), .key("b")])
    #expect(Self.string(editor) == #"{"x": \#(deep), "a": {"b": 1}}"#)
    let before = Self.string(editor)
    editor.set(.token("[\(deep)]"), at: [.key("a"), .key("b")])
    #expect(Self.string(editor) == before)
  }

  // MARK: Any document

  /// A value with the tokens of its text; members in order.
  indirect enum Tree: Equatable {
    case token(String)
    case list([Tree])
    case object([Member])

    struct Member: Equatable {
      let key: String
      let value: Tree
    }

    init(_ value: JSONValue) {
      switch value.kind {
      case .object:
        self = .object(value.members.map { Member(key: $0.string ?? "", value: Tree($1)) })
      case .array: self = .list(value.elements.map(Tree.init))
      default: self = .token(String(decoding: value.raw, as: UTF8.self))
      }
    }

    /// Without the member, or with the element's value blank.
    func without(_ path: ArraySlice<JSONStep>) -> Tree {
      switch (self, path.first) {
      case (.object(let members), .key(let key)):
        let rest = path.dropFirst()
        return .object(
          members.compactMap { member in
            if member.key != key { return member }
            return rest.isEmpty ? nil : Member(key: key, value: member.value.without(rest))
          })
      case (.list(let elements), .element(let number)):
        let rest = path.dropFirst()
        return .list(
          elements.enumerated().map { index, element in
            if index != number { return element }
            return rest.isEmpty ? .token("") : element.without(rest)
          })
      default: return self
      }
    }
  }

  private struct Maker {
    var generator: SeededGenerator

    mutating func space() -> String {
      generator.pick(["", "", " ", "\n", "\r\n  ", "\t", "\n    ", "  \n"])
    }

    mutating func value(depth: Int) -> String {
      switch generator.below(depth > 0 ? 8 : 4) {
      case 0: return generator.pick(["null", "true", "false"])
      case 1: return generator.pick(["0", "-0.50", "1e3", "12345678901234567890.10", "3.0E+2"])
      case 2: return quoted(generator.pick(["", "甲", "{\"", "[", "\\", "a,b: c"]))
      case 3: return "\"\\u007b\\\"\""
      case 4, 5:
        let elements = (0..<generator.below(4)).map { _ in
          space() + value(depth: depth - 1) + space()
        }
        return "[" + (elements.isEmpty ? space() : elements.joined(separator: ",")) + "]"
      default: return object(depth: depth)
      }
    }

    mutating func object(depth: Int) -> String {
      let keys = ["a", "b", "c", "d", "x\"", "键"].filter { _ in generator.oneIn(2) }
      let members = keys.shuffled(using: &generator).map { key in
        space() + quoted(key) + space() + ":" + space() + value(depth: depth - 1) + space()
      }
      return "{" + (members.isEmpty ? space() : members.joined(separator: ",")) + "}"
    }
  }

  /// After any change the value is there, everything else is what it was, in its order, and the
  /// bytes before and after the place are the same.
  @Test func anyChangeLeavesTheRest() throws {
    for seed in Seeds.first(300, of: 3000) {
      var maker = Maker(generator: SeededGenerator(seed: seed))
      let mark = maker.generator.oneIn(5) ? "\u{FEFF}" : ""
      let before = mark + maker.space() + maker.object(depth: 4) + maker.space()
      var editor = try Self.editor(before)
      let old = Tree(editor.document.root)
      // A path that what is there allows, and may go on where nothing is.
      var path: [JSONStep] = []
      var place: JSONValue? = editor.document.root
      for _ in 0...maker.generator.below(4) {
        if let list = place, list.kind == .array {
          let count = Array(list.elements).count
          path.append(.element(maker.generator.below(count + 1)))
        } else {
          path.append(.key(maker.generator.pick(["a", "b", "c", "键", "新"])))
        }
        place = editor.value(at: path)
        if let kind = place?.kind, kind != .object, kind != .array, kind != .null { break }
      }
      let token = maker.generator.pick(["1.50", "\"乙\"", "[true]", "{\"q\": null}"])
      editor.set(.token(token), at: path, order: Self.order)
      let after = Self.string(editor)
      let value = try #require(editor.value(at: path), "\(before) \(path)")
      #expect(String(decoding: value.raw, as: UTF8.self) == token)
      // What was on the way, and null, has become an object or a list.
      var cut = path[...]
      while cut.count > 1,
        try Self.editor(before).value(at: cut.dropLast()).map(\.isContainer) != true
      {
        cut = cut.dropLast()
      }
      let isNewElement: Bool =
        if case .element(let number)? = cut.last,
          let list = try Self.editor(before).value(at: cut.dropLast())
        { Array(list.elements).count == number } else { false }
      var rest = Tree(editor.document.root).without(cut)
      if isNewElement { rest = rest.droppingBlank }
      let expected = isNewElement ? old : old.without(cut)
      #expect(rest == expected, "\(before) \(path) \(after)")
      // One stretch has changed.
      let common = zip(before.utf8, after.utf8).prefix { $0 == $1 }.count
      let tail = zip(before.utf8.reversed(), after.utf8.reversed()).prefix { $0 == $1 }.count
      #expect(common + tail >= min(before.utf8.count, after.utf8.count) - 200)
      #expect(after.hasPrefix(mark))
    }
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool { kind == .object || kind == .array }
}

extension JSONEditorTests.Tree {
  /// Without the element whose value was taken away.
  fileprivate var droppingBlank: Self {
    switch self {
    case .token: self
    case .list(let elements): .list(elements.filter { $0 != .token("") }.map(\.droppingBlank))
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.droppingBlank) })
    }
  }
}
