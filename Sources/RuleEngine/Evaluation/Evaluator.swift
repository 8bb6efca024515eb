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
    case .scoped(let condition, let scope):
      verdict(scope.condition, row: row) == .pass ? verdict(condition, row: row) : .unknown
    case .discretion(let condition, let ground):
      verdict(condition, row: row) || (verdict(ground, row: row) && .unknown)
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
      self.share(part, interval(part, row: row), of: whole, interval(whole, row: row))
        .verdict(relation, ratio)
    }
  }

  /// The verdict on a test of a fact.
  func verdict(_ test: FactTest, of operand: Operand, row: Int) -> Verdict {
    switch test {
    case .flag(let wanted):
      known(operand, row) { Verdict(($0.payload != 0) == wanted) }
    case .membership(let membership):
      known(operand, row) { verdict(membership, $0) }
    case .rank(let relation, let code):
      // The best code has the least number.
      known(operand, row) { Verdict(relation.holds(Int64(code), $0.payload)) }
    case .filled(let wanted):
      known(operand, row) { Verdict((application.contents.length($0) > 0) == wanted) }
    case .stated(let wanted):
      Verdict(isStated(operand, row) == wanted)
    case .like(let globs):
      known(operand, row) { slot in
        let text = application.contents.string(slot)
        return Verdict(globs.contains { $0.matches(text) })
      }
    case .includes(let inclusion):
      known(operand, row) { verdict(inclusion, CodeSet(rawValue: $0.payload)) }
    case .moment(let relation, let other):
      known(operand, row) { slot in
        moment(other, row).map { Verdict(relation.holds(slot.payload, $0.packed)) } ?? .unknown
      }
    case .date(let relation, let other):
      onDays(day(operand, row), day(other, row)) { Verdict(relation.holds($0.packed, $1.packed)) }
    case .age(let relation, let period, let before):
      onDays(day(operand, row), day(before, row)) {
        Verdict(relation.holds($1.packed, $0.adding(period).packed))
      }
    case .within(let period, let side, let other):
      onDays(day(operand, row), day(other, row)) {
        Verdict($1.span(of: period, side).contains($0))
      }
    case .year(let period, let relation):
      verdict(period, relation, row)
    }
  }

  /// What a condition that fails is about: of every element, the first for which it does.
  func firstFailing(_ condition: Condition) -> FactReference {
    guard case .every(let list, let reach, let inner) = condition,
      let element = elements(of: list, reach)?
        .first(where: { verdict(inner, row: row(of: $0, in: list)) == .fail })
    else { return FactReference(condition.firstFact ?? 0) }
    return FactReference(Int(list.fact), element: element)
  }

  /// The elements that `every` speaks of; nil where the list is not known.
  func elements(of operand: ListOperand, _ reach: Condition.Reach) -> Range<Int>? {
    let list = lists[operand.number]
    let first = reach == .next ? 1 : 0
    return list.isKnown ? first..<max(first, list.count) : nil
  }

  private func verdict(_ period: YearOfPeriod, _ relation: YearOfPeriod.Relation, _ row: Int)
    -> Verdict
  {
    let start = day(period.start, row)
    if case .never = start { return .fail }
    guard case .day(let first) = start, let year = year(period, row) else { return .unknown }
    guard CivilDate.years.contains(year) else { return .fail }
    let (span, days) = (first.span(of: period.length, .after), CivilDate.days(of: year))
    return switch relation {
    case .coversYear:
      Verdict(span.contains(days.lowerBound) && span.contains(days.upperBound))
    case .touchesYear: Verdict(span.overlaps(days))
    case .beginsInYear: Verdict(days.contains(first))
    }
  }

  /// The year that is looked at; nil where it is not known.
  func year(_ period: YearOfPeriod, _ row: Int) -> Int? {
    interval(.fact(period.year, .value), row: row).value?.integer.flatMap { Int(exactly: $0) }
  }

  /// The days of the period; the first is not counted (Civil Code, Art. 201).
  func span(_ period: YearOfPeriod, _ row: Int) -> ClosedRange<CivilDate>? {
    date(period.start, row).map { $0.span(of: period.length, .after) }
  }

  /// What is known of a date.
  private enum KnownDay {
    case unknown, never
    case day(CivilDate)
  }

  /// Judges two dates; one that never was satisfies nothing, whatever the other is.
  @inline(__always)
  private func onDays(
    _ first: KnownDay, _ second: KnownDay, _ judge: (CivilDate, CivilDate) -> Verdict
  ) -> Verdict {
    switch (first, second) {
    case (.never, _), (_, .never): .fail
    case (.day(let first), .day(let second)): judge(first, second)
    case (.unknown, _), (_, .unknown): .unknown
    }
  }

  @inline(__always)
  private func day(_ operand: Operand, _ row: Int) -> KnownDay {
    let slot = slot(operand, row: row)
    return !slot.isKnown ? .unknown : slot.payload == Slot.never ? .never : .day(slot.date)
  }

  private func day(_ expression: DateExpression, _ row: Int) -> KnownDay {
    if let date = date(expression, row) { return .day(date) }
    return expression.operand.map { day($0, row) } ?? .unknown
  }

  /// Whether the application says something of a fact; an empty text says nothing.
  private func isStated(_ operand: Operand, _ row: Int) -> Bool {
    let slot = slot(operand, row: row)
    guard slot.isKnown else { return false }
    let isText = application.vocabulary.facts[Int(operand.fact)].type == .text
    return !isText || application.contents.length(slot) > 0
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
    switch inclusion.extent {
    case .all: set.includesAll(inclusion.wanted)
    case .any: set.includesAny(inclusion.wanted)
    case .allOrSimilar: set.includesAll(inclusion.wanted) || (set.isEmpty ? .fail : .unknown)
    }
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
    case .later(let operand, let period): date(operand, row).map { $0.adding(period) }
    case .monthStart(let operand): date(operand, row).map { $0.monthStart }
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
  /// verdict. Of elements that have a name in common, it is only certain that they are one at least.
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
    if list.hasNamesakes { certain -= surplus(operand, where: filter) }
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
