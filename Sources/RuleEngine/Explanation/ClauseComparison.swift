/// How a clause differs from the one of another document that asks for the same.
public struct ClauseComparison: Sendable {
  /// Where the other clause stands.
  public let rulebook: Rulebook
  /// The other clause.
  public let clause: Clause
  /// What differs; empty where the conditions are the same.
  public let differences: [Difference]

  /// Criteria of the two clauses that are not the same.
  public struct Difference: Sendable {
    /// Of this clause; nil where only the other has such a criterion.
    public let criterion: Criterion?
    /// Of the other clause; nil where only this one has such a criterion.
    public let other: Criterion?
    /// What only this clause asks for. Where that and `there` are empty, the facts asked for are the
    /// same, but not the words of the requirements.
    public let here: [String]
    /// What only the other asks for.
    public let there: [String]
  }

  /// - Parameters:
  ///   - vocabulary: that of the documents which both rulebooks are about.
  init(
    _ clause: Clause, with other: Clause, of rulebook: Rulebook, _ vocabulary: Vocabulary,
    _ language: Language
  ) {
    self.rulebook = rulebook
    self.clause = other
    differences = Self.pairs(clause, other, vocabulary).map { mine, theirs in
      let here = mine?.outline(in: vocabulary, language).sentences ?? []
      let there = theirs?.outline(in: vocabulary, language).sentences ?? []
      return Difference(
        criterion: mine, other: theirs, here: here.filter { !there.contains($0) },
        there: there.filter { !here.contains($0) })
    }
  }

  /// The criteria that differ: those of the same letter belong together.
  private static func pairs(_ clause: Clause, _ other: Clause, _ vocabulary: Vocabulary)
    -> [(Criterion?, Criterion?)]
  {
    var theirs = other.criteria
    let mine = clause.criteria.filter { criterion in
      guard let same = theirs.firstIndex(where: { $0.asks(forTheSameAs: criterion, vocabulary) })
      else { return true }
      theirs.remove(at: same)
      return false
    }
    let pairs = mine.map { criterion -> (Criterion?, Criterion?) in
      let letter = criterion.id.dropFirst(clause.id.count)
      let place = theirs.firstIndex { $0.id.dropFirst(other.id.count) == letter }
      return (criterion, place.map { theirs.remove(at: $0) })
    }
    return pairs + theirs.map { (nil, $0) }
  }
}

extension Criterion {
  fileprivate func asks(forTheSameAs other: Criterion, _ vocabulary: Vocabulary) -> Bool {
    requirement[.zh] == other.requirement[.zh]
      && facts(in: vocabulary).map { $0.path } == other.facts(in: vocabulary).map { $0.path }
      && outline(in: vocabulary, .zh) == other.outline(in: vocabulary, .zh)
  }
}

extension RuleLibrary {
  /// The clauses of other documents that ask for the same: the one that the clause names, and those
  /// that name it. Of each document, the latest version that has it.
  public func comparisons(of clause: Clause, of rulebook: Rulebook, in language: Language)
    -> [ClauseComparison]
  {
    guard let vocabulary = vocabulary(of: rulebook) else { return [] }
    var latest: [(rulebook: Rulebook, clause: Clause)] = []
    for other in rulebooks where other.series != rulebook.series {
      for candidate in other.articles.flatMap({ $0.clauses }) {
        let isNamed = clause.counterpart.map { $0.names(candidate, of: other) } ?? false
        let names = candidate.counterpart?.names(clause, of: rulebook) ?? false
        guard isNamed || names else { continue }
        if let index = latest.firstIndex(where: { $0.rulebook.series == other.series }) {
          if latest[index].rulebook.isOlder(than: other) { latest[index] = (other, candidate) }
        } else {
          latest.append((other, candidate))
        }
      }
    }
    return latest.map {
      ClauseComparison(clause, with: $0.clause, of: $0.rulebook, vocabulary, language)
    }
  }

  /// The vocabulary of the documents that a rulebook is about.
  public func vocabulary(of rulebook: Rulebook) -> Vocabulary? {
    guard let about = rulebook.about else { return vocabulary }
    return vocabulary.vocabulary(of: about)
  }
}

extension Clause.Counterpart {
  fileprivate func names(_ clause: Clause, of rulebook: Rulebook) -> Bool {
    series == rulebook.series && self.clause == clause.id
  }
}

extension Rulebook {
  fileprivate func isOlder(than other: Rulebook) -> Bool {
    guard let from = other.span.from else { return false }
    return span.from.map { $0 < from } ?? true
  }
}
