import RuleEngine

/// A text of the page's own, and the key by which the page asks for it.
///
/// `{name}` in a text stands for a value that the page puts in.
package struct PageWord: Sendable {
  package let key: String
  package let words: Bilingual

  init(_ key: String, zh: String, en: String) {
    self.key = key
    words = Bilingual(zh: zh, en: en)
  }
}
