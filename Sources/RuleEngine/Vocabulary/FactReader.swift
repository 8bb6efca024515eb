/// Reads the facts of one kind of document.
///
/// A fact that has errors is kept as far as that goes, so that what belongs to it is read too.
struct FactReader {
  private let forms: [String: TextForm?]
  private var facts: [Fact] = []
  private var places: [String: JSONValue] = [:]
  private var layout = LayoutDraft()
  /// Paths of facts that could not be kept: what belongs to them is not told once more.
  private var lost: Set<String> = []
  /// What facts are computed from: paths that must be facts too.
  private var sources: [(path: String, value: JSONValue)] = []
  /// Lists whose elements are told apart by a member.
  private var distinct: [(list: Int, member: String, value: JSONValue)] = []
  /// What implies flags, by their numbers: texts, which can come later.
  private var implications: [(flag: Int, value: JSONValue)] = []

  init(forms: [String: TextForm?]) { self.forms = forms }

  private static let keys = RuleKeys(
    required: ["path", "type", "label"],
    optional: [
      "unit", "codes", "scale", "maximum", "form", "distinctBy", "month", "never", "derivedFrom",
      "identifies", "question", "impliedBy", "otherNames",
    ])
  private static let implicationKeys = RuleKeys(required: ["fact", "names", "contradiction"])
  /// Which types the keys of some facts go with.
  private static let typesOfKeys: [(StaticString, [FactType])] = [
    ("codes", [.code, .codes]), ("scale", [.code]), ("maximum", [.count, .quantity]),
    ("form", [.text, .texts]), ("month", [.date]), ("never", [.date]),
    ("distinctBy", [.list]), ("unit", [.count, .quantity, .list, .codes, .texts]),
    ("derivedFrom", [.list, .flag, .count]), ("identifies", [.text, .code, .date]),
    ("question", [.flag]), ("impliedBy", [.flag]), ("otherNames", [.code, .codes]),
  ]

  private enum Scale: String, CaseIterable {
    case bestFirst = "best-first"
  }

  /// The vocabulary that a list of facts makes.
  mutating func vocabulary(
    _ value: JSONValue?, stages: [NamedCode], documents: [Vocabulary.Document],
    names: NameWords, sections: JSONValue? = nil, _ reader: inout RuleReader
  ) -> Vocabulary {
    for value in reader.array(value, nonEmpty: true) { read(value, &reader) }
    for (path, value) in sources where places[path] == nil && !lost.contains(path) {
      reader.report(
        .ruleUnknownFact, at: value,
        .unknownFact(path, nearest: nearest(to: path, among: facts.map { $0.path })))
    }
    for (list, member, value) in distinct {
      let path = "\(facts[layout.lists[list].fact].path)[].\(member)"
      if let fact = facts.first(where: { $0.path == path && $0.type == .text }) {
        layout.lists[list].distinctColumn = fact.location.column
      } else if !lost.contains(path) {
        reader.report(.ruleUnknownFact, at: value, .unknownFact(path, nearest: nil))
      }
    }
    for (flag, value) in implications { readImplication(of: flag, value, &reader) }
    return Vocabulary(
      facts: facts, objects: layout.objects, rootWidth: layout.rootWidth,
      lists: layout.listLayouts, stages: stages, documents: documents, names: names,
      sections: FormSectionReader(facts: facts, lost: lost).read(sections, &reader))
  }

  private mutating func read(_ value: JSONValue, _ reader: inout RuleReader) {
    guard let object = reader.object(value, Self.keys) else { return }
    let path = reader.string(object["path"])
    let type = reader.word(object["type"], of: FactType.self)
    let label = reader.words(object["label"]) ?? .unread(in: reader.document)
    let question = reader.words(object["question"])
    let unit = reader.unit(object["unit"])
    var codes = Self.labels(object["codes"], &reader)
    readOtherNames(object["otherNames"], of: &codes, &reader)
    let scale = reader.word(object["scale"], of: Scale.self)
    let maximum = reader.decimal(object["maximum"])
    let form = readForm(object["form"], &reader)
    let distinctBy = reader.string(object["distinctBy"])
    let dayOfMonth = reader.word(object["month"], of: DayOfMonth.self)
    let never = reader.words(object["never"])
    let identifies = reader.bool(object["identifies"]) ?? false
    let sources = readSources(object["derivedFrom"], &reader)
    guard let path, let pathValue = object["path"] else { return }
    guard let type else {
      lose(path)
      return
    }
    check(object, fits: type, codes, maximum, &reader)
    if let first = places.updateValue(value, forKey: path) {
      reader.report(
        .ruleDuplicateID, at: value,
        .duplicateID(path, first: reader.document.position(of: first.offset)))
      return
    }
    let location: FactLocation
    do throws(LayoutDraft.Misplaced) {
      location = try layout.place(path, type, fact: facts.count, isStated: sources == nil)
    } catch {
      if error != .inWhatIsNotThere || !lost.contains(LayoutDraft.parent(of: path)) {
        reader.badValue(pathValue, error.expected)
      }
      lose(path)
      return
    }
    let isList = type == .list || type == .texts
    if type == .list, let distinctBy, let value = object["distinctBy"] {
      distinct.append((layout.lists.count - 1, distinctBy, value))
    }
    if type == .flag, let value = object["impliedBy"] { implications.append((facts.count, value)) }
    facts.append(
      Fact(
        path: path, type: type, label: label, question: question, unit: unit, codes: codes,
        isScale: scale != nil, maximum: maximum, form: form, dayOfMonth: dayOfMonth, never: never,
        identifies: identifies, sources: sources, location: location,
        list: isList ? layout.lists.count - 1 : nil))
  }

  /// The text that makes a flag true, which stands in the same object.
  private mutating func readImplication(
    of flag: Int, _ value: JSONValue, _ reader: inout RuleReader
  ) {
    guard let object = reader.object(value, Self.implicationKeys) else { return }
    var names: [[UInt8]] = []
    for element in reader.array(object["names"], nonEmpty: true) {
      guard let name = reader.string(element).map(NameTable.folded) else { continue }
      if name.isEmpty { reader.badValue(element, .name) }
      names.append(name)
    }
    let contradiction = reader.words(object["contradiction"])
    guard let factValue = object["fact"], let path = reader.string(factValue),
      !lost.contains(path)
    else { return }
    guard let text = facts.firstIndex(where: { $0.path == path }) else {
      reader.report(
        .ruleUnknownFact, at: factValue,
        .unknownFact(path, nearest: nearest(to: path, among: facts.map { $0.path })))
      return
    }
    guard facts[text].type == .text else {
      reader.report(
        .ruleTypeMismatch, at: factValue,
        .factNotOfType(path, facts[text].type, expected: [.text]))
      return
    }
    let table = KeyTable(names.map { $0[...] })
    let words = contradiction ?? .unread(in: reader.document)
    if !layout.imply(flag, by: text, table, words) { reader.badValue(factValue, .factBeside) }
  }

  private mutating func lose(_ path: String) {
    lost.insert(path)
    lost.insert(path + "[]")
  }

  private func readForm(_ value: JSONValue?, _ reader: inout RuleReader) -> TextForm? {
    guard let value, let name = reader.string(value) else { return nil }
    if let form = forms[name] { return form }
    reader.reportNoWord(name, at: value, allowed: forms.keys.sorted())
    return nil
  }

  private mutating func readSources(_ value: JSONValue?, _ reader: inout RuleReader) -> [String]? {
    guard let value else { return nil }
    var paths: [String] = []
    for element in reader.array(value) {
      guard let path = reader.string(element) else { continue }
      sources.append((path, element))
      paths.append(path)
    }
    return paths
  }

  /// Complains of keys that say nothing for a fact of this type, and of those that it lacks.
  private func check(
    _ object: RuleObject, fits type: FactType, _ codes: [NamedCode], _ maximum: ExactDecimal?,
    _ reader: inout RuleReader
  ) {
    for (key, types) in Self.typesOfKeys {
      if let value = object[key], !types.contains(type) {
        reader.report(.ruleTypeMismatch, at: value, .notForType(comparison: key.description, type))
      }
    }
    if let value = object["codes"] {
      if codes.isEmpty { reader.badValue(value, .nonEmptyObject) }
      if type == .codes, codes.count > CodeSet.capacity { reader.badValue(value, .tooManyCodes) }
    } else if type == .code || type == .codes {
      reader.report(.ruleMissingKey, at: object.value, .missingKey("codes"))
    }
    if type == .count, let maximum, maximum > FactType.greatestCount, let value = object["maximum"]
    {
      reader.badValue(value, .count)
    }
  }

  /// What people call codes besides.
  private func readOtherNames(
    _ value: JSONValue?, of codes: inout [NamedCode], _ reader: inout RuleReader
  ) {
    guard let value else { return }
    for (name, key, others) in reader.distinctMembers(value) {
      let others = reader.array(others, nonEmpty: true).compactMap { reader.string($0) }
      if let index = codes.firstIndex(where: { $0.name == name }) {
        codes[index].otherNames = others
      } else {
        reader.reportNoWord(name, at: key, allowed: codes.map { $0.name })
      }
    }
  }

  /// Names and what they are called.
  static func labels(_ value: JSONValue?, _ reader: inout RuleReader) -> [NamedCode] {
    guard let value else { return [] }
    return reader.distinctMembers(value).map { name, _, member in
      NamedCode(name: name, label: reader.words(member) ?? .unread(in: reader.document))
    }
  }
}
