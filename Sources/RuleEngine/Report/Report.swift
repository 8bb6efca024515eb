/// What was found of one application: rulebook by rulebook, clause by clause.
///
/// A report speaks of the application that it was made of and is valid until that reads another
/// text, or the checker fills the report anew.
///
/// One thread fills it and then reads it, so that nothing is to be gained by checking each access.
public final class Report {
  /// What was checked.
  @exclusivity(unchecked) public internal(set) var application: Application
  /// Errors and warnings, in the order of the text.
  @exclusivity(unchecked) public internal(set) var diagnostics: [Diagnostic] = []
  /// The type that was checked; nil where it is not known.
  @exclusivity(unchecked) public internal(set) var baseType: String?
  /// The date that counted; nil where it is not known.
  @exclusivity(unchecked) public internal(set) var applicationDate: CivilDate?
  /// The documents that the application attaches, in its order.
  @exclusivity(unchecked) public internal(set) var evidence: [Evidence] = []
  /// Rulebooks of one round that are not checked, since the date lies outside it.
  @exclusivity(unchecked) public internal(set) var closedRounds: [ClosedRound] = []
  /// How many rulebooks and base types a match left out, because the facts do not speak to them.
  @exclusivity(unchecked) public internal(set) var leftOut = 0

  @exclusivity(unchecked) var rulebookResults: [RulebookResult] = []
  @exclusivity(unchecked) var clauseResults: [ClauseResult] = []
  @exclusivity(unchecked) var criterionResults: [CriterionResult] = []
  let record = Record()

  /// An empty report; the checker fills it.
  public init(application: Application) { self.application = application }

  struct RulebookResult {
    let rulebook: Rulebook
    /// The versions that may govern, the oldest first; one where the date picks it.
    let versions: [Rulebook]
    let baseType: String?
    let sizes: AskedSizes
    var verdict: Verdict
    var counts: VerdictCounts
    var clauses: Range<Int>
  }

  struct ClauseResult {
    let clause: Clause
    let article: Article
    var verdict: Verdict
    var criteria: Range<Int>
  }

  struct CriterionResult {
    let criterion: Criterion
    var verdict: Verdict
    var findings: Range<Int>
    var facts: Range<Int>
    var missing: Range<Int>
  }

  func removeAll() {
    diagnostics.removeAll(keepingCapacity: true)
    rulebookResults.removeAll(keepingCapacity: true)
    clauseResults.removeAll(keepingCapacity: true)
    criterionResults.removeAll(keepingCapacity: true)
    record.removeAll()
    evidence.removeAll(keepingCapacity: true)
    baseType = nil
    applicationDate = nil
    if !closedRounds.isEmpty { closedRounds = [] }
    leftOut = 0
  }

  /// Says something where a fact stands.
  func add(_ code: DiagnosticCode, at reference: FactReference, _ message: DiagnosticMessage) {
    diagnostics.append(application.diagnostic(code, at: reference, message))
  }

  /// Keeps those of which facts other than `facts` decide a clause; where there are none, those of
  /// which some criterion reads such a fact; where there are none either, all.
  func keepWhatFactsSpeakTo(except facts: [Int]) {
    func isTouched(_ clause: ClauseResult) -> Bool {
      criterionResults[clause.criteria].contains { criterion in
        record.facts[criterion.facts].contains { !facts.contains(Int($0.fact)) }
      }
    }
    let decided = rulebookResults.filter { result in
      clauseResults[result.clauses].contains { $0.verdict != .unknown && isTouched($0) }
    }
    let touched = rulebookResults.filter { clauseResults[$0.clauses].contains(where: isTouched) }
    guard let kept = [decided, touched].first(where: { !$0.isEmpty }) else { return }
    leftOut = rulebookResults.count - kept.count
    rulebookResults = kept
  }

  /// The nearest to eligible first; those that are equally near stay as they are.
  func sortNearestFirst() {
    let ranked = rulebookResults.enumerated().sorted { a, b in
      let (one, other) = (a.element.counts.nearness, b.element.counts.nearness)
      return one == other ? a.offset < b.offset : one > other
    }
    rulebookResults = ranked.map { $0.element }
  }
}

/// The verdict on a whole application.
public enum Outcome: String, Sendable {
  case eligible
  case ineligible
  case undetermined
  /// The application has data errors; nothing was judged.
  case invalid

  /// The outcome that a verdict on everything is.
  public init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .pass: .eligible
      case .fail: .ineligible
      case .unknown: .undetermined
      }
  }
}

/// How many clauses have each verdict.
public struct VerdictCounts: Hashable, Sendable {
  /// Clauses that are met.
  public internal(set) var pass = 0
  /// Clauses that are not met.
  public internal(set) var fail = 0
  /// Clauses that are open.
  public internal(set) var unknown = 0

  mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .pass: pass += 1
    case .fail: fail += 1
    case .unknown: unknown += 1
    }
  }
}

extension Report {
  /// Whether the application has data errors, so that there is no verdict.
  public var isInvalid: Bool { diagnostics.contains { $0.severity == .error } }

  /// The worst of the rulebooks' verdicts; undetermined where no rulebook was checked.
  public var outcome: Outcome {
    if isInvalid { return .invalid }
    if rulebookResults.isEmpty { return .undetermined }
    return Outcome(rulebookResults.reduce(.pass) { $0 && $1.verdict })
  }

  /// Over the clauses of all rulebooks.
  public var counts: VerdictCounts {
    rulebookResults.reduce(into: VerdictCounts()) { sum, rulebook in
      sum.pass += rulebook.counts.pass
      sum.fail += rulebook.counts.fail
      sum.unknown += rulebook.counts.unknown
    }
  }

  /// The parts of the report, in the order in which the rulebooks were asked for.
  public var rulebooks: [RulebookReport] {
    rulebookResults.map { RulebookReport(report: self, result: $0) }
  }
}

/// One rulebook's part of a report.
public struct RulebookReport {
  let report: Report
  let result: Report.RulebookResult

  /// What was checked.
  public var application: Application { report.application }
  /// The rulebook that was checked; of several that may govern, the latest.
  public var rulebook: Rulebook { result.rulebook }
  /// Where no date picks one, all versions of the document that may govern, the oldest first: what
  /// is certain is what all of them give.
  public var versions: [Rulebook] { result.versions }
  /// The base type that it was checked for; nil of a document that is no application.
  public var baseType: String? { result.baseType }
  /// The conjunction of the clauses' verdicts.
  public var outcome: Outcome { Outcome(result.verdict) }
  /// Whether the rulebook governs the application's date; nil where that is not known.
  public var isInForce: Bool? {
    report.applicationDate.map { result.rulebook.span.contains($0) }
  }
  /// Of clauses.
  public var counts: VerdictCounts { result.counts }
  /// The clauses for the base type, in the document's order.
  public var clauses: [ClauseReport] {
    report.clauseResults[result.clauses].map {
      ClauseReport(report: report, result: $0, sizes: result.sizes)
    }
  }
}

/// One clause's part of a report.
public struct ClauseReport {
  let report: Report
  let result: Report.ClauseResult
  let sizes: AskedSizes

  /// The clause that was checked.
  public var clause: Clause { result.clause }
  /// The article that it stands in.
  public var article: Article { result.article }
  /// The conjunction of the criteria's verdicts.
  public var verdict: Verdict { result.verdict }
  /// What there is to say where the clause does not apply; nil where it does, or may.
  public var inapplicable: Words? { criteria.first?.inapplicable }
  /// Its criteria, in the document's order.
  public var criteria: [CriterionReport] {
    report.criterionResults[result.criteria].map {
      CriterionReport(report: report, result: $0, sizes: sizes, article: result.article)
    }
  }
}

/// One criterion's part of a report, with everything that explains it.
public struct CriterionReport {
  let report: Report
  let result: Report.CriterionResult
  /// What its rulebook asks numbers to come to, and the article that it stands in.
  var sizes: AskedSizes?
  var article: Article?
  private var findings: ArraySlice<Finding> { report.record.findings[result.findings] }

  /// The criterion that was checked.
  public var criterion: Criterion { result.criterion }
  /// What can be said of it.
  public var verdict: Verdict { result.verdict }

  /// Whether the value that decides lies exactly on the threshold.
  public var isBoundary: Bool {
    findings.contains { $0.isBoundary && (findings.count == 1 || $0.verdict == verdict) }
  }

  /// Why an unknown verdict is unknown.
  public var open: OpenReason? {
    verdict == .unknown ? (result.missing.isEmpty ? .authority : .facts) : nil
  }

  /// What there is to say where the criterion does not apply; nil where it does, or may.
  public var inapplicable: Words? {
    guard case .scoped(_, let scope)? = findings.first?.condition else { return nil }
    return scope.otherwise
  }

  /// The facts that decided and stand in the text: those read and, of a list that is counted, the
  /// list and the elements that count.
  public var facts: ArraySlice<FactReference> { report.record.facts[result.facts] }

  /// The unknown facts that keep the verdict open.
  public var missing: ArraySlice<FactReference> { report.record.missing[result.missing] }

  /// The value found, as text; nil where nothing is known.
  public func actual(in language: Language) -> String? {
    describe(findings, in: language) { values, finding, wording in
      values.found(finding).flatMap { wording.text($0) }
    }
  }

  /// What is required, as text.
  public func required(in language: Language) -> String? {
    func describe(_ findings: ArraySlice<Finding>, isNamed: Bool = false) -> String? {
      self.describe(findings, isNamed: isNamed, in: language) { values, finding, wording in
        values.required(finding).flatMap { wording.text($0) }
      }
    }
    guard case .implication(let premise, _) = criterion.condition.core, findings.count > 1 else {
      return describe(findings)
    }
    // It is open whether the premise holds: both are told.
    let premises = findings.prefix { $0.part < premise.partCount }
    if premises.isEmpty { return describe(findings) }
    guard let given = describe(premises, isNamed: true),
      let wanted = describe(findings.dropFirst(premises.count), isNamed: true)
    else { return nil }
    return Bilingual(zh: "若 \(given)，则 \(wanted)", en: "if \(given), then \(wanted)")[language]
  }

  /// How a sum came about, as `32 + 12 = 44`.
  public func derivation(in language: Language) -> String? {
    guard case .number(.sum, _, _, _) = criterion.condition.core, let finding = findings.first,
      let addends = values.addends(finding)
    else { return nil }
    return ValueWording(language: language).derivation(addends, finding.measured)
  }

  /// What a failing criterion lacks; nil where that cannot be said.
  package var lack: Lack? {
    guard verdict == .fail else { return nil }
    let values = values
    var parts: [(part: Int, lacking: FindingValues.Lacking)] = []
    for finding in findings {
      if let lacking = values.lacking(finding, size: size(of: finding)) {
        parts.append((finding.part, lacking))
      }
    }
    guard let first = parts.first?.lacking else { return nil }
    let isOne = findings.count == 1
    return Lack(
      what: isOne
        ? .one(first.value)
        : .several(
          parts.map { (part: $0.part, value: $0.lacking.value) }, names: criterion.partNames),
      isExcess: isShortfallExcess,
      isLowerBound: parts.contains { $0.lacking.isLowerBound },
      atSize: parts.count == 1 ? first.atSize : nil,
      certainCount: parts.count == 1 ? first.certainCount : nil)
  }

  /// What another criterion asks the whole of a share to come to.
  private func size(of finding: Finding) -> ExactDecimal? {
    guard case .share(_, let whole, _, _) = finding.condition, let article else { return nil }
    return sizes?.least(of: whole, in: article.id)
  }

  /// What a failing criterion lacks: how many more, or the first application date that would do.
  public func shortfall(in language: Language) -> String? { lack?.amount(in: language) }

  /// The unit of the shortfall, where that is one amount: 人 of 6 人.
  public func shortfallUnit(in language: Language) -> String? { lack?.unit(in: language) }

  /// Whether the shortfall is how many too many there are.
  public var isShortfallExcess: Bool {
    findings.contains { $0.verdict == .fail && $0.isExcess }
  }

  /// The unit of what is compared, where that is one amount.
  public func unit(in language: Language) -> String? {
    guard findings.count == 1, let finding = findings.first, let unit = values.unit(finding) else {
      return nil
    }
    return ValueWording(language: language).name(
      unit, for: finding.other.value?.description ?? "")
  }

  private var values: FindingValues {
    FindingValues(application: report.application, record: report.record)
  }

  /// The text for a simple condition; of several, each one's with its name.
  private func describe(
    _ findings: ArraySlice<Finding>, isNamed: Bool = false, in language: Language,
    _ text: (FindingValues, Finding, ValueWording) -> String?
  ) -> String? {
    let (values, wording) = (values, ValueWording(language: language))
    if !isNamed, findings.count == 1, let finding = findings.first {
      return text(values, finding, wording)
    }
    let names = criterion.partNames.value
    let named = findings.compactMap { finding in
      text(values, finding, wording).map { "\(names[finding.part][language]) \($0)" }
    }
    return named.isEmpty ? nil : named.joined(separator: wording.semicolon)
  }
}
