import Rules
import Testing

@testable import RuleEngine

/// Candidates of small rulebooks of one's own, with the rulebooks about recommending units that are
/// built in.
struct SmallBatch {
  let library: RuleLibrary
  let checker: Checker
  let language: Language

  /// Credit codes with the right check character.
  static let codes = [
    "91350100M000100Y43", "914101007123456720", "9141010071234567CY", "12410000415801234W",
    "91410100MA4444Y12B",
  ]

  /// Clauses `1.0`, `2.0`, `3.0` of a rulebook, each of one flag.
  private static func rulebook(_ id: String, _ programme: String) -> String {
    let flags = [
      "platform.linked", "technologyTransfer.marketBased", "technologyTransfer.selfSustaining",
    ]
    let articles = flags.enumerated().map { number, flag in
      TinyRules.article(requiring: #"{"fact": "\#(flag)", "is": true}"#, id: "\(number + 1)")
    }
    return TinyRules.rulebook(
      id: id, programme: programme, baseTypes: ["collaboration", "incubation"],
      articles: articles.joined(separator: ", "))
  }

  /// - Parameter inAnyRound: whether the rules of the call's round bind at any date.
  init(language: Language = .zh, inAnyRound: Bool = false) throws {
    let own = [("own-national", "national"), ("own-henan", "henan")].map { id, programme in
      SourceText(name: "\(id).json", bytes: Self.rulebook(id, programme).utf8)
    }
    var units = BuiltInFiles.rulebooks.filter { $0.name.hasSuffix("-recommender.json") }
    try #require(units.count == 2)
    if inAnyRound {
      units = units.map { unit in
        let text = String(decoding: unit.bytes, as: UTF8.self)
          .replacing(#/"until": "[0-9-]+"/#, with: #""until": null"#)
          .replacing(#/"round": \{[\s\S]*?\n  \},/#, with: "")
        return SourceText(name: unit.name, bytes: text.utf8)
      }
    }
    library = try RuleLibrary(vocabulary: BuiltInFiles.vocabulary, rulebooks: own + units)
    checker = try Checker(library)
    self.language = language
  }

  /// A candidate: what its three flags are (`P` true, `F` false, `U` not said), and more of it.
  func candidate(
    _ flags: String = "PPP", name: String? = nil, code: String? = nil, base: String? = nil,
    channels: String? = nil, programme: String? = "national", more: String = ""
  ) throws -> Candidate {
    let values = flags.map { ["P": "true", "F": "false"][$0] ?? "null" }
    var members = [
      #""baseType": "collaboration", "platform": {"linked": \#(values[0])}"#,
      #""technologyTransfer": {"marketBased": \#(values[1]), "selfSustaining": \#(values[2])}"#,
      #""applicant": {"name": \#(name.map(quoted) ?? "null"), "creditCode": \#(code.map(quoted) ?? "null")}"#,
    ]
    if let base { members.append(#""baseName": \#(quoted(base))"#) }
    if let channels { members.append(#""recommendation": {"channels": \#(channels)}"#) }
    if let programme { members.append(#""programme": \#(quoted(programme))"#) }
    return try candidate(text: "{" + members.joined(separator: ", ") + more + "}")
  }

  func candidate(text: String, source: String = "a.json") throws -> Candidate {
    Candidate(try library.report(text), source: source)
  }

  /// What the rules say of a unit that recommends them.
  func screening(
    _ candidates: [Candidate], unit: String? = nil, isPool: Bool = false, isStrict: Bool = false
  ) throws -> Screening {
    let recommender = try unit.map { text in
      try #require(
        Recommender(
          SourceText(name: "unit.json", bytes: text.utf8), library: library, isPool: isPool,
          isStrict: isStrict))
    }
    return Screening(candidates, recommender: recommender, checker: checker)
  }
}
