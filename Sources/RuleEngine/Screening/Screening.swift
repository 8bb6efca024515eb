/// Many candidates seen together.
public struct Screening {
  /// In the order of the unit's ranking, or of how far they are from eligible.
  public let candidates: [Row]
  /// What the rules say of the recommending unit, programme by programme.
  public let recommenderReports: [Report]
  /// Rules about recommending units that are of one round, which the date of the recommendation lies
  /// outside: the unit was not judged by them.
  public let closedRounds: [ClosedRound]
  /// Bases that stand in the batch more than once.
  public let repetitions: [Repetition]
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

  /// The same base of the same host, several times in the batch.
  public struct Repetition: Sendable {
    /// The host's credit code.
    public let creditCode: String
    /// The base's name.
    public let baseName: String
    /// The numbers of the candidates, from 1.
    public let numbers: [Int]
    /// The units that recommend it, each once.
    public let channels: [Candidate.Channel]
    /// Whether it certainly comes through more than one channel.
    public var isThroughTwoChannels: Bool {
      channels.contains { channel in channels.contains { $0.differs(from: channel) } }
    }
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
  public init(_ batch: [Candidate], recommender: Recommender?, checker: Checker) {
    let ranking = recommender.flatMap { $0.isInvalid ? nil : $0.ranking }
    let rows = batch.enumerated().map { index, candidate in
      Row(
        number: index + 1,
        rank: candidate.creditCode.flatMap { ranking?.place(of: $0) }.map { $0 + 1 },
        candidate: candidate)
    }
    candidates = rows.sorted { a, b in
      let (first, second) = (a.rank ?? .max, b.rank ?? .max)
      if first != second { return first < second }
      let (near, far) = (a.candidate.distance, b.candidate.distance)
      return near == far ? a.number < b.number : near < far
    }
    let choice = recommender?.rulebooks(for: batch, checker: checker) ?? Choice()
    diagnostics = recommender?.diagnostics(among: batch, choice) ?? []
    let isInvalid = diagnostics.contains { $0.severity == .error }
    recommenderReports =
      isInvalid
      ? []
      : choice.documents.compactMap { versions in
        recommender?.report(by: versions, on: batch, checker: checker)
      }
    closedRounds =
      isInvalid
      ? []
      : choice.closedRounds.compactMap { index in
        recommender?.date.map {
          ClosedRound(rulebook: checker.library.rulebooks[index], date: $0)
        }
      }
    repetitions = Self.repetitions(in: rows)
    clauses = Self.tallies(of: batch)
  }

  private static func repetitions(in rows: [Row]) -> [Repetition] {
    struct Key: Hashable {
      let code: [UInt8]
      let name: [UInt8]
    }
    var groups: [Key: [Row]] = [:]
    var keys: [Key] = []
    for row in rows {
      guard let code = row.candidate.creditCode, let name = row.candidate.baseName else { continue }
      let key = Key(code: Array(code.utf8), name: Array(name.utf8))
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(row)
    }
    return keys.compactMap { key in
      guard let rows = groups[key], rows.count > 1, let first = rows.first?.candidate else {
        return nil
      }
      var channels: [Candidate.Channel] = []
      for channel in rows.flatMap({ $0.candidate.channels ?? [] })
      where !channels.contains(where: { $0.isSame(as: channel) }) { channels.append(channel) }
      return Repetition(
        creditCode: first.creditCode ?? "", baseName: first.baseName ?? "",
        numbers: rows.map { $0.number }, channels: channels)
    }
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
