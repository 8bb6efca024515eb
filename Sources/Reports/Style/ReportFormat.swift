/// What a report can be written as.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Columns for a terminal, 80 wide.
  case text
  /// GitHub Flavored Markdown.
  case markdown
  /// A self-check form, for browsers and for printing.
  case html
  /// JSON, indented; of several reports, an array.
  case json
  /// JSON, a report a line.
  case ndjson
  /// A table for spreadsheets, a row a criterion.
  case csv
  /// JUnit XML, a test case a criterion.
  case junit
  /// A SARIF 2.1.0 log.
  case sarif
  /// Workflow commands of GitHub Actions, which become annotations.
  case github
  /// The Test Anything Protocol, version 14.
  case tap
}

/// What a report of a match can be written as: a comparison with every rulebook and base type.
public enum MatchFormat: String, CaseIterable, Sendable {
  /// A table for a terminal.
  case text
  /// JSON, indented; of several reports, an array.
  case json
  /// JSON, a report a line.
  case ndjson
}

/// What a screening can be written as.
public enum ScreeningFormat: String, CaseIterable, Sendable {
  /// Columns for a terminal, 80 wide.
  case text
  /// GitHub Flavored Markdown.
  case markdown
  /// A document for browsers and for printing.
  case html
  /// JSON, indented.
  case json
  /// A table for spreadsheets, a row a candidate.
  case csv
}

/// What rulebooks and explanations of clauses can be written as.
public enum ListingFormat: String, CaseIterable, Sendable {
  /// Columns for a terminal, 80 wide.
  case text
  /// JSON, indented.
  case json
}
