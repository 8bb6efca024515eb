/// Many candidates seen together.
public struct Screening {
  /// In the order of the unit's ranking, or of how far they are from eligible.
  public let candidates: [Row]
  /// What the rules say of the recommending unit, programme by programme.
  public let recommenderReports: [Report]
  /// Rules about recommending units that are of one round, which the date of the recommendation lies
  /// outside: the unit was not judged by them.
  public let closedRounds: [ClosedRound]
  /// Candidates with a base or a host in common: the same bases first, then the likely ones, then
  /// different bases of one host.
  public let likenesses: [Likeness]
  /// Bases that certainly stand in the batch more than once.
  public var repetitions: [Likeness] { likenesses.filter { $0.kind == .sameBase } }
  /// How many the unit may recommend, where its rules say so.
  public let quotas: [Quota]
  /// Of a pool, those that are certainly not recommended.
  public let notRecommended: [NotRecommended]
  /// Every clause that was checked, the one that stops most candidates first.
  public let clauses: [ClauseTally]
  /// What is to be said of the recommending unit's document, also what only the batch tells.
  public let diagnostics: [Diagnostic]
  /// Whether that has data errors, so that the unit was not judged.
  public var isRecommenderInvalid: Bool { diagnostics.contains { $0.severity == .error } }

  /// A candidate with its places in the batch.
  public struct Row: Sendable {
    /// Its number in the order of the input, from 1.
    public let number: Int
    /// Its place in the unit's ranking, from 1; nil where it has none.
    public let rank: Int?
    /// What was found.
    public let candidate: Candidate

    /// The one clause that keeps it from being eligible by a rulebook, if it is only one.
    public var lastObstacles: [(result: Candidate.Result, clause: Candidate.Judged)] {
      candidate.results.compactMap { result in
        let obstacles = result.obstacles
        return obstacles.count == 1 ? (result, obstacles[0]) : nil
      }
    }
  }

  /// A candidate of a pool that its unit does not recommend.
  public struct NotRecommended: Sendable {
    /// The candidate.
    public let row: Row
    /// Whether it names this unit as its one channel all the same.
    public let namesUnit: Bool
  }

  /// How many candidates a clause stops.
  public struct ClauseTally: Sendable {
    /// The rulebook.
    public let rulebook: Rulebook
    /// The clause.
    public let clause: Clause
    /// How many meet it, fail it, leave it open.
    public var counts = VerdictCounts()
  }

  /// Sees candidates together, with the unit that recommends them if there is one.
  public init(_ candidates: [Candidate], recommender: Recommender?, checker: Checker) {
    let batch = Batch(candidates, checker: checker)
    let ranking = recommender.flatMap { $0.isInvalid ? nil : $0.ranking }
    let standings = ranking?.standings(of: candidates)
    let rows = candidates.enumerated().map { index, candidate in
      Row(
        number: index + 1, rank: standings?[index].places.first.map { $0 + 1 },
        candidate: candidate)
    }
    self.candidates = rows.sorted { a, b in
      let (first, second) = (a.rank ?? .max, b.rank ?? .max)
      if first != second { return first < second }
      let (near, far) = (a.candidate.distance, b.candidate.distance)
      return near == far ? a.number < b.number : near < far
    }
    likenesses = Likeness.all(among: candidates, batch.names)
    clauses = Self.tallies(of: candidates)

    let choice = recommender?.rulebooks(for: batch, checker: checker) ?? Choice()
    let diagnostics = recommender?.diagnostics(in: batch, choice) ?? []
    self.diagnostics = diagnostics
    guard let recommender, !diagnostics.contains(where: { $0.severity == .error }) else {
      (recommenderReports, closedRounds, quotas, notRecommended) = ([], [], [], [])
      return
    }
    recommenderReports = choice.documents.map { versions in
      recommender.report(by: versions, on: batch, checker: checker)
    }
    closedRounds = choice.closedRounds.compactMap { index in
      recommender.date.map { ClosedRound(rulebook: checker.library.rulebooks[index], date: $0) }
    }
    quotas = recommenderReports.flatMap { $0.rulebooks }.compactMap { Quota($0, in: batch) }
    notRecommended =
      recommender.isPool && standings != nil
      ? zip(rows, standings ?? []).filter { $1.isRanked == .fail }.map { row, _ in
        NotRecommended(
          row: row,
          namesUnit: row.candidate.names(recommender.unit, batch.names) == .pass)
      } : []
  }

  private static func tallies(of batch: [Candidate]) -> [ClauseTally] {
    var tallies: [ClauseTally] = []
    var places: [ObjectIdentifier: Int] = [:]
    for result in batch.lazy.flatMap({ $0.results }) {
      for judged in result.clauses {
        let place = places[ObjectIdentifier(judged.clause)] ?? tallies.count
        if place == tallies.count {
          places[ObjectIdentifier(judged.clause)] = place
          tallies.append(ClauseTally(rulebook: result.rulebook, clause: judged.clause))
        }
        tallies[place].counts.add(judged.verdict)
      }
    }
    let order = tallies.enumerated().sorted { a, b in
      (-a.element.counts.fail, -a.element.counts.unknown, a.offset)
        < (-b.element.counts.fail, -b.element.counts.unknown, b.offset)
    }
    return order.map { $0.element }
  }
}
