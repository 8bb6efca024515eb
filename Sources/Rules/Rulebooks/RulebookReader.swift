import Digest

/// Reads one rulebook.
struct RulebookReader {
  private(set) var reader: RuleReader
  private let vocabulary: Vocabulary
  private var conditions: ConditionReader
  private let keys: RuleKeys
  private var ids: [String: JSONValue] = [:]

  init(_ reader: RuleReader, vocabulary: Vocabulary) {
    self.init(reader, vocabulary: vocabulary, keys: Self.fileKeys)
  }

  private init(_ reader: RuleReader, vocabulary: Vocabulary, keys: RuleKeys) {
    self.reader = reader
    self.keys = keys
    self.vocabulary = vocabulary
    conditions = ConditionReader(vocabulary)
  }

  private static let fileKeys = RuleKeys(
    required: ["id", "series", "programme", "document", "baseTypes", "articles"],
    optional: ["inForce", "readings"])
  private static let headKeys = RuleKeys(
    required: ["id", "series", "programme", "document", "baseTypes"],
    optional: ["inForce", "readings"])
  private static let documentKeys = RuleKeys(
    required: ["title", "authority"], optional: ["number", "issued"])
  private static let spanKeys = RuleKeys(required: [], optional: ["from", "until"])
  private static let articleKeys = RuleKeys(
    required: ["id", "citation", "title", "stage", "clauses"], optional: ["baseTypes"])
  private static let clauseKeys = RuleKeys(required: ["id", "citation", "title", "criteria"])
  private static let criterionKeys = RuleKeys(
    required: ["id", "requirement", "basis", "require"], optional: ["proof", "reading"])

  /// The rulebook; nil after what is wrong with it has been reported.
  mutating func read() -> Rulebook? {
    let text = reader.document.text
    return read(digest: SHA256.hexDigest(of: text.bytes)) { reader, file, baseTypes in
      let articles = reader.reader.array(file["articles"], nonEmpty: true)
        .compactMap { reader.readArticle($0, baseTypes, isLazy: false) }
      return Lazy(value: articles)
    }
  }

  /// A rulebook that is known to be good: its head, and the rest when it is asked for.
  static func readLazily(_ file: BuiltInFile, _ vocabulary: Vocabulary) -> Rulebook? {
    var head = RulebookReader(
      RuleReader(file.text, before: "articles"), vocabulary: vocabulary, keys: headKeys)
    return head.read(digest: file.digest) { _, _, baseTypes in
      Lazy {
        var whole = RulebookReader(RuleReader(file.text), vocabulary: vocabulary)
        let object = whole.reader.object(whole.reader.document.root, fileKeys)
        return whole.reader.array(object?["articles"])
          .compactMap { whole.readArticle($0, baseTypes, isLazy: true) }
      }
    }
  }

  private mutating func read(
    digest: String, articles: (inout Self, RuleObject, [String]) -> Lazy<[Article]>
  ) -> Rulebook? {
    guard reader.diagnostics.isEmpty, let file = reader.object(reader.document.root, keys) else {
      return nil
    }
    let id = reader.id(file["id"])
    let series = reader.id(file["series"])
    let programme = code(file["programme"], of: "programme")
    let document = readDocument(file["document"])
    let span = readSpan(file["inForce"])
    let baseTypes = readBaseTypes(file["baseTypes"], among: nil)
    let readings = reader.array(file["readings"]).compactMap { reader.words($0) }
    let articles = articles(&self, file, baseTypes)
    guard let id, let series, let programme, let document, reader.diagnostics.isEmpty else {
      return nil
    }
    return Rulebook(
      id: id, series: series, programme: programme, document: document, span: span,
      baseTypes: baseTypes,
      readings: readings, articles: articles, digest: digest,
      fileName: reader.document.text.name)
  }

  private mutating func readDocument(_ value: JSONValue?) -> LegalDocument? {
    guard let value, let object = reader.object(value, Self.documentKeys),
      let title = reader.words(object["title"]),
      let authority = reader.words(object["authority"])
    else { return nil }
    return LegalDocument(
      title: title, number: reader.string(object["number"]), authority: authority,
      issued: reader.date(object["issued"]))
  }

  private mutating func readSpan(_ value: JSONValue?) -> Rulebook.Span {
    guard let value, let object = reader.object(value, Self.spanKeys) else {
      return Rulebook.Span(from: nil, until: nil)
    }
    let (from, until) = (reader.date(object["from"]), reader.date(object["until"]))
    if let from, let until, until < from { reader.badValue(value, .spanInOrder) }
    return Rulebook.Span(from: from, until: until)
  }

  private mutating func readBaseTypes(_ value: JSONValue?, among allowed: [String]?) -> [String] {
    var types: [(name: String, value: JSONValue)] = []
    for element in reader.array(value, nonEmpty: true) {
      guard let type = code(element, of: "baseType") else { continue }
      if let allowed, !allowed.contains(type) {
        reader.report(
          .ruleUnknownCode, at: element, .wordNotAllowed(type, allowed: allowed, nearest: nil))
      }
      if let first = types.first(where: { $0.name == type }) {
        reader.report(
          .ruleDuplicateID, at: element,
          .duplicateID(type, first: reader.document.position(of: first.value.offset)))
      } else {
        types.append((type, element))
      }
    }
    return types.map(\.name)
  }

  /// One of the codes of a fact that the vocabulary must have.
  private mutating func code(_ value: JSONValue?, of path: StaticString) -> String? {
    guard let value, let word = reader.string(value) else { return nil }
    guard let fact = vocabulary.wellKnown(path, .code) else {
      reader.report(.ruleUnknownFact, at: value, .unknownFact(path.description, nearest: nil))
      return nil
    }
    let allowed = vocabulary.facts[fact].codes.map(\.name)
    if !allowed.contains(word) {
      reader.report(
        .ruleUnknownCode, at: value,
        .wordNotAllowed(word, allowed: allowed, nearest: nearest(to: word, among: allowed)))
    }
    return word
  }

  private mutating func readArticle(_ value: JSONValue, _ baseTypes: [String], isLazy: Bool)
    -> Article?
  {
    guard let object = reader.object(value, Self.articleKeys) else { return nil }
    let id = reader.id(object["id"])
    let (citation, title) = (reader.words(object["citation"]), reader.words(object["title"]))
    let stage = reader.id(object["stage"])
    let bound = object["baseTypes"].map { readBaseTypes($0, among: baseTypes) }
    let clauses: Lazy<[Clause]>
    if isLazy {
      let reader = self
      clauses = Lazy {
        var reader = reader
        return reader.readClauses(object)
      }
    } else {
      clauses = Lazy(value: readClauses(object))
    }
    guard let id, let citation, let title, let stage else { return nil }
    return Article(
      id: id, citation: citation, title: title, stage: stage, baseTypes: bound, clauses: clauses)
  }

  private mutating func readClauses(_ article: RuleObject) -> [Clause] {
    reader.array(article["clauses"], nonEmpty: true).compactMap { readClause($0) }
  }

  private mutating func readClause(_ value: JSONValue) -> Clause? {
    guard let object = reader.object(value, Self.clauseKeys) else { return nil }
    let id = uniqueID(object["id"])
    let (citation, title) = (reader.words(object["citation"]), reader.words(object["title"]))
    let criteria = reader.array(object["criteria"], nonEmpty: true).compactMap { readCriterion($0) }
    guard let id, let citation, let title else { return nil }
    return Clause(id: id, citation: citation, title: title, criteria: criteria)
  }

  private mutating func readCriterion(_ value: JSONValue) -> Criterion? {
    guard let object = reader.object(value, Self.criterionKeys) else { return nil }
    let id = uniqueID(object["id"])
    let (requirement, reading) = (
      reader.words(object["requirement"]), reader.words(object["reading"])
    )
    let proof = reader.array(object["proof"]).compactMap { reader.words($0) }
    var basis: Criterion.Basis?
    if let basisValue = object["basis"], let word = reader.string(basisValue) {
      basis = Criterion.Basis(rawValue: word)
      if basis == nil {
        let allowed = Criterion.Basis.allCases.map(\.rawValue)
        reader.report(
          .ruleBadValue, at: basisValue,
          .wordNotAllowed(word, allowed: allowed, nearest: nearest(to: word, among: allowed)))
      }
    }
    let condition = object["require"].flatMap { conditions.condition($0, &reader) }
    guard let id, let requirement, let basis, let condition else { return nil }
    return Criterion(
      id: id, requirement: requirement, basis: basis, proof: proof, reading: reading,
      condition: condition,
      vocabulary: vocabulary)
  }

  private mutating func uniqueID(_ value: JSONValue?) -> String? {
    guard let value, let id = reader.id(value) else { return nil }
    if let first = ids.updateValue(value, forKey: id) {
      reader.report(
        .ruleDuplicateID, at: value,
        .duplicateID(id, first: reader.document.position(of: first.offset)))
    }
    return id
  }
}

extension RulebookReader {
  /// Reports an id that another rulebook has, and a day that two versions of a document govern.
  mutating func reportClash(of rulebook: Rulebook, with others: [Rulebook]) {
    let root = reader.document.root
    for other in others {
      if other.id == rulebook.id {
        reader.report(.ruleDuplicateID, at: root, .idInUse(rulebook.id, file: other.fileName))
      } else if other.series == rulebook.series, other.span.overlaps(rulebook.span) {
        reader.report(.ruleOverlappingSpans, at: root, .overlappingSpans(rulebook.id, other.id))
      }
    }
  }
}

extension Rulebook.Span {
  fileprivate func overlaps(_ other: Self) -> Bool {
    func reaches(_ from: CivilDate?, _ until: CivilDate?) -> Bool {
      guard let from, let until else { return true }
      return from <= until
    }
    return reaches(from, other.until) && reaches(other.from, until)
  }
}
