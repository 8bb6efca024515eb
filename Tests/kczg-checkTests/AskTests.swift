import Foundation
import Testing

/// `kczg-check ask` as a process, through a pipe and on a terminal.
@Suite struct AskTests {
  /// Runs `ask` in a folder; the lines are what is typed.
  private func ask(
    _ arguments: [String] = [], _ lines: [String], in directory: URL, end: String = "\n"
  ) throws -> Run {
    try Command.run(
      ["ask"] + arguments, input: Data((lines.joined(separator: "\n") + end).utf8),
      directory: directory)
  }

  private func text(_ name: String, in directory: URL) throws -> String {
    // `String(contentsOf:)` would drop a byte-order mark.
    String(decoding: try Data(contentsOf: directory.appending(path: name)), as: UTF8.self)
  }

  private func names(in directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  /// The status that `check` leaves with, which must find nothing to complain of.
  private func check(_ name: String, in directory: URL, _ options: [String] = []) throws -> Int32 {
    let run = try Command.run(["check", "--strict"] + options + [name], directory: directory)
    #expect(run.errors == "")
    return run.status
  }

  /// All that a collaboration base is asked for, in order.
  private static let whole = [
    "1", "national", "2022年5月20日", "高校", "全部", "是", "y", "是", "４０人", "12", "42", "是", "是",
    "1998/7/15",
    "甲成果", "是", "3", "是", "是", "乙成果", "是", "国际领先", "是", "是", "",
    "某学会", "1", "",
    "张三", "是", "是", "是", "李四", "是", "是", "是", "",
    "1", "1", "2", "2", "1", "3", "",
    "无",
  ]

  @Test func wholeInterviewThroughAPipe() throws {
    try withTemporaryDirectory { directory in
      let run = try ask([], Self.whole, in: directory)
      #expect(run.status == 0, "\(run.output)")
      #expect(run.errors == "")
      #expect(run.output.contains("结论已定：条件均符合"))
      #expect(!run.output.contains("\u{1B}"))
      #expect(try names(in: directory) == ["申报材料.json"])
      #expect(try check("申报材料.json", in: directory) == 0)
      let file = try text("申报材料.json", in: directory)
      #expect(
        file.hasPrefix("{\n  \"programme\": \"national\",\n  \"baseType\": \"collaboration\",\n"))
      #expect(file.contains(#""fullTime": 40,"#) && !file.contains("x-unfinished"))
      // Nothing is left to ask, and nothing is written.
      let again = try ask(["申报材料.json"], [], in: directory)
      #expect(again.status == 0)
      #expect(!again.output.contains("> "))
      #expect(try text("申报材料.json", in: directory) == file)
    }
  }

  @Test func inputThatEndsAnywhereLosesNothing() throws {
    var before = ""
    for count in 0...Self.whole.count {
      try withTemporaryDirectory { directory in
        let lines = Array(Self.whole[..<count])
        let run = try ask([], lines, in: directory, end: count % 2 == 0 ? "\n" : "\r\n")
        if count == 0 { return }
        let file = try text("申报材料.json", in: directory)
        #expect(file != before || Self.whole[count - 1] == "", "\(count)")
        before = file
        #expect(run.status == (try check("申报材料.json", in: directory)), "\(count)")
        // Asked again, it goes on where it stopped.
        let rest = try ask(["申报材料.json"], Array(Self.whole[count...]), in: directory)
        #expect(rest.status == 0, "\(count): \(rest.output)")
        #expect(try names(in: directory) == ["申报材料.json"])
      }
    }
  }

  @Test func nothingAnsweredMakesNoFile() throws {
    try withTemporaryDirectory { directory in
      for arguments in [
        [], ["new.json"], ["--type", "incubation", "--date", "2022-05-20", "new.json"],
      ] {
        let run = try ask(arguments, ["q"], in: directory)
        #expect(run.status == 66)
        #expect(try names(in: directory) == [])
      }
    }
  }

  @Test func defaultNameNeverOverwrites() throws {
    try withTemporaryDirectory { directory in
      try directory.write("keep", to: "application.json")
      let run = try ask(["--lang", "en"], ["1", "q"], in: directory)
      #expect(run.status == 2)
      #expect(try text("application.json", in: directory) == "keep")
      #expect(try names(in: directory) == ["application-2.json", "application.json"])
      #expect(!run.output.contains("，") && !run.output.contains("。"))
    }
  }

  @Test func optionsAnswerWhatTheyCan() throws {
    try withTemporaryDirectory { directory in
      let run = try ask(
        ["--type", "incubation", "--programme", "henan", "--date", "2022-10-12", "a.json"],
        ["河南省"], in: directory)
      #expect(run.status == 2)
      #expect(
        try text("a.json", in: directory) == """
          {
            "programme": "henan",
            "baseType": "incubation",
            "applicationDate": "2022-10-12",
            "applicant": {
              "region": {
                "province": "河南省"
              }
            }
          }

          """)
    }
  }

  // MARK: What the file says

  static let odd =
    "\u{FEFF}{\r\n\t\"x-备注\": {\"b\": [1, 2.50, 1e3], \"a\": null},\r\n\t\"programme\": \"henan\", \"baseType\": \"international\",\r\n\t\"applicationDate\" : \"2022-10-12\",\r\n\t\"staff\": {\"fullTime\": 6.0e1, \"partTime\": null}\r\n}\r\n\r\n"

  @Test func everythingElseStaysAsItIs() throws {
    try withTemporaryDirectory { directory in
      try directory.write(Self.odd, to: "a.json")
      #expect(try ask(["a.json"], ["q"], in: directory).status == 2)
      #expect(try text("a.json", in: directory) == Self.odd)
      let run = try ask(["a.json"], ["河南", "s", "s", "b", "s", "q"], in: directory)
      #expect(run.status == 2)
      #expect(
        try text("a.json", in: directory)
          == Self.odd.replacing(
            "-10-12\",\r\n",
            with:
              "-10-12\",\r\n\t\"applicant\": {\r\n\t\t\"region\": {\r\n\t\t\t\"province\": \"河南\"\r\n\t\t}\r\n\t},\r\n"
          ))
      // Going back to the first takes the answer away.
      try directory.write(Self.odd, to: "b.json")
      _ = try ask(["b.json"], ["河南", "b", "q"], in: directory)
      #expect(try text("b.json", in: directory) == Self.odd)
    }
  }

  @Test func dataErrorsArePrintedAsCheckPrintsThem() throws {
    try withTemporaryDirectory { directory in
      for text in [
        "", "{\"a\":}", "// x\n{}", "[]", "{\"baseType\": \"x\"}", "{\"a\": 1, \"a\": 2}",
        "{\"staff\": {\"fullTime\": \"3\"}}",
        "{\"baseType\": \"incubation\", \"programme\": \"most-international\"}",
      ] {
        try directory.write(text, to: "a.json")
        let run = try ask(["a.json"], ["1"], in: directory)
        #expect(run.status == 65, "\(text)")
        #expect(run.output == "")
        #expect(run.errors == (try Command.run(["check", "a.json"], directory: directory).errors))
        #expect(try self.text("a.json", in: directory) == text)
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
    }
  }

  // MARK: The dialogue

  @Test func certainAnswerEndsWithTheReason() throws {
    try withTemporaryDirectory { directory in
      let start = [
        "--type", "collaboration", "--programme", "national", "--date", "2022-05-20", "a.json",
      ]
      let lines = ["2", "1、2"]
      let run = try ask(start, lines + ["否"], in: directory)
      #expect(run.status == 1)
      #expect(run.output.contains("结论已定：不符合"))
      #expect(run.output.contains("缺 产业化中试、产品开发"))
      #expect(try check("a.json", in: directory) == 1)
      // Going on, the clause that fails is not asked about any more.
      let on = try ask(["a.json"], ["是"] + Array(repeating: "s", count: 40), in: directory)
      #expect(on.status == 1)
      #expect(on.output.contains("专职工作人员"))
      #expect(!on.output.contains("高水平科技成果"))
      #expect(on.output.contains("没有可问的了"))
      // Back from the offer to the answer that decided.
      try FileManager.default.removeItem(at: directory.appending(path: "a.json"))
      let back = try ask(start, lines + ["b", "全部", "q"], in: directory)
      #expect(back.status == 2)
      #expect(try text("a.json", in: directory).contains("product-development"))
    }
  }

  @Test func commandsAndDoubts() throws {
    try withTemporaryDirectory { directory in
      let run = try ask(
        ["--lang", "en", "--programme", "national", "--type", "collaboration", "a.json"],
        ["b", "l", "?", "2021-13-01", "2022-01-05", "2022-01-05", "l", "stop"], in: directory)
      #expect(run.status == 2)
      #expect(run.output.contains("This is the first question."))
      #expect(run.output.contains("Nothing has been answered yet."))
      #expect(run.output.contains(#""2021-13-01" is no date"#))
      #expect(run.output.contains("If it is right, enter it once more."))
      #expect(run.output.contains("  Date of application: 2022-01-05\n"))
      #expect(try text("a.json", in: directory).contains(#""applicationDate": "2022-01-05""#))
    }
  }

  @Test func unfinishedListIsSaid() throws {
    try withTemporaryDirectory { directory in
      let lines = Array(Self.whole.prefix(17))
      let run = try ask([], lines, in: directory)
      #expect(run.status == 2)
      #expect(run.output.contains("“高水平科技成果”尚未录完"))
      let file = try text("申报材料.json", in: directory)
      #expect(file.contains(#""x-unfinished": {"#) && file.contains(#""name": "甲成果""#))
    }
  }

  // MARK: Failures

  @Test func usage() throws {
    try withTemporaryDirectory { directory in
      for arguments in [
        ["-"], ["a.json", "b.json"], ["--programme", "x"], ["--type", "x"], ["--date", "x"],
        ["--stage", "x"], ["--output", "x"],
        ["--programme", "most-international", "--type", "incubation"],
      ] {
        let run = try ask(arguments, ["1"], in: directory)
        #expect(run.status == 64, "\(arguments)")
        #expect(run.output == "")
      }
      #expect(try ask(["--rules", "missing"], [], in: directory).status == 78)
      #expect(try names(in: directory) == [])
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
      #expect(try text("a.json", in: directory).contains("collaboration"))
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
      #expect(try text("a.json", in: directory) == "{\"baseType\": \"collaboration\"}")
      #expect(try names(in: directory) == ["a.json"])
    }
  }

  // MARK: A terminal

  @Test func onATerminal() throws {
    try withTemporaryDirectory { directory in
      let session = try TerminalSession(["ask", "甲.json"], directory: directory)
      for (count, line) in ["1", "1", "2022-5-20", "2", "xx", "b", "3", "q"].enumerated() {
        guard session.waitForPrompt(after: count) else { break }
        // Saved after every answer.
        if count == 3 {
          #expect(try text("甲.json", in: directory).contains("2022-05-20"))
        }
        session.type(line + "\n")
      }
      #expect(session.finish() == 2)
      let shown = session.text
      // What is typed is shown once: by the terminal.
      #expect(shown.contains("> 2022-5-20\n记为：2022-05-20\n"), "\(shown)")
      #expect(!shown.contains("\u{1B}"))
      #expect(try text("甲.json", in: directory).contains(#""kind": "research-institute""#))
      #expect(try check("甲.json", in: directory) == 2)
    }
  }

  /// Control-D ends the input.
  @Test func endOfInputOnATerminal() throws {
    try withTemporaryDirectory { directory in
      let session = try TerminalSession(["ask", "--lang", "en"], directory: directory)
      #expect(session.waitForPrompt(after: 0))
      session.type("2\n")
      #expect(session.waitForPrompt(after: 1))
      session.type("\u{04}")
      #expect(session.finish() == 2)
      #expect(try text("application.json", in: directory).contains("incubation"))
    }
  }
}
