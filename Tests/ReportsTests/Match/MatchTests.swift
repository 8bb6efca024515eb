import Foundation
import Reports
import Rules
import Testing

@testable import TestSupport

/// What `match` prints, as text and as JSON.
@Suite struct MatchTests {
  @Test func everyKeyIsThere() throws {
    for text in [try Sample.eligible(), "{}", "{"] {
      let output = try Rendering(match: .json)(text)
      let report = try #require(
        JSONSerialization.jsonObject(with: output.bytes) as? [String: Any])
      for key in ["application", "verdict", "matches", "leftOut", "diagnostics"] {
        #expect(report[key] != nil, "\(key)")
      }
      for key in ["source", "line", "name", "applicationDate"] {
        #expect((report["application"] as? [String: Any])?[key] != nil, "\(key)")
      }
    }
  }

  @Test(arguments: Language.allCases) func tableShowsEveryMatch(language: Language) throws {
    for text in [try Sample.eligible(), #"{"tenants": []}"#, "{}"] {
      let run = try Rendering(match: .text, in: language)(text)
      let report = try Rendering(match: .json, in: language)(text).match()
      // A long name goes on in the lines below its row.
      var table: [(line: String, whole: String)] = []
      for line in run.lines {
        if let first = line.first, "✓✗?".contains(first) {
          table.append((line, line))
        } else if line.isEmpty, !table.isEmpty {
          break
        } else if line.hasPrefix("  "), !table.isEmpty {
          table[table.count - 1].whole += line
        }
      }
      let rows = table.compactMap { line, whole in
        report.matches.first { match in
          let cells = line.split(separator: " ").map(String.init)
          let counts = match.counts
          return cells.contains(match.rulebook)
            && Array(cells.suffix(3))
              == [counts.pass, counts.fail, counts.unknown].map(String.init)
            && (Self.labels[language]?[match.baseType] ?? "-").split(separator: " ")
              .allSatisfy { whole.contains($0) }
        }.map { (line, $0) }
      }
      #expect(rows.map(\.1.pair) == report.matches.map(\.pair), "\(run.text)")
      // The rulebooks begin in one column, and the figures end in one.
      #expect(
        Set(
          rows.map { line, match in
            width(line.components(separatedBy: match.rulebook)[0])
          }
        ).count == 1)
      #expect(Set(rows.map { width($0.0) }).count == 1)
      let signs = ["eligible": "✓", "ineligible": "✗", "undetermined": "?"]
      for (line, match) in rows { #expect(line.hasPrefix(signs[match.verdict] ?? "-")) }
      if report.leftOut > 0 {
        let figures = run.text.split { !$0.isASCII || !$0.isNumber }
        #expect(figures.contains("\(report.leftOut)"))
      }
      #expect(run.text.contains("a.json"))
    }
  }

  /// As the law calls the types; in English, in words of which these must be some.
  private static let labels: [Language: [String: String]] = [
    .zh: [
      "collaboration": "产学研协作", "incubation": "创新创业孵化", "international": "国际创新合作",
      "innovation-park": "国际创新园", "joint-research-centre": "国际联合研究中心",
      "technology-transfer-centre": "国际技术转移中心", "demonstration-base": "示范型国际科技合作基地",
    ],
    .en: [
      "collaboration": "ollaboration", "incubation": "ncubation",
      "international": "nternational innovation", "innovation-park": "nnovation park",
      "joint-research-centre": "oint research centre",
      "technology-transfer-centre": "echnology transfer centre",
      "demonstration-base": "emonstration",
    ],
  ]

  private static let inputs: [Input] = [
    .file("a.json", #"{"applicant": {"name": "Host"}, "tenants": [], "staff": {"fullTime": 5}}"#),
    .file("b.json", "{}"), .file("c.json", "{"), .unread("missing.json"),
  ]

  @Test(arguments: Language.allCases) func linesFitEightyColumns(language: Language) throws {
    for stage in ["eligibility", "all"] {
      let rendering = try Rendering(match: .text, in: language, stages: [stage])
      let output = try rendering(Self.inputs + [.text(Sample.eligible())])
      #expect(output.lines.filter { width($0) > 80 } == [])
    }
  }

  @Test(arguments: MatchFormat.allCases) func englishHasNoChineseWords(format: MatchFormat) throws {
    let output = try Rendering(match: format, in: .en, stages: ["all"])(Self.inputs)
    let isChinese = { (scalar: Unicode.Scalar) in (0x3000...0x9FFF).contains(scalar.value) }
    #expect(!output.text.isEmpty && !output.text.unicodeScalars.contains(where: isChinese))
    let diagnostics = String(decoding: output.diagnostics, as: UTF8.self)
    #expect(!diagnostics.isEmpty && !diagnostics.unicodeScalars.contains(where: isChinese))
  }

  @Test(arguments: MatchFormat.allCases) func colourAndControlCharacters(format: MatchFormat) throws
  {
    let text = #"{"applicant": {"name": "甲\u001B[31m\u202E乙"}, "tenants": []}"#
    var rendering = try Rendering(match: format)
    let plain = try rendering(text)
    #expect(!plain.bytes.contains(0x1B) && !plain.text.contains("\u{202E}"))
    rendering.style.usesColor = true
    let painted = try rendering(text)
    #expect(painted.bytes.contains(0x1B) == (format == .text))
    #expect(painted.text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain.text)
  }

  @Test(arguments: MatchFormat.allCases) func partsCanEndAnywhere(format: MatchFormat) throws {
    let lines = [#"{"tenants": []}"#, "{}", "{", #"{"staff": {"fullTime": 5}}"#]
    let inputs: [Input] = [.lines("a.ndjson", lines), .text("{}"), .unread("missing.json")]
    var rendering = try Rendering(match: format)
    rendering.partSize = 1
    let first = try rendering(inputs)
    if format == .json {
      #expect(try JSONDecoder().decode([MatchReport].self, from: first.bytes).count == 5)
    }
    for size in [2, 3, 100] {
      rendering.partSize = size
      #expect(try rendering(inputs).bytes == first.bytes)
    }
  }
}
