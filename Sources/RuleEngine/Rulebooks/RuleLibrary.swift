/// A vocabulary and the rulebooks that are written in it.
public struct RuleLibrary: Sendable {
  /// What the rulebooks speak of.
  public let vocabulary: Vocabulary
  /// In the order of their ids.
  public let rulebooks: [Rulebook]
  /// Conditions that the facts of one application must fulfil among themselves.
  let consistency: [ConsistencyRule]

  /// Reads files of rules.
  ///
  /// - Parameters:
  ///   - vocabulary: the text of `vocabulary.json`.
  ///   - rulebooks: the texts of the rulebooks.
  /// - Throws: everything that is wrong in any of the files.
  public init(vocabulary text: SourceText, rulebooks texts: [SourceText]) throws(RuleErrors) {
    var errors = RuleErrors()
    var vocabularyReader = VocabularyReader(RuleReader(text))
    guard let (vocabulary, consistencyValue) = vocabularyReader.read() else {
      // What the rulebooks say means nothing without a vocabulary.
      errors.add(vocabularyReader.reader)
      throw errors
    }
    var reader = vocabularyReader.reader
    let consistency = ConsistencyRule.read(consistencyValue, vocabulary, &reader)
    errors.add(reader)

    var rulebooks: [Rulebook] = []
    var readers: [RulebookReader] = []
    for text in texts {
      var rulebookReader = RulebookReader(RuleReader(text), vocabulary: vocabulary)
      if let rulebook = rulebookReader.read() {
        rulebookReader.reportClash(of: rulebook, with: rulebooks)
        rulebooks.append(rulebook)
      }
      readers.append(rulebookReader)
    }
    for var rulebookReader in readers {
      rulebookReader.reportMissingCounterparts(among: rulebooks)
      errors.add(rulebookReader.reader)
    }
    guard errors.files.isEmpty else { throw errors }
    self.init(vocabulary: vocabulary, rulebooks: rulebooks, consistency: consistency)
  }

  /// The rulebooks that judge applications.
  var applicationRulebooks: [Rulebook] { rulebooks.filter { $0.about == nil } }

  init(vocabulary: Vocabulary, rulebooks: [Rulebook], consistency: [ConsistencyRule]) {
    self.vocabulary = vocabulary
    self.rulebooks = rulebooks.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    self.consistency = consistency
  }
}

/// What is wrong in files of rules.
public struct RuleErrors: Error {
  /// One file, and what is wrong in it.
  public struct File: Sendable {
    /// The file's text.
    public var text: SourceText { document.text }
    /// In the order of the text.
    public let diagnostics: [Diagnostic]
    let document: JSONDocument

    /// The bytes of the line on which a byte of the text stands, without its line feed.
    public func lineRange(at offset: Int) -> Range<Int> { document.lineRange(at: offset) }
  }

  /// The files that have errors, in the order in which they were read.
  public private(set) var files: [File] = []

  mutating func add(_ reader: RuleReader) {
    guard !reader.diagnostics.isEmpty else { return }
    files.append(
      File(
        diagnostics: reader.diagnostics.sorted { $0.offset < $1.offset }, document: reader.document)
    )
  }
}

/// A condition among the facts of one application: where it certainly fails, the application
/// contradicts itself.
struct ConsistencyRule: Sendable {
  let condition: Condition
  /// The fact at which the contradiction is shown.
  let fact: Int
  let message: Words

  private static let keys = RuleKeys(required: ["id", "require", "message"])

  static func read(_ value: JSONValue?, _ vocabulary: Vocabulary, _ reader: inout RuleReader)
    -> [Self]
  {
    var conditions = ConditionReader(vocabulary)
    return reader.array(value).compactMap { element in
      guard let object = reader.object(element, keys), let require = object["require"] else {
        return nil
      }
      let message = reader.words(object["message"])
      guard let condition = conditions.condition(require, &reader), let message else { return nil }
      return Self(condition: condition, fact: condition.firstFact ?? 0, message: message)
    }
  }
}

extension Condition {
  /// The first fact that the condition speaks of.
  var firstFact: Int? {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts):
      parts.lazy.compactMap { $0.firstFact }.first
    case .implication(let premise, let conclusion): premise.firstFact ?? conclusion.firstFact
    case .scoped(let condition, _), .discretion(let condition, _): condition.firstFact
    case .year(let period, _): Int(period.year.fact)
    case .every(let list, _, _): Int(list.fact)
    case .flag(let operand, _), .membership(let operand, _), .rank(let operand, _, _),
      .filled(let operand, _), .stated(let operand, _), .like(let operand, _),
      .includes(let operand, _),
      .date(let operand, _, _), .moment(let operand, _, _), .age(let operand, _, _, _),
      .within(let operand, _, _, _):
      Int(operand.fact)
    case .number(let number, _, _, _), .share(let number, _, _, _): number.firstFact
    }
  }
}

extension NumberExpression {
  fileprivate var firstFact: Int? {
    switch self {
    case .literal: nil
    case .fact(let operand), .codeCount(let operand), .length(let operand): Int(operand.fact)
    case .count(let list, _), .repetitions(let list), .textCount(let list): Int(list.fact)
    case .sum(let parts): parts.lazy.compactMap { $0.firstFact }.first
    }
  }
}
