/// What values a fact can have.
public enum FactType: String, CaseIterable, Sendable {
  /// An object that only holds other facts.
  case group
  /// A list of objects.
  case list
  case text
  /// A list of texts.
  case texts
  /// True or false.
  case flag
  /// An integer from 0 to 10⁹.
  case count
  /// A decimal from 0, less than 10¹⁵.
  case quantity
  /// A day: `YYYY-MM-DD`.
  case date
  /// A minute of Beijing time: `YYYY-MM-DDThh:mm`.
  case moment
  /// One of the listed words.
  case code
  /// A list of such words.
  case codes

  /// No count is greater than this.
  public static let greatestCount = ExactDecimal(1_000_000_000)
  /// Quantities are less than this.
  public static let quantityBound = ExactDecimal(1_000_000_000_000_000 as Int64)
}
