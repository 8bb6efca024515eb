/// What the evaluator found of one simple condition: the record from which every explanation is
/// made.
struct Finding {
  let condition: Condition
  /// Which of the criterion's simple conditions it is.
  let part: Int
  /// The row of the list element that it is of; 0 for the application itself.
  let row: Int
  /// Whether it must not hold: it is part of a `none`.
  let isNegated: Bool
  /// The verdict on what it must be.
  let verdict: Verdict
  /// The number compared, or a share's part.
  var measured = Interval.unbounded
  /// The threshold, or a share's whole.
  var other = Interval.unbounded
  /// Whether the value lies exactly on the threshold.
  var isBoundary = false
  /// Where the record has more of it: of an `every`, what was found of the elements for which it
  /// fails; of a sum, its addends.
  var details = 0..<0
  /// Of an `every`, whether elements are open, or there may be others.
  var hasOpenElements = false
  /// Of a share whose part and whole go together, its number in the record.
  var share: Int?
}

/// The findings of one application, with the facts that were read and those that were missed, in
/// memory that is kept from one application to the next. For one thread at a time.
final class Record {
  @exclusivity(unchecked) var findings: [Finding] = []
  /// Of every `every`, what was found of the elements for which it fails.
  @exclusivity(unchecked) var elementFindings: [Finding] = []
  /// Of every sum, its addends.
  @exclusivity(unchecked) var addends: [Interval] = []
  @exclusivity(unchecked) var shares: [Share] = []
  /// The facts that decided, in the order of the conditions.
  @exclusivity(unchecked) var facts: [FactReference] = []
  /// Where those of the criterion at hand begin.
  @exclusivity(unchecked) var firstFact = 0
  /// Whether the criterion at hand may have noted a fact twice.
  @exclusivity(unchecked) var mayRepeatFacts = false
  /// The unknown facts that keep a verdict open.
  @exclusivity(unchecked) var missing: [FactReference] = []

  /// Drops what is a fact of the criterion at hand already.
  func keepEachFactOnce(from first: Int) {
    var kept = first
    // Of few, it is faster to look than to hash.
    var seen: Set<FactReference>? = facts.count - first > 32 ? [] : nil
    for index in first..<facts.count {
      let fact = facts[index]
      let isNew = seen?.insert(fact).inserted ?? !facts[first..<kept].contains(fact)
      if isNew {
        facts[kept] = fact
        kept += 1
      }
    }
    facts.removeSubrange(kept...)
  }

  func removeAll() {
    findings.removeAll(keepingCapacity: true)
    elementFindings.removeAll(keepingCapacity: true)
    addends.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
  }
}
