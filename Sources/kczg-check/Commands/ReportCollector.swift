import Rules

/// What a command keeps of reports, in order. Each thread fills one and hands it to the
/// `ReportCollector`, again and again.
protocol ReportBatch {
  /// What the reports have to say beside themselves.
  var messages: Messages { get }
  mutating func removeAll()
  /// Keeps what is wanted of a report, which is good only until the next one is made.
  mutating func add(_ report: Report)
}

/// Takes what the inputs give, in their order. For one thread at a time, but for `makeBatch`.
protocol ReportCollector: AnyObject, Sendable {
  associatedtype Batch: ReportBatch
  func makeBatch() -> Batch
  func accept(_ batch: Batch)
  /// An input that gave no report, or not all of its reports.
  func reject(_ error: InputError, _ name: String)
}
