import Foundation
import Testing

@testable import TestSupport

/// `kczg-check init`: an application to be filled in, of which nothing is known yet.
@Suite struct InitCommandTests {
  static let types = [
    "collaboration", "incubation", "international", "innovation-park", "joint-research-centre",
    "technology-transfer-centre", "demonstration-base",
  ]

  /// What the applicant says of itself, whatever the rules ask.
  private static let identity: Set = [
    "programme", "baseType", "applicationDate", "baseName", "site", "applicant.name",
    "applicant.address", "applicant.profile", "applicant.creditCode", "applicant.region.province",
    "applicant.region.city", "applicant.region.county", "applicant.contact.name",
    "applicant.contact.mobile", "applicant.contact.email", "applicant.contact.phone",
    "applicant.contact.position",
  ]

  /// What nobody has to say: the annexes, and what only advice asks for.
  private static func onlyAdvised(of type: String) -> Set<String> {
    switch type {
    case "collaboration", "international": ["evidence", "staff.introduction"]
    case "incubation": ["evidence", "staff.fullTime", "staff.introduction", "experts"]
    default: ["evidence"]
    }
  }

  private func skeleton(_ options: [String]) throws -> String {
    let run = try Command.run(["init"] + options)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
    return run.output
  }

  /// The paths of all values, but of notes.
  private func leaves(of value: ExactJSON, _ path: String = "") -> [(
    path: String, value: ExactJSON
  )] {
    guard case .object(let members) = value else { return [(path, value)] }
    return members.filter { !$0.key.hasPrefix("x-") && !$0.key.hasPrefix("$") }
      .flatMap { leaves(of: $0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
  }

  private struct Report: Decodable {
    struct Rulebook: Decodable {
      struct Clause: Decodable {
        struct Criterion: Decodable { let missing: [String] }
        let criteria: [Criterion]
      }
      let clauses: [Clause]
    }
    let verdict: String
    let rulebooks: [Rulebook]
    var missing: Set<String> {
      Set(rulebooks.flatMap(\.clauses).flatMap(\.criteria).flatMap(\.missing))
    }
  }

  private func check(_ text: String, _ options: String...) throws -> Report {
    let run = try Command.run(["--format", "json"] + options + ["-"], input: Data(text.utf8))
    #expect(run.status == 2)
    #expect(run.errors == "")
    return try JSONDecoder().decode(Report.self, from: run.stdout)
  }

  // MARK: What is in it

  @Test(arguments: types) func everyFactIsMissingAndNothingIsWrong(type: String) throws {
    let text = try skeleton(["--type", type])
    let report = try check(text, "--stage", "all")
    #expect(report.verdict == "undetermined")
    let paths = leaves(of: try ExactJSON(text)).map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(report.missing.subtracting(paths) == [])
    let others = Set(paths).subtracting(report.missing).subtracting(Self.identity)
    #expect(others == Self.onlyAdvised(of: type))
    #expect(Self.identity.subtracting(paths) == [])
  }

  @Test(arguments: types) func nothingIsInvented(type: String) throws {
    let root = try ExactJSON(try skeleton(["--type", type]))
    #expect(root.members.first?.key == "$schema")
    #expect(root["$schema"]?.string == "./kczg-check.schema.json")
    for (path, value) in leaves(of: root) {
      #expect(value == (path == "baseType" ? .string(type) : .null), "\(path)")
    }
  }

  /// A list whose element is copied from what stands beside it: every key of it is known.
  @Test(arguments: types) func elementsCanBeCopiedIntoTheirLists(type: String) throws {
    func filled(_ value: ExactJSON) -> String {
      guard case .object(let members) = value else {
        return value.string.map { "\"\($0)\"" } ?? "null"
      }
      let pairs = members.filter { !$0.key.hasPrefix("x-") }.map { member in
        let template = value["x-" + member.key]
        let text = template.map { "[\(filled($0))]" } ?? filled(member.value)
        return "\"\(member.key)\": \(text)"
      }
      return "{\(pairs.joined(separator: ", "))}"
    }
    let root = try ExactJSON(try skeleton(["--type", type]))
    let arguments = ["--stage", "all", "--format", "json", "-"]
    let run = try Command.run(arguments, input: Data(filled(root).utf8))
    // One entry can be too few already.
    #expect([1, 2].contains(run.status))
    #expect(run.errors == "")
    let report = try JSONDecoder().decode(Report.self, from: run.stdout)
    let hasLists = type != "technology-transfer-centre"
    #expect(report.missing.contains { $0.contains("[0].") } == hasLists)
  }

  @Test(arguments: ["zh", "en"]) func schemaAcceptsIt(language: String) throws {
    let schema = try JSONSchema(try Command.run(["schema"]).output)
    for type in Self.types {
      let text = try skeleton(["--type", type, "--lang", language])
      #expect(try schema.faults(of: ExactJSON(text)) == [], "\(type)")
    }
  }

  @Test func keysStandInTheVocabularysOrder() throws {
    let file = Package.root.appendingPathComponent("rules/vocabulary.json")
    let facts = try ExactJSON(String(contentsOf: file, encoding: .utf8))["facts"]?.elements ?? []
    let order = facts.compactMap { $0["path"]?.string }
    let root = try ExactJSON(try skeleton(["--type", "incubation"]))
    func check(_ object: ExactJSON, _ path: String) throws {
      let keys = object.members.map(\.key).filter { !$0.hasPrefix("x-") && !$0.hasPrefix("$") }
      let places = try keys.map { try #require(order.firstIndex(of: path + $0), "\(path)\($0)") }
      #expect(places == places.sorted(), "\(path)")
      for key in keys { if let part = object[key] { try check(part, path + key + ".") } }
    }
    try check(root, "")
  }

  @Test func programmeAndStageNarrowIt() throws {
    let all = leaves(of: try ExactJSON(try skeleton(["--type", "collaboration"]))).map(\.path)
    let national = try ExactJSON(
      try skeleton(["--type", "collaboration", "--programme", "national"]))
    #expect(national["programme"] == .string("national"))
    #expect(all.contains("annual.platformUploads"))
    #expect(leaves(of: national).contains { $0.path == "submission.onlineAt" })
    #expect(!leaves(of: national).contains { $0.path == "annual.platformUploads" })
    let basic = leaves(
      of: try ExactJSON(
        try skeleton(["--type=collaboration", "--programme=henan", "--stage=eligibility"])))
    #expect(basic.contains { $0.path == "staff.fullTime" })
    #expect(!basic.contains { $0.path.hasPrefix("submission") || $0.path.hasPrefix("annual") })
    let yearly = leaves(
      of: try ExactJSON(try skeleton(["--type", "collaboration", "--stage", "annual"])))
    #expect(yearly.contains { $0.path == "recognition.recognisedOn" })
    #expect(!yearly.contains { $0.path == "staff.fullTime" })
  }

  /// What only the rules of other bases read of an element is left out; what none reads is not.
  @Test func elementsHaveWhatTheTypeNeeds() throws {
    let root = try ExactJSON(try skeleton(["--type", "collaboration"]))
    let keys = root["x-achievements"]?.members.map(\.key)
    #expect(
      keys == ["name", "ownIntellectualProperty", "level", "needsEngineering", "marketProspect"])
    #expect(root["x-experts"]?["title"] == .null)
    #expect(root["x-experts"]?["monthsPerYear"] == nil)
  }

  // MARK: Files

  @Test(arguments: ["zh", "en"]) func fileIsNotReplacedWithoutForce(language: String) throws {
    try withTemporaryDirectory { directory in
      let arguments = ["init", "--type", "incubation", "--output", "a.json", "--lang", language]
      let first = try Command.run(arguments, directory: directory)
      #expect((first.status, first.output, first.errors) == (0, "", ""))
      let written = try Data(contentsOf: directory.appendingPathComponent("a.json"))
      #expect(try written == Data(skeleton(["--type", "incubation", "--lang", language]).utf8))

      try directory.write("{}", to: "a.json")
      let second = try Command.run(arguments, directory: directory)
      #expect(second.status == 74)
      #expect(second.output == "")
      #expect(second.errors.contains("a.json: error:") && second.errors.contains("--force"))
      #expect(try String(contentsOf: directory.appending(path: "a.json"), encoding: .utf8) == "{}")

      let forced = try Command.run(arguments + ["--force"], directory: directory)
      #expect((forced.status, forced.errors) == (0, ""))
      #expect(try Data(contentsOf: directory.appendingPathComponent("a.json")) == written)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["a.json"])
    }
  }

  @Test func linkToAFileIsNotReplacedEither() throws {
    try withTemporaryDirectory { directory in
      try directory.write("kept", to: "a.json")
      try FileManager.default.createSymbolicLink(
        atPath: directory.appending(path: "link.json").path, withDestinationPath: "a.json")
      try FileManager.default.createSymbolicLink(
        atPath: directory.appending(path: "new.json").path, withDestinationPath: "b.json")
      let arguments = ["init", "--type", "incubation", "--output"]
      #expect(try Command.run(arguments + ["link.json"], directory: directory).status == 74)
      #expect(
        try String(contentsOf: directory.appending(path: "a.json"), encoding: .utf8) == "kept")
      #expect(try Command.run(arguments + ["new.json"], directory: directory).status == 0)
      #expect(try Command.run(["b.json"], directory: directory).status == 2)
      #expect(try Command.run(arguments + ["/dev/null"], directory: directory).status == 0)
      #expect(try Command.run(arguments + ["missing/a.json"], directory: directory).status == 74)
    }
  }

  // MARK: The date

  /// A date is filled in, and picks what is asked for: after its round, the call asks for nothing.
  @Test func dateIsFilledInAndPicks() throws {
    let arguments = [
      "init", "--type", "collaboration", "--programme", "national", "--stage", "submission",
    ]
    for (date, isOver) in [("2022-06-10", false), ("2022-06-11", true)] {
      let run = try Command.run(arguments + ["--date", date])
      #expect(run.status == 0)
      #expect(run.output.contains("\"applicationDate\": \"\(date)\""))
      #expect(run.output.contains("\"focusAreas\"") == !isOver)
      #expect(run.errors.contains("均已截止") == isOver)
    }
    let undated = try Command.run(arguments)
    #expect(undated.errors == "")
    #expect(undated.output.contains("\"applicationDate\": null"))
    #expect(undated.output.contains("\"focusAreas\""))
  }

  // MARK: Usage

  @Test func usageErrorsSayWhatIsMissing() throws {
    for (arguments, said) in [
      (["init"], "collaboration, incubation"), (["init", "--type", "incubtion"], "incubation?"),
      (["init", "--type", "incubation", "--programme", "henna"], "henan?"),
      (["init", "--type", "innovation-park", "--programme", "henan"], "innovation-park"),
      (["init", "--type", "collaboration", "--programme", "most-international"], "collaboration"),
      (["init", "--type", "incubation", "--date", "2022-02-30"], "2022-02-30"),
      (["init", "--type", "incubation", "a.json"], "a.json"),
      (["init", "--type", "incubation", "--stage", "anual"], "annual?"),
    ] {
      let run = try Command.run(arguments + ["--lang", "en"])
      #expect(run.status == 64, "\(arguments)")
      #expect(run.output == "")
      #expect(run.errors.contains(said), "\(run.errors)")
    }
  }
}
