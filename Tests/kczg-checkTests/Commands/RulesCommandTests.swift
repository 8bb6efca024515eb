import Foundation
import Testing

@testable import TestSupport

/// `kczg-check rules`: the list of rulebooks says what the files say.
@Suite struct RulesCommandTests {
  /// A rulebook as the list has it.
  struct Listed: Decodable {
    struct Document: Decodable {
      let title: String
      let number: String?
      let authority: String
      let issued: String?
    }

    struct Span: Decodable {
      let from: String?
      let until: String?
    }

    struct Size: Decodable {
      let stage: String?
      let baseType: String?
      let name: String?
      let clauses: Int
      let criteria: Int
      let byStage: [Size]?
    }

    struct Round: Decodable {
      struct Closing: Decodable, Equatable {
        let what: String
        let at: String
      }

      let name: String
      let closings: [Closing]
    }

    struct Basis: Decodable {
      let title: String
      let number: String?
      let note: String
    }

    struct Unchecked: Decodable, Equatable {
      let citation: String
      let subject: String
      let reason: String
    }

    let id: String
    let programme: String
    let series: String
    let about: String?
    let document: Document
    let inForce: Span
    let round: Round?
    let idIsName: Bool
    let stages: [String]
    let baseTypes: [String]
    let clauses: Int
    let criteria: Int
    let byStage: [Size]
    let byBaseType: [Size]
    let legalBasis: [Basis]
    let notChecked: [Unchecked]
    let digest: String
    let file: String
  }

  /// A rulebook as its file has it.
  private struct Rulebook: Decodable {
    struct Document: Decodable {
      let title: [String: String]
      let number: String?
      let authority: [String: String]
      let issued: String?
    }

    struct Basis: Decodable {
      let title: [String: String]
      let number: String?
      let note: [String: String]
    }

    struct Unchecked: Decodable {
      let citation: [String: String]
      let subject: [String: String]
      let reason: [String: String]
    }

    struct Article: Decodable {
      struct Clause: Decodable {
        struct Criterion: Decodable { let id: String }
        let criteria: [Criterion]
      }

      let stage: String
      let baseTypes: [String]?
      let clauses: [Clause]
    }

    let id: String
    let programme: String
    let series: String
    let about: String?
    let document: Document
    let inForce: Listed.Span?
    let baseTypes: [String]?
    let legalBasis: [Basis]?
    let notChecked: [Unchecked]
    let articles: [Article]

    func size(where isWanted: (Article) -> Bool = { _ in true }) -> [Int] {
      let clauses = articles.filter(isWanted).flatMap(\.clauses)
      return [clauses.count, clauses.reduce(0) { $0 + $1.criteria.count }]
    }
  }

  private static let folder = Package.root.appendingPathComponent("rules")

  /// The rulebooks' files, in byte order of the ids, as the list has them.
  private func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" && $0.lastPathComponent != "vocabulary.json" }
      .map { (file: $0, id: try rulebook(in: $0).id) }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
      .map(\.file)
  }

  private func rulebook(in file: URL) throws -> Rulebook {
    try JSONDecoder().decode(Rulebook.self, from: Data(contentsOf: file))
  }

  private func list(_ arguments: String...) throws -> [Listed] {
    let run = try Command.run(["rules", "--format", "json"] + arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    return try JSONDecoder().decode([Listed].self, from: run.stdout)
  }

  private func size(_ size: Listed.Size) -> [Int] { [size.clauses, size.criteria] }

  // MARK: JSON

  @Test(arguments: ["zh", "en"]) func listSaysWhatTheFilesSay(language: String) throws {
    let listed = try list("--lang", language)
    let files = try files()
    #expect(listed.map(\.file) == files.map { "rules/\($0.lastPathComponent)" })
    for (found, file) in zip(listed, files) {
      let wanted = try rulebook(in: file)
      #expect(found.id == wanted.id)
      #expect(found.programme == wanted.programme)
      #expect(found.series == wanted.series)
      #expect(found.about == wanted.about)
      #expect(found.document.title == wanted.document.title[language])
      #expect(found.document.number == wanted.document.number)
      #expect(found.document.authority == wanted.document.authority[language])
      #expect(found.document.issued == wanted.document.issued)
      #expect(found.inForce.from == wanted.inForce?.from)
      #expect(found.inForce.until == wanted.inForce?.until)
      #expect(found.baseTypes == wanted.baseTypes ?? [])
      #expect(found.legalBasis.map(\.title) == (wanted.legalBasis ?? []).map { $0.title[language] })
      #expect(found.legalBasis.map(\.number) == (wanted.legalBasis ?? []).map(\.number))
      #expect(found.legalBasis.map(\.note) == (wanted.legalBasis ?? []).map { $0.note[language] })
      #expect(found.notChecked.map(\.citation) == wanted.notChecked.map { $0.citation[language] })
      #expect(found.notChecked.map(\.subject) == wanted.notChecked.map { $0.subject[language] })
      #expect(found.notChecked.map(\.reason) == wanted.notChecked.map { $0.reason[language] })
      #expect(try found.digest == digest(of: file))
    }
  }

  @Test func sizesAreCountedInTheFiles() throws {
    for (found, file) in zip(try list(), try files()) {
      let wanted = try rulebook(in: file)
      #expect([found.clauses, found.criteria] == wanted.size())
      #expect(Set(found.stages) == Set(wanted.articles.map(\.stage)))
      #expect(found.byStage.map(\.stage) == found.stages)
      for stage in found.byStage {
        #expect(size(stage) == wanted.size { $0.stage == stage.stage })
      }
      #expect(found.byBaseType.map(\.baseType) == found.baseTypes)
      for type in found.byBaseType {
        let code = try #require(type.baseType)
        func binds(_ article: Rulebook.Article) -> Bool {
          article.baseTypes?.contains(code) ?? true
        }
        #expect(size(type) == wanted.size(where: binds))
        #expect(type.byStage?.map(\.stage) == found.stages)
        for stage in type.byStage ?? [] {
          #expect(size(stage) == wanted.size { binds($0) && $0.stage == stage.stage })
        }
      }
    }
  }

  @Test(arguments: ["zh", "en"]) func namesAreTheVocabularys(language: String) throws {
    struct Vocabulary: Decodable {
      struct Fact: Decodable {
        let path: String
        let codes: [String: [String: String]]?
      }

      let facts: [Fact]
      let stages: [String: [String: String]]?
    }

    let vocabulary = try JSONDecoder().decode(
      Vocabulary.self, from: Data(contentsOf: Self.folder.appendingPathComponent("vocabulary.json"))
    )
    let types = vocabulary.facts.first { $0.path == "baseType" }?.codes
    for rulebook in try list("--lang", language) {
      for type in rulebook.byBaseType {
        #expect(type.name == types?[type.baseType ?? ""]?[language])
      }
      for stage in rulebook.byStage {
        #expect(stage.name == vocabulary.stages?[stage.stage ?? ""]?[language] ?? stage.stage)
      }
    }
  }

  // MARK: Text

  /// A word as the text has it, however it is folded.
  private func says(_ word: String, _ run: Run) -> Bool {
    func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    return plain(run.output).contains(plain(word))
  }

  @Test(arguments: ["zh", "en"]) func textSaysTheSame(language: String) throws {
    let run = try Command.run(["rules", "--lang", language])
    #expect(run.status == 0)
    #expect(run.errors == "")
    for rulebook in try list("--lang", language) {
      let words =
        [
          rulebook.id, rulebook.programme, rulebook.series, rulebook.document.title,
          rulebook.document.number, rulebook.document.authority, rulebook.document.issued,
          rulebook.inForce.from, rulebook.inForce.until, rulebook.digest, rulebook.file,
        ].compactMap { $0 } + rulebook.stages + rulebook.baseTypes
        + rulebook.legalBasis.flatMap { [$0.title, $0.note] }
        + rulebook.notChecked.flatMap { [$0.citation, $0.subject, $0.reason] }
        + (rulebook.byStage + rulebook.byBaseType).compactMap(\.name)
      for word in words { #expect(says(word, run), "\(word)") }
      for size in rulebook.byStage {
        #expect(says("\(size.name ?? "")\(size.clauses)\(size.criteria)", run))
      }
      // Base types have lines of their own in the stages whose articles tell them apart.
      for type in rulebook.byBaseType where rulebook.stages == ["eligibility"] {
        #expect(says("\(type.name ?? "")\(type.clauses)\(type.criteria)", run))
      }
      if rulebook.stages.count > 1 {
        let whole = language == "zh" ? "合计" : "In all"
        #expect(says("\(whole)\(rulebook.clauses)\(rulebook.criteria)", run))
      }
    }
  }

  @Test(arguments: ["zh", "en"]) func textFitsEightyColumnsAndLinesUp(language: String) throws {
    let run = try Command.run(["rules", "--lang", language])
    for line in run.outputLines { #expect(width(line) <= 80, "\(line)") }
    // Of each rulebook's table: where the lines with figures end.
    let head = language == "zh" ? "条款  条件" : "clauses  criteria"
    var tables: [Set<Int>] = []
    for block in run.outputLines.split(separator: "") where block.first?.hasSuffix(head) == true {
      tables.append(Set(block.filter { $0.last?.isNumber == true }.map { width($0) }))
      #expect(tables.last?.first == block.first.map { width($0) })
    }
    #expect(try tables.count == files().count)
    #expect(tables.allSatisfy { $0.count == 1 })
  }

  @Test func textIsTheDefaultAndInChinese() throws {
    let plain = try Command.run(["rules"])
    let named = try Command.run(["rules", "--format", "text", "--lang", "zh"])
    #expect(plain.stdout == named.stdout)
    #expect(plain.output.contains("文号未载明"))
    #expect(!plain.stdout.contains(0x1B))
    let coloured = try Command.run(["rules", "--color", "always"])
    #expect(coloured.output.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain.output)
    #expect(coloured.stdout != plain.stdout)
    let json = try Command.run(["rules", "--color", "always", "--format", "json"])
    #expect(!json.stdout.contains(0x1B))
  }

  // MARK: --rules, --output

  @Test func rulesDirectoryIsListed() throws {
    let folder = Package.fixture("command/small-rules")
    let listed = try list("--rules", folder.path)
    #expect(listed.map(\.id) == ["small-2022"])
    #expect(listed.map(\.file) == ["\(folder.path)/small-2022.json"])
    #expect(try listed.map(\.digest) == [digest(of: folder.appending(path: "small-2022.json"))])
    #expect(listed.map(\.clauses) == [1])
  }

  @Test func spanIsShown() throws {
    for (from, until, zh, en) in [
      ("null", "null", "未载明", "no dates stated"),
      (#""2022-05-20""#, "null", "2022-05-20 起", "from 2022-05-20 on"),
      ("null", #""2024-12-31""#, "至 2024-12-31", "until 2024-12-31"),
      (
        #""2022-05-20""#, #""2024-12-31""#, "2022-05-20 至 2024-12-31", "2022-05-20 to 2024-12-31"
      ),
    ] {
      try withTemporaryDirectory { directory in
        let rules = try RulesCopy(in: directory)
        try rules.replace(
          #""inForce": \{[^}]*\}"#, with: #""inForce": {"from": \#(from), "until": \#(until)}"#)
        let others = try FileManager.default.contentsOfDirectory(atPath: rules.path)
          .filter { !["national-2022.json", "vocabulary.json"].contains($0) }
        for name in others { try FileManager.default.removeItem(at: rules.file(name)) }
        let chinese = try Command.run(["rules", "--rules", "rules"], directory: directory)
        #expect(chinese.output.contains(zh), "\(chinese.output)\(chinese.errors)")
        let english = try Command.run(
          ["rules", "--rules", "rules", "--lang", "en"], directory: directory)
        #expect(english.output.contains(en), "\(english.output)")
      }
    }
  }

  /// What is of one round says when that closes; an id that is also a name says what it means.
  @Test(arguments: ["zh", "en"]) func roundsAndAmbiguousIDs(language: String) throws {
    let run = try Command.run(["rules", "--format", "json", "--lang", language])
    let listed = try JSONDecoder().decode([Listed].self, from: run.stdout)
    let rounds = listed.filter { $0.round != nil }
    #expect(rounds.map(\.id) == ["national-2022-call", "national-2022-recommender"])
    for rulebook in rounds {
      #expect(rulebook.round?.closings.map(\.at) == ["2022-05-27T18:00", "2022-06-10T18:00"])
      #expect(rulebook.round?.closings.allSatisfy { !$0.what.isEmpty } == true)
      #expect(rulebook.round?.name.isEmpty == false)
    }
    let names = listed.filter(\.idIsName).map(\.id)
    #expect(names == ["henan", "most-international"])
    let text = try Command.run(["rules", "--lang", language]).output
    for name in names { #expect(text.contains("--rulebook \(name) ")) }
    #expect(!text.contains("--rulebook national"))
    #expect(text.components(separatedBy: "2022-05-27T18:00").count == 3)
  }

  @Test func titleFromADirectoryIsHarmless() throws {
    try withTemporaryDirectory { directory in
      let rules = try RulesCopy(in: directory)
      let evil = #"甲\u001b[31m\u202e\nFORGED 1 clauses 乙"#
      for key in ["title", "authority"] {
        try rules.replace(#""zh": "[^"]*""#, with: #""zh": "\#(evil)""#, after: #""\#(key)""#)
      }
      for format in ["text", "json"] {
        let run = try Command.run(
          ["rules", "--rules", "rules", "--format", format], directory: directory)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains(#"甲\u001B[31m\u202E"#))
        #expect(!run.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        #expect(!run.outputLines.contains { $0.hasPrefix("FORGED") })
      }
    }
  }

  @Test func rulesThatAreWrongAreNotListed() throws {
    try withTemporaryDirectory { directory in
      let rules = try RulesCopy(in: directory)
      try rules.replace(#""isAtLeast"\s*:\s*50"#, with: #""isAtLeats": 50"#, after: #""8.5.a""#)
      for folder in ["rules", "missing", "rules/henan.json"] {
        let run = try Command.run(["rules", "--rules", folder], directory: directory)
        #expect(run.status == 78)
        #expect(run.stdout.isEmpty)
        #expect(!run.errors.isEmpty)
      }
    }
  }

  @Test func outputIsWrittenOr74() throws {
    try withTemporaryDirectory { directory in
      for format in ["text", "json"] {
        let shown = try Command.run(["rules", "--format", format])
        let run = try Command.run(
          ["rules", "--format", format, "--output", "out"], directory: directory)
        #expect(run.status == 0)
        #expect(run.stdout.isEmpty)
        #expect(try Data(contentsOf: directory.appendingPathComponent("out")) == shown.stdout)
      }
      let run = try Command.run(["rules", "--output", "missing/out"], directory: directory)
      #expect(run.status == 74)
      #expect(!run.errors.isEmpty)
      for arguments in ["rules", "rules --format json", "rules --help"] {
        let full = try Command.shell("\"$KCZG\" \(arguments) >/dev/full", directory: directory)
        #expect(full.status == 74)
      }
    }
  }

  @Test func digestInAReportIsThatOfTheRulebookFile() throws {
    let report = try check(Sample.eligible())
    for id in ["national-2022", "henan"] {
      let file = Package.root.appendingPathComponent("rules/\(id).json")
      #expect(try report.rulebook(id)?.digest == digest(of: file))
    }
  }
}
