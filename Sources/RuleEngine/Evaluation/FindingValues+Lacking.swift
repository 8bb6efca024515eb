extension FindingValues {
  /// What a condition that fails lacks: how many more, the codes that are absent, or the first
  /// application date that would do.
  struct Lacking {
    let value: LackingValue
    /// Whether facts that are not known can make it more.
    var isLowerBound = false
    var atSize: Lack.AtSize?
    var certainCount: Int?
  }

  /// What a condition that fails lacks; nil where there is no such thing.
  ///
  /// - Parameter size: what the whole of a share has to come to besides.
  func lacking(_ finding: Finding, size: ExactDecimal? = nil) -> Lacking? {
    guard finding.verdict == .fail else { return nil }
    if finding.isNegated { return firstDate(of: finding).map { Lacking(value: .date($0)) } }
    switch finding.condition {
    case .number(let left, let relation, _, _):
      return lacking(of: left, relation, finding).map {
        Lacking(
          value: $0, isLowerBound: finding.measured.value == nil || finding.other.value == nil)
      }
    case .share(let part, _, let relation, let ratio):
      guard relation == .atLeast || relation == .moreThan else { return nil }
      return lacking(share(finding), of: part, relation, ratio, size: size)
    case .test(let operand, .includes(let inclusion)):
      guard inclusion.extent != .any else { return nil }
      let set = CodeSet(rawValue: slot(operand, row: finding.row).payload)
      let absent = inclusion.wanted.subtracting(set)
      var lacking = Lacking(value: .codes(labels(absent, of: fact(operand))))
      if set.unknownCount > 0 {
        lacking.isLowerBound = true
        lacking.certainCount = absent.numbers.count - set.unknownCount
      }
      return lacking
    case .every:
      var isLowerBound = finding.hasOpenElements
      let elements = failingElements(finding) { finding in
        let single = self.lacking(finding)
        if single?.isLowerBound == true { isLowerBound = true }
        return single?.value
      }
      return elements.map { Lacking(value: .failingElements($0), isLowerBound: isLowerBound) }
    case .test:
      return firstDate(of: finding).map { Lacking(value: .date($0)) }
    case .all, .any, .none, .implication, .scoped, .discretion:
      return nil
    }
  }

  private func share(_ finding: Finding) -> Share {
    finding.share.map { record.shares[$0] }
      ?? Share(part: finding.measured, whole: finding.other)
  }

  private func lacking(
    _ share: Share, of part: NumberExpression, _ relation: Relation, _ ratio: Ratio,
    size: ExactDecimal?
  ) -> Lacking? {
    let present = share.shortfall(relation, ratio)
    let size = size.flatMap { share.isLess(than: $0) ? $0 : nil }
    // A whole that is not known will have to come to it.
    let isOpen = share.whole.value == nil
    let sized = size.flatMap { share.shortfall(relation, ratio, size: $0) }
    guard let shortfall = isOpen ? sized ?? present : present else { return nil }
    var lacking = Lacking(
      value: .amount(shortfall.least, unit(part)), isLowerBound: !shortfall.isExact)
    if let size, let sized {
      lacking.atSize = Lack.AtSize(whole: size, amount: sized.least, isAll: isOpen)
    }
    return lacking
  }

  /// The first application date on which a condition on dates, of the application's own, would do.
  private func firstDate(of finding: Finding) -> CivilDate? {
    let search = FirstPassingDate(evaluator)
    switch finding.condition {
    case .test(let operand, .age(let relation, let period, let before)) where !finding.isNegated:
      guard evaluator.date(before, finding.row) != nil else { return nil }
      return evaluator.date(operand, finding.row).flatMap { search.of($0, relation, period) }
    case .test(let operand, .within(let period, .after, let other)):
      guard isOfDocument(operand), let today = evaluator.date(operand, finding.row),
        let first = evaluator.date(other, finding.row)
      else { return nil }
      if finding.isNegated { return search.of(after: first, period) }
      return today < first ? first : nil
    case .test(let operand, .within(_, .before, let before)) where !finding.isNegated:
      guard let date = evaluator.date(operand, finding.row),
        let end = evaluator.date(before, finding.row)
      else { return nil }
      return date > end ? date : nil
    case .test(let operand, .within(let period, .before, let before)):
      guard evaluator.date(before, finding.row) != nil else { return nil }
      return evaluator.date(operand, finding.row)
        .flatMap { search.of($0, before: period, orOn: false) }
    case .test(let operand, .date(let relation, .earlier(let later, let period))):
      let wanted = finding.isNegated ? relation.inverse : relation
      guard let date = evaluator.date(operand, finding.row),
        evaluator.date(later, finding.row) != nil, wanted == .lessThan || wanted == .atMost
      else { return nil }
      return search.of(date, before: period, orOn: wanted == .atMost)
    case .test(let operand, .date(let relation, .later(let other, let period))):
      guard isOfDocument(operand), evaluator.date(operand, finding.row) != nil,
        let wanted = finding.isNegated ? relation.inverse : relation
      else { return nil }
      return evaluator.date(other, finding.row).flatMap { search.of($0, wanted, period) }
    default:
      return nil
    }
  }

  /// Whether a fact is the day on which the document is judged, which comes later by waiting.
  private func isOfDocument(_ operand: Operand) -> Bool {
    vocabulary.documentDate == Int(operand.fact)
  }

  private func lacking(of left: NumberExpression, _ relation: Relation, _ finding: Finding)
    -> LackingValue?
  {
    let isInteger = left.isInteger(in: vocabulary)
    func amount(_ amount: ExactDecimal) -> LackingValue { .amount(amount, unit(left)) }
    switch finding.isExcess ? .atMost : relation {
    case .atLeast, .equal, .moreThan:
      guard let high = finding.measured.high else { return nil }
      let threshold = finding.other.low
      let needed =
        !isInteger
        ? threshold
        : relation == .moreThan ? threshold.roundedDown + ExactDecimal(1) : threshold.roundedUp
      return high < needed ? amount(needed - high) : nil
    case .atMost, .lessThan:
      guard let threshold = finding.other.high else { return nil }
      let limit =
        relation != .lessThan
        ? threshold.roundedDown : threshold.roundedUp - ExactDecimal(threshold > .zero ? 1 : 0)
      if case .list(let list, .elements(let filter?)) = left,
        let limit = limit.integer.flatMap({ Int(exactly: $0) })
      {
        let first = FirstPassingDate(evaluator).of(list, where: filter, atMost: limit)
        if let first { return .date(first) }
      }
      let most = isInteger ? limit : threshold
      return most < finding.measured.low ? amount(finding.measured.low - most) : nil
    }
  }
}

extension Finding {
  /// Whether what it lacks is how much there is too much.
  var isExcess: Bool {
    if case .number(_, .equal, _, _) = condition {
      return other.high.map { $0 < measured.low } ?? false
    }
    return condition.isUpperBound
  }
}

extension Condition {
  /// Whether it bounds a number from above.
  fileprivate var isUpperBound: Bool {
    switch self {
    case .number(_, let relation, _, _): relation == .atMost || relation == .lessThan
    case .every(_, _, let inner): inner.parts.allSatisfy { $0.isUpperBound }
    default: false
    }
  }
}
