import Reports
import Rules

/// What reports have to say beside themselves: diagnostics, and the worst of their statuses. Each
/// thread fills its own again and again.
struct Messages {
  let diagnostics = ByteBuffer()
  private(set) var status = ExitStatus.eligible
  private(set) var count = 0
  private let printer: DiagnosticPrinter

  init(_ language: Language) { printer = DiagnosticPrinter(language: language) }

  mutating func removeAll() {
    diagnostics.removeAll()
    status = .eligible
    count = 0
  }

  /// Takes what there is to say of a report.
  ///
  /// - Parameter outcome: what it comes to.
  mutating func add(_ report: Report, _ outcome: Outcome) {
    count += 1
    status.worsen(to: ExitStatus(outcome))
    if report.diagnostics.isEmpty { return }
    printer.append(report.diagnostics, of: report.application, to: diagnostics)
  }
}

/// Where messages come together, in the order of the inputs: the diagnostics go to standard error.
final class MessageLog {
  private let language: Language
  private let progress: Progress
  private(set) var status = ExitStatus.eligible
  private var count = 0

  /// - Parameter showsProgress: false where reports go to the same terminal.
  init(_ language: Language, showsProgress: Bool) {
    self.language = language
    progress = Progress(language: language, isWanted: showsProgress)
  }

  func add(_ messages: Messages) {
    progress.interrupt(with: messages.diagnostics)
    status.worsen(to: messages.status)
    count += messages.count
  }

  /// Shows how far things are, once what was found is written.
  func showProgress() { progress.show(count) }

  /// An input that gave no report, or not all of its reports.
  func add(_ error: InputError, about name: String) {
    progress.interrupt(with: error.line(about: name, in: language))
    status.worsen(to: .noInput)
  }

  /// Clears the line that shows how far things are.
  func finish() { progress.clear() }
}
