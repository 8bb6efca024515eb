import Digest

/// Reads one rulebook.
struct RulebookReader {
  var reader: RuleReader
  /// Of the file's bytes; nil where it is still to be made.
  private let digest: String?
  /// Of applications.
  private let mainVocabulary: Vocabulary
  /// Of the documents that the rulebook is about.
  private var vocabulary: Vocabulary
  private var conditions: ConditionReader
  private var ids: [String: JSONValue] = [:]
  /// Clauses of other documents that are named, and where.
  private var counterparts: [(counterpart: Clause.Counterpart, object: RuleObject)] = []

  init(_ reader: RuleReader, digest: String?, vocabulary: Vocabulary) {
    self.reader = reader
    self.digest = digest
    mainVocabulary = vocabulary
    self.vocabulary = vocabulary
    conditions = ConditionReader(vocabulary)
  }

  private static let fileKeys = RuleKeys(
    required: ["id", "series", "programme", "document", "articles"],
    optional: [
      "inForce", "round", "about", "baseTypes", "legalBasis", "constructionPeriod", "readings",
      "notChecked",
    ])
  private static let basisKeys = RuleKeys(required: ["title", "note"], optional: ["number"])
  private static let uncheckedKeys = RuleKeys(required: ["citation", "subject", "reason"])
  private static let constructionKeys = RuleKeys(
    required: ["citation", "stage", "from", "length", "year"], optional: ["note"])
  private static let scopeKeys = RuleKeys(required: ["require", "otherwise"])
  private static let adviceKeys = RuleKeys(
    required: ["id", "require", "message"], optional: ["baseTypes"])
  private static let documentKeys = RuleKeys(
    required: ["title", "authority"], optional: ["number", "issued"])
  private static let roundKeys = RuleKeys(required: ["name", "closings"])
  private static let closingKeys = RuleKeys(required: ["what", "at"])
  private static let spanKeys = RuleKeys(required: [], optional: ["from", "until"])
  private static let articleKeys = RuleKeys(
    required: ["id", "citation", "title", "stage", "clauses"],
    optional: ["baseTypes", "scope", "advice"])
  private static let clauseKeys = RuleKeys(
    required: ["id", "citation", "title", "criteria"], optional: ["counterpart"])
  private static let counterpartKeys = RuleKeys(required: ["series", "clause"])
  private static let criterionKeys = RuleKeys(
    required: ["id", "requirement", "basis", "require"], optional: ["proof", "reading"])

  /// The rulebook; nil after what is wrong with it has been reported.
  mutating func read() -> Rulebook? {
    guard reader.diagnostics.isEmpty,
      let file = reader.object(reader.document.root, Self.fileKeys)
    else { return nil }
    let id = reader.id(file["id"])
    let series = reader.id(file["series"])
    let programme = code(file["programme"], of: "programme")
    let document = readDocument(file["document"])
    let span = readSpan(file["inForce"])
    let round = file["round"].flatMap { readRound($0, of: span) }
    let about = readAbout(file["about"])
    let baseTypes = readBaseTypes(of: file, about: about)
    let legalBasis = list(file["legalBasis"]) { $0.readBasis($1) }
    let construction = file["constructionPeriod"].flatMap { readConstruction($0) }
    let readings = list(file["readings"]) { $0.reader.words($1) }
    let notChecked = list(file["notChecked"]) { $0.readUnchecked($1) }
    let articles = list(file["articles"], nonEmpty: true) { $0.readArticle($1, baseTypes) }
    reader.reportUnread()
    guard let id, let series, let programme, let document, reader.diagnostics.isEmpty else {
      return nil
    }
    let text = reader.document.text
    return Rulebook(
      id: id, series: series, programme: programme, document: document, span: span,
      round: round, about: about, baseTypes: baseTypes, legalBasis: legalBasis,
      constructionPeriod: construction, readings: readings, notChecked: notChecked,
      articles: articles, digest: digest ?? SHA256.hexDigest(of: text.bytes), fileName: text.name)
  }

  /// The elements of a list. One that `read` makes nothing of is told, if not by `read` itself, so
  /// that none is dropped in silence.
  private mutating func list<Element>(
    _ value: JSONValue?, nonEmpty: Bool = false,
    _ read: (inout Self, JSONValue) -> Element?
  ) -> [Element] {
    var elements: [Element] = []
    for value in reader.array(value, nonEmpty: nonEmpty) {
      let before = reader.diagnostics.count
      if let element = read(&self, value) {
        elements.append(element)
      } else {
        reader.reportIfUntold(value, since: before)
      }
    }
    return elements
  }

  private mutating func readDocument(_ value: JSONValue?) -> LegalDocument? {
    guard let value, let object = reader.object(value, Self.documentKeys) else { return nil }
    let (title, number) = (reader.words(object["title"]), reader.string(object["number"]))
    let (authority, issued) = (reader.words(object["authority"]), reader.date(object["issued"]))
    guard let title, let authority else { return nil }
    return LegalDocument(title: title, number: number, authority: authority, issued: issued)
  }

  /// The kind of document; from here on, facts are those of that kind.
  private mutating func readAbout(_ value: JSONValue?) -> String? {
    guard let value, let name = reader.string(value) else { return nil }
    guard let other = mainVocabulary.vocabulary(of: name) else {
      reader.reportNoWord(name, at: value, allowed: mainVocabulary.documents.map { $0.id })
      return nil
    }
    vocabulary = other
    conditions = ConditionReader(other)
    return name
  }

  private mutating func readBasis(_ value: JSONValue) -> LegalBasis? {
    guard let object = reader.object(value, Self.basisKeys) else { return nil }
    let (title, number) = (reader.words(object["title"]), reader.string(object["number"]))
    guard let note = reader.words(object["note"]), let title else { return nil }
    return LegalBasis(title: title, number: number, note: note)
  }

  private mutating func readUnchecked(_ value: JSONValue) -> UncheckedPart? {
    guard let object = reader.object(value, Self.uncheckedKeys) else { return nil }
    let citation = reader.words(object["citation"])
    let subject = reader.words(object["subject"])
    let reason = reader.words(object["reason"])
    guard let citation, let subject, let reason else { return nil }
    return UncheckedPart(citation: citation, subject: subject, reason: reason)
  }

  private mutating func readConstruction(_ value: JSONValue) -> ConstructionPeriod? {
    guard let object = reader.object(value, Self.constructionKeys) else { return nil }
    let citation = reader.words(object["citation"])
    let stage = readStage(object["stage"])
    let start = object["from"].flatMap { conditions.operand($0, of: [.date], &reader) }
    let length = object["length"].flatMap { conditions.period($0, &reader) }
    let year = object["year"].flatMap { conditions.operand($0, of: [.count], &reader) }
    let note = reader.words(object["note"])
    guard let citation, let stage, let start, let length, let year else { return nil }
    let period = YearOfPeriod(year: year.0, start: start.0, length: length)
    conditions.constructionYear = period
    return ConstructionPeriod(citation: citation, stage: stage, year: period, note: note)
  }

  private mutating func readSpan(_ value: JSONValue?) -> Rulebook.Span {
    guard let value, let object = reader.object(value, Self.spanKeys) else {
      return Rulebook.Span(from: nil, until: nil)
    }
    let (from, until) = (reader.date(object["from"]), reader.date(object["until"]))
    if let from, let until, until < from { reader.badValue(value, .spanInOrder) }
    return Rulebook.Span(from: from, until: until)
  }

  /// A round ends with its rulebook's span, and nothing closes after that.
  private mutating func readRound(_ value: JSONValue, of span: Rulebook.Span) -> Round? {
    guard let object = reader.object(value, Self.roundKeys) else { return nil }
    if span.until == nil { reader.badValue(value, .spanWithEnd) }
    let name = reader.words(object["name"])
    let closings = reader.array(object["closings"], nonEmpty: true).compactMap { element in
      readClosing(element, of: span)
    }
    return name.map { Round(name: $0, closings: closings) }
  }

  private mutating func readClosing(_ value: JSONValue, of span: Rulebook.Span) -> Round.Closing? {
    guard let object = reader.object(value, Self.closingKeys) else { return nil }
    let what = reader.words(object["what"])
    let moment = reader.moment(object["at"])
    if let moment, let at = object["at"], !span.contains(moment.date) {
      reader.badValue(at, .momentInSpan)
    }
    guard let what, let moment else { return nil }
    return Round.Closing(what: what, at: moment)
  }

  /// A rulebook about applications has base types, no other has.
  private mutating func readBaseTypes(of file: RuleObject, about: String?) -> [String] {
    let value = file["baseTypes"]
    switch (value, file["about"]) {
    case (nil, nil):
      reader.report(.ruleMissingKey, at: file.value, .missingKey("baseTypes"))
    case (let value?, _?):
      reader.report(
        .ruleUnknownKey, at: value, .unknownKey("baseTypes", allowed: [], nearest: nil))
    default: break
    }
    return value == nil ? [] : readBaseTypes(value, among: nil)
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
    return types.map { $0.name }
  }

  /// One of the codes of a fact that the vocabulary must have.
  private mutating func code(_ value: JSONValue?, of path: StaticString) -> String? {
    guard let value, let word = reader.string(value) else { return nil }
    guard let fact = mainVocabulary.wellKnown(path, .code) else {
      reader.report(.ruleUnknownFact, at: value, .unknownFact(path.description, nearest: nil))
      return nil
    }
    let allowed = mainVocabulary.facts[fact].codes.map { $0.name }
    if !allowed.contains(word) {
      reader.reportNoWord(word, at: value, allowed: allowed, code: .ruleUnknownCode)
      return nil
    }
    return word
  }

  private mutating func readArticle(_ value: JSONValue, _ baseTypes: [String]) -> Article? {
    guard let object = reader.object(value, Self.articleKeys) else { return nil }
    let id = reader.id(object["id"])
    let (citation, title) = (reader.words(object["citation"]), reader.words(object["title"]))
    let stage = readStage(object["stage"])
    let bound = object["baseTypes"].map { readBaseTypes($0, among: baseTypes) }
    let scope = object["scope"].flatMap { readScope($0) }
    let clauses = list(object["clauses"], nonEmpty: true) { $0.readClause($1, scope) }
    if vocabulary !== mainVocabulary, let advice = object["advice"] {
      reader.report(.ruleUnknownKey, at: advice, .unknownKey("advice", allowed: [], nearest: nil))
    }
    let advice = list(object["advice"]) { $0.readAdvice($1, baseTypes) }
    guard let id, let citation, let title, let stage else { return nil }
    return Article(
      id: id, citation: citation, title: title, stage: stage, baseTypes: bound, scope: scope,
      clauses: clauses, advice: advice)
  }

  private mutating func readStage(_ value: JSONValue?) -> String? {
    guard let value, let stage = reader.id(value) else { return nil }
    let allowed = mainVocabulary.stageNames
    if !allowed.contains(stage) { reader.reportNoWord(stage, at: value, allowed: allowed) }
    return stage
  }

  private mutating func readScope(_ value: JSONValue) -> Scope? {
    guard let object = reader.object(value, Self.scopeKeys) else { return nil }
    let otherwise = reader.words(object["otherwise"])
    let condition = conditions.judgement(object["require"], &reader)
    guard let condition, let otherwise else { return nil }
    return Scope(condition: condition, otherwise: otherwise)
  }

  private mutating func readAdvice(_ value: JSONValue, _ baseTypes: [String]) -> Advice? {
    guard let object = reader.object(value, Self.adviceKeys) else { return nil }
    let id = reader.id(object["id"])
    let bound = object["baseTypes"].map { readBaseTypes($0, among: baseTypes) }
    let message = reader.words(object["message"])
    conditions.isAdvice = true
    defer { conditions.isAdvice = false }
    let condition = conditions.judgement(object["require"], &reader)
    guard let id, let message, let condition else { return nil }
    return Advice(id: id, baseTypes: bound, condition: condition, message: message)
  }

  private mutating func readClause(_ value: JSONValue, _ scope: Scope?) -> Clause? {
    guard let object = reader.object(value, Self.clauseKeys) else { return nil }
    let id = uniqueID(object["id"])
    let (citation, title) = (reader.words(object["citation"]), reader.words(object["title"]))
    let criteria = list(object["criteria"], nonEmpty: true) { $0.readCriterion($1, scope) }
    let counterpart = object["counterpart"].flatMap { readCounterpart($0) }
    guard let id, let citation, let title else { return nil }
    return Clause(
      id: id, citation: citation, title: title, criteria: criteria, counterpart: counterpart)
  }

  private mutating func readCounterpart(_ value: JSONValue) -> Clause.Counterpart? {
    guard let object = reader.object(value, Self.counterpartKeys) else { return nil }
    let (series, clause) = (reader.id(object["series"]), reader.id(object["clause"]))
    guard let series, let clause else { return nil }
    let counterpart = Clause.Counterpart(series: series, clause: clause)
    counterparts.append((counterpart, object))
    return counterpart
  }

  private mutating func readCriterion(_ value: JSONValue, _ scope: Scope?) -> Criterion? {
    guard let object = reader.object(value, Self.criterionKeys) else { return nil }
    let id = uniqueID(object["id"])
    let (requirement, reading) = (
      reader.words(object["requirement"]), reader.words(object["reading"])
    )
    let proof = list(object["proof"]) { $0.reader.words($1) }
    let basis = reader.word(object["basis"], of: Criterion.Basis.self)
    let condition = conditions.judgement(object["require"], &reader)
    guard let id, let requirement, let basis, let condition else { return nil }
    return Criterion(
      id: id, requirement: requirement, basis: basis, proof: proof, reading: reading,
      condition: scope.map { .scoped(condition, $0) } ?? condition, vocabulary: vocabulary)
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

extension RulebookReader {
  /// Reports a clause of another document that no version of it has, and a document that is not at
  /// hand, where all are (else that is no mistake, unless it is just misspelt).
  mutating func reportMissingCounterparts(among rulebooks: [Rulebook], areAll: Bool) {
    for (counterpart, object) in counterparts {
      let versions = rulebooks.filter { $0.series == counterpart.series }
      if versions.isEmpty, let value = object["series"] {
        let series = rulebooks.map { $0.series }
        if areAll || nearest(to: counterpart.series, among: series) != nil {
          reader.reportNoWord(counterpart.series, at: value, allowed: series)
        }
        continue
      }
      let ids = versions.flatMap { $0.articles }.flatMap { $0.clauses }.map { $0.id }
      if let value = object["clause"], !ids.contains(counterpart.clause) {
        reader.reportNoWord(counterpart.clause, at: value, allowed: ids)
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
