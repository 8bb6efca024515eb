/// Reads one file of rules and notes everything in it that is not as it should be.
struct RuleReader {
  let document: JSONDocument
  private(set) var diagnostics: [Diagnostic] = []

  /// Reports what is not JSON; a file with such an error is not read further.
  ///
  /// - Parameter key: a key of the outermost object before which reading ends.
  init(_ text: SourceText, before key: StaticString? = nil) {
    document = JSONDocument(text, before: key)
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
  /// Checks that `value` is an object with these keys and no others.
  mutating func object(_ value: JSONValue, _ keys: RuleKeys) -> RuleObject? {
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
        let first = document.node(object.nodes[index] - 1)
        report(
          .ruleDuplicateKey, at: key,
          .duplicateID(key.string ?? "", first: document.position(of: Int(first.start))))
      } else {
        object.nodes[index] = member
      }
    }
    // Null says as little as nothing.
    for index in object.nodes.indices
    where object.nodes[index] != 0 && document.node(object.nodes[index]).kind == .null {
      object.nodes[index] = 0
    }
    var isComplete = true
    for index in 0..<keys.requiredCount where object.nodes[index] == 0 {
      report(.ruleMissingKey, at: value, .missingKey(keys.names[index].description))
      isComplete = false
    }
    return isComplete ? object : nil
  }

  private mutating func reportUnknown(_ key: JSONValue, _ allowed: [String]) {
    let name = key.string ?? ""
    if name.hasPrefix("$") || name.hasPrefix("x-") { return }
    report(
      .ruleUnknownKey, at: key,
      .unknownKey(name, allowed: allowed, nearest: nearest(to: name, among: allowed)))
  }

  /// The object's members as `(key, value)`, each key once.
  mutating func distinctMembers(_ value: JSONValue) -> [(
    key: String, keyValue: JSONValue, value: JSONValue
  )] {
    guard value.kind == .object else {
      wrongType(value, .object)
      return []
    }
    var members: [(key: String, keyValue: JSONValue, value: JSONValue)] = []
    for (keyValue, member) in value.members {
      let key = keyValue.string ?? ""
      // So few that a table would not pay.
      if let first = members.first(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
        report(
          .ruleDuplicateKey, at: keyValue,
          .duplicateID(key, first: document.position(of: first.keyValue.offset)))
      } else {
        members.append((key, keyValue, member))
      }
    }
    return members
  }

  mutating func array(_ value: JSONValue?, nonEmpty: Bool = false) -> [JSONValue] {
    guard let value else { return [] }
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
    guard let string = value.string else {
      wrongType(value, .string)
      return nil
    }
    return string
  }

  mutating func bool(_ value: JSONValue?) -> Bool? {
    guard let value else { return nil }
    if value.bool == nil { wrongType(value, .bool) }
    return value.bool
  }

  mutating func decimal(_ value: JSONValue?) -> ExactDecimal? {
    guard let value else { return nil }
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
    guard value.kind == .object else {
      wrongType(value, .words)
      return nil
    }
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
      indices.append(word.index)
    }
    return indices.count == keys.names.count ? indices : nil
  }
}
