import Foundation
import Testing

@testable import TestSupport

/// A screening in every format: that each can be read by what is to read it, and that a stranger's
/// text does no harm there.
@Suite struct ScreenFormatsTests: ScreenSuite {
  @Test(arguments: ScreenTests.formats, ["zh", "en"].sampled(1))
  func sameInputGivesTheSameBytes(format: String, language: String) throws {
    let first = try run(format, "--lang", language, "--stage", "all")
    let second = try run(format, "--lang", language, "--stage", "all")
    #expect(first.status == 66)
    #expect(!first.stdout.isEmpty)
    #expect(first.stdout == second.stdout)
    #expect(first.stderr == second.stderr)
  }

  // MARK: Languages

  /// Applications in plain ASCII, so that whatever is Chinese is the program's own.
  private func english() throws -> [File] {
    func text(_ number: Int, _ changes: String) throws -> String {
      let own = """
        {"site": "Site", "baseName": "Base", "applicant": {"name": "Host \(number)",
         "region": {"province": "Hubei", "city": "Wuhan", "county": "Hongshan"}},
         "recommendation": {"channels": [{"kind": "national-society", "name": "Society"}]},
         "achievements": [{"name": "A", "ownIntellectualProperty": true,
           "level": "provincial-advanced", "needsEngineering": true, "marketProspect": true}],
         "partners": [], "experts": [{"name": "E", "leads": true}], "platform": null}
        """
      return try Candidate.tree(number, TableValue(own).merging(TableValue(changes))).json
    }
    var files: [File] = []
    let types = [
      "collaboration", "incubation", "international", "innovation-park", "joint-research-centre",
      "technology-transfer-centre", "demonstration-base",
    ]
    for (index, type) in types.enumerated() {
      let programmes = index < 3 ? ["national", "henan"] : ["most-international"]
      for programme in programmes {
        files.append(
          (
            "\(programme)-\(type).json",
            try text(
              index + (programme == "henan" ? 20 : 1),
              #"{"programme": "\#(programme)", "baseType": "\#(type)"}"#)
          ))
      }
    }
    // The same base through another channel.
    files.append(
      (
        "again.json",
        try text(1, #"{"recommendation": {"channels": [{"kind": "central-unit", "name": "U"}]}}"#)
      ))
    files.append(("invalid.json", #"{"baseType": "colaboration", "sit": "x"}"#))
    files.append(("not-json.json", "{"))
    let code = Candidate.creditCode(1)
    files.append(
      (
        "unit.json",
        """
        {"name": "Society", "kind": "national-society", "date": "2022-06-01", "nam": "x",
         "penalties": [{"date": "2022-01-01"}], "ranking": ["\(code)", "\(code)"],
         "notices": [{"date": "2022-01-01", "authority": "CAST", "rectification": true}]}
        """
      ))
    return files
  }

  /// What is Chinese in any language: the documents' numbers, the law's terms in readings, labels and
  /// advice.
  private func terms() throws -> [String] {
    let words = ["科协办函创字〔2022〕57号", "科协办函创字〔2022〕60号", "百会链千企", "依托"]
    let all = try withFiles(english()) { directory in
      try Command.run(
        [
          "screen", "--lang", "en", "--stage", "all", "--recommender", "unit.json", "--format",
          "json",
        ]
          + english().map(\.name).dropLast(), directory: directory
      ).screening()
    }
    let advice = all.candidates.flatMap(\.diagnostics).filter { $0.code == "base-name-form" }
    let texts = all.readings.map(\.text) + advice.map(\.message)
    return words + Set(texts.flatMap(runs)).sorted { $0.count > $1.count }
  }

  /// Runs of Chinese characters.
  private func runs(_ text: String) -> [String] {
    text.split { !$0.unicodeScalars.contains(where: isChinese) }.map(String.init)
  }

  private func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x9FFF).contains(scalar.value) || scalar.value >= 0xFF00
  }

  private func chinese(in text: String, but terms: [String]) -> [String] {
    // A term can stand on two lines.
    var text = text.replacing(#/\n\s*/#, with: "")
    for term in terms { text = text.replacing(term, with: "") }
    return runs(text)
  }

  @Test(arguments: ScreenTests.formats.sampled(2)) func englishHasNoChineseWords(format: String)
    throws
  {
    let files = try english()
    let terms = try terms()
    try withFiles(files) { directory in
      for stage in ["all", "eligibility", "annual"].sampled(1) {
        let arguments =
          ["screen", "--format", format, "--recommender", "unit.json", "--stage", stage]
          + files.map(\.name).dropLast() + ["missing.json"]
        let run = try Command.run(arguments + ["--lang", "en"], directory: directory)
        #expect(run.status == 66)
        // A byte-order mark is no word.
        #expect(chinese(in: run.output.replacing("\u{FEFF}", with: ""), but: terms) == [])
        // A warning about a base's name quotes the pattern of the form, and the line of the file.
        let errors = run.errorLines.filter { !$0.contains("[base-name-form]") }
        #expect(chinese(in: errors.joined(separator: "\n"), but: terms) == [])
        let other = try Command.run(arguments, directory: directory)
        #expect(other.status == 66)
        #expect(!chinese(in: other.output, but: terms).isEmpty)
      }
    }
  }

  @Test func languageChangesWordsOnly() throws {
    let chinese = try run("json").screening()
    let english = try run("json", "--lang", "en").screening()
    func facts(_ report: ScreenReport) -> [String] {
      report.candidates.map { "\($0.number) \($0.rank ?? 0) \($0.verdict) \($0.obstacles)" }
        + report.oneClauseAway.map { "\($0.number) \($0.id)" }
        + report.stoppingClauses.map { "\($0.id) \($0.counts)" }
        + report.repetitions.map { "\($0.numbers)" }
    }
    #expect(facts(chinese) == facts(english))
    #expect(chinese.recommender?.verdict == english.recommender?.verdict)
    let title = chinese.stoppingClauses.first?.title
    #expect(title != english.stoppingClauses.first?.title)
    #expect(english.stoppingClauses.first?.citation.contains("8(5)") == true)
  }

  // MARK: Markdown

  @Test func markdownTellsOfEveryCandidate() throws {
    let document = try Markdown(run("markdown").output)
    let report = try run("json").screening()
    let candidates = try #require(document.tables.first { $0[0].first == "序号" })
    #expect(candidates.dropFirst().map { Int($0[0]) } == report.candidates.map(\.number))
    #expect(
      candidates.dropFirst().map { $0.last } == report.candidates.map { $0.source })
    let matrices = document.tables.filter { $0[0].contains("第三条") || $0[0].contains("第八条首句") }
    let rows = matrices.flatMap { $0.dropFirst() }
    let judged = report.candidates.flatMap { candidate in
      candidate.rulebooks.map { (candidate.number, $0.counts) }
    }
    for (number, counts) in judged {
      let row = try #require(rows.first { $0[0] == "\(number)" })
      #expect(row.count { $0 == "✓" } == counts.pass)
      #expect(row.count { $0 == "✗" } == counts.fail)
      #expect(row.count { $0 == "?" } == counts.unknown)
    }
    let stopping = try #require(document.tables.first { $0[0].last == "条款" })
    #expect(
      stopping.dropFirst().map { $0[3] }
        == report.stoppingClauses.filter { $0.counts.fail + $0.counts.unknown > 0 }
        .map { "\($0.citation) \($0.title)" })
  }

  // MARK: JSON

  @Test func everyKeyIsThere() throws {
    let run = try run("json")
    let report = try #require(JSONSerialization.jsonObject(with: run.stdout) as? [String: Any])
    func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
    func lacks(_ object: [String: Any]?, _ keys: String...) -> [String] {
      keys.filter { object?[$0] == nil }
    }
    #expect(
      lacks(
        report, "counts", "groups", "documents", "readings", "passedOver", "alike", "recommender",
        "candidates", "oneClauseAway", "stoppingClauses",
        "repetitions") == [])
    let unit = report["recommender"] as? [String: Any]
    #expect(
      lacks(
        unit, "source", "name", "verdict", "pool", "quotas", "notRecommended", "rulebooks",
        "diagnostics") == [])
    #expect(!objects(report["candidates"]).isEmpty)
    for candidate in objects(report["candidates"]) {
      #expect(
        lacks(
          candidate, "number", "rank", "source", "line", "name", "creditCode", "baseName",
          "baseType", "programme", "applicationDate", "channels", "verdict", "unreadable",
          "declared", "declaredWithoutEvidence", "errors", "warnings", "rulebooks", "diagnostics")
          == [])
      for rulebook in objects(candidate["rulebooks"]) {
        #expect(lacks(rulebook, "id", "verdict", "counts", "clauses") == [])
        for clause in objects(rulebook["clauses"]) {
          #expect(
            lacks(
              clause, "id", "citation", "title", "verdict", "gaps", "open", "missing",
              "missingNames", "authority") == [])
        }
      }
    }
    #expect(run.output.hasSuffix("}\n"))
    // Where nobody asks about a recommending unit, the key is there all the same.
    let (alone, _) = try screen([("a.json", try Candidate.text(1))])
    let object = try JSONSerialization.jsonObject(with: alone.stdout) as? [String: Any]
    #expect(object?["recommender"] is NSNull)
  }

  @Test func countsAddUp() throws {
    let report = try run("json").screening()
    let verdicts = report.candidates.map(\.verdict)
    #expect(report.counts.all == report.candidates.count)
    #expect(report.counts.eligible == verdicts.count { $0 == "eligible" })
    #expect(report.counts.ineligible == verdicts.count { $0 == "ineligible" })
    #expect(report.counts.undetermined == verdicts.count { $0 == "undetermined" })
    #expect(report.counts.invalid == verdicts.count { $0 == "invalid" })
    #expect(report.counts.unreadable == verdicts.count { $0 == "unreadable" })
    #expect(report.counts.unreadable == 1)
    for candidate in report.candidates {
      for rulebook in candidate.rulebooks {
        let clauses = rulebook.clauses.map(\.verdict)
        #expect(rulebook.counts.pass == clauses.count { $0 == "pass" })
        #expect(rulebook.counts.fail == clauses.count { $0 == "fail" })
        #expect(rulebook.counts.unknown == clauses.count { $0 == "unknown" })
      }
    }
    for stopping in report.stoppingClauses {
      let verdicts = report.candidates.flatMap(\.rulebooks)
        .filter { $0.id == stopping.rulebook }.flatMap(\.clauses)
        .filter { $0.id == stopping.id }.map(\.verdict)
      #expect(stopping.counts.pass == verdicts.count { $0 == "pass" })
      #expect(stopping.counts.fail == verdicts.count { $0 == "fail" })
      #expect(stopping.counts.unknown == verdicts.count { $0 == "unknown" })
    }
  }

  /// One object, however many candidates there are and wherever they come from.
  @Test func jsonIsAlwaysOneObject() throws {
    let text = try Candidate.text(1)
    try withFiles([("a.json", text), ("a.ndjson", text), ("folder/a.json", text)]) { directory in
      for input in [["a.json"], ["a.ndjson"], ["folder"], ["a.json", "folder"]] {
        let run = try Command.run(["screen", "--format", "json"] + input, directory: directory)
        #expect(try run.screening().candidates.count == input.count)
      }
    }
  }

  // MARK: Harmless text

  @Test(arguments: ScreenTests.formats, ["zh", "en"])
  func controlCharactersAreEscaped(format: String, language: String) throws {
    let harmful = "甲\u{1B}[31m\u{202E}乙\u{7}\u{9B}\u{2066}\u{200F}\u{0}丙"
    let changes = TableValue.object([
      "applicant": .object(["name": .text(harmful)]), "baseName": .text(harmful),
      "recommendation": .object([
        "channels": .list([.object(["name": .text(harmful), "kind": .text("national-society")])])
      ]),
      harmful: .text("an unknown key"),
    ])
    let text = try Candidate.tree(1, changes).json
    let unit = TableValue.object([
      "name": .text(harmful), "kind": .text("national-society"), "date": .text("2022-06-01"),
      harmful: .flag(true),
    ])
    let files: [File] = [
      ("a\u{202E}.json", text), ("b.json", text), ("c\u{1B}.json", "{\(harmful)"),
      ("unit\u{202E}.json", unit.json),
    ]
    try withFiles(files) { directory in
      let run = try Command.run(
        [
          "screen", "--format", format, "--lang", language, "--recommender", "unit\u{202E}.json",
          "a\u{202E}.json", "b.json", "c\u{1B}.json", "missing\u{1B}.json",
        ], directory: directory)
      #expect(run.status == 66)
      for (text, name) in [(run.output, "output"), (run.errors, "errors")] {
        let found = text.unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x0A, 0x0D: false
          case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
          default: false
          }
        }
        #expect(found.isEmpty, "\(name): \(found.map { String($0.value, radix: 16) })")
      }
      #expect(run.output.contains("\\u202E") || run.output.contains("\\u202e"))
    }
  }
}
