/// Says in words what was found, what is required, and what is short.
struct FindingWording {
  let application: Application
  let language: Language

  var vocabulary: Vocabulary { application.vocabulary }
  private var comma: String { language == .zh ? "、" : ", " }

  func slot(_ operand: Operand, row: Int) -> Slot {
    application.contents.slots[Int(operand.column) + (operand.isMember ? row : 0)]
  }
  func fact(_ operand: Operand) -> Fact { vocabulary.facts[Int(operand.fact)] }

  // MARK: Actual

  /// The value found; nil where nothing is known.
  func actual(_ finding: Finding) -> String? {
    switch finding.condition {
    case .all, .any, .none, .discretion:
      return nil
    case .implication, .scoped:
      return language == .zh ? "不适用" : "not applicable"
    case .every(let list, let reach, _):
      return finding.verdict == .fail
        ? failingElements(finding) { actual($0) } : passingElements(finding, list, reach)
    case .number:
      return Amounts.text(finding.measured)
    case .share(_, _, _, let ratio):
      return Amounts.share(finding.measured, of: finding.other, against: ratio)
    case .test(let operand, _):
      return value(operand, row: finding.row)
    }
  }

  /// What the application says of a fact.
  private func value(_ operand: Operand, row: Int) -> String? {
    let slot = slot(operand, row: row)
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
    case .date:
      return slot.payload == Slot.never ? fact.never?[language] : slot.date.description
    case .moment: return CivilMoment(packed: slot.payload).description
    case .text:
      let text = application.contents.string(slot)
      return text.isEmpty ? "\"\"" : text
    case .count: return String(slot.payload)
    case .quantity: return application.contents.quantity(slot).description
    case .group, .list, .texts: return nil
    }
  }

  // MARK: Elements

  /// What `text` says of the elements for which an `every` fails: at most four, and how many.
  func failingElements(_ finding: Finding, _ text: (Finding) -> String?) -> String? {
    guard case .every(let list, let reach, let inner) = finding.condition else { return nil }
    let evaluator = Evaluator(application)
    var record = Record()
    var texts: [String] = []
    var count = 0
    for element in evaluator.elements(of: list, reach) ?? 0..<0 {
      record.removeAll()
      let place = Evaluator.Place(
        isNegated: finding.isNegated, row: evaluator.row(of: element, in: list), element: element)
      guard evaluator.find(inner, at: place, into: &record) == .fail else { continue }
      let failing = record.findings.filter { $0.verdict == .fail }
      let said = failing.compactMap { finding in
        text(finding).map { amount in
          let name = failing.count > 1 ? conditionWording.name(finding.condition) + " " : ""
          return name + amount + (unit(finding, of: amount).map { " " + $0 } ?? "")
            + threshold(finding)
        }
      }
      guard !said.isEmpty else { continue }
      count += 1
      if count <= 4 {
        texts.append("\(name(of: element, in: list)) \(said.joined(separator: comma))")
      }
    }
    if count > texts.count { texts.append(language == .zh ? "等共 \(count) 处" : "\(count) in all") }
    return texts.isEmpty ? nil : texts.joined(separator: language == .zh ? "；" : "; ")
  }

  /// What an element's value was compared with, where that is the element's own too.
  private func threshold(_ finding: Finding) -> String {
    guard !finding.condition.isThresholdFixed, let required = required(finding) else { return "" }
    return language == .zh ? "（要求 \(required)）" : " (required \(required))"
  }

  private func passingElements(
    _ finding: Finding, _ list: ListOperand, _ reach: Condition.Reach
  ) -> String? {
    guard finding.verdict == .pass,
      let count = Evaluator(application).elements(of: list, .all)?.count
    else { return nil }
    if count == 0 { return language == .zh ? "无" : "none" }
    let unit = vocabulary.facts[Int(list.fact)].unit?.name(for: String(count), in: language)
    let amount = "\(count)\(unit.map { " " + $0 } ?? "")"
    return language == .zh ? "全部 \(amount)" : "all \(amount)"
  }

  /// What an element is called: by the name that the program gave it, or by its path.
  private func name(of element: Int, in list: ListOperand) -> String {
    application.contents.elementName(element, of: list.number)
      ?? vocabulary.path(of: FactReference(Int(list.fact), element: element))
  }

  private var conditionWording: ConditionWording {
    ConditionWording(vocabulary: vocabulary, language: language)
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
    if let inverse = finding.condition.inverse {
      return affirmed(finding.asking(inverse, isNegated: false))
    }
    return affirmed(finding).map { language == .zh ? "非（\($0)）" : "not (\($0))" }
  }

  private func affirmed(_ finding: Finding) -> String? {
    switch finding.condition {
    case .all, .any, .none, .implication, .scoped, .discretion:
      return nil
    case .every(_, _, let inner):
      guard inner.isThresholdFixed else { return nil }
      let texts = inner.signedParts.compactMap {
        required(finding.asking($0.condition, isNegated: $0.isNegated))
      }
      return texts.isEmpty ? nil : texts.joined(separator: comma)
    case .number(_, let relation, .literal(let threshold), _) where finding.other.value == nil:
      return "\(Amounts.symbol(relation)) \(threshold)"
    case .number(_, let relation, _, _):
      guard let threshold = Amounts.text(finding.other) else { return nil }
      // "At most none" is just none.
      return relation == .atMost && finding.other.value == .zero
        ? threshold : "\(Amounts.symbol(relation)) \(threshold)"
    case .share(_, _, let relation, let ratio):
      return "\(Amounts.symbol(relation)) \(Amounts.text(ratio))"
    case .test(let operand, let test):
      return required(test, of: fact(operand), row: finding.row)
    }
  }

  private func required(_ test: FactTest, of fact: Fact, row: Int) -> String? {
    switch test {
    case .flag(let wanted):
      return yesOrNo(wanted)
    case .membership(let membership):
      return required(membership, of: fact)
    case .rank(let relation, let code):
      return "\(Amounts.symbol(relation)) \(fact.codes[code].label[language])"
    case .filled(let wanted), .stated(let wanted):
      return language == .zh ? (wanted ? "已填写" : "不填") : (wanted ? "filled in" : "left empty")
    case .like(let globs):
      let forms = globs.map { glob in
        var form = String.UnicodeScalarView()
        form.append(contentsOf: glob.pattern)
        return String(form)
      }
      return forms.joined(separator: comma)
    case .includes(let inclusion):
      let labels = labels(inclusion.wanted, of: fact)
      return switch inclusion.extent {
      case .all: labels
      case .any: (language == .zh ? "任一：" : "any of: ") + labels
      case .allOrSimilar: labels + (language == .zh ? "等" : " or the like")
      }
    case .date(let relation, let other):
      guard let date = Evaluator(application).date(other, row), date.isWritable else {
        return nil
      }
      return "\(Amounts.symbol(relation)) \(date)"
    case .moment(let relation, let other):
      return Evaluator(application).moment(other, row).map { "\(Amounts.symbol(relation)) \($0)" }
    case .age(let relation, let period, let before):
      return required(relation, period, before: slot(before, row: row))
    case .within(let period, let side, let other):
      guard let date = Evaluator(application).date(other, row) else { return nil }
      let span = date.span(of: period, side)
      guard span.lowerBound.isWritable, span.upperBound.isWritable else { return nil }
      return "\(span.lowerBound)–\(span.upperBound)"
    case .year(let period, let relation):
      return required(period, relation, row: row)
    }
  }

  private func required(_ period: YearOfPeriod, _ relation: YearOfPeriod.Relation, row: Int)
    -> String?
  {
    guard let span = Evaluator(application).span(period, row), span.upperBound.isWritable else {
      return nil
    }
    let days = "\(span.lowerBound)–\(span.upperBound)"
    return switch relation {
    case .coversYear: language == .zh ? "全年在 \(days)" : "wholly in \(days)"
    case .touchesYear: language == .zh ? "部分或全年在 \(days)" : "at least partly in \(days)"
    case .beginsInYear: String(span.lowerBound.year)
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
  private func required(_ relation: Relation, _ period: Period, before end: Slot) -> String {
    guard relation == .atLeast, end.isKnown else {
      return "\(Amounts.symbol(relation)) \(text(period))"
    }
    var latest = end.date.subtracting(period)
    while latest.next.adding(period) <= end.date { latest = latest.next }
    return latest.isWritable ? "≤ \(latest)" : "≥ \(text(period))"
  }

  private func text(_ period: Period) -> String { period.text(in: language) }

  func labels(_ set: CodeSet, of fact: Fact) -> String {
    set.numbers.map { fact.codes[$0].label[language] }.joined(separator: comma)
  }

  /// The unit of a number that is compared, as it goes with an amount.
  func unit(_ finding: Finding, of amount: String) -> String? {
    guard case .number(let number, _, _, _) = finding.condition else { return nil }
    return unit(number, of: amount)
  }

  /// The unit of a shortfall that is an amount.
  func unit(ofShortfall finding: Finding, of amount: String) -> String? {
    switch finding.condition {
    case .number(let number, _, _, _), .share(let number, _, _, _): unit(number, of: amount)
    default: nil
    }
  }

  private func unit(_ expression: NumberExpression, of amount: String) -> String? {
    let fact: Int32
    switch expression {
    case .literal: return nil
    case .fact(_, .length):
      return language == .zh ? "字" : amount == "1" ? "character" : "characters"
    case .sum(let parts): return parts.lazy.compactMap { unit($0, of: amount) }.first
    case .fact(let operand, _): fact = operand.fact
    case .list(let list, _): fact = list.fact
    }
    return vocabulary.facts[Int(fact)].unit?.name(for: amount, in: language)
  }
}

extension Finding {
  /// The same of another condition.
  fileprivate func asking(_ condition: Condition, isNegated: Bool) -> Finding {
    Finding(
      condition: condition, part: part, row: row, isNegated: isNegated, verdict: verdict,
      measured: measured, other: other, isBoundary: isBoundary)
  }
}
