import Rules
import Testing

@testable import RuleEngine

/// A recommending unit, by the rules that are built in.
@Suite struct RecommenderTests {
  private static let codes = SmallBatch.codes
  private static let ownChannel = #"[{"kind": "national-society", "name": "本会"}]"#

  /// A unit of a kind with everything in order, but for what is changed.
  private static func unit(
    kind: String? = "national-society", name: String? = "本会", date: String? = "2022-05-20",
    penalties: String = "[]", notices: String = "[]", ranking: String = "[]"
  ) -> String {
    func text(_ text: String?) -> String { text.map(quoted) ?? "null" }
    return """
      {"name": \(text(name)), "kind": \(text(kind)), "date": \(text(date)),
       "penalties": \(penalties),
       "notices": \(notices),
       "ranking": \(ranking)}
      """
  }

  private func criterion(
    _ id: String, _ batch: SmallBatch, _ candidates: [Candidate], unit: String
  ) throws -> CriterionReport {
    let screening = try batch.screening(candidates, unit: unit)
    let reports = screening.recommenderReports.flatMap(\.criteria)
    return try #require(reports.first { $0.criterion.id == id }, "\(id)")
  }

  // MARK: Quotas

  /// Of a provincial association three, of a national society two.
  @Test(
    arguments: [
      ("provincial-association", 2, .pass, .pass), ("provincial-association", 3, .pass, .pass),
      ("provincial-association", 4, .fail, .pass), ("national-society", 1, .pass, .pass),
      ("national-society", 2, .pass, .pass), ("national-society", 3, .pass, .fail),
      ("national-society", 4, .pass, .fail), ("city-association", 4, .pass, .pass),
      (nil, 2, .pass, .pass), (nil, 3, .pass, .unknown), (nil, 4, .unknown, .unknown),
    ] as [(String?, Int, Verdict, Verdict)])
  func quota(_ kind: String?, _ count: Int, _ three: Verdict, _ two: Verdict) throws {
    let batch = try SmallBatch()
    // Eligible or not, each counts.
    let candidates = try (0..<count).map {
      try batch.candidate($0 % 2 == 0 ? "PPP" : "FFF", base: "第\($0)")
    }
    let unit = Self.unit(kind: kind)
    let first = try criterion("1.2.b", batch, candidates, unit: unit)
    let second = try criterion("1.2.c", batch, candidates, unit: unit)
    #expect(first.verdict == three && second.verdict == two)
    for (criterion, quota) in [(first, 3), (second, 2)] where criterion.verdict == .fail {
      #expect(criterion.actual(in: .en) == "\(count)")
      #expect(criterion.required(in: .en) == "≤ \(quota)")
      #expect(criterion.shortfall(in: .en) == "\(count - quota)")
      #expect(criterion.shortfallUnit(in: .zh) == "个")
      #expect(criterion.isShortfallExcess)
    }
    #expect(first.isBoundary == (count == 3 && [nil, "provincial-association"].contains(kind)))
    #expect(second.isBoundary == (count == 2 && [nil, "national-society"].contains(kind)))
    let isRight = try criterion("1.2.a", batch, candidates, unit: unit).verdict
    let permitted = kind.map { ["provincial-association", "national-society"].contains($0) }
    #expect(isRight == (permitted.map { $0 ? .pass : .fail } ?? .unknown))
  }

  /// What could not be read or judged may be of the programme: it is open whether it counts.
  @Test(
    arguments: [
      (1, 1, .pass), (2, 0, .pass), (2, 1, .unknown), (1, 2, .unknown), (3, 1, .fail),
      (3, 0, .fail),
    ] as [(Int, Int, Verdict)])
  func quotaWithUnreadable(_ read: Int, _ unread: Int, _ verdict: Verdict) throws {
    let batch = try SmallBatch()
    let candidates = try (0..<read).map { try batch.candidate(base: "第\($0)") }
    for unreadable in [Candidate(unreadable: "gone.json"), try batch.candidate(text: "{")] {
      let found = try criterion(
        "1.2.c", batch, candidates + Array(repeating: unreadable, count: unread), unit: Self.unit())
      #expect(found.verdict == verdict)
      if verdict == .unknown {
        #expect(found.actual(in: .en) == "\(read)–\(read + unread)")
        #expect(found.open == .facts)
      }
    }
  }

  /// Candidates of the other programme do not count; each programme has its own rules.
  @Test func programmes() throws {
    let batch = try SmallBatch()
    let national = try batch.candidate(base: "甲")
    let henan = try batch.candidate(programme: "henan")
    func ids(_ candidates: Candidate...) throws -> [String] {
      try batch.screening(candidates, unit: Self.unit()).recommenderReports
        .flatMap(\.rulebooks).map(\.rulebook.id)
    }
    #expect(try ids(national) == ["national-2022-recommender"])
    #expect(try ids(henan) == ["henan-recommender"])
    #expect(try ids(national, henan) == ["henan-recommender", "national-2022-recommender"])
    #expect(try ids(batch.candidate(programme: nil)).count == 2)
    #expect(try ids().isEmpty)
    #expect(try ids(Candidate(unreadable: "gone.json"), batch.candidate(text: "{")).isEmpty)
    let found = try criterion(
      "1.2.c", batch, [national, batch.candidate(base: "乙"), henan, henan], unit: Self.unit())
    #expect(found.verdict == .pass && found.isBoundary)
  }

  /// Henan sets no quota, and other kinds of unit recommend there.
  @Test(arguments: [
    ("city-association", Verdict.pass), ("provincial-society", .pass), ("central-unit", .pass),
    ("provincial-unit", .pass), ("national-society", .fail), ("provincial-association", .fail),
  ])
  func henan(_ kind: String, _ verdict: Verdict) throws {
    let batch = try SmallBatch()
    let candidates = try (0..<9).map { _ in
      try batch.candidate(
        channels: #"[{"kind": "\#(kind)", "name": "本会"}]"#, programme: "henan")
    }
    let screening = try batch.screening(candidates, unit: Self.unit(kind: kind, penalties: "null"))
    #expect(screening.recommenderReports.flatMap(\.criteria).map(\.verdict) == [verdict, .pass])
  }

  // MARK: Penalties and notices

  /// Within two years up to the day of recommendation, the first and the last day included.
  private static let days: [(date: String, day: String, isWithin: Bool)] = [
    ("2022-05-20", "2020-05-19", false), ("2022-05-20", "2020-05-20", true),
    ("2022-05-20", "2020-05-21", true), ("2022-05-20", "2022-05-19", true),
    ("2022-05-20", "2022-05-20", true), ("2022-05-20", "2022-05-21", false),
    ("2024-02-29", "2022-02-27", false), ("2024-02-29", "2022-02-28", true),
    ("2022-02-28", "2020-02-27", false), ("2022-02-28", "2020-02-28", true),
    ("2022-02-28", "2020-02-29", true), ("2022-03-01", "2020-02-29", false),
  ]

  @Test(arguments: days)
  func penalty(_ date: String, _ day: String, _ isWithin: Bool) throws {
    let batch = try SmallBatch(inAnyRound: true)
    let candidates = [try batch.candidate()]
    let penalty = #"{"date": "\#(day)", "authority": "市场监督管理局"}"#
    let found = try criterion(
      "1.2.d", batch, candidates, unit: Self.unit(date: date, penalties: "[\(penalty)]"))
    #expect(found.verdict == (isWithin ? .fail : .pass))
    let isEdge = ["2020-05-20", "2022-05-20", "2022-02-28", "2020-02-28"].contains(day)
    #expect(found.isBoundary == (isWithin && isEdge))
    guard isWithin else { return }
    // The first day of recommendation that would do.
    let shortfall = try #require(found.shortfall(in: .zh).flatMap { CivilDate($0) })
    for (day, verdict) in [(shortfall, Verdict.pass), (shortfall.subtracting(.days(1)), .fail)] {
      let unit = Self.unit(date: day.description, penalties: "[\(penalty)]")
      #expect(try criterion("1.2.d", batch, candidates, unit: unit).verdict == verdict)
    }
  }

  @Test(arguments: days)
  func notice(_ date: String, _ day: String, _ isWithin: Bool) throws {
    let batch = try SmallBatch(inAnyRound: true)
    let notice = #"{"date": "\#(day)", "authority": "中国科协办公厅", "rectification": true}"#
    let found = try criterion(
      "1.2.e", batch, [batch.candidate()], unit: Self.unit(date: date, notices: "[\(notice)]"))
    #expect(found.verdict == (isWithin ? .fail : .pass))
    #expect((found.shortfall(in: .zh) != nil) == isWithin)
  }

  /// Only a notice by CAST itself, and only one with an order to rectify. Its name tells CAST, no
  /// name tells another.
  @Test(
    arguments: [
      ("中国科协", "true", .fail), ("中国科协办公厅", "true", .fail), ("中国科学技术协会", "true", .fail),
      ("中国科学技术协会办公厅", "true", .fail), ("CAST", "true", .fail),
      ("China Association for Science and Technology", "true", .fail),
      ("中国科协", "false", .pass), ("中国科协", "null", .unknown),
      ("河南省科学技术协会", "true", .unknown), ("河南省科协", "true", .unknown), ("洛阳市科协", "true", .unknown),
      ("中国科协所属中国机械工程学会", "true", .unknown), ("民政部", "true", .unknown), ("", "true", .unknown),
      ("河南省科学技术协会", "false", .pass), ("民政部", "null", .unknown),
      (nil, "true", .unknown), (nil, "false", .pass), (nil, "null", .unknown),
    ] as [(String?, String, Verdict)])
  func noticeBy(_ authority: String?, _ rectification: String, _ verdict: Verdict) throws {
    let batch = try SmallBatch()
    let notice = """
      {"date": "2022-01-01", "authority": \(authority.map(quoted) ?? "null"), "rectification": \(rectification)}
      """
    let found = try criterion(
      "1.2.e", batch, [batch.candidate()], unit: Self.unit(notices: "[\(notice)]"))
    #expect(found.verdict == verdict)
    #expect(found.missing.isEmpty == (verdict != .unknown))
    let candidates = [try batch.candidate()]
    for (byCAST, stated) in [("true", Verdict.fail), ("false", .pass)]
    where verdict != .fail && rectification == "true" {
      let flagged = notice.replacing("{", with: #"{"byCAST": \#(byCAST), "#)
      let unit = Self.unit(notices: "[\(flagged)]")
      #expect(try criterion("1.2.e", batch, candidates, unit: unit).verdict == stated)
    }
  }

  /// A list that is not there is no declaration that there are none.
  @Test(
    arguments: [
      ("[]", "2022-05-20", .pass, []), ("null", "2022-05-20", .unknown, ["penalties"]),
      ("[null]", "2022-05-20", .unknown, ["penalties[0]"]),
      ("[{}]", "2022-05-20", .unknown, ["penalties[0].date"]),
      (#"[{"date": "2019-01-01"}, {}]"#, "2022-05-20", .unknown, ["penalties[1].date"]),
      (#"[{"date": "2022-01-01"}, {}]"#, "2022-05-20", .fail, []),
      (#"[{"date": "2022-01-01"}]"#, nil, .unknown, ["date"]), ("[]", nil, .pass, []),
    ] as [(String, String?, Verdict, [String])])
  func penalties(
    _ penalties: String, _ date: String?, _ verdict: Verdict, _ missing: [String]
  ) throws {
    let batch = try SmallBatch()
    let screening = try batch.screening(
      [batch.candidate()], unit: Self.unit(date: date, penalties: penalties))
    let report = try #require(screening.recommenderReports.first)
    let found = try #require(report.criterion("1.2.d"))
    #expect(found.verdict == verdict)
    #expect(report.paths(found.missing) == missing)
  }

  // MARK: Ranking

  private func ranked(_ ranking: String, _ codes: [String?]) throws -> (Report, Screening) {
    let batch = try SmallBatch()
    let candidates = try codes.enumerated().map { number, code in
      try batch.candidate(name: "候选\(number)", code: code, channels: Self.ownChannel)
    }
    let screening = try batch.screening(candidates, unit: Self.unit(ranking: ranking))
    return (try #require(screening.recommenderReports.first), screening)
  }

  /// Every candidate once, no double, no one else.
  @Test(
    arguments: [
      (#"["A", "B"]"#, ["A", "B"], .pass, .pass, []),
      (#"["B", "A"]"#, ["A", "B"], .pass, .pass, []),
      (#"["A"]"#, ["A", "B"], .fail, .pass, []), ("[]", ["A"], .fail, .pass, []),
      (#"["A", "B", "A"]"#, ["A", "B"], .pass, .fail, []),
      (#"["A", "A", "A"]"#, ["A", "B"], .fail, .fail, []),
      (#"["A", "C", "B"]"#, ["A", "B"], .pass, .pass, ["ranking[1]"]),
      (#"["C", "D", "C"]"#, ["A"], .fail, .fail, ["ranking[0]", "ranking[1]", "ranking[2]"]),
      ("null", ["A"], .unknown, .unknown, []),
      (#"["A", null]"#, ["A", "B"], .unknown, .unknown, []),
      (#"["A", null]"#, ["A"], .pass, .unknown, []), (#"[null, null]"#, [], .pass, .unknown, []),
      (#"["A"]"#, ["A", nil], .unknown, .pass, []),
      // Who has a code that is not known may be the one that is ranked.
      (#"["A", "B"]"#, [nil, "C"], .fail, .pass, []),
      // Two bases of one host share a place.
      (#"["A"]"#, ["A", "A"], .pass, .pass, []),
    ] as [(String, [String?], Verdict, Verdict, [String])])
  func ranking(
    _ ranking: String, _ candidates: [String?], _ complete: Verdict, _ single: Verdict,
    _ strangers: [String]
  ) throws {
    let letters = Dictionary(uniqueKeysWithValues: zip(["A", "B", "C", "D"], Self.codes))
    var written = ranking
    for (letter, code) in letters {
      written = written.replacing(quoted(letter), with: quoted(code))
    }
    let codes = candidates.map { $0.flatMap { letters[$0] } }
    guard !codes.isEmpty else {
      // Without a candidate there is no report.
      let batch = try SmallBatch()
      #expect(try batch.screening([], unit: Self.unit(ranking: written)).recommenderReports.isEmpty)
      return
    }
    let (report, screening) = try ranked(written, codes)
    #expect(report.criterion("1.2.f")?.verdict == complete)
    #expect(report.criterion("1.2.g")?.verdict == single)
    #expect(screening.diagnostics.map(\.path) == strangers)
    #expect(
      screening.diagnostics.allSatisfy { $0.code == .rankedStranger && $0.severity == .warning })
  }

  /// Who is not ranked is told by name; what is missing is what would settle it.
  @Test func rankingIsExplained() throws {
    let (report, _) = try ranked(#"["\#(Self.codes[0])"]"#, Array(Self.codes.prefix(3)))
    let found = try #require(report.criterion("1.2.f"))
    #expect(found.actual(in: .zh) == "候选1 否；候选2 否")
    #expect(found.actual(in: .en) == "候选1 no; 候选2 no")
    #expect(found.required(in: .zh) == "是")
    // What the program computes comes from the ranking.
    #expect(report.paths(found.facts) == ["ranking"] && found.missing.isEmpty)
    let (without, _) = try ranked("null", [Self.codes[0]])
    let open = try #require(without.criterion("1.2.f"))
    #expect(without.paths(open.missing) == ["ranking"])
    let (double, _) = try ranked(#"["\#(Self.codes[0])", "\#(Self.codes[0])"]"#, [Self.codes[0]])
    let repeated = try #require(double.criterion("1.2.g"))
    #expect(repeated.isShortfallExcess)
    #expect(repeated.actual(in: .zh)?.contains("候选0 是") == true)
    #expect(double.paths(repeated.facts) == ["ranking"])
  }

  @Test func strangersAreTold() throws {
    let batch = try SmallBatch()
    let unit = #"{"ranking": ["\#(Self.codes[0])", null, "\#(Self.codes[1])"]}"#
    let candidates = [try batch.candidate(code: Self.codes[0])]
    let screening = try batch.screening(candidates, unit: unit)
    let diagnostic = try #require(screening.diagnostics.first)
    #expect(screening.diagnostics.count == 1)
    #expect(diagnostic.path == "ranking[2]")
    #expect(diagnostic.position == SourcePosition(line: 1, column: 42))
    #expect(diagnostic.text(in: .zh).contains(Self.codes[1]))
    let strict = try batch.screening(candidates, unit: unit, isStrict: true)
    #expect(strict.diagnostics.map(\.severity) == [.error])
    #expect(strict.isRecommenderInvalid && strict.recommenderReports.isEmpty)
    // Someone whose code is not known may be the one.
    let unknown = candidates + [Candidate(unreadable: "gone.json")]
    #expect(try batch.screening(unknown, unit: unit).diagnostics.isEmpty)
  }

  // MARK: Channels

  /// Each candidate names this unit, and no other.
  @Test(
    arguments: [
      (ownChannel, .pass), (#"[{"name": "本会"}]"#, .unknown),
      (#"[{"kind": "national-society", "name": " 本会　"}]"#, .pass),
      (#"[{"name": "他会"}]"#, .fail),
      (#"[{"kind": "national-society", "name": "他会"}]"#, .fail),
      (#"[{"kind": "provincial-association", "name": "本会"}]"#, .fail),
      (#"[{"kind": "provincial-association"}]"#, .fail),
      (#"[{"kind": "national-society"}]"#, .unknown), ("[{}]", .unknown), ("[null]", .unknown),
      ("null", .unknown), (nil, .unknown), ("[]", .fail),
      (
        #"[{"kind": "national-society", "name": "本会"}, {"kind": "provincial-association", "name": "河南省科协"}]"#,
        .fail
      ),
      (#"[{"name": "本会"}, null]"#, .fail), ("[null, null]", .fail),
    ] as [(String?, Verdict)])
  func namesThisUnit(_ channels: String?, _ verdict: Verdict) throws {
    let batch = try SmallBatch()
    let candidate = try batch.candidate(name: "甲公司", channels: channels)
    let found = try criterion("1.2.h", batch, [candidate], unit: Self.unit())
    #expect(found.verdict == verdict)
    if verdict == .fail {
      #expect(found.actual(in: .zh) == "甲公司 否")
      #expect(found.actual(in: .en) == "甲公司 no")
    }
    // One that does not is enough.
    let good = try batch.candidate(channels: Self.ownChannel)
    #expect(try criterion("1.2.h", batch, [good, candidate], unit: Self.unit()).verdict == verdict)
    // What cannot be read names no one.
    let unreadable = try criterion(
      "1.2.h", batch, [good, candidate, Candidate(unreadable: "gone.json")], unit: Self.unit())
    #expect(unreadable.verdict == (verdict && .unknown))
  }

  /// A unit that does not say who it is.
  @Test(
    arguments: [
      (nil, "national-society", .unknown, ["name"]), ("本会", nil, .unknown, ["kind"]),
      (nil, nil, .unknown, ["name", "kind"]), (nil, "provincial-association", .fail, []),
    ] as [(String?, String?, Verdict, [String])])
  func unitWithoutAName(
    _ name: String?, _ kind: String?, _ verdict: Verdict, _ missing: [String]
  ) throws {
    let batch = try SmallBatch()
    let screening = try batch.screening(
      [batch.candidate(channels: Self.ownChannel)], unit: Self.unit(kind: kind, name: name))
    let report = try #require(screening.recommenderReports.first)
    let found = try #require(report.criterion("1.2.h"))
    #expect(found.verdict == verdict)
    #expect(report.paths(found.missing) == missing)
  }

  /// A candidate without a name is told by its file.
  @Test func candidateWithoutAName() throws {
    let batch = try SmallBatch()
    let found = try criterion("1.2.h", batch, [batch.candidate(channels: "[]")], unit: Self.unit())
    #expect(found.actual(in: .zh) == "a.json 否")
  }

  /// What a unit lacks because a candidate is not known stands somewhere in its document.
  @Test(arguments: ["{}", #"{"kind": "national-society"}"#, #"{"ranking": []}"#, unit()])
  func missingFactsHaveAPlace(unit: String) throws {
    let batch = try SmallBatch()
    let screening = try batch.screening(
      [batch.candidate(), Candidate(unreadable: "gone.json")], unit: unit)
    var walk = ReportWalk()
    for report in screening.recommenderReports { walk.walk(report) }
    #expect(walk.contradictions.isEmpty)
  }

  // MARK: The document

  @Test func document() throws {
    let batch = try SmallBatch()
    func recommender(_ text: String, isStrict: Bool = false) throws -> Recommender {
      try #require(
        Recommender(
          SourceText(name: "u.json", bytes: text.utf8), library: batch.library, isStrict: isStrict))
    }
    let good = try recommender(Self.unit(ranking: #"["\#(Self.codes[0])"]"#))
    #expect(good.name == "本会")
    #expect(good.ranking?.entries.map(\.?.creditCode) == [Self.codes[0]])
    #expect(try recommender("{}").ranking == nil)
    #expect(try recommender("{}").name == nil)
    let candidates = [try batch.candidate(code: Self.codes[0])]
    func screening(_ text: String, isStrict: Bool = false) throws -> Screening {
      Screening(
        candidates, recommender: try recommender(text, isStrict: isStrict), checker: batch.checker)
    }
    let judged = try screening(Self.unit(ranking: #"["\#(Self.codes[0])"]"#), isStrict: true)
    #expect(judged.diagnostics.isEmpty && !judged.isRecommenderInvalid)
    #expect(judged.recommenderReports.count == 1)

    for text in [
      "", "[]", "{", #"{"name": 1}"#, #"{"kind": "x"}"#, #"{"date": "2022年5月20日"}"#,
      #"{"ranking": ["x"]}"#, #"{"ranking": "x"}"#, #"{"penalties": [1]}"#,
    ] {
      let bad = try screening(text)
      #expect(bad.isRecommenderInvalid, "\(text)")
      #expect(!bad.diagnostics.isEmpty && bad.recommenderReports.isEmpty)
      #expect(bad.candidates.count == 1)
    }

    // Warnings are errors, strictly.
    for (text, code) in [
      (#"{"nam": "x"}"#, DiagnosticCode.unknownKey),
      (#"{"candidates": []}"#, .unknownKey),
      (#"{"ranking": ["\#(Self.codes[0])", "91410100MA4444Y120"]}"#, .creditCodeCheck),
    ] {
      let lenient = try screening(text)
      #expect(lenient.diagnostics.map(\.code).first == code)
      #expect(lenient.diagnostics.allSatisfy { $0.severity == .warning })
      #expect(!lenient.isRecommenderInvalid && lenient.recommenderReports.count == 1)
      let strict = try screening(text, isStrict: true)
      #expect(strict.diagnostics.map(\.code).first == code)
      #expect(strict.diagnostics.allSatisfy { $0.severity == .error })
      #expect(strict.isRecommenderInvalid && strict.recommenderReports.isEmpty)
    }
  }

  /// The call's rules are of its round: at another date they say nothing, which is told. Henan's
  /// measures bind at any date.
  @Test(
    arguments: [
      (nil, false), ("0001-01-01", false), ("2022-06-10", false), ("2022-06-11", true),
      ("2030-01-01", true),
    ] as [(String?, Bool)])
  func round(_ date: String?, _ isOver: Bool) throws {
    let batch = try SmallBatch()
    let unit = Self.unit(date: date)
    let national = [try batch.candidate()]
    let screening = try batch.screening(national, unit: unit)
    #expect(screening.diagnostics.isEmpty)
    #expect(screening.recommenderReports.isEmpty == isOver)
    #expect(screening.closedRounds.map(\.isOver) == (isOver ? [true] : []))
    if let round = screening.closedRounds.first, let date {
      for language in Language.allCases {
        let text = round.text(in: language)
        #expect(text.contains(date) && !text.contains("--rulebook"))
        #expect(text.contains(language == .zh ? "推荐日期" : "recommendation"))
      }
    }
    let henan = try batch.screening([batch.candidate(programme: "henan")], unit: unit)
    #expect(henan.recommenderReports.count == 1 && henan.closedRounds.isEmpty)
  }

  /// Rules of no round warn outside their span, at the date, in the order of the text.
  @Test func notInForce() throws {
    let books = [
      TinyRules.rulebook(
        id: "own", programme: "national", baseTypes: ["collaboration"],
        articles: TinyRules.article(requiring: #"{"fact": "platform.linked", "is": true}"#)),
      TinyRules.rulebook(
        id: "units", programme: "national", until: "2022-06-10", baseTypes: [],
        head: #""about": "recommender""#,
        articles: TinyRules.article(requiring: #"{"fact": "kind", "is": "national-society"}"#)),
    ]
    let library = try RuleLibrary(
      vocabulary: BuiltInFiles.vocabulary,
      rulebooks: books.enumerated().map { SourceText(name: "\($0).json", bytes: $1.utf8) })
    let report = try library.report(
      #"{"baseType": "collaboration", "applicant": {"creditCode": "\#(Self.codes[0])"}}"#)
    let candidates = [Candidate(report, source: "a.json")]
    let checker = try Checker(library)
    func screening(_ unit: String, isStrict: Bool = false) throws -> Screening {
      let text = SourceText(name: "u.json", bytes: unit.utf8)
      return Screening(
        candidates, recommender: Recommender(text, library: library, isStrict: isStrict),
        checker: checker)
    }
    func told(_ date: String) throws -> [String] {
      try screening(#"{"ranking": ["\#(Self.codes[1])"], "date": "\#(date)"}"#).diagnostics
        .map { "\($0.codeName) \($0.path ?? "-")" }
    }
    #expect(try told("2022-06-10") == ["ranked-stranger ranking[0]"])
    #expect(try told("2022-06-11") == ["ranked-stranger ranking[0]", "not-in-force date"])
    let late = try screening(#"{"date": "2022-06-11"}"#)
    #expect(late.recommenderReports.count == 1)
    #expect(late.diagnostics.first?.text(in: .zh).hasPrefix("推荐日期") == true)
    let strict = try screening(#"{"date": "2022-06-11"}"#, isStrict: true)
    #expect(strict.isRecommenderInvalid && strict.recommenderReports.isEmpty)
  }

  /// Rules that know no such document.
  @Test func withoutSuchADocument() throws {
    let library = try TinyRules.library(TinyRules.rulebook(id: "r"))
    #expect(try Recommender.isKnown(to: SmallBatch().library))
    #expect(!Recommender.isKnown(to: library))
    #expect(
      Recommender(SourceText(name: "u", bytes: "{}".utf8), library: library, isStrict: false) == nil
    )
  }
}
