/// Who a unit is, as far as a document says: to find whether two are one.
struct UnitIdentity: Equatable {
  /// The code of its kind.
  let kind: String?
  private let name: FoldedName?

  init(kind: String?, name: String?, _ names: NameWords) {
    self.kind = kind
    self.name = name.map { names.fold($0) }
  }

  /// Whether it is the same: kind and name are, where both are known.
  func isSame(as other: Self) -> Verdict {
    func compare<Value: Equatable>(_ a: Value?, _ b: Value?) -> Verdict {
      guard let a, let b else { return .unknown }
      return Verdict(a == b)
    }
    return compare(kind, other.kind) && compare(name, other.name)
  }
}
