/// Something that an application can say, as the vocabulary describes it.
public final class Fact: Sendable {
  /// Where it stands in an application: `applicant.name`, `experts[].leads`.
  public let path: String
  /// What values it can have.
  public let type: FactType
  /// What it is called.
  public let label: Words
  /// How it is asked for, where it can be answered by yes or no.
  public let question: Words?
  /// What is counted or measured.
  public let unit: MeasureUnit?
  /// The words that a code can be, in the vocabulary's order; a scale's best comes first.
  public let codes: [NamedCode]
  /// Whether the order of the codes is one of rank.
  public let isScale: Bool
  /// The greatest value, where it is less than the type's own.
  public let maximum: ExactDecimal?
  /// The form that a text must have.
  let form: TextForm?
  /// Which day of it a month stands for, where a date may be given as a month.
  public let dayOfMonth: DayOfMonth?
  /// What it means that a date is `"never"`, where it can be.
  public let never: Words?
  /// Whether it says who applies for what, so that every application should state it.
  public let identifies: Bool
  /// Facts that the program computes this one from; nil for a fact that an application states.
  let sources: [String]?
  let codeTable: KeyTable
  let location: FactLocation
  /// A list's number.
  let list: Int?
  /// The path before and after the brackets that an element's number goes into.
  let pathParts: (list: String, member: String)

  init(
    path: String, type: FactType, label: Words, question: Words?, unit: MeasureUnit?,
    codes: [NamedCode],
    isScale: Bool,
    maximum: ExactDecimal?, form: TextForm?, dayOfMonth: DayOfMonth?, never: Words?,
    identifies: Bool, sources: [String]?, location: FactLocation, list: Int?
  ) {
    self.path = path
    self.type = type
    self.label = label
    self.question = question
    self.unit = unit
    self.codes = codes
    self.isScale = isScale
    self.maximum = maximum
    self.form = form
    self.dayOfMonth = dayOfMonth
    self.never = never
    self.identifies = identifies
    self.sources = sources
    codeTable = KeyTable(codes.map { Array($0.name.utf8)[...] })
    self.location = location
    self.list = list
    if location.list != nil, let bracket = path.utf8.firstIndex(of: 0x5B) {
      pathParts = (String(path[..<bracket]), String(path[path.utf8.index(bracket, offsetBy: 2)...]))
    } else {
      pathParts = (path, "")
    }
  }
}

/// Where an application keeps a fact: a column of the application's own row or of a list element's.
struct FactLocation: Hashable, Sendable {
  var column: Int
  /// The list whose elements have the fact; nil for the application itself.
  var list: Int?
}

struct ListLayout: Sendable {
  /// The list's number in the vocabulary.
  let number: Int
  let fact: Int
  /// Columns of an element's row; column 0 is the element itself.
  let width: Int
  let distinctColumn: Int?
}

/// A form that a text can be required to have.
struct TextForm: Sendable {
  enum Rule: Sendable {
    case words(Lazy<WordList>)
    /// Words that have other names: a text that is one of them, or begins with one.
    case names(NameTable)
    /// So many characters of an alphabet, whether the last is GB 32100-2015's check character, and
    /// whether white space and any text may follow.
    case alphabet(Alphabet, length: Int, hasCheckCharacter: Bool, mayContinue: Bool)
    /// The name of a fact or of a clause.
    case reference
    /// The path of a file beside the application.
    case file
  }

  let rule: Rule
  let description: Words
  /// What such a text can be, for whoever has to write one.
  var examples: [String] = []

  /// The words that a text of the form stands for, in order; none where it stands for itself.
  var words: [String] {
    switch rule {
    case .words(let list): list.value.words
    case .names(let table): table.words
    case .alphabet, .reference, .file: []
    }
  }

  var hasWords: Bool {
    switch rule {
    case .words, .names: true
    case .alphabet, .reference, .file: false
    }
  }
}

/// Where a list of documents keeps what it says of each: a list whose elements have a text of the
/// form `reference`.
struct EvidenceLayout: Sendable {
  /// The list's number.
  let list: Int
  /// The fact that says what a document proves.
  let supports: Int
  /// The fact that names the file: the text of the form `file`.
  let file: Int?
  /// The fact that says what a document is called: the first text that has no form.
  let title: Int?

  /// The lists of documents among the facts of a vocabulary.
  static func all(among facts: [Fact]) -> [EvidenceLayout] {
    facts.indices.compactMap { supports in
      guard case .reference? = facts[supports].form?.rule, let list = facts[supports].location.list
      else { return nil }
      let others = facts.indices.filter {
        facts[$0].location.list == list && facts[$0].type == .text
      }
      return EvidenceLayout(
        list: list, supports: supports,
        file: others.first { if case .file? = facts[$0].form?.rule { true } else { false } },
        title: others.first { facts[$0].form == nil })
    }
  }
}

/// Words that a text can be.
struct WordList: Sendable {
  let words: [String]
  let table: KeyTable
  /// What people write for a word; an application has the word itself.
  let names: [(word: String, names: [String])]

  /// The word that is called so, whatever the spaces and capitals.
  func word(called name: String) -> String? {
    let folded = NameTable.folded(name)
    return names.first { $0.names.contains { NameTable.folded($0) == folded } }?.word
  }
}

/// ASCII characters that stand for numbers by their order.
struct Alphabet: Sendable {
  let characters: [UInt8]
  /// Per byte its number, or -1.
  private let values: [Int8]

  init(_ characters: String) {
    self.characters = Array(characters.utf8)
    var values = [Int8](repeating: -1, count: 256)
    for (value, byte) in self.characters.enumerated() {
      values[Int(byte)] = Int8(truncatingIfNeeded: value)
    }
    self.values = values
  }

  /// The number of a byte; nil for one that is not in the alphabet.
  func value(of byte: UInt8) -> Int? {
    let value = values[Int(byte)]
    return value < 0 ? nil : Int(value)
  }
}
