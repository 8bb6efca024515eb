import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// Whatever a report prints came from a stranger's file: it is harmless in every format.
@Suite struct HostileTextTests {
  /// HTML has a suite of its own.
  static let formats = ReportFormat.allCases.filter { $0 != .html }

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
         "region": {"province": "河南省", "city": \(value)}},
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

  private func expectHarmless(_ run: Rendering.Output, _ format: ReportFormat) throws {
    try run.read(as: format)
    try expectHarmlessStreams(run, format)
    switch format {
    case .tap:
      let stream = try TAP(run.bytes)
      #expect(stream.points.allSatisfy { $0.skip == nil })
    case .sarif:
      for result in try SARIF(run.bytes).results {
        #expect(!result.message.text.contains(#/[^\\]\]\(/#), "\(result.message.text)")
      }
    default: break
    }
  }

  private func expectHarmlessStreams(_ run: Rendering.Output, _ format: ReportFormat) throws {
    let allowed: Set<Unicode.Scalar> = format == .csv ? ["\n", "\r"] : ["\n"]
    for data in [run.bytes, run.diagnostics] {
      let scalars = String(decoding: data, as: UTF8.self).unicodeScalars
      let bad = scalars.filter {
        !allowed.contains($0)
          && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
      }
      #expect(bad.isEmpty, "\(format): \(bad)")
    }
    // GitHub's runner reads both streams.
    for line in run.diagnostics.lines + (format == .github ? [] : run.lines) {
      #expect(WorkflowCommand(line) == nil, "\(format): \(line)")
      #expect(!WorkflowCommand.hasOldForm(line), "\(format): \(line)")
    }
    for line in format == .github ? run.lines : [] {
      let command = try #require(WorkflowCommand(line))
      #expect(["error", "warning"].contains(command.name))
      #expect(!command.data.contains("\n") && !command.data.contains("\r"))
      #expect(Set(command.properties.keys).isSubset(of: Self.properties))
      #expect(!WorkflowCommand.hasOldForm(line), "\(line)")
    }
    switch format {
    case .markdown: try expectHarmlessMarkdown(run.text)
    case .csv:
      for cell in try CSV(run.bytes).rows.joined() {
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

  /// Every text in an application, and in one that is broken by it.
  private func inputs() throws -> [Input] {
    try Self.texts.enumerated().flatMap { index, text in
      try [
        Input.file("\(index).json", Self.application(text)),
        .file("\(index)-broken.json", Self.brokenApplication(text)),
      ]
    }
  }

  @Test(arguments: formats)
  func textsOfAnApplicationAreHarmless(format: ReportFormat) throws {
    for language in Language.allCases.sampled(1) {
      let output = try Rendering(format, in: language, rulebooks: ["henan"])(inputs())
      try expectHarmless(output, format)
    }
  }

  @Test(arguments: formats)
  func namesOfFilesAreHarmless(format: ReportFormat) throws {
    let one = try Sample.ineligible()
    let inputs = Self.texts.flatMap {
      [Input.file($0, one), .file($0, "{"), .unread($0), .lines($0, [one, "{"])]
    }
    try expectHarmless(Rendering(format, rulebooks: ["henan"])(inputs), format)
  }

  /// A line of the file that is shown on standard error is no command of the runner's either.
  @Test(arguments: ["::error::owned", "  ::warning file=a::b", "\t::add-mask::x", "##[error]owned"])
  func shownLinesAreNoCommands(text: String) throws {
    for format in Self.formats {
      let output = try Rendering(format)("{\"baseType\":\n\(text)\n}")
      #expect(!output.shownDiagnostics.isEmpty)
      try expectHarmless(output, format)
    }
  }

  @Test func summaryOfAStepIsHarmless() throws {
    let library = try Rendering.library.get()
    let checker = try Checker(library)
    let document = ReportDocument(.summary(room: 1 << 20, in: .zh))
    for text in Self.texts {
      let application = Application(vocabulary: library.vocabulary)
      application.read(SourceText(name: text, bytes: try Self.application(text).utf8))
      document.append(checker.check(application))
    }
    let text = String(decoding: document.finish(), as: UTF8.self)
    #expect(try Markdown(text).tables.map(\.count) == [Self.texts.count + 1])
    try expectHarmlessMarkdown(text)
  }

  /// What is harmless still says what it said.
  @Test func textsAreKept() throws {
    let text = "<b>甲|乙</b> *丙* & `丁` \\ [戊](己)"
    let application = try Self.application(text)
    let tables = try Markdown(Rendering(.markdown)(application).text).tables
    #expect(tables[0].contains(["依托单位", text]))
    #expect(try CSV(Rendering(.csv)(application).bytes)[1, "依托单位"] == text)
  }
}
