/// What a condition that fails lacks, or has too much of.
public struct Lack: Sendable {
  /// How much; where it is not one amount, what; or the first application date that would do.
  public package(set) var amount: String
  /// The unit of one amount: 人 of 6 人.
  public package(set) var unit: String?
  /// Whether it is how many too many there are.
  public package(set) var isExcess = false
  /// Whether it is the least that it can be: facts that are not known can make it more.
  public package(set) var isLowerBound = false
  /// Of a share whose whole has yet to come to what another criterion asks: that size, and what is
  /// lacking at it. Where the whole is not known, the amount is that too.
  public package(set) var atSize: AtSize?

  /// What is lacking of a whole of some size.
  public struct AtSize: Sendable {
    /// The size.
    public let whole: String
    /// How much more.
    public let amount: String
    /// Whether the whole is not known, so that nothing else can be said.
    package let isAll: Bool

    package init(whole: String, amount: String, isAll: Bool) {
      self.whole = whole
      self.amount = amount
      self.isAll = isAll
    }
  }

  /// Where some of the things named may be there and are not known: how many certainly are not.
  public package(set) var certainCount: Int?

  package init(_ amount: String, unit: String? = nil) {
    self.amount = amount
    self.unit = unit
  }
}
