import Testing

@testable import RuleEngine

/// The documents that an application attaches: what each proves, what is said of its file, and what
/// is declared without any.
@Suite struct EvidenceTests {
  /// What a folder is said to hold.
  /// One without links, in which every folder that is passed on the way is there.
  private final class Folder: EvidenceFolder {
    let there: [String]
    let folders: [String]
    let linksOut: [String]

    init(there: [String] = [], folders: [String] = [], linksOut: [String] = []) {
      (self.there, self.folders, self.linksOut) = (there, folders, linksOut)
    }

    func file(at names: [String]) -> EvidenceFile {
      var way: [String] = []
      for name in names { if name == ".." { way.removeLast() } else { way.append(name) } }
      if way.isEmpty { return .notAFile }
      let path = way.joined(separator: "/")
      if there.contains(path) { return .found }
      if folders.contains(path) { return .notAFile }
      return linksOut.contains(path) ? .outside : .missing
    }
  }

  private static func report(
    _ application: String, _ library: RuleLibrary, in folder: (any EvidenceFolder)? = nil,
    options: Checker.Options = Checker.Options()
  ) throws -> Report {
    let reader = Application(vocabulary: library.vocabulary)
    reader.read(SourceText(name: "a.json", bytes: application.utf8))
    return try Checker(library, options: options).check(reader, in: folder)
  }

  // MARK: What it proves

  struct Reference: Decodable, Sendable, CustomTestStringConvertible {
    let supports: String?
    /// `t` where nothing else is said.
    var title: Value = .text("t")
    let criteria: [String]
    /// The clauses under which it stands as another document.
    var other: [String] = []
    /// Parts of the warning; nil where there is none.
    let says: [String]?

    var testDescription: String { "\(supports ?? "null") \(title.json)" }

    private enum CodingKeys: CodingKey { case supports, title, criteria, other, says }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      supports = try members.decode(String?.self, forKey: .supports)
      if members.contains(.title) {
        title = try members.decode(String?.self, forKey: .title).map(Value.text) ?? .null
      }
      criteria = try members.decode([String].self, forKey: .criteria)
      other = try members.decodeIfPresent([String].self, forKey: .other) ?? []
      says = try members.decodeIfPresent([String].self, forKey: .says)
    }
  }

  struct References: Decodable {
    let application: Value
    let cases: [Reference]
  }

  static func references() throws -> References { try Fixture.decode("evidence-references.json") }

  @Test(arguments: try references().cases) func provesWhatItNames(_ reference: Reference) throws {
    let evidence = Value.object([
      "title": reference.title, "supports": reference.supports.map(Value.text) ?? .null,
    ])
    let application = try Self.references().application
      .setting(["evidence"], to: .list([.null, evidence]))
    let report = try Self.report(application.json, BuiltIn.library())
    let proved = report.criteria.filter { !$0.evidence.isEmpty }
    #expect(proved.map(\.criterion.id) == reference.criteria)
    for criterion in proved {
      #expect(report.paths(criterion.evidence.map(\.reference)) == ["evidence[1]"])
    }
    #expect(report.evidence.map { $0.title.map(Value.text) ?? .null } == [reference.title])
    // Elsewhere it stands under its clause, or is told to be for nothing that is checked.
    let clauses = report.rulebooks.flatMap(\.clauses).filter { !$0.otherEvidence.isEmpty }
    #expect(clauses.map(\.clause.id) == reference.other)
    #expect(report.otherEvidence.count == (reference.other.isEmpty ? 0 : 1))
    #expect(
      report.unrelatedEvidence.isEmpty
        == !(reference.criteria.isEmpty && reference.other.isEmpty))
    // Nothing hangs on it but what is declared without proof.
    let bare = try Self.report(Self.references().application.json, BuiltIn.library())
    #expect(bare.criteria.map(\.verdict) == report.criteria.map(\.verdict))

    let warnings = report.diagnostics
    #expect(warnings.map(\.code) == (reference.says == nil ? [] : [.unknownReference]))
    #expect(warnings.allSatisfy { $0.path == "evidence[1].supports" && $0.severity == .warning })
    for part in reference.says ?? [] {
      let texts = Language.allCases.map { warnings.first?.text(in: $0) ?? "" }
      #expect(texts.allSatisfy { $0.contains(part) }, "\(part): \(texts)")
    }
  }

  /// Only so many are compared with all that there are; all are told.
  @Test func manyUnknownNames() throws {
    let evidence = Array(repeating: #"{"supports": "staf"}"#, count: 50).joined(separator: ", ")
    let report = try Self.report(
      #"{"baseType": "incubation", "evidence": [\#(evidence)]}"#, BuiltIn.library())
    #expect(report.diagnostics.count == 50)
    #expect(report.diagnostics.first?.text(in: .en).contains("did you mean") == true)
    #expect(report.diagnostics.last?.text(in: .en).contains("did you mean") == false)
  }

  // MARK: Files

  struct File: Decodable, Sendable, CustomTestStringConvertible {
    let file: String?
    let state: String
    /// Parts of the warning.
    let says: [String]?

    var testDescription: String { file ?? "null" }
  }

  struct Files: Decodable {
    let there: [String]
    let folders: [String]
    let linksOut: [String]
    let cases: [File]
  }

  static func files() throws -> Files { try Fixture.decode("evidence-files.json") }

  @Test(arguments: try files().cases) func fileIsLookedFor(_ testCase: File) throws {
    let files = try Self.files()
    let folder = Folder(there: files.there, folders: files.folders, linksOut: files.linksOut)
    let evidence = Value.object([
      "file": testCase.file.map(Value.text) ?? .null, "supports": .text("8.5"),
    ])
    let text = #"{"baseType": "collaboration", "evidence": [\#(evidence.json)]}"#
    let report = try Self.report(text, BuiltIn.library(), in: folder)
    #expect(report.evidence.map(\.state.rawValue) == [testCase.state])
    #expect(report.evidence.map(\.isAttached) == [testCase.state == "found"])
    let codes = [
      "missing": "evidence-missing", "outside": "evidence-outside",
      "not-a-file": "evidence-not-a-file",
    ]
    #expect(report.diagnostics.map(\.codeName) == [codes[testCase.state]].compactMap(\.self))
    #expect(
      report.diagnostics.allSatisfy { $0.path == "evidence[0].file" && $0.severity == .warning })
    for part in testCase.says ?? [] {
      let texts = Language.allCases.map { report.diagnostics.first?.text(in: $0) ?? "" }
      #expect(texts.allSatisfy { $0.contains(part) }, "\(part): \(texts)")
    }
    // Without a folder nothing is looked for, but what leads out of any is told all the same.
    let unlooked = try Self.report(text, BuiltIn.library())
    let leadsOut = testCase.state == "outside" && testCase.file != "link"
    let state = testCase.state == "no-file" || leadsOut ? testCase.state : "unchecked"
    #expect(unlooked.evidence.map(\.state.rawValue) == [state])
    #expect(unlooked.diagnostics.map(\.code) == (leadsOut ? [.evidenceOutside] : []))
  }

  @Test func warningsStandInTheOrderOfTheText() throws {
    let text = MarkedText(
      """
      {"baseType": "collaboration", "evidence": [{"file": «evidence-missing»"b", "supports": «unknown-reference»"x"},
        {"supports": «unknown-reference»"中文", "file": «evidence-missing»"c"}, {"file": "a"}], «unknown-key»"z": 1}
      """)
    for match in [false, true] {
      let application = Application(vocabulary: try BuiltIn.library().vocabulary)
      application.read(SourceText(name: "a.json", bytes: text.bytes))
      let report = Report(application: application)
      let checker = try Checker(BuiltIn.library())
      let folder = Folder(there: ["a"])
      if match {
        checker.match(into: report, in: folder)
      } else {
        checker.check(into: report, in: folder)
      }
      #expect(report.diagnostics.map { "\($0.codeName) \($0.position.shown)" } == text.places)
      #expect(!report.isInvalid)
    }
  }

  @Test func strictMakesErrorsOfThem() throws {
    var options = Checker.Options()
    options.isStrict = true
    let text = #"{"baseType": "collaboration", "evidence": [{"file": "a"}]}"#
    let report = try Self.report(text, BuiltIn.library(), in: Folder(), options: options)
    #expect(report.diagnostics.map(\.severity) == [.error])
    #expect(report.outcome == .invalid && report.rulebooks.isEmpty)
  }

  // MARK: Declared, no proof attached

  /// Two criteria that are declared, one that is measured, one that fails, one that is open.
  private static func library() throws -> RuleLibrary {
    func criterion(
      _ id: String, _ basis: String, _ condition: String, proof: String = ""
    ) -> String {
      #"{"id": "\#(id)", "requirement": {"zh": "字", "en": "w"}, "basis": "\#(basis)", "proof": [\#(proof)], "require": \#(condition)}"#
    }
    let words = #"{"zh": "第一条", "en": "Article 1"}"#
    let criteria = [
      criterion(
        "1.a", "declared", #"{"fact": "ok", "is": true}"#,
        proof: #"{"zh": "承诺书", "en": "Statement"}, {"zh": "照片", "en": "Photograph"}"#),
      criterion(
        "1.b", "declared", #"{"fact": "office.open", "is": true}"#,
        proof: #"{"zh": "开放记录", "en": "Record of open days"}"#),
      criterion("1.c", "measured", #"{"fact": "people", "isAtLeast": 1}"#),
      criterion("1.d", "declared", #"{"fact": "fine", "is": true}"#),
      criterion("1.e", "declared", #"{"fact": "area", "isAtLeast": 1}"#),
    ]
    let article = """
      {"id": "1", "citation": \(words), "title": \(words), "stage": "eligibility", "clauses": [
        {"id": "1.0", "citation": \(words), "title": \(words), "criteria": [\(criteria.joined(separator: ", "))]}]}
      """
    // The list and its texts are called as the vocabulary likes.
    let vocabulary = try TinyRules.text("vocabulary.json")
      .replacing(
        #""forms": {"#,
        with: #"""
          "forms": {
            "what": {"kind": "reference", "description": {"zh": "所指", "en": "a reference"}},
            "where": {"kind": "file", "description": {"zh": "文件", "en": "a file"}},
          """#
      )
      .replacing(
        #""facts": ["#,
        with: #"""
          "facts": [
            {"path": "papers", "type": "list", "label": {"zh": "文件", "en": "Papers"}},
            {"path": "papers[].place", "type": "text", "form": "where", "label": {"zh": "文件", "en": "Place"}},
            {"path": "papers[].about", "type": "text", "form": "what", "label": {"zh": "关于", "en": "About"}},
            {"path": "papers[].name", "type": "text", "label": {"zh": "名称", "en": "Name"}},
          """#, maxReplacements: 1)
    return try RuleLibrary(
      vocabulary: SourceText(name: "vocabulary.json", bytes: vocabulary.utf8),
      rulebooks: [
        SourceText(name: "r.json", bytes: TinyRules.rulebook(id: "r", articles: article).utf8)
      ])
  }

  @Test(arguments: [
    ("null", ["1.a", "1.b"]), ("[]", ["1.a", "1.b"]), ("[null]", ["1.a", "1.b"]),
    (#"[{"about": "ok", "place": "here"}]"#, ["1.b"]),
    (#"[{"about": "ok", "name": "on paper"}]"#, ["1.b"]),
    (#"[{"about": "ok", "name": "on paper", "place": null}]"#, ["1.b"]),
    // For the clause: what it is called decides.
    (#"[{"about": "1", "place": "here"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "1", "name": "合同", "place": "here"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "1", "name": "照片", "place": "here"}]"#, ["1.b"]),
    (#"[{"about": "1", "name": "Photographs"}]"#, ["1.b"]),
    (#"[{"about": "1.0", "name": "《开放记录》"}]"#, ["1.a"]),
    (#"[{"about": "1", "name": "照片和开放记录", "place": "here"}]"#, []),
    (#"[{"about": "1", "name": "照片", "place": "gone"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "1.b", "name": "照片", "place": "here"}]"#, ["1.a"]),
    (#"[{"about": "ok", "name": "合同", "place": "here"}]"#, ["1.b"]),
    (#"[{"about": "office", "place": "here"}, {"about": "1.a", "name": "n"}]"#, []),
    // What is not there, what is not named, and what proves nothing known is no proof.
    (#"[{"about": "ok", "place": "gone"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "ok", "place": "/here", "name": "n"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "ok", "place": "folder"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "ok"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "ok", "name": "", "place": " "}]"#, ["1.a", "1.b"]),
    (#"[{"about": null, "place": "here", "name": "n"}]"#, ["1.a", "1.b"]),
    (#"[{"place": "here"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "okay", "place": "here"}]"#, ["1.a", "1.b"]),
    (#"[{"about": "people", "place": "here"}]"#, ["1.a", "1.b"]),
    // One of two is enough.
    (#"[{"about": "ok", "place": "gone"}, {"about": "ok", "place": "here"}]"#, ["1.b"]),
  ])
  func declaredCriteriaWithoutEvidence(papers: String, expected: [String]) throws {
    let report = try Self.report(
      """
      {"baseType": "one", "ok": true, "office": {"open": true}, "people": 2, "fine": false,
       "papers": \(papers)}
      """,
      Self.library(), in: Folder(there: ["here"], folders: ["folder"]))
    let rulebook = try #require(report.rulebooks.first)
    #expect(rulebook.declaredWithoutEvidence.map(\.criterion.id) == expected)
    #expect(report.criteria.map(\.verdict) == [.pass, .pass, .pass, .fail, .unknown])
  }

  @Test func nothingIsSaidWhereNoneCanBeAttached() throws {
    let library = try TinyRules.library(requiring: #"{"fact": "ok", "is": true}"#)
    let report = try library.report(#"{"baseType": "one", "ok": true}"#)
    #expect(report.outcome == .eligible)
    #expect(report.rulebooks.map(\.declaredWithoutEvidence.count) == [0])
  }

  /// A report that is filled anew keeps nothing of what the application before attached.
  @Test func nextApplicationStartsAnew() throws {
    let library = try Self.library()
    let application = Application(vocabulary: library.vocabulary)
    let report = Report(application: application)
    let checker = try Checker(library)
    for (papers, count) in [(#"[{"about": "ok", "name": "n"}]"#, 1), ("null", 0), ("[{}, {}]", 2)] {
      let text = #"{"baseType": "one", "ok": true, "papers": \#(papers)}"#
      application.read(SourceText(name: "a.json", bytes: text.utf8))
      checker.check(into: report, in: Folder())
      #expect(report.evidence.count == count)
      #expect(report.rulebooks.map(\.declaredWithoutEvidence.count) == [count == 1 ? 0 : 1])
    }
  }
}
