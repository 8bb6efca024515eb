/// Which rulebooks are asked for.
struct Choice {
  /// Of each document, the numbers of the versions that may govern, the oldest first: one where the
  /// date picks it.
  var documents: [[Int]] = []
  /// The numbers of rulebooks of one round that the date lies outside.
  var closedRounds: [Int] = []

  /// Without the rulebooks that do not satisfy `condition`, and without documents that lose all.
  func filter(_ condition: (Int) -> Bool) -> Choice {
    Choice(
      documents: documents.map { $0.filter(condition) }.filter { !$0.isEmpty },
      closedRounds: closedRounds.filter(condition))
  }
}

/// Which rulebooks an application is checked against, and what it says that leaves none.
extension Checker {
  /// What to check, in the order in which it was asked for: of each document, the versions that may
  /// govern.
  func choose(_ report: Report) -> [[Int]] {
    let application = report.application
    guard let baseType = report.baseType else {
      reportMissingBaseType(application, report)
      return []
    }
    let programme =
      options.rulebooks.isEmpty ? programmeFact.flatMap { code($0, of: application) } : nil
    let asked = chooseByOptions(on: report.applicationDate, programme: programme)
    let chosen = asked.filter { !plans[$0].clauses(for: baseType).isEmpty }
    note(chosen.closedRounds, report)
    if chosen.documents.isEmpty { reportNoClause(baseType, programme, asked, report) }
    for index in chosen.documents.joined() { warnIfNotInForce(library.rulebooks[index], report) }
    return chosen.documents
  }

  /// Tells of rulebooks of one round that the report's date lies outside.
  func note(_ closedRounds: [Int], _ report: Report) {
    guard let date = report.applicationDate else { return }
    report.closedRounds = closedRounds.map {
      ClosedRound(rulebook: library.rulebooks[$0], date: date)
    }
  }

  /// The rulebooks that the options name; those of a programme, or all, where they name none.
  func chooseByOptions(on date: CivilDate?, programme: String?) -> Choice {
    var choice = Choice()
    for name in options.rulebooks { choose(named: name, on: date, &choice) }
    if options.rulebooks.isEmpty {
      for versions in series
      where programme == nil || library.rulebooks[versions[0]].programme == programme {
        choose(among: versions, on: date, &choice)
      }
    }
    return choice
  }

  /// A name is first a programme's or a series', of which the date picks versions; where no version
  /// of those governs the date, and where there is no such programme or series, an id.
  private func choose(named name: String, on date: CivilDate?, _ choice: inout Choice) {
    let rulebooks = library.rulebooks
    let documents = series.filter {
      [rulebooks[$0[0]].programme, rulebooks[$0[0]].series].contains(name)
    }
    let isOutside = date.map { date in
      !documents.joined().contains { rulebooks[$0].span.contains(date) }
    }
    if documents.isEmpty || isOutside == true,
      let own = rulebooks.firstIndex(where: { $0.id == name && $0.about == nil })
    {
      return add([own], to: &choice)
    }
    for versions in documents { choose(among: versions, on: date, &choice) }
  }

  /// The version for a date, all without one. A round that the date lies outside is left out.
  private func choose(among versions: [Int], on date: CivilDate?, _ choice: inout Choice) {
    guard let date else { return add(versions, to: &choice) }
    let version = version(among: versions, on: date)
    let rulebook = library.rulebooks[version]
    if rulebook.round == nil || rulebook.span.contains(date) {
      add([version], to: &choice)
    } else if !choice.closedRounds.contains(version) {
      choice.closedRounds.append(version)
    }
  }

  private func add(_ versions: [Int], to choice: inout Choice) {
    if !choice.documents.contains(versions) { choice.documents.append(versions) }
  }

  /// The numbers of the rulebooks of each series, in the library's order of the first; within a
  /// series by the days that they govern.
  static func series(of indices: [Int], _ rulebooks: [Rulebook]) -> [[Int]] {
    var names: [String] = []
    for index in indices where !names.contains(rulebooks[index].series) {
      names.append(rulebooks[index].series)
    }
    return names.map { name in
      indices.filter { rulebooks[$0].series == name }
        .sorted { a, b in
          guard let from = rulebooks[b].span.from else { return false }
          return rulebooks[a].span.from.map { $0 < from } ?? true
        }
    }
  }

  /// The version that governs a date; the nearest where none does.
  private func version(among versions: [Int], on date: CivilDate) -> Int {
    let latest = versions[versions.count - 1]
    func span(_ index: Int) -> Rulebook.Span { library.rulebooks[index].span }
    if let governing = versions.first(where: { span($0).contains(date) }) { return governing }
    let earlier = versions.last { span($0).until.map { $0 < date } ?? false }
    let later = versions.first { span($0).from.map { date < $0 } ?? false }
    guard let earlier, let later, let end = span(earlier).until, let start = span(later).from else {
      return earlier ?? later ?? latest
    }
    return end.days(to: date) <= date.days(to: start) ? earlier : later
  }

  /// Of the rulebooks about another kind of document, the versions for a date.
  func rulebooks(about document: String, on date: CivilDate?) -> Choice {
    let indices = library.rulebooks.indices.filter { library.rulebooks[$0].about == document }
    var choice = Choice()
    for versions in Self.series(of: indices, library.rulebooks) {
      choose(among: versions, on: date, &choice)
    }
    return choice
  }

  private func reportMissingBaseType(_ application: Application, _ report: Report) {
    guard let baseTypeFact else { return }
    // A base type that is there but wrong has been reported already.
    if application.diagnostics.contains(where: { $0.path == "baseType" && $0.severity == .error }) {
      return
    }
    let allowed = application.vocabulary.facts[baseTypeFact].codes.map { $0.name }
    add(.missingBaseType, .missingBaseType(allowed: allowed), at: baseTypeFact, report)
  }

  /// The application is at fault where it asks for what no rulebook chosen has; not where those have
  /// no clause of the stages asked.
  private func reportNoClause(
    _ baseType: String, _ programme: String?, _ asked: Choice, _ report: Report
  ) {
    let rulebooks = (asked.documents.joined() + asked.closedRounds).map { library.rulebooks[$0] }
    if let programme, rulebooks.isEmpty {
      add(.inconsistent, .noRulebook(programme: programme), at: programmeFact, report)
    } else if rulebooks.contains(where: { $0.binds(baseType) }) {
      reportNothingToCheck(report)
    } else {
      let names = rulebooks.map { $0.id }
      add(.inconsistent, .noClause(baseType: baseType, rulebooks: names), at: baseTypeFact, report)
    }
  }

  /// Warns that the rulebooks asked for have no clause of the stages asked.
  func reportNothingToCheck(_ report: Report) {
    let stages = library.vocabulary.stages.filter { options.stages.contains($0.name) }
    add(.nothingToCheck, .nothingToCheck(stages: stages), at: baseTypeFact, report)
  }

  private func add(
    _ code: DiagnosticCode, _ message: DiagnosticMessage, at fact: Int?, _ report: Report
  ) {
    if let fact { report.add(code, at: FactReference(fact), message) }
  }

  private func warnIfNotInForce(_ rulebook: Rulebook, _ report: Report) {
    guard let date = report.applicationDate, let dateFact, !rulebook.span.contains(date) else {
      return
    }
    let label = report.application.vocabulary.facts[dateFact].label
    add(.notInForce, rulebook.notInForce(label, isChosen: true), at: dateFact, report)
  }
}

extension Rulebook {
  /// That a date, which is called so, lies outside its span.
  func notInForce(_ date: Words, isChosen: Bool) -> DiagnosticMessage {
    .notInForce(
      rulebook: id, date: date, from: span.from, until: span.until, isChosen: isChosen)
  }
}
