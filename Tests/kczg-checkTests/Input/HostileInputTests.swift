import Foundation
import Testing

@testable import TestSupport

/// Whatever comes from a stranger's file is harmless to the terminal that shows it.
@Suite struct HostileInputTests {
  /// Escapes in JSON: a terminal's control sequences, C0, DEL and C1 controls, a forged line.
  private static let controls =
    #"\u001b[31m\u001b]0;owned\u0007\b\r\t\u0000\u009b2J\u0085\nFORGED-LINE: 条件均符合\u001b[0m"#

  /// Bidirectional controls and DEL, which JSON lets stand as they are.
  private static let raw =
    "\u{7F}\u{202E}\u{202A}\u{202B}\u{202C}\u{202D}\u{2066}\u{2067}\u{2068}\u{2069}\u{200E}\u{200F}\u{061C}\u{9B}"

  private static var evil: String { "甲\(controls)\(raw)乙" }

  /// What must not reach a terminal as it is; LF ends the program's own lines.
  private func dangerous(_ data: Data) -> [String] {
    String(decoding: data, as: UTF8.self).unicodeScalars
      .filter { scalar in
        if scalar == "\n" { return false }
        return scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      }
      .map { String($0.value, radix: 16) }
  }

  private func isHarmless(_ run: Run) -> Bool {
    let lines = run.outputLines + run.errorLines
    return dangerous(run.stdout) == [] && dangerous(run.stderr) == []
      && !lines.contains { $0.hasPrefix("FORGED-LINE") }
  }

  static let applications: [String] = [
    // A complete application whose texts are all hostile.
    """
    {"baseType": "collaboration", "programme": "national", "applicationDate": "2022-05-20",
     "baseName": "\(evil)", "site": "\(evil)",
     "applicant": {"name": "\(evil)", "address": "\(evil)", "profile": "\(evil)",
       "region": {"province": "\(evil)", "city": "\(evil)", "county": "\(evil)"},
       "contact": {"name": "\(evil)", "email": "\(evil)"}},
     "achievements": [{"name": "\(evil)"}, {"name": "\(evil)"}],
     "partners": [{"name": "\(evil)"}], "experts": [{"name": "\(evil)", "title": "\(evil)"}],
     "support": [{"description": "\(evil)"}], "incidents": [{"description": "\(evil)"}]}
    """,
    // Warnings and errors that may repeat what they found.
    #"{"baseType": "\#(evil)", "programme": "\#(evil)"}"#,
    #"{"baseType": "collaboration", "\#(evil)": 1, "staff": {"\#(evil)": 1}}"#,
    #"{"baseType": "collaboration", "x-a": {"\#(evil)": 1, "\#(evil)": 2}}"#,
    #"{"baseType": "collaboration", "applicationDate": "\#(evil)"}"#,
    #"{"baseType": "collaboration", "applicant": {"creditCode": "\#(evil)"}}"#,
    #"{"baseType": "collaboration", "experts": [{"nationality": "\#(evil)"}]}"#,
    #"{"baseType": "collaboration", "capabilities": ["\#(evil)"], "staff": "\#(evil)"}"#,
    #"{"baseType": "collaboration", "experts": [{"name": "\#(evil)"}, {"name": "\#(evil)"}]}"#,
    // Texts that are no JSON, with the controls as they are.
    "{\"baseType\": \"\u{1B}[31m\u{202E}\", \u{1B}[2J\u{9B} \u{0} \u{202E}}",
    "\u{1B}]0;owned\u{7}",
    "{\"baseType\": \"collaboration\", \"a\u{8}\u{8}\": \u{202E}1}\u{1B}",
  ]

  @Test(arguments: applications.sampled(3)) func nothingDangerousIsPrinted(text: String) throws {
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      for options in [
        [], ["--brief"], ["--lang", "en"], ["--strict"], ["--rulebook", "henan"],
        ["--format", "json"], ["--format", "ndjson"], ["--format", "json", "--lang", "en"],
      ] {
        let run = try Command.run(options + ["a.json"], directory: directory)
        #expect([1, 2, 65].contains(run.status))
        #expect(isHarmless(run), "\(options): \(dangerous(run.stdout + run.stderr))")
        if options.contains("json") { _ = try run.report() }
      }
      let coloured = try Command.run(["--color", "always", "a.json"], directory: directory)
      for data in [coloured.stdout, coloured.stderr] {
        let own = String(decoding: data, as: UTF8.self).replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(dangerous(Data(own.utf8)) == [])
      }
    }
  }

  @Test func nameIsShownEscaped() throws {
    try withTemporaryDirectory { directory in
      try directory.write(Self.applications[0], to: "a.json")
      for format in ["text", "json", "ndjson"] {
        let run = try Command.run(["--format", format, "a.json"], directory: directory)
        #expect(run.output.contains("甲\\u001B[31m"), "\(format): \(run.output.prefix(600))")
        // The text report may fold a long name, at any place.
        #expect(format == "text" || run.output.contains("\\u202E"), "\(format)")
      }
    }
  }

  @Test func sourceLineIsShownEscaped() throws {
    try withTemporaryDirectory { directory in
      try directory.write("{\"site\": \"\u{202E}\", \"baseType\": \"x\"}", to: "a.json")
      let run = try Command.run(["a.json"], directory: directory)
      #expect(run.shownDiagnostics.map(\.column) == [27])
      #expect(run.errors.contains("\\u202E"))
    }
  }

  @Test func keyCannotForgeADiagnostic() throws {
    let key = #"x\nother.json:1:1: error: forged [json-syntax]"#
    try withTemporaryDirectory { directory in
      try directory.write(
        #"{"baseType": "collaboration", "\#(key)": 1, "site": {"\#(key)": 1}}"#, to: "a.json")
      let run = try Command.run(["a.json"], directory: directory)
      #expect(run.status == 65)
      #expect(Set(run.shownDiagnostics.map(\.file)) == ["a.json"])
      #expect(!run.errorLines.contains { $0.hasPrefix("other.json") })
    }
  }

  @Test func nameOfAFileIsShownEscaped() throws {
    let name = "a\u{1B}[31m\u{202E}\u{7F}\nFORGED-LINE.json"
    try withTemporaryDirectory { directory in
      let folder = directory.appendingPathComponent("folder")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      for text in [try Sample.ineligible(), "{", #"{"baseType": "x"}"#] {
        try folder.write(text, to: name)
        for format in ["text", "json", "ndjson"] {
          let run = try Command.run(
            ["--format", format, "folder", "folder/\(name)", "folder/missing-\(name)"],
            directory: directory)
          #expect(run.status == 66)
          #expect(isHarmless(run), "\(format): \(run.output.prefix(400)) \(run.errors)")
        }
      }
    }
  }
}
