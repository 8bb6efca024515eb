/// A recommending unit: its own document, and the rules that bind it.
///
/// For one thread at a time.
public final class Recommender {
  /// What rulebooks call this kind of document.
  public static let documentKind = "recommender"

  /// What the unit says of itself.
  public let application: Application
  /// The credit codes of its candidates, the first first; nil where they are not known.
  public let ranking: Ranking?
  private let library: RuleLibrary
  private let isStrict: Bool

  /// Whether rules say anything of recommending units.
  public static func isKnown(to library: RuleLibrary) -> Bool {
    library.rulebooks.contains { $0.about == documentKind }
  }

  /// Reads a recommending unit's document; nil where the rules know no such document.
  public init?(_ text: SourceText, library: RuleLibrary, isStrict: Bool) {
    guard let vocabulary = library.vocabulary.vocabulary(of: Self.documentKind) else { return nil }
    self.library = library
    self.isStrict = isStrict
    application = Application(vocabulary: vocabulary)
    application.read(text)
    ranking = application.column("ranking").map { Ranking($0) }
  }

  /// An order of candidates, by credit code.
  public struct Ranking {
    /// In order; nil for a code that is not known.
    public let codes: [String?]
    private var places: [String: (first: Int, times: Int)] = [:]

    init(_ codes: [String?]) {
      self.codes = codes
      for (place, code) in codes.enumerated() {
        if let code { places[code, default: (place, 0)].times += 1 }
      }
    }

    /// The place of a code, from 0; nil where it has none.
    func place(of code: String) -> Int? { places[code]?.first }
    /// How often it has a code; nil where that is not certain.
    func times(_ code: String) -> Int? { places[code]?.times ?? (codes.contains(nil) ? nil : 0) }
  }

  /// Whether the document has data errors, so that nothing is judged.
  var isInvalid: Bool {
    let diagnostics = application.diagnostics
    return !application.contents.hasShape || isStrict && !diagnostics.isEmpty
      || diagnostics.contains { $0.severity == .error }
  }

  /// The unit's name.
  public var name: String? { application.string("name") }

  private var kind: String? {
    guard let index = application.vocabulary.wellKnown("kind", .code) else { return nil }
    let slot = application.contents.slot(of: index)
    return slot.isKnown ? application.vocabulary.facts[index].codes[Int(slot.payload)].name : nil
  }

  /// Of the rulebooks for the programmes that candidates apply for, the versions that may govern.
  func rulebooks(for candidates: [Candidate], checker: Checker) -> Choice {
    if isInvalid { return Choice() }
    return checker.rulebooks(about: Self.documentKind, on: date).filter { index in
      candidates.contains { candidate in
        candidate.results.contains { $0.rulebook.programme == library.rulebooks[index].programme }
      }
    }
  }

  /// What the versions of a rulebook say of the unit.
  func report(by versions: [Int], on candidates: [Candidate], checker: Checker) -> Report {
    let programme = versions.last.map { library.rulebooks[$0].programme }
    // What could not be judged may be of any programme.
    let concerned = candidates.filter { candidate in
      candidate.results.isEmpty
        || candidate.results.contains { $0.rulebook.programme == programme }
    }
    let document = Application(vocabulary: application.vocabulary)
    document.read(application.text)
    give(concerned, to: document)
    let report = Report(application: document)
    checker.check(
      versions, date: application.vocabulary.wellKnown("date", .date), into: report)
    return report
  }

  /// Everything there is to say of the document, in the order of the text.
  func diagnostics(among candidates: [Candidate], _ choice: Choice) -> [Diagnostic] {
    var diagnostics = application.diagnostics
    if !isInvalid {
      diagnostics +=
        strangers(among: candidates)
        + notInForce(choice.documents.joined().map { library.rulebooks[$0] })
    }
    if isStrict {
      for index in diagnostics.indices { diagnostics[index].severity = .error }
    }
    return diagnostics.sorted { $0.offset < $1.offset }
  }

  private func notInForce(_ rulebooks: [Rulebook]) -> [Diagnostic] {
    guard let date, let fact = application.vocabulary.wellKnown("date", .date) else { return [] }
    let offset = application.contents.offset(of: FactReference(fact))
    let own = application.vocabulary.facts[fact]
    return rulebooks.filter { !$0.span.contains(date) }.map { rulebook in
      Diagnostic(
        .notInForce, at: offset, application.position(of: offset), path: own.path,
        rulebook.notInForce(own.label, isChosen: false))
    }
  }

  /// Warns of codes in the ranking that no candidate has, where every candidate's code is known.
  private func strangers(among candidates: [Candidate]) -> [Diagnostic] {
    guard let ranking, candidates.allSatisfy({ $0.creditCode != nil }),
      let fact = application.vocabulary.index(of: "ranking".utf8)
    else { return [] }
    let known = Set(candidates.compactMap { $0.creditCode })
    return ranking.codes.enumerated().compactMap { place, code in
      guard let code, !known.contains(code) else { return nil }
      let reference = FactReference(fact, element: place)
      let offset = application.contents.offset(of: reference)
      return Diagnostic(
        .rankedStranger, at: offset, application.position(of: offset),
        path: application.vocabulary.path(of: reference), .rankedStranger(code))
    }
  }

  /// The date of the recommendation.
  var date: CivilDate? {
    guard let index = application.vocabulary.wellKnown("date", .date) else { return nil }
    let slot = application.contents.slot(of: index)
    return slot.isKnown ? slot.date : nil
  }

  /// Gives the document the facts that only the batch tells.
  private func give(_ candidates: [Candidate], to document: Application) {
    let vocabulary = document.vocabulary
    guard let list = vocabulary.wellKnown("candidates", .list),
      let number = vocabulary.facts[list].list
    else { return }
    func slot(_ path: StaticString, _ type: FactType, _ value: Int?) -> [(column: Int, slot: Slot)]
    {
      guard let fact = vocabulary.wellKnown(path, type), let value else { return [] }
      return [(vocabulary.facts[fact].location.column, .given(Int64(value)))]
    }
    document.contents.give(
      list: number,
      candidates.map { candidate in
        (
          name: candidate.name ?? candidate.source,
          slots: slot("candidates[].ofProgramme", .flag, candidate.results.isEmpty ? nil : 1)
            + slot(
              "candidates[].timesRanked", .count,
              candidate.creditCode.flatMap { ranking?.times($0) })
            + slot("candidates[].namesThisUnit", .flag, namesThisUnit(candidate).map { $0 ? 1 : 0 })
        )
      })
  }

  /// Whether the one unit that a candidate names is this one.
  private func namesThisUnit(_ candidate: Candidate) -> Bool? {
    guard let channels = candidate.channels else { return nil }
    guard channels.count == 1, let channel = channels.first else { return false }
    if let theirs = channel.kind, let kind, theirs != kind { return false }
    guard let theirs = channel.name, let name else { return nil }
    return theirs.utf8.elementsEqual(name.utf8)
  }
}
