import Testing

@testable import RuleEngine
@testable import TestSupport

/// What must hold of any application, tried on many that are made at random.
@Suite struct RandomApplicationTests {
  private static let perSeed = 10

  private struct Checked {
    let library: RuleLibrary
    let checker: Checker

    init() throws {
      library = try BuiltIn.library()
      var options = Checker.Options()
      options.stages = Set(library.vocabulary.stageNames)
      checker = try Checker(library, options: options)
    }

    func report(_ text: String) -> Report {
      let application = Application(vocabulary: library.vocabulary)
      application.read(SourceText(name: "a.json", bytes: text.utf8))
      return checker.check(application)
    }
  }

  /// Whether a verdict may become another when one more fact is known.
  private static func mayBecome(_ before: Verdict, _ after: Verdict) -> Bool {
    before == .unknown || before == after
  }

  /// Whether it is open since a name stands more than once: that can be what was named last, and
  /// makes certain what it turns out to be nothing but open.
  private static func isDoubtful(_ criterion: CriterionReport) -> Bool {
    criterion.verdict == .unknown && !criterion.repeatedNames.isEmpty
  }

  /// To know more settles what was open and changes nothing that was settled.
  @Test(arguments: Seeds.first(1, of: 24))
  func knowledgeIsMonotone(seed: Int) throws {
    let checked = try Checked()
    var maker = ApplicationMaker(vocabulary: checked.library.vocabulary, seed: seed)
    var compared = 0
    for _ in 0..<Self.perSeed {
      var application = maker.application()
      var before = checked.report(application.text)
      if before.isInvalid { continue }
      for _ in 0..<12 {
        guard let fuller = maker.fillingOne(of: application) else { break }
        let text = fuller.text
        let after = checked.report(text)
        if after.isInvalid {
          // What was filled in may contradict the rest; then nothing is said.
          #expect(
            after.diagnostics.filter { $0.severity == .error }.allSatisfy {
              $0.code == .inconsistent
            })
          continue
        }
        // A date that is named may lie outside a round, which then is left out.
        let rounds = after.closedRounds.map(\.rulebook.id)
        let kept = before.rulebooks.filter { !rounds.contains($0.rulebook.id) }
        let criteria = kept.flatMap(\.clauses).flatMap(\.criteria)
        #expect(after.criteria.map(\.criterion.id) == criteria.map(\.criterion.id))
        for (old, new) in zip(criteria, after.criteria)
        where !Self.mayBecome(old.verdict, new.verdict) && !Self.isDoubtful(new) {
          Issue.record(
            """
            \(old.criterion.id) was \(old.verdict), is \(new.verdict):
            \(application.text)
            \(text)
            """
          )
        }
        for (old, new) in zip(kept, after.rulebooks) {
          for (oldClause, newClause) in zip(old.clauses, new.clauses) {
            let isDoubtful = newClause.criteria.contains(where: Self.isDoubtful)
            #expect(Self.mayBecome(oldClause.verdict, newClause.verdict) || isDoubtful)
          }
          let doubtful = new.clauses.count { $0.criteria.contains(where: Self.isDoubtful) }
          #expect(
            old.outcome == .undetermined || old.outcome == new.outcome
              || doubtful > 0 && new.outcome == .undetermined)
          #expect(new.counts.unknown <= old.counts.unknown + doubtful)
        }
        (application, before) = (fuller, after)
        compared += 1
      }
    }
    #expect(compared > 0)
  }

  /// So it is in a match, of what is compared before and after.
  @Test(arguments: Seeds.first(1, of: 24))
  func knowledgeIsMonotoneInAMatch(seed: Int) throws {
    let checked = try Checked()
    var maker = ApplicationMaker(vocabulary: checked.library.vocabulary, seed: 900 + seed)
    var doubtful: Set<String> = []
    func verdicts(_ text: String) -> [String: Verdict]? {
      let report = Report(application: Application(vocabulary: checked.library.vocabulary))
      report.application.read(SourceText(name: "a.json", bytes: text.utf8))
      checked.checker.match(into: report)
      doubtful = []
      if report.isInvalid { return nil }
      var verdicts: [String: Verdict] = [:]
      for match in report.rulebooks {
        for clause in match.clauses {
          let name = "\(match.rulebook.id) \(match.baseType ?? "") \(clause.clause.id)"
          verdicts[name] = clause.verdict
          if clause.criteria.contains(where: Self.isDoubtful) { doubtful.insert(name) }
        }
      }
      return verdicts
    }
    var compared = 0
    for _ in 0..<Self.perSeed {
      var application = maker.application()
      guard var before = verdicts(application.text) else { continue }
      for _ in 0..<6 {
        guard let fuller = maker.fillingOne(of: application) else { break }
        guard let after = verdicts(fuller.text) else { continue }
        for (name, verdict) in after {
          guard let known = before[name] else { continue }
          #expect(
            Self.mayBecome(known, verdict) || doubtful.contains(name) && verdict == .unknown,
            "\(name): \(application.text)\n\(fuller.text)")
          compared += 1
        }
        (application, before) = (fuller, after)
      }
    }
    #expect(compared > 0)
  }

  /// A report agrees with itself.
  @Test(arguments: Seeds.first(1, of: 24))
  func reportsAgreeWithThemselves(seed: Int) throws {
    let checked = try Checked()
    var maker = ApplicationMaker(vocabulary: checked.library.vocabulary, seed: 1000 + seed)
    for _ in 0..<Self.perSeed {
      let (text, positions) = maker.application().written
      let report = checked.report(text)
      if report.isInvalid {
        #expect(report.rulebooks.isEmpty && report.outcome == .invalid)
        continue
      }
      for rulebook in report.rulebooks {
        let verdicts = rulebook.clauses.map(\.verdict)
        #expect(rulebook.counts.pass == verdicts.count { $0 == .pass })
        #expect(rulebook.counts.fail == verdicts.count { $0 == .fail })
        #expect(rulebook.counts.unknown == verdicts.count { $0 == .unknown })
        #expect(rulebook.outcome == Outcome(verdicts.min() ?? .pass))
        for clause in rulebook.clauses {
          #expect(clause.verdict == clause.criteria.map(\.verdict).min())
        }
      }
      #expect(report.outcome == Self.worst(report.rulebooks.map(\.outcome)))
      let wrong = report.criteria.flatMap { problems(of: $0, in: report, positions) }
      let isRight = wrong.isEmpty
      #expect(isRight, "\(wrong.joined(separator: "\n"))\n\(text)")
    }
  }

  private static func worst(_ outcomes: [Outcome]) -> Outcome {
    outcomes.contains(.ineligible)
      ? .ineligible : outcomes.contains(.undetermined) ? .undetermined : .eligible
  }

  /// What is wrong with the report on a criterion.
  private func problems(
    of criterion: CriterionReport, in report: Report, _ positions: [String: SourcePosition]
  ) -> [String] {
    var problems: [String] = []
    func expect(_ isRight: Bool, _ problem: @autoclosure () -> String) {
      if !isRight { problems.append("\(criterion.criterion.id): \(problem())") }
    }
    let missing = report.paths(criterion.missing)
    let facts = report.paths(criterion.facts)
    expect(
      missing.isEmpty == (criterion.open != .facts),
      "open for \(criterion.open as Any), missing \(missing)")
    expect(
      (criterion.open != nil) == (criterion.verdict == .unknown), "\(criterion.verdict), yet open")
    if criterion.isForAuthority {
      expect(Self.leavesRoom(criterion.criterion.condition), "leaves nothing to the authority")
    }
    if criterion.verdict != .fail {
      expect(criterion.shortfall(in: .zh) == nil, "a shortfall without a failure")
    }

    // What decided stands where it is said to stand; what is missing stands nowhere.
    for (reference, path) in zip(criterion.facts, facts) {
      expect(
        positions[path] == report.application.position(of: reference), "\(path) stands elsewhere")
    }
    for path in missing { expect(positions[path] == nil, "\(path) is not missing") }
    expect(Set(missing).count == missing.count, "missing twice: \(missing)")
    expect(Set(facts).count == facts.count, "named twice: \(facts)")

    // What the condition reads and the text has is named, whatever other criteria read.
    for path in Self.read(criterion.criterion.condition, report.application.vocabulary)
    where positions[path] != nil {
      expect(facts.contains(path), "\(path) is not among \(facts)")
    }
    // Every language says the same of whether there is something to say.
    for said in [CriterionReport.actual, CriterionReport.required, CriterionReport.shortfall] {
      expect(
        (said(criterion)(.zh) == nil) == (said(criterion)(.en) == nil), "said in one language only")
    }
    return problems
  }

  /// Whether a condition has an open list, or a figure below which the authority decides.
  private static func leavesRoom(_ condition: Condition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts): parts.contains(where: leavesRoom)
    case .implication(let premise, let conclusion): leavesRoom(premise) || leavesRoom(conclusion)
    case .every(_, _, let condition): leavesRoom(condition)
    case .scoped, .discretion: true
    case .test(_, .includes(let inclusion)): inclusion.extent == .allOrSimilar
    case .test(_, .membership(let membership)):
      if case .open = membership.list { true } else { false }
    case .number(let left, _, let right, let authorityFrom):
      authorityFrom != nil || leavesRoom(left) || leavesRoom(right)
    case .share(let part, let whole, _, _): leavesRoom(part) || leavesRoom(whole)
    default: false
    }
  }

  /// Whether it counts what an open list, or such a figure, decides.
  private static func leavesRoom(_ number: NumberExpression) -> Bool {
    switch number {
    case .list(_, .elements(let filter?)): leavesRoom(filter)
    case .sum(let parts): parts.contains(where: leavesRoom)
    default: false
    }
  }

  /// The paths of the application's own facts and of the lists that a condition reads, whatever
  /// comes of its parts.
  private static func read(_ condition: Condition, _ vocabulary: Vocabulary) -> [String] {
    func path(_ operand: Operand) -> [String] { [vocabulary.facts[Int(operand.fact)].path] }
    func path(_ list: ListOperand) -> [String] { [vocabulary.facts[Int(list.fact)].path] }
    func number(_ expression: NumberExpression) -> [String] {
      switch expression {
      case .literal: []
      case .fact(let operand, _): path(operand)
      case .list(let list, _): path(list)
      case .sum(let parts): parts.flatMap(number)
      }
    }
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts):
      return parts.flatMap { read($0, vocabulary) }
    // Where the premise fails, the conclusion is not looked at.
    case .implication(let premise, _): return read(premise, vocabulary)
    // Of what does not apply, nothing but that is read.
    case .scoped: return []
    case .discretion(let condition, _): return read(condition, vocabulary)
    case .every(let list, _, _): return path(list)
    case .test(let operand, let test):
      var paths = path(operand)
      test.forEachOther { paths += path($0) }
      return paths
    case .number(let left, _, let right, _): return number(left) + number(right)
    case .share(let part, let whole, _, _): return number(part) + number(whole)
    }
  }

  /// With every place filled, only the authority can keep a verdict open.
  @Test(arguments: Seeds.first(2, of: 20))
  func nothingIsMissingOfAWholeApplication(seed: Int) throws {
    let checked = try Checked()
    var maker = ApplicationMaker(vocabulary: checked.library.vocabulary, seed: 2000 + seed)
    for _ in 0..<3 {
      var application = maker.application()
      maker.unknownOnceIn = 1_000_000_000
      while let fuller = maker.fillingOne(of: application) { application = fuller }
      let report = checked.report(application.text)
      let open = report.criteria.filter { $0.open == .facts }.map(\.criterion.id)
      #expect(open.isEmpty, "\(application.text)")
    }
  }
}
