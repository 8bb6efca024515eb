import Reports
import Rules

/// Prints reports to the output, diagnostics to standard error.
final class ReportPrinter: ReportCollector, @unchecked Sendable {
  private let style: ReportStyle
  private let language: Language
  /// The output, and what else is written of the same reports.
  private let streams: [ReportStream]
  private let log: MessageLog

  /// - Parameter summary: where a table of all reports goes, if there is to be one.
  init(_ output: CommandOutput, style: ReportStyle, summary: ReportStream?) {
    self.style = style
    language = style.language
    log = MessageLog(language, showsProgress: output.isFile)
    streams = [ReportStream(output, style: style)] + [summary].compactMap { $0 }
  }

  /// Prints a report of each input; the status that the program leaves with.
  ///
  /// - Parameter examine: finds what there is to say of the application that a report has read.
  func print(
    _ arguments: Arguments, _ vocabulary: Vocabulary,
    examine: @escaping @Sendable (Report, ApplicationFolder) -> Void
  ) -> ExitStatus {
    for stream in streams { stream.begin() }
    InputWalk(arguments, vocabulary, self, examine: examine).run()
    log.finish()
    return arguments.failOn.status(streams.reduce(log.status) { $1.finish($0) })
  }

  func makeBatch() -> PrintedReports { PrintedReports(style, streams.map(\.style)) }

  func accept(_ batch: PrintedReports) {
    log.add(batch.messages)
    for (stream, part) in zip(streams, batch.parts) {
      stream.write(part, hasReports: batch.hasReports)
    }
    log.showProgress()
  }

  func passOver(_ passedOver: PassedOver) { log.add(passedOver) }

  func reject(_ error: InputError, _ name: String) {
    log.add(error, about: name)
    let unread = UnreadInput(name: name, code: error.code, text: error.text[language])
    for stream in streams { stream.write(unread) }
  }
}

/// Reports being written to one output in one style, in order.
final class ReportStream {
  let style: ReportStyle
  private let output: CommandOutput
  private let assembler: ReportAssembler
  /// Whether anything was reported.
  private var hasReports = false

  init(_ output: CommandOutput, style: ReportStyle) {
    self.output = output
    self.style = style
    assembler = ReportAssembler(style)
  }

  func begin() { assembler.begin { output.write($0) } }

  /// - Parameter hasReports: whether there is anything in the part.
  func write(_ part: ReportPart, hasReports: Bool = true) {
    if hasReports { self.hasReports = true }
    assembler.append(part) { output.write($0) }
  }

  /// Writes of an input that gave no report, if the format has a place for that.
  func write(_ error: UnreadInput) {
    let part = ReportPart()
    if ReportRenderer(style).append(error, to: part) { write(part) }
  }

  func finish(_ status: ExitStatus) -> ExitStatus {
    if !hasReports { output.abandon() }
    assembler.end { output.write($0) }
    return output.finish(status, in: style.language)
  }
}

/// Parts of what the printer's streams write.
struct PrintedReports: ReportBatch {
  let parts: [ReportPart]
  private(set) var messages: Messages
  private(set) var hasReports = false
  private let style: ReportStyle
  private let renderers: [ReportRenderer]

  /// - Parameters:
  ///   - style: whose outcomes count.
  ///   - styles: those of the streams.
  init(_ style: ReportStyle, _ styles: [ReportStyle]) {
    self.style = style
    renderers = styles.map { ReportRenderer($0) }
    parts = styles.map { _ in ReportPart() }
    messages = Messages(style.language)
  }

  mutating func removeAll() {
    for part in parts { part.removeAll() }
    messages.removeAll()
    hasReports = false
  }

  mutating func add(_ report: Report) {
    hasReports = true
    for (renderer, part) in zip(renderers, parts) { renderer.append(report, to: part) }
    messages.add(report, style.outcome(of: report))
  }
}
