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

  /// The words in one language.
  public subscript(language: Language) -> String {
    JSONDecoding.string(of: document.node(language == .zh ? zh : en), in: document.text)
  }
}

/// What is counted or measured: 人, m².
public struct Unit: Sendable {
  /// The name; in English, of one.
  public let name: Words
  /// The English name of several.
  let plural: Words

  /// The name that goes with an amount.
  public func name(for amount: String, in language: Language) -> String {
    language == .en && amount != "1" ? plural[.en] : name[language]
  }
}
