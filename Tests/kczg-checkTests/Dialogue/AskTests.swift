import Foundation
import Testing

@testable import TestSupport

/// `kczg-check ask` through a pipe: the questions and the answers.
@Suite struct AskTests {
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
      #expect(try directory.names() == ["申报材料.json"])
      #expect(try checkStatus("申报材料.json", in: directory) == 0)
      let file = try directory.text(of: "申报材料.json")
      #expect(
        file.hasPrefix("{\n  \"programme\": \"national\",\n  \"baseType\": \"collaboration\",\n"))
      #expect(file.contains(#""fullTime": 40,"#) && !file.contains("x-unfinished"))
      // Nothing is left to ask, and nothing is written.
      let again = try ask(["申报材料.json"], [], in: directory)
      #expect(again.status == 0)
      #expect(!again.output.contains("> "))
      #expect(try directory.text(of: "申报材料.json") == file)
    }
  }

  /// What `init` writes is filled in where its nulls stand.
  @Test func skeletonIsFilledIn() throws {
    try withTemporaryDirectory { directory in
      let made = try Command.run(
        [
          "init", "--type", "collaboration", "--programme", "national", "--stage", "eligibility",
          "--output", "a.json",
        ], directory: directory)
      #expect(made.status == 0)
      let keys = try directory.text(of: "a.json").matches(of: #/"[^"]+":/#).map(\.output)
      let run = try ask(["a.json"], Array(Self.whole.dropFirst(2)), in: directory)
      #expect(run.status == 0, "\(run.output)")
      #expect(try checkStatus("a.json", in: directory) == 0)
      let file = try directory.text(of: "a.json")
      #expect(file.contains(#""kind": "university","#) && !file.contains("x-unfinished"))
      // No key has gone, and each still comes after the one before.
      var rest = file[...]
      for key in keys {
        let range = try #require(rest.range(of: key), "\(key)")
        rest = rest[range.upperBound...]
      }
    }
  }

  @Test func inputThatEndsAnywhereLosesNothing() throws {
    var before = ""
    for count in (0...Self.whole.count).sampled(6) {
      try withTemporaryDirectory { directory in
        let lines = Array(Self.whole[..<count])
        let run = try ask([], lines, in: directory, end: count % 2 == 0 ? "\n" : "\r\n")
        if count == 0 { return }
        let file = try directory.text(of: "申报材料.json")
        #expect(file != before || Self.whole[count - 1] == "", "\(count)")
        before = file
        #expect(run.status == (try checkStatus("申报材料.json", in: directory)), "\(count)")
        // Asked again, it goes on where it stopped.
        let rest = try ask(["申报材料.json"], Array(Self.whole[count...]), in: directory)
        #expect(rest.status == 0, "\(count): \(rest.output)")
        #expect(try directory.names() == ["申报材料.json"])
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
        #expect(try directory.names() == [])
      }
    }
  }

  @Test func defaultNameNeverOverwrites() throws {
    try withTemporaryDirectory { directory in
      try directory.write("keep", to: "application.json")
      let run = try ask(["--lang", "en"], ["1", "q"], in: directory)
      #expect(run.status == 2)
      #expect(try directory.text(of: "application.json") == "keep")
      #expect(try directory.names() == ["application-2.json", "application.json"])
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
        try directory.text(of: "a.json") == """
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
      #expect(try checkStatus("a.json", in: directory) == 1)
      // Going on, the clause that fails is not asked about any more.
      let on = try ask(["a.json"], ["是"] + Array(repeating: "s", count: 40), in: directory)
      #expect(on.status == 1)
      #expect(on.output.contains("专职工作人员"))
      #expect(!on.output.contains("高水平科技成果"))
      #expect(on.output.contains("除跳过的外，没有可问的了"))
      // Back from the offer to the answer that decided.
      try FileManager.default.removeItem(at: directory.appending(path: "a.json"))
      let back = try ask(start, lines + ["b", "全部", "q"], in: directory)
      #expect(back.status == 2)
      #expect(try directory.text(of: "a.json").contains("product-development"))
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
      #expect(try directory.text(of: "a.json").contains(#""applicationDate": "2022-01-05""#))
    }
  }

  /// The help is in the language of the interview, and in no other.
  @Test(arguments: [("zh", "命令：s 跳过", "Commands:"), ("en", "Commands: s skip", "命令：")])
  func helpIsInTheLanguageAsked(_ language: String, _ own: String, _ other: String) throws {
    try withTemporaryDirectory { directory in
      let run = try ask(["--lang", language, "a.json"], ["?", "q"], in: directory)
      #expect(run.output.contains(own))
      #expect(!run.output.contains(other))
    }
  }

  @Test func unfinishedListIsSaid() throws {
    try withTemporaryDirectory { directory in
      let lines = Array(Self.whole.prefix(17))
      let run = try ask([], lines, in: directory)
      #expect(run.status == 2)
      #expect(run.output.contains("“高水平科技成果”尚未录完"))
      let file = try directory.text(of: "申报材料.json")
      #expect(file.contains(#""x-unfinished": {"#) && file.contains(#""name": "甲成果""#))
    }
  }
}
