/// Fills in an application in any order, as a person fills in a form.
///
/// What to show is a function of the rules and of the draft; nothing is remembered between two calls
/// but memory to work in. For one thread at a time.
package final class Form {
  let interview: Interview
  /// The day that “today” means in answers; nil where no clock may be read.
  package var today: CivilDate?
  var used = UsedFacts()
  /// How answers were taken that say less than what stands in the file now, by their paths; told once.
  var taken: [String: Bilingual] = [:]

  var library: RuleLibrary { interview.library }
  var vocabulary: Vocabulary { interview.library.vocabulary }
  var checker: Checker { interview.checker }

  /// A form for the stages of an application's life that are wanted.
  package init(_ library: RuleLibrary, stages: Set<String>) throws(Checker.OptionError) {
    var options = Checker.Options()
    options.stages = stages
    interview = try Interview(library, options: options)
  }

  /// The draft that a text is, which is a JSON object; an empty one for any other text.
  package func begin(_ text: SourceText) -> FormDraft {
    taken = [:]
    let isObject = JSONEditor(text)?.value(at: [])?.kind == .object
    let state = interview.begin(
      isObject ? text : SourceText(name: text.name, bytes: Array("{}\n".utf8)))
    return FormDraft(text: state.text, unfinished: state.unfinished)
  }

  /// Changes a draft. Nothing that is typed is lost: what cannot be taken is set aside, in the draft.
  package func apply(_ edit: FormEdit, to draft: inout FormDraft) {
    guard var editor = JSONEditor(draft.text) else { return }
    switch edit {
    case .answer(let path, let entered): answer(path, entered, &editor, draft)
    case .codes(let path, let codes):
      guard let place = vocabulary.place(at: path), vocabulary.facts[place.fact].type == .codes
      else { return }
      let known = vocabulary.facts[place.fact].codes.map { $0.name }
      let names = codes.map { codes in known.filter { codes.contains($0) } }
      set(names.map { .list($0.map { .text($0) }) }, at: path, place, &editor, draft)
    case .none(let path, let isNone):
      guard let place = vocabulary.place(at: path), vocabulary.facts[place.fact].type == .text
      else { return }
      set(isNone ? .text("") : nil, at: path, place, &editor, draft)
    default:
      changeRows(edit, &editor, draft)
    }
    draft.text = editor.text
    retry(&draft)
  }

  // MARK: Answers

  private func answer(
    _ path: String, _ entered: String, _ editor: inout JSONEditor, _ draft: FormDraft
  ) {
    guard let place = vocabulary.place(at: path) else { return }
    let typed = entered.trimmed
    if typed.isEmpty { return set(nil, at: path, place, &editor, draft) }
    let aside = SetAside(in: editor)
    if let day = day(meantBy: typed, at: path, place, editor, draft) {
      taken[path] = Bilingual(
        zh: "记为 \(day)：“\(typed)”里哪一天都不影响结论",
        en: "taken as \(day): any day of \(typed) gives the same verdicts")
      return set(.text(day.description), at: path, place, &editor, draft)
    }
    guard let fragment = read(typed, vocabulary.facts[place.fact]).fragment else {
      set(nil, at: path, place, &editor, draft)
      return aside.put(entered, at: path, in: &editor)
    }
    let before = editor
    let wrong = Set(errors(in: editor, draft).map(Complaint.init))
    set(fragment, at: path, place, &editor, draft)
    if errors(in: editor, draft).contains(where: { !wrong.contains(Complaint($0)) }) {
      // It would be a data error, so it cannot stand there.
      editor = before
      set(nil, at: path, place, &editor, draft)
      aside.put(entered, at: path, in: &editor)
    }
  }

  /// What an answer is as JSON, or what is wrong with it.
  func read(_ typed: String, _ fact: Fact) -> (fragment: JSONFragment?, problem: Bilingual?) {
    if fact.type == .list { return (nil, Self.noTable) }
    if fact.type == .texts { return readLines(typed, fact) }
    do throws(AnswerReader.Problem) {
      guard case .value(let json) = try AnswerReader(fact, today: today).answer(typed) else {
        return (nil, nil)
      }
      return (.token(json), nil)
    } catch {
      return (nil, error.sentence)
    }
  }

  /// Texts, one a line.
  private func readLines(
    _ typed: String, _ fact: Fact
  ) -> (fragment: JSONFragment?, problem: Bilingual?) {
    if ["无", "没有", "none"].contains(typed.lowercased()) { return (.token("[]"), nil) }
    var texts: [String] = []
    for line in typed.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      let line = String(line).trimmed
      guard !line.isEmpty,
        case .value(let json)? = try? AnswerReader(fact, today: today).answer(line)
      else { continue }
      texts.append(json)
    }
    return (.token("[" + texts.joined(separator: ", ") + "]"), nil)
  }

  /// Puts a value into its place, or takes away what is there, and what was set aside for it.
  func set(
    _ value: JSONFragment?, at path: String, _ place: FormPlace, _ editor: inout JSONEditor,
    _ draft: FormDraft
  ) {
    SetAside(in: editor).remove(path, in: &editor)
    let steps = steps(of: place, editor, draft)
    if let value {
      editor.set(value, at: steps, order: vocabulary.keyOrder)
    } else {
      remove(at: steps, &editor)
    }
  }

  /// Takes a member away, and the groups around it that have nothing else.
  func remove(at steps: [JSONStep], _ editor: inout JSONEditor) {
    var steps = steps
    while case .key(let key)? = steps.last, editor.value(at: steps) != nil {
      steps.removeLast()
      editor.remove(key, at: steps)
      guard case .key? = steps.last, editor.value(at: steps)?.isEmptyObject == true else { return }
    }
  }

  func steps(of place: FormPlace, _ editor: JSONEditor, _ draft: FormDraft) -> [JSONStep] {
    guard let row = place.row else { return vocabulary.steps(of: place.fact) }
    let member = vocabulary.facts[place.fact].memberPath
    return rows(of: row.list, editor, draft).steps + [.element(row.number)]
      + member.split(separator: ".").map { .key(String($0)) }
  }

  // MARK: Errors

  /// An error, wherever it stands.
  struct Complaint: Hashable {
    let code: String
    let path: String?

    init(_ diagnostic: Diagnostic) { (code, path) = (diagnostic.codeName, diagnostic.path) }
  }

  /// What is wrong with a draft; that it has no base type yet is not.
  func errors(in editor: JSONEditor, _ draft: FormDraft) -> [Diagnostic] {
    let (text, open) = draft.unfinished.told(in: editor)
    interview.check(text, open: open, into: interview.scratch)
    return interview.scratch.diagnostics.filter {
      $0.severity == .error && $0.code != .missingBaseType
    }
  }

  // MARK: What was set aside

  /// Takes what was set aside and is no longer wrong.
  func retry(_ draft: inout FormDraft) {
    guard var editor = JSONEditor(draft.text) else { return }
    let aside = SetAside(in: editor)
    for tried in trial(of: editor, draft) where tried.problem == nil {
      guard let fragment = tried.fragment, let place = vocabulary.place(at: tried.entry.path) else {
        continue
      }
      aside.remove(tried.entry.path, in: &editor)
      editor.set(fragment, at: steps(of: place, editor, draft), order: vocabulary.keyOrder)
    }
    draft.text = editor.text
  }

  struct Trial {
    let entry: SetAside.Entry
    let fragment: JSONFragment?
    /// Why it cannot be taken; nil where it can.
    let problem: Bilingual?
  }

  /// Whether what was set aside could be taken now.
  func trial(of editor: JSONEditor, _ draft: FormDraft) -> [Trial] {
    let entries = SetAside(in: editor).entries(in: editor)
    if entries.isEmpty { return [] }
    var trials: [Trial] = []
    var whole = editor
    for entry in entries {
      guard let place = vocabulary.place(at: entry.path) else {
        trials.append(Trial(entry: entry, fragment: nil, problem: Self.noField))
        continue
      }
      let (fragment, problem) = read(entry.typed, vocabulary.facts[place.fact])
      trials.append(Trial(entry: entry, fragment: fragment, problem: problem))
      if let fragment, isFree(place, editor, draft) {
        whole.set(fragment, at: steps(of: place, whole, draft))
      }
    }
    // All at once: most are wrong by themselves, and a check for each would take long.
    let wrong = errors(in: whole, draft)
    for index in trials.indices where trials[index].problem == nil {
      let path = trials[index].entry.path
      if let own = wrong.first(where: { $0.path == path }) {
        trials[index] = trials[index].failing(own)
      }
    }
    let others = wrong.filter { error in !entries.contains { $0.path == error.path } }
    guard let other = others.first else { return trials }
    // Something else is wrong on their account: each by itself, as far as there are few.
    for (count, index) in trials.indices.filter({ trials[$0].problem == nil }).enumerated() {
      let trial = trials[index]
      var error: Diagnostic? = other
      if count < Self.mostTrials, let fragment = trial.fragment,
        let place = vocabulary.place(at: trial.entry.path)
      {
        var alone = editor
        alone.set(fragment, at: steps(of: place, alone, draft))
        error = errors(in: alone, draft).first
      }
      if let error { trials[index] = trial.failing(error) }
    }
    return trials
  }

  private static let mostTrials = 32

  private static let noTable = Bilingual(
    zh: "文件里这里不是列表，原样保留在此；请在表中重新填写",
    en: "in the file this is no list; it is kept as it was: fill in the table anew")
  private static let noField = Bilingual(zh: "表中没有这一项", en: "there is no such field")

  /// Whether nothing stands at a place, so that what was set aside may come there.
  private func isFree(_ place: FormPlace, _ editor: JSONEditor, _ draft: FormDraft) -> Bool {
    editor.value(at: steps(of: place, editor, draft)).map { $0.kind == .null } ?? true
  }
}

extension Form.Trial {
  fileprivate func failing(_ error: Diagnostic) -> Form.Trial {
    Form.Trial(entry: entry, fragment: fragment, problem: error.message.sentence)
  }
}
