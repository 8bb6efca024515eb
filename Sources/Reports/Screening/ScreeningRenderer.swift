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

  package func append(as format: ScreeningFormat, to bytes: ByteBuffer) {
    switch format {
    case .text:
      let writer = TextWriter(bytes, usesColor: usesColor)
      ScreeningText(screening, unit, vocabulary, language, to: writer).write()
    case .markdown: ScreeningMarkdown(screening, unit, vocabulary, language).append(to: bytes)
    case .html: ScreeningHTML(screening, unit, vocabulary, language).append(to: bytes)
    case .json: ScreeningJSON(screening, unit, language).append(to: bytes)
    case .csv: ScreeningCSV(screening, vocabulary, language).append(to: bytes)
    }
  }
}
