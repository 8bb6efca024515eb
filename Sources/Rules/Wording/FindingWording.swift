/// Says in words what was found, what is required, and what is short.
struct FindingWording {
  let application: Application
  let language: Language

  private var vocabulary: Vocabulary { application.vocabulary }
  private var comma: String { language == .zh ? "、" : ", " }

  private func slot(_ operand: Operand) -> Slot { application.contents.slots[Int(operand.column)] }
  private func fact(_ operand: Operand) -> Fact { vocabulary.facts[Int(operand.fact)] }

  // MARK: Actual

  /// The value found; nil where nothing is known.
  func actual(_ finding: Finding) -> String? {
    switch finding.condition {
    case .all, .any, .none:
      return nil
    case .number:
      return Amounts.text(finding.measured)
    case .share(_, _, _, let ratio):
      return Amounts.share(finding.measured, of: finding.other, against: ratio)
    case .flag(let operand, _), .membership(let operand, _), .rank(let operand, _, _),
      .includes(let operand, _),
      .date(let operand, _, _), .age(let operand, _, _, _), .within(let operand, _, _):
      return value(operand)
    }
  }

  /// What the application says of a fact of its own.
  private func value(_ operand: Operand) -> String? {
    let slot = slot(operand)
    guard slot.isKnown else { return nil }
    let fact = fact(operand)
    switch fact.type {
    case .flag: return yesOrNo(slot.payload != 0)
    case .code: return fact.codes[Int(slot.payload)].label[language]
    case .codes:
      let set = CodeSet(rawValue: slot.payload)
      let unknown = set.unknownCount > 0 ? ["?"] : []
      let labels = set.numbers.map { fact.codes[$0].label[language] } + unknown
      return labels.isEmpty ? (language == .zh ? "无" : "none") : labels.joined(separator: comma)
    case .date: return slot.date.description
    case .text: return application.contents.string(slot)
    case .count: return String(slot.payload)
    case .quantity: return application.contents.quantity(slot).description
    case .group, .list: return nil
    }
  }

  private func yesOrNo(_ flag: Bool) -> String {
    switch language {
    case .zh: flag ? "是" : "否"
    case .en: flag ? "yes" : "no"
    }
  }

  /// How a sum came about: `32 + 12 = 44`; nil for what is not one, or not known.
  func derivation(_ finding: Finding) -> String? {
    guard case .number(.sum(let parts), _, _, _) = finding.condition, parts.count > 1,
      let total = Amounts.text(finding.measured)
    else { return nil }
    let evaluator = Evaluator(application)
    let addends = parts.map { Amounts.text(evaluator.interval($0, row: 0)) ?? "?" }
    return "\(addends.joined(separator: " + ")) = \(total)"
  }

  // MARK: Required

  func required(_ finding: Finding) -> String? {
    guard finding.isNegated else { return affirmed(finding) }
    return affirmed(finding).map { language == .zh ? "非（\($0)）" : "not (\($0))" }
  }

  private func affirmed(_ finding: Finding) -> String? {
    switch finding.condition {
    case .all, .any, .none:
      return nil
    case .number(_, let relation, _, _):
      guard let threshold = Amounts.text(finding.other) else { return nil }
      // "At most none" is just none.
      return relation == .atMost && finding.other.value == .zero
        ? threshold : "\(Amounts.symbol(relation)) \(threshold)"
    case .share(_, _, let relation, let ratio):
      return "\(Amounts.symbol(relation)) \(Amounts.text(ratio))"
    case .flag(_, let wanted):
      return yesOrNo(wanted)
    case .membership(let operand, let membership):
      return required(membership, of: fact(operand))
    case .rank(let operand, let relation, let code):
      return "\(Amounts.symbol(relation)) \(fact(operand).codes[code].label[language])"
    case .includes(let operand, let inclusion):
      let labels = labels(inclusion.wanted, of: fact(operand))
      return inclusion.needsAll ? labels : (language == .zh ? "任一：" : "any of: ") + labels
    case .date(_, let relation, let other):
      guard let date = Evaluator(application).date(other, 0) else { return nil }
      return "\(Amounts.symbol(relation)) \(date)"
    case .age(_, let relation, let period, let before):
      return required(relation, period, before: before)
    case .within(_, let period, let before):
      let end = slot(before)
      guard end.isKnown, end.date.subtracting(period).isWritable else { return nil }
      return "\(end.date.subtracting(period))–\(end.date)"
    }
  }

  private func required(_ membership: Membership, of fact: Fact) -> String {
    let words: [String] =
      if membership.texts.isEmpty {
        membership.numbers.map { number in
          fact.codes.isEmpty
            ? fact.form?.words[Int(number)] ?? "" : fact.codes[Int(number)].label[language]
        }
      } else {
        membership.texts.map { String(decoding: $0, as: UTF8.self) }
      }
    let list = words.joined(separator: comma)
    return switch (membership.list, language) {
    case (.closed, _): list
    case (.open, .zh): list + "等"
    case (.open, .en): list + " or the like"
    case (.excluding, .zh): "非" + list
    case (.excluding, .en): "not " + list
    }
  }

  /// The last day that is long enough ago; without the later date, the period.
  private func required(_ relation: Relation, _ period: Period, before: Operand) -> String {
    let end = slot(before)
    guard relation == .atLeast, end.isKnown else {
      return "\(Amounts.symbol(relation)) \(text(period))"
    }
    var latest = end.date.subtracting(period)
    while latest.next.adding(period) <= end.date { latest = latest.next }
    return latest.isWritable ? "≤ \(latest)" : "≥ \(text(period))"
  }

  private func text(_ period: Period) -> String {
    func text(_ number: Int, _ zh: String, _ en: String) -> String {
      language == .zh ? "\(number)\(zh)" : "\(number) \(en)\(number == 1 ? "" : "s")"
    }
    return switch period {
    case .years(let number): text(number, "年", "year")
    case .months(let number): text(number, "个月", "month")
    case .days(let number): text(number, "日", "day")
    }
  }

  private func labels(_ set: CodeSet, of fact: Fact) -> String {
    set.numbers.map { fact.codes[$0].label[language] }.joined(separator: comma)
  }

  // MARK: Shortfall

  /// What is missing for a condition that fails: how many more, the codes that are absent, or the
  /// first application date that would do; nil where there is no such thing.
  func shortfall(_ finding: Finding) -> String? {
    guard finding.verdict == .fail, !finding.isNegated else { return nil }
    switch finding.condition {
    case .number(let left, let relation, _, _):
      return shortfall(of: left, relation, finding)
    case .share(_, _, let relation, let ratio):
      guard relation == .atLeast || relation == .moreThan else { return nil }
      return Share(part: finding.measured, whole: finding.other).shortfall(relation, ratio)?
        .description
    case .includes(let operand, let inclusion):
      guard inclusion.needsAll else { return nil }
      let set = CodeSet(rawValue: slot(operand).payload)
      return labels(inclusion.wanted.subtracting(set), of: fact(operand))
    case .age(let operand, let relation, let period, _):
      let date = slot(operand).date
      return FirstPassingDate(Evaluator(application)).of(date, relation, period)?.description
    case .within(let operand, _, let before):
      let (date, end) = (slot(operand).date, slot(before).date)
      return date > end ? date.description : nil
    case .all, .any, .none, .flag, .membership, .rank, .date:
      return nil
    }
  }

  private func shortfall(of left: NumberExpression, _ relation: Relation, _ finding: Finding)
    -> String?
  {
    let isInteger = isInteger(left)
    switch relation {
    case .atLeast, .equal, .moreThan:
      guard let high = finding.measured.high else { return nil }
      let threshold = finding.other.low
      let needed =
        !isInteger
        ? threshold
        : relation == .moreThan ? threshold.roundedDown + Decimal(1) : threshold.roundedUp
      return high < needed ? (needed - high).description : nil
    case .atMost, .lessThan:
      guard let threshold = finding.other.high else { return nil }
      let limit =
        relation == .atMost
        ? threshold.roundedDown : threshold.roundedUp - Decimal(threshold > .zero ? 1 : 0)
      if case .count(let list, let filter?) = left, let limit = limit.integer {
        let first = FirstPassingDate(Evaluator(application)).of(list, where: filter, atMost: limit)
        if let first { return first.description }
      }
      let most = isInteger ? limit : threshold
      return most < finding.measured.low ? (finding.measured.low - most).description : nil
    }
  }

  private func isInteger(_ expression: NumberExpression) -> Bool {
    switch expression {
    case .literal(let value): value.integer != nil
    case .fact(let operand): fact(operand).type == .count
    case .count: true
    case .sum(let parts): parts.allSatisfy(isInteger)
    }
  }

  /// The unit of a number that is compared.
  func unit(_ finding: Finding) -> Unit? {
    if case .number(let number, _, _, _) = finding.condition { unit(number) } else { nil }
  }

  /// The unit of a shortfall that is an amount.
  func unit(ofShortfall finding: Finding) -> Unit? {
    switch finding.condition {
    case .number(let number, _, _, _), .share(let number, _, _, _): unit(number)
    default: nil
    }
  }

  private func unit(_ expression: NumberExpression) -> Unit? {
    switch expression {
    case .literal: nil
    case .fact(let operand): fact(operand).unit
    case .count(let list, _): vocabulary.facts[Int(list.fact)].unit
    case .sum(let parts): parts.lazy.compactMap(unit).first
    }
  }
}
