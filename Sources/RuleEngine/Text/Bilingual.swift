/// The program's own words in every language.
package struct Bilingual: Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The words in one language.
  package subscript(language: Language) -> String { language == .zh ? zh : en }
}
