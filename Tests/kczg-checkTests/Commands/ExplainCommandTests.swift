import Foundation
import Testing

@testable import TestSupport

/// `kczg-check explain`: clauses in plain words.
@Suite struct ExplainCommandTests {
  struct Explanation: Decodable {
    struct Outline: Decodable {
      let text: String
      let parts: [Outline]
    }

    struct Fact: Decodable {
      struct Code: Decodable {
        let code: String
        let label: String
      }
      let path: String
      let label: String
      let type: String
      let codes: [Code]
    }

    struct Criterion: Decodable {
      let id: String
      let requirement: String
      let basis: String
      let condition: Outline
      let facts: [Fact]
      let reading: String?
      let proof: [String]
    }

    struct Counterpart: Decodable {
      struct Difference: Decodable {
        let criterion: String?
        let other: String?
        let here: [String]
        let there: [String]
      }
      let rulebook: String
      let clause: String
      let same: Bool
      let differences: [Difference]
    }

    let rulebook: String
    let clause: String
    let citation: String
    let title: String
    let stage: String
    let baseTypes: [String]
    let criteria: [Criterion]
    let counterparts: [Counterpart]
  }

  private func explain(_ words: String...) throws -> [Explanation] { try explain(words) }

  private func explain(_ words: [String]) throws -> [Explanation] {
    let run = try Command.run(["explain", "--format", "json"] + words)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
    return try JSONDecoder().decode([Explanation].self, from: run.stdout)
  }

  private func names(_ found: [Explanation]) -> [String] {
    found.map { "\($0.rulebook):\($0.clause)" }
  }

  // MARK: Names

  @Test(arguments: [
    "national:8.5", "national-2022:8.5", "第八条（五）", "第八条(五)", "第八条（5）", "第8条（五）",
    "第八条第五项", "第八条第（五）项", "national:第八条（五）", "national：8.5", "Article 8(5)", "article 8 (5)",
    "Art. 8(5)", "８.５",
  ])
  func clauseHasManyNames(name: String) throws {
    #expect(names(try explain(name, "--rulebook", "national")) == ["national-2022:8.5"])
  }

  @Test func ambiguousNameFindsAll() throws {
    #expect(names(try explain("8.5")) == ["most-international:8.5", "national-2022:8.5"])
    #expect(names(try explain("henan:4.5", "national:8.5")) == ["henan:4.5", "national-2022:8.5"])
    #expect(names(try explain("第五条（一）")) == ["henan:5.1"])
    #expect(names(try explain("第五条（一）1")) == ["most-international:5.1"])
    let article = try explain("national:第九条")
    #expect(names(article) == (0...9).map { "national-2022:9.\($0)" })
  }

  @Test func criterionIsShownAlone() throws {
    let found = try explain("henan:4.5.b")
    #expect(names(found) == ["henan:4.5"])
    #expect(found.flatMap(\.criteria).map(\.id) == ["4.5.b"])
  }

  @Test func unknownClauseNamesNearOnes() throws {
    for (name, near) in [("8.55", "8.5"), ("第八条（五十）", "8.5"), ("henan:44.5", "4.5")] {
      let run = try Command.run(["explain", name, "--lang", "en"])
      #expect(run.status == 64)
      #expect(run.output == "")
      #expect(run.errors.contains("near ones:") && run.errors.contains(near), "\(run.errors)")
    }
    for name in ["", "nothing of the kind", "：", "\u{1B}[31m"] {
      let run = try Command.run(["explain", name])
      #expect(run.status == 64, "\(name)")
      #expect(!run.errors.contains("\u{1B}"))
    }
    let rulebook = try Command.run(["explain", "hennan:4.5", "--lang", "en"])
    #expect(rulebook.status == 64)
    #expect(rulebook.errors.contains("did you mean henan?"))
    #expect(try Command.run(["explain"]).status == 64)
    #expect(try Command.run(["explain", "8.5", "--rulebook", "nowhere"]).status == 64)
  }

  // MARK: What is told

  @Test func clauseIsExplained() throws {
    let clause = try #require(try explain("national:8.5").first)
    #expect(clause.citation == "第八条（五）")
    #expect(clause.stage == "eligibility")
    #expect(clause.baseTypes == ["collaboration"])
    #expect(clause.criteria.map(\.basis) == ["measured", "measured", "declared"])
    #expect(clause.criteria[0].condition.text == "专职工作人员 + 兼职工作人员：不少于 50 人")
    #expect(clause.criteria[0].facts.map(\.path) == ["staff.fullTime", "staff.partTime"])
    #expect(clause.criteria[1].reading?.isEmpty == false)
    #expect(clause.criteria[0].proof.contains("工作人员花名册"))
    #expect(clause.counterparts.map(\.same) == [true])
  }

  @Test func differenceFromTheOtherProgrammeIsTold() throws {
    let clause = try #require(try explain("national:8.1", "--lang", "en").first)
    let other = try #require(clause.counterparts.first)
    #expect(other.rulebook == "henan" && other.clause == "4.1" && !other.same)
    #expect(other.differences.map(\.criterion) == ["8.1.a"])
    #expect(other.differences.map(\.other) == ["4.1.a"])
    #expect(
      other.differences[0].here == ["Level of the achievement: Leading in China or better"])
    #expect(
      other.differences[0].there
        == ["Level of the achievement: Leading in the province or better"])
  }

  /// Both ask for the same fact, but one says of which year.
  @Test func wordsThatDifferAreTold() throws {
    try withTemporaryDirectory { directory in
      let rules = try RulesCopy(in: directory)
      try rules.replace("已报送年度计划", with: "已报送当年计划", after: "\"14.4.a\"", in: "henan.json")
      let clause = try #require(try explain("henan:14.4", "--rules", rules.path).first)
      let other = try #require(clause.counterparts.first)
      #expect(!other.same)
      #expect(other.differences.map(\.criterion) == ["14.4.a", "14.4.b"])
      #expect(other.differences[0].here.isEmpty && other.differences[0].there.isEmpty)
      let text = try Command.run(["explain", "henan:14.4", "--rules", rules.path]).output
      #expect(text.contains("14.4.a    已报送当年计划\n") && text.contains("15.4.a    已报送年度计划\n"))
    }
  }

  /// Henan's summary is of the year before, which the year of recognition does not have.
  @Test func conditionThatDiffersIsTold() throws {
    let clause = try #require(try explain("henan:14.4", "--lang", "en").first)
    let other = try #require(clause.counterparts.first)
    #expect(other.differences.map(\.criterion) == ["14.4.b"])
    #expect(
      other.differences[0].here.last == "Calendar year checked: the year of “Date of recognition”")
    #expect(other.differences[0].there.isEmpty)
  }

  /// The clauses of the two programmes' basic conditions stand opposite one another, item by item.
  @Test func counterpartsAreMutual() throws {
    for (henan, national) in [("4", "8"), ("5", "9"), ("6", "10")] {
      let here = try explain("henan:第\(henan)条")
      #expect(here.count > 8)
      let expected = here.map { national + $0.clause.dropFirst(henan.count) }
      let opposite = try explain(expected.map { "national:\($0)" })
      try #require(opposite.map(\.clause) == expected)
      for (clause, there) in zip(here, opposite) {
        #expect(clause.counterparts.map(\.clause) == [there.clause])
        #expect(
          there.counterparts.map { "\($0.rulebook):\($0.clause)" } == ["henan:\(clause.clause)"])
        #expect(there.counterparts.map(\.same) == clause.counterparts.map(\.same))
      }
    }
    #expect(try explain("henan:3").first?.counterparts.isEmpty == true)
    #expect(try explain("henan:14.4").first?.counterparts.map(\.clause) == ["15.4"])
  }

  /// Every clause there is, in both languages.
  @Test(arguments: ["zh", "en"]) func everyClauseIsExplained(language: String) throws {
    let rules = Package.root.appendingPathComponent("rules")
    var words: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: rules.path)
    where name.hasSuffix(".json") && name != "vocabulary.json" {
      let file = try ExactJSON(
        String(contentsOf: rules.appendingPathComponent(name), encoding: .utf8))
      let id = try #require(file["id"]?.string)
      let clauses = (file["articles"]?.elements ?? []).flatMap { $0["clauses"]?.elements ?? [] }
        .compactMap { $0["id"]?.string }
      words += clauses.map { "\(id):\($0)" }
    }
    let run = try Command.run(["explain", "--lang", language] + words)
    #expect(run.status == 0)
    #expect(run.outputLines.filter { width($0) > 80 } == [])
    if language == "en" {
      #expect(!run.output.contains("。") && !run.output.contains("；"))
    }
    let json = try Command.run(["explain", "--lang", language, "--format", "json"] + words)
    let found = try JSONDecoder().decode([Explanation].self, from: json.stdout)
    #expect(Set(found.map { "\($0.rulebook):\($0.clause)" }) == Set(words))
    for criterion in found.flatMap(\.criteria) {
      #expect(!criterion.condition.text.isEmpty && !criterion.facts.isEmpty, "\(criterion.id)")
      for fact in criterion.facts where fact.type == "code" || fact.type == "codes" {
        #expect(!fact.codes.isEmpty)
      }
    }
  }

  @Test func textIsTheSameEverywhere() throws {
    let plain = try Command.run(["explain", "第八条（五）"])
    #expect(plain.outputLines.first == "第八条（五）  人员队伍")
    #expect(plain.output.contains("henan:4.5  第四条（五）  人员队伍：条件相同"))
    #expect(!plain.output.contains("\u{1B}"))
    let coloured = try Command.run(["explain", "第八条（五）", "--color", "always"])
    #expect(coloured.output.contains("\u{1B}[1m"))
    #expect(coloured.output.replacing(#/\u{1B}\[\d+m/#, with: "") == plain.output)
  }
}
