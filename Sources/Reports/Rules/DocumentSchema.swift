package import RuleEngine

/// JSON Schema 2020-12 of the documents that a vocabulary describes, for editors.
///
/// It accepts what the program reads, and rejects what the program rejects for type, code, range and
/// form. Keys that the vocabulary does not have are accepted, as the program only warns of them.
package struct DocumentSchema {
  let vocabulary: Vocabulary
  /// What the documents are called.
  let title: String
  let language: Language

  private let tree: [FactNode]

  package init(vocabulary: Vocabulary, title: String, language: Language) {
    self.vocabulary = vocabulary
    self.title = title
    self.language = language
    tree = vocabulary.tree
  }

  package func append(to bytes: ByteBuffer) {
    var writer = JSONWriter(bytes, isIndented: true)
    writer.open("{")
    writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
    writer.member("title", title)
    writer.member(
      "description",
      Bilingual(
        zh: "不知道的不写，或者写 null；列表没有内容的写 []。",
        en: "Leave out what is not known, or write null; [] is a list of nothing.")[language])
    writer.member("type", "object")
    append(members: tree, to: &writer)
    writer.key("$defs")
    writer.open("{")
    for definition in Definition.allCases where tree.contains(where: definition.isUsed) {
      writer.key(text: definition.rawValue)
      writer.open("{")
      append(types: "string", to: &writer)
      writer.member("pattern", definition.pattern)
      writer.close("}")
    }
    writer.close("}")
    writer.close("}")
    bytes.append(0x0A)
  }

  // MARK: Objects

  private func append(members nodes: [FactNode], to writer: inout JSONWriter) {
    writer.key("properties")
    writer.open("{")
    for node in nodes {
      writer.key(text: node.key)
      append(node, to: &writer)
    }
    writer.close("}")
    // Keys that are left alone; and others, which are not used.
    writer.key("patternProperties")
    writer.open("{")
    writer.member("^(?:x-|[$])", true)
    writer.close("}")
    writer.key("additionalProperties")
    writer.open("{")
    writer.member("deprecated", true)
    writer.member(
      "description",
      Bilingual(zh: "不认识的键，其内容不会被使用", en: "this key is not known and is not used")[language])
    writer.close("}")
  }

  private func append(_ node: FactNode, to writer: inout JSONWriter) {
    let fact = node.fact
    writer.open("{")
    writer.member("title", fact.label[language])
    writer.member("description", description(of: fact))
    switch fact.type {
    case .group:
      append(types: "object", to: &writer)
      append(members: node.members, to: &writer)
    case .list:
      append(items: &writer) {
        append(types: "object", to: &$0)
        append(members: node.members, to: &$0)
      }
    case .texts: append(items: &writer) { append(text: fact, to: &$0) }
    case .codes: append(items: &writer) { append(codes: fact, to: &$0) }
    case .text: append(text: fact, to: &writer)
    case .code: append(codes: fact, to: &writer)
    case .flag: append(types: "boolean", to: &writer)
    case .count:
      append(types: "integer", to: &writer)
      append(range: fact, to: &writer)
    case .quantity:
      append(types: "number", to: &writer)
      append(range: fact, to: &writer)
    case .date where fact.never != nil: append(dateOrNever: fact, to: &writer)
    case .date, .moment: append(reference: fact, to: &writer)
    }
    writer.close("}")
  }

  private func description(of fact: Fact) -> String {
    let codes = fact.codeMeanings.map { Bilingual(zh: "：\($0.zh)", en: ": \($0.en)")[language] }
    return fact.values[language] + (codes ?? "")
  }

  // MARK: Values

  /// A value of a type, or null.
  private func append(types type: StaticString, to writer: inout JSONWriter) {
    writer.array("type", of: [type.description, "null"]) { $1.string($0) }
  }

  private func append(items writer: inout JSONWriter, _ write: (inout JSONWriter) -> Void) {
    append(types: "array", to: &writer)
    writer.key("items")
    writer.open("{")
    write(&writer)
    writer.close("}")
  }

  private func append(text fact: Fact, to writer: inout JSONWriter) {
    append(types: "string", to: &writer)
    if let (mayGoOn, alone) = fact.names {
      writer.member(
        "pattern",
        "^\\s*(?:(?:\(Self.pattern(mayGoOn)))|(?:\(Self.pattern(alone)))\\s*$)")
    } else if !fact.listedWords.isEmpty {
      writer.key("enum")
      writer.open("[")
      for word in fact.listedWords {
        writer.item()
        writer.string(word)
      }
      writer.item()
      writer.string(nil)
      writer.close("]")
    } else if let (characters, length, mayContinue) = fact.alphabet {
      let word = "[\(Self.escaped(characters))]{\(length)}"
      writer.member("pattern", mayContinue ? "^\\s*\(word)(\\s[\\s\\S]*)?$" : "^\(word)$")
    }
    if !fact.examples.isEmpty { writer.array("examples", of: fact.examples) { $1.string($0) } }
  }

  /// Each code with its meaning; editors show the one in lists, the other in what they fold out.
  private func append(codes fact: Fact, to writer: inout JSONWriter) {
    append(types: "string", to: &writer)
    let unknown = Bilingual(zh: "不知道", en: "not known")[language]
    let codes = fact.codes.map { (Optional($0.name), $0.label[language]) } + [(nil, unknown)]
    writer.array("oneOf", of: codes) { code, writer in
      writer.open("{")
      writer.member("const", code.0)
      writer.member("title", code.1)
      writer.member("description", code.1)
      writer.close("}")
    }
  }

  private func append(range fact: Fact, to writer: inout JSONWriter) {
    writer.member("minimum", 0)
    if let maximum = fact.maximum {
      writer.key("maximum")
      writer.raw(Array(maximum.description.utf8))
    } else if fact.type == .count {
      writer.key("maximum")
      writer.raw(Array(FactType.greatestCount.description.utf8))
    } else {
      writer.key("exclusiveMaximum")
      writer.raw(Array(FactType.quantityBound.description.utf8))
    }
  }

  private func append(reference fact: Fact, to writer: inout JSONWriter) {
    guard let definition = Definition(fact) else { return }
    writer.member("$ref", "#/$defs/" + definition.rawValue)
  }

  private func append(dateOrNever fact: Fact, to writer: inout JSONWriter) {
    let words = [fact.never?[language]].compactMap { $0 }
    writer.key("anyOf")
    writer.open("[")
    writer.item()
    writer.open("{")
    append(reference: fact, to: &writer)
    writer.close("}")
    for word in words {
      writer.item()
      writer.open("{")
      writer.member("const", "never")
      writer.member("title", word)
      writer.member("description", word)
      writer.close("}")
    }
    writer.close("]")
  }

  /// Any of some names, with or without spaces between their characters, in capitals or not.
  private static func pattern(_ names: [String]) -> String {
    names.map { name in
      name.unicodeScalars.map { scalar in
        let isLetter = (0x61...0x7A).contains(scalar.value)
        let capital = isLetter ? String(UnicodeScalar(UInt8(scalar.value) - 0x20)) : ""
        return isLetter ? "[\(scalar)\(capital)]" : "\(scalar)"
      }.joined(separator: "\\s*")
    }.joined(separator: "|")
  }

  /// Characters as they stand between the brackets of a regular expression.
  private static func escaped(_ characters: String) -> String {
    characters.reduce(into: "") { text, character in
      if #"\]^-["#.contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// What several facts have in common.
  private enum Definition: String, CaseIterable {
    case date
    case dateOrMonth = "date-or-month"
    case moment

    init?(_ fact: Fact) {
      switch fact.type {
      case .date: self = fact.dayOfMonth == nil ? .date : .dateOrMonth
      case .moment: self = .moment
      default: return nil
      }
    }

    var pattern: String {
      switch self {
      case .date: DatePattern.day
      case .dateOrMonth: DatePattern.dayOrMonth
      case .moment: DatePattern.moment
      }
    }

    func isUsed(_ node: FactNode) -> Bool {
      Definition(node.fact) == self || node.members.contains(where: isUsed)
    }
  }
}
