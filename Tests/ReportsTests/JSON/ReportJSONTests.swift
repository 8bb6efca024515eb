import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// The report as JSON: its keys, their types, and what they say.
@Suite struct ReportJSONTests {
  // MARK: Shape

  @Test(arguments: Language.allCases) func everyKeyIsThereWithItsType(language: Language) throws {
    for text in [try Sample.eligible(), try Sample.ineligible(), try Sample.undetermined()] {
      let output = try Rendering(.json, in: language)(text)
      // Decoding proves the types; the names of the keys prove that a null is there to be read.
      _ = try output.report()
      let report = try #require(
        JSONSerialization.jsonObject(with: output.bytes) as? [String: Any])
      #expect(lacking(report, "application", "verdict", "rulebooks", "diagnostics") == [])
      let application = try #require(report["application"] as? [String: Any])
      #expect(lacking(application, "source", "line", "name", "baseType", "applicationDate") == [])
      for rulebook in objects(report["rulebooks"]) {
        #expect(lacking(rulebook, "id", "digest", "verdict", "counts", "clauses") == [])
        #expect(lacking(rulebook["counts"] as? [String: Any], "pass", "fail", "unknown") == [])
        for clause in objects(rulebook["clauses"]) {
          #expect(lacking(clause, "id", "citation", "title", "verdict", "criteria") == [])
          for criterion in objects(clause["criteria"]) {
            #expect(
              lacking(
                criterion, "id", "requirement", "verdict", "basis", "actual", "required",
                "shortfall", "boundary", "open", "facts", "missing") == [])
            #expect(
              objects(criterion["facts"]).allSatisfy {
                lacking($0, "path", "line", "column") == []
              })
          }
        }
      }
    }
  }

  private func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

  private func lacking(_ object: [String: Any]?, _ keys: String...) -> [String] {
    keys.filter { object?[$0] == nil }
  }

  @Test func invalidApplicationKeepsTheShape() throws {
    let output = try Rendering(.json)([.file("invalid.json", Sample.invalid())])
    let report = try output.report()
    #expect(report.verdict == "invalid")
    #expect(report.rulebooks.isEmpty)
    #expect(report.application.source == "invalid.json")
    #expect(report.application.line == 1)
    let diagnostic = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1)
    #expect(diagnostic.severity == "error")
    #expect(diagnostic.code == "unknown-code")
    #expect(diagnostic.line == 2)
    #expect(diagnostic.column == 15)
    #expect(diagnostic.path == "baseType")
    #expect(!diagnostic.message.isEmpty)
    let object = try JSONSerialization.jsonObject(with: output.bytes) as? [String: Any]
    #expect(
      lacking(
        objects(object?["diagnostics"]).first, "severity", "code", "line", "column", "path",
        "message") == [])
  }

  @Test func textThatIsNoJSONKeepsTheShape() throws {
    for text in ["{", "[1]", "\"\u{7F}", "nul", "[[[[", "{\"baseType\": \"collaboration\",}"] {
      let report = try check(text)
      #expect(report.verdict == "invalid")
      #expect(report.rulebooks.isEmpty)
      #expect(report.application.source == "a.json")
      #expect(report.diagnostics.contains { $0.severity == "error" })
    }
  }

  @Test func applicationIsIdentified() throws {
    let report = try check(Sample.eligible())
    #expect(report.application.source == "a.json")
    #expect(report.application.line == 1)
    #expect(report.application.baseType == "collaboration")
    #expect(report.application.applicationDate == "2022-05-20")
    let names = ["“科创中国”中原精密轴承产学研协作创新基地", "洛阳远山轴承研究院有限公司"]
    #expect(names.contains(report.application.name ?? ""))
  }

  // MARK: Verdicts

  @Test func verdictIsTheWorstOfTheRulebooks() throws {
    #expect(try check(Sample.eligible()).verdict == "eligible")
    #expect(try check(Sample.ineligible()).verdict == "ineligible")
    #expect(try check(Sample.undetermined()).verdict == "undetermined")
    // A host outside Henan fails Henan's clause 3 and nothing national.
    let abroad = try check(
      Sample.text("collaboration", replacing: [#""province": "河南省""#: #""province": "湖北省""#]))
    #expect(abroad.rulebook("national-2022")?.verdict == "eligible")
    #expect(abroad.rulebook("henan")?.verdict == "ineligible")
    #expect(abroad.verdict == "ineligible")
    let unsaid = try check(
      Sample.text("collaboration", replacing: [#""province": "河南省""#: #""province": null"#]))
    #expect(unsaid.rulebook("national-2022")?.verdict == "eligible")
    #expect(unsaid.rulebook("henan")?.verdict == "undetermined")
    #expect(unsaid.verdict == "undetermined")
  }

  @Test(arguments: ["collaboration", "incubation", "international"])
  func clausesCountAndConjoin(sample: String) throws {
    let eligible = try Sample.text(sample)
    let texts = [
      eligible,
      #"{"baseType": "\#(sample)"}"#,
      #"{"baseType": "\#(sample)", "staff": {"fullTime": 1, "partTime": 0}, "tenants": []}"#,
    ]
    for (text, verdict) in zip(texts, ["eligible", "undetermined", "ineligible"]) {
      let report = try check(text)
      #expect(report.verdict == verdict)
      #expect(report.rulebooks.count == 2)
      for rulebook in report.rulebooks {
        let verdicts = rulebook.clauses.map(\.verdict)
        #expect(rulebook.counts.pass == verdicts.count { $0 == "pass" })
        #expect(rulebook.counts.fail == verdicts.count { $0 == "fail" })
        #expect(rulebook.counts.unknown == verdicts.count { $0 == "unknown" })
        let words = ["pass": "eligible", "fail": "ineligible", "unknown": "undetermined"]
        #expect(rulebook.verdict == words[conjunction(verdicts)])
        for clause in rulebook.clauses {
          let criteria = try #require(clause.criteria)
          #expect(!criteria.isEmpty)
          #expect(clause.verdict == conjunction(criteria.map(\.verdict)))
        }
      }
    }
  }

  private func conjunction(_ verdicts: [String]) -> String {
    verdicts.contains("fail") ? "fail" : verdicts.contains("unknown") ? "unknown" : "pass"
  }

  // MARK: Clauses and criteria

  static let letters = [
    "collaboration": ["a", "ab", "ab", "ab", "a", "abc", "abc", "ab", "a"],
    "incubation": ["a", "ab", "a", "ab", "a", "a", "ab", "abc", "ab", "a"],
    "international": ["a", "ab", "a", "abc", "a", "abc", "abc", "ab", "a"],
  ]

  static let measured = [
    "collaboration": ["1.a", "4.a", "5.a", "5.b", "7.b"],
    "incubation": ["2.a", "4.a", "5.a", "6.b", "8.b"],
    "international": ["1.b", "4.a", "5.a", "5.b", "7.b"],
  ]

  @Test(arguments: [
    ("collaboration", "8", "4"), ("incubation", "9", "5"), ("international", "10", "6"),
  ])
  func clausesAreTheArticles(type: String, national: String, henan: String) throws {
    let report = try check(#"{"baseType": "\#(type)"}"#)
    let letters = try #require(Self.letters[type])
    let measured = try #require(Self.measured[type])
    for (id, article) in [("national-2022", national), ("henan", henan)] {
      let rulebook = try #require(report.rulebook(id))
      let first = id == "henan" ? ["3"] : []
      #expect(rulebook.clauses.map(\.id) == first + letters.indices.map { "\(article).\($0)" })
      let criteria = rulebook.clauses.flatMap { $0.criteria ?? [] }
      let expected = letters.enumerated().flatMap { index, letters in
        letters.map { "\(article).\(index).\($0)" }
      }
      #expect(criteria.map(\.id) == first.map { "\($0).a" } + expected)
      for criterion in criteria {
        let isMeasured = measured.contains { criterion.id == "\(article).\($0)" }
        #expect(criterion.basis == (isMeasured ? "measured" : "declared"), "\(criterion.id)")
      }
    }
  }

  @Test func citationsAreTheDocuments() throws {
    let report = try check(Sample.ineligible())
    #expect(report.clause("8.5")?.citation == "第八条（五）")
    #expect(report.clause("8.1")?.citation == "第八条（一）")
    #expect(report.clause("4.8")?.citation == "第四条（八）")
    #expect(report.clause("3")?.citation == "第三条")
    let international = try check(Sample.text("international"))
    #expect(international.clause("10.4")?.citation == "第十条（四）")
  }

  // MARK: Diagnostics

  @Test func warningsStandBesideAVerdict() throws {
    let report = try check(
      Sample.text(
        "collaboration",
        replacing: [
          #""914101007123456720""#: #""914101007123456721""#, #""site":"#: #""sit":"#,
        ]))
    #expect(report.verdict == "eligible")
    #expect(report.rulebooks.count == 2)
    #expect(Set(report.diagnostics.map(\.code)) == ["credit-code-check", "unknown-key"])
    #expect(report.diagnostics.allSatisfy { $0.severity == "warning" })
  }
}
