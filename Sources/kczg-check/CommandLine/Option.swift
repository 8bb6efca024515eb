import Rules

/// An option of the command line. Which command takes which stands in its manual.
struct Option: Sendable {
  let name: String
  /// What the help calls its value; nil for a flag.
  let value: String?
  /// What it is for.
  let summary: Bilingual
  /// What its value can be, for completions.
  let values: Values
  let set: @Sendable (inout Arguments, String) throws(UsageError) -> Void

  /// What an option's value can be.
  enum Values: Sendable {
    case any
    case these([String])
    case rulebooks, programmes, baseTypes, stages, documents
    case files, directories
  }

  /// - Parameter value: what the help calls its value.
  init(
    _ name: String, _ value: String, _ summary: Bilingual, _ values: Values = .any,
    set: @escaping @Sendable (inout Arguments, String) throws(UsageError) -> Void
  ) {
    self.init(name: name, value: value, summary: summary, values: values, set: set)
  }

  /// A flag, which takes no value.
  init(
    _ name: String, _ summary: Bilingual, set: @escaping @Sendable (inout Arguments) -> Void
  ) {
    self.init(name: name, value: nil, summary: summary, values: .any) { arguments, _ in
      set(&arguments)
    }
  }

  private init(
    name: String, value: String?, summary: Bilingual, values: Values,
    set: @escaping @Sendable (inout Arguments, String) throws(UsageError) -> Void
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.values = values
    self.set = set
  }

  /// The same option, of a command in which it is for something else.
  func saying(_ summary: Bilingual) -> Option {
    Option(name: name, value: value, summary: summary, values: values, set: set)
  }

  /// `--rulebook ID`
  var usage: String { value.map { "\(name) \($0)" } ?? name }
}

extension Option {
  /// Words of which an option takes one.
  typealias Choice = CaseIterable & RawRepresentable<String> & Sendable

  /// An option that takes one of a few words, which the help names unless it calls them something.
  static func choice<Word: Choice>(
    _ name: String, value: String? = nil, _ summary: Bilingual,
    set: @escaping @Sendable (inout Arguments, Word) -> Void
  ) -> Option {
    let words = Word.allCases.map(\.rawValue)
    return Option(name, value ?? words.joined(separator: "|"), summary, .these(words)) {
      arguments, text throws(UsageError) in
      guard let word = Word(rawValue: text) else {
        throw .badChoice(option: name, text, known: words)
      }
      set(&arguments, word)
    }
  }

  /// An option that takes a path, which cannot be empty.
  static func path(
    _ name: String, _ value: String, _ summary: Bilingual, _ values: Values,
    set: @escaping @Sendable (inout Arguments, String) -> Void
  ) -> Option {
    Option(name, value, summary, values) { arguments, text throws(UsageError) in
      if text.isEmpty { throw .valueMissing(name) }
      set(&arguments, text)
    }
  }
}
