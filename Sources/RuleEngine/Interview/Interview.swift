/// Asks for what an application does not say and what can still change a verdict.
///
/// What to ask is a function of the rules and of how far the interview has come; nothing is
/// remembered between two calls but memory to work in. For one thread at a time.
public final class Interview {
  /// What is found at the state that `stand` was last asked about.
  public let report: Report

  let library: RuleLibrary
  let checker: Checker
  /// For looking at what is not the state.
  let scratch: Report
  private let programmeFact: Int?
  private let baseTypeFact: Int?
  private let dateFact: Int?

  /// An interview by the rulebooks that the options choose.
  public init(
    _ library: RuleLibrary, options: Checker.Options = Checker.Options()
  ) throws(Checker.OptionError) {
    self.library = library
    checker = try Checker(library, options: options)
    let vocabulary = library.vocabulary
    report = Report(application: Application(vocabulary: vocabulary))
    scratch = Report(application: Application(vocabulary: vocabulary))
    programmeFact = vocabulary.wellKnown("programme", .code)
    baseTypeFact = vocabulary.wellKnown("baseType", .code)
    dateFact = vocabulary.wellKnown("applicationDate", .date)
  }

  var vocabulary: Vocabulary { library.vocabulary }

  /// What the checker says of a text as it is; good until the next call.
  public func check(_ text: SourceText) -> Report {
    scratch.application.read(text)
    checker.check(into: scratch)
    return scratch
  }

  /// The state of an interview about a text that is JSON, in which nothing has been asked.
  public func begin(_ text: SourceText) -> InterviewState {
    var lists = UnfinishedLists(vocabulary: vocabulary, key: "")
    for key in UnfinishedLists.keys() {
      lists = UnfinishedLists(vocabulary: vocabulary, key: key)
      // What is something else's, or what someone has written nonsense into, stays as it is.
      guard let editor = JSONEditor(text), let value = editor.value(at: [.key(key)]) else { break }
      let (told, open) = lists.told(in: editor)
      scratch.application.read(told)
      let isGood =
        !scratch.application.diagnostics.contains { $0.severity == .error }
        && open.allSatisfy { list in
          vocabulary.facts[list].list.map { scratch.application.contents.lists[$0].isKnown }
            ?? false
        }
      if value.kind == .object, isGood { break }
    }
    return InterviewState(text, lists)
  }

  /// Where the interview stands at a state.
  public func stand(of state: InterviewState) -> Stand {
    // A state's text is always JSON.
    guard let editor = JSONEditor(state.text) else { return Stand(outcome: .invalid, next: .done) }
    let (text, open) = state.unfinished.told(in: editor)
    check(text, open: open, into: report)
    let view = View(lists: state.unfinished, editor: editor, open: open)
    return Stand(outcome: report.outcome, next: next(state, view))
  }

  /// A state's text, and the lists in it that may go on.
  private struct View {
    let lists: UnfinishedLists
    let editor: JSONEditor
    let open: [Int]
  }

  /// Checks a text in which the lists that are open may go on.
  func check(_ text: SourceText, open: [Int], into report: Report) {
    report.application.read(text)
    for number in open.compactMap({ vocabulary.facts[$0].list }) {
      report.application.contents.open(list: number)
    }
    checker.check(into: report)
  }

  // MARK: What comes next

  private func next(_ state: InterviewState, _ view: View) -> Stand.Next {
    if let question = baseTypeQuestion() { return .question(question) }
    guard !report.isInvalid else { return .done }
    let isCertain = report.outcome != .undetermined
    let needs = isCertain && !state.goesOn ? Needs() : Needs(of: report)
    func isSkipped(_ need: Needs.Need) -> Bool {
      state.skipped.contains(vocabulary.path(of: need.reference))
    }

    // What was begun is brought to its end.
    for list in view.open where !state.skipped.contains(vocabulary.facts[list].path) {
      let number = vocabulary.facts[list].list
      let own = needs.all.first {
        vocabulary.fact(of: $0.reference).location.list == number && !isSkipped($0)
      }
      if let own { return .question(question(own, view)) }
      return .question(entry(of: list, needs[FactReference(list)], view))
    }
    if isCertain && !state.goesOn { return .certain }
    if let question = programmeQuestion(), !state.skipped.contains(question.path) {
      return .question(question)
    }
    let date = dateFact.map { FactReference($0) }
    if let date, !state.skipped.contains(vocabulary.path(of: date)) {
      if let need = needs[date] { return .question(question(need, view)) }
      if let question = versionQuestion() { return .question(question) }
    }
    let asked = needs.all.filter { !isSkipped($0) }
    let best = asked.enumerated().min { a, b in
      (rank(a.element), -a.element.reasons.count, a.offset)
        < (rank(b.element), -b.element.reasons.count, b.offset)
    }
    guard let need = best?.element else { return .done }
    let fact = vocabulary.fact(of: need.reference)
    if fact.list != nil, need.reference.element < 0 {
      return .question(entry(of: Int(need.reference.fact), need, view))
    }
    return .question(question(need, view))
  }

  /// Facts of the application's own come first, then what is missing in its lists, then lists.
  private func rank(_ need: Needs.Need) -> Int {
    if need.reference.element >= 0 { return 1 }
    return vocabulary.fact(of: need.reference).list == nil ? 0 : 2
  }

  // MARK: Which rules apply

  private func baseTypeQuestion() -> Question? {
    guard let baseTypeFact, report.diagnostics.contains(where: { $0.code == .missingBaseType })
    else { return nil }
    let plans = askedPlans()
    let choices = vocabulary.facts[baseTypeFact].codes.filter { code in
      plans.contains { !$0.clauses(for: code.name).isEmpty }
    }
    return question(baseTypeFact, choices: choices, .baseType)
  }

  private func programmeQuestion() -> Question? {
    guard let programmeFact, checker.options.rulebooks.isEmpty,
      !report.application.contents.slot(of: programmeFact).isKnown,
      let baseType = report.baseType
    else { return nil }
    let programmes = Set(
      applicationPlans.filter { !$0.clauses(for: baseType).isEmpty }.map { $0.rulebook.programme })
    let choices = vocabulary.facts[programmeFact].codes.filter { programmes.contains($0.name) }
    return choices.count > 1 ? question(programmeFact, choices: choices, .programme) : nil
  }

  /// Asks for the date where it alone decides which version governs.
  private func versionQuestion() -> Question? {
    guard let dateFact, report.applicationDate == nil,
      report.rulebooks.contains(where: { $0.versions.count > 1 })
    else { return nil }
    return question(dateFact, .version)
  }

  /// Of the rulebooks that judge applications.
  private var applicationPlans: [ClausePlan] { checker.plans.filter { $0.rulebook.about == nil } }

  /// Of the rulebooks that the options, the application's programme and its date leave.
  private func askedPlans() -> [ClausePlan] {
    let programme = programmeFact.flatMap { checker.code($0, of: report.application) }
    let choice = checker.chooseByOptions(
      on: report.applicationDate,
      programme: checker.options.rulebooks.isEmpty ? programme : nil)
    return choice.documents.joined().map { checker.plans[$0] }
  }

  // MARK: Questions

  private func question(
    _ fact: Int, choices: [NamedCode]? = nil, _ purpose: Question.Purpose
  ) -> Question {
    Question(
      fact: vocabulary.facts[fact], path: vocabulary.facts[fact].path,
      choices: choices ?? vocabulary.facts[fact].codes, present: [], isNewEntry: false,
      element: nil, purpose: purpose, list: nil, steps: vocabulary.steps(of: fact))
  }

  /// Asks for a fact of the application's own, or of a list's element.
  private func question(_ need: Needs.Need, _ view: View) -> Question {
    let reference = need.reference
    let fact = vocabulary.fact(of: reference)
    var steps = vocabulary.steps(of: Int(reference.fact))
    var element: Question.Element?
    if reference.element >= 0, let number = fact.list ?? fact.location.list {
      let list = vocabulary.lists[number].fact
      let place = view.open.contains(list) ? view.lists.steps(of: list) : vocabulary.steps(of: list)
      steps = place + [.element(Int(reference.element))] + memberSteps(of: fact)
      element = self.element(Int(reference.element), of: list, in: report)
    }
    let present = presentCodes(of: fact, at: steps, view)
    return Question(
      fact: fact, path: vocabulary.path(of: reference),
      choices: fact.codes.filter { code in !present.contains { $0.name == code.name } },
      present: present, isNewEntry: false, element: element, purpose: .clauses(need.reasons),
      list: nil, steps: steps)
  }

  /// Asks for the next entry of a list.
  private func entry(
    of list: Int, _ need: Needs.Need?, _ view: View
  ) -> Question {
    let fact = vocabulary.facts[list]
    let isOpen = view.open.contains(list)
    let number = isOpen ? fact.list.map { report.application.contents.lists[$0].count } ?? 0 : 0
    var asked = fact
    if fact.type == .list {
      asked =
        vocabulary[fact.path + "[].name"].flatMap { $0.type == .text ? $0 : nil }
        ?? firstNeed(ofElement: number, of: list, view) ?? firstMember(of: list) ?? fact
    }
    let steps = view.lists.steps(of: list) + [.element(number)] + memberSteps(of: asked)
    return Question(
      fact: asked, path: fact.path, choices: asked.codes, present: [], isNewEntry: true,
      element: Question.Element(list: fact, number: number + 1, name: nil),
      purpose: need.map { .clauses($0.reasons) } ?? .completion, list: list, steps: steps)
  }

  /// What would be asked first of one more element.
  private func firstNeed(ofElement number: Int, of list: Int, _ view: View) -> Fact? {
    var longer = view.editor
    longer.set(.object([]), at: view.lists.steps(of: list) + [.element(number)])
    let (text, open) = view.lists.told(in: longer)
    check(text, open: open, into: scratch)
    let need = Needs(of: scratch).all.first {
      vocabulary.fact(of: $0.reference).location.list == vocabulary.facts[list].list
        && Int($0.reference.element) == number
    }
    return need.map { vocabulary.fact(of: $0.reference) }
  }

  /// What an element is described by first where nothing that is said of it decides anything.
  private func firstMember(of list: Int) -> Fact? {
    vocabulary.facts.first {
      $0.location.list == vocabulary.facts[list].list && $0.type != .group && $0.sources == nil
    }
  }

  private func memberSteps(of fact: Fact) -> [JSONStep] {
    fact.pathParts.member.split(separator: ".").map { .key(String($0)) }
  }

  private func element(_ number: Int, of list: Int, in report: Report) -> Question.Element {
    let contents = report.application.column(vocabulary.facts[list].path + "[].name") ?? []
    return Question.Element(
      list: vocabulary.facts[list], number: number + 1,
      name: contents.indices.contains(number) ? contents[number] : nil)
  }

  /// The codes that a list of codes has, where others of it are unknown.
  private func presentCodes(of fact: Fact, at steps: [JSONStep], _ view: View) -> [NamedCode] {
    guard fact.type == .codes, let list = view.editor.value(at: steps) else { return [] }
    return list.elements.compactMap { item in
      item.string.flatMap { name in fact.codes.first { $0.name == name } }
    }
  }
}
