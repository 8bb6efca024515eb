import Reports
import Rules

/// `kczg-check screen`: checks many applications and shows them together.
struct ScreenCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() throws(UsageError) -> ExitStatus {
    let checker = try arguments.makeChecker(library)
    let language = arguments.language
    if arguments.isPool, arguments.recommender == nil { throw .poolOfNobody }
    if arguments.recommender != nil, !Recommender.isKnown(to: library) {
      throw .noRecommenderRules
    }
    let output = CommandOutput(path: arguments.output)
    let collector = CandidateCollector(language: language)
    let recommender = readRecommender(collector)
    InputWalk(arguments, library.vocabulary, collector) { report, folder in
      checker.check(into: report, in: folder)
    }.run()
    let screening = Screening(collector.candidates, recommender: recommender, checker: checker)
    var status = collector.finish()
    if let recommender { report(screening.diagnostics, of: recommender) }
    if screening.isRecommenderInvalid { status.worsen(to: .dataError) }
    for report in screening.recommenderReports { status.worsen(to: ExitStatus(report.outcome)) }
    render(screening, collector.passedOver, output, recommender).withBytes { output.write($0) }
    return arguments.failOn.status(output.finish(status, in: language))
  }

  /// The recommending unit's document; nil after the reason why it cannot be read has been said.
  private func readRecommender(_ collector: CandidateCollector) -> Recommender? {
    guard let path = arguments.recommender else { return nil }
    let file =
      path.name == "-"
      ? InputFile(name: "<stdin>", path: nil, hasLines: false)
      : InputFile(name: path.name, path: path, hasLines: false)
    file.prompt(in: arguments.language)
    do throws(InputError) {
      let text = try file.readAll()
      return Recommender(
        text, library: library, isPool: arguments.isPool, isStrict: arguments.isStrict)
    } catch {
      collector.log.add(error, about: file.name)
      return nil
    }
  }

  private func report(_ diagnostics: [Diagnostic], of recommender: Recommender) {
    guard !diagnostics.isEmpty else { return }
    let bytes = ByteBuffer()
    DiagnosticPrinter(language: arguments.language).append(
      diagnostics, of: recommender.application, to: bytes)
    bytes.withBytes { StandardError.write($0) }
  }

  private func render(
    _ screening: Screening, _ passedOver: [PassedOver], _ output: CommandOutput,
    _ recommender: Recommender?
  ) -> ByteBuffer {
    let bytes = ByteBuffer()
    let unit = arguments.recommender.map {
      RecommendingUnit(
        source: $0.name == "-" ? "<stdin>" : $0.name, recommender: recommender,
        isPool: arguments.isPool)
    }
    ScreeningRenderer(
      screening: screening, unit: unit, passedOver: passedOver, vocabulary: library.vocabulary,
      language: arguments.language, usesColor: arguments.usesColor(on: output)
    ).append(as: arguments.screeningFormat, to: bytes)
    return bytes
  }
}

/// Keeps what a screening needs of each candidate.
final class CandidateCollector: ReportCollector, @unchecked Sendable {
  private let language: Language
  private(set) var candidates: [Candidate] = []
  /// What the folders hold besides.
  private(set) var passedOver: [PassedOver] = []
  let log: MessageLog

  init(language: Language) {
    self.language = language
    log = MessageLog(language, showsProgress: true)
  }

  func makeBatch() -> CandidateBatch { CandidateBatch(language: language) }

  func accept(_ batch: CandidateBatch) {
    log.add(batch.messages)
    candidates += batch.candidates
    log.showProgress()
  }

  func reject(_ error: InputError, _ name: String) {
    log.add(error, about: name)
    if error.isAboutCandidate {
      candidates.append(Candidate(unreadable: name, error.text))
    }
  }

  func passOver(_ passedOver: PassedOver) {
    log.add(passedOver)
    self.passedOver.append(passedOver)
  }

  /// Ends the messages; the worst status of all inputs.
  func finish() -> ExitStatus {
    log.finish()
    return log.status
  }
}

/// Candidates.
struct CandidateBatch: ReportBatch {
  private let language: Language
  private(set) var candidates: [Candidate] = []
  private(set) var messages: Messages

  init(language: Language) {
    self.language = language
    messages = Messages(language)
  }

  mutating func removeAll() {
    candidates.removeAll(keepingCapacity: true)
    messages.removeAll()
  }

  mutating func add(_ report: Report) {
    candidates.append(
      Candidate(report, source: report.application.source))
    messages.add(report, report.outcome)
  }
}

extension InputError {
  /// Whether it is a candidate that is lost, and not a place where there is none.
  fileprivate var isAboutCandidate: Bool {
    switch self {
    case .emptyDirectory, .noApplication, .noRulebook: false
    default: true
    }
  }
}
