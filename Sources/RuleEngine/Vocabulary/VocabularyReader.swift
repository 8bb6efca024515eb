/// Reads `vocabulary.json`.
struct VocabularyReader {
  var reader: RuleReader

  init(_ reader: RuleReader) { self.reader = reader }

  private static let fileKeys = RuleKeys(
    required: ["facts"], optional: ["forms", "consistency", "stages", "documents"])
  private static let documentKeys = RuleKeys(required: ["label", "facts"])

  /// The vocabulary, and the consistency conditions that are still to be read; nil if the file is no
  /// object. Where it has other errors, the vocabulary is what could be read of it.
  mutating func read() -> (vocabulary: Vocabulary, consistency: JSONValue?)? {
    guard reader.diagnostics.isEmpty, let file = reader.object(reader.document.root, Self.fileKeys)
    else { return nil }
    let forms = FormReader.forms(file["forms"], &reader)
    let stages = FactReader.labels(file["stages"], &reader)
    for stage in file["stages"]?.members.map({ $0.key }) ?? [] { _ = reader.id(stage) }
    var documents: [Vocabulary.Document] = []
    if let value = file["documents"] {
      for (name, key, member) in reader.distinctMembers(value) {
        _ = reader.id(key)
        guard let object = reader.object(member, Self.documentKeys) else { continue }
        let label = reader.words(object["label"]) ?? .unread(in: reader.document)
        var facts = FactReader(forms: forms)
        let vocabulary = facts.vocabulary(object["facts"], stages: stages, documents: [], &reader)
        documents.append(Vocabulary.Document(id: name, label: label, vocabulary: vocabulary))
      }
    }
    var facts = FactReader(forms: forms)
    let vocabulary = facts.vocabulary(file["facts"], stages: stages, documents: documents, &reader)
    return (vocabulary, file["consistency"])
  }
}
