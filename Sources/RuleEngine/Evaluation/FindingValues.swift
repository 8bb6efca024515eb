/// Makes values of findings: what was found, what is required, what is short. It reads facts and the
/// record, and judges nothing again.
struct FindingValues {
  let application: Application
  let record: Record

  var vocabulary: Vocabulary { application.vocabulary }
  var evaluator: Evaluator { Evaluator(application) }

  func slot(_ operand: Operand, row: Int) -> Slot {
    application.contents.slots[Int(operand.column) + (operand.isMember ? row : 0)]
  }
  func fact(_ operand: Operand) -> Fact { vocabulary.facts[Int(operand.fact)] }

  // MARK: Found

  /// What was found; nil where nothing is known.
  func found(_ finding: Finding) -> FoundValue? {
    switch finding.condition {
    case .all, .any, .none, .discretion:
      return nil
    case .implication, .scoped:
      return .notApplicable
    case .every(let list, _, _):
      if finding.verdict == .fail {
        return failingElements(finding) { found($0) }.map(FoundValue.failingElements)
      }
      guard finding.verdict == .pass, let count = evaluator.elements(of: list, .all)?.count else {
        return nil
      }
      return .allElements(count, vocabulary.facts[Int(list.fact)].unit)
    case .number:
      return .amount(finding.measured)
    case .share(_, _, _, let ratio):
      return .share(part: finding.measured, whole: finding.other, against: ratio)
    case .test(let operand, _):
      return value(operand, row: finding.row)
    }
  }

  /// What the application says of a fact.
  private func value(_ operand: Operand, row: Int) -> FoundValue? {
    let slot = slot(operand, row: row)
    guard slot.isKnown else { return nil }
    // A whole fact is much to copy.
    let (facts, number) = (vocabulary.facts, Int(operand.fact))
    switch facts[number].type {
    case .flag: return .flag(slot.payload != 0)
    case .code: return .code(facts[number].codes[Int(slot.payload)].label)
    case .codes:
      let set = CodeSet(rawValue: slot.payload)
      return .codes(labels(set, of: facts[number]), hasUnknown: set.unknownCount > 0)
    case .date:
      return slot.payload == Slot.never
        ? facts[number].never.map(FoundValue.never) : .date(slot.date)
    case .moment: return .moment(CivilMoment(packed: slot.payload))
    case .text: return .text(application.contents.string(slot))
    case .count: return .number(ExactDecimal(slot.payload))
    case .quantity: return .number(application.contents.quantity(slot))
    case .group, .list, .texts: return nil
    }
  }

  func labels(_ set: CodeSet, of fact: Fact) -> [Words] {
    set.numbers.map { fact.codes[$0].label }
  }

  /// The addends of a sum; nil of what is none.
  func addends(_ finding: Finding) -> ArraySlice<Interval>? {
    guard case .number(.sum(let parts), _, _, _) = finding.condition, parts.count > 1 else {
      return nil
    }
    return record.addends[finding.details]
  }

  // MARK: Elements

  /// What `value` makes of what was found of the elements for which an `every` fails; nil where that
  /// is nothing.
  func failingElements<Value: Sendable>(
    _ finding: Finding, _ value: (Finding) -> Value?
  ) -> FailingElements<Value>? {
    guard case .every(let list, _, _) = finding.condition else { return nil }
    var elements: [FailingElements<Value>.Element] = []
    var count = 0
    var rest = record.elementFindings[finding.details]
    while let first = rest.first {
      let own = rest.prefix { $0.row == first.row }
      rest = rest.dropFirst(own.count)
      let values = own.compactMap { finding in
        value(finding).map {
          FailingElements<Value>.Said(
            condition: own.count > 1 ? finding.condition : nil, value: $0, unit: unit(finding),
            required: finding.condition.isThresholdFixed ? nil : required(finding))
        }
      }
      if values.isEmpty { continue }
      count += 1
      if count <= FailingElements<Value>.most {
        elements.append(
          FailingElements<Value>.Element(name: name(ofRow: first.row, in: list), values: values))
      }
    }
    return count == 0
      ? nil : FailingElements(elements: elements, count: count, vocabulary: vocabulary)
  }

  /// What an element is called: by the name that the program gave it, or by its path.
  private func name(ofRow row: Int, in list: ListOperand) -> String {
    let element = (row - application.contents.lists[list.number].firstRow) / list.width
    return application.contents.elementName(element, of: list.number)
      ?? vocabulary.path(of: FactReference(Int(list.fact), element: element))
  }

  // MARK: Required

  func required(_ finding: Finding) -> RequiredValue? {
    guard finding.isNegated else { return affirmed(finding) }
    if let inverse = finding.condition.inverse { return affirmed(finding.asking(inverse)) }
    return affirmed(finding).map(RequiredValue.not)
  }

  private func affirmed(_ finding: Finding) -> RequiredValue? {
    switch finding.condition {
    case .all, .any, .none, .implication, .scoped, .discretion:
      return nil
    case .every(_, _, let inner):
      guard inner.isThresholdFixed else { return nil }
      let values = inner.signedParts.compactMap {
        required(finding.asking($0.condition, isNegated: $0.isNegated))
      }
      return values.isEmpty ? nil : .each(values)
    case .number(_, let relation, .literal(let threshold), _) where finding.other.value == nil:
      return .bound(relation, threshold)
    case .number(_, let relation, _, _):
      return .amount(relation, finding.other)
    case .share(_, _, let relation, let ratio):
      return .share(relation, ratio)
    case .test(let operand, let test):
      return required(test, of: fact(operand), row: finding.row)
    }
  }

  private func required(_ test: FactTest, of fact: Fact, row: Int) -> RequiredValue? {
    switch test {
    case .flag(let wanted): return .flag(wanted)
    case .membership(let membership): return required(membership, of: fact)
    case .rank(let relation, let code): return .rank(relation, fact.codes[code].label)
    case .filled(let wanted), .stated(let wanted): return .filled(wanted)
    case .like(let globs):
      let forms = globs.map { glob in
        var form = String.UnicodeScalarView()
        form.append(contentsOf: glob.pattern)
        return String(form)
      }
      return .forms(forms)
    case .includes(let inclusion):
      return .codes(labels(inclusion.wanted, of: fact), inclusion.extent)
    case .date(let relation, let other):
      guard let date = evaluator.date(other, row), date.isWritable else { return nil }
      return .date(relation, date)
    case .moment(let relation, let other):
      return evaluator.moment(other, row).map { .moment(relation, $0) }
    case .age(let relation, let period, let before):
      return required(relation, period, before: slot(before, row: row))
    case .within(let period, let side, let other):
      guard let date = evaluator.date(other, row) else { return nil }
      let span = date.span(of: period, side)
      guard span.lowerBound.isWritable, span.upperBound.isWritable else { return nil }
      return .span(span)
    case .year(let period, let relation):
      guard let span = evaluator.span(period, row), span.upperBound.isWritable else { return nil }
      return .year(relation, span)
    }
  }

  private func required(_ membership: Membership, of fact: Fact) -> RequiredValue {
    if !membership.texts.isEmpty {
      let texts = membership.texts.map { String(decoding: $0, as: UTF8.self) }
      return .membership(words: [], texts: texts, membership.list)
    }
    if fact.codes.isEmpty {
      let texts = membership.numbers.map { fact.form?.words[Int($0)] ?? "" }
      return .membership(words: [], texts: texts, membership.list)
    }
    let words = membership.numbers.map { fact.codes[Int($0)].label }
    return .membership(words: words, texts: [], membership.list)
  }

  /// The last day that is long enough ago; without the later date, the period.
  private func required(_ relation: Relation, _ period: Period, before end: Slot) -> RequiredValue {
    guard relation == .atLeast, end.isKnown else { return .period(relation, period) }
    var latest = end.date.subtracting(period)
    while latest.next.adding(period) <= end.date { latest = latest.next }
    return latest.isWritable ? .date(.atMost, latest) : .period(.atLeast, period)
  }

  // MARK: Units

  /// The unit of a number that is compared.
  func unit(_ finding: Finding) -> CountUnit? {
    guard case .number(let number, _, _, _) = finding.condition else { return nil }
    return unit(number)
  }

  func unit(_ expression: NumberExpression) -> CountUnit? {
    let fact: Int32
    switch expression {
    case .literal: return nil
    case .fact(_, .length): return .characters
    case .sum(let parts): return parts.lazy.compactMap { unit($0) }.first
    case .fact(let operand, _): fact = operand.fact
    case .list(let list, _): fact = list.fact
    }
    return vocabulary.facts[Int(fact)].unit.map(CountUnit.unit)
  }
}

extension Finding {
  /// The same of another condition, affirmed if not said otherwise.
  fileprivate func asking(_ condition: Condition, isNegated: Bool = false) -> Finding {
    Finding(
      condition: condition, part: part, row: row, isNegated: isNegated, verdict: verdict,
      measured: measured, other: other, isBoundary: isBoundary)
  }
}
