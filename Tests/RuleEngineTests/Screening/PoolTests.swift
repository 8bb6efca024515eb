import Testing

@testable import RuleEngine

/// What is screened is recommended, or is a pool to choose from.
@Suite struct PoolTests {
  private static let codes = SmallBatch.codes
  private static let own = #"[{"kind": "provincial-association", "name": "河南省科协"}]"#
  private static let other = #"[{"kind": "national-society", "name": "学会"}]"#

  private static func unit(_ ranking: String, kind: String = "provincial-association") -> String {
    """
    {"name": "河南省科学技术协会", "kind": "\(kind)", "date": "2022-05-20", "penalties": [],
     "notices": [], "ranking": \(ranking)}
    """
  }

  /// Candidates of hosts with the codes of these numbers, each of a base of its own.
  private func candidates(
    _ batch: SmallBatch, _ numbers: [Int], flags: String = "PPP", channels: String? = own,
    programme: String? = "national"
  ) throws -> [Candidate] {
    try numbers.enumerated().map { index, number in
      try batch.candidate(
        flags, name: "第\(number)", code: Self.codes[number], base: "基地\(number)甲\(index)",
        channels: channels, programme: programme)
    }
  }

  private func verdicts(_ screening: Screening) -> [String: Verdict] {
    let criteria = screening.recommenderReports.flatMap(\.criteria)
    return Dictionary(uniqueKeysWithValues: criteria.map { ($0.criterion.id, $0.verdict) })
  }

  private func ranking(_ numbers: [Int]) -> String {
    "[" + numbers.map { quoted(Self.codes[$0]) }.joined(separator: ", ") + "]"
  }

  /// Five candidates for three places: all are too many; of a pool, those that are ranked count.
  @Test(
    arguments: [
      (false, "[0,1,2,3,4]", .fail, .pass), (true, "[0,1,2,3,4]", .fail, .pass),
      (true, "[0,1,2]", .pass, .pass), (true, "[0,1,2,3]", .fail, .pass),
      (false, "[0,1,2]", .fail, .fail), (true, "[]", .pass, .pass), (false, "[]", .fail, .fail),
      (false, "null", .fail, .unknown), (true, "null", .unknown, .unknown),
    ] as [(Bool, String, Verdict, Verdict)])
  func quotaAndRanking(
    _ isPool: Bool, _ ranks: String, _ quota: Verdict, _ isComplete: Verdict
  ) throws {
    let batch = try SmallBatch()
    let numbers = ranks.filter(\.isNumber).compactMap { $0.wholeNumberValue }
    let written = ranks == "null" ? "null" : ranking(numbers)
    let screening = try batch.screening(
      candidates(batch, [0, 1, 2, 3, 4]), unit: Self.unit(written), isPool: isPool)
    let verdicts = verdicts(screening)
    #expect(verdicts["1.2.b"] == quota)
    #expect(verdicts["1.2.f"] == isComplete)
    #expect(
      screening.quotas.map { [$0.most, $0.candidateCount, $0.eligibleCount] } == [[3, 5, 5]])
    let rest = isPool && ranks != "null" ? Set(0..<5).subtracting(numbers).map { $0 + 1 } : []
    #expect(screening.notRecommended.map(\.row.number) == rest.sorted())
    #expect(screening.notRecommended.allSatisfy { $0.namesUnit })
  }

  /// What the pool lacks for a verdict is its ranking.
  @Test func poolWithoutARanking() throws {
    let batch = try SmallBatch()
    let pool = try candidates(batch, [0, 1, 2, 3])
    let screening = try batch.screening(pool, unit: Self.unit("null"), isPool: true)
    let report = try #require(screening.recommenderReports.first)
    for id in ["1.2.b", "1.2.f", "1.2.g"] {
      let criterion = try #require(report.criterion(id))
      #expect(criterion.verdict == .unknown)
      #expect(report.paths(criterion.missing) == ["ranking"], "\(id)")
    }
    // So few that it does not matter who is chosen.
    let few = try batch.screening(
      candidates(batch, [0, 1, 2]), unit: Self.unit("null"), isPool: true)
    #expect(verdicts(few)["1.2.b"] == .pass)
    // Nobody says which quota it is.
    let kind = try batch.screening(
      pool, unit: Self.unit("null", kind: "city-association"), isPool: true)
    #expect(kind.quotas.isEmpty)
  }

  /// Of a pool, the channel is judged of those that are ranked; who else names the unit stands out.
  @Test func channels() throws {
    let batch = try SmallBatch()
    let pool =
      try candidates(batch, [0, 1]) + candidates(batch, [2], channels: Self.other)
      + candidates(batch, [3])
    func screening(_ ranks: [Int]?, isPool: Bool = true) throws -> Screening {
      try batch.screening(
        pool, unit: Self.unit(ranks.map(ranking) ?? "null"), isPool: isPool)
    }
    #expect(verdicts(try screening([0, 1]))["1.2.h"] == .pass)
    #expect(verdicts(try screening([0, 2]))["1.2.h"] == .fail)
    #expect(verdicts(try screening(nil))["1.2.h"] == .unknown)
    #expect(verdicts(try screening([0, 1, 2, 3], isPool: false))["1.2.h"] == .fail)
    let rest = try screening([0, 1]).notRecommended
    #expect(rest.map(\.row.number) == [3, 4])
    #expect(rest.map(\.namesUnit) == [false, true])
  }

  /// Henan has neither quota nor ranking; of a pool the channel is all the same that of the ranked.
  @Test func henan() throws {
    let batch = try SmallBatch()
    let channel = #"[{"kind": "city-association", "name": "河南省科协"}]"#
    let pool =
      try candidates(batch, [0], channels: channel, programme: "henan")
      + candidates(batch, [1, 2, 3, 4], channels: Self.other, programme: "henan")
    func verdict(_ ranks: [Int]?, isPool: Bool) throws -> Verdict? {
      let unit = Self.unit(ranks.map(ranking) ?? "null", kind: "city-association")
      let screening = try batch.screening(pool, unit: unit, isPool: isPool)
      #expect(screening.quotas.isEmpty)
      #expect(verdicts(screening)["8.a"] == .pass)
      return verdicts(screening)["8.b"]
    }
    #expect(try verdict([0], isPool: true) == .pass)
    #expect(try verdict([0, 1], isPool: true) == .fail)
    #expect(try verdict(nil, isPool: true) == .unknown)
    #expect(try verdict(nil, isPool: false) == .fail)
  }

  // MARK: Who belongs where

  /// A candidate that names no programme may be of any: nothing is certain on its account.
  @Test func withoutProgramme() throws {
    let batch = try SmallBatch()
    let known = try candidates(batch, [0, 1, 2])
    let open = try candidates(batch, [3], channels: Self.other, programme: nil)
    let screening = try batch.screening(known + open, unit: Self.unit(ranking([0, 1, 2])))
    let national = try #require(
      screening.recommenderReports.first { $0.rulebooks[0].rulebook.programme == "national" })
    for id in ["1.2.b", "1.2.f", "1.2.h"] {
      #expect(national.criterion(id)?.verdict == .unknown, "\(id)")
    }
    // Four that certainly are too many stay so.
    let more = try candidates(batch, [3, 4], programme: nil)
    let certain = try batch.screening(
      known + candidates(batch, [4]) + more, unit: Self.unit(ranking([0, 1, 2])))
    let report = try #require(
      certain.recommenderReports.first { $0.rulebooks[0].rulebook.programme == "national" })
    #expect(report.criterion("1.2.b")?.verdict == .fail)
    // With one programme asked for, that is theirs.
    var options = Checker.Options()
    options.rulebooks = ["own-national"]
    let checker = try Checker(batch.library, options: options)
    let asked = (known + open).map { candidate in
      var candidate = candidate
      candidate.results.removeAll { $0.rulebook.programme != "national" }
      return candidate
    }
    let unit = try #require(
      Recommender(
        SourceText(name: "u", bytes: Self.unit(ranking([0, 1, 2])).utf8), library: batch.library,
        isStrict: false))
    let all = Screening(asked, recommender: unit, checker: checker)
    #expect(verdicts(all)["1.2.b"] == .fail && verdicts(all)["1.2.h"] == .fail)
  }

  /// Errors leave open what a candidate is, but not that it is of another programme.
  @Test(
    arguments: [
      ("henan", .pass), ("national", .unknown), (nil, .unknown), ("nowhere", .unknown),
    ] as [(String?, Verdict)])
  func withErrors(_ programme: String?, _ quota: Verdict) throws {
    let batch = try SmallBatch()
    let invalid = try batch.candidate(
      base: "另一", channels: Self.other, programme: programme, more: #", "site": 1"#)
    #expect(invalid.outcome == .invalid)
    let screening = try batch.screening(
      candidates(batch, [0, 1, 2]) + [invalid], unit: Self.unit(ranking([0, 1, 2])))
    #expect(verdicts(screening)["1.2.b"] == quota)
    #expect(verdicts(screening)["1.2.h"] == quota)
  }

  // MARK: The same base

  /// The same base given twice counts once; what may be the same leaves the number open.
  @Test(
    arguments: [
      ("甲基地", "collaboration", .pass), ("“甲”基地", "collaboration", .pass),
      ("甲", "collaboration", .unknown), ("甲基地", "incubation", .pass),
      ("甲", "incubation", .fail), ("丁", "collaboration", .fail), (nil, "collaboration", .unknown),
    ] as [(String?, String, Verdict)])
  func repetition(_ name: String?, _ type: String, _ quota: Verdict) throws {
    let batch = try SmallBatch()
    func candidate(_ code: Int, _ base: String?, _ type: String) throws -> Candidate {
      try batch.candidate(
        text: """
          {"programme": "national", "baseType": "\(type)", "baseName": \(base.map(quoted) ?? "null"),
           "applicant": {"name": "第\(code)", "creditCode": "\(Self.codes[code])"}}
          """)
    }
    let first = try [(0, "甲基地"), (1, "乙基地"), (2, "丙基地")].map {
      try candidate($0.0, $0.1, "collaboration")
    }
    let screening = try batch.screening(
      first + [candidate(0, name, type)], unit: Self.unit(ranking([0, 1, 2])))
    #expect(verdicts(screening)["1.2.b"] == quota)
  }

  // MARK: Bases in the ranking

  /// An entry may name the base of a host that has several; `A` is the host of both bases.
  @Test(
    arguments: [
      (["A"], .pass, .pass, [1, 1]), (["A 陶瓷", "A 农机"], .pass, .pass, [1, 2]),
      (["A 农机", "A 陶瓷"], .pass, .pass, [2, 1]), (["A 农机"], .fail, .pass, [nil, 1]),
      (["A “陶瓷”基地", "A　农机"], .pass, .pass, [1, 2]),
      (["A 陶瓷", "A 陶瓷", "A 农机"], .pass, .fail, [1, 3]),
      (["A 陶瓷", "A  陶瓷", "A 农机"], .pass, .fail, [1, 3]),
      (["A", "A 农机"], .pass, .fail, [1, 1]), (["A 光学", "A"], .pass, .pass, [2, 2]),
      ([" A 陶瓷 ", "A 农机"], .pass, .pass, [1, 2]),
      (["A 陶瓷", nil], .unknown, .unknown, [1, nil]),
    ] as [([String?], Verdict, Verdict, [Int?])])
  func namedBases(
    _ ranking: [String?], _ isComplete: Verdict, _ isSingle: Verdict, _ ranks: [Int?]
  ) throws {
    let batch = try SmallBatch()
    let code = Self.codes[0]
    let bases = try ["陶瓷基地", "农机基地"].map {
      try batch.candidate(name: "甲", code: code, base: $0, channels: Self.own)
    }
    let written = ranking.map { $0.map { quoted($0.replacing("A", with: code)) } ?? "null" }
    let screening = try batch.screening(
      bases, unit: Self.unit("[" + written.joined(separator: ", ") + "]"))
    #expect(screening.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(verdicts(screening)["1.2.f"] == isComplete)
    #expect(verdicts(screening)["1.2.g"] == isSingle)
    #expect(screening.candidates.sorted { $0.number < $1.number }.map(\.rank) == ranks)
  }

  /// A short name is enough where it can mean but one base.
  @Test func shortNames() throws {
    let batch = try SmallBatch()
    func verdict(_ names: [String?]) throws -> Verdict? {
      let bases = try names.map {
        try batch.candidate(name: "甲", code: Self.codes[0], base: $0, channels: Self.own)
      }
      let unit = Self.unit("[\(quoted(Self.codes[0] + " 陶瓷"))]")
      return verdicts(try batch.screening(bases, unit: unit, isPool: false))["1.2.f"]
    }
    #expect(try verdict(["“科创中国”陶瓷创新基地"]) == .pass)
    #expect(try verdict(["“科创中国”陶瓷创新基地", "陶瓷基地"]) == .unknown)
    #expect(try verdict(["“科创中国”陶瓷创新基地", nil]) == .unknown)
    #expect(try verdict(["农机"]) == .fail)
  }

  @Test func strangersAmongBases() throws {
    let batch = try SmallBatch()
    let unit = Self.unit(
      "[\(quoted(Self.codes[0] + " 光学")), \(quoted(Self.codes[0] + " 陶瓷"))]")
    let bases = [try batch.candidate(code: Self.codes[0], base: "陶瓷")]
    let diagnostics = try batch.screening(bases, unit: unit).diagnostics
    #expect(diagnostics.map { "\($0.codeName) \($0.path ?? "")" } == ["ranked-stranger ranking[0]"])
    #expect(diagnostics.first?.text(in: .zh).contains("光学") == true)
  }

  // MARK: Warnings

  /// Who is ranked and not eligible, and who is eligible behind one: at their places.
  @Test(
    arguments: [
      ("PPP", []), ("PFP", ["ranked-ineligible 1", "ranked-behind 2"]),
      ("FFF", ["ranked-ineligible 0", "ranked-ineligible 1", "ranked-ineligible 2"]),
      ("FPP", ["ranked-ineligible 0", "ranked-behind 1", "ranked-behind 2"]),
      ("PFPU", ["ranked-ineligible 1", "ranked-behind 2"]), ("UPF", ["ranked-ineligible 2"]),
      ("FUP", ["ranked-ineligible 0", "ranked-behind 2"]),
    ])
  func misplaced(_ order: String, _ expected: [String]) throws {
    let batch = try SmallBatch()
    // Of the first flags, by place: F fails, U is open.
    let flags = order.map { "\($0)PP" }
    let all = try flags.enumerated().map { number, flags in
      try batch.candidate(
        flags, name: "第\(number)", code: Self.codes[number], base: "基地\(number)",
        channels: Self.own)
    }
    let screening = try batch.screening(all, unit: Self.unit(ranking(Array(all.indices))))
    let told = screening.diagnostics.map {
      "\($0.codeName) \($0.path?.filter(\.isNumber) ?? "")"
    }
    #expect(told == expected)
    #expect(screening.diagnostics.allSatisfy { $0.severity == .warning })
  }
}
