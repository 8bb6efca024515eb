import Foundation
import Testing

@testable import TestSupport

@Suite struct DiagnosticsTests {
  @Test(arguments: ["encoding", "syntax", "shape", "types", "values", "warnings", "accepted"])
  func table(_ name: String) throws {
    let inputs = try BadInput.load(name)
    if name == "accepted" { #expect(inputs.allSatisfy { $0.expect.isEmpty }) }
    // Those with the same arguments together in one run, some alone.
    for (arguments, inputs) in Dictionary(grouping: inputs, by: { $0.arguments ?? [] }) {
      let reports = try check(inputs, arguments)
      if inputs.count == 1 { continue }
      for (input, report) in Array(zip(inputs, reports)).sampled(3) {
        #expect(try check([input], arguments).map(\.verdict) == [report.verdict], "\(input.name)")
      }
    }
  }

  /// Runs the program once and reads its diagnostics from both places where it shows them.
  private func check(_ inputs: [BadInput], _ arguments: [String]) throws -> [CheckReport] {
    let names = inputs.indices.map { "case-\($0).json" }
    let run = try withTemporaryDirectory { directory in
      for (name, input) in zip(names, inputs) {
        try input.bytes.write(to: directory.appendingPathComponent(name))
      }
      return try Command.run(arguments + ["--format", "ndjson"] + names, directory: directory)
    }
    let reports = try run.reportLines()
    try #require(reports.map(\.application.source) == names)
    let errors = run.errorLines
    let shown = Dictionary(grouping: run.shownDiagnostics, by: \.file)
    #expect(Set(shown.keys).isSubset(of: names))
    for (name, (input, report)) in zip(names, zip(inputs, reports)) {
      check(report, of: input)
      let inReport = report.diagnostics.map { "\($0.line):\($0.column) \($0.severity) \($0.code)" }
      let onErrors = (shown[name] ?? []).map {
        "\($0.line):\($0.column) \($0.severity) \($0.code)"
      }
      #expect(onErrors.sorted() == inReport.sorted(), "\(input.name)")
    }
    var block: [String: [String]] = [:]
    var name = ""
    for line in errors {
      if let file = names.first(where: { line.hasPrefix("\($0):") }) { name = file }
      block[name, default: []].append(line)
    }
    for (name, input) in zip(names, inputs) {
      let lines = block[name] ?? []
      #expect(caretFaults(in: lines, file: name, source: input.bytes) == [], "\(input.name)")
    }
    if reports.contains(where: { $0.verdict == "invalid" }) {
      #expect(run.status == 65)
    } else {
      #expect([0, 1, 2].contains(run.status))
    }
    return reports
  }

  private func check(_ report: CheckReport, of input: BadInput) {
    let found = report.diagnostics
    for expected in input.expect {
      #expect(
        found.contains(where: expected.matches), "\(input.name): \(expected) among \(found)")
    }
    let codes = Set(found.map(\.code)).subtracting(input.alsoAllowed ?? [])
    #expect(
      codes == Set(input.expect.map(\.code)).subtracting(input.alsoAllowed ?? []), "\(input.name)")
    // After an error of syntax the reader guesses where to go on; all else is found exactly.
    for code in codes where code != "json-syntax" && code != "json-encoding" {
      let expected = input.expect.filter { $0.code == code }
      #expect(
        found.filter { $0.code == code }.count == expected.count, "\(input.name): \(found)")
    }
    if found.contains(where: { $0.severity == "error" }) {
      #expect(report.verdict == "invalid", "\(input.name)")
      #expect(report.rulebooks.isEmpty, "\(input.name)")
    } else {
      #expect(
        ["eligible", "ineligible", "undetermined"].contains(report.verdict), "\(input.name)")
      #expect(!report.rulebooks.isEmpty, "\(input.name)")
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
