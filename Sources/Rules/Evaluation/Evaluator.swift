/// Judges conditions for one application, with what its facts leave open.
///
/// Every part of a condition is judged; nothing is skipped by short-circuit.
struct Evaluator {
  let application: Application
  /// What the application says, at hand.
  private let slots: [Slot]
  private let lists: [ListSlot]

  init(_ application: Application) {
    self.application = application
    slots = application.contents.slots
    lists = application.contents.lists
  }

  /// What is said of a fact, in the row of a list element where it is one's.
  @inline(__always)
  func slot(_ operand: Operand, row: Int) -> Slot {
    slots[Int(operand.column) &+ (operand.isMember ? row : 0)]
  }

  /// What is said of a list's element itself.
  func slot(of element: Int, in list: ListOperand) -> Slot { slots[row(of: element, in: list)] }

  func isKnown(_ list: ListOperand) -> Bool { lists[list.number].isKnown }

  /// The verdict on a condition, in the row of a list element where it is one's.
  func verdict(_ condition: Condition, row: Int) -> Verdict {
    switch condition {
    case .all(let parts): parts.reduce(.pass) { $0 && verdict($1, row: row) }
    case .any(let parts): parts.reduce(.fail) { $0 || verdict($1, row: row) }
    case .none(let parts): parts.reduce(.pass) { $0 && !verdict($1, row: row) }
    case .flag(let operand, let wanted):
      known(operand, row) { Verdict(($0.payload != 0) == wanted) }
    case .membership(let operand, let membership):
      known(operand, row) { verdict(membership, $0) }
    case .rank(let operand, let relation, let code):
      // The best code has the least number.
      known(operand, row) { Verdict(relation.holds(Int64(code), $0.payload)) }
    case .includes(let operand, let inclusion):
      known(operand, row) { verdict(inclusion, CodeSet(rawValue: $0.payload)) }
    case .number(let left, let relation, let right, let authorityFrom):
      Self.verdict(
        interval(left, row: row), relation, interval(right, row: row), authorityFrom: authorityFrom)
    case .share(let part, let whole, let relation, let ratio):
      Share(part: interval(part, row: row), whole: interval(whole, row: row)).verdict(
        relation, ratio)
    case .date(let operand, let relation, let other):
      known(operand, row) { slot in
        date(other, row).map { Verdict(relation.holds(slot.payload, Int64($0.packed))) } ?? .unknown
      }
    case .age(let operand, let relation, let period, let before):
      known(operand, row) { slot in
        known(before, row) { end in
          Verdict(relation.holds(end.payload, Int64(slot.date.adding(period).packed)))
        }
      }
    case .within(let operand, let period, let before):
      known(operand, row) { slot in
        known(before, row) { end in
          Verdict(end.date.subtracting(period) <= slot.date && slot.payload <= end.payload)
        }
      }
    }
  }

  @inline(__always)
  private func known(_ operand: Operand, _ row: Int, _ judge: (Slot) -> Verdict) -> Verdict {
    let slot = slot(operand, row: row)
    return slot.isKnown ? judge(slot) : .unknown
  }

  private func verdict(_ membership: Membership, _ slot: Slot) -> Verdict {
    let isListed =
      membership.texts.isEmpty
      ? membership.numbers.contains(slot.payload)
      : application.contents.text(slot, isOneOf: membership.texts)
    return switch membership.list {
    case .closed: Verdict(isListed)
    case .open: isListed ? .pass : .unknown
    case .excluding: Verdict(!isListed)
    }
  }

  private func verdict(_ inclusion: Inclusion, _ set: CodeSet) -> Verdict {
    inclusion.needsAll ? set.includesAll(inclusion.wanted) : set.includesAny(inclusion.wanted)
  }

  /// The verdict on a comparison; certain values from `authorityFrom` up, if below the threshold,
  /// are for the authority to judge.
  static func verdict(
    _ left: Interval, _ relation: Relation, _ right: Interval, authorityFrom: Decimal?
  ) -> Verdict {
    let verdict = left.verdict(relation, right)
    guard verdict == .fail, let authorityFrom, left.high.map({ authorityFrom <= $0 }) ?? true
    else { return verdict }
    return .unknown
  }

  func date(_ expression: DateExpression, _ row: Int) -> CivilDate? {
    switch expression {
    case .literal(let date): return date
    case .fact(let operand):
      let slot = slot(operand, row: row)
      return slot.isKnown ? slot.date : nil
    }
  }

  // MARK: Numbers

  /// Every value that a number can have.
  func interval(_ expression: NumberExpression, row: Int) -> Interval {
    switch expression {
    case .literal(let value): return Interval(value)
    case .fact(let operand):
      let slot = slot(operand, row: row)
      guard slot.isKnown else { return .unbounded }
      return Interval(
        slot.payload == Slot.notAnInteger
          ? application.contents.quantity(slot) : Decimal(Int(slot.payload)))
    case .sum(let parts):
      return parts.reduce(Interval(0)) { $0 + interval($1, row: row) }
    case .count(let list, let filter):
      return count(list, where: filter) { _, _ in }
    }
  }

  /// How many elements certainly and possibly satisfy `filter`; each is shown to `visit` with its
  /// verdict.
  func count(
    _ operand: ListOperand, where filter: Condition?, visit: (_ element: Int, Verdict) -> Void
  ) -> Interval {
    let list = lists[operand.number]
    guard list.isKnown else { return .unbounded }
    var (certain, possible) = (0, 0)
    for element in 0..<list.count {
      let verdict: Verdict =
        if let filter { self.verdict(filter, row: list.firstRow &+ element &* operand.width) } else
        { .pass }
      if verdict == .pass { certain += 1 }
      if verdict != .fail { possible += 1 }
      visit(element, verdict)
    }
    return Interval(low: Decimal(certain), high: Decimal(possible))
  }

  /// The row of an element of a list.
  func row(of element: Int, in operand: ListOperand) -> Int {
    lists[operand.number].firstRow + element * operand.width
  }
}

extension Slot {
  /// A date's value.
  var date: CivilDate { CivilDate(packed: Int32(truncatingIfNeeded: payload)) }
}

extension Relation {
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .moreThan: left > right
    case .atMost: left <= right
    case .lessThan: left < right
    case .equal: left == right
    }
  }
}
