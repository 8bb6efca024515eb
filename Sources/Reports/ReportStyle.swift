public import RuleEngine

/// What reports are written as, and how.
public struct ReportStyle: Sendable {
  /// The language of the words.
  public let language: Language
  /// How much is shown; not of a match.
  public var detail = ReportDetail.normal
  /// From which verdict on a test fails, in formats that have tests.
  public var failOn = FailOn.unknown
  /// Whether text has colours, by escape sequences of terminals.
  public var usesColor = false
  /// Whether it is one document of any number of reports, not of exactly one: JSON is an array then,
  /// and HTML has a table of contents.
  public var isList = false

  let content: Content

  enum Content: Sendable {
    /// What was checked, clause by clause.
    case check(ReportFormat)
    /// What the application could be for.
    case match(MatchFormat)
    /// A table of all reports, of at most so many bytes.
    case summary(room: Int)
  }

  /// The style of reports that say what was checked.
  public init(_ format: ReportFormat, in language: Language = .zh) {
    self.init(.check(format), language)
  }

  /// The style of reports that compare with every rulebook and base type.
  public init(_ format: MatchFormat, in language: Language = .zh) {
    self.init(.match(format), language)
  }

  /// A table of all reports, for the summary of a step of a GitHub workflow.
  ///
  /// - Parameter room: how many bytes it may have.
  package static func summary(room: Int, in language: Language) -> ReportStyle {
    ReportStyle(.summary(room: room), language)
  }

  private init(_ content: Content, _ language: Language) {
    self.content = content
    self.language = language
  }

  /// What a report comes to: of a match, the best of its verdicts.
  package func outcome(of report: Report) -> Outcome {
    if case .match = content { report.bestOutcome } else { report.outcome }
  }

  /// How objects of JSON stand together.
  var layout: JSONLayout {
    switch content {
    case .check(.ndjson), .match(.ndjson): .lines
    default: isList ? .list : .single
    }
  }

  /// What stands between two reports.
  var separator: StaticString {
    switch content {
    case .check(.text), .check(.markdown), .match(.text): "\n"
    case .check(.json), .match(.json): layout.separator
    case .check(.sarif): ","
    default: ""
    }
  }
}
