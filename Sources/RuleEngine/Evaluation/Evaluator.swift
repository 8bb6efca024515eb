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

  /// Whether a list that is known may have further elements.
  func isOpen(_ list: ListOperand) -> Bool { lists[list.number].isOpen }

  /// The verdict on a condition, in the row of a list element where it is one's.
  func verdict(_ condition: Condition, row: Int) -> Verdict {
    switch condition {
    case .all(let parts): parts.reduce(.pass) { $0 && verdict($1, row: row) }
    case .any(let parts): parts.reduce(.fail) { $0 || verdict($1, row: row) }
    case .none(let parts): parts.reduce(.pass) { $0 && !verdict($1, row: row) }
    case .implication(let premise, let conclusion):
      !verdict(premise, row: row) || verdict(conclusion, row: row)
    case .every(let list, let reach, let condition):
      elements(of: list, reach).map {
        $0.reduce(isOpen(list) ? .unknown : .pass) {
          $0 && verdict(condition, row: self.row(of: $1, in: list))
        }
      } ?? .unknown
    case .test(let operand, let test):
      verdict(test, of: operand, row: row)
    case .number(let left, let relation, let right, let authorityFrom):
      Self.verdict(
        interval(left, row: row), relation, interval(right, row: row), authorityFrom: authorityFrom)
    case .share(let part, let whole, let relation, let ratio):
      Share(part: interval(part, row: row), whole: interval(whole, row: row)).verdict(
        relation, ratio)
    }
  }

  /// The verdict on a test of a fact.
  func verdict(_ test: FactTest, of operand: Operand, row: Int) -> Verdict {
    let slot = slot(operand, row: row)
    guard slot.isKnown else { return .unknown }
    switch test {
    case .flag(let wanted): return Verdict((slot.payload != 0) == wanted)
    case .membership(let membership): return verdict(membership, slot)
    case .rank(let relation, let code):
      // The best code has the least number.
      return Verdict(relation.holds(Int64(code), slot.payload))
    case .filled(let wanted): return Verdict((application.contents.length(slot) > 0) == wanted)
    case .like(let globs):
      let text = application.contents.string(slot)
      return Verdict(globs.contains { $0.matches(text) })
    case .includes(let inclusion): return verdict(inclusion, CodeSet(rawValue: slot.payload))
    case .moment(let relation, let other):
      guard let other = moment(other, row) else { return .unknown }
      return Verdict(relation.holds(slot.payload, other.packed))
    case .date, .age, .within:
      // A date that never was satisfies nothing.
      return slot.payload == Slot.never ? .fail : verdict(test, on: slot.date, row: row)
    }
  }

  /// The verdict on a test of a day.
  private func verdict(_ test: FactTest, on day: CivilDate, row: Int) -> Verdict {
    switch test {
    case .date(let relation, let other):
      onDay(other, row) { Verdict(relation.holds(day.packed, $0.packed)) }
    case .age(let relation, let period, let before):
      onDay(before, row) { Verdict(relation.holds($0.packed, day.adding(period).packed)) }
    case .within(let period, let before):
      onDay(before, row) { Verdict($0.subtracting(period) <= day && day <= $0) }
    default: .unknown
    }
  }

  /// The elements that `every` speaks of; nil where the list is not known.
  func elements(of operand: ListOperand, _ reach: Condition.Reach) -> Range<Int>? {
    let list = lists[operand.number]
    let first = reach == .next ? 1 : 0
    return list.isKnown ? first..<max(first, list.count) : nil
  }

  /// Judges a date; one that never was satisfies nothing.
  @inline(__always)
  private func onDay(_ operand: Operand, _ row: Int, _ judge: (CivilDate) -> Verdict) -> Verdict {
    let slot = slot(operand, row: row)
    guard slot.isKnown else { return .unknown }
    return slot.payload == Slot.never ? .fail : judge(slot.date)
  }

  private func onDay(_ expression: DateExpression, _ row: Int, _ judge: (CivilDate) -> Verdict)
    -> Verdict
  {
    switch expression {
    case .literal(let date): judge(date)
    case .fact(let operand): onDay(operand, row, judge)
    case .earlier(let operand, let period):
      onDay(operand, row) { judge($0.subtracting(period)) }
    }
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
    _ left: Interval, _ relation: Relation, _ right: Interval, authorityFrom: ExactDecimal?
  ) -> Verdict {
    let verdict = left.verdict(relation, right)
    guard verdict == .fail, let authorityFrom, left.high.map({ authorityFrom <= $0 }) ?? true
    else { return verdict }
    return .unknown
  }

  /// The day of a fact; nil where it is unknown, or never was.
  func date(_ operand: Operand, _ row: Int) -> CivilDate? {
    let slot = slot(operand, row: row)
    return slot.isKnown && slot.payload != Slot.never ? slot.date : nil
  }

  func date(_ expression: DateExpression, _ row: Int) -> CivilDate? {
    switch expression {
    case .literal(let date): date
    case .fact(let operand): date(operand, row)
    case .earlier(let operand, let period): date(operand, row).map { $0.subtracting(period) }
    }
  }

  func moment(_ expression: MomentExpression, _ row: Int) -> CivilMoment? {
    switch expression {
    case .literal(let moment): return moment
    case .fact(let operand):
      let slot = slot(operand, row: row)
      return slot.isKnown ? CivilMoment(packed: slot.payload) : nil
    }
  }

  // MARK: Numbers

  /// Every value that a number can have.
  func interval(_ expression: NumberExpression, row: Int) -> Interval {
    switch expression {
    case .literal(let value): return Interval(value)
    case .fact(let operand, let measure):
      let slot = slot(operand, row: row)
      return slot.isKnown ? interval(measure, of: operand, slot) : .unbounded
    case .sum(let parts):
      return parts.reduce(Interval(0)) { $0 + interval($1, row: row) }
    case .list(let list, let measure):
      switch measure {
      case .elements(let filter): return count(list, where: filter) { _, _ in }
      case .texts: return textCount(of: list)
      case .repetitions: return repetitions(in: list)
      }
    }
  }

  private func interval(_ measure: FactMeasure, of operand: Operand, _ slot: Slot) -> Interval {
    switch measure {
    case .value:
      Interval(
        slot.payload == Slot.notAnInteger
          ? application.contents.quantity(slot) : ExactDecimal(slot.payload))
    case .codes:
      CodeSet(rawValue: slot.payload)
        .size(of: application.vocabulary.facts[Int(operand.fact)].codes.count)
    case .length: Interval(application.contents.length(slot))
    }
  }

  /// How many elements of a list of texts have a character that is not white space.
  private func textCount(of operand: ListOperand) -> Interval {
    guard let elements = elements(of: operand, .all) else { return .unbounded }
    let texts = elements.map { slots[row(of: $0, in: operand)] }
    let filled = texts.count { $0.isKnown && application.contents.length($0) > 0 }
    return interval(from: filled, to: filled + texts.count { !$0.isKnown }, of: operand)
  }

  /// How many elements of a list of texts repeat an earlier one; an unknown one may.
  private func repetitions(in operand: ListOperand) -> Interval {
    let list = lists[operand.number]
    guard list.isKnown else { return .unbounded }
    var seen: Set<[UInt8]> = []
    var (repeated, unknown) = (0, 0)
    for element in 0..<list.count {
      let slot = slots[row(of: element, in: operand)]
      if !slot.isKnown {
        unknown += 1
      } else if !seen.insert(application.contents.bytes(slot)).inserted {
        repeated += 1
      }
    }
    let others = seen.isEmpty ? max(0, unknown - 1) : unknown
    return interval(from: repeated, to: repeated + others, of: operand)
  }

  /// How many elements of a list: of one that may go on, there is no greatest number.
  private func interval(from low: Int, to high: Int, of list: ListOperand) -> Interval {
    Interval(low: ExactDecimal(low), high: isOpen(list) ? nil : ExactDecimal(high))
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
    return interval(from: certain, to: possible, of: operand)
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
