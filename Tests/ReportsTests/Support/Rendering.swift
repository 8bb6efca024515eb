import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// Applications of different hosts; the engine has a type of that name.
typealias Candidate = TestSupport.Candidate

/// What is checked: a file, lines of one, or one that cannot be read.
enum Input {
  case file(String, String)
  case lines(String, [String])
  case unread(String)

  /// A file that is called `a.json`.
  static func text(_ text: String) -> Input { .file("a.json", text) }
}

/// Checks inputs and renders what was found, as the command does, in this process.
struct Rendering {
  var style: ReportStyle
  var options = Checker.Options()
  /// How many lines of a file make a part.
  var partSize = 2
  private var isMatch = false
  /// What stands in the application's folder, by path; nil where that is not looked at.
  var files: [String: EvidenceFile]?

  static let library = Result<RuleLibrary, any Error> { try RuleLibrary.builtIn() }

  init(
    _ format: ReportFormat, in language: Language = .zh, detail: ReportDetail = .normal,
    failOn: FailOn = .unknown, rulebooks: [String] = [], stages: [String] = [],
    isStrict: Bool = false
  ) throws {
    style = ReportStyle(format, in: language)
    style.detail = detail
    style.failOn = failOn
    options.rulebooks = rulebooks
    options.isStrict = isStrict
    try choose(stages)
  }

  /// A comparison with every rulebook and base type.
  init(match format: MatchFormat, in language: Language = .zh, stages: [String] = []) throws {
    style = ReportStyle(format, in: language)
    isMatch = true
    try choose(stages)
  }

  private mutating func choose(_ stages: [String]) throws {
    if stages.isEmpty { return }
    options.stages =
      stages == ["all"] ? Set(try Self.library.get().vocabulary.stageNames) : Set(stages)
  }

  /// The document, and what standard error shows.
  struct Output {
    let bytes: Data
    let diagnostics: Data

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [String] { bytes.lines }
    var shownDiagnostics: [ShownDiagnostic] { diagnostics.lines.compactMap(ShownDiagnostic.init) }

    /// The document as HTML, in which nothing may be wrong.
    func page() throws -> Markup {
      let page = try Markup.read(bytes)
      #expect(page.faults == [])
      return page
    }

    /// Reads the document as those do who it is for.
    func read(as format: ReportFormat) throws {
      switch format {
      case .markdown: _ = try Markdown(text)
      case .html: _ = try page()
      case .json: _ = try JSONSerialization.jsonObject(with: bytes)
      case .ndjson:
        for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      case .csv: _ = try CSV(bytes)
      case .junit: _ = try JUnit(bytes)
      case .sarif: _ = try SARIF(bytes)
      case .github:
        try #require(!lines.isEmpty)
        for line in lines { #expect(WorkflowCommand(line) != nil, "\(line)") }
      case .tap: _ = try TAP(bytes)
      case .text: #expect(text.hasSuffix("\n"))
      }
    }

    func match() throws -> MatchReport { try JSONDecoder().decode(MatchReport.self, from: bytes) }

    func report() throws -> CheckReport { try JSONDecoder().decode(CheckReport.self, from: bytes) }
  }

  func callAsFunction(_ text: String) throws -> Output { try self([.text(text)]) }

  /// Lines and several inputs make a list.
  func callAsFunction(_ inputs: [Input]) throws -> Output {
    var style = style
    style.isList = inputs.count != 1
    if case .lines? = inputs.first { style.isList = true }
    let library = try Self.library.get()
    let checker = try Checker(library, options: options)
    let report = Report(application: Application(vocabulary: library.vocabulary))
    let (renderer, assembler, part) = (ReportRenderer(style), ReportAssembler(style), ReportPart())
    let diagnostics = ByteBuffer()
    var bytes = Data()

    func add() {
      if isMatch {
        checker.match(into: report)
      } else if let files {
        checker.check(into: report, in: Folder(files: files))
      } else {
        checker.check(into: report)
      }
      renderer.append(report, to: part)
      DiagnosticPrinter(language: style.language).append(
        report.diagnostics, of: report.application, to: diagnostics)
    }
    func flush() {
      assembler.append(part) { bytes.append(contentsOf: $0) }
      part.removeAll()
    }

    assembler.begin { bytes.append(contentsOf: $0) }
    for input in inputs {
      switch input {
      case .file(let name, let text):
        report.application.read(SourceText(name: name, bytes: text.utf8))
        add()
      case .lines(let name, let lines):
        for (index, line) in lines.enumerated() {
          Array(line.utf8).withUnsafeBytes {
            report.application.read($0, name: name, line: index + 1)
          }
          add()
          if (index + 1) % partSize == 0 { flush() }
        }
      case .unread(let name):
        renderer.append(
          UnreadInput(name: name, code: "cannot-read", text: "cannot be read"), to: part)
      }
      flush()
    }
    assembler.end { bytes.append(contentsOf: $0) }
    return Output(bytes: bytes, diagnostics: Data(diagnostics.withBytes { Array($0) }))
  }
}

/// A folder of which it is told what stands in it.
private final class Folder: EvidenceFolder {
  let files: [String: EvidenceFile]

  init(files: [String: EvidenceFile]) { self.files = files }

  func file(at names: [String]) -> EvidenceFile {
    files[names.joined(separator: "/")] ?? .missing
  }
}

/// A complete report as JSON, to compare with.
func check(
  _ text: String, rulebooks: [String] = [], on date: String? = nil
) throws -> CheckReport {
  var rendering = try Rendering(.json, rulebooks: rulebooks)
  rendering.options.date = date.flatMap { CivilDate($0) }
  return try rendering(text).report()
}

extension Sample {
  /// 8.5.a fails, 8.3.b is open.
  static func mixed() throws -> String {
    try text(
      "collaboration",
      replacing: [
        #""fullTime": 48"#: #""fullTime": 32"#,
        #""scienceAndTechnology": 55"#: #""scienceAndTechnology": 40"#,
        #""linked": true"#: #""linked": null"#,
      ])
  }

  /// With a key that nobody knows.
  static func warned() throws -> String {
    try text("collaboration", replacing: [#""baseType""#: #""baseTyp": 1, "baseType""#])
  }
}

/// A rendering by the national programme's own rules.
func national(
  _ format: ReportFormat, in language: Language = .zh, detail: ReportDetail = .normal,
  failOn: FailOn = .unknown
) throws -> Rendering {
  try Rendering(
    format, in: language, detail: detail, failOn: failOn, rulebooks: ["national-2022"])
}
