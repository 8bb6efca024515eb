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
    /// The stages whose articles are checked, by the names that the vocabulary gives them.
    public var stages: Set<String> = ["eligibility"]
    /// Warnings are errors.
    public var isStrict = false

    public init() {}
  }

  /// Why a checker cannot be made with given options.
  public enum OptionError: Error, Sendable {
    case unknownRulebook(String, known: [String])
    case unknownBaseType(String, known: [String])
    case unknownStage(String, known: [String])
    /// No rulebook chosen has a clause for the type (for any, if it is nil) in the stages asked.
    case noClause(baseType: String?, stages: [String])
  }

  let programmeFact: Int?
  let baseTypeFact: Int?
  let dateFact: Int?
  /// The versions of each document, the oldest first.
  let series: [[Int]]
  /// Per rulebook, the clauses that apply to each base type.
  let plans: [ClausePlan]

  public init(_ library: RuleLibrary, options: Options = Options()) throws(OptionError) {
    self.library = library
    self.options = options
    let vocabulary = library.vocabulary
    programmeFact = vocabulary.wellKnown("programme", .code)
    baseTypeFact = vocabulary.wellKnown("baseType", .code)
    dateFact = vocabulary.wellKnown("applicationDate", .date)
    let rulebooks = library.rulebooks
    series = Self.series(of: rulebooks.indices.filter { rulebooks[$0].about == nil }, rulebooks)
    plans = rulebooks.map { ClausePlan($0, stages: options.stages) }
    for name in options.stages.sorted() where !vocabulary.stageNames.contains(name) {
      throw .unknownStage(name, known: vocabulary.stageNames)
    }
    let about = library.applicationRulebooks
    for name in options.rulebooks
    where !about.contains(where: { $0.id == name || $0.programme == name }) {
      throw .unknownRulebook(name, known: Self.names(of: about))
    }
    let known = baseTypeFact.map { vocabulary.facts[$0].codes.map { $0.name } } ?? []
    if let baseType = options.baseType, !known.contains(baseType) {
      throw .unknownBaseType(baseType, known: known)
    }
    let chosen = rulebooks.indices.filter { index in
      rulebooks[index].about == nil
        && (options.rulebooks.isEmpty
          || options.rulebooks.contains {
            [rulebooks[index].id, rulebooks[index].programme].contains($0)
          })
    }
    let types = options.baseType.map { [$0] } ?? known
    // With the program's own rules and nothing chosen, something always applies.
    guard
      options.baseType == nil && options.rulebooks.isEmpty && options.stages == ["eligibility"]
        || chosen.contains(where: { index in
          types.contains { !plans[index].clauses(for: $0).isEmpty }
        })
    else { throw .noClause(baseType: options.baseType, stages: options.stages.sorted()) }
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
  ///
  /// - Parameter folder: where the files that the application names are looked for; without one,
  ///   they are not.
  public func check(into report: Report, in folder: (any EvidenceFolder)? = nil) {
    guard begin(report) else { return finish(report) }
    let application = report.application
    give(options.baseType, application)
    report.baseType = baseType(of: application)
    let evaluator = Evaluator(application)
    checkConsistency(evaluator, report)
    let chosen = choose(report)
    readEvidence(into: report, in: folder, checking: chosen)
    guard !report.isInvalid, let baseType = report.baseType else { return finish(report) }
    for index in chosen {
      check(plans[index], baseType: baseType, evaluator, report)
      advise(plans[index], baseType: baseType, evaluator, report)
    }
    finish(report)
  }

  /// Checks what `report.application` has read against every rulebook and base type to which its
  /// facts speak, whatever it applies for; the nearest to eligible come first.
  ///
  /// Facts speak to a type if they decide a clause; if they decide none of any, where some
  /// criterion reads one; an application that says nothing is compared with all.
  ///
  /// - Parameter folder: where the files that the application names are looked for; without one,
  ///   they are not.
  public func match(into report: Report, in folder: (any EvidenceFolder)? = nil) {
    guard begin(report) else { return finish(report) }
    let application = report.application
    give(nil, application)
    checkConsistency(Evaluator(application), report)
    let chosen = chooseByOptions(on: report.applicationDate, programme: nil)
    readEvidence(into: report, in: folder, checking: chosen)
    guard !report.isInvalid else { return finish(report) }
    for index in chosen {
      for baseType in library.rulebooks[index].baseTypes
      where options.baseType ?? baseType == baseType
        && !plans[index].clauses(for: baseType).isEmpty
      {
        give(baseType, application)
        check(plans[index], baseType: baseType, Evaluator(application), report)
      }
    }
    give(nil, application)
    report.keepWhatFactsSpeakTo(except: [dateFact, baseTypeFact].compactMap { $0 })
    report.sortNearestFirst()
    finish(report)
  }

  /// Makes the report ready; false if the text has no shape to check.
  private func begin(_ report: Report) -> Bool {
    report.removeAll()
    let application = report.application
    report.diagnostics = application.diagnostics
    guard application.contents.hasShape else { return false }
    report.applicationDate = give(application)
    return true
  }

  /// Checks an application; the files that it names are looked for in `folder`.
  public func check(_ application: Application, in folder: (any EvidenceFolder)? = nil) -> Report {
    let report = Report(application: application)
    check(into: report, in: folder)
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

  /// Puts a base type in the application's place; nil puts its own back.
  private func give(_ baseType: String?, _ application: Application) {
    guard let baseTypeFact else { return }
    let fact = application.vocabulary.facts[baseTypeFact]
    let code = baseType.flatMap { type in fact.codes.firstIndex { $0.name == type } }
    application.contents.give(code.map { .given(Int64($0)) }, column: fact.location.column)
  }

  private func baseType(of application: Application) -> String? {
    if let baseType = options.baseType { return baseType }
    return baseTypeFact.flatMap { code($0, of: application) }
  }

  func code(_ fact: Int, of application: Application) -> String? {
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

  // MARK: Other documents

  /// The rulebooks about another kind of document; of each series, the version for a date.
  func rulebooks(about document: String, on date: CivilDate?) -> [Int] {
    let indices = library.rulebooks.indices.filter { library.rulebooks[$0].about == document }
    return Self.series(of: indices, library.rulebooks).map { version(among: $0, on: date) }
  }

  /// Checks a document that is no application against a rulebook about its kind, in all stages.
  func check(_ index: Int, into report: Report) {
    report.removeAll()
    let application = report.application
    report.diagnostics = application.diagnostics
    let plan = ClausePlan(
      library.rulebooks[index], stages: Set(library.vocabulary.stageNames))
    check(plan, baseType: nil, Evaluator(application), report)
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

  /// Judges the clauses that a plan has for a base type into the report.
  private func check(
    _ plan: ClausePlan, baseType: String?, _ evaluator: Evaluator, _ report: Report
  ) {
    let firstClause = report.clauseResults.count
    var counts = VerdictCounts()
    var overall = Verdict.pass
    for planned in plan.clauses(for: baseType) {
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
        rulebook: plan.rulebook, baseType: baseType, verdict: overall, counts: counts,
        clauses: firstClause..<report.clauseResults.count))
  }

  private func advise(
    _ plan: ClausePlan, baseType: String, _ evaluator: Evaluator, _ report: Report
  ) {
    for advice in plan.advice(for: baseType)
    where evaluator.verdict(advice.condition, row: 0) == .fail {
      let application = report.application
      let fact = evaluator.firstFailing(advice.condition)
      let offset = application.contents.offset(of: fact)
      report.diagnostics.append(
        Diagnostic(
          .advice, at: offset, application.position(of: offset),
          path: application.vocabulary.path(of: fact),
          .advice(id: advice.id, advice.message)))
    }
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
