/// What can be said of a condition: Kleene's strong three-valued logic.
///
/// In this order the least of several verdicts is their conjunction, the greatest their disjunction.
public enum Verdict: UInt8, Comparable, CaseIterable, Sendable {
  /// 不符合: fails whatever the missing facts turn out to be.
  case fail
  /// 待定: could still go either way; facts are missing, or the authority decides.
  case unknown
  /// 符合: holds whatever the missing facts turn out to be.
  case pass

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  public static func && (a: Self, b: Self) -> Self { min(a, b) }
  public static func || (a: Self, b: Self) -> Self { max(a, b) }
  public static prefix func ! (a: Self) -> Self {
    switch a {
    case .pass: .fail
    case .unknown: .unknown
    case .fail: .pass
    }
  }

  init(_ holds: Bool) { self = holds ? .pass : .fail }

  /// The verdict of something that holds in the best case or not, and in the worst case or not.
  init(certainly: Bool, possibly: Bool) {
    self = certainly ? .pass : possibly ? .unknown : .fail
  }
}

/// Why a verdict is unknown.
public enum OpenReason: String, Sendable {
  /// Facts are missing.
  case facts
  /// The law leaves it to the authority's judgement.
  case authority
}
