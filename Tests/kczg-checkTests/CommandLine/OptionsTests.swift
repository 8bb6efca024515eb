import Foundation
import Testing

@testable import TestSupport

/// The options that decide what is checked, by which rules, and in which form it is shown.
@Suite struct OptionsTests {
  // MARK: --rulebook

  @Test(
    arguments: [
      ([], nil, ["henan", "national-2022"]),
      ([], "national", ["national-2022"]),
      ([], "henan", ["henan"]),
      (["--rulebook", "national-2022"], nil, ["national-2022"]),
      (["--rulebook", "national"], nil, ["national-2022"]),
      (["--rulebook=henan"], nil, ["henan"]),
      (["--rulebook", "henan"], "national", ["henan"]),
      (["--rulebook", "henan", "--rulebook", "national-2022"], nil, ["henan", "national-2022"]),
      (["--rulebook", "national", "--rulebook", "henan"], "henan", ["henan", "national-2022"]),
    ] as [([String], String?, [String])])
  func rulebooks(options: [String], programme: String?, expected: [String]) throws {
    let value = programme.map { "\"\($0)\"" } ?? "null"
    let text = try Sample.text(
      "collaboration",
      replacing: [#""baseType":"#: "\"programme\": \(value), \"baseType\":"])
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      let run = try Command.run(options + ["--format", "json", "a.json"], directory: directory)
      #expect(run.status == 0)
      #expect(try run.report().rulebooks.map(\.id).sorted() == expected)
    }
  }

  // MARK: --type and --date

  @Test(arguments: ["collaboration", "incubation", "international"])
  func typeOverridesTheApplications(type: String) throws {
    for text in [try Sample.eligible(), "{}"] {
      let report = try check(text, "--type", type, "--rulebook", "national")
      #expect(report.application.baseType == type)
      let article = ["collaboration": "8", "incubation": "9", "international": "10"][type]
      let clauses = report.rulebooks.flatMap(\.clauses)
      #expect(!clauses.isEmpty)
      #expect(clauses.allSatisfy { $0.id.hasPrefix("\(article ?? "").") })
    }
  }

  @Test func dateOverridesTheApplications() throws {
    let text = try Sample.eligible()
    let own = try check(text, "--rulebook", "henan")
    #expect(own.application.applicationDate == "2022-05-20")
    #expect(own.criterion("4.7.b")?.verdict == "pass")
    let early = try check(text, "--rulebook", "henan", "--date", "2019-03-11")
    #expect(early.application.applicationDate == "2019-03-11")
    #expect(early.criterion("4.7.b")?.verdict == "fail")
    #expect(early.criterion("4.7.b")?.shortfall == "2019-03-12")
    let day = try check(text, "--rulebook", "henan", "--date=2019-03-12")
    #expect(day.criterion("4.7.b")?.verdict == "pass")
    #expect(day.criterion("4.7.b")?.boundary == true)
  }

  @Test func dateStandsInForAMissingOne() throws {
    let text = try Sample.text(
      "collaboration", replacing: [#""applicationDate": "2022-05-20","#: ""])
    let without = try check(text)
    #expect(without.application.applicationDate == nil)
    #expect(without.criterion("8.7.b")?.verdict == "unknown")
    #expect(without.criterion("8.7.b")?.missing == ["applicationDate"])
    #expect(try check(text, "--date", "2022-05-20").verdict == "eligible")
  }

  @Test func dateTodayIsBeijings() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
    func beijing() -> String {
      let day = calendar.dateComponents([.year, .month, .day], from: Date())
      return String(format: "%04d-%02d-%02d", day.year ?? 0, day.month ?? 0, day.day ?? 0)
    }
    let before = beijing()
    let reports = try withSamples { directory in
      // The zone of the machine plays no part.
      try ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"].map { zone in
        try Command.run(
          ["--date", "today", "--format", "json", "eligible.json"], directory: directory,
          environment: ["TZ": zone]
        ).report()
      }
    }
    let after = beijing()
    for report in reports {
      #expect([before, after].contains(report.application.applicationDate))
    }
  }

  // MARK: --format

  @Test func jsonIsOneObjectForOneFile() throws {
    try withSamples { directory in
      let one = try Command.run(["--format", "json", "eligible.json"], directory: directory)
      #expect(try one.report().application.source == "eligible.json")
      let stream = try Command.run(
        ["--format", "json", "-"], input: Data(Sample.eligible().utf8))
      #expect(try stream.report().application.source == "<stdin>")
    }
  }

  @Test func jsonIsAListForAnythingElse() throws {
    try withSamples { directory in
      let folder = directory.appendingPathComponent("folder")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try folder.write(Sample.eligible(), to: "only.json")
      try directory.write(Sample.oneLine(Sample.eligible()), to: "one.ndjson")
      try directory.write(Sample.oneLine(Sample.eligible()), to: "one.jsonl")
      for (arguments, count) in [
        (["eligible.json", "ineligible.json"], 2), (["folder"], 1), (["one.ndjson"], 1),
        (["one.jsonl"], 1), (["one.jsonl", "folder", "invalid.json"], 3),
      ] {
        let run = try Command.run(["--format", "json"] + arguments, directory: directory)
        #expect(try run.reports().count == count, "\(arguments)")
      }
      let stream = try Command.run(
        ["--ndjson", "--format", "json", "-"],
        input: Data(Sample.oneLine(Sample.eligible()).utf8))
      #expect(try stream.reports().count == 1)
    }
  }

  @Test func ndjsonIsOneCompactObjectALine() throws {
    try withSamples { directory in
      let files = ["eligible.json", "invalid.json", "ineligible.json"]
      let run = try Command.run(["--format", "ndjson"] + files, directory: directory)
      #expect(run.output.hasSuffix("}\n"))
      #expect(run.outputLines.count == 3)
      let list = try Command.run(["--format", "json"] + files, directory: directory)
      #expect(run.status == list.status)
      let objects = try JSONSerialization.jsonObject(with: list.stdout) as? [Any]
      let lines = try run.outputLines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
      #expect(try objects.map(sorted) == sorted(lines))
    }
  }

  /// The values as text that does not depend on the order of keys.
  private func sorted(_ objects: [Any]) throws -> [Data] {
    try objects.map { try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys) }
  }

  @Test func textIsTheDefaultFormat() throws {
    try withSamples { directory in
      let plain = try Command.run(["ineligible.json"], directory: directory)
      let named = try Command.run(["--format", "text", "ineligible.json"], directory: directory)
      #expect(plain.stdout == named.stdout)
      #expect(!plain.output.hasPrefix("{"))
    }
  }

  // MARK: --brief

  @Test func briefJSONHasNoCriteria() throws {
    try withSamples { directory in
      for format in ["json", "ndjson"] {
        let full = try Command.run(
          ["--format", format, "ineligible.json"], directory: directory)
        let brief = try Command.run(
          ["--brief", "--format", format, "ineligible.json"], directory: directory)
        #expect(full.output.contains(#""criteria""#))
        #expect(!brief.output.contains(#""criteria""#))
        let clauses = try full.report().rulebooks.flatMap(\.clauses)
        let short = try brief.report().rulebooks.flatMap(\.clauses)
        #expect(clauses.map(\.id) == short.map(\.id))
        #expect(clauses.map(\.verdict) == short.map(\.verdict))
        #expect(brief.stdout.count < full.stdout.count)
      }
    }
  }

  @Test func briefTextIsALineAClause() throws {
    try withSamples { directory in
      let report = try check(Sample.ineligible())
      let full = try Command.run(["ineligible.json"], directory: directory)
      let brief = try Command.run(["--brief", "ineligible.json"], directory: directory)
      #expect(brief.outputLines.count < full.outputLines.count)
      let clauses = report.rulebooks.flatMap(\.clauses).filter { $0.citation.contains("（") }
      #expect(clauses.count == 16)
      for clause in clauses {
        let word = clause.verdict == "pass" ? "符合" : "不符合"
        #expect(
          brief.outputLines.contains { $0.contains(clause.citation) && $0.contains(word) },
          "\(clause.citation)")
      }
    }
  }

  // MARK: --lang

  @Test func languageChangesWordsOnly() throws {
    let text = try Sample.ineligible()
    let chinese = try check(text)
    let named = try check(text, "--lang", "zh")
    let english = try check(text, "--lang", "en")
    #expect(chinese.verdict == english.verdict)
    for (zh, en) in zip(chinese.rulebooks, english.rulebooks) {
      #expect(zh.id == en.id)
      #expect(zh.verdict == en.verdict)
      #expect(zh.counts == en.counts)
      #expect(zh.clauses.map(\.id) == en.clauses.map(\.id))
      #expect(zh.clauses.map(\.verdict) == en.clauses.map(\.verdict))
      #expect(zip(zh.clauses, en.clauses).allSatisfy { $0.title != $1.title })
      let pairs = zip(
        zh.clauses.flatMap { $0.criteria ?? [] }, en.clauses.flatMap { $0.criteria ?? [] })
      #expect(pairs.allSatisfy { $0.id == $1.id && $0.basis == $1.basis })
      #expect(pairs.allSatisfy { $0.verdict == $1.verdict && $0.open == $1.open })
      #expect(pairs.allSatisfy { $0.requirement != $1.requirement })
    }
    #expect(
      chinese.rulebooks.flatMap(\.clauses).map(\.title)
        == named.rulebooks.flatMap(\.clauses).map(\.title))
  }

  // MARK: --rules

  @Test func rulesDirectoryReplacesTheBuiltIn() throws {
    let text = try Sample.text(
      "collaboration",
      replacing: [
        #""fullTime": 48"#: #""fullTime": 46"#,
        #""partTime": 12"#: #""partTime": 13"#,
      ])
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      let rules = try RulesCopy(in: directory)
      let options = ["--rulebook", "national", "--format", "json", "a.json"]
      let same = try Command.run(["--rules", rules.path] + options, directory: directory)
      let builtIn = try Command.run(options, directory: directory)
      #expect(same.stdout == builtIn.stdout)
      #expect(same.status == 0)

      try rules.replace(#""isAtLeast"\s*:\s*50"#, with: #""isAtLeast": 60"#, after: #""8.5.a""#)
      let changed = try Command.run(["--rules=\(rules.path)"] + options, directory: directory)
      #expect(changed.status == 1)
      let criterion = try #require(try changed.report().criterion("8.5.a"))
      #expect(criterion.verdict == "fail")
      #expect(criterion.actual == "59")
      #expect(criterion.required == "≥ 60")
      #expect(criterion.shortfall == "1")
      let digest = try digest(of: rules.file("national-2022.json"))
      #expect(try changed.report().rulebook("national-2022")?.digest == digest)
      #expect(try builtIn.report().rulebook("national-2022")?.digest != digest)
    }
  }

  @Test func rulesDirectoryWithoutAVocabularyUsesTheBuiltInOne() throws {
    let directory = Package.fixture("command/small-rules")
    let file = directory.appendingPathComponent("small-2022.json")
    for (count, verdict) in [("7", "eligible"), ("6", "ineligible"), ("null", "undetermined")] {
      let text = #"{"baseType": "collaboration", "staff": {"fullTime": \#(count)}}"#
      let report = try check(text, "--rules", directory.path)
      #expect(report.verdict == verdict)
      #expect(report.rulebooks.map(\.id) == ["small-2022"])
      #expect(try report.rulebooks.map(\.digest) == [digest(of: file)])
    }
    try withSamples { folder in
      let gone = try Command.run(
        ["--rules", directory.path, "--rulebook", "henan", "eligible.json"], directory: folder)
      #expect(gone.status == 64, "the built-in rulebooks are replaced")
    }
  }
}

/// What the report calls the digest of a file, by a program of the system.
func digest(of file: URL) throws -> String {
  let run = try Command.shell(
    "sha256sum '\(file.path)' 2>/dev/null || shasum -a 256 '\(file.path)'")
  return "sha256:" + run.output.prefix { $0 != " " }
}
