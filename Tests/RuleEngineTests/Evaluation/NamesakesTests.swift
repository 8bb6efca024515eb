import Testing

@testable import RuleEngine
@testable import TestSupport

/// Elements of one name in a list that counts each once: one, or as many as there are.
@Suite struct NamesakesTests {
  /// An element; nil stands for what is not known.
  private struct Element: Hashable {
    var name: String?
    var good: Bool?

    var text: String {
      let members = [name.map { "\"name\": \(quoted($0))" }, good.map { "\"good\": \($0)" }]
      return "{\(members.compactMap(\.self).joined(separator: ", "))}"
    }
  }

  private static let conditions: [(text: String, holds: @Sendable (Int, Int) -> Bool)] = [
    (#"{"count": "items", "where": \#(good), "isAtLeast": 2}"#, { good, _ in good >= 2 }),
    (#"{"count": "items", "where": \#(good), "isAtMost": 1}"#, { good, _ in good <= 1 }),
    (#"{"count": "items", "isAtLeast": 3}"#, { _, all in all >= 3 }),
    (
      #"{"share": {"count": "items", "where": \#(good)}, "of": {"count": "items"}, "isAtLeast": "1/2"}"#,
      { good, all in all > 0 && good * 2 >= all }
    ),
    (
      #"{"share": {"count": "items", "where": \#(good)}, "of": {"count": "items"}, "isMoreThan": "50%"}"#,
      { good, all in all > 0 && good * 2 > all }
    ),
    (
      #"{"share": {"count": "items", "where": \#(good)}, "of": {"count": "items"}, "isLessThan": "2/3"}"#,
      { good, all in all > 0 && good * 3 < all * 2 }
    ),
  ]
  private static let good = #"{"fact": "items[].good", "is": true}"#

  private static func lists(
    _ names: [String?], _ goods: [Bool?], upTo length: Int
  ) -> [[Element]] {
    let elements = names.flatMap { name in goods.map { Element(name: name, good: $0) } }
    var all: [[Element]] = [[]]
    var last = all
    for _ in 0..<length {
      last = last.flatMap { list in elements.map { list + [$0] } }
      all += last
    }
    return all
  }

  /// The verdicts on a condition, and whether a report names who is listed more than once.
  private func judge(_ condition: String, _ lists: [[Element]]) throws
    -> [[Element]: (verdict: Verdict, isDoubtful: Bool)]
  {
    let library = try TinyRules.library(requiring: condition)
    let report = Report(application: Application(vocabulary: library.vocabulary))
    let checker = try Checker(library)
    var verdicts: [[Element]: (Verdict, Bool)] = [:]
    for list in lists {
      let items = list.map(\.text).joined(separator: ", ")
      report.application.read(
        SourceText(name: "a.json", bytes: #"{"baseType": "one", "items": [\#(items)]}"#.utf8))
      checker.check(into: report)
      let criterion = try #require(report.criteria.first)
      verdicts[list] = (criterion.verdict, !criterion.repeatedNames.isEmpty)
    }
    return verdicts
  }

  /// All ways in which elements of one name can be one thing or several: per element, which thing.
  private static func readings(of list: [Element]) -> [[Int]] {
    list.indices.reduce([[]]) { readings, index in
      readings.flatMap { reading in
        let same = Set((0..<index).filter { list[$0].name == list[index].name }.map { reading[$0] })
        return (same + [index]).map { reading + [$0] }
      }
    }
  }

  private static func completions(of list: [Element]) -> [[Bool]] {
    list.reduce([[]]) { lists, element in
      lists.flatMap { list in (element.good.map { [$0] } ?? [true, false]).map { list + [$0] } }
    }
  }

  /// The verdict is that of all lists that one with unknown facts and repeated names can stand for.
  @Test(arguments: conditions.indices)
  func everyReading(_ index: Int) throws {
    let (condition, holds) = Self.conditions[index]
    let lists = Self.lists(["a", "b"], [true, false, nil], upTo: Seeds.areAll ? 4 : 3)
    var problems: [String] = []
    for (list, found) in try judge(condition, lists) {
      var truths: Set<Bool> = []
      for reading in Self.readings(of: list) {
        for flags in Self.completions(of: list) {
          let good = Set(list.indices.filter { flags[$0] }.map { reading[$0] })
          truths.insert(holds(good.count, Set(reading).count))
        }
      }
      let expected = Verdict(
        certainly: !truths.contains(false), possibly: truths.contains(true))
      if found.verdict != expected {
        problems.append("\(list.map(\.text)): \(found.verdict), not \(expected)")
      }
    }
    #expect(problems.isEmpty, "\(condition): \(problems.prefix(3)), \(problems.count) in all")
  }

  /// To know more never turns pass into fail or back; only a name that then stands twice can make
  /// open what was certain, and the report says so.
  @Test(arguments: conditions.indices)
  func knowledgeTurnsNothingRound(_ index: Int) throws {
    let condition = Self.conditions[index].text
    let (names, goods): ([String?], [Bool?]) = (["a", " A", "b", nil], [true, false, nil])
    let lists = Self.lists(names, goods, upTo: 3)
    let verdicts = try judge(condition, lists)
    var problems: [String] = []
    var compared = (facts: 0, names: 0)
    for (list, before) in verdicts {
      for place in list.indices {
        var fuller = list
        for name in names where list[place].name == nil && name != nil {
          fuller[place].name = name
          let after = try #require(verdicts[fuller])
          compared.names += 1
          let isTurned = before.verdict != after.verdict && before.verdict != .unknown
          if isTurned && (after.verdict != .unknown || !after.isDoubtful) {
            problems.append("\(list.map(\.text)) \(before), \(fuller.map(\.text)) \(after)")
          }
        }
        fuller = list
        for good in [true, false] where list[place].good == nil {
          fuller[place].good = good
          let after = try #require(verdicts[fuller])
          compared.facts += 1
          if before.verdict != after.verdict && before.verdict != .unknown {
            problems.append("\(list.map(\.text)) \(before), \(fuller.map(\.text)) \(after)")
          }
        }
      }
    }
    #expect(compared.facts > 1000 && compared.names > 1000)
    #expect(problems.isEmpty, "\(condition): \(problems.prefix(3)), \(problems.count) in all")
  }

  /// Names are the same where they are alike when folded, however they are written in the file.
  @Test func namesAreFolded() throws {
    let library = try TinyRules.library()
    let names =
      [
        "", " ", "甘露", "甘 露", "\u{3000}甘露\t", "甘霖", "Li Wei", "liwei", "ＬｉＷｅｉ", "L'i \"Wei\"",
        "“甘露”",
        "㎡", "m2", "⻄", "西", "⼈", "人", "①", "1", "1·", "1•", "\u{200B}甘露", "É", "é", "𠮷", "𠮷 ", "/",
        "\\",
      ] + (UInt8(0x20)..<0x7F).map { "x\(Unicode.Scalar($0))" }
    for first in names {
      for second in names {
        for text in [quoted(second), Self.escaped(second)] {
          let application =
            #"{"baseType": "one", "items": [{"name": \#(quoted(first))}, {"name": \#(text)}]}"#
          let isSame = FoldedName(first) == FoldedName(second) && !FoldedName(first).isEmpty
          let report = Application(vocabulary: library.vocabulary)
          report.read(SourceText(name: "a.json", bytes: application.utf8))
          #expect(
            report.diagnostics.map(\.code) == (isSame ? [.repeatedName] : []), "\(application)")
        }
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    let units = text.utf16.map { unit in
      "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count)
        + String(unit, radix: 16)
    }
    return "\"\(units.joined())\""
  }

  /// Very many names that stand twice take no longer than they are many.
  @Test func namesOfManyElements() throws {
    let items = (0..<20_000).map { #"{"name": "n\#($0 % 10_000)", "good": true}"# }
    let report = try TinyRules.library(requiring: Self.conditions[3].text)
      .report(#"{"baseType": "one", "items": [\#(items.joined(separator: ","))]}"#)
    let criterion = try #require(report.criteria.first)
    #expect(criterion.verdict == .pass && criterion.repeatedNames.count == 10_000)
    #expect(report.diagnostics.count == 10_000)
    #expect(criterion.repeatedNames.allSatisfy { $0.elements.count == 2 })
  }
}
