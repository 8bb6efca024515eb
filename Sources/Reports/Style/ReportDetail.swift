/// How much of a report is shown.
public enum ReportDetail: Sendable {
  /// Clauses without their criteria.
  case brief
  /// Of criteria, those that are not met.
  case normal
  /// Every criterion, with what proves it.
  case verbose
}

/// From which verdict on a criterion counts as a failed test.
public enum FailOn: String, CaseIterable, Sendable {
  /// What is not met; what is open is skipped.
  case fail
  /// What is not met, and what is open.
  case unknown
}
