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
    /// Rulebooks to check, by id, programme or series; empty: as each application asks.
    public var rulebooks: [String] = []
    /// Stands in for, and overrides, the application's `baseType`.
    public var baseType: String?
    /// Stands in for, and overrides, the application's `applicationDate`.
    public var date: CivilDate?
    /// The stages whose articles are checked, by the names that the vocabulary gives them.
    public var stages: Set<String> = ["eligibility"]
    /// Warnings are errors.
    public var isStrict = false
    /// Whether it is kept what verdicts come from. Without that a report has verdicts only, of clauses
    /// and criteria, and is made faster.
    public var explainsVerdicts = true

    public init() {}
  }

  /// Why a checker cannot be made with given options.
  public enum OptionError: Error, Sendable {
    case unknownRulebook(String, known: [String])
    case unknownBaseType(String, known: [String])
    /// No rulebook has an article of the stage.
    case unknownStage(String, known: [String])
    /// No rulebook chosen has clauses for the type.
    case noClause(baseType: String)
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
    let about = library.applicationRulebooks
    for stage in options.stages.sorted()
    where !rulebooks.isEmpty && !rulebooks.contains(where: { $0.has(stage) }) {
      throw .unknownStage(stage, known: library.stages)
    }
    for name in options.rulebooks where !about.contains(where: { $0.isCalled(name) }) {
      throw .unknownRulebook(name, known: Rulebook.names(of: about))
    }
    let known = baseTypeFact.map { vocabulary.facts[$0].codes.map { $0.name } } ?? []
    if let baseType = options.baseType, !known.contains(baseType) {
      throw .unknownBaseType(baseType, known: known)
    }
    let chosen = about.filter { rulebook in
      options.rulebooks.isEmpty || options.rulebooks.contains { rulebook.isCalled($0) }
    }
    if let baseType = options.baseType, !chosen.contains(where: { $0.binds(baseType) }) {
      throw .noClause(baseType: baseType)
    }
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
    readEvidence(into: report, in: folder, checking: Array(chosen.joined()))
    guard !report.isInvalid, let baseType = report.baseType else { return finish(report) }
    for versions in chosen {
      check(versions.map { plans[$0] }, baseType: baseType, date: dateFact, evaluator, report)
      if let latest = versions.last {
        advise(plans[latest], baseType: baseType, evaluator, report)
      }
    }
    finish(report)
  }

  /// Checks what `report.application` has read against every rulebook and base type to which its
  /// facts speak, whatever it applies for; the nearest to eligible come first (`Nearness`).
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
      .filter { index in
        library.rulebooks[index].baseTypes.contains { type in
          options.baseType ?? type == type && !plans[index].clauses(for: type).isEmpty
        }
      }
    note(chosen.closedRounds, report)
    readEvidence(into: report, in: folder, checking: Array(chosen.documents.joined()))
    guard !report.isInvalid else { return finish(report) }
    if chosen.documents.isEmpty { reportNothingToCheck(report) }
    for versions in chosen.documents {
      let candidates = versions.map { plans[$0] }
      var baseTypes: [String] = []
      for type in candidates.flatMap({ $0.rulebook.baseTypes }) where !baseTypes.contains(type) {
        baseTypes.append(type)
      }
      for baseType in baseTypes {
        let own = candidates.filter { !$0.clauses(for: baseType).isEmpty }
        guard options.baseType ?? baseType == baseType, !own.isEmpty else { continue }
        give(baseType, application)
        check(own, baseType: baseType, date: dateFact, Evaluator(application), report)
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

  /// Checks a document that is no application against the versions of a rulebook about its kind that
  /// may govern, in all stages.
  ///
  /// - Parameter date: the fact that picks a version.
  func check(_ versions: [Int], date: Int?, into report: Report) {
    report.removeAll()
    let application = report.application
    report.diagnostics = application.diagnostics
    let stages = Set(library.vocabulary.stageNames)
    check(
      versions.map { ClausePlan(library.rulebooks[$0], stages: stages) }, baseType: nil, date: date,
      Evaluator(application), report)
  }

  // MARK: Judging

  private func checkConsistency(_ evaluator: Evaluator, _ report: Report) {
    for rule in library.consistency where evaluator.verdict(rule.condition, row: 0) == .fail {
      report.add(.inconsistent, at: FactReference(rule.fact), .inconsistent(rule.message))
    }
  }

  /// Judges the clauses that the versions of a document have for a base type into the report.
  ///
  /// - Parameters:
  ///   - versions: those that may govern, the oldest first.
  ///   - date: the fact that picks one of several.
  private func check(
    _ versions: [ClausePlan], baseType: String?, date: Int?, _ evaluator: Evaluator,
    _ report: Report
  ) {
    guard let latest = versions.last else { return }
    let firstClause = report.clauseResults.count
    var counts = VerdictCounts()
    var overall = Verdict.pass
    for planned in ClausePlan.clauses(for: baseType, in: versions) {
      let firstCriterion = report.criterionResults.count
      var verdict = Verdict.pass
      for index in planned.criteria.indices {
        verdict = verdict && judge(planned, index, date: date, evaluator, report)
      }
      report.clauseResults.append(
        Report.ClauseResult(
          clause: planned.clause, article: planned.article, verdict: verdict,
          criteria: firstCriterion..<report.criterionResults.count))
      counts.add(verdict)
      overall = overall && verdict
    }
    report.rulebookResults.append(
      Report.RulebookResult(
        rulebook: latest.rulebook, versions: versions.map { $0.rulebook }, baseType: baseType,
        sizes: latest.sizes(for: baseType), verdict: overall, counts: counts,
        clauses: firstClause..<report.clauseResults.count))
  }

  private func advise(
    _ plan: ClausePlan, baseType: String, _ evaluator: Evaluator, _ report: Report
  ) {
    for advice in plan.advice(for: baseType)
    where evaluator.verdict(advice.condition, row: 0) == .fail {
      report.add(
        .advice, at: evaluator.firstFailing(advice.condition),
        .advice(id: advice.id, advice.message))
    }
  }

  private func judge(
    _ planned: ClausePlan.PlannedClause, _ index: Int, date: Int?, _ evaluator: Evaluator,
    _ report: Report
  ) -> Verdict {
    let criterion = planned.criteria[index]
    // What documents prove is told by the facts that decide.
    if !options.explainsVerdicts, planned.alternatives.isEmpty, report.evidence.isEmpty {
      let verdict = evaluator.verdict(criterion.condition, row: 0)
      report.criterionResults.append(
        Report.CriterionResult(
          criterion: criterion, verdict: verdict, findings: 0..<0, facts: 0..<0, missing: 0..<0))
      return verdict
    }
    let (findings, facts, missing) = (
      report.record.findings.count, report.record.facts.count, report.record.missing.count
    )
    var verdict = evaluator.judge(criterion.condition, into: report.record)
    if !planned.alternatives.isEmpty {
      verdict = agree(
        verdict, with: planned.alternatives[index], date: date, evaluator,
        missing: &report.record.missing, from: missing)
    }
    report.criterionResults.append(
      Report.CriterionResult(
        criterion: criterion, verdict: verdict, findings: findings..<report.record.findings.count,
        facts: facts..<report.record.facts.count, missing: missing..<report.record.missing.count))
    return verdict
  }

  /// The verdict that all versions give; where they differ, it is unknown, and the date is missing.
  ///
  /// - Parameter missing: where what the other versions lack is added, from `start` on.
  private func agree(
    _ verdict: Verdict, with alternatives: [Criterion?], date: Int?, _ evaluator: Evaluator,
    missing: inout [FactReference], from start: Int
  ) -> Verdict {
    var verdicts = [verdict]
    for alternative in alternatives {
      // A version that asks for nothing in its place is met.
      guard let alternative else {
        verdicts.append(.pass)
        continue
      }
      let record = Record()
      verdicts.append(evaluator.judge(alternative.condition, into: record))
      for fact in record.missing where !missing[start...].contains(fact) { missing.append(fact) }
    }
    if verdicts.allSatisfy({ $0 == verdict }) { return verdict }
    if let date, !missing[start...].contains(FactReference(date)) {
      missing.insert(FactReference(date), at: start)
    }
    return .unknown
  }
}
