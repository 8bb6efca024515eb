import Testing

@testable import RuleEngine

/// Many candidates seen together.
@Suite struct ScreeningTests {
  private static let codes = SmallBatch.codes

  private func numbers(_ screening: Screening) -> [Int] { screening.candidates.map(\.number) }

  // MARK: Order

  /// Clauses that fail, then clauses that are open, then the order of the input; what was not
  /// judged comes last.
  @Test func orderByDistance() throws {
    let batch = try SmallBatch()
    var candidates = try ["FFF", "UUU", "PPP", "FPP", "PUP", "FUP", "PPP", "UPU"]
      .map { try batch.candidate($0) }
    #expect(numbers(try batch.screening(candidates)) == [3, 7, 5, 8, 2, 4, 6, 1])
    candidates.insert(Candidate(unreadable: "gone.json"), at: 0)
    candidates.insert(try batch.candidate(more: #", "site": 1"#), at: 1)
    let screening = try batch.screening(candidates)
    #expect(numbers(screening) == [5, 9, 7, 10, 4, 6, 8, 3, 2, 1])
    #expect(screening.candidates.allSatisfy { $0.rank == nil })
    #expect(screening.candidates.map(\.candidate.outcome).suffix(2) == [.invalid, nil])
    #expect(screening.candidates.last?.candidate.source == "gone.json")
    #expect(screening.recommenderReports.isEmpty && screening.diagnostics.isEmpty)
    #expect(try numbers(batch.screening([])).isEmpty)
  }

  /// Of several rulebooks, the clauses of all.
  @Test func distanceOverRulebooks() throws {
    let batch = try SmallBatch()
    let candidates = [
      try batch.candidate("FPP", programme: nil), try batch.candidate("FUU"),
      try batch.candidate("FFP"), try batch.candidate("FFP", programme: nil),
    ]
    #expect(candidates.map(\.results.count) == [2, 1, 1, 2])
    #expect(numbers(try batch.screening(candidates)) == [2, 1, 3, 4])
  }

  /// By the unit's ranking; those that it does not rank follow, by distance.
  @Test func orderByRank() throws {
    let batch = try SmallBatch()
    let candidates = [
      try batch.candidate("PPP", code: Self.codes[0]),
      try batch.candidate("FFF", code: Self.codes[1]),
      try batch.candidate("FPP"), try batch.candidate("UPP", code: Self.codes[2]),
      try batch.candidate("PPP", code: Self.codes[3]), Candidate(unreadable: "gone.json"),
    ]
    func ranked(_ ranking: String) throws -> [[Int?]] {
      let screening = try batch.screening(candidates, unit: #"{"ranking": \#(ranking)}"#)
      return screening.candidates.map { [$0.number, $0.rank] }
    }
    let codes = Self.codes.map(quoted)
    #expect(
      try ranked("[\(codes[1]), \(codes[3]), \(codes[0])]")
        == [[2, 1], [5, 2], [1, 3], [4, nil], [3, nil], [6, nil]])
    // The first place of one that stands twice; an unknown one has its place too.
    #expect(
      try ranked("[null, \(codes[3]), \(codes[1]), \(codes[3])]")
        == [[5, 2], [2, 3], [1, nil], [4, nil], [3, nil], [6, nil]])
    let byDistance: [[Int?]] = [[1, nil], [5, nil], [4, nil], [3, nil], [2, nil], [6, nil]]
    #expect(try ranked("[]") == byDistance)
    #expect(try ranked("null") == byDistance)
    // A document with data errors ranks nothing.
    #expect(try ranked(#"["x", \#(codes[1])]"#) == byDistance)
  }

  /// Two bases of one host share its place, the nearer first.
  @Test func twoBasesOfOneHost() throws {
    let batch = try SmallBatch()
    let candidates = [
      try batch.candidate("FPP", code: Self.codes[0], base: "甲"),
      try batch.candidate("PPP", code: Self.codes[1], base: "丙"),
      try batch.candidate("PPP", code: Self.codes[0], base: "乙"),
    ]
    let screening = try batch.screening(
      candidates, unit: #"{"ranking": ["\#(Self.codes[0])", "\#(Self.codes[1])"]}"#)
    #expect(screening.candidates.map { [$0.number, $0.rank] } == [[3, 1], [1, 1], [2, 2]])
  }

  // MARK: One clause away

  @Test func lastObstacles() throws {
    let batch = try SmallBatch()
    func obstacles(_ flags: String, programme: String? = "national") throws -> [String] {
      let screening = try batch.screening([batch.candidate(flags, programme: programme)])
      return try #require(screening.candidates.first).lastObstacles
        .map { "\($0.result.rulebook.id) \($0.clause.clause.id) \($0.clause.verdict)" }
    }
    #expect(try obstacles("PPP").isEmpty)
    #expect(try obstacles("PFP") == ["own-national 2.0 fail"])
    #expect(try obstacles("PPU") == ["own-national 3.0 unknown"])
    #expect(try obstacles("PFU").isEmpty && obstacles("FFF").isEmpty)
    #expect(
      try obstacles("FPP", programme: nil) == ["own-henan 1.0 fail", "own-national 1.0 fail"])
    #expect(try batch.screening([Candidate(unreadable: "x")]).candidates[0].lastObstacles.isEmpty)
  }

  // MARK: Clauses

  /// The clause that stops most candidates comes first; as many, the one that leaves more open.
  @Test func tallies() throws {
    let batch = try SmallBatch()
    func tallies(_ candidates: Candidate...) throws -> [String] {
      try batch.screening(candidates).clauses.map {
        "\($0.rulebook.id) \($0.clause.id) \($0.counts.pass),\($0.counts.fail),\($0.counts.unknown)"
      }
    }
    #expect(try tallies().isEmpty)
    #expect(try tallies(Candidate(unreadable: "x")).isEmpty)
    #expect(
      try tallies(batch.candidate("PPP"), batch.candidate("PFU"), batch.candidate("FFU")) == [
        "own-national 2.0 1,2,0", "own-national 1.0 2,1,0", "own-national 3.0 1,0,2",
      ])
    #expect(
      try tallies(batch.candidate("UFF"), batch.candidate("PPU"), Candidate(unreadable: "x")) == [
        "own-national 3.0 0,1,1", "own-national 2.0 1,1,0", "own-national 1.0 1,0,1",
      ])
    // Clauses of the same id in two rulebooks are two.
    #expect(
      try tallies(
        batch.candidate("PPF", programme: "henan"), batch.candidate("FPP"), batch.candidate("FPP"))
        == [
          "own-national 1.0 0,2,0", "own-henan 3.0 0,1,0", "own-henan 1.0 1,0,0",
          "own-henan 2.0 1,0,0", "own-national 2.0 2,0,0", "own-national 3.0 2,0,0",
        ])
  }

  // MARK: Repetitions

  private static func channel(_ kind: String, _ name: String) -> String {
    #"{"kind": "\#(kind)", "name": "\#(name)"}"#
  }

  private static let society = channel("national-society", "中国机械工程学会")
  private static let association = channel("provincial-association", "河南省科协")

  /// The same code and name in the batch, once through one channel, once through two.
  @Test func repetitions() throws {
    let batch = try SmallBatch()
    let screening = try batch.screening([
      batch.candidate(code: Self.codes[0], base: "甲基地", channels: "[\(Self.society)]"),
      batch.candidate(code: Self.codes[1], base: "乙基地", channels: "[\(Self.society)]"),
      batch.candidate(code: Self.codes[0], base: "甲基地", channels: "[\(Self.association)]"),
      batch.candidate(code: Self.codes[0], base: "乙基地", channels: "[\(Self.association)]"),
      batch.candidate(code: Self.codes[1], base: "乙基地", channels: "[\(Self.society)]"),
      Candidate(unreadable: "gone.json"),
    ])
    #expect(screening.repetitions.map(\.creditCodes) == [[Self.codes[0]], [Self.codes[1]]])
    #expect(screening.repetitions.map(\.baseNames) == [["甲基地"], ["乙基地"]])
    #expect(screening.repetitions.map(\.numbers) == [[1, 3], [2, 5]])
    #expect(screening.repetitions.map(\.isThroughTwoChannels) == [true, false])
    #expect(
      screening.repetitions.map { $0.channels.map(\.name) }
        == [["中国机械工程学会", "河南省科协"], ["中国机械工程学会"]])
    #expect(
      screening.repetitions.first?.channels.map(\.kind) == [
        "national-society", "provincial-association",
      ])
  }

  /// Three times, once without a channel that is known.
  @Test func moreThanTwice() throws {
    let batch = try SmallBatch()
    let channels = ["[\(Self.society)]", nil, "[\(Self.society)]", "[]"]
    let screening = try batch.screening(
      channels.map { try batch.candidate(code: Self.codes[0], base: "甲", channels: $0) })
    #expect(screening.repetitions.map(\.numbers) == [[1, 2, 3, 4]])
    #expect(screening.repetitions.map(\.channels.count) == [1])
    #expect(screening.repetitions.map(\.isThroughTwoChannels) == [false])
  }

  /// One candidate with two channels is none that is repeated; two with the same two come through
  /// two.
  @Test func twoChannelsEach() throws {
    let batch = try SmallBatch()
    let both = try batch.candidate(
      code: Self.codes[0], base: "甲", channels: "[\(Self.society), \(Self.association)]")
    #expect(try batch.screening([both]).repetitions.isEmpty)
    let twice = try batch.screening([both, both])
    #expect(twice.repetitions.map(\.channels.count) == [2])
    #expect(twice.repetitions.map(\.isThroughTwoChannels) == [true])
  }

  /// What is not known is not the same.
  @Test func notRepeated() throws {
    let batch = try SmallBatch()
    let candidates = [
      try batch.candidate(base: "甲"), try batch.candidate(base: "甲"),
      try batch.candidate(code: Self.codes[0]), try batch.candidate(code: Self.codes[0]),
      try batch.candidate(code: Self.codes[1], base: "é"),
      try batch.candidate(code: Self.codes[1], base: "e\u{301}"),
      Candidate(unreadable: "a.json"), Candidate(unreadable: "a.json"),
    ]
    #expect(try batch.screening(candidates).repetitions.isEmpty)
  }

  /// A channel of which nothing is known may be the one that another names.
  @Test func unknownChannels() throws {
    let batch = try SmallBatch()
    for unknown in ["[null]", "[{}]", #"[{"kind": "national-society"}]"#] {
      let screening = try batch.screening([
        batch.candidate(code: Self.codes[0], base: "甲", channels: "[\(Self.society)]"),
        batch.candidate(code: Self.codes[0], base: "甲", channels: unknown),
      ])
      #expect(screening.repetitions.map(\.numbers) == [[1, 2]])
      #expect(screening.repetitions.map(\.isThroughTwoChannels) == [false], "\(unknown)")
    }
  }

  /// Thousands are seen together in one go.
  @Test func manyCandidates() throws {
    let batch = try SmallBatch()
    let kinds = try ["PPP", "PFU", "FFF", "UPP"].enumerated().map { number, flags in
      try batch.candidate(flags, code: Self.codes[number], base: "甲")
    }
    let screening = try batch.screening((0..<4000).map { kinds[$0 % 4] })
    #expect(screening.candidates.count == 4000)
    #expect(screening.candidates.prefix(1000).allSatisfy { $0.candidate.outcome == .eligible })
    #expect(screening.repetitions.map(\.numbers.count) == [1000, 1000, 1000, 1000])
    #expect(screening.clauses.map(\.counts.fail) == [2000, 1000, 1000])
  }
}
