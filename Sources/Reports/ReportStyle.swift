package import RuleEngine

/// How reports are to look.
package struct ReportStyle: Sendable {
  package let content: Content
  package let format: OutputFormat
  package let language: Language
  package let detail: ReportDetail
  let usesColor: Bool
  /// Whether JSON is a list of reports, not one.
  package let isList: Bool
  let failOn: FailOn
  /// The rules that a SARIF log describes: what the renderers of all threads have met.
  let rules = SARIFRules()

  package init(
    content: Content, format: OutputFormat, language: Language, detail: ReportDetail,
    usesColor: Bool, isList: Bool, failOn: FailOn = .unknown
  ) {
    self.content = content
    self.format = format
    self.language = language
    self.detail = detail
    self.usesColor = usesColor
    self.isList = isList
    self.failOn = failOn
  }

  /// A renderer of its own for each thread.
  package func makeRenderer() -> any ReportRenderer {
    guard let form = content.forms.first(where: { $0.format == format }) else {
      preconditionFailure("the command offers a format that its reports do not have")
    }
    return form.make(self)
  }

  /// What a report comes to: of a match, the best of its verdicts.
  package func outcome(of report: Report) -> Outcome {
    if case .match = content { report.bestOutcome } else { report.outcome }
  }

  /// How objects of JSON stand together.
  fileprivate var layout: JSONLayout {
    format == .ndjson ? .lines : isList ? .list : .single
  }
}

extension ReportStyle {
  /// What a report tells: what was checked, what the application could be for, or a row of a table
  /// of all.
  package enum Content: Sendable {
    case check, match
    case summary(Vocabulary)

    /// The formats in which it can be printed: the parser, the help and the dispatch read these
    /// lists.
    package var formats: [OutputFormat] { forms.map { $0.format } }

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

/// How much of a report is shown.
package enum ReportDetail: Sendable {
  case brief, normal, verbose
}

/// From which verdict on a result counts as a failure.
package enum FailOn: String, CaseIterable, Sendable {
  case fail, unknown
}
