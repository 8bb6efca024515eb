import Rules

/// Turns reports into bytes: a function of the report and of nothing else.
protocol ReportRenderer {
  /// What stands before the first report, between two, and after the last.
  var prologue: [UInt8] { get }
  var separator: [UInt8] { get }
  var epilogue: [UInt8] { get }

  mutating func append(_ report: Report, source: String, to bytes: ByteBuffer)
}

/// How reports are to look.
struct ReportStyle: Sendable {
  /// What a report tells: what was checked, or what the application could be for.
  enum Content { case check, match }

  var content: Content
  var format: OutputFormat
  var language: Language
  var detail: Arguments.Detail
  var usesColor: Bool
  /// Whether JSON is a list of reports, not one.
  var isList: Bool

  /// The formats that a report can be printed in.
  static let formats: [OutputFormat] = [.text, .json, .ndjson, .html]

  /// A renderer of its own for each thread.
  func makeRenderer() -> any ReportRenderer {
    let layout = format == .ndjson ? JSONLayout.lines : isList ? .list : .single
    switch (content, format) {
    case (.check, .text):
      return TextRenderer(language: language, detail: detail, usesColor: usesColor)
    case (.check, .html): return HTMLRenderer(language: language, detail: detail)
    case (.check, _):
      return JSONRenderer(language: language, isBrief: detail == .brief, layout: layout)
    case (.match, .text): return MatchTextRenderer(language: language, usesColor: usesColor)
    case (.match, _): return MatchJSONRenderer(language: language, layout: layout)
    }
  }

  /// The status that a report asks for.
  func status(of report: Report) -> ExitStatus {
    ExitStatus(content == .check ? report.outcome : report.bestOutcome)
  }
}
