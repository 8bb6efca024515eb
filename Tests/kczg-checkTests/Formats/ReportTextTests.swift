import Foundation
import Testing

@testable import TestSupport

/// The report for people: what it must say, and that a terminal can show it.
@Suite struct ReportTextTests {
  /// 13 people where 50 are wanted, far down in the file, so that every figure is its own.
  private func shortOfStaff() throws -> (text: String, line: Int) {
    let text =
      String(repeating: "\n", count: 700)
      + (try Sample.text(
        "collaboration",
        replacing: [
          #""fullTime": 48"#: #""fullTime": 1"#,
          #""scienceAndTechnology": 55"#: #""scienceAndTechnology": 11"#,
        ]))
    return (text, try position(of: #""fullTime""#, in: text).line)
  }

  private func report(on text: String, _ arguments: String...) throws -> Run {
    try withTemporaryDirectory { directory in
      try directory.write(text, to: "a.json")
      return try Command.run(arguments + ["a.json"], directory: directory)
    }
  }

  /// Whether the number stands there by itself, not as part of a longer one.
  private func says(_ number: String, _ run: Run) -> Bool {
    run.output.split { !"0123456789.".contains($0) }
      .contains { $0.trimmingCharacters(in: ["."]) == number }
  }

  private func says(_ citation: String, _ word: String, but other: String = "-", _ run: Run) -> Bool
  {
    run.outputLines.contains {
      $0.contains(citation) && $0.contains(word) && !$0.contains(other)
    }
  }

  @Test func failureIsExplainedInChinese() throws {
    let (text, line) = try shortOfStaff()
    let run = try report(on: text, "--rulebook", "national")
    #expect(run.status == 1)
    #expect(says("第八条（五）", "不符合", run))
    #expect(says("第八条（四）", "符合", but: "不符合", run))
    for number in ["13", "50", "37", "\(line)"] {
      #expect(says(number, run), "\(number) in \(run.output)")
    }
  }

  @Test func failureIsExplainedInEnglish() throws {
    let (text, line) = try shortOfStaff()
    let run = try report(on: text, "--rulebook", "national", "--lang", "en")
    #expect(run.status == 1)
    #expect(run.output.contains("8(5)") || run.output.contains("8.5"))
    for number in ["13", "50", "37", "\(line)"] {
      #expect(says(number, run), "\(number) in \(run.output)")
    }
    for word in ["符合", "待定", "第八条"] { #expect(!run.output.contains(word)) }
  }

  @Test func everyArticleIsShown() throws {
    for (sample, articles) in [
      ("collaboration", ["第八条", "第四条"]), ("incubation", ["第九条", "第五条"]),
      ("international", ["第十条", "第六条"]),
    ] {
      let run = try report(on: Sample.text(sample))
      #expect(run.status == 0)
      for article in articles {
        for item in ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）"] {
          #expect(run.output.contains(article + item), "\(article + item)")
        }
      }
      #expect(run.output.contains("第三条"))
    }
  }

  @Test func undeterminedSaysWhichClauseIsOpen() throws {
    let run = try report(on: Sample.undetermined(), "--rulebook", "national")
    #expect(run.status == 2)
    #expect(says("第八条（三）", "待定", run))
    #expect(says("第八条（四）", "符合", but: "不符合", run))
  }

  @Test func eligibleIsCalledSoInTheLegalReadingsWords() throws {
    let run = try report(on: Sample.eligible())
    #expect(run.output.contains("条件均符合"))
    let failing = try report(on: Sample.ineligible())
    #expect(!failing.output.contains("条件均符合"))
    let open = try report(on: Sample.undetermined())
    #expect(!open.output.contains("条件均符合"))
  }

  @Test func incidentSaysFromWhichDayItNoLongerCounts() throws {
    let text = try Sample.text(
      "collaboration", replacing: [#""incidents": []"#: #""incidents": [{"date": "2022-01-31"}]"#])
    for language in ["zh", "en"] {
      let run = try report(on: text, "--rulebook", "national", "--lang", language)
      #expect(run.output.contains("2023-02-01"), "\(language)")
    }
  }

  @Test(arguments: ["zh", "en"]) func reportNamesItsRulesAndDate(language: String) throws {
    let text = try Sample.ineligible()
    let run = try report(on: text, "--lang", language)
    for rulebook in try check(text).rulebooks {
      #expect(run.output.contains(rulebook.id))
      let digits = rulebook.digest.dropFirst("sha256:".count).prefix(8)
      #expect(run.output.contains(digits))
    }
    #expect(run.output.contains("2022-05-20"))
    #expect(run.output.contains("a.json"))
  }

  @Test(arguments: ["zh", "en"]) func linesFitEightyColumns(language: String) throws {
    try withSamples { directory in
      for file in ["eligible", "ineligible", "undetermined"] {
        for options in [[], ["--brief"], ["--rulebook", "henan"], ["--color", "always"]] {
          let run = try Command.run(
            ["--lang", language] + options + ["\(file).json"], directory: directory)
          for line in run.outputLines {
            let plain = line.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
            #expect(width(plain) <= 80, "\(plain)")
          }
        }
      }
      for sample in ["incubation", "international"] {
        try directory.write(#"{"baseType": "\#(sample)"}"#, to: "a.json")
        let run = try Command.run(["--lang", language, "a.json"], directory: directory)
        #expect(run.status == 2)
        #expect(run.outputLines.allSatisfy { width($0) <= 80 })
      }
    }
  }

  @Test func severalApplicationsAreToldApart() throws {
    try withTemporaryDirectory { directory in
      let names = ["first.json", "second.json", "third.json"]
      for name in names { try directory.write(Sample.ineligible(), to: name) }
      let run = try Command.run(names, directory: directory)
      #expect(run.status == 1)
      let places = try names.map { try #require(run.output.range(of: $0)).lowerBound }
      #expect(places == places.sorted())
    }
  }
}
