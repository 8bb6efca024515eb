import Rules

/// How reports are to look.
struct ReportStyle: Sendable {
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

  /// A renderer of its own for each thread.
  func makeRenderer() -> any ReportRenderer {
    guard let form = content.forms.first(where: { $0.format == format }) else {
      preconditionFailure("the command offers a format that its reports do not have")
    }
    return form.make(self)
  }

  /// The status that a report asks for.
  func status(of report: Report) -> ExitStatus {
    if case .match = content { return ExitStatus(report.bestOutcome) }
    return ExitStatus(report.outcome)
  }

  /// How objects of JSON stand together.
  fileprivate var layout: JSONLayout {
    format == .ndjson ? .lines : isList ? .list : .single
  }
}

extension ReportStyle {
  /// What a report tells: what was checked, what the application could be for, or a row of a table
  /// of all.
  enum Content: Sendable {
    case check, match
    case summary(Vocabulary)

    /// The formats in which it can be printed: the parser, the help and the dispatch read these
    /// lists.
    var formats: [OutputFormat] { forms.map(\.format) }

    fileprivate var forms: [Form] {
      switch self {
      case .check: Self.checkForms
      case .match: Self.matchForms
      case .summary(let vocabulary):
        [(.markdown, { SummaryRenderer(language: $0.language, vocabulary: vocabulary) })]
      }
    }

    fileprivate typealias Form = (
      format: OutputFormat, make: @Sendable (ReportStyle) -> any ReportRenderer
    )

    private static let checkForms: [Form] = [
      (
        .text,
        { TextRenderer(language: $0.language, detail: $0.detail, usesColor: $0.usesColor) }
      ),
      (.markdown, { MarkdownRenderer(language: $0.language, detail: $0.detail) }),
      (.html, { HTMLRenderer(language: $0.language, detail: $0.detail) }),
      (.json, makeJSON), (.ndjson, makeJSON),
      (.csv, { CSVRenderer(language: $0.language) }),
      (.junit, { JUnitRenderer(language: $0.language, failOn: $0.failOn) }),
      (.sarif, { SARIFRenderer(language: $0.language, rules: $0.rules) }),
      (.github, { GitHubRenderer(language: $0.language) }),
      (.tap, { TAPRenderer(language: $0.language, failOn: $0.failOn) }),
    ]

    private static let matchForms: [Form] = [
      (.text, { MatchTextRenderer(language: $0.language, usesColor: $0.usesColor) }),
      (.json, { MatchJSONRenderer(language: $0.language, layout: $0.layout) }),
      (.ndjson, { MatchJSONRenderer(language: $0.language, layout: $0.layout) }),
    ]

    @Sendable private static func makeJSON(_ style: ReportStyle) -> any ReportRenderer {
      JSONRenderer(
        language: style.language, isBrief: style.detail == .brief, layout: style.layout)
    }
  }
}

/// From which verdict on the program does not leave with 0.
enum FailOn: String, CaseIterable {
  case fail, unknown

  /// What a status comes to.
  func status(_ status: ExitStatus) -> ExitStatus {
    self == .fail && status == .undetermined ? .eligible : status
  }
}
