import Testing

@testable import RuleEngine

/// What counts as a character of a text: every Unicode scalar that is not white space.
@Suite struct TextLengthTests {
  /// The code points that Unicode calls white space, as its `PropList.txt` lists them.
  private static let whiteSpace: Set<UInt32> = [
    0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
    0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
  ]

  private func report(_ text: String, _ condition: String) throws -> CriterionReport {
    let report = try TinyRules.library(requiring: condition)
      .report(#"{"baseType": "one", "name": \#(quoted(text))}"#)
    return try #require(report.criteria.first)
  }

  /// Every scalar of every plane, by the thousand.
  @Test func everyScalar() throws {
    let library = try TinyRules.library(requiring: #"{"length": "name", "isAtLeast": 0}"#)
    let checker = try Checker(library)
    let report = Report(application: Application(vocabulary: library.vocabulary))
    for first in stride(from: UInt32(0), through: 0x10FFFF, by: 4096) {
      let scalars = (first..<first + 4096).compactMap(Unicode.Scalar.init)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      report.application.read(
        SourceText(
          name: "a.json", bytes: #"{"baseType": "one", "name": \#(quoted(String(text)))}"#.utf8))
      checker.check(into: report)
      let counted = scalars.count { !Self.whiteSpace.contains($0.value) }
      #expect(report.criteria.first?.actual(in: .zh) == "\(counted)", "from \(first)")
    }
  }

  /// White space around, or within, or all there is.
  @Test func whiteSpaceAnywhere() throws {
    let blanks = Self.whiteSpace.sorted().compactMap { Unicode.Scalar($0) }.map { String($0) }
    #expect(blanks.count == 25)
    for blank in blanks {
      for (text, count) in [(blank, 0), (blank + "字", 1), ("字" + blank, 1), ("字\(blank)字", 2)] {
        let length = try report(text, #"{"length": "name", "is": \#(count)}"#)
        #expect(length.verdict == .pass, "\(text.unicodeScalars.map(\.value))")
        let filled = try report(text, #"{"fact": "name", "isFilled": \#(count > 0)}"#)
        #expect(filled.verdict == .pass, "\(text.unicodeScalars.map(\.value))")
      }
    }
  }

  /// The same text, however it is written as JSON.
  @Test func escapes() throws {
    for text in [#""\u5B57\u3000\n\uD83D\uDE00""#, "\"字\u{3000}\\u000a😀\"", #""字 \t😀""#] {
      let report = try TinyRules.library(requiring: #"{"length": "name", "is": 2}"#)
        .report(#"{"baseType": "one", "name": \#(text)}"#)
      #expect(report.outcome == .eligible, "\(text)")
    }
  }
}
