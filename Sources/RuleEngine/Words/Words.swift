/// Words for people, in every language, as a file of rules gives them.
///
/// They are decoded only when they are shown.
public struct Words: Sendable {
  private let document: JSONDocument
  private let zh: NodeIndex
  private let en: NodeIndex

  init(document: JSONDocument, zh: NodeIndex, en: NodeIndex) {
    self.document = document
    self.zh = zh
    self.en = en
  }

  /// What stands for words that could not be read; rules that have such are not used.
  static func unread(in document: JSONDocument) -> Words {
    Words(document: document, zh: 0, en: 0)
  }

  /// The words in one language.
  public subscript(language: Language) -> String {
    JSONDecoding.string(of: document.node(language == .zh ? zh : en), in: document.text)
  }
}
