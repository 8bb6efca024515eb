import Foundation
import Testing

@testable import TestSupport

/// What `kczg-check ask` makes of the file, and where it refuses.
@Suite struct AskFileTests {
  static let odd =
    "\u{FEFF}{\r\n\t\"x-备注\": {\"b\": [1, 2.50, 1e3], \"a\": null},\r\n\t\"programme\": \"henan\", \"baseType\": \"international\",\r\n\t\"applicationDate\" : \"2022-10-12\",\r\n\t\"staff\": {\"fullTime\": 6.0e1, \"partTime\": null}\r\n}\r\n\r\n"

  @Test func everythingElseStaysAsItIs() throws {
    try withTemporaryDirectory { directory in
      try directory.write(Self.odd, to: "a.json")
      #expect(try ask(["a.json"], ["q"], in: directory).status == 2)
      #expect(try directory.text(of: "a.json") == Self.odd)
      let run = try ask(["a.json"], ["河南", "s", "s", "b", "s", "q"], in: directory)
      #expect(run.status == 2)
      #expect(
        try directory.text(of: "a.json")
          == Self.odd.replacing(
            "-10-12\",\r\n",
            with:
              "-10-12\",\r\n\t\"applicant\": {\r\n\t\t\"region\": {\r\n\t\t\t\"province\": \"河南\"\r\n\t\t}\r\n\t},\r\n"
          ))
      // Going back to the first takes the answer away.
      try directory.write(Self.odd, to: "b.json")
      _ = try ask(["b.json"], ["河南", "b", "q"], in: directory)
      #expect(try directory.text(of: "b.json") == Self.odd)
    }
  }

  /// A link stays, and what it leads to is written, even if that is yet to be made.
  @Test func linksAreFollowed() throws {
    try withTemporaryDirectory { directory in
      let files = FileManager.default
      let folder = directory.appending(path: "folder")
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      try files.createSymbolicLink(
        atPath: directory.path + "/a.json", withDestinationPath: "folder/b.json")
      for line in ["1", "2", "2022-10-12"] {
        #expect(try ask(["a.json"], [line], in: directory).status == 2)
      }
      #expect(try folder.text(of: "b.json").contains("2022-10-12"))
      #expect(try folder.names() == ["b.json"])
      let link = try files.destinationOfSymbolicLink(atPath: directory.path + "/a.json")
      #expect(link == "folder/b.json")
    }
  }

  /// What was given on the command line and completes the application is saved, too.
  @Test func givenFactsAreSavedThoughNothingIsAsked() throws {
    try withTemporaryDirectory { directory in
      let sample = try Sample.text("collaboration")
      let plain = sample.replacing(#""programme": "national","#, with: "")
      try directory.write(plain, to: "a.json")
      let run = try ask(["--programme", "national", "a.json"], [], in: directory)
      #expect(run.status == 0)
      #expect(try directory.text(of: "a.json").contains(#""programme": "national""#))
      let again = try ask(["a.json"], [], in: directory)
      #expect(again.output.contains("没有改动 a.json。"))
    }
  }

  /// The command that is shown in the end checks what was asked about.
  @Test func commandIsShownThatChecks() throws {
    try withTemporaryDirectory { directory in
      try directory.write(
        #"{"baseType": "collaboration", "programme": "national"}"#, to: "a b.json")
      let run = try ask(
        [
          "--lang", "en", "--programme", "henan", "--type", "collaboration", "--stage", "annual",
          "a b.json",
        ], ["q"], in: directory)
      let line = try #require(run.outputLines.last { $0.contains("kczg-check") })
      #expect(
        line == "Clause by clause: kczg-check --rulebook henan --stage annual --lang en 'a b.json'")
      let plain = try ask(["a b.json"], ["q"], in: directory)
      #expect(plain.outputLines.contains("逐条报告：kczg-check 'a b.json'"))
      // Any name is one word to a shell, also one whose quote has an accent on it.
      let name = "a'\u{301};exit 3;'.json"
      let odd = try ask([name], ["1", "q"], in: directory)
      let shown = try #require(odd.outputLines.last { $0.hasPrefix("逐条报告：kczg-check ") })
      let word = shown.unicodeScalars.dropFirst("逐条报告：kczg-check ".unicodeScalars.count)
      let echo = try Command.shell("printf %s \(String(word))", directory: directory)
      #expect(echo.status == 0 && echo.output == name)
    }
  }

  @Test func dataErrorsArePrintedAsCheckPrintsThem() throws {
    try withTemporaryDirectory { directory in
      for json in [
        "", "{\"a\":}", "// x\n{}", "[]", "{\"baseType\": \"x\"}", "{\"a\": 1, \"a\": 2}",
        "{\"staff\": {\"fullTime\": \"3\"}}",
        "{\"baseType\": \"incubation\", \"programme\": \"most-international\"}",
      ] {
        try directory.write(json, to: "a.json")
        let run = try ask(["a.json"], ["1"], in: directory)
        #expect(run.status == 65, "\(json)")
        #expect(run.output == "")
        #expect(run.errors == (try Command.run(["check", "a.json"], directory: directory).errors))
        #expect(try directory.text(of: "a.json") == json)
      }
      // A base type that is missing is asked for.
      try directory.write("{}", to: "a.json")
      let run = try ask(["a.json"], ["s", "1"], in: directory)
      #expect(run.status == 2)
      #expect(run.output.contains("没有类别"))
      try directory.write(#"{"unknown": 1}"#, to: "a.json")
      let warned = try ask(["a.json"], ["q"], in: directory)
      #expect(warned.status == 65)
      #expect(
        warned.errors.contains("[unknown-key]") && warned.errors.contains("[missing-base-type]"))
    }
  }

  @Test func hostileTextIsHarmless() throws {
    try withTemporaryDirectory { directory in
      try directory.write(
        #"{"programme": "henan", "baseType": "collaboration", "experts": [{"name": "\u001b[31m\u202e甲", "leads": true, "renowned": true}, null]}"#,
        to: "a.json")
      let lines = Array(repeating: "", count: 13) + ["a\u{1B}[2Jb", "\u{202E}x", "q"]
      let run = try ask(["a.json"], lines, in: directory)
      for scalar in run.output.unicodeScalars {
        #expect(scalar == "\n" || !scalar.properties.isBidiControl && scalar.value >= 0x20)
      }
      #expect(run.output.contains(#"“\u001B[31m\u202E甲”"#))
      let bytes = Data([0xFF, 0xFE, 0x0A, 0x71, 0x0A])
      let bad = try Command.run(["ask", "a.json"], input: bytes, directory: directory)
      #expect(bad.status == 2)
      #expect(bad.output.contains("不是 UTF-8"))
      let long = Data((String(repeating: "长", count: 100_000) + "\nq\n").utf8)
      let cut = try Command.run(["ask", "a.json"], input: long, directory: directory)
      #expect(cut.status == 2)
      #expect(cut.output.contains("> …\n这行太长"))
      #expect(cut.output.utf8.count < 4000)
    }
  }

  // MARK: Failures

  @Test func usage() throws {
    try withTemporaryDirectory { directory in
      for arguments in [
        ["-"], [""], ["a.json", "b.json"], ["a.ndjson"], ["a.jsonl"], ["--programme", "x"],
        ["--type", "x"], ["--date", "x"],
        ["--stage", "x"], ["--output", "x"],
        ["--programme", "most-international", "--type", "incubation"],
      ] {
        let run = try ask(arguments, ["1"], in: directory)
        #expect(run.status == 64, "\(arguments)")
        #expect(run.output == "")
      }
      #expect(try ask(["--rules", "missing"], [], in: directory).status == 78)
      #expect(try directory.names() == [])
    }
  }

  @Test func whatCannotBeReadOrWritten() throws {
    try withTemporaryDirectory { directory in
      #expect(try ask(["."], ["1"], in: directory).status == 66)
      #expect(try ask(["/dev/null"], ["1"], in: directory).status == 66)
      #expect(try ask(["missing/a.json"], ["1"], in: directory).status == 74)
      let full = try Command.shell(
        "cd '\(directory.path)' && echo 1 | $KCZG ask a.json > /dev/full")
      #expect(full.status == 74)
      // The answer is saved all the same.
      #expect(try directory.text(of: "a.json").contains("collaboration"))
    }
  }

  @Test func whatSomeoneElseWroteStays() throws {
    try withTemporaryDirectory { directory in
      try directory.write("{\"baseType\": \"incubation\"}", to: "a.json")
      let child = try Command.start(["ask", "a.json"], directory: directory)
      #expect(child.wait { $0.outputSoFar.suffix(2) == Data("> ".utf8) })
      try directory.write("{\"baseType\": \"collaboration\"}", to: "a.json")
      child.feed(Data("1\n".utf8))
      let run = try child.finish()
      #expect(run.status == 74)
      #expect(run.errors.hasPrefix("a.json: error: ") && run.errors.hasSuffix("[cannot-write]\n"))
      #expect(try directory.text(of: "a.json") == "{\"baseType\": \"collaboration\"}")
      #expect(try directory.names() == ["a.json"])
    }
  }
}
