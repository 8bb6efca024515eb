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
  public init(vocabulary: SourceText, rulebooks: [SourceText]) throws(RuleErrors) {
    try self.init(vocabulary: vocabulary, rulebooks: rulebooks, areAll: false)
  }

  /// Reads files of rules that the build has checked, all that there are.
  package init(vocabulary: RuleFile, rulebooks: [RuleFile]) throws(RuleErrors) {
    try self.init(vocabulary, rulebooks, areAll: true)
  }

  /// Reads files of rules.
  ///
  /// - Parameter areAll: whether there are no other rulebooks, so that none can be referred to.
  package init(vocabulary: SourceText, rulebooks: [SourceText], areAll: Bool) throws(RuleErrors) {
    try self.init(
      RuleFile(unchecked: vocabulary), rulebooks.map { RuleFile(unchecked: $0) }, areAll: areAll)
  }

  private init(_ file: RuleFile, _ files: [RuleFile], areAll: Bool) throws(RuleErrors) {
    var errors = RuleErrors()
    var vocabularyReader = VocabularyReader(RuleReader(file))
    guard let (vocabulary, consistencyValue) = vocabularyReader.read() else {
      // What the rulebooks say means nothing without a vocabulary; whether they are JSON can be told.
      errors.add(vocabularyReader.reader)
      for file in files { errors.add(RuleReader(file)) }
      throw errors
    }
    var reader = vocabularyReader.reader
    let wrongInVocabulary = reader.diagnostics.count
    let consistency = ConsistencyRule.read(consistencyValue, vocabulary, &reader)
    reader.reportUnread()
    if wrongInVocabulary > 0 { reader.dropConsequences(from: wrongInVocabulary) }
    errors.add(reader)

    var rulebooks: [Rulebook] = []
    var readers: [RulebookReader] = []
    for file in files {
      var rulebookReader = RulebookReader(
        RuleReader(file), digest: file.digest, vocabulary: vocabulary)
      if let rulebook = rulebookReader.read() {
        rulebookReader.reportClash(of: rulebook, with: rulebooks)
        rulebooks.append(rulebook)
      }
      readers.append(rulebookReader)
    }
    for var rulebookReader in readers {
      if wrongInVocabulary > 0 { rulebookReader.reader.dropConsequences() }
      // A clause that seems to be missing may stand in a rulebook that could not be read.
      if rulebooks.count == files.count {
        rulebookReader.reportMissingCounterparts(among: rulebooks, areAll: areAll)
      }
      errors.add(rulebookReader.reader)
    }
    guard errors.files.isEmpty else { throw errors }
    self.init(vocabulary: vocabulary, rulebooks: rulebooks, consistency: consistency)
  }

  /// The stages that articles belong to, in the vocabulary's order.
  public var stages: [String] {
    vocabulary.stageNames.filter { stage in rulebooks.contains { $0.has(stage) } }
  }

  /// Whether a rulebook's id is also the name of a programme or of another document's series, which is
  /// what it means first.
  public func hasAmbiguousID(_ rulebook: Rulebook) -> Bool {
    rulebook.about == nil
      && applicationRulebooks.contains {
        $0.programme == rulebook.id || $0.series == rulebook.id && $0 !== rulebook
      }
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
    var rules: [Self] = []
    for element in reader.array(value) {
      let before = reader.diagnostics.count
      if let object = reader.object(element, keys) {
        let (id, message) = (reader.id(object["id"]), reader.words(object["message"]))
        let condition = conditions.judgement(object["require"], &reader)
        if id != nil, let condition, let message {
          rules.append(
            Self(condition: condition, fact: condition.firstFact ?? 0, message: message))
          continue
        }
      }
      reader.reportIfUntold(element, since: before)
    }
    return rules
  }
}
