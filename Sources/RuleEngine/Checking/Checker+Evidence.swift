/// Reading the documents that an application attaches.
extension Checker {
  /// Takes the documents into the report, looks for their files, and warns of what is not found.
  ///
  /// - Parameter chosen: the rulebooks that the application is checked against.
  func readEvidence(
    into report: Report, in folder: (any EvidenceFolder)?, checking chosen: [Int]
  ) {
    for layout in library.vocabulary.evidence {
      var reader = EvidenceReader(
        checker: self, report: report, layout: layout, folder: folder, chosen: chosen)
      for element in 0..<report.application.contents.lists[layout.list].count {
        reader.read(element)
      }
    }
  }
}

private struct EvidenceReader {
  let checker: Checker
  let report: Report
  let layout: EvidenceLayout
  let folder: (any EvidenceFolder)?
  let chosen: [Int]
  /// How many more names are compared with all that there are, which takes its time.
  var suggestionsLeft = 20

  private var application: Application { report.application }
  private var vocabulary: Vocabulary { application.vocabulary }

  mutating func read(_ element: Int) {
    let list = vocabulary.lists[layout.list]
    let row = application.contents.lists[layout.list].firstRow + element * list.width
    // Of an element that is null, nothing is known.
    guard application.contents.slots[row].isInText else { return }
    let supports = text(layout.supports, row)
    let title = text(layout.title, row)
    let file = text(layout.file, row)
    report.evidence.append(
      Evidence(
        reference: FactReference(list.fact, element: element), title: title, file: file,
        supports: supports, state: file.map { look(for: $0, element) } ?? .noFile,
        target: supports.flatMap { target($0, of: title, element) }))
  }

  /// What a document says; nil where it does not, or leaves it empty.
  private func text(_ fact: Int?, _ row: Int) -> String? {
    guard let fact else { return nil }
    let slot = application.contents.slots[row + vocabulary.facts[fact].location.column]
    guard slot.isInText, application.contents.length(slot) > 0 else { return nil }
    return application.contents.string(slot)
  }

  // MARK: What it proves

  private mutating func target(
    _ name: String, of title: String?, _ element: Int
  ) -> Evidence.Target? {
    if let named = NamedFact(name, in: vocabulary) {
      if let number = named.element { warnIfAbsent(number, of: named.fact, name, element) }
      return .fact(named.fact, element: named.element)
    }
    let clauses = clauses(ClauseReference(name))
    if !clauses.isEmpty { return .clauses(ClauseProof(clauses, title: title)) }
    var nearest: String?
    if suggestionsLeft > 0 {
      suggestionsLeft -= 1
      nearest = checker.reference(near: name)
    }
    warn(.unknownReference, layout.supports, element, .unknownReference(name, nearest: nearest))
    return nil
  }

  /// What is named in the rulebooks that are checked. Only if that is nothing the others are read,
  /// to see whether there is such a clause at all.
  private func clauses(_ reference: ClauseReference) -> [FoundClause] {
    func found(_ index: Int) -> [FoundClause] {
      reference.clauses(in: checker.plans[index].index.value)
    }
    let checked = chosen.flatMap(found)
    if !checked.isEmpty { return checked }
    let rulebooks = checker.library.rulebooks
    return rulebooks.indices.lazy.filter { rulebooks[$0].about == nil }.map(found)
      .first { !$0.isEmpty } ?? []
  }

  /// Warns of an element that its list does not have.
  private func warnIfAbsent(_ number: Int, of fact: Int, _ name: String, _ element: Int) {
    let fact = vocabulary.facts[fact]
    guard let list = fact.list ?? fact.location.list else { return }
    let contents = application.contents.lists[list]
    guard contents.isKnown, number >= contents.count else { return }
    warn(
      .unknownReference, layout.supports, element,
      .noSuchElement(
        name, list: vocabulary.facts[vocabulary.lists[list].fact].path, count: contents.count))
  }

  // MARK: Its file

  private func look(for file: String, _ element: Int) -> Evidence.State {
    guard let path = EvidencePath(file) else {
      warn(.evidenceOutside, layout.file, element, .evidenceOutside(file))
      return .outside
    }
    guard let folder else { return .unchecked }
    switch path.names.isEmpty ? .notAFile : folder.file(at: path.names) {
    case .found: return .found
    case .missing:
      warn(
        .evidenceMissing, layout.file, element,
        .evidenceMissing(file, hasBackslash: file.utf8.contains(0x5C)))
      return .missing
    case .outside:
      warn(.evidenceOutside, layout.file, element, .evidenceOutside(file))
      return .outside
    case .notAFile:
      warn(.evidenceNotAFile, layout.file, element, .evidenceNotAFile(file))
      return .notAFile
    }
  }

  private func warn(
    _ code: DiagnosticCode, _ fact: Int?, _ element: Int, _ message: DiagnosticMessage
  ) {
    guard let fact else { return }
    report.add(code, at: FactReference(fact, element: element), message)
  }
}

extension Checker {
  /// The fact or clause that somebody most likely meant. Some write what a fact is called.
  fileprivate func reference(near name: String) -> String? {
    let facts = library.vocabulary.facts
    let meant = facts.first { fact in Language.allCases.contains { fact.label[$0] == name } }
    return meant?.path ?? fact(near: name)
      ?? ClauseReference(name).similar(in: library.applicationRulebooks).first
  }

  /// The path of such a fact, of the same element: `experts[3]` for `expert[3]`.
  private func fact(near name: String) -> String? {
    let paths = library.vocabulary.facts.map { $0.path }
    guard let open = name.firstIndex(of: "["), let close = name[open...].firstIndex(of: "]") else {
      return nearest(to: name, among: paths)
    }
    let (list, element, member) = (name[..<open], name[open...close], name[close...].dropFirst())
    let path = nearest(to: list + (member.isEmpty ? "" : "[]") + member, among: paths)
    guard let path else { return nil }
    let before = path.prefix { $0 != "[" }
    let whole = String(before + element + path.dropFirst(before.count + "[]".count))
    return NamedFact(whole, in: library.vocabulary) == nil ? path : whole
  }
}
