/// Makes one output of the parts that `ReportRenderer`s made, in their order: the reduction.
package final class ReportAssembler {
  private let style: ReportStyle
  private let output = ByteBuffer()
  /// Whether something stands before which a separator is due.
  private var hasContent = false
  /// How many numbers the parts before took.
  private var numberCount = 0
  private var rules = SARIFRules()
  private var entries: [HTMLBook.Entry] = []
  private let forms = ByteBuffer()
  private var rows: RowLimit?

  package init(_ style: ReportStyle) {
    self.style = style
    if case .summary(let room) = style.content { rows = RowLimit(room, in: style.language) }
  }

  /// Takes bytes of the output, which are good until it returns.
  package typealias Write = (UnsafeRawBufferPointer) -> Void

  /// Writes what stands before all parts.
  package func begin(_ write: Write) {
    let language = style.language
    switch style.content {
    case .check(.json), .match(.json): output.append(style.layout.begin)
    case .check(.csv): CSVReport(language: language).begin(to: output)
    case .check(.junit): JUnitReport.begin(to: output)
    case .check(.sarif): SARIFReport(language: language).begin(to: output)
    case .check(.tap): TAPReport.begin(to: output)
    case .summary:
      SummaryTable(language).begin(to: output)
      output.withBytes { rows?.add($0, areRows: false) }
      output.removeAll()
    case .check, .match: break
    }
    flush(write)
  }

  /// Writes a part, as far as that does not have to wait for the end.
  package func append(_ part: ReportPart, _ write: Write) {
    if !part.bytes.isEmpty, hasContent { output.append(style.separator) }
    hasContent = hasContent || !part.bytes.isEmpty
    switch style.content {
    case .check(.html) where style.isList:
      part.numbers.fill(part.bytes, after: numberCount, to: forms)
      entries += part.entries
    case .check(.tap): part.numbers.fill(part.bytes, after: numberCount, to: output)
    case .summary: part.bytes.withBytes { rows?.add($0, areRows: true) }
    case .check(.sarif):
      rules.formUnion(part.rules)
      fallthrough
    case .check, .match:
      // Without a copy.
      flush(write)
      part.bytes.withBytes(write)
    }
    numberCount += part.numbers.count
    flush(write)
  }

  /// Writes what stands after all parts, and what had to wait for them.
  package func end(_ write: Write) {
    let language = style.language
    switch style.content {
    case .check(.json), .match(.json): output.append(style.layout.end)
    case .check(.html) where style.isList:
      HTMLBook(language).begin(entries, to: output)
      flush(write)
      forms.withBytes(write)
      HTMLBook(language).end(to: output)
    case .check(.junit): JUnitReport.end(to: output)
    case .check(.sarif): SARIFReport(language: language).end(rules, to: output)
    case .check(.tap): TAPReport.end(count: numberCount, to: output)
    case .summary:
      rows?.add("\n", areRows: false)
      rows?.end(to: output)
    case .check, .match: break
    }
    flush(write)
  }

  private func flush(_ write: Write) {
    if output.isEmpty { return }
    output.withBytes(write)
    output.removeAll()
  }
}
