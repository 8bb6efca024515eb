import Foundation
import Testing

@testable import TestSupport

/// Words that cannot be, and what is said of them.
@Suite struct OptionsTests {
  @Test(
    arguments: [
      (["--typ", "incubation"], "没有选项“--typ”；是否应为 --type？"),
      (["-o", "a.html"], "没有选项“-o”；是否应为 --output？"),
      (["--frobnicate"], "没有选项“--frobnicate”"),
      (["--type"], "选项 --type 需要一个值"),
      (["--output="], "选项 --output 需要一个值"),
      (["--rules", ""], "选项 --rules 需要一个值"),
      (["--force=yes"], "选项 --force 不带值"),
      (["--lang", "de"], "--lang 不能是“de”；可用：zh, en"),
      (["--type", "incubatoin"], "incubation, international"),
      (["--type", "incubatoin"], "是否应为 incubation？"),
      (["--stage", "anual"], "eligibility, submission, annual, all；是否应为 annual？"),
      (["--programme", "henna"], "是否应为 henan？"),
      (["--type", "joint-research-centre", "--programme", "henan"], "“joint-research-centre”"),
      (["申报材料.json"], "“申报材料.json”"),
      (["--", "a"], "“--”"),
      (["-"], "“-”"),
      (["--lang", "en", "--typ"], "there is no option \"--typ\"; did you mean --type?"),
      (["--typ", "--lang=en"], "there is no option \"--typ\"; did you mean --type?"),
      (["--lang", "en", "--type", "x"], "--type cannot be \"x\"; use one of: collaboration, "),
    ] as [([String], String)])
  func badWords(words: [String], sentence: String) throws {
    try PageRun.inFolder { run in
      let tool = try Tool(
        Tool.built("kczg-page"),
        words + ["--output", "a.html"].filter { _ in words.last != "--type" },
        in: run.folder)
      #expect(tool.status == 64 && tool.output == "")
      #expect(tool.errors.hasPrefix("kczg-page: error: ") && tool.errors.contains(sentence))
      let lines = tool.errors.split(separator: "\n")
      #expect(lines.count == 2 && lines[0].hasSuffix(" [usage]"))
      #expect(lines[1].contains("kczg-page --help"))
      #expect(try run.names == [])
    }
  }

  @Test func helpAndVersion() throws {
    try PageRun.inFolder { run in
      let chinese = try run("--help")
      let english = try run("--help", "--lang", "en")
      #expect(chinese.status == 0 && english.status == 0)
      #expect(chinese.output.hasPrefix("用法：") && english.output.hasPrefix("usage: "))
      let options = [
        "--programme", "--type", "--stage", "--rules", "--lang", "--output", "--force", "--help",
        "--version",
      ]
      for option in options {
        #expect(chinese.output.contains("  \(option)") && english.output.contains("  \(option)"))
      }
      for help in [chinese, english] {
        #expect(help.errors == "")
        for line in help.output.split(separator: "\n") { #expect(width(String(line)) <= 80) }
      }
      let version = try run("--version")
      #expect(version.status == 0 && version.output.hasPrefix("kczg-page "))
    }
  }

  /// What the help shows works as it stands there.
  @Test(arguments: ["zh", "en"]) func examplesOfTheHelp(language: String) throws {
    try PageRun.inFolder { run in
      let help = try run("--help", "--lang", language).output
      let examples = help.split(separator: "\n").filter { $0.hasPrefix("  kczg-page ") }
        .map { $0.split(separator: " ").dropFirst().map(String.init) }
      #expect(examples.count == 3)
      for (index, words) in examples.enumerated() where !words.contains("--rules") {
        let tool = try Tool(
          Tool.built("kczg-page"), words.dropLast() + ["\(index).html"], in: run.folder)
        #expect(tool.status == 0 && tool.errors == "")
      }
    }
  }
}
