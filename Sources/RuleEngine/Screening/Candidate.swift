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
  /// Through which units it is recommended; nil where that is not known.
  public var channels: [Channel]?
  /// The verdict; nil where the file could not be read.
  public let outcome: Outcome?
  /// What was found, rulebook by rulebook.
  public var results: [Result] = []
  /// How many data errors it has.
  public var errorCount = 0
  /// How many warnings there were.
  public var warningCount = 0

  /// A unit through which a candidate is recommended.
  public struct Channel: Sendable {
    /// The code of its kind.
    public let kind: String?
    /// Its name.
    public let name: String?

    /// Whether it says the same, scalar by scalar.
    func isSame(as other: Self) -> Bool {
      kind.isSame(as: other.kind) && name.isSame(as: other.name)
    }

    /// Whether it is certainly another unit.
    func differs(from other: Self) -> Bool {
      kind.differs(from: other.kind) || name.differs(from: other.name)
    }
  }

  /// What was found by one rulebook.
  public struct Result: Sendable {
    /// The rulebook.
    public let rulebook: Rulebook
    /// The base type.
    public let baseType: String?
    /// The conjunction of the clauses' verdicts.
    public let outcome: Outcome
    /// Of clauses.
    public let counts: VerdictCounts
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
    /// What its failing criteria lack, where that can be said: ids, and texts such as 还差 6 人.
    public let gaps: [Gap]
  }

  /// What a failing criterion lacks.
  public struct Gap: Sendable {
    /// The criterion.
    public let criterion: Criterion
    /// How much, as a report has it; nil where there is no such thing.
    public let shortfall: String?
    /// The unit of that, where it is an amount.
    public let unit: String?
    /// Whether it is how many too many there are.
    public let isExcess: Bool
  }

  /// A candidate that could not be read.
  public init(unreadable source: String) {
    self.source = source
    line = 1
    isOneLine = false
    outcome = nil
  }

  /// What is worth keeping of a report.
  public init(_ report: Report, source: String, language: Language) {
    let application = report.application
    self.source = source
    line = application.text.firstLine
    isOneLine = application.text.isOneLine
    name = application.string("applicant.name")
    creditCode = application.string("applicant.creditCode")
    baseName = application.string("baseName")
    baseType = report.baseType
    channels = application.channels
    outcome = report.outcome
    errorCount = report.diagnostics.count { $0.severity == .error }
    warningCount = report.diagnostics.count - errorCount
    results = report.rulebooks.map { rulebook in
      Result(
        rulebook: rulebook.rulebook, baseType: rulebook.baseType, outcome: rulebook.outcome,
        counts: rulebook.counts,
        clauses: rulebook.clauses.map { clause in
          Judged(
            clause: clause.clause, verdict: clause.verdict,
            gaps: clause.verdict != .fail ? [] : clause.gaps(in: language))
        })
    }
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

extension String? {
  fileprivate func isSame(as other: String?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.utf8.elementsEqual(other.utf8)
  }

  /// Whether both are known, and not the same.
  fileprivate func differs(from other: String?) -> Bool {
    self != nil && other != nil && !isSame(as: other)
  }
}

extension ClauseReport {
  fileprivate func gaps(in language: Language) -> [Candidate.Gap] {
    criteria.filter { $0.verdict == .fail }.map { criterion in
      Candidate.Gap(
        criterion: criterion.criterion, shortfall: criterion.shortfall(in: language),
        unit: criterion.shortfallUnit(in: language), isExcess: criterion.isShortfallExcess)
    }
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
