import Rules

/// Reports on applications, one after the other in the same memory. Each thread has its own.
struct ReportMaker<Batch: ReportBatch> {
  private let report: Report
  private let examine: @Sendable (Report, ApplicationFolder) -> Void
  /// The reports on what was read last.
  private(set) var batch: Batch

  init(
    _ vocabulary: Vocabulary, _ batch: Batch,
    examine: @escaping @Sendable (Report, ApplicationFolder) -> Void
  ) {
    report = Report(application: Application(vocabulary: vocabulary))
    self.examine = examine
    self.batch = batch
  }

  /// Reports on one application.
  mutating func report(on text: SourceText, in folder: ApplicationFolder) {
    batch.removeAll()
    report.application.read(text)
    examine(report, folder)
    batch.add(report)
  }

  /// Reports on the lines of a piece.
  mutating func report(on piece: LineSource.Piece, name: String, in folder: ApplicationFolder) {
    batch.removeAll()
    piece.bytes.withUnsafeBytes { bytes in
      var line = piece.firstLine
      var start = 0
      while start < bytes.count {
        let end = bytes.firstLineFeed(from: start) ?? bytes.count
        let range = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        if !Self.isBlank(range) {
          report.application.read(range, name: name, line: line)
          examine(report, folder)
          batch.add(report)
        }
        start = end + 1
        line += 1
      }
    }
  }

  /// Whether a line has nothing but white space, or a byte-order mark.
  private static func isBlank(_ line: UnsafeRawBufferPointer) -> Bool {
    for byte in line {
      switch byte {
      case 0x20, 0x09, 0x0D: continue
      case 0xEF where line.starts(with: [0xEF, 0xBB, 0xBF]):
        return isBlank(UnsafeRawBufferPointer(rebasing: line[3...]))
      default: return false
      }
    }
    return true
  }
}
