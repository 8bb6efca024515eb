import Foundation
import Testing

@testable import TestSupport

/// Whatever a report prints came from a stranger's file: it is harmless in every format.
@Suite struct FormatsHostileTests {
  static let formats = ["text", "json", "ndjson"] + FormatsTests.formats

  /// Texts that mean something to a terminal, a browser, a renderer of Markdown, GitHub's runner, a
  /// spreadsheet, a reader of XML, TAP or SARIF.
  static let texts = [
    "\u{1B}[31m\u{1B}]0;owned\u{7}\u{9B}2J\u{7F}\r\n\t\u{8}\u{0}",
    "\u{202E}gnp.exe\u{2066}\u{200F}\u{061C}\u{2028}", "\u{FFFE}\u{FFFF}\u{FEFF}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>", "&lt;b&gt; &amp; &#60;",
    "]]> --> <!-- <![CDATA[", "|a|b|\n| --- | --- |", "`code` ``two`` **bold** _it_ ~~gone~~",
    "[link](javascript:alert(1)) ![image](http://evil.example/x.png) [1](1)",
    "http://evil.example www.evil.example mailto:a@evil.example @everyone #1 GH-1 :smile: $x$",
    "::error::owned", "::stop-commands::owned", "  ::set-env name=PATH::owned",
    "x\n::add-mask::owned\n##[error]owned ##[add-path]owned", "a%0A::error::b %0D%25",
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "＝1+1", "=HYPERLINK(\"http://evil.example\")",
    "# SKIP owned", "# todo owned \\# \\\\", "ok 1 - owned\nnot ok 2\nBail out! owned",
    "  ---\n  ...\n1..0", "{0} {{1}} {", "'; DROP TABLE x; --", "-----\n# heading\n> quote",
    // What is special to a program can be part of what a reader sees as one character.
    "a\"\u{301},=1+1", "=\u{301}1+1", "<\u{338}b>|\u{301}`\u{301}[\u{301}x](y)\\\u{301}",
  ]

  static func application(_ text: String) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: [text], options: [])
    let value = String(String(decoding: data, as: UTF8.self).dropFirst().dropLast())
    return """
      {"baseType": "collaboration", "programme": "national", "applicationDate": "2022-05-20",
       "baseName": \(value), "site": \(value),
       "applicant": {"name": \(value), "creditCode": null, "address": \(value),
         "region": {"province": \(value)}},
       "achievements": [{"name": \(value)}, {"name": \(value)}],
       "partners": [{"name": \(value)}], "experts": [{"name": \(value)}], \(value): 1}
      """
  }

  /// Errors that repeat what they found.
  static func brokenApplication(_ text: String) throws -> String {
    try application(text).replacingOccurrences(
      of: "\"collaboration\"",
      with: String(
        decoding: JSONSerialization.data(withJSONObject: [text]).dropFirst().dropLast(),
        as: UTF8.self))
  }

  private func expectHarmless(_ run: Run, _ format: String) throws {
    try FormatsTests.formats.contains(format) ? FormatsTests.read(run, as: format) : ()
    try expectHarmlessStreams(run, format)
    switch format {
    case "tap":
      let stream = try TAP(run.stdout)
      #expect(stream.points.allSatisfy { $0.skip == nil })
    case "sarif":
      for result in try SARIF(run.stdout).results {
        #expect(!result.message.text.contains(#/[^\\]\]\(/#), "\(result.message.text)")
      }
    default: break
    }
  }

  private func expectHarmlessStreams(_ run: Run, _ format: String) throws {
    let allowed: Set<Unicode.Scalar> = format == "csv" ? ["\n", "\r"] : ["\n"]
    for data in [run.stdout, run.stderr] {
      let scalars = String(decoding: data, as: UTF8.self).unicodeScalars
      let bad = scalars.filter {
        !allowed.contains($0)
          && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
      }
      #expect(bad.isEmpty, "\(format): \(bad)")
    }
    // GitHub's runner reads both streams.
    for line in run.errorLines + (format == "github" ? [] : run.outputLines) {
      #expect(WorkflowCommand(line) == nil, "\(format): \(line)")
      #expect(!WorkflowCommand.hasOldForm(line), "\(format): \(line)")
    }
    for line in format == "github" ? run.outputLines : [] {
      let command = try #require(WorkflowCommand(line))
      #expect(["error", "warning"].contains(command.name))
      #expect(!command.data.contains("\n") && !command.data.contains("\r"))
      #expect(Set(command.properties.keys).isSubset(of: Self.properties))
      #expect(!WorkflowCommand.hasOldForm(line), "\(line)")
    }
    switch format {
    case "markdown": try expectHarmlessMarkdown(run.output)
    case "csv":
      for cell in try CSV(run.stdout).rows.joined() {
        #expect(
          !["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"].contains(cell.prefix(1)), "\(cell)")
      }
    default: break
    }
  }

  private static let properties: Set<String> = ["file", "line", "col", "endColumn", "title"]

  /// There is no HTML, no link and no mention in what the program writes itself.
  private func expectHarmlessMarkdown(_ text: String) throws {
    // Whatever is escaped stands apart from what follows.
    let text = text.replacing(#/\\(.)/#) { "\($0.1)\u{2060}" }
    for pattern in [
      "<", "](", "@everyone", "http://", "www.evil", "mailto:a", ":smile", "#1", "GH-1",
    ] {
      #expect(!text.contains(pattern), "\(pattern)")
    }
    for line in text.components(separatedBy: "\n") where !line.isEmpty {
      let starts = ["## ", "### ", "#### ", "| ", "- ", "**", "`henan "]
      #expect(starts.contains { line.hasPrefix($0) }, "\(line)")
    }
  }

  @Test(arguments: formats) func textsOfAnApplicationAreHarmless(format: String) throws {
    try withTemporaryDirectory { directory in
      var files: [String] = []
      for (index, text) in Self.texts.enumerated() {
        try directory.write(Self.application(text), to: "\(index).json")
        try directory.write(Self.brokenApplication(text), to: "\(index)-broken.json")
        files += ["\(index).json", "\(index)-broken.json"]
      }
      for language in ["zh", "en"] {
        let run = try Command.run(
          ["--rulebook", "henan", "--lang", language, "--format", format] + files,
          directory: directory)
        #expect(run.status == 65)
        try expectHarmless(run, format)
      }
    }
  }

  @Test(arguments: ["screen", "match"], ["text", "markdown", "html", "json", "csv"])
  func otherCommandsAreHarmless(command: String, format: String) throws {
    if command == "match", !["text", "json"].contains(format) { return }
    try withTemporaryDirectory { directory in
      for (index, text) in Self.texts.enumerated() {
        try directory.write(Self.application(text), to: "\(index).json")
        try directory.write(Self.brokenApplication(text), to: "\(index)-broken.json")
      }
      for language in ["zh", "en"] {
        let run = try Command.run(
          [command, "--rulebook", "henan", "--lang", language, "--format", format, "."],
          directory: directory)
        #expect(run.status == 65)
        try expectHarmlessStreams(run, format)
      }
    }
  }

  @Test(arguments: formats) func namesOfFilesAreHarmless(format: String) throws {
    for content in [try Sample.ineligible(), "{", nil] {
      try withTemporaryDirectory { directory in
        let names = Self.texts.map {
          $0.replacingOccurrences(of: "/", with: "∕").replacingOccurrences(of: "\0", with: "")
            + ".json"
        }
        for name in names {
          guard let content else { continue }
          let path = directory.appendingPathComponent(name).path
          #expect(FileManager.default.createFile(atPath: path, contents: Data(content.utf8)))
        }
        let run = try Command.run(
          ["--rulebook", "henan", "--format", format, "--"] + names, directory: directory)
        #expect([1, 65, 66].contains(run.status))
        try expectHarmless(run, format)
      }
    }
  }

  /// A line of the file that is shown on standard error is no command of the runner's either.
  @Test(arguments: ["::error::owned", "  ::warning file=a::b", "\t::add-mask::x", "##[error]owned"])
  func shownLinesAreNoCommands(text: String) throws {
    try withTemporaryDirectory { directory in
      try directory.write("{\"baseType\":\n\(text)\n}", to: "a.json")
      for format in Self.formats {
        let run = try Command.run(["--format", format, "a.json"], directory: directory)
        #expect(run.status == 65 && !run.shownDiagnostics.isEmpty)
        try expectHarmless(run, format)
      }
    }
  }

  @Test func summaryOfAStepIsHarmless() throws {
    try withTemporaryDirectory { directory in
      let summary = directory.appendingPathComponent("summary.md")
      for (index, text) in Self.texts.enumerated() {
        try directory.write(Self.application(text), to: "\(index).json")
        _ = try Command.run(
          ["--format", "github", "\(index).json"], directory: directory,
          environment: ["GITHUB_STEP_SUMMARY": summary.path])
      }
      let text = try String(contentsOf: summary, encoding: .utf8)
      #expect(try Markdown(text).tables.count == Self.texts.count)
      try expectHarmlessMarkdown(text)
    }
  }

  /// What is harmless still says what it said.
  @Test func textsAreKept() throws {
    try withTemporaryDirectory { directory in
      let text = "<b>甲|乙</b> *丙* & `丁` \\ [戊](己)"
      try directory.write(Self.application(text), to: "a.json")
      func run(_ format: String) throws -> Run {
        try Command.run(["--format", format, "a.json"], directory: directory)
      }
      #expect(try Markdown(run("markdown").output).tables[0].contains(["依托单位", text]))
      #expect(try CSV(run("csv").stdout)[1, "依托单位"] == text)
    }
  }
}
