import Rules

/// Turns reports into bytes: a function of the report and of nothing else.
protocol ReportRenderer {
  /// What stands before the first report, between two, and after the last.
  var prologue: [UInt8] { get }
  var separator: [UInt8] { get }
  var epilogue: [UInt8] { get }

  mutating func append(_ report: Report, source: String, to bytes: ByteBuffer)

  /// Writes of an input that gave no report. False where the format has no place for such a thing;
  /// standard error tells of it anyway.
  mutating func append(_ error: InputError, about name: String, to bytes: ByteBuffer) -> Bool

  /// Whether zero bytes in what is written stand for something that only the whole output can tell.
  /// Text never has one.
  var hasPlaceholders: Bool { get }
  /// What goes in the place of a zero byte; they are numbered from 0 through the whole output.
  func filling(_ index: Int) -> [UInt8]
  /// The epilogue of an output that had so many.
  func epilogue(afterPlaceholders count: Int) -> [UInt8]
}

extension ReportRenderer {
  func append(_ error: InputError, about name: String, to bytes: ByteBuffer) -> Bool { false }
  var hasPlaceholders: Bool { false }
  func filling(_ index: Int) -> [UInt8] { [] }
  func epilogue(afterPlaceholders count: Int) -> [UInt8] { epilogue }
}

/// From which verdict on the program does not leave with 0.
enum FailOn: String, CaseIterable { case fail, unknown }

/// How reports are to look.
struct ReportStyle: Sendable {
  /// What a report tells: what was checked, what the application could be for, or a line of a table
  /// of all.
  enum Content: Sendable {
    case check, match
    case summary(Vocabulary)
  }

  var content: Content
  var format: OutputFormat
  var language: Language
  var detail: Arguments.Detail
  var usesColor: Bool
  /// Whether JSON is a list of reports, not one.
  var isList: Bool
  var failOn = FailOn.unknown
  /// The rules that a SARIF log describes: what the renderers of all threads have met.
  let rules = SARIFRules()

  /// The formats that a report can be printed in, each with what makes its renderers: the parser,
  /// the help and the dispatch read this list.
  private static let renderers: [OutputRenderer] = [
    (.text, { TextRenderer(language: $0.language, detail: $0.detail, usesColor: $0.usesColor) }),
    (.markdown, { MarkdownRenderer(language: $0.language, detail: $0.detail) }),
    (.html, { HTMLRenderer(language: $0.language, detail: $0.detail) }),
    (
      .json,
      {
        JSONRenderer(
          language: $0.language, isBrief: $0.detail == .brief,
          layout: $0.isList ? .list : .single)
      }
    ),
    (
      .ndjson,
      { JSONRenderer(language: $0.language, isBrief: $0.detail == .brief, layout: .lines) }
    ),
    (.csv, { CSVRenderer(language: $0.language) }),
    (.junit, { JUnitRenderer(language: $0.language, failOn: $0.failOn) }),
    (.sarif, { SARIFRenderer(language: $0.language, rules: $0.rules) }),
    (.github, { GitHubRenderer(language: $0.language) }),
    (.tap, { TAPRenderer(language: $0.language, failOn: $0.failOn) }),
  ]
  private typealias OutputRenderer = (
    format: OutputFormat, make: @Sendable (ReportStyle) -> any ReportRenderer
  )
  static var formats: [OutputFormat] { renderers.map(\.format) }

  /// The formats in which a match can be printed.
  static let matchFormats: [OutputFormat] = [.text, .json, .ndjson]

  /// A renderer of its own for each thread.
  func makeRenderer() -> any ReportRenderer {
    switch content {
    case .summary(let vocabulary):
      return SummaryRenderer(language: language, vocabulary: vocabulary)
    case .match:
      let layout = format == .ndjson ? JSONLayout.lines : isList ? .list : .single
      return format == .text
        ? MatchTextRenderer(language: language, usesColor: usesColor)
        : MatchJSONRenderer(language: language, layout: layout)
    case .check:
      guard let make = Self.renderers.first(where: { $0.format == format })?.make else {
        preconditionFailure("the command offers a format that reports do not have")
      }
      return make(self)
    }
  }

  /// The status that a report asks for.
  func status(of report: Report) -> ExitStatus {
    if case .match = content { return ExitStatus(report.bestOutcome) }
    if failOn == .fail, report.outcome == .undetermined { return .eligible }
    return ExitStatus(report.outcome)
  }
}
