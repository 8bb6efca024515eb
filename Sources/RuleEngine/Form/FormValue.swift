/// What a field of a form shows.
package enum FormValue: Hashable, Sendable {
  case flag(Bool)
  /// A text, a number, a day or a code, as it stands in the application.
  case text(String)
  /// Codes that are ticked, or texts.
  case list([String])

  /// Nil where the value is none that the field can show.
  init?(_ value: JSONValue, _ fact: Fact) {
    switch (fact.type, value.kind) {
    case (.flag, .true): self = .flag(true)
    case (.flag, .false): self = .flag(false)
    case (.count, .number), (.quantity, .number):
      self = .text(String(decoding: value.raw, as: UTF8.self))
    case (.codes, .array), (.texts, .array):
      var items: [String] = []
      for element in value.elements {
        guard let item = element.string else { return nil }
        items.append(item)
      }
      self = .list(items)
    case (.text, .string), (.code, .string), (.date, .string), (.moment, .string):
      guard let text = value.string else { return nil }
      self = .text(text)
    default: return nil
    }
  }

  /// Nil where the fragment is no JSON that the field can show.
  init?(_ fragment: JSONFragment, _ fact: Fact) {
    guard case .token(let json) = fragment else { return nil }
    let document = JSONDocument(SourceText(name: "", bytes: Array(json.utf8)))
    guard document.problems.isEmpty else { return nil }
    self.init(document.root, fact)
  }

  /// As a person types it.
  func text(for fact: Fact) -> String {
    switch self {
    case .flag(let flag): flag ? "yes" : "no"
    case .text(let text): text
    case .list(let items): items.joined(separator: fact.type == .texts ? "\n" : "、")
    }
  }
}
