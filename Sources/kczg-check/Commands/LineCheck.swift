import Rules

/// Checks a file of lines on all processors; what is printed is in the order of the file.
final class LineCheck: @unchecked Sendable {
  private let source: LineSource
  private let name: String
  private let checker: Checker
  private let style: ReportStyle
  private let printer: ReportPrinter
  /// Guards `printedCount`, `applicationCount` and the printer.
  private let turn = Monitor()
  private var printedCount = 0
  private(set) var applicationCount = 0

  init(
    _ source: LineSource, name: String, checker: Checker, style: ReportStyle, printer: ReportPrinter
  ) {
    self.source = source
    self.name = name
    self.checker = checker
    self.style = style
    self.printer = printer
  }

  func run() {
    var worker = LineWorker(checker: checker, style: style, name: name)
    var threads: [Threads.Handle] = []
    var count = 0
    while let piece = source.next() {
      count += piece.bytes.count
      // For little work, no thread is worth its start.
      if threads.isEmpty, count >= LineSource.pieceSize / 2 {
        threads = (1..<Threads.processorCount).compactMap { _ in
          Threads.start { [self] in runWorker() }
        }
      }
      work(&worker, piece)
    }
    for thread in threads { thread.join() }
  }

  private func runWorker() {
    var worker = LineWorker(checker: checker, style: style, name: name)
    while let piece = source.next() { work(&worker, piece) }
  }

  private func work(_ worker: inout LineWorker, _ piece: LineSource.Piece) {
    worker.check(piece)
    turn.wait(
      until: { printedCount == piece.number },
      then: {
        printer.print(worker.batch)
        applicationCount += worker.batch.count
        printedCount += 1
      })
  }
}

/// Checks lines, one application after the other in the same memory.
struct LineWorker {
  private let checker: Checker
  private let name: String
  private let report: Report
  private var renderer: any ReportRenderer
  private let diagnosticPrinter: DiagnosticPrinter
  private(set) var batch = ReportBatch()

  init(checker: Checker, style: ReportStyle, name: String) {
    self.checker = checker
    self.name = name
    report = Report(application: Application(vocabulary: checker.library.vocabulary))
    renderer = style.makeRenderer()
    diagnosticPrinter = DiagnosticPrinter(language: style.language)
  }

  /// Checks the lines of a piece into `batch`.
  mutating func check(_ piece: LineSource.Piece) {
    batch.removeAll()
    piece.bytes.withUnsafeBytes { bytes in
      var line = piece.firstLine
      var start = 0
      while start < bytes.count {
        let end = bytes.firstLineFeed(from: start) ?? bytes.count
        let range = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        if !Self.isBlank(range) {
          report.application.read(range, name: name, line: line)
          checker.check(into: report)
          batch.add(report, source: name, renderer: &renderer, diagnosticPrinter: diagnosticPrinter)
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
