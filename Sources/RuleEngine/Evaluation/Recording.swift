/// Judging with a record: what was found, from which facts, and what was missed.
extension Evaluator {
  /// The verdict on a criterion's condition; what leads to it is added to `record`.
  func judge(_ condition: Condition, into record: Record) -> Verdict {
    let (firstFact, firstFinding) = (record.facts.count, record.findings.count)
    record.firstFact = firstFact
    record.mayRepeatFacts = false
    let verdict = find(condition, at: Place(), into: record)
    if record.mayRepeatFacts || record.findings.count - firstFinding > 1 {
      record.keepEachFactOnce(from: firstFact)
    }
    if verdict == .unknown {
      var missing = MissingFacts(self)
      missing.collect(condition, row: 0, element: nil)
      record.missing.append(contentsOf: missing.all)
    }
    return verdict
  }

  /// Where a condition stands: in which part of the criterion, and of which list element.
  struct Place {
    var part = 0
    var isNegated = false
    var row = 0
    var element: Int?
  }

  /// The verdict on a condition itself, whether or not it is negated.
  func find(_ condition: Condition, at place: Place, into record: Record) -> Verdict {
    switch condition {
    case .all(let parts):
      return find(parts, at: place, into: record).reduce(.pass) { $0 && $1 }
    case .any(let parts):
      return find(parts, at: place, into: record).reduce(.fail) { $0 || $1 }
    case .none(let parts):
      var negated = place
      negated.isNegated.toggle()
      return find(parts, at: negated, into: record).reduce(.pass) { $0 && !$1 }
    case .implication(let premise, let conclusion):
      return find(condition, if: premise, then: conclusion, at: place, into: record)
    case .scoped(let inner, let scope):
      return find(condition, inner, in: scope, at: place, into: record)
    case .discretion(let inner, let ground):
      return find(inner, leftToTheAuthorityIf: ground, at: place, into: record)
    case .every(let list, let reach, let inner):
      return find(condition, list, reach, inner, at: place, into: record)
    case .number(let left, let relation, let right, let authorityFrom):
      let isUpperBound = relation == .atMost || relation == .lessThan
      var touchesEdge = false
      let firstAddend = record.addends.count
      let measured = measure(left, at: place, into: record) { filter, row in
        if isUpperBound, !touchesEdge { touchesEdge = self.touchesEdge(filter, row: row) }
      }
      let addends = firstAddend..<record.addends.count
      let threshold = measure(right, at: place, into: record) { _, _ in }
      let verdict = Self.verdict(measured, relation, threshold, authorityFrom: authorityFrom)
      // A count that may be at most nothing is not "on" nothing: there the dates are the threshold.
      let isOnThreshold =
        relation != .equal && measured.value != nil && measured.value == threshold.value
        && !(isUpperBound && threshold.value == .zero)
      add(
        condition, verdict, at: place, measured: measured, other: threshold,
        isBoundary: isOnThreshold || touchesEdge, to: record
      ) {
        $0.details = addends
      }
      return verdict
    case .share(let part, let whole, let relation, let ratio):
      // The whole first: where both count a list, that is then noted before its elements.
      let wholeInterval = measure(whole, at: place, into: record) { _, _ in }
      let partInterval = measure(part, at: place, into: record) { _, _ in }
      let share = share(part, partInterval, of: whole, wholeInterval)
      let verdict = share.verdict(relation, ratio)
      var isBoundary = false
      if let part = share.part.value, let whole = share.whole.value, whole > .zero {
        isBoundary = Share.compare(part, of: whole, with: ratio) == .equal
      }
      let number = share.extremes.map { _ in record.shares.count }
      if number != nil { record.shares.append(share) }
      add(
        condition, verdict, at: place, measured: share.part, other: share.whole,
        isBoundary: isBoundary, to: record
      ) {
        $0.share = number
      }
      return verdict
    case .test(let operand, let test):
      note(operand, at: place, into: record)
      test.forEachOther { note($0, at: place, into: record) }
      let verdict = verdict(test, of: operand, row: place.row)
      add(
        condition, verdict, at: place, isBoundary: touchesEdge(test, of: operand, row: place.row),
        to: record)
      return verdict
    }
  }

  private func add(
    _ condition: Condition, _ verdict: Verdict, at place: Place, measured: Interval = .unbounded,
    other: Interval = .unbounded, isBoundary: Bool, to record: Record,
    _ complete: (inout Finding) -> Void = { _ in }
  ) {
    var finding = Finding(
      condition: condition, part: place.part, row: place.row, isNegated: place.isNegated,
      verdict: place.isNegated ? !verdict : verdict, measured: measured, other: other,
      isBoundary: isBoundary)
    complete(&finding)
    record.findings.append(finding)
  }

  private func find(_ parts: [Condition], at place: Place, into record: Record) -> [Verdict] {
    var place = place
    return parts.map { part in
      defer { place.part += part.partCount }
      return find(part, at: place, into: record)
    }
  }

  /// Where the premise fails, that is all there is to say; where it holds, the conclusion decides.
  private func find(
    _ condition: Condition, if premise: Condition, then conclusion: Condition, at place: Place,
    into record: Record
  ) -> Verdict {
    let firstFinding = record.findings.count
    let applies = find(premise, at: place, into: record)
    if applies != .unknown { record.findings.removeSubrange(firstFinding...) }
    record.mayRepeatFacts = true
    if applies == .fail {
      add(condition, .pass, at: place, isBoundary: false, to: record)
      return .pass
    }
    var then = place
    then.part += premise.partCount
    return !applies || find(conclusion, at: then, into: record)
  }

  /// Where the scope is met, or may be, what is found is what the condition says; elsewhere, that it
  /// does not apply.
  private func find(
    _ condition: Condition, _ inner: Condition, in scope: Scope, at place: Place,
    into record: Record
  ) -> Verdict {
    let (firstFinding, firstFact) = (record.findings.count, record.facts.count)
    let applies = find(scope.condition, at: place, into: record)
    record.findings.removeSubrange(firstFinding...)
    if applies == .fail {
      add(condition, .unknown, at: place, isBoundary: false, to: record)
      return .unknown
    }
    // That it applies is no reason for what is found.
    record.facts.removeSubrange(firstFact...)
    let verdict = find(inner, at: place, into: record)
    return applies == .pass ? verdict : .unknown
  }

  /// What is found is what the condition says; on what ground the authority decides is noted only.
  private func find(
    _ condition: Condition, leftToTheAuthorityIf ground: Condition, at place: Place,
    into record: Record
  ) -> Verdict {
    let verdict = find(condition, at: place, into: record)
    guard verdict != .pass else { return .pass }
    let firstFinding = record.findings.count
    let isGiven = find(ground, at: place, into: record)
    record.findings.removeSubrange(firstFinding...)
    record.mayRepeatFacts = true
    return verdict || (isGiven && .unknown)
  }

  /// Notes the elements; of those for which the condition fails, the facts too.
  private func find(
    _ condition: Condition, _ list: ListOperand, _ reach: Condition.Reach, _ inner: Condition,
    at place: Place, into record: Record
  ) -> Verdict {
    let verdict = verdict(condition, row: place.row)
    var isBoundary = false
    let firstDetail = record.elementFindings.count
    var hasOpenElements = isOpen(list)
    if let elements = elements(of: list, reach) {
      noteList(list, into: record)
      record.mayRepeatFacts = true
      let firstFinding = record.findings.count
      for element in elements {
        let firstFact = record.facts.count
        var inside = place
        (inside.row, inside.element) = (row(of: element, in: list), element)
        let single = find(inner, at: inside, into: record)
        if single != .fail { record.facts.removeSubrange(firstFact...) }
        if single == .pass, verdict == .pass, slot(of: element, in: list).isInText {
          record.facts.append(FactReference(Int(list.fact), element: element))
        }
        if single == verdict, record.findings[firstFinding...].contains(where: { $0.isBoundary }) {
          isBoundary = true
        }
        if single == .fail {
          record.elementFindings += record.findings[firstFinding...].filter { $0.verdict == .fail }
        } else if single == .unknown {
          hasOpenElements = true
        }
        record.findings.removeSubrange(firstFinding...)
      }
    }
    let details = firstDetail..<record.elementFindings.count
    add(condition, verdict, at: place, isBoundary: isBoundary, to: record) {
      $0.details = details
      $0.hasOpenElements = hasOpenElements
    }
    return verdict
  }

  private func note(_ operand: Operand, at place: Place, into record: Record) {
    guard slot(operand, row: place.row).isInText else {
      return noteSources(of: Int(operand.fact), into: record)
    }
    note(
      FactReference(Int(operand.fact), element: place.element.flatMap { operand.element(at: $0) }),
      into: record)
  }

  /// Of what the program computes, the facts that it comes from.
  private func noteSources(of fact: Int, into record: Record) {
    let vocabulary = application.vocabulary
    for path in vocabulary.facts[fact].sources ?? [] {
      guard let source = vocabulary.index(of: path.utf8),
        application.contents.slot(of: source).isInText
      else { continue }
      note(FactReference(source), into: record)
    }
  }

  /// Whether a list stands in the text, and was not computed.
  private func isInText(_ list: ListOperand) -> Bool {
    application.contents.slot(of: Int(list.fact)).isInText
  }

  private func noteList(_ list: ListOperand, into record: Record) {
    if isInText(list) { note(FactReference(Int(list.fact)), into: record) }
  }

  private func note(_ reference: FactReference, into record: Record) {
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
    _ expression: NumberExpression, at place: Place, into record: Record,
    visit: (_ filter: Condition, _ row: Int) -> Void
  ) -> Interval {
    switch expression {
    case .literal(let value): return Interval(value)
    case .fact(let operand, _):
      note(operand, at: place, into: record)
      return interval(expression, row: place.row)
    case .list(let list, .texts), .list(let list, .repetitions):
      noteList(list, into: record)
      return interval(expression, row: 0)
    case .sum(let parts):
      return parts.reduce(Interval(0)) { sum, part in
        let first = record.addends.count
        let addend = measure(part, at: place, into: record, visit: visit)
        // Of a sum within a sum, that is all.
        record.addends.replaceSubrange(first..., with: CollectionOfOne(addend))
        return sum + addend
      }
    case .list(let list, .elements(let filter)):
      noteList(list, into: record)
      guard let filter else { return interval(expression, row: 0) }
      return count(list, where: filter) { element, verdict in
        guard verdict == .pass, slot(of: element, in: list).isInText else { return }
        record.facts.append(FactReference(Int(list.fact), element: element))
        visit(filter, row(of: element, in: list))
      }
    }
  }

  /// Whether a condition on dates, or one of which it is made, touches its edge.
  private func touchesEdge(_ condition: Condition, row: Int) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts):
      parts.contains { touchesEdge($0, row: row) }
    case .test(let operand, let test): touchesEdge(test, of: operand, row: row)
    default: false
    }
  }

  /// Whether a date lies on the first or the last day of a span that a test names, or exactly on the
  /// day to which it is compared.
  private func touchesEdge(_ test: FactTest, of operand: Operand, row: Int) -> Bool {
    switch test {
    case .within(let period, let side, let other):
      guard let day = date(operand, row), let other = date(other, row) else { return false }
      let span = other.span(of: period, side)
      return day == span.lowerBound || day == span.upperBound
    case .age(_, let period, let before):
      guard let day = date(operand, row), let end = date(before, row) else { return false }
      return day.adding(period) == end
    case .date(let relation, let other):
      guard relation != .equal, let day = date(operand, row) else { return false }
      return day == date(other, row)
    case .moment(let relation, let other):
      let slot = slot(operand, row: row)
      return relation != .equal && slot.isKnown && slot.payload == moment(other, row)?.packed
    default:
      return false
    }
  }
}
