/// Which rulebooks an application is checked against, and what it says that leaves none.
extension Checker {
  /// The rulebooks to check, in the order in which they were asked for.
  func choose(_ report: Report) -> [Int] {
    let application = report.application
    guard let baseType = report.baseType else {
      reportMissingBaseType(application, report)
      return []
    }
    let programme =
      options.rulebooks.isEmpty ? programmeFact.flatMap { code($0, of: application) } : nil
    let asked = chooseByOptions(on: report.applicationDate, programme: programme)
    let chosen = asked.filter { !plans[$0].clauses(for: baseType).isEmpty }
    if chosen.isEmpty { reportNoClause(baseType, programme, asked, report) }
    for index in chosen { warnIfNotInForce(library.rulebooks[index], report) }
    return chosen
  }

  /// The rulebooks that the options name; those of a programme, or all, where they name none.
  func chooseByOptions(on date: CivilDate?, programme: String?) -> [Int] {
    var chosen: [Int] = []
    if options.rulebooks.isEmpty { addRulebooks(of: programme, on: date, to: &chosen) }
    for name in options.rulebooks {
      if let index = library.rulebooks.firstIndex(where: { $0.id == name }) {
        if !chosen.contains(index) { chosen.append(index) }
      } else {
        addRulebooks(of: name, on: date, to: &chosen)
      }
    }
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

  /// The version that governs a date; the latest where there is no date, the nearest where none
  /// governs it.
  func version(among versions: [Int], on date: CivilDate?) -> Int {
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
        .missingBaseType(allowed: application.vocabulary.facts[baseTypeFact].codes.map { $0.name }))
    )
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
        .noClause(
          baseType: baseType, rulebooks: chosen.map { library.rulebooks[$0].id },
          stages: options.stages == ["eligibility"] ? [] : options.stages.sorted()),
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
}
