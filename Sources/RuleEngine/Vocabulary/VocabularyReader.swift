/// Reads `vocabulary.json`.
struct VocabularyReader {
  var reader: RuleReader
  private var forms: [String: TextForm?] = [:]
  private var facts: [Fact] = []
  private var factNumbers: [String: Int] = [:]
  /// The objects being laid out: the application, its groups, its lists' elements.
  private var drafts: [Draft] = [Draft(fact: nil, path: "", list: nil)]
  private var rootWidth = 0
  private var lists: [ListDraft] = []
  /// What facts are computed from: paths that must be facts too.
  private var sources: [(path: String, value: JSONValue)] = []

  private struct Draft {
    let fact: Int?
    /// What the paths of its members begin with.
    let path: String
    /// The number of the list in whose rows its members stand.
    let list: Int?
    var keys: [ArraySlice<UInt8>] = []
    var members: [ObjectLayout.Member] = []
  }

  private struct ListDraft {
    let fact: Int
    var width = 1
    var distinctBy: (name: String, value: JSONValue)?
  }

  init(_ reader: RuleReader) { self.reader = reader }

  private static let fileKeys = RuleKeys(
    required: ["facts"], optional: ["forms", "consistency", "stages", "documents", "names"])
  private static let namesKeys = RuleKeys(
    required: [], optional: ["abbreviations", "commonWords"])
  private static let documentKeys = RuleKeys(required: ["label", "facts"])
  private static let factKeys = RuleKeys(
    required: ["path", "type", "label"],
    optional: [
      "unit", "codes", "scale", "maximum", "form", "distinctBy", "month", "never", "derivedFrom",
      "identifies", "question",
    ])
  /// Which types the keys of some facts go with.
  private static let typesOfKeys: [(StaticString, [FactType])] = [
    ("codes", [.code, .codes]), ("scale", [.code]), ("maximum", [.count, .quantity]),
    ("form", [.text, .texts]), ("month", [.date]), ("never", [.date]),
    ("distinctBy", [.list]), ("unit", [.count, .quantity, .list, .codes, .texts]),
    ("derivedFrom", [.list, .flag, .count]), ("identifies", [.text, .code, .date]),
    ("question", [.flag]),
  ]
  private static let kindFormKeys = RuleKeys(
    required: ["kind", "description"], optional: ["examples"])
  private static let wordsFormKeys = RuleKeys(required: ["words", "description"])
  private static let alphabetFormKeys = RuleKeys(
    required: ["alphabet", "length", "description"], optional: ["checkCharacter", "mayContinue"])

  /// The vocabulary, and the consistency conditions that are still to be read; nil if the file has
  /// errors.
  mutating func read() -> (vocabulary: Vocabulary, consistency: JSONValue?)? {
    guard reader.diagnostics.isEmpty, let file = reader.object(reader.document.root, Self.fileKeys)
    else { return nil }
    if let value = file["forms"] {
      for (name, _, form) in reader.distinctMembers(value) {
        forms.updateValue(readForm(form), forKey: name)
      }
    }
    let stages = file["stages"].map { readLabels($0) } ?? []
    for stage in file["stages"]?.members.map({ $0.key }) ?? [] { _ = reader.id(stage) }
    let names = file["names"].map { readNames($0) } ?? NameWords()
    var documents: [Vocabulary.Document] = []
    if let value = file["documents"] {
      for (name, key, member) in reader.distinctMembers(value) {
        guard reader.id(key) != nil, let object = reader.object(member, Self.documentKeys) else {
          continue
        }
        let label = reader.words(object["label"])
        var other = VocabularyReader(reader)
        other.forms = forms
        let vocabulary = other.readFacts(
          object["facts"], stages: stages, documents: [], names: names)
        reader = other.reader
        guard let label, let vocabulary else { continue }
        documents.append(Vocabulary.Document(id: name, label: label, vocabulary: vocabulary))
      }
    }
    guard
      let vocabulary = readFacts(
        file["facts"], stages: stages, documents: documents, names: names)
    else { return nil }
    return (vocabulary, file["consistency"])
  }

  private mutating func readFacts(
    _ value: JSONValue?, stages: [NamedCode], documents: [Vocabulary.Document], names: NameWords
  ) -> Vocabulary? {
    for value in reader.array(value, nonEmpty: true) { readFact(value) }
    let layouts = lists.indices.map { layout(of: $0) }
    for source in sources where factNumbers[source.path] == nil {
      reader.report(
        .ruleUnknownFact, at: source.value,
        .unknownFact(source.path, nearest: nearest(to: source.path, among: facts.map { $0.path })))
    }
    guard reader.diagnostics.isEmpty else { return nil }
    return Vocabulary(
      facts: facts,
      objects: drafts.map { draft in
        ObjectLayout(
          fact: draft.fact, members: draft.members, keys: KeyTable(draft.keys),
          names: Lazy { draft.keys.map { String(decoding: $0, as: UTF8.self) } })
      },
      rootWidth: rootWidth, lists: layouts, stages: stages, documents: documents,
      names: names)
  }

  private mutating func readNames(_ value: JSONValue) -> NameWords {
    guard let object = reader.object(value, Self.namesKeys) else { return NameWords() }
    var abbreviations: [(long: String, short: String)] = []
    if let value = object["abbreviations"] {
      for (long, _, member) in reader.distinctMembers(value) {
        if let short = reader.string(member) { abbreviations.append((long, short)) }
      }
    }
    let words = reader.array(object["commonWords"]).compactMap { reader.string($0) }
    return NameWords(abbreviations: abbreviations, commonWords: words)
  }

  private mutating func readForm(_ value: JSONValue) -> TextForm? {
    if value.members.contains(where: { $0.key.isString("words") }) {
      guard let form = reader.object(value, Self.wordsFormKeys),
        let description = reader.words(form["description"])
      else { return nil }
      let values = reader.array(form["words"], nonEmpty: true)
      for value in values where value.kind != .string { reader.wrongType(value, .string) }
      let list = Lazy {
        WordList(
          words: values.compactMap { $0.string },
          table: KeyTable(values.compactMap { $0.string.map { Array($0.utf8)[...] } }))
      }
      return TextForm(rule: .words(list), description: description)
    }
    if value.members.contains(where: { $0.key.isString("kind") }) { return readKindOfForm(value) }
    guard let form = reader.object(value, Self.alphabetFormKeys),
      let description = reader.words(form["description"]),
      let alphabet = reader.string(form["alphabet"]),
      let lengthValue = form["length"], let length = reader.decimal(lengthValue)
    else { return nil }
    guard let length = length.integer, length > 0 else {
      reader.badValue(lengthValue, .length)
      return nil
    }
    guard (1...127).contains(alphabet.utf8.count), alphabet.utf8.allSatisfy({ $0 < 0x80 }) else {
      reader.badValue(form["alphabet"] ?? value, .alphabet)
      return nil
    }
    if let check = form["checkCharacter"], !check.isString("gb-32100-2015") {
      reader.report(
        .ruleBadValue, at: check,
        .wordNotAllowed(check.string ?? "", allowed: ["gb-32100-2015"], nearest: nil))
    }
    return TextForm(
      rule: .alphabet(
        Alphabet(alphabet), length: length, hasCheckCharacter: form["checkCharacter"] != nil,
        mayContinue: reader.bool(form["mayContinue"]) ?? false),
      description: description)
  }

  /// A form that the program itself knows how to read.
  private mutating func readKindOfForm(_ value: JSONValue) -> TextForm? {
    let kinds: KeyValuePairs<String, TextForm.Rule> = ["reference": .reference, "file": .file]
    guard let form = reader.object(value, Self.kindFormKeys),
      let description = reader.words(form["description"]), let kindValue = form["kind"],
      let kind = reader.string(kindValue)
    else { return nil }
    let examples = reader.array(form["examples"]).compactMap { reader.string($0) }
    guard let rule = kinds.first(where: { $0.key == kind })?.value else {
      let allowed = kinds.map { $0.key }
      reader.report(
        .ruleBadValue, at: kindValue,
        .wordNotAllowed(kind, allowed: allowed, nearest: nearest(to: kind, among: allowed)))
      return nil
    }
    return TextForm(rule: rule, description: description, examples: examples)
  }

  private mutating func readFact(_ value: JSONValue) {
    guard let object = reader.object(value, Self.factKeys),
      let path = reader.string(object["path"]),
      let typeValue = object["type"], let typeName = reader.string(typeValue),
      let label = reader.words(object["label"])
    else { return }
    guard let type = FactType(rawValue: typeName) else {
      let allowed = FactType.allCases.map { $0.rawValue }
      reader.report(
        .ruleBadValue, at: typeValue,
        .wordNotAllowed(typeName, allowed: allowed, nearest: nearest(to: typeName, among: allowed)))
      return
    }
    if let first = factNumbers[path] {
      let position = reader.document.position(of: first)
      reader.report(.ruleDuplicateID, at: value, .duplicateID(path, first: position))
      return
    }
    factNumbers[path] = value.offset
    checkKeys(of: object, fit: type)

    let codes = readCodes(object["codes"], of: type)
    var form: TextForm?
    if let formValue = object["form"], let name = reader.string(formValue) {
      form = forms[name] ?? nil
      if form == nil, !forms.keys.contains(name) {
        reader.report(
          .ruleBadValue, at: formValue,
          .wordNotAllowed(
            name, allowed: forms.keys.sorted(),
            nearest: nearest(to: name, among: forms.keys.sorted())))
      }
    }
    let maximum = reader.decimal(object["maximum"])
    if type == .count, let maximum, maximum > FactType.greatestCount, let value = object["maximum"]
    {
      reader.badValue(value, .count)
    }
    var dayOfMonth: DayOfMonth?
    if let month = object["month"], let word = reader.string(month) {
      dayOfMonth = DayOfMonth(rawValue: word)
      if dayOfMonth == nil {
        reader.report(
          .ruleBadValue, at: month,
          .wordNotAllowed(word, allowed: DayOfMonth.allCases.map { $0.rawValue }, nearest: nil))
      }
    }
    let never = reader.words(object["never"])
    let sources = object["derivedFrom"].map { value in
      reader.array(value).compactMap { element in
        reader.string(element).map { path in
          self.sources.append((path, element))
          return path
        }
      }
    }
    guard
      let location = place(
        path, type, isStated: sources == nil, pathValue: object["path"] ?? value)
    else { return }
    if type == .list {
      lists[lists.count - 1].distinctBy = object["distinctBy"].flatMap { by in
        reader.string(by).map { ($0, by) }
      }
    }
    facts.append(
      Fact(
        path: path, type: type, label: label, question: reader.words(object["question"]),
        unit: object["unit"].flatMap { reader.unit($0) },
        codes: codes, isScale: object["scale"] != nil, maximum: maximum, form: form,
        dayOfMonth: dayOfMonth, never: never,
        identifies: reader.bool(object["identifies"]) ?? false, sources: sources,
        location: location,
        list: type == .list || type == .texts ? lists.count - 1 : nil))
  }

  /// Complains of keys that say nothing for a fact of this type, and of those that it lacks.
  private mutating func checkKeys(of object: RuleObject, fit type: FactType) {
    for (key, types) in Self.typesOfKeys {
      if let value = object[key], !types.contains(type) {
        reader.report(.ruleTypeMismatch, at: value, .notForType(comparison: key.description, type))
      }
    }
    if type == .code || type == .codes, object["codes"] == nil {
      reader.report(.ruleMissingKey, at: object.value, .missingKey("codes"))
    }
    if let scale = object["scale"], !scale.isString("best-first") {
      reader.report(
        .ruleBadValue, at: scale,
        .wordNotAllowed(scale.string ?? "", allowed: ["best-first"], nearest: nil))
    }
  }

  private mutating func readCodes(_ value: JSONValue?, of type: FactType) -> [NamedCode] {
    guard let value else { return [] }
    let codes = readLabels(value)
    if type == .codes, codes.count > CodeSet.capacity { reader.badValue(value, .tooManyCodes) }
    return codes
  }

  /// Names and what they are called.
  private mutating func readLabels(_ value: JSONValue) -> [NamedCode] {
    reader.distinctMembers(value).compactMap { name, _, member in
      reader.words(member).map { NamedCode(name: name, label: $0) }
    }
  }

  /// Letters, digits, `-`, `_` and `$`: nothing that a report would have to escape.
  private static func canStandInKey(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x5F || byte == 0x24
  }

  /// Finds the object that a path's last key belongs to and gives the fact its column.
  private mutating func place(
    _ path: String, _ type: FactType, isStated: Bool, pathValue: JSONValue
  ) -> FactLocation? {
    let bytes = Array(path.utf8)
    let keyStart = (bytes.lastIndex(of: 0x2E) ?? -1) + 1
    let parentPath = String(decoding: bytes[..<max(0, keyStart - 1)], as: UTF8.self)
    let key = bytes[keyStart...]
    guard !key.isEmpty, keyStart != 1, key.allSatisfy(Self.canStandInKey) else {
      reader.badValue(pathValue, .factPath)
      return nil
    }
    guard let parent = drafts.firstIndex(where: { $0.path == parentPath }) else {
      reader.badValue(pathValue, .groupFirst)
      return nil
    }
    let list = drafts[parent].list
    if type == .list || type == .texts, list != nil {
      reader.badValue(pathValue, .listOfListed)
      return nil
    }
    let column: Int
    if let list {
      column = lists[list].width
      lists[list].width += 1
    } else {
      column = rootWidth
      rootWidth += 1
    }
    var object: Int?
    if type == .list || type == .texts { lists.append(ListDraft(fact: facts.count)) }
    if type == .group || type == .list {
      object = drafts.count
      drafts.append(
        Draft(
          fact: facts.count, path: type == .list ? path + "[]" : path,
          list: type == .list ? lists.count - 1 : list))
    }
    if isStated {
      drafts[parent].keys.append(key)
      drafts[parent].members.append(
        ObjectLayout.Member(fact: facts.count, type: type, column: column, object: object))
    }
    return FactLocation(column: column, list: list)
  }

  /// A list's layout, now that its members have made the width of its rows.
  private mutating func layout(of number: Int) -> ListLayout {
    let draft = lists[number]
    var distinctColumn: Int?
    if let (name, value) = draft.distinctBy {
      let path = "\(facts[draft.fact].path)[].\(name)"
      if let member = facts.first(where: { $0.path == path && $0.type == .text }) {
        distinctColumn = member.location.column
      } else {
        reader.report(.ruleUnknownFact, at: value, .unknownFact(path, nearest: nil))
      }
    }
    return ListLayout(
      number: number, fact: draft.fact, width: draft.width, distinctColumn: distinctColumn)
  }
}
