import Foundation
import Testing

@testable import TestSupport

@Suite struct DiagnosticsTests {
  @Test(arguments: try BadInput.load("encoding")) func encoding(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: try BadInput.load("syntax").sampled(12)) func syntax(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: try BadInput.load("shape")) func shape(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: try BadInput.load("types")) func types(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: try BadInput.load("values").sampled(20)) func values(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: try BadInput.load("warnings")) func warnings(_ input: BadInput) throws {
    try check(input)
  }

  @Test(arguments: try BadInput.load("accepted").sampled(12)) func accepted(_ input: BadInput)
    throws
  {
    #expect(input.expect.isEmpty)
    try check(input)
  }

  /// Runs the program once and reads its diagnostics from both places where it shows them.
  private func check(_ input: BadInput) throws {
    let run = try withTemporaryDirectory { directory in
      try input.bytes.write(to: directory.appendingPathComponent("case.json"))
      return try Command.run(
        (input.arguments ?? []) + ["--format", "json", "case.json"], directory: directory)
    }
    let report = try run.report()
    let found = report.diagnostics

    for expected in input.expect {
      #expect(found.contains(where: expected.matches), "\(expected) among \(found)")
    }
    let codes = Set(found.map(\.code)).subtracting(input.alsoAllowed ?? [])
    #expect(codes == Set(input.expect.map(\.code)).subtracting(input.alsoAllowed ?? []))
    // After an error of syntax the reader guesses where to go on; all else is found exactly.
    for code in codes where code != "json-syntax" && code != "json-encoding" {
      let expected = input.expect.filter { $0.code == code }
      #expect(found.filter { $0.code == code }.count == expected.count, "\(found)")
    }

    let shown = run.shownDiagnostics
    #expect(shown.allSatisfy { $0.file == "case.json" })
    let inReport = found.map { "\($0.line):\($0.column) \($0.severity) \($0.code)" }.sorted()
    #expect(
      shown.map { "\($0.line):\($0.column) \($0.severity) \($0.code)" }.sorted() == inReport)
    #expect(caretFaults(in: run.errorLines, file: "case.json", source: input.bytes) == [])

    if found.contains(where: { $0.severity == "error" }) {
      #expect(run.status == 65)
      #expect(report.verdict == "invalid")
      #expect(report.rulebooks.isEmpty)
    } else {
      #expect([0, 1, 2].contains(run.status))
      #expect(["eligible", "ineligible", "undetermined"].contains(report.verdict))
      #expect(!report.rulebooks.isEmpty)
    }
  }

  @Test(arguments: [("[", "]"), (#"{"a": "#, "}")])
  func nestingOf128IsRead(open: String, close: String) throws {
    let report = try kczg_checkTests.check(nested(127, open, close))
    #expect(report.diagnostics.isEmpty)
    #expect(report.verdict != "invalid")
  }

  @Test(arguments: [("[", "]"), (#"{"a": "#, "}")], [128, 200, 100_000])
  func deeperNestingIsAnError(brackets: (open: String, close: String), levels: Int) throws {
    let report = try kczg_checkTests.check(nested(levels, brackets.open, brackets.close))
    #expect(Set(report.diagnostics.map(\.code)) == ["json-depth"])
    #expect(report.diagnostics.allSatisfy { $0.line == 2 && $0.severity == "error" })
    #expect(report.verdict == "invalid")
  }

  /// An application whose own object, on line 2, nests `levels` deep below the top level.
  private func nested(_ levels: Int, _ open: String, _ close: String) -> String {
    let inner = open.hasPrefix("{") ? "1" : ""
    return "{\"baseType\": \"collaboration\", \"x-deep\":\n"
      + String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
      + "}\n"
  }

  @Test func endlessOpeningBracketsAreAnError() throws {
    let report = try kczg_checkTests.check(String(repeating: "[", count: 300_000))
    #expect(report.diagnostics.contains { $0.code == "json-depth" })
    #expect(Set(report.diagnostics.map(\.code)).isSubset(of: ["json-depth", "json-syntax"]))
  }

  @Test func longLineIsShownThroughAWindow() throws {
    let text =
      #"{"site": ""# + String(repeating: "长", count: 20_000)
      + #"", "baseType": "colaboration", "baseName": ""# + String(repeating: "a", count: 20_000)
      + "\"}\n"
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "case.json")
      let run = try Command.run(["case.json"], directory: directory)
      #expect(run.status == 65)
      #expect(run.shownDiagnostics.map(\.code) == ["unknown-code"])
      #expect(try run.shownDiagnostics.map(\.column) == [position(of: #""colab"#, in: text).column])
      // The message lists the codes; what it shows of the file is short.
      #expect(run.errorLines.dropFirst().allSatisfy { width($0) <= 100 })
      #expect(caretFaults(in: run.errorLines, file: "case.json", source: Data(text.utf8)) == [])
    }
  }

  @Test func caretStandsUnderTheValueAfterChineseText() throws {
    try withTemporaryDirectory { directory in
      let text = #"{"site": "河南省，洛阳", "baseType": "colaboration"}"#
      try directory.write(text, to: "case.json")
      let run = try Command.run(["case.json"], directory: directory)
      let lines = run.errorLines
      let header = try #require(lines.firstIndex { ShownDiagnostic($0) != nil })
      #expect(lines[header].hasPrefix("case.json:1:32: error: "))
      #expect(lines[header].hasSuffix(" [unknown-code]"))
      let echo = try #require(lines.dropFirst(header + 1).first)
      let caret = try #require(lines.dropFirst(header + 2).first)
      let start = try #require(echo.range(of: text))
      // 31 characters stand before the value, and the six Chinese ones are two columns wide.
      let before = width(String(echo[..<start.lowerBound]))
      #expect(width(String(caret.prefix { $0 != "^" })) == before + 37)
    }
  }

  @Test func diagnosticsAreShownInEveryFormat() throws {
    try withSamples { directory in
      for format in ["text", "json", "ndjson"] {
        let run = try Command.run(["--format", format, "invalid.json"], directory: directory)
        #expect(run.status == 65)
        #expect(run.shownDiagnostics.map(\.code) == ["unknown-code"], "\(format)")
        #expect(run.shownDiagnostics.map(\.file) == ["invalid.json"], "\(format)")
        #expect(run.shownDiagnostics.map { "\($0.line):\($0.column)" } == ["2:15"], "\(format)")
      }
    }
  }

  @Test func wordsFollowTheLanguageAndTheFormDoesNot() throws {
    try withTemporaryDirectory { directory in
      try directory.write(#"{"baseType": "colaboration", "sit": "x"}"#, to: "case.json")
      let chinese = try Command.run(["case.json"], directory: directory)
      let same = try Command.run(["--lang", "zh", "case.json"], directory: directory)
      let english = try Command.run(["--lang", "en", "case.json"], directory: directory)
      #expect(chinese.stderr == same.stderr)
      for run in [chinese, english] {
        #expect(
          Set(run.shownDiagnostics.map { "\($0.line):\($0.column) \($0.severity) \($0.code)" })
            == ["1:14 error unknown-code", "1:30 warning unknown-key"])
      }
      #expect(chinese.shownDiagnostics.allSatisfy { width($0.message) > $0.message.count })
      #expect(english.shownDiagnostics.allSatisfy { width($0.message) == $0.message.count })
    }
  }

  @Test func everyInputIsReportedOnAfterOneWithErrors() throws {
    try withSamples { directory in
      try directory.write(#"{"baseType": 5}"#, to: "other.json")
      let run = try Command.run(
        ["--format", "ndjson", "invalid.json", "eligible.json", "other.json"],
        directory: directory)
      #expect(run.status == 65)
      #expect(try run.reportLines().map(\.verdict) == ["invalid", "eligible", "invalid"])
      #expect(run.shownDiagnostics.map(\.file) == ["invalid.json", "other.json"])
    }
  }
}
