import Foundation
import Testing

@testable import TestSupport

/// What is wrong in `rules/` fails the build, with every place at once, and is never built in.
@Suite struct EmbedRulesTests {
  /// One way to break a file of rules: what is replaced after an anchor, and what is told where.
  struct Slip: Sendable, CustomTestStringConvertible {
    let name: String
    var file = "national-2022.json"
    let anchor: String
    let old: String
    let new: String
    let mark: String
    let message: String

    var testDescription: String { name }

    func make(in rules: BrokenRules) throws -> String {
      let place = try rules.replace(old, with: new, after: anchor, in: file, placeOf: mark)
      return "\(place): error: \(message)"
    }
  }

  static let operatorMisspelt = Slip(
    name: "a misspelt operator in 8.5.a", anchor: #""id": "8.5.a""#, old: #""isAtLeast""#,
    new: #""isAtLaest""#, mark: #""isAtLaest""#,
    message:
      #""isAtLaest" cannot be used here (did you mean "isAtLeast"?); use: is, isOneOf, isNoneOf, isOneOfOrSimilar, isAtLeast, isMoreThan, isAtMost, isLessThan, includesAll, includesAny, includesAllOrSimilar, isWithin, isFilled, isStated, isLike, all, any, none, if, every, everyNext, constructionPeriod, fact, count, sum, share, length, repetitions, where, of, before, after, authorityDecidesFrom, authorityDecidesIf, then, satisfies [rule-unknown-operator]"#
  )
  static let factMisspelt = Slip(
    name: "a misspelt fact in 9.5", anchor: #""id": "9.5.a""#,
    old: #""incubation.officeArea""#, new: #""incubation.officeAera""#,
    mark: #""incubation.officeAera""#,
    message:
      #"the vocabulary has no fact "incubation.officeAera" (did you mean "incubation.officeArea"?) [rule-unknown-fact]"#
  )
  static let stageMisspelt = Slip(
    name: "a misspelt stage in another file", file: "henan.json", anchor: #""articles": ["#,
    old: #""stage": "eligibility""#, new: #""stage": "eligibilty""#, mark: #""eligibilty""#,
    message:
      #""eligibilty" cannot stand here (did you mean "eligibility"?); use one of: eligibility, submission, annual [rule-bad-value]"#
  )

  static let slips: [Slip] = [
    operatorMisspelt, factMisspelt,
    Slip(
      name: "a clause without criteria", anchor: #""clauses": ["#, old: #""criteria": ["#,
      new: #""criteria": [], "x-old": ["#, mark: "[]",
      message: "expected a list that is not empty [rule-bad-value]"),
    Slip(
      name: "an article without clauses", anchor: #""articles": ["#, old: #""clauses": ["#,
      new: #""clauses": [], "x-old": ["#, mark: "[]",
      message: "expected a list that is not empty [rule-bad-value]"),
    Slip(
      name: "a rulebook without articles", anchor: #""id": "#, old: #""articles": ["#,
      new: #""articles": [], "x-old": ["#, mark: "[]",
      message: "expected a list that is not empty [rule-bad-value]"),
    Slip(
      name: "a criterion turned into a remark", anchor: #""id": "8.5.a""#, old: #""proof""#,
      new: #""x-proof""#, mark: #""x-proof""#,
      message:
        #"the key "x-proof" is not known here (did you mean "proof"?); known: id, requirement, basis, require, proof, reading [rule-unknown-key]"#
    ),
    Slip(
      name: "a counterpart in a document that there is not", file: "henan.json",
      anchor: #""counterpart": {"series": "#, old: #""national""#, new: #""elsewhere""#,
      mark: #""elsewhere""#,
      message:
        #""elsewhere" cannot stand here; use one of: henan-recommender, henan, most-international, national-2022-call, national-2022-recommender, national [rule-bad-value]"#
    ),
    Slip(
      name: "no JSON", anchor: #""id": "#, old: #""series":"#, new: #""series""#,
      mark: #""national""#,
      message: #"expected a colon after the key, found """ [rule-json-syntax]"#),
    Slip(
      name: "a fact that is left over", file: "vocabulary.json", anchor: #""facts": ["#,
      old: #""path": "applicationDate", "type": "date""#,
      new: #""path": "applicationDate", "type": "dates""#, mark: #""dates""#,
      message:
        #""dates" cannot stand here (did you mean "date"?); use one of: group, list, text, texts, flag, count, quantity, date, moment, code, codes [rule-bad-value]"#
    ),
  ]

  @Test(arguments: slips)
  func slipIsTold(_ slip: Slip) throws {
    try BrokenRules.with { rules in
      let expected = try slip.make(in: rules)
      let run = try rules.embed()
      #expect(run.status == 1)
      #expect(run.output == "")
      let lines = run.errors.split(separator: "\n").map(String.init)
      #expect(lines == [expected])
      #expect(!FileManager.default.fileExists(atPath: rules.output.path))
    }
  }

  @Test func everyFileIsToldAtOnce() throws {
    try BrokenRules.with { rules in
      let slips = [Self.stageMisspelt, Self.operatorMisspelt, Self.factMisspelt]
      let expected = try slips.map { try $0.make(in: rules) }
      let run = try rules.embed()
      #expect(run.status == 1)
      #expect(run.errors == expected.map { $0 + "\n" }.joined())
    }
  }

  @Test func goodRulesAreWrittenAlwaysTheSame() throws {
    try BrokenRules.with { rules in
      var outputs: [Data] = []
      for paths in [try rules.paths, try rules.paths, try rules.paths.reversed()] {
        let run = try rules.embed(paths)
        #expect(run.status == 0)
        #expect(run.output + run.errors == "")
        outputs.append(try Data(contentsOf: rules.output))
        try FileManager.default.removeItem(at: rules.output)
      }
      #expect(outputs[0].count > 100_000)
      #expect(Set(outputs).count == 1)
    }
  }

  /// What stands in the folder and is no file of rules would be left out without a word.
  @Test(arguments: ["henan.JSON", "henan.json.bak", "county/henan.json"])
  func whatIsNoFileOfRulesIsTold(name: String) throws {
    try BrokenRules.with { rules in
      let file = rules.rules.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("{}".utf8).write(to: file)
      let path = rules.rules.appending(path: name.split(separator: "/").first ?? "").path
      let run = try rules.embed()
      #expect(run.status == 1)
      #expect(
        run.errors
          == "\(path): error: rules are files named *.json; rename it, or move it out of rules/ [rule-not-json]\n"
      )
    }
  }

  @Test func missingFiles() throws {
    try BrokenRules.with { rules in
      let paths = try rules.paths
      for some in [paths.filter { $0.hasSuffix("/vocabulary.json") }, [], Array(paths.prefix(1))] {
        let run = try rules.embed(some)
        #expect(run.status == 1)
        #expect(
          run.errors
            == "rules: error: it has no vocabulary.json, or no rulebook [rule-cannot-read]\n")
      }
      let gone = rules.rules.appending(path: "gone.json").path
      let run = try rules.embed(paths + [gone])
      #expect(run.status == 1)
      #expect(run.errors == "\(gone): error: it cannot be read [rule-cannot-read]\n")
      #expect(try Tool(Tool.built("embed-rules"), [], in: rules.directory).status == 64)
    }
  }

  /// What a file says is told on one line, and does nothing to a terminal.
  @Test func harmfulTextIsEscaped() throws {
    try BrokenRules.with { rules in
      let place = try rules.replace(
        #""series""#, with: #""a\nb\u001B[2Jc": 1, "series""#, after: #""id""#,
        in: "henan.json", placeOf: #""a\n"#)
      let run = try rules.embed()
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("\(place): error: the key \"a\\nb\\u{1B}[2Jc\" is not known"))
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }
}
