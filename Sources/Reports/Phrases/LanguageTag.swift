import RuleEngine

extension Language {
  /// By BCP 47, with the region whose spelling the words have.
  var tag: String { Bilingual(zh: "zh-CN", en: "en-GB")[self] }
}
