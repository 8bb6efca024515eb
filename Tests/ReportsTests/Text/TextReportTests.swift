import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// The report for people: what it must say, and that a terminal can show it.
@Suite struct TextReportTests {
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

  private func report(
    on text: String, in language: Language = .zh, rulebooks: [String] = []
  ) throws -> Rendering.Output {
    try Rendering(.text, in: language, rulebooks: rulebooks)(text)
  }

  /// Whether the number stands there by itself, not as part of a longer one.
  private func says(_ number: String, _ run: Rendering.Output) -> Bool {
    run.text.split { !"0123456789.".contains($0) }
      .contains { $0.trimmingCharacters(in: ["."]) == number }
  }

  private func says(
    _ citation: String, _ word: String, but other: String = "-", _ run: Rendering.Output
  ) -> Bool {
    run.lines.contains {
      $0.contains(citation) && $0.contains(word) && !$0.contains(other)
    }
  }

  @Test func failureIsExplainedInChinese() throws {
    let (text, line) = try shortOfStaff()
    let run = try report(on: text, rulebooks: ["national"])
    #expect(says("第八条（五）", "不符合", run))
    #expect(says("第八条（四）", "符合", but: "不符合", run))
    for number in ["13", "50", "37", "\(line)"] {
      #expect(says(number, run), "\(number) in \(run.text)")
    }
  }

  @Test func failureIsExplainedInEnglish() throws {
    let (text, line) = try shortOfStaff()
    let run = try report(on: text, in: .en, rulebooks: ["national"])
    #expect(run.text.contains("8(5)") || run.text.contains("8.5"))
    for number in ["13", "50", "37", "\(line)"] {
      #expect(says(number, run), "\(number) in \(run.text)")
    }
    for word in ["符合", "待定", "第八条"] { #expect(!run.text.contains(word)) }
  }

  @Test func everyArticleIsShown() throws {
    for (sample, articles) in [
      ("collaboration", ["第八条", "第四条"]), ("incubation", ["第九条", "第五条"]),
      ("international", ["第十条", "第六条"]),
    ] {
      let run = try report(on: Sample.text(sample))
      for article in articles {
        for item in ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）"] {
          #expect(run.text.contains(article + item), "\(article + item)")
        }
      }
      #expect(run.text.contains("第三条"))
    }
  }

  @Test func undeterminedSaysWhichClauseIsOpen() throws {
    let run = try report(on: Sample.undetermined(), rulebooks: ["national"])
    #expect(says("第八条（三）", "待定", run))
    #expect(says("第八条（四）", "符合", but: "不符合", run))
  }

  @Test func eligibleIsCalledSoInTheLegalReadingsWords() throws {
    let run = try report(on: Sample.eligible())
    #expect(run.text.contains("条件均符合"))
    let failing = try report(on: Sample.ineligible())
    #expect(!failing.text.contains("条件均符合"))
    let open = try report(on: Sample.undetermined())
    #expect(!open.text.contains("条件均符合"))
  }

  /// Of which document, where there are several; in brief, nothing.
  @Test func whatIsNotCheckedIsTold() throws {
    let text = try Sample.eligible()
    let one = try report(on: text, rulebooks: ["national"])
    #expect(one.lines.filter { $0 == "文件中不作检查的内容" }.count == 1)
    #expect(one.text.contains("  · 第七条 品牌宣传和知识产权："))
    let both = try report(on: text)
    let heads = both.lines.indices.filter { both.lines[$0] == "文件中不作检查的内容" }
    #expect(heads.count == 2)
    #expect(heads.allSatisfy { both.lines[$0 + 1].hasPrefix("  《") })
    let brief = try Rendering(.text, in: .zh, detail: .brief)(text)
    #expect(!brief.text.contains("不作检查"))
  }

  @Test func incidentSaysFromWhichDayItNoLongerCounts() throws {
    let text = try Sample.text(
      "collaboration", replacing: [#""incidents": []"#: #""incidents": [{"date": "2022-01-31"}]"#])
    for language in Language.allCases {
      let run = try report(on: text, in: language, rulebooks: ["national"])
      #expect(run.text.contains("2023-02-01"), "\(language)")
    }
  }

  @Test(arguments: Language.allCases) func reportNamesItsRulesAndDate(language: Language) throws {
    let text = try Sample.ineligible()
    let run = try report(on: text, in: language)
    for rulebook in try check(text).rulebooks {
      #expect(run.text.contains(rulebook.id))
      let digits = rulebook.digest.dropFirst("sha256:".count).prefix(8)
      #expect(run.text.contains(digits))
    }
    #expect(run.text.contains("2022-05-20"))
    #expect(run.text.contains("a.json"))
  }

  @Test(arguments: Language.allCases) func linesFitEightyColumns(language: Language) throws {
    let plain = try Rendering(.text, in: language)
    let henan = try Rendering(.text, in: language, rulebooks: ["henan"])
    let brief = try Rendering(.text, in: language, detail: .brief)
    let verbose = try Rendering(.text, in: language, detail: .verbose, stages: ["all"])
    var colored = plain
    colored.style.usesColor = true
    var broken = try Sample.text(
      "collaboration", replacing: [#""fullTime": 48"#: #""fullTime": []"#])
    broken = broken.replacingOccurrences(of: "-", with: "?")
    for text in [
      try Sample.eligible(), try Sample.ineligible(), try Sample.undetermined(), broken,
      #"{"baseType": "incubation"}"#, #"{"baseType": "international"}"#,
    ] {
      for rendering in [plain, henan, brief, verbose, colored] {
        for line in try rendering(text).lines {
          let plain = line.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
          #expect(width(plain) <= 80, "\(plain)")
        }
      }
    }
  }

  /// Colours are all that they add.
  @Test func coloursCanBeTakenAway() throws {
    var colored = try Rendering(.text, detail: .verbose)
    colored.style.usesColor = true
    for text in [try Sample.mixed(), try Sample.invalid()] {
      let shown = try colored(text).text
      #expect(shown.contains("\u{1B}[31m"))
      #expect(
        try shown.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
          == Rendering(.text, detail: .verbose)(text).text)
    }
  }

  @Test func severalApplicationsAreToldApart() throws {
    let names = ["first.json", "second.json", "third.json"]
    let one = try Sample.ineligible()
    let text = try Rendering(.text)(names.map { .file($0, one) }).text
    let places = try names.map { try #require(text.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
    #expect(text.components(separatedBy: "\n\n创新基地申报条件检查\n").count == names.count)
  }
}
