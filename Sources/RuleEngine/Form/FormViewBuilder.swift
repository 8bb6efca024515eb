/// Puts together what there is to show of a draft.
struct FormViewBuilder {
  private let form: Form
  private let report: Report
  private let editor: JSONEditor
  private let draft: FormDraft
  private let vocabulary: Vocabulary
  /// What is wrong at a path.
  private var messages: [String: FormView.Message] = [:]
  private var entered: [String: String] = [:]
  private var notes: [Diagnostic] = []
  /// Per fact the clauses that read it.
  private var reasons: [[FormView.Reason]]
  private var isWanted: [Bool]

  init(_ form: Form, _ report: Report, _ editor: JSONEditor, _ draft: FormDraft) {
    self.form = form
    self.report = report
    self.editor = editor
    self.draft = draft
    vocabulary = form.vocabulary
    reasons = Array(repeating: [], count: vocabulary.facts.count)
    isWanted = Array(repeating: false, count: vocabulary.facts.count)
    readReasons()
    readMessages()
  }

  func view() -> FormView {
    FormView(
      report: report, sections: sections(), notes: notes,
      choices: [form.checker.programmeFact, form.checker.baseTypeFact, form.checker.dateFact]
        .compactMap { $0 }.map { vocabulary.facts[$0].path })
  }

  // MARK: Clauses

  private mutating func readReasons() {
    for (number, rulebook) in report.rulebooks.enumerated() {
      for (place, clause) in rulebook.clauses.enumerated() {
        var readings: [Int: [Words]] = [:]
        var facts: [Int] = []
        for criterion in clause.criteria {
          criterion.criterion.condition.forEachFact { fact in
            if readings[Int(fact)] == nil { facts.append(Int(fact)) }
            readings[Int(fact), default: []] += criterion.criterion.reading.map { [$0] } ?? []
          }
          guard clause.verdict == .unknown else { continue }
          for reference in criterion.missing { want(Int(reference.fact)) }
        }
        for fact in facts {
          reasons[fact].append(
            FormView.Reason(rulebook: number, clause: place, readings: readings[fact] ?? []))
        }
      }
    }
  }

  private mutating func want(_ fact: Int) {
    isWanted[fact] = true
    if let list = vocabulary.facts[fact].location.list {
      isWanted[vocabulary.lists[list].fact] = true
    }
  }

  // MARK: Messages

  private mutating func readMessages() {
    for (path, text) in form.taken {
      messages[path] = FormView.Message(isError: false, text: text)
    }
    let aside = SetAside(in: editor)
    for trial in form.trial(of: editor, draft) {
      entered[trial.entry.path] = trial.entry.typed
      if let problem = trial.problem {
        messages[trial.entry.path] = FormView.Message(isError: true, text: problem)
      }
    }
    for diagnostic in report.diagnostics where diagnostic.code != .missingBaseType {
      guard let path = diagnostic.path?.withoutItem, vocabulary.place(at: path) != nil else {
        // The program's own keys are nobody's mistake.
        if diagnostic.path != aside.key { notes.append(diagnostic) }
        continue
      }
      if messages[path] == nil {
        messages[path] = FormView.Message(
          isError: diagnostic.severity == .error, text: diagnostic.message.inForm)
      }
    }
  }

  // MARK: Fields

  private func sections() -> [FormView.Section] {
    let named = vocabulary.sections
    if named.isEmpty {
      let own = vocabulary.facts.indices.filter(isField)
      return [FormView.Section(title: nil, fields: own.map { field($0, nil) })]
    }
    var places: [String: (section: Int, rank: Int)] = [:]
    for (number, section) in named.enumerated() {
      for (rank, fact) in section.facts.enumerated() {
        places[vocabulary.facts[fact].path] = (number, rank)
      }
    }
    var fields: [[(rank: Int, fact: Int, group: Words?)]] = Array(
      repeating: [], count: named.count)
    for fact in vocabulary.facts.indices where isField(fact) {
      let ancestors = FormSectionReader.ancestors(of: vocabulary.facts[fact].path)
      guard let named = ancestors.first(where: { places[$0] != nil }), let place = places[named]
      else { continue }
      let group = ancestors.dropFirst().first { vocabulary[$0]?.type == .group }
      fields[place.section].append((place.rank, fact, group.flatMap { vocabulary[$0]?.label }))
    }
    return named.indices.map { number in
      let own = fields[number].sorted { ($0.rank, $0.fact) < ($1.rank, $1.fact) }
      return FormView.Section(
        title: named[number].title, fields: own.map { field($0.fact, $0.group) })
    }
  }

  private func isField(_ number: Int) -> Bool {
    let fact = vocabulary.facts[number]
    return fact.type != .group && fact.sources == nil && fact.location.list == nil
  }

  private func field(_ number: Int, _ group: Words?) -> FormView.Field {
    let fact = vocabulary.facts[number]
    var own = reasons[number]
    if let list = fact.list, fact.type == .list {
      // A list is asked for wherever one of its members is.
      for member in vocabulary.facts.indices
      where vocabulary.facts[member].location.list == list && member != number {
        for reason in reasons[member] { own.add(reason) }
      }
      own.sort { ($0.rulebook, $0.clause) < ($1.rulebook, $1.clause) }
    }
    let isList = fact.type == .list
    return FormView.Field(
      path: fact.path, fact: fact, choices: choices(of: number), group: group,
      isUsed: form.used[number],
      isWanted: isWanted[number],
      cell: isList
        ? FormView.Cell(value: nil, entered: entered[fact.path], message: messages[fact.path])
        : cell(editor.value(at: vocabulary.steps(of: number)), fact, fact.path),
      reasons: own, rows: isList ? rows(number) : nil)
  }

  /// The codes of a fact; of the base type those that the programme has, if one is chosen.
  private func choices(of number: Int) -> [NamedCode] {
    let codes = vocabulary.facts[number].codes
    guard number == form.checker.baseTypeFact,
      let programme = form.checker.programmeFact.flatMap({
        form.checker.code($0, of: report.application)
      })
    else { return codes }
    let own = form.library.applicationRulebooks.filter { $0.isCalled(programme) }
    let left = codes.filter { code in own.contains { $0.binds(code.name) } }
    return left.isEmpty ? codes : left
  }

  private func cell(_ value: JSONValue?, _ fact: Fact, _ path: String) -> FormView.Cell {
    FormView.Cell(
      value: value.flatMap { FormValue($0, fact) }, entered: entered[path],
      message: messages[path])
  }

  private func rows(_ list: Int) -> FormView.Rows {
    let facts = form.columnFacts(of: list)
    let numbers = facts.map { vocabulary.index(of: $0.path.utf8) ?? list }
    let rows = form.rows(of: list, editor, draft)
    let path = vocabulary.facts[list].path
    let members = facts.map { $0.memberPath.split(separator: ".").map { String($0) } }
    let cells = rows.values.enumerated().map { row, value in
      facts.indices.map { column -> FormView.Cell in
        let inner = members[column].reduce(Optional(value)) { value, key in
          value?.members.first { $0.key.string == key }?.value
        }
        return cell(inner, facts[column], "\(path)[\(row)].\(facts[column].memberPath)")
      }
    }
    let columns = facts.indices.map { column in
      FormView.Column(
        fact: facts[column], isUsed: form.used[numbers[column]],
        reasons: reasons[numbers[column]])
    }
    var own: [Int: FormView.Message] = [:]
    for row in rows.values.indices {
      let place = "\(path)[\(row)]"
      guard let message = messages[place] else { continue }
      let typed = entered[place].map { Bilingual(zh: "“\($0)”：", en: "\"\($0)\": ") }
      own[row] = FormView.Message(
        isError: message.isError, text: typed?.adding(message.text) ?? message.text)
    }
    return FormView.Rows(
      columns: columns, cells: cells, messages: own, isComplete: rows.isComplete)
  }
}

extension [FormView.Reason] {
  /// A clause is a reason once, with all that is read of it.
  fileprivate mutating func add(_ reason: FormView.Reason) {
    guard
      let known = firstIndex(where: {
        $0.rulebook == reason.rulebook && $0.clause == reason.clause
      })
    else { return append(reason) }
    self[known] = FormView.Reason(
      rulebook: reason.rulebook, clause: reason.clause,
      readings: self[known].readings + reason.readings)
  }
}

extension DiagnosticMessage {
  /// As a form says it: without lines and columns, which a form has not.
  package var inForm: Bilingual {
    switch self {
    case .repeatedName(let name, _):
      Bilingual(
        zh: "“\(name)”已在前面列出：同一的只计一次，不同的请在名称中注明区别",
        en:
          "“\(name)” is listed above already: the same one counts once; if they are different, tell them apart in the name"
      )
    default: sentence
    }
  }
}
