package import RuleEngine

// What a vocabulary calls what reports name.
extension Vocabulary {
  /// What a base type is called; nothing where there is none.
  package func baseTypeName(_ type: String?, in language: Language) -> String {
    type.map { name(of: $0, "baseType", in: language) } ?? ""
  }

  /// What a stage is called.
  package func stageName(_ stage: String, in language: Language) -> String {
    Self.name(stage, among: stages, in: language)
  }

  /// The stages of clauses, in its order.
  func stages(of clauses: [ClauseReport]) -> [String] {
    let used = Set(clauses.map { $0.article.stage })
    return stageNames.filter { used.contains($0) }
  }

  /// What a code of a fact of the application's own is called.
  func name(of code: String, _ path: String, in language: Language) -> String {
    Self.name(code, among: self[path]?.codes ?? [], in: language)
  }

  /// What rulebooks about such documents judge; nil stands for applications.
  package func documentName(_ document: String?, in language: Language) -> String {
    guard let document else { return Bilingual(zh: "申报材料", en: "applications")[language] }
    return documents.first { $0.id == document }?.label[language] ?? document
  }

  private static func name(
    _ code: String, among codes: [NamedCode], in language: Language
  ) -> String {
    codes.first { $0.name == code }?.label[language] ?? code
  }
}
