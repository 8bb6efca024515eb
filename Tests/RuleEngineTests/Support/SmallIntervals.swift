@testable import RuleEngine

/// All intervals of small integers, for comparing a verdict with all the cases that it stands for.
struct SmallInterval: CustomStringConvertible {
  let low: Int
  /// Nil: no bound.
  let high: Int?

  static func all(upTo greatest: Int) -> [SmallInterval] {
    (0...greatest).flatMap { low in
      (low...greatest).map { SmallInterval(low: low, high: $0) } + [
        SmallInterval(low: low, high: nil)
      ]
    }
  }

  /// The integers in it; of an open one, enough to decide anything that is asked of small numbers.
  func values(upTo cap: Int) -> ClosedRange<Int> { low...(high ?? cap) }

  var interval: Interval { Interval(low: ExactDecimal(low), high: high.map { ExactDecimal($0) }) }
  var description: String { "\(low)…\(high.map(String.init) ?? "∞")" }
}

extension Relation {
  static let everyRelation: [Relation] = [.atLeast, .moreThan, .atMost, .lessThan, .equal]

  /// The relation between integers, said again.
  func isTrue(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .moreThan: left > right
    case .atMost: left <= right
    case .lessThan: left < right
    case .equal: left == right
    }
  }
}

extension Verdict {
  /// The verdict on something that was found true, or false, in the cases looked at.
  init(anyTrue: Bool, anyFalse: Bool) {
    self = !anyTrue ? .fail : anyFalse ? .unknown : .pass
  }
}
