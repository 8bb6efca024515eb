import Rules

/// Kinds of files that a stranger can hand to the program, and what is done with any bytes given
/// as one.
///
/// The fuzzer is built with this file, without the testing library.
enum HostileBytes: String, CaseIterable, Sendable {
  case application
  case rulebook
  case vocabulary

  /// Reads the bytes, checks what can be checked and walks through all that comes of it.
  ///
  /// - Parameters:
  ///   - report: What else to say of a report.
  ///   - errors: What else to say of errors in rules.
  /// - Returns: What contradicts itself; nothing, if all is well.
  func contradictions(
    in bytes: [UInt8], report: (Report) -> [String] = { _ in [] },
    errors: (RuleErrors) -> [String] = { _ in [] }
  ) -> [String] {
    let text = SourceText(name: "any.json", bytes: bytes)
    return switch self {
    case .application: Self.application(text, bytes, report)
    case .rulebook: Self.rules(BuiltInFiles.vocabulary, [text], report, errors)
    case .vocabulary: Self.rules(text, [Self.smallRulebook], report, errors)
    }
  }

  // MARK: Applications

  private static func application(
    _ text: SourceText, _ bytes: [UInt8], _ look: (Report) -> [String]
  ) -> [String] {
    var contradictions: [String] = []
    for checker in checkers {
      let vocabulary = checker.library.vocabulary
      let application = Application(vocabulary: vocabulary)
      application.read(text)
      let report = checker.check(application)
      var walk = ReportWalk()
      walk.walk(report)
      contradictions += walk.contradictions + look(report)

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
      checker.check(into: usedReport)
      var secondWalk = ReportWalk()
      secondWalk.walk(usedReport)
      contradictions += secondWalk.contradictions
      if walk.transcript != secondWalk.transcript {
        let first = zip(walk.transcript, secondWalk.transcript).first { $0 != $1 }
        contradictions.append(
          "read again, it is another: " + (first.map { "\($0.0) / \($0.1)" } ?? "longer or shorter")
        )
      }
    }
    return contradictions
  }

  /// As an application asks; and with every rulebook, given a leap day, warnings as errors.
  private static let checkers: [Checker] = {
    var options = Checker.Options()
    options.rulebooks = ["henan", "national"]
    options.date = CivilDate(year: 2024, month: 2, day: 29)
    options.isStrict = true
    let library = RuleLibrary.builtIn()
    guard let plain = try? Checker(library),
      let strict = try? Checker(library, options: options)
    else { preconditionFailure("the rules that are built in have these") }
    return [plain, strict]
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
       "international": {"services": []}}
      """
    return SourceText(name: "filled.json", bytes: json.utf8)
  }

  // MARK: Rules

  private static func rules(
    _ vocabulary: SourceText, _ rulebooks: [SourceText], _ look: (Report) -> [String],
    _ lookAtErrors: (RuleErrors) -> [String]
  ) -> [String] {
    var walk = ReportWalk()
    var contradictions: [String] = []
    do throws(RuleErrors) {
      let library = try RuleLibrary(vocabulary: vocabulary, rulebooks: rulebooks)
      walk.walk(library)
      if let checker = try? Checker(library) {
        let application = Application(vocabulary: library.vocabulary)
        for text in filledApplications + [SourceText(name: "empty.json", bytes: "{}".utf8)] {
          application.read(text)
          let report = checker.check(application)
          walk.walk(report)
          contradictions += look(report)
        }
      }
    } catch {
      walk.walk(error)
      contradictions += lookAtErrors(error)
    }
    return walk.contradictions + contradictions
  }

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
