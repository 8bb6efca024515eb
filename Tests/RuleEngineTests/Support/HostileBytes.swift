import Rules

/// Kinds of files that a stranger can hand to the program, and what is done with any bytes given
/// as one.
///
/// The fuzzer is built with this file, without the testing library.
enum HostileBytes: String, CaseIterable, Sendable {
  case application
  case recommender
  case rulebook
  case vocabulary

  /// What else to say of what comes of the bytes, that contradicts itself.
  struct Looks {
    var report: (Report) -> [String] = { _ in [] }
    /// Of a comparison with every rulebook and base type.
    var match: (Report) -> [String] = { _ in [] }
    var screening: (Screening, Recommender?) -> [String] = { _, _ in [] }
    var errors: (RuleErrors) -> [String] = { _ in [] }
  }

  /// Reads the bytes, checks what can be checked and walks through all that comes of it.
  ///
  /// - Returns: What contradicts itself; nothing, if all is well.
  func contradictions(in bytes: [UInt8], _ looks: Looks = Looks()) -> [String] {
    let text = SourceText(name: "any.json", bytes: bytes)
    return switch self {
    case .application: Self.application(text, bytes, looks)
    case .recommender: Self.recommender(text, looks)
    case .rulebook: Self.rules(BuiltInFiles.vocabulary, [text, Self.smallRulebook], looks)
    case .vocabulary: Self.rules(text, [Self.smallRulebook], looks)
    }
  }

  // MARK: Applications

  private static func application(
    _ text: SourceText, _ bytes: [UInt8], _ looks: Looks
  ) -> [String] {
    var contradictions: [String] = []
    for (number, checker) in checkers.enumerated() {
      // With another one for a text that is a byte longer.
      let isWhole = number == bytes.count % checkers.count
      let vocabulary = checker.library.vocabulary
      let application = Application(vocabulary: vocabulary)
      application.read(text)
      let report = Report(application: application)
      var walk = ReportWalk()
      contradictions += look(at: report, checker, isWhole, &walk, looks)

      // The same in memory that other applications have left behind, as a line of many if it is one.
      let usedReport = Report(application: Application(vocabulary: vocabulary))
      for other in filledApplications {
        usedReport.application.read(other)
        checker.check(into: usedReport)
      }
      if bytes.contains(0x0A) {
        usedReport.application.read(text)
      } else {
        bytes.withUnsafeBytes { usedReport.application.read($0, name: text.name, line: 1) }
      }
      var secondWalk = ReportWalk()
      contradictions += look(at: usedReport, checker, isWhole, &secondWalk, looks)
      contradictions += walk.contradictions + secondWalk.contradictions
      if walk.transcript != secondWalk.transcript {
        let first = zip(walk.transcript, secondWalk.transcript).first { $0 != $1 }
        contradictions.append(
          "read again, it is another: " + (first.map { "\($0.0) / \($0.1)" } ?? "longer or shorter")
        )
      }
    }
    return contradictions
  }

  /// Checks what a report's application has read; if it is to be looked at as a whole, screens it
  /// beside itself, too, and compares it with everything.
  private static func look(
    at report: Report, _ checker: Checker, _ isWhole: Bool, _ walk: inout ReportWalk,
    _ looks: Looks
  ) -> [String] {
    checker.check(into: report, in: AnyFolder())
    walk.walk(report)
    let contradictions = looks.report(report)
    guard isWhole else { return contradictions }
    let candidate = Candidate(report, source: "any.json")
    let screening = Screening([candidate, candidate], recommender: nil, checker: checker)
    walk.walk(screening)
    checker.match(into: report, in: AnyFolder())
    walk.walk(report)
    return contradictions + looks.screening(screening, nil) + looks.match(report)
  }

  /// A folder in which everything stands that can, by the length of its path.
  private final class AnyFolder: EvidenceFolder {
    func file(at names: [String]) -> EvidenceFile {
      // What no folder may be asked for.
      let isGood = names.allSatisfy { name in
        !["", ".", ".."].contains(name) && !name.utf8.contains(0) && !name.utf8.contains(0x2F)
      }
      precondition(!names.isEmpty && isGood, "a folder is asked for \(names)")
      let count = names.reduce(0) { $0 + $1.utf8.count }
      return [.found, .missing, .outside, .notAFile][count % 4]
    }
  }

  static let library: RuleLibrary = {
    guard let library = try? RuleLibrary.builtIn() else {
      preconditionFailure("the build has checked the rules")
    }
    return library
  }()

  /// As an application asks; with every rulebook, given a leap day, warnings as errors; and in all
  /// stages.
  private static let checkers: [Checker] = {
    var options = Checker.Options()
    options.rulebooks = ["henan", "national", "most-international"]
    options.date = CivilDate(year: 2024, month: 2, day: 29)
    options.isStrict = true
    var allStages = Checker.Options()
    allStages.stages = Set(library.vocabulary.stageNames)
    guard let plain = try? Checker(library),
      let strict = try? Checker(library, options: options),
      let whole = try? Checker(library, options: allStages)
    else { preconditionFailure("the rules that are built in have these") }
    return [plain, strict, whole]
  }()

  /// Applications that give every list an element or more, each for another type.
  private static let filledApplications: [SourceText] = [
    "collaboration", "incubation", "international",
  ].map {
    let json = """
      {"programme": "national", "baseType": "\($0)", "applicationDate": "2024-02-29",
       "applicant": {"name": "甲", "kind": "university", "independentLegalPerson": true,
         "registeredOn": "2023-02-28", "region": {"province": "河南省"}},
       "achievements": [{"name": "a", "ownIntellectualProperty": true, "level": "domestic-leading",
         "needsEngineering": true, "marketProspect": true}, {}],
       "capabilities": ["key-technology", null],
       "partners": [{"kind": "national-society"}, {"kind": "other"}], "platform": {"linked": true},
       "experts": [{"nationality": "US", "relevantField": true, "renowned": true, "leads": true,
         "monthsPerYear": 2.999}, null, {"nationality": "TW"}],
       "staff": {"fullTime": 32, "partTime": 12, "scienceAndTechnology": 30},
       "support": [{"provider": "applicant", "kind": "funding"}],
       "incidents": [{"date": "2023-02-28"}, {}],
       "incubation": {"cases": [{"date": "2023-03-01"}], "officeArea": 4999.99,
         "serviceStaff": {"fullTime": 30}},
       "tenants": [{"titles": ["high-tech", "technology-sme"]}, {"titles": []}, {}],
       "international": {"services": []},
       "recommendation": {"channels": [{"kind": "national-society", "name": "学会"}, null, {}]},
       "stages": [{"goal": "甲", "from": "2022-01", "to": "2022-12"}, null, {"from": "2022-12-31"}],
       "participants": [{"duties": ""}, {}], "focusAreas": ["other", null], "otherFocus": "",
       "submission": {"onlineAt": "2022-05-27T18:00"}, "annual": {"year": 2024},
       "recognition": {"recognisedOn": "2024-02-29"},
       "internationalBase": {"partners": [{"longTerm": true}, {}], "struckOffOn": "never",
         "projects": [{"kind": "national"}, null], "targetGroups": ["", null, "企业"]}}
      """
    return SourceText(name: "filled.json", bytes: json.utf8)
  }

  // MARK: Recommending units

  private static func recommender(_ text: SourceText, _ looks: Looks) -> [String] {
    let checker = checkers[0]
    var walk = ReportWalk()
    var contradictions: [String] = []
    for isStrict in [false, true] {
      guard let unit = Recommender(text, library: checker.library, isStrict: isStrict) else {
        return ["the built-in rules know no recommending units"]
      }
      let screening = Screening(builtInCandidates, recommender: unit, checker: checker)
      walk.walk(screening, of: unit)
      contradictions += looks.screening(screening, unit)
    }
    return walk.contradictions + contradictions
  }

  private static let builtInCandidates = candidates(checkers[0])

  /// Candidates of several programmes, some with a code and a channel, some that are not known.
  private static func candidates(_ checker: Checker) -> [Candidate] {
    let members = [
      "", #", "programme": "national", "applicant": {"creditCode": "91350100M000100Y43"}"#,
      #", "programme": "henan", "recommendation": {"channels": [{"name": "甲"}]}, "baseName": "乙""#,
      #", "site": 1"#,
    ]
    let application = Application(vocabulary: checker.library.vocabulary)
    let read = members.map { member in
      let json = #"{"baseType": "incubation"\#(member)}"#
      application.read(SourceText(name: "c.json", bytes: json.utf8))
      return Candidate(checker.check(application), source: "c.json")
    }
    return read + [Candidate(unreadable: "gone.json")]
  }

  // MARK: Rules

  private static func rules(
    _ vocabulary: SourceText, _ rulebooks: [SourceText], _ looks: Looks
  ) -> [String] {
    var walk = ReportWalk()
    var contradictions: [String] = []
    do throws(RuleErrors) {
      let library = try RuleLibrary(vocabulary: vocabulary, rulebooks: rulebooks)
      walk.walk(library)
      var options = Checker.Options()
      options.stages = Set(library.vocabulary.stageNames)
      if let checker = try? Checker(library, options: options) {
        let application = Application(vocabulary: library.vocabulary)
        for text in filledApplications + [SourceText(name: "empty.json", bytes: "{}".utf8)] {
          application.read(text)
          let report = checker.check(application)
          walk.walk(report)
          contradictions += looks.report(report)
          let matched = Report(application: application)
          checker.match(into: matched)
          walk.walk(matched)
          contradictions += looks.match(matched)
        }
        if let unit = Recommender(filledUnit, library: library, isStrict: false) {
          let screening = Screening(candidates(checker), recommender: unit, checker: checker)
          walk.walk(screening, of: unit)
          contradictions += looks.screening(screening, unit)
        }
      }
    } catch {
      walk.walk(error)
      contradictions += looks.errors(error)
    }
    return walk.contradictions + contradictions
  }

  /// A recommending unit that says something of everything.
  private static let filledUnit = SourceText(
    name: "unit.json",
    bytes: """
      {"name": "甲", "kind": "provincial-association", "date": "2022-05-20",
       "penalties": [{"date": "2020-05-20", "authority": "某局"}, null],
       "notices": [{"date": "2020-05-20", "authority": "中国科协", "rectification": true}, {}],
       "ranking": ["91350100M000100Y43", null, "91350100M000100Y43", "914101007123456720"]}
      """.utf8)

  /// A rulebook that many a vocabulary goes with.
  private static let smallRulebook = SourceText(
    name: "small.json",
    bytes: """
      {"id": "small", "series": "small", "programme": "national",
       "document": {"title": {"zh": "小", "en": "Small"}, "authority": {"zh": "某", "en": "Some"}},
       "baseTypes": ["collaboration"],
       "articles": [{"id": "1", "citation": {"zh": "一", "en": "1"}, "title": {"zh": "一", "en": "1"},
         "stage": "eligibility", "clauses": [{"id": "1.1", "citation": {"zh": "一", "en": "1"},
           "title": {"zh": "一", "en": "1"}, "criteria": [{"id": "1.1.a", "basis": "measured",
             "requirement": {"zh": "一", "en": "1"}, "proof": [], "require": {"all": [
               {"count": "experts", "where": {"fact": "experts[].leads", "is": true}, "isAtLeast": 2},
               {"sum": ["staff.fullTime", "staff.partTime"], "isAtLeast": 50}]}}]}]}]}
      """.utf8)
}
