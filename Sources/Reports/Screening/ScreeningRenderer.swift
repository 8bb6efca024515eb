package import RuleEngine

/// A screening, and how it is to look.
package struct ScreeningRenderer {
  let screening: Screening
  let unit: RecommendingUnit?
  /// What the folders that were given hold besides.
  let passedOver: [PassedOver]
  let vocabulary: Vocabulary
  let language: Language
  let usesColor: Bool

  package init(
    screening: Screening, unit: RecommendingUnit?, passedOver: [PassedOver],
    vocabulary: Vocabulary, language: Language, usesColor: Bool
  ) {
    self.screening = screening
    self.unit = unit
    self.passedOver = passedOver
    self.vocabulary = vocabulary
    self.language = language
    self.usesColor = usesColor
  }

  package func appendHTML(to bytes: ByteBuffer) {
    ScreeningHTML(ScreeningContent(self, .html), to: HTMLWriter(bytes)).write()
  }

  package func appendJSON(to bytes: ByteBuffer) {
    ScreeningJSON(ScreeningContent(self, .json)).append(to: bytes)
  }

  package func appendCSV(to bytes: ByteBuffer) {
    ScreeningCSV(ScreeningContent(self, .csv)).append(to: bytes)
  }

  package func append(as format: ScreeningFormat, to bytes: ByteBuffer) {
    let content = { ScreeningContent(self, format) }
    switch format {
    case .text: ScreeningText(content(), to: TextWriter(bytes, usesColor: usesColor)).write()
    case .markdown: ScreeningMarkdown(content(), to: MarkdownWriter(bytes)).write()
    case .html: appendHTML(to: bytes)
    case .json: appendJSON(to: bytes)
    case .csv: appendCSV(to: bytes)
    }
  }
}

/// What every format shows of a screening.
struct ScreeningContent {
  let screening: Screening
  let unit: RecommendingUnit?
  let passedOver: [PassedOver]
  let language: Language
  let words: ScreeningPhrases
  let counts: ScreeningCounts
  let sums: [ScreeningSum]
  let groups: [ScreeningGroup]
  let sources: ScreeningSources

  fileprivate init(_ renderer: ScreeningRenderer, _ format: ScreeningFormat) {
    screening = renderer.screening
    unit = renderer.unit
    passedOver = renderer.passedOver
    language = renderer.language
    words = ScreeningPhrases(screening, language: language, vocabulary: renderer.vocabulary)
    counts = ScreeningCounts(screening)
    sums = ScreeningSum.sums(of: screening, renderer.vocabulary)
    groups = ScreeningGroup.groups(of: screening)
    // In HTML the unit's rules have a form of their own, with its readings.
    sources = ScreeningSources(screening, includesUnit: format != .html, language)
  }

  /// What was not read, not checked, or checked by several versions.
  var notes: [String] { words.notes(on: screening, passedOver) }

  var isRanked: Bool { screening.candidates.contains { $0.rank != nil } }

  /// The clauses that stop a candidate.
  var stopping: [Screening.ClauseTally] {
    screening.clauses.filter { $0.counts.fail + $0.counts.unknown > 0 }
  }

  /// The unit's name and what was found of it; nil where none was given.
  var unitLine: String? {
    guard let unit else { return nil }
    let name = unit.name ?? (unit.isReadable ? words.notGiven : unit.source)
    let said =
      unit.isReadable ? screening.recommenderOutcome.map { words.mark($0) } : words.mark(nil)
    return [name, said].compactMap { $0 }.joined(separator: " · ")
  }

  /// How many the unit may recommend and how many there are, of a pool.
  var quotas: [String] {
    unit?.isPool == true ? screening.quotas.map { words.quota($0) } : []
  }
}
