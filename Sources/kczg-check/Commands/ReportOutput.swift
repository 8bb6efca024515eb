import Rules

/// Collects what is to be printed, in order: reports, diagnostics, and the worst status.
///
/// One is filled by each thread and then handed to the `ReportPrinter`.
struct ReportBatch {
  let reports = ByteBuffer()
  let diagnostics = ByteBuffer()
  private(set) var status = ExitStatus.eligible
  private(set) var count = 0

  mutating func removeAll() {
    reports.removeAll()
    diagnostics.removeAll()
    status = .eligible
    count = 0
  }

  mutating func add(
    _ report: Report, source: String, renderer: inout any ReportRenderer,
    diagnosticPrinter: DiagnosticPrinter
  ) {
    // Every report brings the separator before it; the printer drops the very first.
    renderer.separator.withUnsafeBufferPointer { reports.append($0) }
    renderer.append(report, source: source, to: reports)
    count += 1
    status.worsen(to: ExitStatus(report.outcome))
    if !report.diagnostics.isEmpty {
      diagnosticPrinter.append(
        report.diagnostics, of: report.application, source: source, to: diagnostics)
    }
  }
}

/// Prints batches: reports to the output, diagnostics to standard error. For one thread at a time.
final class ReportPrinter: @unchecked Sendable {
  private let output: OutputFile
  private let prologue: [UInt8]
  private let separator: [UInt8]
  private let epilogue: [UInt8]
  private(set) var status = ExitStatus.eligible
  private(set) var failure: SystemError?
  private var hasPrinted = false

  /// - Parameter failure: why nothing can be written, if that is known already.
  init(_ output: OutputFile, renderer: any ReportRenderer, failure: SystemError?) {
    self.output = output
    self.failure = failure
    prologue = renderer.prologue
    separator = renderer.separator
    epilogue = renderer.epilogue
  }

  func begin() { prologue.withUnsafeBytes { write($0) } }

  func print(_ batch: ReportBatch) {
    if !batch.diagnostics.isEmpty { StandardError.write(batch.diagnostics.bytes) }
    status.worsen(to: batch.status)
    guard batch.count > 0 else { return }
    write(
      UnsafeRawBufferPointer(
        rebasing: batch.reports.bytes.dropFirst(hasPrinted ? 0 : separator.count)))
    hasPrinted = true
  }

  /// An input that gave no report.
  func report(_ error: InputError, of name: String, in language: Language) {
    StandardError.write(
      "\(SafeText.of(name)): error: \(error.text(in: language)) [\(error.code)]\n")
    status.worsen(to: .noInput)
  }

  /// Ends the output; the status that the program leaves with.
  func finish(in language: Language, name: String) -> ExitStatus {
    epilogue.withUnsafeBytes { write($0) }
    if failure == nil {
      do throws(SystemError) { try output.finish() } catch { failure = error }
    } else {
      output.discard()
    }
    guard let failure else { return status }
    StandardError.write(OutputFile.complaint(name, failure, language))
    status.worsen(to: .cannotWrite)
    return status
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil, !bytes.isEmpty else { return }
    do throws(SystemError) { try output.write(bytes) } catch { failure = error }
  }
}

extension OutputFile {
  /// That something cannot be written, and why.
  static func complaint(_ name: String, _ error: SystemError, _ language: Language) -> String {
    let text =
      language == .zh ? "不能写出：\(error.text(in: .zh))" : "cannot be written: \(error.text(in: .en))"
    return "\(SafeText.of(name)): error: \(text) [cannot-write]\n"
  }
}
