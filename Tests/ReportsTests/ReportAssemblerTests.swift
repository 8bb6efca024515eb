import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// The map and the reduction: what is printed does not depend on how reports are divided into parts.
@Suite struct ReportAssemblerTests {
  private func inputs() throws -> [Input] {
    let texts = [
      try Sample.eligible(), try Sample.mixed(), try Sample.invalid(), try Sample.warned(), "{",
      try Sample.undetermined(), try Sample.eligible(),
    ]
    return [
      .unread("missing.json"), .lines("a.ndjson", texts.map(Sample.oneLine)), .text(texts[1]),
      .unread("gone.json"), .lines("b.ndjson", []), .text(texts[0]),
    ]
  }

  @Test(arguments: ReportFormat.allCases) func partsCanEndAnywhere(format: ReportFormat) throws {
    for language in Language.allCases.sampled(1) {
      var rendering = try Rendering(format, in: language)
      rendering.partSize = 1
      let first = try rendering(inputs())
      try first.read(as: format)
      for size in [2, 3, 100] {
        rendering.partSize = size
        #expect(try rendering(inputs()).bytes == first.bytes, "\(size)")
      }
    }
  }

  /// What a renderer keeps from one report to the next changes none.
  @Test(arguments: ReportFormat.allCases) func rendererForgets(format: ReportFormat) throws {
    let library = try Rendering.library.get()
    let checker = try Checker(library)
    let style = ReportStyle(format)
    let used = ReportRenderer(style)
    for text in [try Sample.mixed(), #"{"baseType": "incubation"}"#, try Sample.invalid()] {
      let application = Application(vocabulary: library.vocabulary)
      application.read(SourceText(name: "a.json", bytes: text.utf8))
      let report = checker.check(application)
      func rendered(by renderer: ReportRenderer) -> Data {
        let part = ReportPart()
        renderer.append(report, to: part)
        var bytes = Data()
        ReportAssembler(style).append(part) { bytes.append(contentsOf: $0) }
        return bytes
      }
      let first = rendered(by: used)
      #expect(!first.isEmpty)
      #expect(rendered(by: used) == first)
      #expect(rendered(by: ReportRenderer(style)) == first)
    }
  }

  @Test(arguments: ReportFormat.allCases, [true, false])
  func nothingIsADocumentToo(format: ReportFormat, hasUnread: Bool) throws {
    let output = try Rendering(format)(hasUnread ? [.unread("a.json"), .unread("b.json")] : [])
    switch format {
    case .text, .ndjson: #expect(output.bytes.isEmpty)
    case .markdown, .github:
      #expect(output.bytes.isEmpty == !hasUnread)
      if hasUnread { try output.read(as: format) }
    case .json, .html, .csv, .junit, .sarif, .tap: try output.read(as: format)
    }
    let silent: Set<ReportFormat> = [.text, .json, .ndjson]
    #expect(output.text.contains("b.json") == (hasUnread && !silent.contains(format)))
  }

  @Test(arguments: ReportFormat.allCases) func englishHasNoWordsInChinese(format: ReportFormat)
    throws
  {
    let output = try Rendering(format, in: .en)(Sample.mixed())
    try output.read(as: format)
    for word in ["符合", "待定", "要求", "第八条", "缺少"] {
      #expect(!output.text.contains(word), "\(word)")
    }
  }

  /// What a library's user writes gives the same as the parts do.
  @Test(arguments: ReportFormat.allCases) func documentIsWhatThePartsAre(format: ReportFormat)
    throws
  {
    let library = try Rendering.library.get()
    let checker = try Checker(library)
    func report(_ text: String) -> Report {
      let application = Application(vocabulary: library.vocabulary)
      application.read(SourceText(name: "a.json", bytes: text.utf8))
      return checker.check(application)
    }
    let texts = [try Sample.mixed(), try Sample.invalid()]
    #expect(
      try Data(report(texts[0]).bytes(as: ReportStyle(format))) == Rendering(format)(texts[0]).bytes
    )
    var style = ReportStyle(format, in: .en)
    style.isList = true
    let document = ReportDocument(style)
    for text in texts { document.append(report(text)) }
    #expect(
      try Data(document.finish()) == Rendering(format, in: .en)(texts.map { .text($0) }).bytes)
  }
}
