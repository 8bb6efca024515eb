import Reports
import Rules

/// Prints reports to the output, diagnostics to standard error.
final class ReportPrinter: ReportCollector, @unchecked Sendable {
  private let style: ReportStyle
  /// The output, and what else is written of the same reports.
  private let streams: [ReportStream]
  private let progress: Progress
  private var count = 0
  private var status = ExitStatus.eligible

  /// - Parameter summary: where a table of all reports goes, if there is to be one.
  init(_ output: CommandOutput, style: ReportStyle, summary: ReportStream? = nil) {
    self.style = style
    progress = Progress(language: style.language, isWanted: output.isFile)
    streams = [ReportStream(output, style: style)] + [summary].compactMap { $0 }
  }

  func begin() { for stream in streams { stream.begin() } }

  func makeBatch() -> PrintedReports {
    PrintedReports(style, renderers: streams.map { $0.style.makeRenderer() })
  }

  func accept(_ batch: PrintedReports) {
    progress.interrupt(with: batch.diagnostics)
    status.worsen(to: batch.status)
    guard batch.count > 0 else { return }
    for (stream, reports) in zip(streams, batch.reports) { stream.write(reports) }
    count += batch.count
    progress.show(count)
  }

  func reject(_ error: InputError, _ name: String) {
    progress.interrupt(with: error.line(about: name, in: style.language))
    status.worsen(to: .noInput)
    let unread = UnreadInput(code: error.code, text: error.text(in: style.language))
    for stream in streams { stream.write(unread, about: name) }
  }

  /// Ends the output; the status that the program leaves with.
  func finish() -> ExitStatus {
    progress.clear()
    return streams.reduce(status) { $1.finish($0) }
  }
}

/// Reports being written to one output in one style, in order.
final class ReportStream {
  let style: ReportStyle
  private let output: CommandOutput
  private var renderer: any ReportRenderer
  private var hasPrinted = false
  private var placeholderCount = 0

  init(_ output: CommandOutput, style: ReportStyle) {
    self.output = output
    self.style = style
    renderer = style.makeRenderer()
  }

  func begin() { renderer.prologue.withUnsafeBytes { output.writeHead($0) } }

  /// Writes reports, each with the separator before it.
  func write(_ reports: ByteBuffer) {
    reports.withBytes { bytes in
      let first = hasPrinted ? 0 : renderer.separator.count
      fill(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(first)))
    }
    hasPrinted = true
  }

  /// Writes of an input that gave no report, if the format has a place for that.
  func write(_ error: UnreadInput, about name: String) {
    let bytes = ByteBuffer()
    renderer.separator.withUnsafeBufferPointer { bytes.append($0) }
    if renderer.append(error, about: name, to: bytes) { write(bytes) }
  }

  /// Writes with what goes in the places of zero bytes.
  private func fill(_ bytes: UnsafeRawBufferPointer) {
    guard renderer.hasPlaceholders else { return output.write(bytes) }
    var start = 0
    while let place = bytes[start...].firstIndex(of: 0) {
      output.write(UnsafeRawBufferPointer(rebasing: bytes[start..<place]))
      renderer.filling(placeholderCount).withUnsafeBytes { output.write($0) }
      placeholderCount += 1
      start = place + 1
    }
    output.write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  func finish(_ status: ExitStatus) -> ExitStatus {
    renderer.epilogue(afterPlaceholders: placeholderCount).withUnsafeBytes { output.write($0) }
    return output.finish(status, in: style.language)
  }
}

/// Reports and diagnostics as they will be printed, and the worst status.
struct PrintedReports: ReportBatch {
  /// What each of the printer's streams gets.
  let reports: [ByteBuffer]
  let diagnostics = ByteBuffer()
  private(set) var status = ExitStatus.eligible
  private(set) var count = 0
  private let style: ReportStyle
  private var renderers: [any ReportRenderer]
  private let diagnosticPrinter: DiagnosticPrinter

  init(_ style: ReportStyle, renderers: [any ReportRenderer]) {
    self.style = style
    self.renderers = renderers
    reports = renderers.map { _ in ByteBuffer() }
    diagnosticPrinter = DiagnosticPrinter(language: style.language)
  }

  mutating func removeAll() {
    for bytes in reports { bytes.removeAll() }
    diagnostics.removeAll()
    status = .eligible
    count = 0
  }

  mutating func add(_ report: Report, source: String) {
    for index in renderers.indices {
      // Every report brings the separator before it; the printer drops the very first.
      renderers[index].separator.withUnsafeBufferPointer { reports[index].append($0) }
      renderers[index].append(report, source: source, to: reports[index])
    }
    count += 1
    status.worsen(to: ExitStatus(style.outcome(of: report)))
    if !report.diagnostics.isEmpty {
      diagnosticPrinter.append(
        report.diagnostics, of: report.application, source: source, to: diagnostics)
    }
  }
}
