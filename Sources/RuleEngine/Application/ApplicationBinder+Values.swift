// Codes, days and numbers, and the forms of texts.
extension ApplicationContents {
  mutating func code(_ value: NodeIndex, of fact: Int, at reference: FactReference) -> Int64 {
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

  mutating func codes(_ list: NodeIndex, of fact: Int, element: Int32) -> Int64 {
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
  func bytes(of node: JSONNode) -> ArraySlice<UInt8> {
    node.needsDecoding
      ? JSONDecoding.bytes(of: node, in: text)[...]
      : text.storage[Int(node.start) &+ 1..<Int(node.start &+ node.length) &- 1]
  }

  mutating func date(_ node: JSONNode, _ fact: Fact, at reference: FactReference) -> Int64 {
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

  mutating func moment(_ node: JSONNode, at reference: FactReference) -> Int64 {
    let bytes = bytes(of: node)
    if let moment = CivilMoment(iso: bytes) { return moment.packed }
    let word = String(decoding: bytes, as: UTF8.self)
    report(
      .badDate, node, at: reference, .badMoment(word, right: CivilMoment(loose: word)?.description))
    return Self.bad
  }

  mutating func number(_ node: JSONNode, _ member: ObjectLayout.Member, _ element: Int32)
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

  mutating func checkForm(_ form: TextForm, _ node: JSONNode, at reference: FactReference)
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
}
