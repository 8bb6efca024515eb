import Testing

@testable import RuleEngine
@testable import TestSupport

/// One application and one report, used for one text after the other, and by several tasks.
@Suite struct ReuseTests {
  /// Everything that a report says, in both languages.
  static func everything(_ report: Report) -> [String] {
    let application = report.application
    var lines = [
      "\(report.outcome) \(report.baseType ?? "-") \(report.applicationDate?.description ?? "-")"
    ]
    lines.append(application.string("applicant.name") ?? "-")
    for diagnostic in report.diagnostics {
      lines.append(
        [
          diagnostic.severity.rawValue, diagnostic.codeName, diagnostic.position.shown,
          diagnostic.path ?? "-",
        ].joined(separator: " "))
      lines += Language.allCases.map { diagnostic.text(in: $0) }
    }
    for rulebook in report.rulebooks {
      lines.append(
        "\(rulebook.rulebook.id) \(rulebook.baseType ?? "-") \(rulebook.outcome) \(rulebook.counts)"
      )
      if let construction = rulebook.construction {
        lines.append("\(construction.end as Any) \(construction.coverage as Any)")
      }
      for clause in rulebook.clauses {
        lines.append("\(clause.clause.id) \(clause.article.id) \(clause.verdict)")
        for criterion in clause.criteria {
          let said = report.said(of: criterion).sorted { $0.key < $1.key }
          lines.append("\(criterion.criterion.id) \(said)")
          lines.append(
            criterion.facts.map { application.position(of: $0).shown }.joined(separator: " "))
          for text in [
            criterion.actual(in: .zh), criterion.required(in: .zh), criterion.shortfall(in: .zh),
          ] {
            lines.append(text ?? "-")
          }
        }
      }
    }
    return lines
  }

  /// Applications of every sort: good ones, some with data errors, some that are not JSON.
  static func texts(_ count: Int, seed: Int) throws -> [String] {
    var maker = ApplicationMaker(vocabulary: try BuiltIn.library().vocabulary, seed: seed)
    let broken = [
      "", "[]", "{", "[1,]", #"{"baseType": "incubation",}"#, #"{"baseType": "x", "staff": []}"#,
      "\u{FEFF}{}",
      #"{"baseType": "incubation", "tenants": [{"name": "a"}, {"name": "a"}]}"#,
    ]
    return (0..<count).map { index in
      index % 4 == 3 ? broken[index / 4 % broken.count] : maker.application().text
    }
  }

  @Test func sameAsFresh() throws {
    let library = try BuiltIn.library()
    let checker = try Checker(library)
    let application = Application(vocabulary: library.vocabulary)
    let report = Report(application: application)
    for text in try Self.texts(Seeds.areAll ? 120 : 30, seed: 1) {
      application.read(SourceText(name: "a", bytes: text.utf8))
      checker.check(into: report)
      let fresh = Application(vocabulary: library.vocabulary)
      fresh.read(SourceText(name: "a", bytes: text.utf8))
      let isSame = Self.everything(report) == Self.everything(checker.check(fresh))
      #expect(isSame, "\(text)")
    }
  }

  /// Checking does not change what was read: another checker finds what it would have found alone.
  @Test func severalCheckers() throws {
    let library = try BuiltIn.library()
    var options = Checker.Options()
    options.date = CivilDate("2030-01-01")
    options.baseType = "international"
    options.isStrict = true
    let (plain, other) = (try Checker(library), try Checker(library, options: options))
    for text in try Self.texts(Seeds.areAll ? 40 : 12, seed: 2) {
      let application = Application(vocabulary: library.vocabulary)
      application.read(SourceText(name: "a", bytes: text.utf8))
      let first = Self.everything(plain.check(application))
      let second = Self.everything(other.check(application))
      let isSame =
        Self.everything(plain.check(application)) == first
        && Self.everything(other.check(application)) == second
      try #require(isSame, "\(text)")
    }
  }

  /// One checker serves several tasks, each with its own application and report.
  @Test func concurrent() async throws {
    let library = try BuiltIn.library()
    let checker = try Checker(library)
    let texts = try Self.texts(Seeds.areAll ? 60 : 8, seed: 3)
    let expected = texts.map { text in
      let application = Application(vocabulary: library.vocabulary)
      application.read(SourceText(name: "a", bytes: text.utf8))
      return Self.everything(checker.check(application))
    }
    await withTaskGroup(of: (Int, [[String]]).self) { group in
      for task in 0..<8 {
        group.addTask {
          let application = Application(vocabulary: checker.library.vocabulary)
          let report = Report(application: application)
          // Each task in an order of its own.
          let found = texts.indices.map { index in
            let text = texts[(index + task * 7) % texts.count]
            application.read(SourceText(name: "a", bytes: text.utf8))
            checker.check(into: report)
            return Self.everything(report)
          }
          return (task, found)
        }
      }
      for await (task, found) in group {
        for (index, lines) in found.enumerated() {
          let isSame = lines == expected[(index + task * 7) % texts.count]
          #expect(isSame, "task \(task), \(index)")
        }
      }
    }
  }
}
