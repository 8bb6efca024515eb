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

  static let bad = Int64.min

  func reference(_ member: ObjectLayout.Member, _ element: Int32) -> FactReference {
    var reference = FactReference(member.fact)
    reference.element = element
    return reference
  }

  mutating func report(
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
