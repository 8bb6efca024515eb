/// What a unit recommends to a programme: of a batch, the candidates that apply to it; of a pool,
/// those of them that are ranked.
struct Recommendation {
  /// A candidate that may be among them.
  struct Member {
    let candidate: Candidate
    /// Whether it is among them.
    let isRecommended: Verdict
    /// Whether it is the same base as one before it.
    let repeats: Verdict
    let standing: Ranking.Standing?
    /// Whether the one unit that it names is this one.
    let namesUnit: Verdict
  }

  let members: [Member]

  init(_ batch: Batch, to programme: String, by unit: Recommender) {
    let standings = unit.ranking?.standings(of: batch.candidates)
    let identity = unit.unit
    var bases = BaseIndex()
    var members: [Member] = []
    for (index, candidate) in batch.candidates.enumerated() {
      let standing = standings?[index]
      let isRecommended =
        batch.belongs(candidate, to: programme)
        && (unit.isPool ? standing?.isRanked ?? .unknown : .pass)
      if isRecommended == .fail { continue }
      let base = BaseIdentity(candidate, batch.names)
      members.append(
        Member(
          candidate: candidate, isRecommended: isRecommended, repeats: bases.contains(base),
          standing: standing, namesUnit: candidate.names(identity, batch.names)))
      bases.insert(base, isCertain: isRecommended == .pass)
    }
    self.members = members
  }

  /// Gives the unit's document the facts that only the batch tells. Of a candidate that may not be
  /// recommended at all, what would speak against it is not known.
  func give(to document: Application) {
    let vocabulary = document.vocabulary
    guard let list = vocabulary.wellKnown("candidates", .list),
      let number = vocabulary.facts[list].list
    else { return }
    func flag(_ path: StaticString, _ verdict: Verdict) -> [(column: Int, slot: Slot)] {
      guard let fact = vocabulary.wellKnown(path, .flag), verdict != .unknown else { return [] }
      return [(vocabulary.facts[fact].location.column, .given(verdict == .pass ? 1 : 0))]
    }
    document.contents.give(
      list: number,
      members.map { member in
        let isCertain = member.isRecommended == .pass
        let isRanked = member.standing?.isRanked ?? .unknown
        let isRankedTwice = member.standing?.isRankedTwice ?? .unknown
        return (
          name: member.candidate.name ?? member.candidate.source,
          slots: flag("candidates[].recommended", member.isRecommended)
            + flag("candidates[].repeats", member.repeats)
            + flag("candidates[].ranked", isRanked == .fail && !isCertain ? .unknown : isRanked)
            + flag(
              "candidates[].rankedTwice",
              isRankedTwice == .pass && !isCertain ? .unknown : isRankedTwice)
            + flag(
              "candidates[].namesThisUnit",
              member.namesUnit == .fail && !isCertain ? .unknown : member.namesUnit)
        )
      })
  }
}

extension Candidate {
  /// Whether the one unit through which it is recommended is this one.
  func names(_ unit: UnitIdentity, _ names: NameWords) -> Verdict {
    guard let channels else { return .unknown }
    guard channels.count == 1, let channel = channels.first else { return .fail }
    return UnitIdentity(kind: channel.kind, name: channel.name, names).isSame(as: unit)
  }
}
