import Foundation
import Testing

/// A screening as text, as a table for spreadsheets and as JSON: that each can be read by what is
/// to read it, and that a stranger's text does no harm there.
@Suite struct ScreenFormatsTests {
  /// The mixed batch, and a recommending unit with something of everything.
  private func files() throws -> [File] {
    let ranking = [2, 5, 1, 5, 99].map { "\"\(Candidate.creditCode($0))\"" }
    let unit = """
      {"name": "\(Candidate.unit)", "kind": "provincial-association", "date": "2022-06-01",
       "penalties": [{"date": "2021-05-20", "authority": "某局"}], "notices": [],
       "ranking": [\(ranking.joined(separator: ", "))]}
      """
    return try ScreenTests.mixed() + [("again.json", try Candidate.text(2)), ("unit.json", unit)]
  }

  private func run(_ format: String, _ options: String...) throws -> Run {
    let files = try files()
    return try withFiles(files) { directory in
      try Command.run(
        ["screen", "--format", format, "--recommender", "unit.json"] + options
          + files.map(\.name).dropLast() + ["missing.json"], directory: directory)
    }
  }

  @Test(arguments: ScreenTests.formats, ["zh", "en"])
  func sameInputGivesTheSameBytes(format: String, language: String) throws {
    let first = try run(format, "--lang", language, "--stage", "all")
    let second = try run(format, "--lang", language, "--stage", "all")
    #expect(first.status == 66)
    #expect(!first.stdout.isEmpty)
    #expect(first.stdout == second.stdout)
    #expect(first.stderr == second.stderr)
  }

  // MARK: Text

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
          title = block.removeFirst()
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
    // Every row is that of its candidate, and none is missing.
    var expected = 0
    for candidate in report.candidates {
      for rulebook in candidate.rulebooks {
        expected += 1
        let signs = Dictionary(
          uniqueKeysWithValues: rulebook.clauses.map { ($0.id, Self.signs[$0.verdict]) })
        let rows = shown.filter {
          $0.key.hasPrefix("#\(candidate.number) ") && $0.key.contains("\(rulebook.id) ")
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
      let changes = JSONTree.object([
        "applicant": .object(["name": .text(name)]), "baseType": .text(type),
        "platform": index == 4 ? .null : .object(["linked": .flag(index != 3)]),
      ])
      files.append(("\(index).json", try Candidate.tree(index, changes).text))
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
      #expect(try CSV(table.stdout).header.filter { $0.contains("small-2022") }.count == 40)
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

  // MARK: Languages

  /// Applications in plain ASCII, so that whatever is Chinese is the program's own.
  private func english() throws -> [File] {
    func text(_ number: Int, _ changes: String) throws -> String {
      let own = """
        {"site": "Site", "baseName": "Base", "applicant": {"name": "Host \(number)",
         "region": {"province": "Hubei", "city": "Wuhan", "county": "Hongshan"}},
         "recommendation": {"channels": [{"kind": "national-society", "name": "Society"}]},
         "achievements": [{"name": "A", "ownIntellectualProperty": true,
           "level": "provincial-advanced", "needsEngineering": true, "marketProspect": true}],
         "partners": [], "experts": [{"name": "E", "leads": true}], "platform": null}
        """
      return try Candidate.tree(number, JSONTree(own).merging(JSONTree(changes))).text
    }
    var files: [File] = []
    let types = [
      "collaboration", "incubation", "international", "innovation-park", "joint-research-centre",
      "technology-transfer-centre", "demonstration-base",
    ]
    for (index, type) in types.enumerated() {
      let programmes = index < 3 ? ["national", "henan"] : ["most-international"]
      for programme in programmes {
        files.append(
          (
            "\(programme)-\(type).json",
            try text(
              index + (programme == "henan" ? 20 : 1),
              #"{"programme": "\#(programme)", "baseType": "\#(type)"}"#)
          ))
      }
    }
    // The same base through another channel.
    files.append(
      (
        "again.json",
        try text(1, #"{"recommendation": {"channels": [{"kind": "central-unit", "name": "U"}]}}"#)
      ))
    files.append(("invalid.json", #"{"baseType": "colaboration", "sit": "x"}"#))
    files.append(("not-json.json", "{"))
    let code = Candidate.creditCode(1)
    files.append(
      (
        "unit.json",
        """
        {"name": "Society", "kind": "national-society", "date": "2022-06-01", "nam": "x",
         "penalties": [{"date": "2022-01-01"}], "ranking": ["\(code)", "\(code)"],
         "notices": [{"date": "2022-01-01", "authority": "CAST", "rectification": true}]}
        """
      ))
    return files
  }

  /// The documents' numbers are Chinese in any language.
  private func chinese(in text: String) -> [String] {
    text.replacing("科协办函创字〔2022〕57号", with: "").replacing("科协办函创字〔2022〕60号", with: "")
      .split(separator: "\n")
      .filter { line in
        line.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || $0.value >= 0xFF00 }
      }
      .map(String.init)
  }

  @Test(arguments: ScreenTests.formats) func englishHasNoChineseWords(format: String) throws {
    let files = try english()
    try withFiles(files) { directory in
      for stage in ["eligibility", "annual", "all"] {
        let arguments =
          ["screen", "--format", format, "--recommender", "unit.json", "--stage", stage]
          + files.map(\.name).dropLast() + ["missing.json"]
        let run = try Command.run(arguments + ["--lang", "en"], directory: directory)
        #expect(run.status == 66)
        // A byte-order mark is no word.
        #expect(chinese(in: run.output.replacing("\u{FEFF}", with: "")) == [])
        // A warning about a base's name quotes the pattern of the form, and the line of the file.
        let errors = run.errorLines.filter { !$0.contains("[base-name-form]") }
        #expect(chinese(in: errors.joined(separator: "\n")) == [])
        let other = try Command.run(arguments, directory: directory)
        #expect(other.status == 66)
        #expect(!chinese(in: other.output).isEmpty)
      }
    }
  }

  @Test func languageChangesWordsOnly() throws {
    let chinese = try run("json").screening()
    let english = try run("json", "--lang", "en").screening()
    func facts(_ report: ScreenReport) -> [String] {
      report.candidates.map { "\($0.number) \($0.rank ?? 0) \($0.verdict) \($0.obstacles)" }
        + report.oneClauseAway.map { "\($0.number) \($0.id)" }
        + report.stoppingClauses.map { "\($0.id) \($0.counts)" }
        + report.repetitions.map { "\($0.numbers)" }
    }
    #expect(facts(chinese) == facts(english))
    #expect(chinese.recommender?.verdict == english.recommender?.verdict)
    let title = chinese.stoppingClauses.first?.title
    #expect(title != english.stoppingClauses.first?.title)
    #expect(english.stoppingClauses.first?.citation.contains("8(5)") == true)
  }

  // MARK: Markdown

  @Test func markdownTellsOfEveryCandidate() throws {
    let document = try Markdown(run("markdown").output)
    let report = try run("json").screening()
    let candidates = try #require(document.tables.first { $0[0].first == "序号" })
    #expect(candidates.dropFirst().map { Int($0[0]) } == report.candidates.map(\.number))
    #expect(
      candidates.dropFirst().map { $0.last } == report.candidates.map { $0.source })
    let matrices = document.tables.filter { $0[0].contains("第三条") || $0[0].contains("第八条首句") }
    let rows = matrices.flatMap { $0.dropFirst() }
    let judged = report.candidates.flatMap { candidate in
      candidate.rulebooks.map { (candidate.number, $0.counts) }
    }
    for (number, counts) in judged {
      let row = try #require(rows.first { $0[0] == "\(number)" })
      #expect(row.count { $0 == "✓" } == counts.pass)
      #expect(row.count { $0 == "✗" } == counts.fail)
      #expect(row.count { $0 == "?" } == counts.unknown)
    }
    let stopping = try #require(document.tables.first { $0[0].last == "条款" })
    #expect(
      stopping.dropFirst().map { $0[3] }
        == report.stoppingClauses.filter { $0.counts.fail + $0.counts.unknown > 0 }
        .map { "\($0.rulebook) \($0.citation) \($0.title)" })
  }

  // MARK: A table for spreadsheets

  struct NameCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    /// The cell; absent where a formula is to be made harmless, whichever way.
    let cell: String?
    let formula: Bool?
    /// What the program is known to do wrong.

    var testDescription: String { name.debugDescription }

    static func load() throws -> [NameCase] {
      struct Table: Decodable { let cases: [NameCase] }
      let data = try Data(contentsOf: Package.fixture("screen/csv-names.json"))
      return try JSONDecoder().decode(Table.self, from: data).cases
    }
  }

  /// What spreadsheets take for the beginning of a formula, or skip before one.
  private static let dangerous = "=+-@＝＋－＠\t\r\n".unicodeScalars

  @Test(arguments: try NameCase.load()) func namesAreCells(_ testCase: NameCase) throws {
    let changes = JSONTree.object([
      "applicant": .object(["name": .text(testCase.name)]), "baseName": .text(testCase.name),
    ])
    let texts = [try Candidate.tree(1, changes).text, try Candidate.text(2)]
    let run = try Command.run(
      ["screen", "--ndjson", "--format", "csv", "-"],
      input: Data(texts.joined(separator: "\n").utf8))
    #expect(run.status == 0)
    func check() throws {
      let table = try CSV(run.stdout)
      try #require(table.rows.count == 3)
      for column in ["依托单位", "基地名称"] {
        let cell = try #require(table[1, column])
        if let expected = testCase.cell {
          #expect(cell.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(cell)")
        } else {
          #expect(cell.hasSuffix(testCase.name))
        }
        if let first = cell.unicodeScalars.first {
          #expect(!Self.dangerous.contains(first), "\(cell)")
        }
      }
      #expect(table[2, "依托单位"] == "第2研究院")
    }
    try check()
  }

  @Test func fileNamesAreCellsToo() throws {
    let names = ["=1+1.json", "+a.json", "@a.json", "a,b.json", "a\"b.json", "a\u{202E}b.json"]
    let files: [File] = try names.enumerated().map { ($0.element, try Candidate.text($0.offset)) }
    try withFiles(files) { directory in
      let run = try Command.run(
        ["screen", "--format", "csv"] + names + ["=missing", "--", "-a.json"],
        directory: directory)
      #expect(run.status == 66)
      let table = try CSV(run.stdout)
      let cells = (1..<table.rows.count).compactMap { table[$0, "文件"] }
      #expect(cells.count == names.count + 2)
      for cell in cells {
        let first = try #require(cell.unicodeScalars.first)
        #expect(!Self.dangerous.contains(first), "\(cell)")
      }
      #expect(cells.contains("a,b.json"))
      #expect(cells.contains("a\"b.json"))
      #expect(cells.contains("a\\u202Eb.json"))
    }
  }

  @Test(arguments: ["zh", "en"]) func tableHasARowForEveryCandidate(language: String) throws {
    let table = try CSV(run("csv", "--lang", language).stdout)
    let report = try run("json", "--lang", language).screening()
    #expect(table.rows.count == report.candidates.count + 1)
    let chinese = language == "zh"
    func column(_ zh: String, _ en: String) -> String { chinese ? zh : en }
    for (index, candidate) in report.candidates.enumerated() {
      let row = index + 1
      #expect(table[row, column("序号", "No.")] == "\(candidate.number)")
      #expect(table[row, column("推荐排序", "Rank")] == (candidate.rank.map(String.init) ?? ""))
      #expect(table[row, column("文件", "File")] == candidate.source)
      #expect(table[row, column("行", "Line")] == "\(candidate.line)")
      #expect(table[row, column("依托单位", "Host")] == (candidate.name ?? ""))
      #expect(table[row, column("统一社会信用代码", "Credit code")] == (candidate.creditCode ?? ""))
      #expect(table[row, column("基地名称", "Base")] == (candidate.baseName ?? ""))
      let counts = candidate.rulebooks.first?.counts
      #expect(table[row, column("符合", "Pass")] == (counts.map { "\($0.pass)" } ?? ""))
      #expect(table[row, column("不符合", "Fail")] == (counts.map { "\($0.fail)" } ?? ""))
      #expect(table[row, column("待定", "Unknown")] == (counts.map { "\($0.unknown)" } ?? ""))
      let obstacles = table[row, column("未符合的条款", "Clauses not met")] ?? ""
      for clause in candidate.rulebooks.flatMap(\.clauses) {
        #expect(obstacles.contains(clause.citation) == (clause.verdict != "pass"))
      }
    }
    let words =
      chinese
      ? ["符合", "待定", "不符合", "数据错误", "不能读取"]
      : ["eligible", "undetermined", "not eligible", "data errors", "cannot be read"]
    let verdicts = (1..<table.rows.count).compactMap { table[$0, column("结论", "Verdict")] }
    #expect(Set(verdicts) == Set(words))
  }

  @Test func everyClauseIsAColumn() throws {
    let table = try CSV(run("csv").stdout)
    let report = try run("json").screening()
    let clauses = try #require(report.candidate("eligible.json")?.rulebooks.first?.clauses)
    let columns = clauses.map { "national-2022 \($0.id) \($0.title)" }
    #expect(Array(table.header.suffix(9)) == columns)
    let words = ["pass": "符合", "fail": "不符合", "unknown": "待定"]
    for (index, candidate) in report.candidates.enumerated() {
      let cells = columns.map { table[index + 1, $0] ?? "-" }
      let verdicts = candidate.rulebooks.flatMap(\.clauses).map { words[$0.verdict] ?? "-" }
      #expect(cells == (verdicts.isEmpty ? columns.map { _ in "" } : verdicts))
    }
  }

  /// What a candidate was not checked against stays empty.
  @Test func columnsOfSeveralTypesAndProgrammes() throws {
    let files: [File] = [
      ("a.json", try Candidate.text(1)),
      ("b.json", try Candidate.text(2, #"{"programme": "henan", "baseType": "incubation"}"#)),
      ("c.json", try Candidate.text(3, #"{"programme": "henan"}"#)),
      ("d.json", "{"),
    ]
    try withFiles(files) { directory in
      let run = try Command.run(
        ["screen", "--format", "csv"] + files.map(\.name), directory: directory)
      let table = try CSV(run.stdout)
      let columns = table.header.filter { $0.hasPrefix("henan ") || $0.hasPrefix("national-") }
      #expect(columns.count == 9 + 1 + 9 + 10)
      #expect(Set(table.header).count == table.header.count)
      for row in 1...4 {
        let file = table[row, "文件"] ?? ""
        let filled = columns.filter { table[row, $0] != "" }
        #expect(filled.count == ["a.json": 9, "b.json": 11, "c.json": 10, "d.json": 0][file])
      }
    }
  }

  @Test func tableTellsOfTheSameBase() throws {
    let table = try CSV(run("csv").stdout)
    for row in 1..<table.rows.count {
      let file = table[row, "文件"] ?? ""
      let expected = ["eligible.json": "#9", "again.json": "#2"][file] ?? ""
      #expect(table[row, "同一基地"] == expected, "\(file)")
    }
  }

  // MARK: JSON

  @Test func everyKeyIsThere() throws {
    let run = try run("json")
    let report = try #require(JSONSerialization.jsonObject(with: run.stdout) as? [String: Any])
    func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
    func lacks(_ object: [String: Any]?, _ keys: String...) -> [String] {
      keys.filter { object?[$0] == nil }
    }
    #expect(
      lacks(
        report, "counts", "recommender", "candidates", "oneClauseAway", "stoppingClauses",
        "repetitions") == [])
    let unit = report["recommender"] as? [String: Any]
    #expect(lacks(unit, "source", "name", "verdict", "rulebooks", "diagnostics") == [])
    #expect(!objects(report["candidates"]).isEmpty)
    for candidate in objects(report["candidates"]) {
      #expect(
        lacks(
          candidate, "number", "rank", "source", "line", "name", "creditCode", "baseName",
          "baseType", "channels", "verdict", "errors", "warnings", "rulebooks") == [])
      for rulebook in objects(candidate["rulebooks"]) {
        #expect(lacks(rulebook, "id", "verdict", "counts", "clauses") == [])
        for clause in objects(rulebook["clauses"]) {
          #expect(lacks(clause, "id", "citation", "title", "verdict", "gaps") == [])
        }
      }
    }
    #expect(run.output.hasSuffix("}\n"))
    // Where nobody asks about a recommending unit, the key is there all the same.
    let (alone, _) = try screen([("a.json", try Candidate.text(1))])
    let object = try JSONSerialization.jsonObject(with: alone.stdout) as? [String: Any]
    #expect(object?["recommender"] is NSNull)
  }

  @Test func countsAddUp() throws {
    let report = try run("json").screening()
    let verdicts = report.candidates.map(\.verdict)
    #expect(report.counts.all == report.candidates.count)
    #expect(report.counts.eligible == verdicts.count { $0 == "eligible" })
    #expect(report.counts.ineligible == verdicts.count { $0 == "ineligible" })
    #expect(report.counts.undetermined == verdicts.count { $0 == "undetermined" })
    #expect(report.counts.invalid == verdicts.count { $0 == "invalid" })
    #expect(report.counts.unreadable == verdicts.count { $0 == "unreadable" })
    #expect(report.counts.unreadable == 1)
    for candidate in report.candidates {
      for rulebook in candidate.rulebooks {
        let clauses = rulebook.clauses.map(\.verdict)
        #expect(rulebook.counts.pass == clauses.count { $0 == "pass" })
        #expect(rulebook.counts.fail == clauses.count { $0 == "fail" })
        #expect(rulebook.counts.unknown == clauses.count { $0 == "unknown" })
      }
    }
    for stopping in report.stoppingClauses {
      let verdicts = report.candidates.flatMap(\.rulebooks)
        .filter { $0.id == stopping.rulebook }.flatMap(\.clauses)
        .filter { $0.id == stopping.id }.map(\.verdict)
      #expect(stopping.counts.pass == verdicts.count { $0 == "pass" })
      #expect(stopping.counts.fail == verdicts.count { $0 == "fail" })
      #expect(stopping.counts.unknown == verdicts.count { $0 == "unknown" })
    }
  }

  /// One object, however many candidates there are and wherever they come from.
  @Test func jsonIsAlwaysOneObject() throws {
    let text = try Candidate.text(1)
    try withFiles([("a.json", text), ("a.ndjson", text), ("folder/a.json", text)]) { directory in
      for input in [["a.json"], ["a.ndjson"], ["folder"], ["a.json", "folder"]] {
        let run = try Command.run(["screen", "--format", "json"] + input, directory: directory)
        #expect(try run.screening().candidates.count == input.count)
      }
    }
  }

  // MARK: Harmless text

  @Test(arguments: ScreenTests.formats, ["zh", "en"])
  func controlCharactersAreEscaped(format: String, language: String) throws {
    let harmful = "甲\u{1B}[31m\u{202E}乙\u{7}\u{9B}\u{2066}\u{200F}\u{0}丙"
    let changes = JSONTree.object([
      "applicant": .object(["name": .text(harmful)]), "baseName": .text(harmful),
      "recommendation": .object([
        "channels": .list([.object(["name": .text(harmful), "kind": .text("national-society")])])
      ]),
      harmful: .text("an unknown key"),
    ])
    let text = try Candidate.tree(1, changes).text
    let unit = JSONTree.object([
      "name": .text(harmful), "kind": .text("national-society"), "date": .text("2022-06-01"),
      harmful: .flag(true),
    ])
    let files: [File] = [
      ("a\u{202E}.json", text), ("b.json", text), ("c\u{1B}.json", "{\(harmful)"),
      ("unit\u{202E}.json", try unit.text),
    ]
    try withFiles(files) { directory in
      let run = try Command.run(
        [
          "screen", "--format", format, "--lang", language, "--recommender", "unit\u{202E}.json",
          "a\u{202E}.json", "b.json", "c\u{1B}.json", "missing\u{1B}.json",
        ], directory: directory)
      #expect(run.status == 66)
      for (text, name) in [(run.output, "output"), (run.errors, "errors")] {
        let found = text.unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x0A, 0x0D: false
          case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
          default: false
          }
        }
        #expect(found.isEmpty, "\(name): \(found.map { String($0.value, radix: 16) })")
      }
      #expect(run.output.contains("\\u202E") || run.output.contains("\\u202e"))
    }
  }
}
