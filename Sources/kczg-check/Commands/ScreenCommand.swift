import Reports
import Rules

/// `kczg-check screen`: checks many applications and shows them together.
struct ScreenCommand {
  let arguments: Arguments

  func run() throws(UsageError) -> ExitStatus {
    guard let library = arguments.loadRules() else { return .badRules }
    let checker = try arguments.makeChecker(library)
    let language = arguments.language
    if arguments.recommender != nil, !Recommender.isKnown(to: library) {
      throw .noRecommenderRules
    }
    let output = CommandOutput(path: arguments.output)
    let collector = CandidateCollector(language: language)
    let recommender = readRecommender(library, collector)
    InputWalk(arguments, library.vocabulary, collector) { report, folder in
      checker.check(into: report, in: folder)
    }.run()
    collector.progress.clear()

    let screening = Screening(collector.candidates, recommender: recommender, checker: checker)
    var status = collector.status
    if let recommender { report(screening.diagnostics, of: recommender) }
    if screening.isRecommenderInvalid { status.worsen(to: .dataError) }
    for report in screening.recommenderReports { status.worsen(to: ExitStatus(report.outcome)) }
    render(screening, library, output, recommender).withBytes { output.write($0) }
    return arguments.failOn.status(output.finish(status, in: language))
  }

  /// The recommending unit's document; nil after the reason why it cannot be read has been said.
  private func readRecommender(_ library: RuleLibrary, _ collector: CandidateCollector)
    -> Recommender?
  {
    guard let path = arguments.recommender else { return nil }
    let file =
      path.name == "-"
      ? InputFile(name: "<stdin>", path: nil, hasLines: false)
      : InputFile(name: path.name, path: path, hasLines: false)
    file.prompt(in: arguments.language)
    do throws(InputError) {
      let text = try file.readAll()
      return Recommender(text, library: library, isStrict: arguments.isStrict)
    } catch {
      StandardError.write(error.line(about: file.name, in: arguments.language))
      collector.status.worsen(to: .noInput)
      return nil
    }
  }

  private func report(_ diagnostics: [Diagnostic], of recommender: Recommender) {
    guard !diagnostics.isEmpty else { return }
    let bytes = ByteBuffer()
    DiagnosticPrinter(language: arguments.language).append(
      diagnostics, of: recommender.application, source: recommender.application.text.name,
      to: bytes)
    bytes.withBytes { StandardError.write($0) }
  }

  private func render(
    _ screening: Screening, _ library: RuleLibrary, _ output: CommandOutput,
    _ recommender: Recommender?
  ) -> ByteBuffer {
    let bytes = ByteBuffer()
    let unit = arguments.recommender.map {
      RecommendingUnit(
        source: $0.name == "-" ? "<stdin>" : $0.name, recommender: recommender)
    }
    ScreeningRenderer(
      screening: screening, unit: unit, vocabulary: library.vocabulary,
      language: arguments.language, usesColor: arguments.usesColor(on: output)
    ).append(in: arguments.format, to: bytes)
    return bytes
  }
}

/// Keeps what a screening needs of each candidate.
final class CandidateCollector: ReportCollector, @unchecked Sendable {
  private let language: Language
  private(set) var candidates: [Candidate] = []
  var status = ExitStatus.eligible
  let progress: Progress

  init(language: Language) {
    self.language = language
    progress = Progress(language: language, isWanted: true)
  }

  func makeBatch() -> CandidateBatch { CandidateBatch(language: language) }

  func accept(_ batch: CandidateBatch) {
    progress.interrupt(with: batch.diagnostics)
    candidates += batch.candidates
    status.worsen(to: batch.status)
    progress.show(candidates.count)
  }

  func reject(_ error: InputError, _ name: String) {
    progress.interrupt(with: error.line(about: name, in: language))
    status.worsen(to: .noInput)
    if error.isAboutCandidate { candidates.append(Candidate(unreadable: name)) }
  }
}

/// Candidates and diagnostics, and the worst status.
struct CandidateBatch: ReportBatch {
  private let language: Language
  private(set) var candidates: [Candidate] = []
  let diagnostics = ByteBuffer()
  private(set) var status = ExitStatus.eligible

  var count: Int { candidates.count }

  init(language: Language) { self.language = language }

  mutating func removeAll() {
    candidates.removeAll(keepingCapacity: true)
    diagnostics.removeAll()
    status = .eligible
  }

  mutating func add(_ report: Report, source: String) {
    candidates.append(Candidate(report, source: source, language: language))
    status.worsen(to: ExitStatus(report.outcome))
    if !report.diagnostics.isEmpty {
      DiagnosticPrinter(language: language).append(
        report.diagnostics, of: report.application, source: source, to: diagnostics)
    }
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
