/// Reads one file of rules and notes everything in it that is not as it should be.
struct RuleReader {
  let document: JSONDocument
  private(set) var diagnostics: [Diagnostic] = []
  /// Per value of the document, whether it was read; empty of a file that the build has checked, in
  /// which there is nothing that nobody reads.
  private var isRead: [Bool]

  /// Reports what is not JSON; a file with such an error is not read further.
  init(_ text: SourceText) { self.init(text, isChecked: false) }

  init(_ file: RuleFile) { self.init(file.text, isChecked: file.digest != nil) }

  private init(_ text: SourceText, isChecked: Bool) {
    document = JSONDocument(text)
    isRead = isChecked ? [] : Array(repeating: false, count: document.nodeCount)
    for (problem, offset) in document.problems {
      let code: DiagnosticCode =
        switch problem.code {
        case .jsonEncoding: .ruleJSONEncoding
        case .jsonDepth: .ruleJSONDepth
        default: .ruleJSONSyntax
        }
      report(code, at: offset, .json(problem, opened: problem.openedOffset.map(document.position)))
    }
  }

  /// Drops what was told from the `count`-th on and may only come of a vocabulary that has errors.
  mutating func dropConsequences(from count: Int = 0) {
    let rest = diagnostics[count...].filter {
      guard case .rule(let problem) = $0.message else { return true }
      return !problem.mayComeOfVocabulary
    }
    diagnostics.replaceSubrange(count..., with: rest)
  }

  mutating func report(_ code: DiagnosticCode, at value: JSONValue, _ problem: RuleProblem) {
    report(code, at: value.offset, .rule(problem))
  }

  private mutating func report(_ code: DiagnosticCode, at offset: Int, _ message: DiagnosticMessage)
  {
    diagnostics.append(
      Diagnostic(code, at: offset, document.position(of: offset), path: nil, message))
  }

  mutating func wrongType(_ value: JSONValue, _ expected: RuleProblem.Expected) {
    report(.ruleWrongType, at: value, .wrongType(expected: expected))
  }

  mutating func badValue(_ value: JSONValue, _ expected: RuleProblem.Expected) {
    report(.ruleBadValue, at: value, .badValue(expected: expected))
  }
}

extension RuleReader {
  /// Notes that a value was read: as what it should be, or so that it was told that it is not that.
  private mutating func note(_ value: JSONValue) {
    if !isRead.isEmpty { isRead[Int(value.index)] = true }
  }

  /// Reports a value of which nothing was made, if no reason was told since there were `count`
  /// diagnostics: nothing is dropped in silence.
  mutating func reportIfUntold(_ value: JSONValue, since count: Int) {
    if diagnostics.count == count { report(.ruleBadValue, at: value, .withoutEffect) }
  }

  /// Reports what stands in the file and was read by nobody: it would look like a rule and be none.
  ///
  /// Where something else is wrong, what belongs to that was not read, so nothing more is said.
  mutating func reportUnread() {
    guard diagnostics.isEmpty, !isRead.isEmpty else { return }
    reportUnread(document.root, at: document.root)
  }

  private mutating func reportUnread(_ value: JSONValue, at place: JSONValue) {
    guard isRead[Int(value.index)] else {
      report(.ruleUnknownKey, at: place, .withoutEffect)
      return
    }
    for element in value.elements { reportUnread(element, at: element) }
    for (key, member) in value.members where member.kind != .null && !Self.isRemark(key) {
      reportUnread(member, at: key)
    }
  }

  /// Whether a key is one of those that files may have for their own use.
  private static func isRemark(_ key: JSONValue) -> Bool {
    key.string.map { $0.hasPrefix("$") || $0.hasPrefix("x-") } ?? false
  }
}

/// The keys that an object of a file of rules has, and those that it may have.
struct RuleKeys: Sendable {
  let names: [StaticString]
  let requiredCount: Int
  let table: KeyTable

  init(required: [StaticString], optional: [StaticString] = []) {
    names = required + optional
    requiredCount = required.count
    table = KeyTable(names.map { Array($0.bytes)[...] })
  }
}

/// An object of a file of rules whose keys have been checked.
struct RuleObject {
  let value: JSONValue
  fileprivate let names: [StaticString]
  /// The node of each name's value; 0, which is never a member, where there is none.
  fileprivate var nodes: [NodeIndex]

  /// The value of a key that the object may have; nil where it has none, or null.
  subscript(name: StaticString) -> JSONValue? {
    for index in names.indices where names[index] == name {
      return nodes[index] == 0 ? nil : JSONValue(document: value.document, index: nodes[index])
    }
    return nil
  }
}

extension RuleReader {
  /// Checks that `value` is an object with these keys and no others. What it lacks is told, and the
  /// rest can be read all the same.
  mutating func object(_ value: JSONValue, _ keys: RuleKeys) -> RuleObject? {
    note(value)
    let node = value.node
    guard node.kind == .object else {
      wrongType(value, .object)
      return nil
    }
    var object = RuleObject(
      value: value, names: keys.names, nodes: Array(repeating: 0, count: keys.names.count))
    var at = value.index + 1
    while at < node.next {
      let key = JSONValue(document: document, index: at)
      let member = at + 1
      at = document.node(member).next
      guard let index = keys.table.find(key.node, in: document.text) else {
        reportUnknown(key, keys.names.map { $0.description })
        continue
      }
      if object.nodes[index] != 0 {
        reportDuplicate(key, first: JSONValue(document: document, index: object.nodes[index] - 1))
      } else {
        object.nodes[index] = member
      }
    }
    // Null says as little as nothing.
    for index in object.nodes.indices
    where object.nodes[index] != 0 && document.node(object.nodes[index]).kind == .null {
      object.nodes[index] = 0
    }
    for index in 0..<keys.requiredCount where object.nodes[index] == 0 {
      report(.ruleMissingKey, at: value, .missingKey(keys.names[index].description))
    }
    return object
  }

  private mutating func reportUnknown(_ key: JSONValue, _ allowed: [String]) {
    let name = key.string ?? ""
    var meant = nearest(to: name, among: allowed)
    if Self.isRemark(key) {
      // `x-proof` is no remark: it would take away what `proof` says.
      meant = nearest(to: String(name.drop { "$x-".contains($0) }), among: allowed)
      if meant == nil { return }
    }
    report(.ruleUnknownKey, at: key, .unknownKey(name, allowed: allowed, nearest: meant))
  }

  /// The object's members as `(key, value)`, each key once.
  mutating func distinctMembers(_ value: JSONValue) -> [(
    key: String, keyValue: JSONValue, value: JSONValue
  )] {
    note(value)
    guard value.kind == .object else {
      wrongType(value, .object)
      return []
    }
    var members: [(key: String, keyValue: JSONValue, value: JSONValue)] = []
    for (keyValue, member) in value.members {
      let key = keyValue.string ?? ""
      // So few that a table would not pay.
      if let first = members.first(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
        reportDuplicate(keyValue, first: first.keyValue)
      } else {
        members.append((key, keyValue, member))
      }
    }
    return members
  }

  /// The object's members, each key once, by the keys' numbers in a table; nil of a key that is not in
  /// it.
  mutating func members(_ value: JSONValue, _ table: KeyTable) -> [(
    number: Int?, keyValue: JSONValue, value: JSONValue
  )] {
    note(value)
    guard value.kind == .object else {
      wrongType(value, .object)
      return []
    }
    var members: [(number: Int?, keyValue: JSONValue, value: JSONValue)] = []
    for (keyValue, member) in value.members {
      let number = table.find(keyValue.node, in: document.text)
      if let first = members.first(where: {
        $0.number == number && (number != nil || $0.keyValue.string == keyValue.string)
      }) {
        reportDuplicate(keyValue, first: first.keyValue)
      } else {
        members.append((number, keyValue, member))
      }
    }
    return members
  }

  private mutating func reportDuplicate(_ key: JSONValue, first: JSONValue) {
    report(
      .ruleDuplicateKey, at: key,
      .duplicateID(key.string ?? "", first: document.position(of: first.offset)))
  }

  mutating func array(_ value: JSONValue?, nonEmpty: Bool = false) -> [JSONValue] {
    guard let value else { return [] }
    note(value)
    guard value.kind == .array else {
      wrongType(value, .array)
      return []
    }
    let elements = Array(value.elements)
    if nonEmpty, elements.isEmpty { badValue(value, .nonEmptyArray) }
    return elements
  }

  mutating func string(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    note(value)
    guard let string = value.string else {
      wrongType(value, .string)
      return nil
    }
    return string
  }

  /// One of some words.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ value: JSONValue?, of type: Word.Type
  ) -> Word? {
    guard let value, let string = string(value) else { return nil }
    if let word = Word(rawValue: string) { return word }
    reportNoWord(string, at: value, allowed: Word.allCases.map { $0.rawValue })
    return nil
  }

  /// Reports a word that is none of those that can stand at its place.
  mutating func reportNoWord(
    _ word: String, at value: JSONValue, allowed: [String], code: DiagnosticCode = .ruleBadValue
  ) {
    report(
      code, at: value,
      .wordNotAllowed(word, allowed: allowed, nearest: nearest(to: word, among: allowed)))
  }

  mutating func bool(_ value: JSONValue?) -> Bool? {
    guard let value else { return nil }
    note(value)
    if value.bool == nil { wrongType(value, .bool) }
    return value.bool
  }

  mutating func decimal(_ value: JSONValue?) -> ExactDecimal? {
    guard let value else { return nil }
    note(value)
    guard value.kind == .number else {
      wrongType(value, .number)
      return nil
    }
    guard let decimal = try? ExactDecimal(json: value.raw), decimal < FactType.quantityBound else {
      badValue(value, .number)
      return nil
    }
    return decimal
  }

  mutating func date(_ value: JSONValue?) -> CivilDate? {
    guard let value, let string = string(value) else { return nil }
    guard let date = CivilDate(string) else {
      badValue(value, .date)
      return nil
    }
    return date
  }

  mutating func moment(_ value: JSONValue?) -> CivilMoment? {
    guard let value, let string = string(value) else { return nil }
    guard let moment = CivilMoment(string) else {
      badValue(value, .moment)
      return nil
    }
    return moment
  }

  /// A short name that is used in reports and on the command line: letters, digits, `.` and `-`.
  mutating func id(_ value: JSONValue?) -> String? {
    guard let value, let string = string(value) else { return nil }
    let isID =
      !string.isEmpty
      && string.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x2E
          || $0 == 0x5F
      }
    if !isID { badValue(value, .id) }
    return isID ? string : nil
  }

  private static let wordsKeys = RuleKeys(required: [], optional: ["zh", "en"])
  private static let unitKeys = RuleKeys(required: [], optional: ["zh", "en", "plural"])

  /// Words in every language.
  mutating func words(_ value: JSONValue?) -> Words? {
    translations(value, Self.wordsKeys).map { Words(document: document, zh: $0[0], en: $0[1]) }
  }

  /// A unit's words, with the English plural.
  mutating func unit(_ value: JSONValue?) -> MeasureUnit? {
    translations(value, Self.unitKeys).map {
      MeasureUnit(
        name: Words(document: document, zh: $0[0], en: $0[1]),
        plural: Words(document: document, zh: $0[0], en: $0[2]))
    }
  }

  private mutating func translations(_ value: JSONValue?, _ keys: RuleKeys) -> [NodeIndex]? {
    guard let value else { return nil }
    note(value)
    guard value.kind == .object else {
      wrongType(value, .words)
      return nil
    }
    if isRead.isEmpty, let indices = ordinary(value, keys) { return indices }
    guard let object = object(value, keys) else { return nil }
    var indices: [NodeIndex] = []
    for name in keys.names {
      // A string of two bytes is a pair of quotes.
      guard let word = object[name], word.kind == .string, word.node.length > 2 else {
        report(
          .ruleMissingTranslation, at: object[name] ?? value,
          .missingTranslation(name == "zh" ? .zh : .en))
        continue
      }
      note(word)
      indices.append(word.index)
    }
    return indices.count == keys.names.count ? indices : nil
  }

  /// The strings of an object that has some keys in their order and no others; nil of another.
  private func ordinary(_ value: JSONValue, _ keys: RuleKeys) -> [NodeIndex]? {
    let first = value.index + 1
    guard document.node(value.index).next == first + 2 * NodeIndex(keys.names.count) else {
      return nil
    }
    for (number, name) in keys.names.enumerated() {
      let key = JSONValue(document: document, index: first + 2 * NodeIndex(number))
      let word = document.node(key.index + 1)
      guard key.isString(name), word.kind == .string, word.length > 2 else { return nil }
    }
    return keys.names.indices.map { first + 1 + 2 * NodeIndex($0) }
  }
}
