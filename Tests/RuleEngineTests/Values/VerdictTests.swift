import Testing

@testable import RuleEngine

/// Kleene's strong three-valued logic, as its tables stand in the books.
@Suite struct VerdictTests {
  private static let letters: [Character: Verdict] = ["P": .pass, "U": .unknown, "F": .fail]

  /// `PU = U`: of a pass and an unknown the conjunction is unknown.
  @Test(arguments: ["PP=P", "PU=U", "PF=F", "UP=U", "UU=U", "UF=F", "FP=F", "FU=F", "FF=F"])
  func conjunction(_ row: String) throws {
    let verdicts = try row.filter { $0 != "=" }.map { try #require(Self.letters[$0]) }
    #expect((verdicts[0] && verdicts[1]) == verdicts[2])
    // De Morgan gives the disjunction's table.
    #expect((!verdicts[0] || !verdicts[1]) == !verdicts[2])
  }

  @Test(arguments: ["PP=P", "PU=P", "PF=P", "UP=P", "UU=U", "UF=U", "FP=P", "FU=U", "FF=F"])
  func disjunction(_ row: String) throws {
    let verdicts = try row.filter { $0 != "=" }.map { try #require(Self.letters[$0]) }
    #expect((verdicts[0] || verdicts[1]) == verdicts[2])
  }

  @Test func negation() {
    #expect(!Verdict.pass == .fail)
    #expect(!Verdict.unknown == .unknown)
    #expect(!Verdict.fail == .pass)
  }

  @Test func fromKnowledge() {
    #expect(Verdict(true) == .pass)
    #expect(Verdict(false) == .fail)
    #expect(Verdict(certainly: true, possibly: true) == .pass)
    #expect(Verdict(certainly: false, possibly: true) == .unknown)
    #expect(Verdict(certainly: false, possibly: false) == .fail)
  }

  @Test func worstOfReports() {
    #expect(Outcome(.pass) == .eligible)
    #expect(Outcome(.fail) == .ineligible)
    #expect(Outcome(.unknown) == .undetermined)
    #expect(Verdict.allCases.reduce(.pass) { $0 && $1 } == .fail)
  }
}
