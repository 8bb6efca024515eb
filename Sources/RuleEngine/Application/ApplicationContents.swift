/// What an application says.
///
/// Nothing is copied out of the text: a fact is a number of at most 64 bits and the node that it
/// stands at.
struct ApplicationContents: ~Copyable {
  let vocabulary: Vocabulary
  private(set) var text = SourceText(name: "")
  var diagnostics: [Diagnostic] = []
  /// Whether the text is JSON and an object, so that its facts could be read.
  private(set) var hasShape = false
  private(set) var tape = JSONTape()
  /// The application's own row, then the rows of the elements of its lists.
  var slots: [Slot] = []
  var lists: [ListSlot]
  /// What the text says of facts in whose place something else is given.
  private var replaced: [(column: Int, slot: Slot)] = []
  /// What the elements of lists are called that the program computed.
  private var elementNames: [Int: [String]] = [:]
  private var positions = PositionIndex()
  private var hasPositions = false
  private var distinctNames = DistinctNames()
  /// Of lists whose elements are told apart by a name: those that have one in common with others.
  private var namesakes: [(list: Int, groups: [[Int]])] = []

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    lists = Array(repeating: ListSlot(), count: vocabulary.lists.count)
  }

  mutating func read(_ text: SourceText) {
    self.text = text
    bind()
  }

  mutating func read(_ bytes: UnsafeRawBufferPointer, name: String, line: Int) {
    text.name = name
    text.replace(with: bytes, firstLine: line)
    bind()
  }

  private mutating func bind() {
    hasPositions = false
    replaced.removeAll(keepingCapacity: true)
    if !elementNames.isEmpty { elementNames = [:] }
    if !namesakes.isEmpty { namesakes = [] }
    diagnostics.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(.absent, count: vocabulary.rootWidth))
    for index in lists.indices { lists[index] = ListSlot() }
    let problems = JSONScanner.scan(text, into: &tape)
    hasShape = problems.isEmpty && tape[0].kind == .object
    if problems.isEmpty {
      bindRoot()
    } else {
      // The shape of a text that is not JSON is not looked at.
      for (problem, offset) in problems {
        let opened = problem.openedOffset.map { position(of: $0) }
        report(problem.code, at: offset, path: nil, .json(problem, opened: opened))
      }
    }
    if diagnostics.count > 1 { diagnostics.sort { $0.offset < $1.offset } }
  }

  mutating func report(
    _ code: DiagnosticCode, at offset: Int, path: String?, _ message: DiagnosticMessage
  ) {
    diagnostics.append(Diagnostic(code, at: offset, position(of: offset), path: path, message))
  }

  /// Notes which names stand twice in a list, and warns of them.
  mutating func checkDistinctNames(_ layout: ListLayout, column: Int) {
    var names = DistinctNames()
    swap(&names, &distinctNames)
    let groups = names.groups(in: self, layout, column: column)
    distinctNames = names
    let name = FactLocation(column: column, list: layout.number)
    guard !groups.isEmpty, let fact = vocabulary.facts.firstIndex(where: { $0.location == name })
    else { return }
    namesakes.append((layout.number, groups))
    lists[layout.number].hasNamesakes = true
    let firstRow = lists[layout.number].firstRow
    for group in groups {
      let first = position(of: offset(slots[firstRow + group[0] * layout.width + column]))
      for element in group.dropFirst() {
        let node = tape[slots[firstRow + element * layout.width + column].node]
        report(
          .repeatedName, at: Int(node.start),
          path: vocabulary.path(of: FactReference(fact, element: element)),
          .repeatedName(JSONDecoding.string(of: node, in: text), first: first))
      }
    }
  }

  // MARK: Positions

  mutating func position(of offset: Int) -> SourcePosition {
    preparePositions()
    return positions.position(of: offset, in: text)
  }

  mutating func position(of reference: FactReference) -> SourcePosition {
    position(of: offset(of: reference))
  }

  mutating func range(of reference: FactReference?) -> SourceRange {
    guard tape.count > 0 else {
      return SourceRange(start: position(of: 0), end: position(of: 0))
    }
    let node = tape[reference.map { self.node(of: $0) } ?? 0]
    return SourceRange(
      start: position(of: Int(node.start)), end: position(of: Int(node.start + node.length)))
  }

  mutating func lineRange(at offset: Int) -> Range<Int> {
    preparePositions()
    return positions.lineRange(at: offset, in: text)
  }

  private mutating func preparePositions() {
    if hasPositions { return }
    positions.rebuild(for: text)
    hasPositions = true
  }
}

// MARK: Facts

extension ApplicationContents {
  /// Puts a value in place of what the text says of a fact; nil puts the text's own back.
  mutating func give(_ slot: Slot?, column: Int) {
    if let index = replaced.firstIndex(where: { $0.column == column }) {
      slots[column] = replaced.remove(at: index).slot
    }
    if let slot {
      replaced.append((column, slots[column]))
      slots[column] = slot
    }
  }

  /// Gives a list that the text cannot have: per element its name, and slots by column.
  mutating func give(
    list number: Int, _ elements: [(name: String, slots: [(column: Int, slot: Slot)])]
  ) {
    let layout = vocabulary.lists[number]
    let firstRow = slots.count
    for (_, given) in elements {
      let row = slots.count
      slots.append(contentsOf: repeatElement(.absent, count: layout.width))
      slots[row] = .given(0)
      for (column, slot) in given { slots[row + column] = slot }
    }
    slots[vocabulary.facts[layout.fact].location.column] = .given(0)
    lists[number] = ListSlot(isKnown: true, firstRow: firstRow, count: elements.count)
    elementNames[number] = elements.map { $0.name }
  }

  /// Takes the elements that the text has of a list as the first ones of any number.
  mutating func open(list number: Int) { lists[number].isOpen = lists[number].isKnown }

  /// The elements of a list that have a name in common, and so may be one; name by name.
  func namesakes(in list: Int) -> [[Int]] {
    lists[list].hasNamesakes ? namesakes.first { $0.list == list }?.groups ?? [] : []
  }

  var hasNamesakes: Bool { !namesakes.isEmpty }

  /// The name by which an element of a list is told from others.
  func name(ofElement element: Int, in number: Int) -> String {
    let layout = vocabulary.lists[number]
    guard let column = layout.distinctColumn else { return "" }
    return string(slots[lists[number].firstRow + element * layout.width + column])
  }

  /// What an element of a list is called that the program computed.
  func elementName(_ element: Int, of list: Int) -> String? { elementNames[list]?[element] }
}

extension ApplicationContents {
  /// What the application says of a fact of its own row.
  func slot(of fact: Int) -> Slot { slots[vocabulary.facts[fact].location.column] }

  func quantity(_ slot: Slot) -> ExactDecimal {
    if slot.payload != Slot.notAnInteger { return ExactDecimal(slot.payload) }
    let node = tape[slot.node]
    // It was found good when it was read.
    return (try? ExactDecimal(json: text.storage[Int(node.start)..<Int(node.start &+ node.length)]))
      ?? .zero
  }

  /// The bytes of a text, with its escapes resolved.
  func bytes(_ slot: Slot) -> [UInt8] { JSONDecoding.bytes(of: tape[slot.node], in: text) }

  /// How many characters (Unicode scalars) of a text are not white space.
  func length(_ slot: Slot) -> Int {
    string(slot).unicodeScalars.count { !$0.properties.isWhitespace }
  }

  func string(_ slot: Slot) -> String { JSONDecoding.string(of: tape[slot.node], in: text) }

  func offset(_ slot: Slot) -> Int { Int(tape[slot.node].start) }

  /// Whether a text has the bytes of one of `candidates`.
  func text(_ slot: Slot, isOneOf candidates: [[UInt8]]) -> Bool {
    let node = tape[slot.node]
    if node.needsDecoding { return candidates.contains(JSONDecoding.bytes(of: node, in: text)) }
    let bytes = text.storage[Int(node.start) + 1..<Int(node.start + node.length) - 1]
    return candidates.contains { $0.count == bytes.count && bytes.elementsEqual($0) }
  }

  func string(_ path: String) -> String? {
    guard let index = vocabulary.index(of: path.utf8), vocabulary.facts[index].location.list == nil
    else { return nil }
    let slot = slot(of: index)
    return slot.isInText && tape[slot.node].kind == .string ? string(slot) : nil
  }

  /// The byte at which a fact stands; for one that is missing, that of the object around it.
  func offset(of reference: FactReference) -> Int {
    tape.count > 0 ? Int(tape[node(of: reference)].start) : 0
  }

  /// The node of a fact; for one that is missing, that of the object around it.
  private func node(of reference: FactReference) -> NodeIndex {
    let fact = vocabulary.fact(of: reference)
    var row = 0
    if reference.element >= 0, let number = fact.list ?? fact.location.list {
      row = lists[number].firstRow + Int(reference.element) * vocabulary.lists[number].width
      if fact.list != nil {
        if slots[row].isInText { return slots[row].node }
        row = 0
      }
    }
    let slot = slots[row + fact.location.column]
    guard slot.isInText else { return enclosingNode(of: fact, row: row) }
    guard reference.item >= 0 else { return slot.node }
    var item = slot.node + 1
    for _ in 0..<reference.item { item = tape[item].next }
    return item
  }

  /// The innermost object around an absent fact that does stand in the text.
  private func enclosingNode(of fact: Fact, row: Int) -> NodeIndex {
    var path = Substring(fact.path)
    var row = row
    while let dot = path.lastIndex(of: ".") {
      path = path[..<dot]
      if path.hasSuffix("[]") {
        if slots[row].isInText { return slots[row].node }
        path.removeLast(2)
        row = 0
      }
      if let group = vocabulary[String(path)] {
        let slot = slots[row + group.location.column]
        if slot.isInText { return slot.node }
      }
    }
    return 0
  }
}
