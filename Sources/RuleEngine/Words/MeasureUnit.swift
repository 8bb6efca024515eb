/// What is counted or measured: 人, m².
public struct MeasureUnit: Sendable {
  /// The name; in English, of one.
  public let name: Words
  /// The English name of several.
  let plural: Words

  /// The name that goes with an amount.
  public func name(for amount: String, in language: Language) -> String {
    language == .en && amount != "1" ? plural[.en] : name[language]
  }
}
