import Foundation
import Testing

@testable import TestSupport

/// A screening for people: what it tells, and that its columns line up.
@Suite struct ScreenTextTests: ScreenSuite {
  /// The matrices of a text report: what stands over the columns, and the rows below it.
  private struct Matrix {
    let title: String
    let header: String
    let rows: [String]

    static func all(in lines: [String], _ heading: String) -> [Matrix] {
      var matrices: [Matrix] = []
      var title: String?
      for block in lines.split(separator: "", omittingEmptySubsequences: true) {
        var block = Array(block)
        if block[0].hasPrefix(heading) {
          // A long title takes several lines.
          var lines = [block.removeFirst()]
          while let next = block.first, !next.hasPrefix(" ") {
            lines.append(next)
            block.removeFirst()
          }
          title = lines.joined()
        } else if !block[0].hasPrefix(" ") {
          title = nil
        }
        // Further columns of the same matrix stand in a block of their own.
        guard let title, let header = block.first else { continue }
        matrices.append(Matrix(title: title, header: header, rows: Array(block.dropFirst())))
      }
      return matrices
    }

    /// Ids with the column of a terminal in which each ends.
    var columns: [(id: String, end: Int)] {
      var columns: [(id: String, end: Int)] = []
      var end = 0
      var word = ""
      for scalar in header.unicodeScalars {
        if scalar == " " {
          if word != "" { columns.append((word, end)) }
          word = ""
        } else {
          word.unicodeScalars.append(scalar)
        }
        end += width(String(scalar))
      }
      if word != "" { columns.append((word, end)) }
      return columns
    }

    /// The last `count` signs of a row with the column in which each ends.
    static func signs(of row: String, count: Int) -> [(sign: Character, end: Int)] {
      var signs: [(sign: Character, end: Int)] = []
      var end = 0
      for scalar in row.unicodeScalars {
        end += width(String(scalar))
        if "✓✗?".unicodeScalars.contains(scalar) { signs.append((Character(scalar), end)) }
      }
      return signs.suffix(count)
    }
  }

  private static let signs: [String: Character] = ["pass": "✓", "fail": "✗", "unknown": "?"]

  private func checkMatrices(_ run: Run, _ report: ScreenReport, _ heading: String) throws {
    let matrices = Matrix.all(in: run.outputLines, heading)
    #expect(!matrices.isEmpty)
    var shown: [String: [String: Character]] = [:]
    for matrix in matrices {
      let columns = matrix.columns
      for row in matrix.rows {
        let signs = Matrix.signs(of: row, count: columns.count)
        #expect(signs.map(\.end) == columns.map(\.end), "\(matrix.header)\n\(row)")
        let number = row.prefix { $0 != " " }
        for (column, sign) in zip(columns, signs) {
          shown["\(number) \(matrix.title)", default: [:]][column.id] = sign.sign
        }
      }
    }
    func title(_ id: String) -> String {
      (report.title(of: id) ?? "-").filter { !$0.isWhitespace }
    }
    // Every row is that of its candidate, and none is missing.
    var expected = 0
    for candidate in report.candidates {
      for rulebook in candidate.rulebooks {
        expected += 1
        let signs = Dictionary(
          uniqueKeysWithValues: rulebook.clauses.map { ($0.id, Self.signs[$0.verdict]) })
        let rows = shown.filter {
          $0.key.hasPrefix("#\(candidate.number) ")
            && $0.key.filter { !$0.isWhitespace }.contains(title(rulebook.id))
        }
        #expect(rows.map(\.value) == [signs.compactMapValues { $0 }], "#\(candidate.number)")
      }
    }
    #expect(shown.count == expected)
  }

  @Test(arguments: ["zh", "en"]) func matrixLinesUp(language: String) throws {
    let names = [
      "甲", "Institute 9", "洛阳远山轴承研究院有限公司与中原精密机械产业技术研究院联合体",
      "A very long name of a research institute", "Cafe\u{301} 研究院", "全角ＡＢＣ１２３（试）",
      "?✓✗", "第一ab二c三d四e五f六g七h八", " x ",
    ]
    var files: [File] = []
    for (index, name) in names.enumerated() {
      let type = ["collaboration", "incubation", "international"][index % 3]
      let changes = TableValue.object([
        "applicant": .object(["name": .text(name)]), "baseType": .text(type),
        "platform": index == 4 ? .null : .object(["linked": .flag(index != 3)]),
      ])
      files.append(("\(index).json", try Candidate.tree(index, changes).json))
    }
    files.append(("12345678901234567890123.json", #"{"baseType": "collaboration"}"#))
    try withFiles(files) { directory in
      for options in [[], ["--stage", "all"], ["--rulebook", "national", "--rulebook", "henan"]] {
        let arguments = ["screen", "--lang", language] + options + files.map(\.name)
        let run = try Command.run(arguments, directory: directory)
        let report = try Command.run(arguments + ["--format", "json"], directory: directory)
          .screening()
        try checkMatrices(run, report, language == "zh" ? "对照表" : "Matrix")
        #expect(run.outputLines.allSatisfy { !$0.hasSuffix(" ") })
      }
    }
  }

  /// A rulebook of so many clauses that its matrix does not fit a line.
  @Test func wideMatrixIsBrokenIntoParts() throws {
    let rules = Package.fixture("command/small-rules/small-2022.json")
    let small = try String(contentsOf: rules, encoding: .utf8)
    let parts = small.components(separatedBy: "\"clauses\": [")
    let end = try #require(parts[1].range(of: "\n      ]\n"))
    let clause = parts[1][..<end.lowerBound]
    let clauses = (1...40).map { number in
      clause.replacing("\"1.1", with: "\"1.\(number)")
        .replacing("（一）", with: "（\(number)）").replacing("1(1)", with: "1(\(number))")
    }
    let text =
      parts[0] + "\"clauses\": [" + clauses.joined(separator: ",") + parts[1][end.lowerBound...]
    let candidates: [File] = [6, 7, 8].map {
      ("\($0).json", #"{"baseType": "collaboration", "staff": {"fullTime": \#($0)}}"#)
    }
    try withFiles(candidates + [("rules/small.json", text)]) { directory in
      let arguments = ["screen", "--rules", "rules"] + candidates.map(\.name)
      let run = try Command.run(arguments, directory: directory)
      #expect(run.status == 1, "\(run.errors)")
      let report = try Command.run(arguments + ["--format", "json"], directory: directory)
        .screening()
      #expect(report.candidates.first?.rulebooks.first?.clauses.count == 40)
      #expect(Matrix.all(in: run.outputLines, "对照表").count > 1)
      try checkMatrices(run, report, "对照表")
      #expect(run.outputLines.allSatisfy { width($0) <= 80 })
      let table = try Command.run(arguments + ["--format", "csv"], directory: directory)
      #expect(try CSV(table.stdout).header.filter { $0.contains("（") }.count == 40)
    }
  }

  @Test func textTellsOfEveryCandidate() throws {
    let run = try run("text")
    let report = try self.run("json").screening()
    let words = [
      "eligible": "符合", "ineligible": "不符合", "undetermined": "待定", "invalid": "数据错误",
      "unreadable": "不能读取",
    ]
    var places: [String.Index] = []
    for candidate in report.candidates {
      let name = candidate.name ?? candidate.source
      let line = try #require(
        run.outputLines.first { $0.hasPrefix("#\(candidate.number) ") && $0.contains(name) })
      #expect(line.contains(words[candidate.verdict] ?? "-"), "\(line)")
      #expect(line.contains("不") == (words[candidate.verdict]?.contains("不") ?? false))
      if let rank = candidate.rank { #expect(line.contains("第\(rank)名")) }
      places.append(try #require(run.output.range(of: line)).lowerBound)
      #expect(run.output.contains(candidate.source))
    }
    #expect(places == places.sorted(), "the order is that of the other formats")
    // The clauses that fail, by how much; who is one clause away; the unit's own rules.
    let plain = run.output.filter { !$0.isWhitespace }
    #expect(plain.contains("第八条（五）"))
    #expect(plain.contains("还差6人"))
    #expect(plain.contains("2023-05-21"))
    #expect(plain.contains("一（二）"))
    #expect(run.output.contains(Candidate.unit))
  }

  @Test(arguments: ["zh", "en"]) func linesFitEightyColumns(language: String) throws {
    for options in [[], ["--color", "always"]] {
      let files = try files()
      let run = try withFiles(files) { directory in
        try Command.run(
          ["screen", "--lang", language, "--recommender", "unit.json"] + options
            + files.map(\.name).dropLast(), directory: directory)
      }
      for line in run.outputLines {
        let plain = line.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(width(plain) <= 80, "\(plain)")
      }
    }
  }

  @Test func linesOfEveryStageFitEightyColumns() throws {
    let chinese = try run("text", "--stage", "all")
    #expect(chinese.outputLines.allSatisfy { width($0) <= 80 })
    let english = try run("text", "--stage", "all", "--lang", "en")
    #expect(english.outputLines.filter { width($0) > 80 } == [])
  }

  @Test func colourIsForTextOnly() throws {
    let plain = try run("text", "--color", "never")
    #expect(!plain.stdout.contains(0x1B))
    #expect(try run("text").stdout == plain.stdout)
    #expect(try run("text", "--color", "auto").stdout == plain.stdout)
    let painted = try run("text", "--color", "always")
    #expect(painted.stdout.contains(0x1B))
    #expect(painted.output.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain.output)
    for format in ["json", "csv"] {
      #expect(try !run(format, "--color", "always").stdout.contains(0x1B))
    }
  }

  @Test(
    arguments: [
      ([], [:], true), ([], ["NO_COLOR": ""], true), ([], ["NO_COLOR": "1"], false),
      (["--color", "never"], [:], false), (["--color=always"], ["NO_COLOR": "1"], true),
    ] as [([String], [String: String], Bool)])
  func colourOnATerminal(options: [String], environment: [String: String], expected: Bool) throws {
    try withFiles(ScreenTests.mixed()) { directory in
      let run = try Command.runOnTerminal(
        ["screen"] + options + ScreenTests.judged, directory: directory,
        environment: environment.merging(["TERM": "xterm-256color"]) { $1 })
      #expect(run.status == 1)
      #expect(run.stdout.contains(0x1B) == expected)
    }
  }
}
