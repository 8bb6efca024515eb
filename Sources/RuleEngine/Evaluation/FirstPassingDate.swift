/// The first application date on which a date condition that fails would hold.
struct FirstPassingDate {
  private let evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// The first day of "at least a period since a date".
  func of(_ date: CivilDate, _ relation: Relation, _ period: Period) -> CivilDate? {
    switch relation {
    case .atLeast, .equal: date.adding(period).ifWritable
    case .moreThan: date.adding(period).next.ifWritable
    case .atMost, .lessThan: nil
    }
  }

  /// The first day that, less a period, comes after a date (with `orOn`, is that date).
  func of(_ date: CivilDate, before period: Period, orOn: Bool) -> CivilDate? {
    let day = orOn ? firstDayAfter(date.adding(.days(-1)), period) : firstDayAfter(date, period)
    return day.ifWritable
  }

  /// The first day on which no more than `limit` elements lie in the span before it, or have it in
  /// the span after them; nil where the count does not depend on such a span.
  func of(_ list: ListOperand, where filter: Condition, atMost limit: Int) -> CivilDate? {
    guard case .test(let operand, .within(let period, let side, let other))? = filter.firstSpan
    else { return nil }
    let (member, day) = side == .before ? (operand, other) : (other, operand)
    guard member.isMember, !day.isMember, let today = evaluator.date(day, 0) else { return nil }
    // How many more spans each day opens, and how many it closes.
    var changes: [(day: CivilDate, change: Int)] = []
    _ = evaluator.count(list, where: filter.ignoringSpans) { element, verdict in
      guard verdict == .pass,
        let date = evaluator.date(member, evaluator.row(of: element, in: list))
      else { return }
      changes.append((date, 1))
      let end = side == .before ? firstDayAfter(date, period) : date.adding(period).next
      changes.append((end, -1))
    }
    changes.sort { $0.day < $1.day }
    var count = 0
    var index = 0
    while index < changes.count {
      let day = changes[index].day
      while index < changes.count, changes[index].day == day {
        count += changes[index].change
        index += 1
      }
      if day > today, count <= limit { return day.ifWritable }
    }
    return nil
  }

  /// The first day after the span that begins with `date`.
  func of(after date: CivilDate, _ period: Period) -> CivilDate? {
    date.adding(period).next.ifWritable
  }

  /// The first day whose span no longer reaches back to `date`.
  private func firstDayAfter(_ date: CivilDate, _ period: Period) -> CivilDate {
    var day = date.adding(period)
    while day.subtracting(period) <= date { day = day.next }
    return day
  }
}

extension CivilDate {
  fileprivate var ifWritable: Self? { isWritable ? self : nil }
}

extension Condition {
  /// The first condition in it that wants a date within a span.
  fileprivate var firstSpan: Condition? {
    switch self {
    case .test(_, .within): self
    case .all(let parts): parts.lazy.compactMap { $0.firstSpan }.first
    default: nil
    }
  }

  /// The condition without those spans.
  fileprivate var ignoringSpans: Condition {
    switch self {
    case .test(_, .within): .all([])
    case .all(let parts): .all(parts.map { $0.ignoringSpans })
    default: self
    }
  }
}
