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
  /// What another criterion asks the whole of a share to come to, for which it is reckoned; nil where
  /// it is reckoned for the whole as it is.
  public package(set) var size: String?
  /// Where some of the things named may be there and are not known: how many certainly are not.
  public package(set) var certainCount: Int?

  package init(_ amount: String, unit: String? = nil) {
    self.amount = amount
    self.unit = unit
  }
}
