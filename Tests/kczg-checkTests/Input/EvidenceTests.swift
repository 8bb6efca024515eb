import Foundation
import Testing

@testable import TestSupport

/// Documents attached as proof, looked for beside the application, and what every output says.
@Suite struct EvidenceTests {
  /// A folder `here` with an application's documents, and things beside it that are none of its.
  private func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    try withTemporaryDirectory { directory in
      let files = FileManager.default
      for folder in ["here/proof/deep", "there"] {
        try files.createDirectory(
          at: directory.appending(path: folder), withIntermediateDirectories: true)
      }
      for file in ["here/a.pdf", "here/proof/花名册.pdf", "here/proof/deep/b.pdf", "there/secret"] {
        try directory.write("x", to: file)
      }
      let real = directory.resolvingSymlinksInPath().path
      for (link, target) in [
        ("here/inside", "proof/花名册.pdf"), ("here/proof/up", "../a.pdf"),
        ("here/folder", "proof/deep"), ("here/round", "../here/a.pdf"),
        ("here/absolute", "\(real)/here/a.pdf"), ("here/out", "../there/secret"),
        ("here/out-folder", "../there"), ("here/out-missing", "../there/nothing"),
        ("here/out-absolute", "/etc/hostname"), ("here/root", "/"), ("here/parent", ".."),
        ("here/self", "."), ("here/dangling", "nothing"), ("here/loop", "loop"),
        ("link.json", "here/a.json"), ("door", "here"),
      ] {
        try files.createSymbolicLink(
          atPath: directory.appending(path: link).path, withDestinationPath: target)
      }
      return try body(directory)
    }
  }

  private func application(_ evidence: String) -> String {
    #"{"baseType": "collaboration", "programme": "national", "technologyTransfer": {"marketBased": true},"#
      + "\n" + #" "evidence": [\#(evidence)]}"# + "\n"
  }

  private func naming(_ file: String) -> String {
    application(#"{"supports": "8.2.a", "title": "t", "file": "\#(file)"}"#)
  }

  // MARK: Where a file is

  private static let places: [(file: String, code: String?)] = [
    ("a.pdf", nil), ("./a.pdf", nil), ("proof/花名册.pdf", nil), ("proof/../a.pdf", nil),
    ("inside", nil), ("proof/up", nil), ("folder/b.pdf", nil), ("round", nil), ("absolute", nil),
    ("self/self/a.pdf", nil), ("folder/../花名册.pdf", nil),
    ("folder/../a.pdf", "evidence-missing"), ("missing/../a.pdf", "evidence-missing"),
    ("out-folder/../here/a.pdf", "evidence-outside"), ("parent/here/a.pdf", nil),
    ("b.pdf", "evidence-missing"), ("proof/b.pdf", "evidence-missing"),
    ("a.pdf/b.pdf", "evidence-missing"), ("dangling", "evidence-missing"),
    ("loop", "evidence-missing"), (#"proof\\花名册.pdf"#, "evidence-missing"),
    ("proof", "evidence-not-a-file"), (".", "evidence-not-a-file"),
    ("folder", "evidence-not-a-file"), ("self", "evidence-not-a-file"),
    ("../there/secret", "evidence-outside"), ("../here/a.pdf", "evidence-outside"),
    ("/etc/hostname", "evidence-outside"), (#"C:\\a.pdf"#, "evidence-outside"),
    (#"a.pdf\u0000"#, "evidence-outside"), ("out", "evidence-outside"),
    ("out-folder", "evidence-outside"), ("out-folder/secret", "evidence-outside"),
    ("out-folder/nothing", "evidence-outside"), ("out-missing", "evidence-outside"),
    ("out-absolute", "evidence-outside"), ("root", "evidence-outside"),
    ("root/etc/hostname", "evidence-outside"), ("parent", "evidence-outside"),
    ("parent/there/secret", "evidence-outside"),
  ]

  @Test func fileIsLookedForBesideTheApplication() throws {
    try withFolder { directory in
      let names = Self.places.indices.map { "here/\($0).json" }
      for (name, place) in zip(names, Self.places) {
        try directory.write(naming(place.file), to: name)
      }
      let run = try Command.run(["--format", "ndjson"] + names, directory: directory)
      #expect(run.status == 2)
      #expect(try run.reportLines().map(\.verdict) == names.map { _ in "undetermined" })
      for (name, (file, code)) in zip(names, Self.places) {
        let text = naming(file)
        let shown = run.shownDiagnostics.filter { $0.file == name }
        #expect(shown.map(\.code) == [code].compactMap(\.self), "\(file)")
        let place = try position(of: #""\#(file)"}"#, in: text)
        for diagnostic in shown {
          #expect((diagnostic.line, diagnostic.column) == (place.line, place.column), "\(file)")
          #expect(diagnostic.severity == "warning", "\(file)")
        }
        #expect(caretFaults(in: run.errorLines, file: name, source: Data(text.utf8)) == [])
      }
      // From elsewhere it is the same.
      let again = try Command.run(
        ["--format", "ndjson"] + names.map { "../\($0)" },
        directory: directory.appending(path: "there"))
      #expect(again.shownDiagnostics.map(\.file) == run.shownDiagnostics.map { "../\($0.file)" })
      #expect(again.shownDiagnostics.map(\.code) == run.shownDiagnostics.map(\.code))
    }
  }

  /// The folder is the one that is named on the command line.
  @Test func folderIsThatOfTheNameGiven() throws {
    try withFolder { directory in
      try directory.write(naming("a.pdf"), to: "here/a.json")
      let throughFolder = try Command.run(["door/a.json"], directory: directory)
      #expect(throughFolder.errors == "")
      let throughFile = try Command.run(["link.json"], directory: directory)
      #expect(throughFile.shownDiagnostics.map(\.code) == ["evidence-missing"])
      let whole = try Command.run(["here"], directory: directory)
      #expect(whole.shownDiagnostics.isEmpty)
    }
  }

  @Test func standardInputIsInTheWorkingDirectory() throws {
    try withFolder { directory in
      for (file, folder, code) in [
        ("a.pdf", "here", nil), ("a.pdf", "there", "evidence-missing"),
        ("../here/a.pdf", "there", "evidence-outside"),
      ] {
        let run = try Command.run(
          ["-"], input: Data(naming(file).utf8), directory: directory.appending(path: folder))
        #expect(run.shownDiagnostics.map(\.code) == [code].compactMap(\.self), "\(file)")
      }
    }
  }

  /// Many lines are checked by several threads.
  @Test func linesAreInTheFolderOfTheirFile() throws {
    try withFolder { directory in
      let lines = (0..<1_200).map { number in
        Sample.oneLine(
          naming(number % 200 == 199 ? "gone.pdf" : number % 2 == 0 ? "inside" : "a.pdf"))
      }
      try directory.write(lines.joined(separator: "\n"), to: "here/many.ndjson")
      let run = try Command.run(
        ["--brief", "--format", "ndjson", "here/many.ndjson"], directory: directory)
      #expect(run.shownDiagnostics.map(\.line) == [200, 400, 600, 800, 1_000, 1_200])
      #expect(run.shownDiagnostics.allSatisfy { $0.code == "evidence-missing" })
      #expect(run.outputLines.count == 1_200)
    }
  }

  @Test func nothingIsInAFolderThatIsGone() throws {
    try withTemporaryDirectory { directory in
      let run = try Command.shell(
        "mkdir gone && cd gone && rmdir ../gone && printf '%s' '\(naming("a.pdf"))' | \"$KCZG\" -",
        directory: directory)
      #expect(run.shownDiagnostics.map(\.code) == ["evidence-missing"])
      #expect(run.status == 2)
    }
  }

  // MARK: What is said

  @Test func strictMakesErrorsOfTheWarnings() throws {
    try withFolder { directory in
      try directory.write(naming("b.pdf"), to: "here/a.json")
      for command in ["check", "match"] {
        let run = try Command.run([command, "--strict", "here/a.json"], directory: directory)
        #expect(run.status == 65, "\(command)")
        #expect(run.shownDiagnostics.map(\.severity) == ["error"])
      }
    }
  }

  @Test func everyCommandThatChecksLooksForFiles() throws {
    try withFolder { directory in
      let evidence =
        #"{"supports": "8.2.a", "file": "b.pdf"}, {"supports": "nowhere", "file": "../c.pdf"}"#
      try directory.write(application(evidence), to: "here/a.json")
      for command in ["check", "match", "screen"] {
        for language in ["zh", "en"] {
          let run = try Command.run(
            [command, "--lang", language, "here/a.json"], directory: directory)
          #expect(
            run.shownDiagnostics.map(\.code)
              == ["evidence-missing", "unknown-reference", "evidence-outside"], "\(command)")
          for (shown, word) in zip(run.shownDiagnostics, ["b.pdf", "nowhere", "../c.pdf"]) {
            #expect(shown.message.contains(word))
          }
        }
      }
    }
  }

  @Test func backslashesAreExplained() throws {
    try withFolder { directory in
      try directory.write(naming(#"proof\\花名册.pdf"#), to: "here/a.json")
      for language in ["zh", "en"] {
        let run = try Command.run(["--lang", language, "here/a.json"], directory: directory)
        #expect(run.shownDiagnostics.first?.message.contains("/") == true)
        #expect(run.shownDiagnostics.first?.message.contains(#"proof\花名册.pdf"#) == true)
      }
    }
  }

  // MARK: Reports

  private struct Report: Decodable {
    struct Rulebook: Decodable {
      struct Clause: Decodable {
        struct Criterion: Decodable {
          struct Evidence: Decodable, Equatable {
            let title: String?
            let file: String?
            let state: String
            let supports: String?
            let path: String
            let line: Int
            let column: Int
          }
          let id: String
          let proof: [String]
          let evidence: [Evidence]
        }
        let id: String
        let criteria: [Criterion]?
        let otherEvidence: [Criterion.Evidence]?
      }
      let declaredWithoutEvidence: [String]?
      let clauses: [Clause]
    }
    let rulebooks: [Rulebook]
    func evidence(_ id: String) -> [Rulebook.Clause.Criterion.Evidence]? {
      rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }.first { $0.id == id }?.evidence
    }
  }

  private static let several = """
    {"supports": "8.2.a", "title": "合同", "file": "a.pdf"},
    {"supports": "technologyTransfer", "title": "收入证明", "file": "b.pdf"},
      {"supports": "technologyTransfer.marketBased", "title": "纸质件"}
    """

  @Test func jsonHasWhatIsAttached() throws {
    try withFolder { directory in
      try directory.write(application(Self.several), to: "here/a.json")
      for format in ["json", "ndjson"] {
        let run = try Command.run(["--format", format, "here/a.json"], directory: directory)
        let report = try JSONDecoder().decode(Report.self, from: run.stdout)
        #expect(
          report.evidence("8.2.a")?.map {
            "\($0.title ?? "") \($0.file ?? "-") \($0.state) \($0.path) \($0.line):\($0.column)"
          }
            == [
              "合同 a.pdf found evidence[0] 2:15", "收入证明 b.pdf missing evidence[1] 3:1",
              "纸质件 - no-file evidence[2] 4:3",
            ])
        #expect(report.evidence("8.2.b")?.map(\.supports) == ["technologyTransfer"])
        #expect(report.evidence("8.5.a") == [])
        #expect(report.rulebooks.map(\.declaredWithoutEvidence) == [[]])
        let proofs = report.rulebooks.flatMap(\.clauses).flatMap { $0.criteria ?? [] }.map(\.proof)
        #expect(!proofs.isEmpty && proofs.allSatisfy { !$0.isEmpty })
      }
      let brief = try Command.run(
        ["--brief", "--format", "json", "here/a.json"], directory: directory)
      let report = try JSONDecoder().decode(Report.self, from: brief.stdout)
      #expect(report.rulebooks.allSatisfy { $0.clauses.allSatisfy { $0.criteria == nil } })
    }
  }

  /// For clause 8.3, which asks for an agreement and a screenshot: an agreement, and what is neither.
  private static let forClause = """
    {"supports": "8.3", "title": "与省级学会的合作协议", "file": "a.pdf"},
    {"supports": "8.3", "title": "会议照片", "file": "proof/花名册.pdf"},
      {"supports": "第八条（三）", "title": "新闻报道", "file": "b.pdf"}, {"supports": "8.3", "title": "纸质件"}
    """

  private static let thirdClause = #"""
    {"baseType": "collaboration", "programme": "national", "platform": {"linked": true},
     "partners": [{"name": "甲学会", "kind": "provincial-association"}], "evidence": [

    """# + forClause + "]}"

  @Test func documentProvesOnlyWhatItCanBe() throws {
    try withFolder { directory in
      try directory.write(Self.thirdClause, to: "here/a.json")
      for format in ["json", "ndjson"] {
        let run = try Command.run(["--format", format, "here/a.json"], directory: directory)
        let report = try JSONDecoder().decode(Report.self, from: run.stdout)
        #expect(report.evidence("8.3.a")?.map(\.path) == ["evidence[0]"])
        #expect(report.evidence("8.3.b") == [])
        #expect(report.rulebooks.map(\.declaredWithoutEvidence) == [["8.3.b"]])
        let others = report.rulebooks.flatMap(\.clauses).filter { $0.otherEvidence != nil }
        #expect(others.map(\.id) == ["8.3"])
        #expect(
          others.first?.otherEvidence?.map {
            "\($0.title ?? "") \($0.file ?? "-") \($0.state) \($0.path) \($0.line)"
          }
            == [
              "会议照片 proof/花名册.pdf found evidence[1] 4", "新闻报道 b.pdf missing evidence[2] 5",
              "纸质件 - no-file evidence[3] 5",
            ])
      }
      let brief = try Command.run(
        ["--brief", "--format", "json", "here/a.json"], directory: directory)
      let report = try JSONDecoder().decode(Report.self, from: brief.stdout)
      #expect(report.rulebooks.flatMap(\.clauses).allSatisfy { $0.otherEvidence == nil })
    }
  }

  @Test(arguments: [
    (
      "zh", "另附材料（名称与所列的证明不符，未计入）",
      ["· 已附：会议照片（proof/花名册.pdf）", "✗ 找不到文件：新闻报道（b.pdf）", "· 已附，未写文件：纸质件"],
      "列出 4 份；其中 3 份的名称与所属条款所列的证明不符，未计入：", "第八条（三）另附材料", "✓ 已附：会议照片"
    ),
    (
      "en", "Other documents (called none of the proofs listed, not counted)",
      [
        "· attached: 会议照片 (proof/花名册.pdf)", "✗ file not there: 新闻报道 (b.pdf)",
        "· attached, no file named: 纸质件",
      ],
      "4 listed; 3 called none of the proofs listed for their clauses, not counted: ",
      "Other documents for Article 8(3)", "✓ attached: 会议照片"
    ),
  ])
  func everyFormatListsOtherDocuments(
    language: String, head: String, lines: [String], count: String, ofClause: String, ticked: String
  ) throws {
    try withFolder { directory in
      try directory.write(Self.thirdClause, to: "here/a.json")
      func output(_ format: String, _ options: String...) throws -> String {
        try Command.run(
          options + ["--lang", language, "--format", format, "here/a.json"], directory: directory
        ).output
      }
      // Long lines of text are wrapped.
      func flat(_ text: String) -> String { text.replacing(#/\n? +/#, with: "") }
      let text = try output("text", "--verbose")
      #expect(flat(text).contains(flat(head)))
      for line in lines { #expect(text.contains("      \(line)\n")) }
      for options in [[], ["--brief"], ["--verbose"]] {
        let run = try Command.run(
          options + ["--lang", language, "here/a.json"], directory: directory)
        #expect(flat(run.output).contains(flat(count)), "\(options)")
        #expect(run.outputLines.allSatisfy { width($0) <= 80 })
      }
      let html = try output("html")
      #expect(html.contains(">\(head)<") && html.contains(count))
      for line in lines { #expect(html.contains("<li>\(line)</li>")) }
      let markdown = try output("markdown", "--verbose")
      for line in lines { #expect(markdown.contains(line)) }
      #expect(markdown.contains(count))
      let csv = try CSV(Data(output("csv").utf8))
      let attached = language == "zh" ? "所附材料" : "Attached"
      let rows = csv.rows.indices.dropFirst().filter { index in
        lines.contains { csv[index, attached] == $0 }
      }
      #expect(rows.count == lines.count)
      #expect(Set(rows.map { csv[$0, language == "zh" ? "条款" : "Clause"] }).count == 1)
      let tap = try TAP(Data(output("tap").utf8))
      #expect(tap.comments.contains { $0.contains(ofClause) && $0.contains(lines[0]) })
      let junit = try JUnit(Data(output("junit").utf8))
      let properties = try #require(junit.suites.first).children("properties")[0].children
      let value = properties.first { $0.attributes["name"] == "otherEvidence" }?.attributes["value"]
      for line in [ofClause] + lines { #expect(value?.contains(line) == true) }
      let github = try output("github")
      #expect(github.contains("::notice file=here/a.json,line=4,") && github.contains(lines[0]))
      for format in ["text", "html", "markdown", "csv", "tap", "junit", "github"] {
        #expect(try !output(format, "--verbose").contains(ticked), "\(format)")
      }
    }
  }

  @Test func declaredCriteriaWithoutProofAreCountedAndListed() throws {
    try withSamples { directory in
      let bare = try JSONDecoder().decode(
        Report.self,
        from: Command.run(
          ["--rulebook", "national", "--format", "json", "eligible.json"], directory: directory
        ).stdout)
      let all = try #require(bare.rulebooks.first?.declaredWithoutEvidence)
      #expect(all.first == "8.0.a" && all.last == "8.8.a" && !all.contains("8.5.a"))
      for (language, word) in [
        ("zh", "\(all.count) 项已声明、未附证明材料："),
        ("en", "\(all.count) criteria declared, no proof attached: "),
      ] {
        let arguments = ["--rulebook", "national", "--lang", language]
        let text = try Command.run(arguments + ["eligible.json"], directory: directory)
        #expect(text.output.contains(word))
        #expect(text.outputLines.allSatisfy { width($0) <= 80 })
        let verbose = try Command.run(
          arguments + ["--verbose", "eligible.json"], directory: directory)
        let mark = language == "zh" ? "! 已声明，未附证明材料" : "! declared, no proof attached"
        #expect(verbose.outputLines.count { $0.hasSuffix(mark) } == all.count)
        let brief = try Command.run(arguments + ["--brief", "eligible.json"], directory: directory)
        #expect(
          brief.outputLines.contains {
            $0.contains(word.dropLast(language == "zh" ? 1 : 2)) && !$0.contains("8.0")
          })
        let html = try Command.run(
          arguments + ["--format", "html", "eligible.json"], directory: directory)
        #expect(html.output.contains(word))
        #expect(
          html.output.components(separatedBy: ">\(mark)<").count == all.count + 1)
        let markdown = try Command.run(
          arguments + ["--format", "markdown", "eligible.json"], directory: directory)
        #expect(markdown.output.contains(word))
        let csv = try CSV(
          Command.run(arguments + ["--format", "csv", "eligible.json"], directory: directory).stdout
        )
        let column = language == "zh" ? "所附材料" : "Attached"
        #expect(csv.rows.indices.dropFirst().count { csv[$0, column] == mark } == all.count)
        let tap = try TAP(
          Command.run(arguments + ["--format", "tap", "eligible.json"], directory: directory).stdout
        )
        #expect(tap.comments.contains { $0.contains(word) })
        let junit = try JUnit(
          Command.run(arguments + ["--format", "junit", "eligible.json"], directory: directory)
            .stdout)
        let properties = try #require(junit.suites.first).children("properties")[0].children
        #expect(
          properties.first { $0.attributes["name"] == "declaredWithoutEvidence" }?
            .attributes["value"] == all.joined(separator: " "))
      }
    }
  }

  @Test func peopleSeeWhatIsAttached() throws {
    try withFolder { directory in
      try directory.write(application(Self.several), to: "here/a.json")
      let text = try Command.run(["--verbose", "here/a.json"], directory: directory).output
      let html = try Command.run(["--format", "html", "here/a.json"], directory: directory).output
      for line in ["✓ 已附：合同（a.pdf）", "✗ 找不到文件：收入证明（b.pdf）", "✓ 已附，未写文件：纸质件"] {
        #expect(text.contains("      \(line)\n"))
        #expect(html.contains("<li>\(line)</li>"))
        for format in ["csv", "markdown"] {
          let table = try Command.run(
            ["--verbose", "--format", format, "here/a.json"], directory: directory)
          #expect(table.output.contains("\(line)"))
        }
      }
      #expect(text.contains("      证明 技术合同登记证明、技术转移收入证明\n"))
      #expect(!text.contains("未附证明材料"))
      let english = try Command.run(
        ["--verbose", "--lang", "en", "here/a.json"], directory: directory)
      #expect(english.output.contains("      ✓ attached: 合同 (a.pdf)\n"))
    }
  }

  /// A document for a clause of another type, for no fact that is read, or for nothing at all.
  @Test func documentsForNothingThatIsCheckedAreTold() throws {
    try withFolder { directory in
      let documents = ["8.2.a", "9.5", "第十一条", "staff", "site"].map {
        #"{"supports": "\#($0)", "title": "t"}"#
      }
      let all = documents + [#"{"title": "t"}"#, "null"]
      try directory.write(application(all.joined(separator: ", ")), to: "here/a.json")
      for (format, open, close) in [
        ("text", "[", "]"), ("markdown", "\\[", "\\]"), ("html", "[", "]"),
      ] {
        let run = try Command.run(["--format", format, "here/a.json"], directory: directory)
        // Long lines of text are wrapped.
        let output = run.output.replacing(#/\n {2,}/#, with: "")
        let paths = [1, 2, 4, 5].map { "evidence\(open)\($0)\(close)" }
        #expect(
          output.contains("列出 6 份；其中 4 份与所查条款无关：\(paths.joined(separator: "、"))"), "\(format)")
      }
      try directory.write(application(documents[0]), to: "here/a.json")
      let run = try Command.run(["--lang", "en", "here/a.json"], directory: directory)
      #expect(run.outputLines.contains { $0.hasPrefix("Proof") && $0.hasSuffix(" 1 listed") })
      #expect(!run.output.contains("for nothing"))
    }
  }

  /// A list of any length leaves the report readable.
  @Test func manyDocumentsAreNotAllShownToPeople() throws {
    try withFolder { directory in
      let one = #"{"supports": "8.2.a", "title": "合同", "file": "a.pdf"}"#
      try directory.write(
        application(Array(repeating: one, count: 100).joined(separator: ",")), to: "here/a.json")
      let run = try Command.run(["--verbose", "here/a.json"], directory: directory)
      #expect(run.outputLines.count { $0.contains("已附") } == 8)
      #expect(run.outputLines.contains { $0.hasSuffix("等共 100 份") })
    }
  }

  @Test func namesAreMadeHarmless() throws {
    try withFolder { directory in
      let evil = #"\u001b[2J\u202e<script>alert(1)</script>\n"#
      try directory.write(
        application(
          #"{"supports": "8.2.a", "title": "\#(evil)"}, {"supports": "\#(evil)", "file": "\#(evil)"}"#
        ),
        to: "here/a.json")
      for format in ["text", "json", "ndjson", "html", "markdown", "csv", "junit", "sarif", "tap"] {
        let run = try Command.run(
          ["--verbose", "--format", format, "here/a.json"], directory: directory)
        for text in [run.output, run.errors] {
          #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(format)")
        }
        if format == "html" { #expect(!run.output.contains("<script")) }
        #expect(run.output.contains("alert(1)"))
        #expect(run.shownDiagnostics.map(\.code) == ["unknown-reference", "evidence-missing"])
      }
    }
  }
}
