package import RuleEngine

extension Language {
  /// By BCP 47, with the region whose spelling the words have.
  package var tag: String { Bilingual(zh: "zh-CN", en: "en-GB")[self] }
}
