import Rules

/// Prints reports to the output, diagnostics to standard error.
final class ReportPrinter: ReportCollector, @unchecked Sendable {
  private let output: CommandOutput
  private let style: ReportStyle
  private let separator: [UInt8]
  private let epilogue: [UInt8]
  private let prologue: [UInt8]
  private var status = ExitStatus.eligible
  private var hasPrinted = false

  init(_ output: CommandOutput, style: ReportStyle) {
    self.output = output
    self.style = style
    let renderer = style.makeRenderer()
    prologue = renderer.prologue
    separator = renderer.separator
    epilogue = renderer.epilogue
  }

  func begin() { prologue.withUnsafeBytes { output.write($0) } }

  func makeBatch() -> PrintedReports { PrintedReports(style) }

  func accept(_ batch: PrintedReports) {
    if !batch.diagnostics.isEmpty {
      batch.diagnostics.withBytes { StandardError.write($0) }
    }
    status.worsen(to: batch.status)
    guard batch.count > 0 else { return }
    batch.reports.withBytes { bytes in
      output.write(
        UnsafeRawBufferPointer(rebasing: bytes.dropFirst(hasPrinted ? 0 : separator.count)))
    }
    hasPrinted = true
  }

  func reject(_ error: InputError, _ name: String) {
    StandardError.write(error.line(about: name, in: style.language))
    status.worsen(to: .noInput)
  }

  /// Ends the output; the status that the program leaves with.
  func finish() -> ExitStatus {
    epilogue.withUnsafeBytes { output.write($0) }
    return output.finish(status, in: style.language)
  }
}

/// Reports and diagnostics as they will be printed, and the worst status.
struct PrintedReports: ReportBatch {
  let reports = ByteBuffer()
  let diagnostics = ByteBuffer()
  private(set) var status = ExitStatus.eligible
  private(set) var count = 0
  private let style: ReportStyle
  private var renderer: any ReportRenderer
  private let diagnosticPrinter: DiagnosticPrinter

  init(_ style: ReportStyle) {
    self.style = style
    renderer = style.makeRenderer()
    diagnosticPrinter = DiagnosticPrinter(language: style.language)
  }

  mutating func removeAll() {
    reports.removeAll()
    diagnostics.removeAll()
    status = .eligible
    count = 0
  }

  mutating func add(_ report: Report, source: String) {
    // Every report brings the separator before it; the printer drops the very first.
    renderer.separator.withUnsafeBufferPointer { reports.append($0) }
    renderer.append(report, source: source, to: reports)
    count += 1
    status.worsen(to: style.status(of: report))
    if !report.diagnostics.isEmpty {
      diagnosticPrinter.append(
        report.diagnostics, of: report.application, source: source, to: diagnostics)
    }
  }
}
