/// Checks applications against rulebooks.
///
/// A checker is made once and used for many applications, by any number of threads.
public struct Checker: Sendable {
  /// The rulebooks that it can check.
  public let library: RuleLibrary
  /// What it was asked to check.
  public let options: Options

  /// What to check, and how strictly.
  public struct Options: Sendable {
    /// Rulebooks to check, by id or by programme; empty: as each application asks.
    public var rulebooks: [String] = []
    /// Stands in for, and overrides, the application's `baseType`.
    public var baseType: String?
    /// Stands in for, and overrides, the application's `applicationDate`.
    public var date: CivilDate?
    /// The stages whose articles are checked.
    public var stages: Set<String> = ["eligibility"]
    /// Warnings are errors.
    public var isStrict = false

    public init() {}
  }

  /// Why a checker cannot be made with given options.
  public enum OptionError: Error, Sendable {
    case unknownRulebook(String, known: [String])
    case unknownBaseType(String, known: [String])
    /// No rulebook chosen has the type.
    case noClause(baseType: String)
  }

  private let programmeFact: Int?
  private let baseTypeFact: Int?
  private let dateFact: Int?
  /// The versions of each document, the oldest first.
  private let series: [[Int]]
  /// Per rulebook, the clauses that apply to each base type.
  private let plans: [ClausePlan]

  public init(_ library: RuleLibrary, options: Options = Options()) throws(OptionError) {
    self.library = library
    self.options = options
    let vocabulary = library.vocabulary
    programmeFact = vocabulary.wellKnown("programme", .code)
    baseTypeFact = vocabulary.wellKnown("baseType", .code)
    dateFact = vocabulary.wellKnown("applicationDate", .date)
    series = Self.series(of: library.rulebooks)
    plans = library.rulebooks.map { ClausePlan($0, stages: options.stages) }
    for name in options.rulebooks
    where !library.rulebooks.contains(where: { $0.id == name || $0.programme == name }) {
      throw .unknownRulebook(name, known: Self.names(of: library.rulebooks))
    }
    if let baseType = options.baseType {
      let known = baseTypeFact.map { vocabulary.facts[$0].codes.map(\.name) } ?? []
      guard known.contains(baseType) else { throw .unknownBaseType(baseType, known: known) }
      let chosen = library.rulebooks.indices.filter { index in
        options.rulebooks.isEmpty
          || options.rulebooks.contains {
            [library.rulebooks[index].id, library.rulebooks[index].programme].contains($0)
          }
      }
      guard chosen.contains(where: { !plans[$0].clauses(for: baseType).isEmpty }) else {
        throw .noClause(baseType: baseType)
      }
    }
  }

  /// Ids and programmes of rulebooks, each once.
  private static func names(of rulebooks: [Rulebook]) -> [String] {
    var names: [String] = []
    for name in rulebooks.flatMap({ [$0.id, $0.programme] }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  // MARK: Checking

  /// Checks what `report.application` has read and writes the findings into `report`.
  public func check(into report: Report) {
    report.removeAll()
    let application = report.application
    report.diagnostics = application.diagnostics
    guard application.contents.hasShape else { return finish(report) }
    let givenDate = give(application)
    report.applicationDate = givenDate
    report.baseType = baseType(of: application)

    let evaluator = Evaluator(application)
    checkConsistency(evaluator, report)
    let chosen = choose(report)
    guard !report.isInvalid else { return finish(report) }
    for index in chosen { check(index, evaluator, report) }
    finish(report)
  }

  /// Checks an application.
  public func check(_ application: Application) -> Report {
    let report = Report(application: application)
    check(into: report)
    return report
  }

  /// Puts the date of the options in the application's place; returns the date that counts.
  private func give(_ application: Application) -> CivilDate? {
    guard let dateFact else { return options.date }
    let column = application.vocabulary.facts[dateFact].location.column
    application.contents.give(options.date.map { .given(Int64($0.packed)) }, column: column)
    let slot = application.contents.slots[column]
    return slot.isKnown ? slot.date : nil
  }

  private func baseType(of application: Application) -> String? {
    if let baseType = options.baseType { return baseType }
    return baseTypeFact.flatMap { code($0, of: application) }
  }

  private func code(_ fact: Int, of application: Application) -> String? {
    let slot = application.contents.slot(of: fact)
    return slot.isKnown ? application.vocabulary.facts[fact].codes[Int(slot.payload)].name : nil
  }

  private func finish(_ report: Report) {
    if report.diagnostics.isEmpty { return }
    report.diagnostics.sort { $0.offset < $1.offset }
    if options.isStrict {
      for index in report.diagnostics.indices { report.diagnostics[index].severity = .error }
    }
    if report.isInvalid {
      report.rulebookResults.removeAll(keepingCapacity: true)
    }
  }

  // MARK: Choosing rulebooks

  /// The rulebooks to check, in the order in which they were asked for.
  private func choose(_ report: Report) -> [Int] {
    let application = report.application
    guard let baseType = report.baseType else {
      reportMissingBaseType(application, report)
      return []
    }
    let programme =
      options.rulebooks.isEmpty ? programmeFact.flatMap { code($0, of: application) } : nil
    var chosen: [Int] = []
    if options.rulebooks.isEmpty {
      addRulebooks(of: programme, on: report.applicationDate, to: &chosen)
    }
    for name in options.rulebooks {
      if let index = library.rulebooks.firstIndex(where: { $0.id == name }) {
        if !chosen.contains(index) { chosen.append(index) }
      } else {
        addRulebooks(of: name, on: report.applicationDate, to: &chosen)
      }
    }
    let asked = chosen
    chosen.removeAll { plans[$0].clauses(for: baseType).isEmpty }
    if chosen.isEmpty { reportNoClause(baseType, programme, asked, report) }
    for index in chosen { warnIfNotInForce(library.rulebooks[index], report) }
    return chosen
  }

  /// Of each document of a programme, or of any, the version for the date.
  private func addRulebooks(of programme: String?, on date: CivilDate?, to chosen: inout [Int]) {
    for versions in series
    where programme == nil || library.rulebooks[versions[0]].programme == programme {
      let version = version(among: versions, on: date)
      if !chosen.contains(version) { chosen.append(version) }
    }
  }

  /// The numbers of the rulebooks of each series, in the library's order of the first; within a
  /// series by the days that they govern.
  private static func series(of rulebooks: [Rulebook]) -> [[Int]] {
    var names: [String] = []
    for rulebook in rulebooks where !names.contains(rulebook.series) {
      names.append(rulebook.series)
    }
    return names.map { name in
      rulebooks.indices.filter { rulebooks[$0].series == name }
        .sorted { a, b in
          guard let from = rulebooks[b].span.from else { return false }
          return rulebooks[a].span.from.map { $0 < from } ?? true
        }
    }
  }

  /// The version that governs a date; the latest where there is no date, the nearest where none
  /// governs it.
  private func version(among versions: [Int], on date: CivilDate?) -> Int {
    let latest = versions[versions.count - 1]
    guard let date, versions.count > 1 else { return latest }
    func span(_ index: Int) -> Rulebook.Span { library.rulebooks[index].span }
    if let governing = versions.first(where: { span($0).contains(date) }) { return governing }
    let earlier = versions.last { span($0).until.map { $0 < date } ?? false }
    let later = versions.first { span($0).from.map { date < $0 } ?? false }
    guard let earlier, let later, let end = span(earlier).until, let start = span(later).from else {
      return earlier ?? later ?? latest
    }
    return end.days(to: date) <= date.days(to: start) ? earlier : later
  }

  private func reportMissingBaseType(_ application: Application, _ report: Report) {
    guard let baseTypeFact else { return }
    // A base type that is there but wrong has been reported already.
    if application.diagnostics.contains(where: { $0.path == "baseType" && $0.severity == .error }) {
      return
    }
    let offset = application.contents.offset(of: FactReference(baseTypeFact))
    report.diagnostics.append(
      Diagnostic(
        .missingBaseType, at: offset, application.position(of: offset), path: "baseType",
        .missingBaseType(allowed: application.vocabulary.facts[baseTypeFact].codes.map(\.name))))
  }

  private func reportNoClause(
    _ baseType: String, _ programme: String?, _ chosen: [Int], _ report: Report
  ) {
    let application = report.application
    let message: DiagnosticMessage
    let fact: Int?
    if let programme, chosen.isEmpty {
      (message, fact) = (.noRulebook(programme: programme), programmeFact)
    } else {
      (message, fact) = (
        .noClause(baseType: baseType, rulebooks: chosen.map { library.rulebooks[$0].id }),
        baseTypeFact
      )
    }
    guard let fact else { return }
    let offset = application.contents.offset(of: FactReference(fact))
    report.diagnostics.append(
      Diagnostic(
        .inconsistent, at: offset, application.position(of: offset),
        path: application.vocabulary.facts[fact].path, message))
  }

  private func warnIfNotInForce(_ rulebook: Rulebook, _ report: Report) {
    guard let date = report.applicationDate, !rulebook.span.contains(date), let dateFact else {
      return
    }
    let application = report.application
    let offset = application.contents.offset(of: FactReference(dateFact))
    report.diagnostics.append(
      Diagnostic(
        .notInForce, at: offset, application.position(of: offset),
        path: application.vocabulary.facts[dateFact].path,
        .notInForce(rulebook: rulebook.id, from: rulebook.span.from, until: rulebook.span.until)))
    if options.isStrict, let last = report.diagnostics.indices.last {
      report.diagnostics[last].severity = .error
    }
  }

  // MARK: Judging

  private func checkConsistency(_ evaluator: Evaluator, _ report: Report) {
    let application = report.application
    for rule in library.consistency where evaluator.verdict(rule.condition, row: 0) == .fail {
      let offset = application.contents.offset(of: FactReference(rule.fact))
      report.diagnostics.append(
        Diagnostic(
          .inconsistent, at: offset, application.position(of: offset),
          path: application.vocabulary.facts[rule.fact].path, .inconsistent(rule.message)))
    }
  }

  private func check(_ index: Int, _ evaluator: Evaluator, _ report: Report) {
    guard let baseType = report.baseType else { return }
    let firstClause = report.clauseResults.count
    var counts = VerdictCounts()
    var overall = Verdict.pass
    for planned in plans[index].clauses(for: baseType) {
      let firstCriterion = report.criterionResults.count
      var verdict = Verdict.pass
      for criterion in planned.criteria { verdict = verdict && judge(criterion, evaluator, report) }
      report.clauseResults.append(
        Report.ClauseResult(
          clause: planned.clause, article: planned.article, verdict: verdict,
          criteria: firstCriterion..<report.criterionResults.count))
      counts.add(verdict)
      overall = overall && verdict
    }
    report.rulebookResults.append(
      Report.RulebookResult(
        rulebook: library.rulebooks[index], verdict: overall, counts: counts,
        clauses: firstClause..<report.clauseResults.count))
  }

  private func judge(_ criterion: Criterion, _ evaluator: Evaluator, _ report: Report) -> Verdict {
    let (findings, facts, missing) = (
      report.record.findings.count, report.record.facts.count, report.record.missing.count
    )
    let verdict = evaluator.judge(criterion.condition, into: &report.record)
    report.criterionResults.append(
      Report.CriterionResult(
        criterion: criterion, verdict: verdict, findings: findings..<report.record.findings.count,
        facts: facts..<report.record.facts.count, missing: missing..<report.record.missing.count))
    return verdict
  }
}
