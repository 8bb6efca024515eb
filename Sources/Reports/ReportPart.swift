/// What was made of some reports, one after the other: bytes, and what only the whole output can
/// make of them. In memory that is used again; for one thread at a time.
package final class ReportPart {
  let bytes = ByteBuffer()
  /// Of test points, and of forms.
  var numbers = RunningNumbers()
  /// For a table of contents.
  var entries: [HTMLBook.Entry] = []
  /// What results speak of.
  var rules = SARIFRules()

  package init() {}

  package func removeAll() {
    bytes.removeAll()
    numbers.removeAll()
    entries.removeAll(keepingCapacity: true)
    rules.removeAll()
  }
}
