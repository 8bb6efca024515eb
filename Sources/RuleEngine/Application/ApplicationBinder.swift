/// Takes an application's facts from its tape into slots, and finds what is wrong with their shape.
extension ApplicationContents {
  mutating func bindRoot() {
    let root = tape[0]
    guard root.kind == .object else {
      report(
        .notAnObject, at: Int(root.start), path: nil, .notAnObject(found: JSONTypeName(root.kind)))
      checkStrayValue(0)
      return
    }
    bindObject(0, layout: 0, row: 0, element: -1)
  }

  /// The members of an object, into the row that begins at `row`.
  private mutating func bindObject(
    _ object: NodeIndex, layout number: Int, row: Int, element: Int32
  ) {
    let end = tape[object].next
    var index = object + 1
    var strayKeys: [NodeIndex] = []
    var firstKeys: [[UInt8]: NodeIndex]?
    while index < end {
      let value = index + 1
      let next = tape[value].next
      if let found = vocabulary.objects[number].keys.find(tape[index], in: text) {
        let member = vocabulary.objects[number].members[found]
        let column = row + member.column
        if slots[column].isAbsent {
          bindValue(value, member, row: row, element: element)
        } else {
          let keys = firstKeys ?? self.firstKeys(in: object)
          firstKeys = keys
          let name = JSONDecoding.bytes(of: tape[index], in: text)
          reportDuplicate(index, first: keys[name] ?? index)
          checkStrayValue(value)
        }
      } else {
        strayKeys.append(index)
        checkStrayValue(value)
      }
      index = next
    }
    if !strayKeys.isEmpty { checkStrayKeys(strayKeys, layout: number, element: element) }
    for implication in vocabulary.objects[number].implications {
      imply(implication, row: row, element: element)
    }
  }

  /// Takes a flag as true that nothing is said of, where the text beside it implies that.
  private mutating func imply(_ implication: Implication, row: Int, element: Int32) {
    let text = slots[row + implication.text.column]
    let column = row + implication.flag.column
    guard text.isInText, implication.names.find(NameTable.folded(string(text))) != nil else {
      return
    }
    if !slots[column].isKnown {
      slots[column] = Slot(payload: 1, node: text.node)
    } else if slots[column].payload == 0 {
      report(
        .inconsistent, tape[slots[column].node], at: reference(implication.flag, element),
        .inconsistent(implication.contradiction))
    }
  }

  private mutating func bindValue(
    _ value: NodeIndex, _ member: ObjectLayout.Member, row: Int, element: Int32
  ) {
    let node = tape[value]
    let column = row &+ member.column
    if node.kind == .null {
      slots[column] = .null
      return
    }
    var payload: Int64 = 0
    switch (member.type, node.kind) {
    case (.group, .object):
      slots[column] = Slot(payload: 0, node: value)
      bindObject(value, layout: member.object ?? 0, row: row, element: element)
      return
    case (.list, .array):
      slots[column] = Slot(payload: 0, node: value)
      bindList(value, member)
      return
    case (.flag, .true): payload = 1
    case (.flag, .false): payload = 0
    case (.text, .string):
      guard let form = vocabulary.facts[member.fact].form else { break }
      payload = checkForm(form, node, at: reference(member, element))
    case (.code, .string):
      payload = code(value, of: member.fact, at: reference(member, element))
    case (.codes, .array):
      payload = codes(value, of: member.fact, element: element)
    case (.texts, .array):
      slots[column] = Slot(payload: 0, node: value)
      bindTexts(value, member)
      return
    case (.date, .string):
      payload = date(node, vocabulary.facts[member.fact], at: reference(member, element))
    case (.moment, .string):
      payload = moment(node, at: reference(member, element))
    case (.count, .number), (.quantity, .number):
      payload = number(node, member, element)
    default:
      report(
        .wrongType, node, at: reference(member, element),
        .wrongType(expected: member.type, found: JSONTypeName(node.kind)))
      checkStrayValue(value)
      payload = Self.bad
    }
    // A bad value leaves the fact unknown; that its key was there is still known.
    slots[column] = payload == Self.bad ? .null : Slot(payload: payload, node: value)
  }

  private static let bad = Int64.min

  private func reference(_ member: ObjectLayout.Member, _ element: Int32) -> FactReference {
    var reference = FactReference(member.fact)
    reference.element = element
    return reference
  }

  private mutating func report(
    _ code: DiagnosticCode, _ node: JSONNode, at reference: FactReference,
    _ message: DiagnosticMessage
  ) {
    self.report(code, at: Int(node.start), path: vocabulary.path(of: reference), message)
  }

  // MARK: Lists

  private mutating func bindList(_ list: NodeIndex, _ member: ObjectLayout.Member) {
    guard let number = vocabulary.facts[member.fact].list else { return }
    let layout = vocabulary.lists[number]
    let firstRow = slots.count
    let end = tape[list].next
    var index = list + 1
    var count = 0
    while index < end {
      let node = tape[index]
      let row = slots.count
      slots.append(contentsOf: repeatElement(.absent, count: layout.width))
      switch node.kind {
      case .object:
        slots[row] = Slot(payload: 0, node: index)
        bindObject(
          index, layout: member.object ?? 0, row: row, element: Int32(truncatingIfNeeded: count))
      case .null:
        slots[row] = .null
      default:
        report(
          .wrongType, node, at: FactReference(member.fact, element: count),
          .wrongType(expected: .group, found: JSONTypeName(node.kind)))
        checkStrayValue(index)
      }
      index = node.next
      count += 1
    }
    lists[layout.number] = ListSlot(isKnown: true, firstRow: firstRow, count: count)
    if let column = layout.distinctColumn, count > 1 { checkDistinctNames(layout, column: column) }
  }

  private mutating func bindTexts(_ list: NodeIndex, _ member: ObjectLayout.Member) {
    guard let number = vocabulary.facts[member.fact].list else { return }
    let firstRow = slots.count
    let end = tape[list].next
    var index = list + 1
    var count = 0
    while index < end {
      let node = tape[index]
      let reference = FactReference(member.fact, element: count)
      var payload = Self.bad
      switch node.kind {
      case .string:
        let form = vocabulary.facts[member.fact].form
        payload = form.map { checkForm($0, node, at: reference) } ?? 0
      case .null: break
      default:
        report(
          .wrongType, node, at: reference,
          .wrongType(expected: .text, found: JSONTypeName(node.kind)))
        checkStrayValue(index)
      }
      slots.append(payload == Self.bad ? .null : Slot(payload: payload, node: index))
      index = node.next
      count += 1
    }
    lists[number] = ListSlot(isKnown: true, firstRow: firstRow, count: count)
  }

  // MARK: Values

  private mutating func code(_ value: NodeIndex, of fact: Int, at reference: FactReference) -> Int64
  {
    let node = tape[value]
    let table = vocabulary.facts[fact].codeTable
    if let found = table.find(node, in: text) { return Int64(found) }
    let word = JSONDecoding.string(of: node, in: text)
    let codes = vocabulary.facts[fact].codes
    // Some write what a code means.
    let meant = codes.first { code in Language.allCases.contains { code.label[$0] == word } }
    report(
      .unknownCode, node, at: reference,
      .unknownCode(
        word, allowed: codes,
        nearest: meant?.name ?? nearest(to: word, among: codes.map { $0.name })))
    return Self.bad
  }

  private mutating func codes(_ list: NodeIndex, of fact: Int, element: Int32) -> Int64 {
    var set = CodeSet()
    var isGood = true
    let end = tape[list].next
    var index = list + 1
    var item = 0
    while index < end {
      let node = tape[index]
      var reference = FactReference(fact, item: item)
      reference.element = element
      switch node.kind {
      case .string:
        let number = code(index, of: fact, at: reference)
        if number == Self.bad { isGood = false } else { set.insert(Int(number)) }
      case .null:
        set.insertUnknown()
      default:
        report(
          .wrongType, node, at: reference,
          .wrongType(expected: .code, found: JSONTypeName(node.kind)))
        checkStrayValue(index)
        isGood = false
      }
      index = node.next
      item += 1
    }
    return isGood ? set.rawValue : Self.bad
  }

  /// The bytes of a string, without its quotes.
  private func bytes(of node: JSONNode) -> ArraySlice<UInt8> {
    node.needsDecoding
      ? JSONDecoding.bytes(of: node, in: text)[...]
      : text.storage[Int(node.start) &+ 1..<Int(node.start &+ node.length) &- 1]
  }

  private mutating func date(_ node: JSONNode, _ fact: Fact, at reference: FactReference) -> Int64 {
    let bytes = bytes(of: node)
    if let date = CivilDate(iso: bytes) { return Int64(date.packed) }
    if let day = fact.dayOfMonth, let date = CivilDate(isoMonth: bytes, day: day) {
      return Int64(date.packed)
    }
    if fact.never != nil, bytes.elementsEqual("never".utf8) { return Slot.never }
    let word = String(decoding: bytes, as: UTF8.self)
    let month = fact.dayOfMonth.flatMap { _ in CivilDate.month(loose: word) }
    report(
      .badDate, node, at: reference,
      .badDate(
        word, right: CivilDate(loose: word)?.description ?? month,
        allowsMonth: fact.dayOfMonth != nil,
        never: fact.never))
    return Self.bad
  }

  private mutating func moment(_ node: JSONNode, at reference: FactReference) -> Int64 {
    let bytes = bytes(of: node)
    if let moment = CivilMoment(iso: bytes) { return moment.packed }
    let word = String(decoding: bytes, as: UTF8.self)
    report(
      .badDate, node, at: reference, .badMoment(word, right: CivilMoment(loose: word)?.description))
    return Self.bad
  }

  private mutating func number(_ node: JSONNode, _ member: ObjectLayout.Member, _ element: Int32)
    -> Int64
  {
    let digits = text.storage[Int(node.start)..<Int(node.start &+ node.length)]
    let fact = vocabulary.facts[member.fact]
    let isCount = member.type == .count
    if !node.needsDecoding, node.length <= 9, digits.first != 0x2D {
      let value = digits.reduce(0) { $0 &* 10 &+ Int64($1 &- 0x30) }
      if fact.maximum.map({ ExactDecimal(value) <= $0 }) ?? true { return value }
    }
    let place = reference(member, element)
    let maximum = fact.maximum ?? (isCount ? FactType.greatestCount : nil)
    let shown = maximum?.description ?? "10^15"
    do {
      let value = try ExactDecimal(json: digits)
      if isCount, !value.isInteger {
        report(
          .outOfRange, node, at: place,
          .notACount(String(decoding: digits.prefix(40), as: UTF8.self)))
        return Self.bad
      }
      if maximum.map({ value <= $0 }) ?? (value < FactType.quantityBound) {
        return value.integer ?? Slot.notAnInteger
      }
    } catch {
      // Negative or beyond any range.
    }
    report(
      .outOfRange, node, at: place,
      .outOfRange(String(decoding: digits.prefix(40), as: UTF8.self), maximum: shown))
    return Self.bad
  }

  private mutating func checkForm(_ form: TextForm, _ node: JSONNode, at reference: FactReference)
    -> Int64
  {
    let bytes = bytes(of: node)
    switch form.rule {
    case .words(let list):
      if let number = list.value.table.find(node, in: text) { return Int64(number) }
    case .names(let names):
      if let number = names.number(of: String(decoding: bytes, as: UTF8.self)) {
        return Int64(number)
      }
    case .alphabet(let alphabet, let length, let hasCheckCharacter, let mayContinue):
      let code = mayContinue ? Self.firstWord(of: bytes) : bytes
      if code.count == length, code.allSatisfy({ alphabet.value(of: $0) != nil }) {
        if hasCheckCharacter {
          let expected = CreditCode.checkCharacter(of: code.dropLast(), alphabet)
          if expected != code.last {
            report(
              .creditCodeCheck, node, at: reference,
              .creditCodeCheck(expected: String(UnicodeScalar(expected))))
          }
        }
        return 0
      }
    case .reference, .file:
      // What they name is looked for when the application is checked.
      return 0
    }
    report(.badFormat, node, at: reference, .badFormat(form.description))
    return Self.bad
  }

  /// What stands before white space, and after that at the beginning.
  private static func firstWord(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let word = text.drop { $0.properties.isWhitespace }.prefix { !$0.properties.isWhitespace }
    return Array(String(word).utf8)[...]
  }

  // MARK: Keys

  /// The first key of each name in an object.
  private func firstKeys(in object: NodeIndex) -> [[UInt8]: NodeIndex] {
    var keys: [[UInt8]: NodeIndex] = [:]
    var index = object + 1
    while index < tape[object].next {
      let name = JSONDecoding.bytes(of: tape[index], in: text)
      if keys[name] == nil { keys[name] = index }
      index = tape[index + 1].next
    }
    return keys
  }

  /// Keys that the vocabulary does not know: doubles among them, and slips of the pen.
  private mutating func checkStrayKeys(_ keys: [NodeIndex], layout: Int, element: Int32) {
    checkDoubles(keys)
    let objectPath = vocabulary.objects[layout].fact.map { fact in
      var reference = FactReference(fact)
      reference.element = element
      return vocabulary.path(of: reference) + "."
    }
    let known = vocabulary.objects[layout].names.value
    for key in keys {
      let node = tape[key]
      let name = JSONDecoding.string(of: node, in: text)
      if name.utf8.first == 0x24 || name.utf8.starts(with: "x-".utf8) { continue }
      report(
        .unknownKey, at: Int(node.start), path: (objectPath ?? "") + name,
        .unknownKey(name, nearest: nearest(to: name, among: known)))
    }
  }
}
