import Testing

@testable import RuleEngine

/// How near to eligible counts of clauses are; `Fixtures/nearness.json` has passing, failing and open
/// ones, the nearest first.
@Suite struct NearnessTests {
  struct Row: Decodable, Sendable, CustomTestStringConvertible {
    let why: String
    let order: [[Int]]

    var testDescription: String { why }
  }

  private static func nearness(_ pass: Int, _ fail: Int, _ unknown: Int) -> Nearness {
    var counts = VerdictCounts()
    (counts.pass, counts.fail, counts.unknown) = (pass, fail, unknown)
    return counts.nearness
  }

  @Test(arguments: try Fixture.decode("nearness.json", as: [Row].self))
  func nearestFirst(_ row: Row) {
    let order = row.order.map { Self.nearness($0[0], $0[1], $0[2]) }
    for (index, near) in order.enumerated() {
      #expect(near == near)
      for far in order[(index + 1)...] {
        #expect(near > far, "\(row.order)")
        #expect(!(near < far) && near != far)
      }
    }
  }

  /// A clause more that is known to be met makes nearer, one more that is not, farther.
  @Test func knowledgeMovesOneWay() {
    for clauses in 1...6 {
      for pass in 0..<clauses {
        for fail in 0..<(clauses - pass) {
          let open = clauses - pass - fail
          let before = Self.nearness(pass, fail, open)
          #expect(Self.nearness(pass + 1, fail, open - 1) > before)
          #expect(Self.nearness(pass, fail + 1, open - 1) < before)
        }
      }
    }
  }

  /// Of any three, if one is nearer than the second and that than the third, it is nearer than the third.
  @Test func isAnOrder() {
    var all: [Nearness] = []
    for clauses in [1, 2, 3, 4, 6] {
      for pass in 0...clauses {
        for fail in 0...(clauses - pass) {
          all.append(Self.nearness(pass, fail, clauses - pass - fail))
        }
      }
    }
    for a in all {
      for b in all where a <= b {
        for c in all where b <= c { #expect(a <= c) }
      }
    }
  }
}
