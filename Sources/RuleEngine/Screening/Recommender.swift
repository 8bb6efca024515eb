/// A recommending unit: its own document, and the rules that bind it.
///
/// For one thread at a time.
public final class Recommender {
  /// What rulebooks call this kind of document.
  public static let documentKind = "recommender"

  /// What the unit says of itself.
  public let application: Application
  /// The order of its candidates, the first first; nil where it is not known.
  public let ranking: Ranking?
  /// Whether what is screened is a pool to choose from: only what is ranked is recommended then.
  let isPool: Bool
  let library: RuleLibrary
  let isStrict: Bool

  /// Whether rules say anything of recommending units.
  public static func isKnown(to library: RuleLibrary) -> Bool {
    library.rulebooks.contains { $0.about == documentKind }
  }

  /// Reads a recommending unit's document; nil where the rules know no such document.
  ///
  /// - Parameter isPool: whether what is screened is a pool to choose from: only what is ranked is
  ///   recommended then.
  public init?(_ text: SourceText, library: RuleLibrary, isPool: Bool = false, isStrict: Bool) {
    guard let vocabulary = library.vocabulary.vocabulary(of: Self.documentKind) else { return nil }
    self.library = library
    self.isPool = isPool
    self.isStrict = isStrict
    application = Application(vocabulary: vocabulary)
    application.read(text)
    ranking = application.column("ranking").map { Ranking($0, library.vocabulary.names) }
  }

  /// Whether the document has data errors, so that nothing is judged.
  var isInvalid: Bool {
    let diagnostics = application.diagnostics
    return !application.contents.hasShape || isStrict && !diagnostics.isEmpty
      || diagnostics.contains { $0.severity == .error }
  }

  /// The unit's name.
  public var name: String? { application.string("name") }

  /// Who it is.
  var unit: UnitIdentity { UnitIdentity(kind: kind, name: name, library.vocabulary.names) }

  private var kind: String? {
    guard let index = application.vocabulary.wellKnown("kind", .code) else { return nil }
    let slot = application.contents.slot(of: index)
    return slot.isKnown ? application.vocabulary.facts[index].codes[Int(slot.payload)].name : nil
  }

  /// The fact that says when it recommends.
  var dateFact: Int? { application.vocabulary.wellKnown("date", .date) }

  /// The date of the recommendation.
  var date: CivilDate? {
    guard let dateFact else { return nil }
    let slot = application.contents.slot(of: dateFact)
    return slot.isKnown ? slot.date : nil
  }

  /// Of the rulebooks for the programmes that candidates apply for, the versions that may govern.
  func rulebooks(for batch: Batch, checker: Checker) -> Choice {
    if isInvalid { return Choice() }
    return checker.rulebooks(about: Self.documentKind, on: date).filter { index in
      batch.isAsked(library.rulebooks[index].programme)
    }
  }

  /// What the versions of a rulebook say of the unit.
  func report(by versions: [Int], on batch: Batch, checker: Checker) -> Report {
    let document = Application(vocabulary: application.vocabulary)
    document.read(application.text)
    if let latest = versions.last {
      let recommendation = Recommendation(
        batch, to: library.rulebooks[latest].programme, by: self)
      recommendation.give(to: document)
    }
    let report = Report(application: document)
    checker.check(versions, date: dateFact, into: report)
    return report
  }
}
