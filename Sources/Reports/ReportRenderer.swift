package import RuleEngine

/// Turns reports into bytes: a function of the report and of nothing else. What only the whole output
/// can tell stands in its epilogue.
package protocol ReportRenderer {
  /// What stands before the first report, between two, and after the last.
  var prologue: [UInt8] { get }
  var separator: [UInt8] { get }
  var epilogue: [UInt8] { get }

  mutating func append(_ report: Report, source: String, to bytes: ByteBuffer)

  /// Writes of an input that gave no report. False where the format has no place for such a thing;
  /// standard error tells of it anyway.
  mutating func append(_ error: UnreadInput, about name: String, to bytes: ByteBuffer) -> Bool

  /// Whether zero bytes in what is written stand for something that only the whole output can tell.
  /// Text never has one.
  var hasPlaceholders: Bool { get }
  /// What goes in the place of a zero byte; they are numbered from 0 through the whole output.
  func filling(_ index: Int) -> [UInt8]
  /// The epilogue of an output that had so many.
  func epilogue(afterPlaceholders count: Int) -> [UInt8]
}

extension ReportRenderer {
  func append(_ error: UnreadInput, about name: String, to bytes: ByteBuffer) -> Bool { false }
  var hasPlaceholders: Bool { false }
  func filling(_ index: Int) -> [UInt8] { [] }
  func epilogue(afterPlaceholders count: Int) -> [UInt8] { epilogue }
}
