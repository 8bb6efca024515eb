/// Reads the forms that texts can be required to have.
enum FormReader {
  private static let kindKeys = RuleKeys(
    required: ["kind", "description"], optional: ["examples"])
  private static let wordsKeys = RuleKeys(
    required: ["words", "description"], optional: ["names"])
  private static let namesKeys = RuleKeys(required: ["names", "description"])
  private static let alphabetKeys = RuleKeys(
    required: ["alphabet", "length", "description"], optional: ["checkCharacter", "mayContinue"])

  /// A form that the program itself knows how to read.
  private enum Kind: String, CaseIterable {
    case reference, file

    var rule: TextForm.Rule { self == .reference ? .reference : .file }
  }

  private enum CheckCharacter: String, CaseIterable {
    case gb32100 = "gb-32100-2015"
  }

  /// The forms by their names; nil stands for one that has errors.
  static func forms(_ value: JSONValue?, _ reader: inout RuleReader) -> [String: TextForm?] {
    var forms: [String: TextForm?] = [:]
    guard let value else { return forms }
    for (name, _, member) in reader.distinctMembers(value) {
      forms.updateValue(form(member, &reader), forKey: name)
    }
    return forms
  }

  private static func form(_ value: JSONValue, _ reader: inout RuleReader) -> TextForm? {
    if value.members.contains(where: { $0.key.isString("words") }) {
      return listedWords(value, &reader)
    }
    if value.members.contains(where: { $0.key.isString("names") }) { return names(value, &reader) }
    if value.members.contains(where: { $0.key.isString("kind") }) { return kind(value, &reader) }
    guard let form = reader.object(value, alphabetKeys) else { return nil }
    let description = reader.words(form["description"])
    let alphabet = reader.string(form["alphabet"])
    if let value = form["alphabet"], let alphabet, !Alphabet.canConsist(of: alphabet) {
      reader.badValue(value, .alphabet)
    }
    let length = reader.decimal(form["length"])
    if let value = form["length"], let length, (length.integer ?? 0) < 1 {
      reader.badValue(value, .length)
    }
    let check = reader.word(form["checkCharacter"], of: CheckCharacter.self)
    let mayContinue = reader.bool(form["mayContinue"]) ?? false
    guard let description, let alphabet,
      let length = length?.integer.flatMap({ Int(exactly: $0) }),
      reader.diagnostics.isEmpty
    else { return nil }
    return TextForm(
      rule: .alphabet(
        Alphabet(alphabet), length: length, hasCheckCharacter: check != nil,
        mayContinue: mayContinue),
      description: description)
  }

  private static func listedWords(_ value: JSONValue, _ reader: inout RuleReader) -> TextForm? {
    guard let form = reader.object(value, wordsKeys) else { return nil }
    let description = reader.words(form["description"])
    let values = reader.array(form["words"], nonEmpty: true)
    for value in values { _ = reader.string(value) }
    guard let description else { return nil }
    let names = form["names"].map { reader.distinctMembers($0) } ?? []
    for (name, key, others) in names {
      if !values.contains(where: { $0.string == name }) {
        reader.reportNoWord(name, at: key, allowed: values.compactMap { $0.string })
      }
      for other in reader.array(others, nonEmpty: true) { _ = reader.string(other) }
    }
    let list = Lazy {
      let words = values.compactMap { $0.string }
      return WordList(
        words: words, table: KeyTable(words.map { Array($0.utf8)[...] }),
        names: names.map { name, _, others in
          (word: name, names: others.elements.compactMap { $0.string })
        })
    }
    return TextForm(rule: .words(list), description: description)
  }

  /// Words that have other names, each name one word's.
  private static func names(_ value: JSONValue, _ reader: inout RuleReader) -> TextForm? {
    guard let form = reader.object(value, namesKeys) else { return nil }
    let description = reader.words(form["description"])
    guard let namesValue = form["names"] else { return nil }
    var words: [String] = []
    var names: [(name: [UInt8], word: Int)] = []
    var places: [[UInt8]: JSONValue] = [:]
    for (word, key, others) in reader.distinctMembers(namesValue) {
      var called = [(word, key)]
      for other in reader.array(others) {
        if let name = reader.string(other) { called.append((name, other)) }
      }
      words.append(word)
      for (name, place) in called {
        let folded = NameTable.folded(name)
        if folded.isEmpty {
          reader.badValue(place, .name)
        } else if let first = places.updateValue(place, forKey: folded) {
          reader.report(
            .ruleDuplicateID, at: place,
            .duplicateID(name, first: reader.document.position(of: first.offset)))
        } else {
          names.append((folded, words.count - 1))
        }
      }
    }
    if namesValue.kind == .object, words.isEmpty { reader.badValue(namesValue, .nonEmptyObject) }
    guard let description else { return nil }
    return TextForm(
      rule: .names(NameTable(words: words, names: names)), description: description,
      examples: words)
  }

  private static func kind(_ value: JSONValue, _ reader: inout RuleReader) -> TextForm? {
    guard let form = reader.object(value, kindKeys) else { return nil }
    let description = reader.words(form["description"])
    let kind = reader.word(form["kind"], of: Kind.self)
    let examples = reader.array(form["examples"]).compactMap { reader.string($0) }
    guard let description, let kind else { return nil }
    return TextForm(rule: kind.rule, description: description, examples: examples)
  }
}

extension Alphabet {
  /// Whether the characters are such that each is one byte, and its number fits in one.
  static func canConsist(of characters: String) -> Bool {
    (1...127).contains(characters.utf8.count) && characters.utf8.allSatisfy { $0 < 0x80 }
  }
}
