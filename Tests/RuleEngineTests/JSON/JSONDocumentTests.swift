import Foundation
import Testing

@testable import RuleEngine

/// Texts that are JSON: `Fixtures/json/valid`, each with the tree that it means.
@Suite struct JSONDocumentTests {
  struct Table: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable, Sendable {
    let name: String
    let text: String
    let tree: [String]
  }

  static var tables: [String] {
    get throws { try Fixture.names(in: "json/valid") }
  }

  @Test(arguments: try tables)
  func isReadAsTree(_ table: String) throws {
    let cases = try Fixture.decode("json/valid/\(table)", as: Table.self).cases
    try #require(!cases.isEmpty)
    for testCase in cases {
      let document = JSONDocument(SourceText(name: "t", bytes: testCase.text.utf8))
      try #require(document.problems.isEmpty, "\(testCase.name): \(document.problems)")
      #expect(TreeDump(document).lines == testCase.tree, "\(testCase.name)")
    }
  }

  /// The toolchain's reader finds the same values, where it can represent them.
  @Test(arguments: try tables)
  func meansWhatFoundationReads(_ table: String) throws {
    var compared = 0
    for testCase in try Fixture.decode("json/valid/\(table)", as: Table.self).cases {
      let document = JSONDocument(SourceText(name: "t", bytes: testCase.text.utf8))
      let data = Data(testCase.text.utf8)
      // Foundation keeps no number beyond Double, no second equal key and no mark in a text.
      guard
        let value = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      else { continue }
      if testCase.name.hasPrefix("the same key twice") || testCase.text.contains("\u{FEFF}") {
        continue
      }
      #expect(document.root.means(value), "\(testCase.name)")
      compared += 1
    }
    #expect(compared > 0)
  }

  /// However the text is cut, the reader stays within it and says something.
  @Test(arguments: try tables)
  func survivesTruncation(_ table: String) throws {
    for testCase in try Fixture.decode("json/valid/\(table)", as: Table.self).cases {
      let bytes = Array(testCase.text.utf8)
      for length in bytes.indices {
        let document = JSONDocument(SourceText(name: "t", bytes: bytes[..<length]))
        if document.problems.isEmpty {
          #expect(isJSON(bytes[..<length]), "\(testCase.name), \(length) bytes")
        } else {
          #expect(document.problems.allSatisfy { (0...length).contains($0.offset) })
        }
      }
    }
  }
}

/// Texts that the test made itself, so that it knows what they mean.
@Suite struct RandomJSONTests {
  @Test(arguments: 0..<40)
  func roundTrip(seed: Int) throws {
    var maker = JSONMaker(seed: seed)
    for _ in 0..<25 {
      let value = maker.value(depth: 4)
      let text = maker.text(value)
      let document = JSONDocument(SourceText(name: "t", bytes: text.utf8))
      try #require(document.problems.isEmpty, "\(text): \(document.problems)")
      #expect(document.root.value == value, "\(text)")
    }
  }

  /// After any slip, what the reader takes for JSON the toolchain's does too, and it always ends.
  @Test(arguments: 0..<40)
  func mutations(seed: Int) {
    var maker = JSONMaker(seed: seed)
    var accepted = 0
    for _ in 0..<100 {
      var bytes = Array(maker.text(maker.value(depth: 3)).utf8)
      maker.mutate(&bytes)
      let document = JSONDocument(SourceText(name: "t", bytes: bytes))
      if document.problems.isEmpty {
        accepted += 1
        let text = String(decoding: bytes, as: UTF8.self)
        // Foundation refuses numbers beyond Double.
        if text.contains(/[eE][+]?[0-9]{3}/) { continue }
        #expect(isJSON(bytes[...]), "\(text)")
      }
      #expect(document.problems.allSatisfy { (0...bytes.count).contains($0.offset) })
      #expect(document.problems.count <= JSONScanner.maximumProblems)
    }
    #expect(accepted < 100)
  }
}

private func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
  (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
}

extension JSONValue {
  /// Whether the value is the one that Foundation read.
  fileprivate func means(_ other: Any) -> Bool {
    switch kind {
    case .null: return other is NSNull
    case .true, .false: return (other as? Bool) == bool
    case .number:
      guard let found = (other as? NSNumber)?.doubleValue,
        let value = Double(String(decoding: raw, as: UTF8.self))
      else { return false }
      return abs(found - value) <= abs(value) * 1e-15  // Foundation may miss the last bit
    case .string: return (other as? String).map { Array($0.utf8) } == string.map { Array($0.utf8) }
    case .array:
      guard let list = other as? [Any] else { return false }
      let elements = Array(elements)
      return list.count == elements.count && zip(elements, list).allSatisfy { $0.means($1) }
    case .object:
      guard let object = other as? [String: Any] else { return false }
      let members = Array(members)
      return members.count == object.count
        && members.allSatisfy { key, value in
          key.string.flatMap { object[$0] }.map(value.means) ?? false
        }
    }
  }

  /// The value as the tests' own tree.
  fileprivate var value: Value {
    switch kind {
    case .null: .null
    case .true, .false: .bool(kind == .true)
    case .number: .number(String(decoding: raw, as: UTF8.self))
    case .string: .text(string ?? "")
    case .array: .list(elements.map(\.value))
    case .object:
      .object(
        Dictionary(members.map { ($0.key.string ?? "", $0.value.value) }, uniquingKeysWith: { $1 }))
    }
  }
}

/// Makes JSON values, and writes them in one of the many ways in which they can be written.
private struct JSONMaker {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func value(depth: Int) -> Value {
    switch generator.below(depth > 0 ? 8 : 5) {
    case 0: .null
    case 1: .bool(generator.oneIn(2))
    case 2, 3: .number(number())
    case 4: .text(string())
    case 5: .list((0..<generator.below(5)).map { _ in value(depth: depth - 1) })
    default:
      .object(
        Dictionary(
          (0..<generator.below(5)).map { _ in (string(), value(depth: depth - 1)) },
          uniquingKeysWith: { $1 }))
    }
  }

  private mutating func number() -> String {
    var token = generator.oneIn(3) ? "-" : ""
    token += String(generator.below(generator.pick([2, 100, 1_000_000_000])))
    if generator.oneIn(3) { token += ".\(generator.below(1000))" }
    if generator.oneIn(4) {
      token +=
        generator.pick(["e", "E"]) + generator.pick(["", "+", "-"]) + "\(generator.below(9))"
    }
    return token
  }

  private mutating func string() -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "z", "0", " ", "/", "\"", "\\", "\n", "\t", "\u{1}", "é", "中", "😀", "{", ",",
    ]
    var text = ""
    for _ in 0..<generator.below(generator.pick([3, 12, 40])) {
      text.unicodeScalars.append(generator.pick(scalars))
    }
    return text
  }

  mutating func text(_ value: Value) -> String {
    let inner: String =
      switch value {
      case .null, .bool, .number: value.json
      case .text(let text): written(text)
      case .list(let values):
        "[" + (values.isEmpty ? space() : values.map { text($0) }.joined(separator: ",")) + "]"
      case .object(let members):
        "{"
          + (members.isEmpty
            ? space()
            : members.map { space() + written($0) + space() + ":" + text($1) }.joined(
              separator: ","))
          + "}"
      }
    return space() + inner + space()
  }

  private mutating func space() -> String {
    (0..<generator.pick([0, 0, 0, 1, 3])).map { _ in generator.pick([" ", "\t", "\r", "\n"]) }
      .joined()
  }

  private mutating func written(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      guard mustEscape || generator.oneIn(6) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let short: [Unicode.Scalar: String] = [
        "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\n": "\\n", "\t": "\\t",
      ]
      if let escape = short[scalar], generator.oneIn(2) {
        result += escape
      } else {
        for unit in String(Character(scalar)).utf16 {
          let digits = String(unit, radix: 16, uppercase: generator.oneIn(2))
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return result + "\""
  }

  /// Removes, doubles or changes one byte.
  mutating func mutate(_ bytes: inout [UInt8]) {
    let index = generator.below(bytes.count)
    switch generator.below(3) {
    case 0: bytes.remove(at: index)
    case 1: bytes.insert(bytes[index], at: index)
    default:
      bytes[index] = generator.pick(
        Array("{}[]:,\"\\/0-+.eEnul \n'".utf8) + [0, 0x1F, 0x80, 0xC3, 0xFF])
    }
  }
}
