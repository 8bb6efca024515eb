/// How near to eligible something is, by the clauses of which the verdict is known: those that are met
/// less those that are not, as a share of all. What is open counts for neither side, so that a type of
/// which little is known stands before none that lacks little; and a clause more that is known to be
/// met always makes it nearer. Of equally near ones, that with fewer failing clauses is nearer.
public struct Nearness: Comparable, Sendable {
  /// Clauses that are met less those that are not; below zero where most are not.
  public let points: Int
  /// How many clauses there are.
  public let clauses: Int
  private let failing: Int

  init(_ counts: VerdictCounts) {
    points = counts.pass - counts.fail
    clauses = counts.pass + counts.fail + counts.unknown
    failing = counts.fail
  }

  public static func == (a: Nearness, b: Nearness) -> Bool { !(a < b) && !(b < a) }

  public static func < (a: Nearness, b: Nearness) -> Bool {
    // Without clauses nothing is known.
    let (whole, other) = (max(1, a.clauses), max(1, b.clauses))
    let (left, right) = (a.points * other, b.points * whole)
    return left == right ? a.failing * other > b.failing * whole : left < right
  }
}

extension VerdictCounts {
  /// How near to eligible this is.
  public var nearness: Nearness { Nearness(self) }
  /// Clauses of which the verdict is known.
  public var known: Int { pass + fail }
}
