package import RuleEngine

/// A report as a page hands it on. Of the formats those that people take from a page: the others would
/// make the module that is in it larger.
package struct PageReport {
  /// What it is written as; the words are those of `ReportFormat`.
  package enum Format: String {
    case html
    case markdown
    case json
    /// A line, with a line feed.
    case ndjson
  }

  private let format: Format
  private let language: Language
  private let words: FixedWords

  package init(_ format: Format, in language: Language) {
    self.format = format
    self.language = language
    words = FixedWords(language, isBrief: false)
  }

  /// Writes a report, a document of its own.
  package func append(_ report: Report, to bytes: ByteBuffer) {
    switch format {
    case .html: HTMLForm(language).append(report, .normal, to: bytes)
    case .markdown:
      MarkdownReport(report, in: language, .normal, to: MarkdownWriter(bytes)).write()
    case .json: JSONLayout.single.append(to: bytes) { ReportJSON(report, words).append(to: &$0) }
    case .ndjson: JSONLayout.lines.append(to: bytes) { ReportJSON(report, words).append(to: &$0) }
    }
  }
}
