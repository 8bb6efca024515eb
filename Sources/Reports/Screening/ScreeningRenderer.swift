package import RuleEngine

/// A screening, and how it is to look.
package struct ScreeningRenderer {
  let screening: Screening
  let unit: RecommendingUnit?
  let vocabulary: Vocabulary
  let language: Language
  let usesColor: Bool

  package init(
    screening: Screening, unit: RecommendingUnit?, vocabulary: Vocabulary, language: Language,
    usesColor: Bool
  ) {
    self.screening = screening
    self.unit = unit
    self.vocabulary = vocabulary
    self.language = language
    self.usesColor = usesColor
  }

  /// The formats that a screening can be printed in: the parser, the help and the dispatch read this
  /// list.
  private static let forms: [(format: OutputFormat, append: Append)] = [
    (
      .text,
      {
        var page = ScreeningText(
          $0.screening, $0.unit, $0.vocabulary, $0.language, usesColor: $0.usesColor)
        page.write()
        page.lines.append(to: $1)
      }
    ),
    (
      .markdown,
      { ScreeningMarkdown($0.screening, $0.unit, $0.vocabulary, $0.language).append(to: $1) }
    ),
    (
      .html,
      { ScreeningHTML($0.screening, $0.unit, $0.vocabulary, $0.language).append(to: $1) }
    ),
    (.json, { ScreeningJSON($0.screening, $0.unit, $0.language).append(to: $1) }),
    (.csv, { ScreeningCSV($0.screening, $0.vocabulary, $0.language).append(to: $1) }),
  ]
  private typealias Append = @Sendable (ScreeningRenderer, ByteBuffer) -> Void
  package static var formats: [OutputFormat] { forms.map { $0.format } }

  package func append(in format: OutputFormat, to bytes: ByteBuffer) {
    guard let form = Self.forms.first(where: { $0.format == format }) else {
      preconditionFailure("the command offers a format that screenings do not have")
    }
    form.append(self, bytes)
  }
}
