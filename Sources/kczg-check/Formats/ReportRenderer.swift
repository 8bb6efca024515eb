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
  var format: OutputFormat
  var language: Language
  var detail: Arguments.Detail
  var usesColor: Bool
  /// Whether JSON is a list of reports, not one.
  var isList: Bool

  /// A renderer of its own for each thread.
  func makeRenderer() -> any ReportRenderer {
    switch format {
    case .text: TextRenderer(language: language, detail: detail, usesColor: usesColor)
    case .json:
      JSONRenderer(language: language, isBrief: detail == .brief, layout: isList ? .list : .single)
    case .ndjson: JSONRenderer(language: language, isBrief: detail == .brief, layout: .lines)
    }
  }
}
