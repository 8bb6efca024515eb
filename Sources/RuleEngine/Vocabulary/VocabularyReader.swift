/// Reads `vocabulary.json`.
struct VocabularyReader {
  var reader: RuleReader

  init(_ reader: RuleReader) { self.reader = reader }

  private static let fileKeys = RuleKeys(
    required: ["facts"],
    optional: ["forms", "consistency", "stages", "documents", "names", "sections"])
  private static let namesKeys = RuleKeys(
    required: [], optional: ["abbreviations", "commonWords"])
  private static let documentKeys = RuleKeys(required: ["label", "facts"])

  /// The vocabulary, and the consistency conditions that are still to be read; nil if the file is no
  /// object. Where it has other errors, the vocabulary is what could be read of it.
  mutating func read() -> (vocabulary: Vocabulary, consistency: JSONValue?)? {
    guard reader.diagnostics.isEmpty, let file = reader.object(reader.document.root, Self.fileKeys)
    else { return nil }
    let forms = FormReader.forms(file["forms"], &reader)
    let stages = FactReader.labels(file["stages"], &reader)
    for stage in file["stages"]?.members.map({ $0.key }) ?? [] { _ = reader.id(stage) }
    let names = readNames(file["names"])
    var documents: [Vocabulary.Document] = []
    if let value = file["documents"] {
      for (name, key, member) in reader.distinctMembers(value) {
        _ = reader.id(key)
        guard let object = reader.object(member, Self.documentKeys) else { continue }
        let label = reader.words(object["label"]) ?? .unread(in: reader.document)
        var facts = FactReader(forms: forms)
        let vocabulary = facts.vocabulary(
          object["facts"], stages: stages, documents: [], names: names, &reader)
        documents.append(Vocabulary.Document(id: name, label: label, vocabulary: vocabulary))
      }
    }
    var facts = FactReader(forms: forms)
    let vocabulary = facts.vocabulary(
      file["facts"], stages: stages, documents: documents, names: names,
      sections: file["sections"], &reader)
    return (vocabulary, file["consistency"])
  }

  private mutating func readNames(_ value: JSONValue?) -> NameWords {
    guard let value, let object = reader.object(value, Self.namesKeys) else { return NameWords() }
    var abbreviations: [(long: String, short: String)] = []
    if let value = object["abbreviations"] {
      for (long, key, member) in reader.distinctMembers(value) {
        if FoldedName(long).isEmpty { reader.badValue(key, .name) }
        if let short = reader.string(member) { abbreviations.append((long, short)) }
      }
    }
    var words: [String] = []
    for element in reader.array(object["commonWords"]) {
      guard let word = reader.string(element) else { continue }
      if FoldedName(word).isEmpty { reader.badValue(element, .name) }
      words.append(word)
    }
    return NameWords(abbreviations: abbreviations, commonWords: words)
  }
}
