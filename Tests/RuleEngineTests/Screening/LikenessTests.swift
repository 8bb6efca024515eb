import Testing

@testable import RuleEngine

/// Which candidates are the same base, likely so, or different bases of one host.
@Suite struct LikenessTests {
  struct Table: Decodable {
    struct Variants: Decodable {
      let base: String
      let same: [String]
      let likely: [String]
      let other: [String]
    }

    let variants: [Variants]
    let units: [Unit]

    struct Unit: Decodable {
      let first: String
      let second: String
      let areOne: Bool

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        first = try values.decode(String.self)
        second = try values.decode(String.self)
        areOne = try values.decode(Bool.self)
      }
    }
  }

  private let codes = SmallBatch.codes

  private func kinds(_ candidates: [Candidate], _ batch: SmallBatch) throws -> [String] {
    try batch.screening(candidates).likenesses.map {
      "\($0.kind.rawValue) \($0.numbers.map(String.init).joined(separator: ","))"
    }
  }

  @Test func tableOfNames() throws {
    let batch = try SmallBatch()
    let table: Table = try Fixture.decode("screening/base-names.json")
    for variants in table.variants {
      func kind(_ other: String) throws -> [String] {
        try kinds(
          [variants.base, other].map { try batch.candidate(code: codes[0], base: $0) }, batch)
      }
      for name in variants.same { #expect(try kind(name) == ["same-base 1,2"], "\(name)") }
      for name in variants.likely { #expect(try kind(name) == ["likely-same-base 1,2"], "\(name)") }
      for name in variants.other { #expect(try kind(name) == ["same-host 1,2"], "\(name)") }
      // All ways to write one base are one group.
      let names = [variants.base] + variants.same + variants.likely
      let all = try batch.screening(
        names.map { try batch.candidate(code: codes[0], base: $0) })
      #expect(all.likenesses.map(\.kind) == [.sameBase, .likelySameBase])
      #expect(all.likenesses.last?.numbers == Array(1...names.count))
    }
  }

  @Test func tableOfUnits() throws {
    let names = try BuiltIn.library().vocabulary.names
    let table: Table = try Fixture.decode("screening/base-names.json")
    for unit in table.units {
      let (first, second) = (
        UnitIdentity(kind: "k", name: unit.first, names),
        UnitIdentity(kind: "k", name: unit.second, names)
      )
      #expect(first.isSame(as: second) == Verdict(unit.areOne), "\(unit)")
      #expect(second.isSame(as: first) == Verdict(unit.areOne))
    }
  }

  /// Kind and name both decide, as far as they are known.
  @Test(
    arguments: [
      ("k", "甲", .pass), ("k", "乙", .fail), ("l", "甲", .fail), (nil, "甲", .unknown),
      ("k", nil, .unknown), (nil, "乙", .fail), ("l", nil, .fail), (nil, nil, .unknown),
    ] as [(String?, String?, Verdict)])
  func unit(_ kind: String?, _ name: String?, _ verdict: Verdict) {
    let names = NameWords()
    let other = UnitIdentity(kind: kind, name: name, names)
    #expect(UnitIdentity(kind: "k", name: "甲", names).isSame(as: other) == verdict)
  }

  private struct Case {
    var code: String?
    var name: String?
    var base: String?
    var type = "collaboration"
  }

  private func kind(_ first: Case, _ second: Case) throws -> String {
    let batch = try SmallBatch()
    let candidates = try [first, second].map { value in
      try batch.candidate(
        text: """
          {"programme": "national", "baseType": "\(value.type)",
           "baseName": \(value.base.map(quoted) ?? "null"),
           "applicant": {"name": \(value.name.map(quoted) ?? "null"),
             "creditCode": \(value.code.map(quoted) ?? "null")}}
          """)
    }
    return try batch.screening(candidates).likenesses.map(\.kind.rawValue).joined()
  }

  /// The host is one by its code or by its name; nothing that is not known is alike.
  @Test func hosts() throws {
    let first = Case(code: codes[0], name: "甲公司", base: "陶瓷")
    #expect(try kind(first, Case(code: codes[0], name: "乙公司", base: "陶瓷")) == "same-base")
    #expect(try kind(first, Case(code: codes[0], name: nil, base: "陶瓷")) == "same-base")
    #expect(try kind(first, Case(code: nil, name: " 甲公司", base: "陶瓷")) == "likely-same-base")
    #expect(try kind(first, Case(code: codes[1], name: "甲公司", base: "陶瓷")) == "likely-same-base")
    #expect(try kind(first, Case(code: codes[1], name: "乙公司", base: "陶瓷")) == "")
    #expect(try kind(first, Case(code: nil, name: nil, base: "陶瓷")) == "")
    #expect(try kind(first, Case(code: codes[0], name: nil, base: nil)) == "same-host")
    #expect(try kind(first, Case(code: nil, name: "甲公司", base: "农机")) == "same-host")
  }

  /// Names that differ only in the type's word are of different bases where the types are.
  @Test func types() throws {
    let first = Case(code: codes[0], name: nil, base: "云汐产学研协作创新基地")
    var second = Case(code: codes[0], name: nil, base: "云汐创新创业孵化创新基地", type: "incubation")
    #expect(try kind(first, second) == "same-host")
    second.type = "collaboration"
    #expect(try kind(first, second) == "likely-same-base")
    second = first
    second.type = "incubation"
    #expect(try kind(first, second) == "same-base")
  }

  /// A chain of likely ones is one group, in the order of the input; others stay apart.
  @Test func groups() throws {
    let batch = try SmallBatch()
    let candidates = try [
      (codes[0], "甲", "陶瓷"), (codes[1], "乙", "农机"), (codes[2], "甲", "陶瓷基地"),
      (codes[2], "丙", "陶瓷"), (codes[1], "乙", "农机"), (codes[1], "乙", "光学"),
    ].map { code, name, base in try batch.candidate(name: name, code: code, base: base) }
    #expect(
      try kinds(candidates, batch) == [
        "same-base 2,5", "likely-same-base 1,3,4", "same-host 2,5,6",
      ])
    let likely = try #require(
      try batch.screening(candidates).likenesses.first { $0.kind == .likelySameBase })
    #expect(likely.hosts == ["甲", "丙"])
    #expect(likely.creditCodes == [codes[0], codes[2]])
    #expect(likely.baseNames == ["陶瓷", "陶瓷基地"])
  }

  // MARK: Whether a base is among those before it

  /// Of every pair of what can be known of two bases, the index says what comparing them says.
  @Test func indexIsTheComparison() throws {
    let names = NameWords(commonWords: ["基地"])
    let codes = [SmallBatch.codes[0], SmallBatch.codes[1], nil]
    let hosts = ["甲", "乙", nil]
    let bases = ["陶瓷", "陶瓷基地", "农机", nil]
    let types = ["collaboration", "incubation", nil]
    var all: [BaseIdentity] = []
    for code in codes {
      for host in hosts {
        for base in bases {
          for type in types {
            var candidate = Candidate(unreadable: "a")
            (candidate.creditCode, candidate.name) = (code, host)
            (candidate.baseName, candidate.baseType) = (base, type)
            all.append(BaseIdentity(candidate, names))
          }
        }
      }
    }
    for first in all {
      var certain = BaseIndex()
      certain.insert(first, isCertain: true)
      var open = BaseIndex()
      open.insert(first, isCertain: false)
      for second in all {
        let expected = Self.compare(first, second)
        #expect(certain.contains(second) == expected, "\(first) \(second)")
        #expect(open.contains(second) == (expected == .pass ? .unknown : expected))
      }
    }
  }

  /// What is not known can be anything.
  private static func compare(_ a: BaseIdentity, _ b: BaseIdentity) -> Verdict {
    func equal<Value: Equatable>(_ a: Value?, _ b: Value?) -> Verdict {
      guard let a, let b else { return .unknown }
      return Verdict(a == b)
    }
    let (base, core) = (equal(a.base, b.base), equal(a.core, b.core))
    let (code, host) = (equal(a.creditCode, b.creditCode), equal(a.host, b.host))
    let type = equal(a.baseType, b.baseType)
    if core == .fail { return .fail }
    if code == .fail, host == .fail { return .fail }
    if base == .fail, type == .fail { return .fail }
    return [base, code].allSatisfy { $0 == .pass } ? .pass : .unknown
  }
}
