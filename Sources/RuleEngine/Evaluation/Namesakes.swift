/// Elements of a list that have a name in common: they may be one, or as many as there are.
///
/// An element without a name counts as one of its own; a name that is filled in and repeats another
/// takes certainty away, but turns no verdict round.
extension Evaluator {
  /// How many elements that certainly satisfy a condition are none of their own if those that have a
  /// name in common are one.
  func surplus(_ list: ListOperand, where filter: Condition?) -> Int {
    namesakes(in: list, where: filter).reduce(0) { $0 + max(0, $1.certain - 1) }
  }

  /// Elements that have a name in common.
  struct Namesakes {
    /// How many there are.
    let count: Int
    /// How many certainly, and how many possibly, satisfy the condition.
    var certain = 0
    var possible = 0
    /// The latter themselves.
    var elements: [Int] = []
  }

  func namesakes(in list: ListOperand, where filter: Condition?) -> [Namesakes] {
    application.contents.namesakes(in: list.number).map { elements in
      var namesakes = Namesakes(count: elements.count)
      for element in elements {
        let verdict = filter.map { self.verdict($0, row: row(of: element, in: list)) } ?? .pass
        guard verdict != .fail else { continue }
        namesakes.possible += 1
        namesakes.elements.append(element)
        if verdict == .pass { namesakes.certain += 1 }
      }
      return namesakes
    }
  }

  /// A share; where a list is the whole and some of its elements the part, of those that have a name
  /// in common as many are in the whole as make up the part.
  func share(
    _ partNumber: NumberExpression, _ part: Interval, of wholeNumber: NumberExpression,
    _ whole: Interval
  ) -> Share {
    var share = Share(part: part, whole: whole)
    guard case .list(let list, .elements(where: nil)) = wholeNumber, !isOpen(list),
      case .list(let counted, .elements(let filter)) = partNumber, counted == list
    else { return share }
    let groups = namesakes(in: list, where: filter)
    guard !groups.isEmpty, let count = whole.high?.integer.flatMap({ Int(exactly: $0) }) else {
      return share
    }
    let others = count - groups.reduce(0) { $0 + $1.count }
    var (certain, possible) = (0, 0)
    for element in elements(of: list, .all) ?? 0..<0 {
      let verdict = filter.map { self.verdict($0, row: row(of: element, in: list)) } ?? .pass
      if verdict == .pass { certain += 1 }
      if verdict != .fail { possible += 1 }
    }
    certain -= groups.reduce(0) { $0 + $1.certain }
    possible -= groups.reduce(0) { $0 + $1.possible }
    var least = (part: certain, whole: others)
    var greatest = (part: possible, whole: others)
    for group in groups {
      // The least share: those that satisfy it are one, and all others different.
      least.part += min(1, group.certain)
      least.whole += group.count - max(0, group.certain - 1)
      // The greatest: those that may satisfy it are different, and all others one of them.
      greatest.part += group.possible
      greatest.whole += max(1, group.possible)
    }
    share.extremes = Share.Extremes(
      least: Share.Pair(ExactDecimal(least.part), of: ExactDecimal(least.whole)),
      greatest: Share.Pair(ExactDecimal(greatest.part), of: ExactDecimal(greatest.whole)))
    return share
  }

  /// Calls `visit` with each list that a condition counts, and which of its elements.
  func forEachCount(
    in condition: Condition, _ visit: (_ list: ListOperand, _ filter: Condition?) -> Void
  ) {
    func look(at number: NumberExpression) {
      switch number {
      case .list(let list, .elements(let filter)): visit(list, filter)
      case .sum(let parts): for part in parts { look(at: part) }
      case .list, .fact, .literal: break
      }
    }
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts):
      for part in parts { forEachCount(in: part, visit) }
    case .implication(let premise, let conclusion):
      forEachCount(in: premise, visit)
      forEachCount(in: conclusion, visit)
    case .scoped(let condition, _): forEachCount(in: condition, visit)
    case .discretion(let condition, let ground):
      forEachCount(in: condition, visit)
      forEachCount(in: ground, visit)
    case .every(_, _, let condition): forEachCount(in: condition, visit)
    case .number(let left, _, let right, _):
      look(at: left)
      look(at: right)
    case .share(let part, let whole, _, _):
      look(at: part)
      look(at: whole)
    case .test: break
    }
  }
}
