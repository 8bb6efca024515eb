import Foundation
import Testing

@testable import TestSupport

/// `--rules`: what is put into the page, and what is refused.
@Suite struct RulesTests {
  private static let rules = Package.root.appending(path: "rules")

  private func copyRules(_ names: [String], to run: PageRun) throws {
    let folder = run.folder.appending(path: "规则")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(
        at: Self.rules.appending(path: name), to: folder.appending(path: name))
    }
  }

  @Test func rulesOfAFolder() throws {
    try PageRun.inFolder { run in
      try copyRules(["henan.json"], to: run)
      // With the vocabulary that is built in.
      #expect(try run("--rules", "规则", "--output", "a.html").status == 0)
      let page = try WrittenPage(try run.text("a.html"))
      #expect(page.rules.map(\.name) == ["vocabulary.json", "henan.json"])

      // With one of its own.
      let vocabulary = try String(
        contentsOf: Self.rules.appending(path: "vocabulary.json"), encoding: .utf8)
      try run.write(vocabulary + "\n\n", to: "规则/vocabulary.json")
      #expect(try run("--rules", "规则/", "--output", "a.html").status == 0)
      let other = try WrittenPage(try run.text("a.html"))
      #expect(other.rules.map(\.name) == ["vocabulary.json", "henan.json"])
      #expect(other.rules.first?.text == vocabulary + "\n\n")
      #expect(other.rules.last?.text == page.rules.last?.text)
    }
  }

  /// Everything that is wrong is told, with its place, in the language asked for.
  @Test(arguments: ["zh", "en"]) func wrongRules(language: String) throws {
    try PageRun.inFolder { run in
      try copyRules(["henan.json", "national-2022.json"], to: run)
      for name in ["henan.json", "national-2022.json"] {
        let text = try run.text("规则/" + name)
        try run.write(
          text.replacingOccurrences(
            of: "\"stage\": \"eligibility\"", with: "\"stage\": \"eligibilty\""),
          to: "规则/" + name)
      }
      let tool = try run("--rules", "规则", "--output", "a.html", "--lang", language)
      #expect(tool.status == 78 && tool.output == "")
      for name in ["henan.json", "national-2022.json"] {
        let place = "规则/\(name):"
        let lines = tool.errors.split(separator: "\n").filter { $0.hasPrefix(place) }
        #expect(!lines.isEmpty)
        let numbers = lines[0].dropFirst(place.count).split(separator: ":").prefix(2)
        #expect(numbers.allSatisfy { Int($0) ?? 0 > 0 } && lines[0].hasSuffix("[rule-bad-value]"))
        #expect(lines[0].contains("eligibility"))
      }
      #expect(tool.errors.contains("did you mean") == (language == "en"))
      #expect(try run.names == ["规则"], "nothing is written")
    }
  }

  @Test func noRules() throws {
    try PageRun.inFolder { run in
      try run.write("{}", to: "a.json")
      try FileManager.default.createDirectory(
        at: run.folder.appending(path: "empty"), withIntermediateDirectories: true)
      for folder in ["nowhere", "empty", "a.json"] {
        let tool = try run("--rules", folder, "--output", "a.html")
        #expect(tool.status == 78 && tool.errors.hasPrefix("\(folder): error: "))
        #expect(tool.errors.hasSuffix(" [rule-cannot-read]\n"))
      }
      #expect(try run.names == ["a.json", "empty"])
    }
  }

  /// What the rules have not, they have not: with which words there are.
  @Test func choicesAreThoseOfTheRules() throws {
    try PageRun.inFolder { run in
      try copyRules(["henan.json"], to: run)
      let tool = try run("--rules", "规则", "--programme", "national", "--output", "a.html")
      #expect(tool.status == 64 && tool.errors.contains("henan"))
      #expect(try run("--rules", "规则", "--programme", "henan", "--output", "a.html").status == 0)
    }
  }
}
