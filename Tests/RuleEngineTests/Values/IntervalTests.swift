import Testing

@testable import RuleEngine

@Suite struct IntervalTests {
  /// A comparison's verdict is that of all pairs of numbers that the intervals allow.
  @Test(arguments: Relation.everyRelation)
  func everyPairOfSmallIntervals(_ relation: Relation) {
    let intervals = SmallInterval.all(upTo: 5)
    for left in intervals {
      for right in intervals {
        var (anyTrue, anyFalse) = (false, false)
        for a in left.values(upTo: 20) {
          for b in right.values(upTo: 20) {
            if relation.isTrue(a, b) { anyTrue = true } else { anyFalse = true }
          }
        }
        let expected = Verdict(anyTrue: anyTrue, anyFalse: anyFalse)
        let found = left.interval.verdict(relation, right.interval)
        #expect(found == expected, "\(left) \(relation) \(right)")
      }
    }
  }

  /// A sum lies between the sums of the ends; without a bound, it has none.
  @Test func sums() {
    let intervals = SmallInterval.all(upTo: 4)
    for left in intervals {
      for right in intervals {
        let sum = left.interval + right.interval
        #expect(sum.low == ExactDecimal(left.low + right.low))
        let high = left.high.flatMap { a in right.high.map { ExactDecimal(a + $0) } }
        #expect(sum.high == high)
      }
    }
  }

  @Test func certainValue() {
    #expect(Interval(3).value == ExactDecimal(3))
    #expect(Interval(low: ExactDecimal(3), high: ExactDecimal(4)).value == nil)
    #expect(Interval(low: ExactDecimal(3), high: nil).value == nil)
    #expect(Interval.unbounded.low == .zero)
    #expect(Interval.unbounded.high == nil)
  }

  /// The contract's example: 60 people and an unknown number more are certainly at least 50.
  @Test func knownPartIsEnough() {
    let staff = Interval(60) + .unbounded
    #expect(staff.verdict(.atLeast, Interval(50)) == .pass)
    #expect(staff.verdict(.atLeast, Interval(61)) == .unknown)
    #expect(staff.verdict(.atMost, Interval(59)) == .fail)
  }
}
