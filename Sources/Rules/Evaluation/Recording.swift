/// Judging with a record: what was found, from which facts, and what was missed.
extension Evaluator {
  /// The verdict on a criterion's condition; what leads to it is added to `record`.
  func judge(_ condition: Condition, into record: inout Record) -> Verdict {
    let (firstFact, firstFinding) = (record.facts.count, record.findings.count)
    record.firstFact = firstFact
    let verdict = find(condition, isNegated: false, into: &record)
    if record.findings.count - firstFinding > 1 {
      var seen: Set<FactReference> = []
      let facts = record.facts[firstFact...].filter { seen.insert($0).inserted }
      record.facts.replaceSubrange(firstFact..., with: facts)
    }
    if verdict == .unknown {
      var missing = MissingFacts(self)
      missing.collect(condition, row: 0, element: nil)
      record.missing.append(contentsOf: missing.all)
    }
    return verdict
  }

  /// The verdict on a condition itself, whether or not it is negated.
  private func find(_ condition: Condition, isNegated: Bool, into record: inout Record) -> Verdict {
    switch condition {
    case .all(let parts):
      return parts.reduce(.pass) { $0 && find($1, isNegated: isNegated, into: &record) }
    case .any(let parts):
      return parts.reduce(.fail) { $0 || find($1, isNegated: isNegated, into: &record) }
    case .none(let parts):
      return parts.reduce(.pass) { $0 && !find($1, isNegated: !isNegated, into: &record) }
    case .number(let left, let relation, let right, let authorityFrom):
      let isUpperBound = relation == .atMost || relation == .lessThan
      var touchesEdge = false
      let measured = measure(left, into: &record) { filter, row in
        if isUpperBound, !touchesEdge { touchesEdge = self.touchesEdge(filter, row: row) }
      }
      let threshold = measure(right, into: &record) { _, _ in }
      let verdict = Self.verdict(measured, relation, threshold, authorityFrom: authorityFrom)
      // A count that may be at most nothing is not "on" nothing: there the dates are the threshold.
      let isOnThreshold =
        relation != .equal && measured.value != nil && measured.value == threshold.value
        && !(isUpperBound && threshold.value == .zero)
      record.findings.append(
        Finding(
          condition: condition, isNegated: isNegated, verdict: isNegated ? !verdict : verdict,
          measured: measured, other: threshold,
          isBoundary: isOnThreshold || touchesEdge))
      return verdict
    case .share(let part, let whole, let relation, let ratio):
      // The whole first: where both count a list, that is then noted before its elements.
      let wholeInterval = measure(whole, into: &record) { _, _ in }
      let share = Share(part: measure(part, into: &record) { _, _ in }, whole: wholeInterval)
      let verdict = share.verdict(relation, ratio)
      var isBoundary = false
      if let part = share.part.value, let whole = share.whole.value, whole > .zero {
        isBoundary = Share.compare(part, of: whole, with: ratio) == .equal
      }
      record.findings.append(
        Finding(
          condition: condition, isNegated: isNegated, verdict: isNegated ? !verdict : verdict,
          measured: share.part, other: share.whole,
          isBoundary: isBoundary))
      return verdict
    case .flag(let operand, _), .membership(let operand, _), .rank(let operand, _, _),
      .includes(let operand, _):
      note(operand, into: &record)
    case .date(let operand, _, let other):
      note(operand, into: &record)
      if case .fact(let operand) = other { note(operand, into: &record) }
    case .age(let operand, _, _, let before), .within(let operand, _, let before):
      note(operand, into: &record)
      note(before, into: &record)
    }
    let verdict = verdict(condition, row: 0)
    record.findings.append(
      Finding(
        condition: condition, isNegated: isNegated, verdict: isNegated ? !verdict : verdict,
        isBoundary: touchesEdge(condition, row: 0)))
    return verdict
  }

  private func note(_ operand: Operand, into record: inout Record) {
    if slot(operand, row: 0).isInText { note(FactReference(Int(operand.fact)), into: &record) }
  }

  private func note(_ reference: FactReference, into record: inout Record) {
    // A share's part and whole often count the same list. (A slice would share the array's memory,
    // and so make the next append copy it.)
    let count = record.facts.count
    for index in max(record.firstFact, count - 2)..<count where record.facts[index] == reference {
      return
    }
    record.facts.append(reference)
  }

  /// A number's interval; the facts that it comes from are noted, and each counted element shown to
  /// `visit`.
  private func measure(
    _ expression: NumberExpression, into record: inout Record,
    visit: (_ filter: Condition, _ row: Int) -> Void
  ) -> Interval {
    switch expression {
    case .literal(let value): return Interval(value)
    case .fact(let operand):
      note(operand, into: &record)
      return interval(expression, row: 0)
    case .sum(let parts):
      return parts.reduce(Interval(0)) { $0 + measure($1, into: &record, visit: visit) }
    case .count(let list, let filter):
      if isKnown(list) { note(FactReference(Int(list.fact)), into: &record) }
      guard let filter else { return interval(expression, row: 0) }
      return count(list, where: filter) { element, verdict in
        guard verdict == .pass else { return }
        record.facts.append(FactReference(Int(list.fact), element: element))
        visit(filter, row(of: element, in: list))
      }
    }
  }

  /// Whether a date lies on the first or the last day of a span that a condition names, or exactly
  /// on the day to which it is compared.
  private func touchesEdge(_ condition: Condition, row: Int) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts):
      return parts.contains { touchesEdge($0, row: row) }
    case .within(let operand, let period, let before):
      let (slot, end) = (slot(operand, row: row), slot(before, row: row))
      guard slot.isKnown, end.isKnown else { return false }
      return slot.date == end.date || slot.date == end.date.subtracting(period)
    case .age(let operand, _, let period, let before):
      let (slot, end) = (slot(operand, row: row), slot(before, row: row))
      return slot.isKnown && end.isKnown && slot.date.adding(period) == end.date
    case .date(let operand, let relation, let other):
      let slot = slot(operand, row: row)
      return relation != .equal && slot.isKnown && slot.date == date(other, row)
    default:
      return false
    }
  }
}
