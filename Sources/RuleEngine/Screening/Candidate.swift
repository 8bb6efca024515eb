/// What a screening keeps of one candidate: little enough to keep of thousands.
public struct Candidate: Sendable {
  /// The file.
  public let source: String
  /// The line on which the application begins.
  public let line: Int
  /// Whether the file has an application a line.
  public let isOneLine: Bool
  /// The host's name.
  public var name: String?
  /// The host's unified social credit code.
  public var creditCode: String?
  /// The name of the proposed base.
  public var baseName: String?
  /// The type that was checked.
  public var baseType: String?
  /// The programme that it says it applies to.
  public var programme: String?
  /// The date that counted.
  public var applicationDate: CivilDate?
  /// Through which units it is recommended; nil where that is not known.
  public var channels: [Channel]?
  /// The verdict; nil where the file could not be read.
  public let outcome: Outcome?
  /// What was found, rulebook by rulebook.
  public var results: [Result] = []
  /// Rulebooks of one round that it was not checked against.
  public var closedRounds: [ClosedRound] = []
  /// Data errors and warnings, in the order of the text.
  public var problems: [Diagnostic] = []
  /// How many data errors it has.
  public var errorCount: Int { problems.count { $0.severity == .error } }
  /// How many warnings there were.
  public var warningCount: Int { problems.count - errorCount }
  /// Why the file could not be read; nil where it could.
  package let unreadableReason: Bilingual?

  /// A unit through which a candidate is recommended.
  public struct Channel: Sendable {
    /// The code of its kind.
    public let kind: String?
    /// Its name.
    public let name: String?
  }

  /// What was found by one rulebook.
  public struct Result: Sendable {
    /// The rulebook.
    public let rulebook: Rulebook
    /// Where no date picks one, the versions that may govern.
    public let versions: [Rulebook]
    /// The base type.
    public let baseType: String?
    /// The conjunction of the clauses' verdicts.
    public let outcome: Outcome
    /// Of clauses.
    public let counts: VerdictCounts
    /// How many criteria rest on the applicant's own word.
    public let declaredCount: Int
    /// How many of them pass with no proof attached.
    public let declaredWithoutEvidenceCount: Int
    /// In the document's order.
    public let clauses: [Judged]

    /// The clauses that are not met, or open.
    public var obstacles: [Judged] { clauses.filter { $0.verdict != .pass } }
  }

  /// A clause with its verdict.
  public struct Judged: Sendable {
    /// The clause.
    public let clause: Clause
    /// What can be said of it.
    public let verdict: Verdict
    /// What its failing criteria lack.
    public let gaps: [Gap]
    /// Where it is open, the unknown facts that keep it so, each once.
    public let missing: [Missing]
    /// Whether a criterion is open because the authority decides.
    public let isForAuthority: Bool
    /// Whether that is so of one that is not open because names stand more than once.
    public let asksAuthority: Bool
    /// Where it is not met or open: the names that stand more than once among what is counted.
    public let repeatedNames: [Repeated]
  }

  /// A name that stands more than once.
  public struct Repeated: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The elements that have it, as a report shows them.
    public let paths: [String]
  }

  /// A fact that is not known.
  public struct Missing: Sendable {
    /// As a report shows it: `experts[3].monthsPerYear`; what the program computes has a name.
    public let path: String
    /// What it is called.
    public let label: Words
  }

  /// What a failing criterion lacks.
  public struct Gap: Sendable {
    /// The criterion.
    public let criterion: Criterion
    /// How much; nil where there is no such thing.
    package let lack: Lack?
    /// Whether it is how many too many there are.
    public let isExcess: Bool
  }

  /// A candidate that could not be read.
  package init(unreadable source: String, _ reason: Bilingual? = nil) {
    self.source = source
    line = 1
    isOneLine = false
    outcome = nil
    unreadableReason = reason
  }

  /// What is worth keeping of a report.
  public init(_ report: Report, source: String) {
    let application = report.application
    self.source = source
    line = application.text.firstLine
    isOneLine = application.text.isOneLine
    name = application.string("applicant.name")
    creditCode = application.string("applicant.creditCode")
    baseName = application.string("baseName")
    baseType = report.baseType
    programme = application.string("programme")
    applicationDate = report.applicationDate
    channels = application.channels
    outcome = report.outcome
    unreadableReason = nil
    closedRounds = report.closedRounds
    problems = report.diagnostics
    results = report.rulebooks.map { Result($0) }
  }

  /// How far it is from eligible: clauses that fail, then clauses that are open.
  var distance: (Int, Int, Int) {
    let unjudged = outcome == nil ? 2 : outcome == .invalid ? 1 : 0
    return (
      unjudged, results.reduce(0) { $0 + $1.counts.fail },
      results.reduce(0) { $0 + $1.counts.unknown }
    )
  }
}

extension Candidate.Result {
  fileprivate init(_ report: RulebookReport) {
    let clauses = report.clauses
    rulebook = report.rulebook
    versions = report.versions
    baseType = report.baseType
    outcome = report.outcome
    counts = report.counts
    declaredCount = clauses.reduce(0) { sum, clause in
      sum + clause.criteria.count { $0.criterion.basis == .declared }
    }
    declaredWithoutEvidenceCount = report.declaredWithoutEvidence.count
    self.clauses = clauses.map { Candidate.Judged($0, of: report.application) }
  }
}

extension Candidate.Judged {
  fileprivate init(_ report: ClauseReport, of application: Application) {
    clause = report.clause
    verdict = report.verdict
    guard verdict != .pass else {
      (gaps, missing, repeatedNames) = ([], [], [])
      (isForAuthority, asksAuthority) = (false, false)
      return
    }
    gaps = report.criteria.filter { $0.verdict == .fail }.map { criterion in
      Candidate.Gap(
        criterion: criterion.criterion, lack: criterion.lack,
        isExcess: criterion.isShortfallExcess)
    }
    var seen: Set<FactReference> = []
    let vocabulary = application.vocabulary
    missing = report.criteria.flatMap { $0.missing }.filter { seen.insert($0).inserted }
      .map { fact in
        Candidate.Missing(
          path: application.elementName(of: fact) ?? vocabulary.path(of: fact),
          label: vocabulary.fact(of: fact).label)
      }
    isForAuthority = report.criteria.contains { $0.open == .authority }
    asksAuthority = report.criteria.contains { $0.isForAuthority }
    var names: [Candidate.Repeated] = []
    for repeated in report.criteria.filter({ $0.verdict != .pass }).flatMap({ $0.repeatedNames }) {
      let said = Candidate.Repeated(
        name: repeated.name, paths: repeated.elements.map { vocabulary.path(of: $0) })
      if !names.contains(said) { names.append(said) }
    }
    repeatedNames = names
  }
}

extension Application {
  /// The units through which the application is recommended; nil where the list is not known.
  fileprivate var channels: [Candidate.Channel]? {
    guard let kinds = column("recommendation.channels[].kind"),
      let names = column("recommendation.channels[].name")
    else { return nil }
    return zip(kinds, names).map { Candidate.Channel(kind: $0, name: $1) }
  }
}
