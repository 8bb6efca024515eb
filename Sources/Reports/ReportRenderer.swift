package import RuleEngine

/// Renders reports, each by itself: the map, whose parts a `ReportAssembler` makes one output of.
///
/// For one thread at a time: it keeps what does not change from report to report.
package final class ReportRenderer {
  private let style: ReportStyle
  private let words: FixedWords

  package init(_ style: ReportStyle) {
    self.style = style
    words = FixedWords(style.language, isBrief: style.detail == .brief)
  }

  /// Renders a report at the end of a part. The report is no longer needed then.
  package func append(_ report: Report, to part: ReportPart) {
    let (bytes, language, detail) = (part.bytes, style.language, style.detail)
    begin(part)
    switch style.content {
    case .check(.text):
      let writer = TextWriter(bytes, usesColor: style.usesColor)
      TextReport(report, in: language, detail, to: writer).write()
    case .check(.markdown):
      MarkdownReport(report, in: language, detail, to: MarkdownWriter(bytes)).write()
    case .check(.html) where style.isList:
      HTMLBook(language).append(report, detail, to: bytes, &part.numbers)
      part.entries.append(HTMLBook.Entry(report, in: language))
    case .check(.html): HTMLForm(language).append(report, detail, to: bytes)
    case .check(.json), .check(.ndjson):
      style.layout.append(to: bytes) { ReportJSON(report, words).append(to: &$0) }
    case .check(.csv): CSVReport(language: language).append(report, to: bytes)
    case .check(.junit):
      JUnitReport(language: language, failOn: style.failOn).append(report, to: bytes)
    case .check(.sarif):
      SARIFReport(language: language).append(report, to: bytes, &part.rules)
    case .check(.github): GitHubReport(language: language).append(report, to: bytes)
    case .check(.tap):
      TAPReport(language: language, failOn: style.failOn).append(report, to: bytes, &part.numbers)
    case .match(.text):
      MatchText(language: language)
        .append(report, to: TextWriter(bytes, usesColor: style.usesColor))
    case .match(.json), .match(.ndjson):
      style.layout.append(to: bytes) { MatchJSON(language: language).append(report, to: &$0) }
    case .summary: SummaryTable(language).append(report, to: bytes)
    }
  }

  /// Writes of an input that gave no report.
  ///
  /// - Returns: whether the format has a place for such a thing.
  @discardableResult
  package func append(_ error: UnreadInput, to part: ReportPart) -> Bool {
    let (bytes, language) = (part.bytes, style.language)
    switch style.content {
    case .check(.markdown):
      begin(part)
      MarkdownReport.write(error, in: language, to: MarkdownWriter(bytes))
    case .check(.html):
      part.numbers.next(at: nil)
      part.entries.append(HTMLBook.Entry(error))
    case .check(.csv): CSVReport(language: language).append(error, to: bytes)
    case .check(.junit):
      JUnitReport(language: language, failOn: style.failOn).append(error, to: bytes)
    case .check(.sarif): part.rules.meet(error)
    case .check(.github): GitHubReport(language: language).append(error, to: bytes)
    case .check(.tap):
      TAPReport(language: language, failOn: style.failOn).append(error, to: bytes, &part.numbers)
    case .summary: SummaryTable(language).append(error, to: bytes)
    case .check(.text), .check(.json), .check(.ndjson), .match: return false
    }
    return true
  }

  /// Sets a report apart from the one before it.
  private func begin(_ part: ReportPart) {
    if case .check(.sarif) = style.content { return }  // It has commas between results.
    if !part.bytes.isEmpty { part.bytes.append(style.separator) }
  }
}
