/// Turns what was found, what is required and what is short into text.
struct ValueWording {
  let language: Language

  private var comma: String { Bilingual(zh: "、", en: ", ")[language] }
  var semicolon: String { Bilingual(zh: "；", en: "; ")[language] }

  private func list(_ words: [Words]) -> String {
    words.map { $0[language] }.joined(separator: comma)
  }

  private func yesOrNo(_ flag: Bool) -> String {
    (flag ? Bilingual(zh: "是", en: "yes") : Bilingual(zh: "否", en: "no"))[language]
  }

  private var none: String { Bilingual(zh: "无", en: "none")[language] }

  func name(_ unit: CountUnit, for amount: String) -> String {
    switch unit {
    case .unit(let unit): unit.name(for: amount, in: language)
    case .characters:
      Bilingual(zh: "字", en: amount == "1" ? "character" : "characters")[language]
    }
  }

  // MARK: Found

  /// Nil where nothing is known.
  func text(_ value: FoundValue) -> String? {
    switch value {
    case .notApplicable: return Bilingual(zh: "不适用", en: "not applicable")[language]
    case .flag(let flag): return yesOrNo(flag)
    case .code(let label), .never(let label): return label[language]
    case .codes(let labels, let hasUnknown):
      let texts = labels.map { $0[language] } + (hasUnknown ? ["?"] : [])
      return texts.isEmpty ? none : texts.joined(separator: comma)
    case .date(let date): return date.description
    case .moment(let moment): return moment.description
    case .text(let text): return text.isEmpty ? "\"\"" : text
    case .number(let number): return number.description
    case .amount(let interval): return Amounts.text(interval)
    case .share(let part, let whole, let ratio):
      return Amounts.share(part, of: whole, against: ratio)
    case .allElements(0, _): return none
    case .allElements(let count, let unit):
      let amount = String(count)
      let name = unit.map { " " + $0.name(for: amount, in: language) } ?? ""
      return Bilingual(zh: "全部 \(amount)\(name)", en: "all \(amount)\(name)")[language]
    case .failingElements(let elements): return text(elements) { text($0) }
    }
  }

  /// `32 + 12 = 44`; nil where the sum is not known.
  func derivation(_ addends: ArraySlice<Interval>, _ sum: Interval) -> String? {
    guard let total = Amounts.text(sum) else { return nil }
    return "\(addends.map { Amounts.text($0) ?? "?" }.joined(separator: " + ")) = \(total)"
  }

  /// What the elements have that fail, one after the other; nil where nothing is known.
  private func text<Value: Sendable>(_ elements: FailingElements<Value>, _ text: (Value) -> String?)
    -> String?
  {
    let names = ConditionWording(vocabulary: elements.vocabulary, language: language)
    func said(_ said: FailingElements<Value>.Said) -> String? {
      guard let amount = text(said.value) else { return nil }
      let name = said.condition.map { names.name($0) + " " } ?? ""
      let unit = said.unit.map { " " + self.name($0, for: amount) } ?? ""
      guard let required = said.required.flatMap({ self.text($0) }) else {
        return name + amount + unit
      }
      let threshold = Bilingual(zh: "（要求 \(required)）", en: " (required \(required))")
      return name + amount + unit + threshold[language]
    }
    var texts = elements.elements.compactMap { element -> String? in
      let values = element.values.compactMap(said)
      return values.isEmpty ? nil : "\(element.name) \(values.joined(separator: comma))"
    }
    if texts.isEmpty { return nil }
    if elements.count > texts.count {
      texts.append(
        Bilingual(zh: "等共 \(elements.count) 处", en: "\(elements.count) in all")[language])
    }
    return texts.joined(separator: semicolon)
  }

  // MARK: Required

  /// Nil where no threshold is known.
  func text(_ value: RequiredValue) -> String? {
    switch value {
    case .flag(let wanted): return yesOrNo(wanted)
    case .amount(let relation, let threshold):
      // "At most none" is just none.
      let isNone = relation == .atMost && threshold.value == .zero
      return Amounts.text(threshold).map { isNone ? $0 : "\(Amounts.symbol(relation)) \($0)" }
    case .bound(let relation, let threshold):
      return "\(Amounts.symbol(relation)) \(threshold)"
    case .share(let relation, let ratio):
      return "\(Amounts.symbol(relation)) \(Amounts.text(ratio))"
    case .rank(let relation, let label):
      return "\(Amounts.symbol(relation)) \(label[language])"
    case .filled(true): return Bilingual(zh: "已填写", en: "filled in")[language]
    case .filled(false): return Bilingual(zh: "不填", en: "left empty")[language]
    case .forms(let forms): return forms.joined(separator: comma)
    case .codes(let labels, .all): return list(labels)
    case .codes(let labels, .any):
      return Bilingual(zh: "任一：", en: "any of: ")[language] + list(labels)
    case .codes(let labels, .allOrSimilar): return list(labels) + orSimilar
    case .membership(let words, let texts, let membership):
      let list = (words.map { $0[language] } + texts).joined(separator: comma)
      return switch membership {
      case .closed: list
      case .open: list + orSimilar
      case .excluding: Bilingual(zh: "非\(list)", en: "not \(list)")[language]
      }
    case .date(let relation, let date): return "\(Amounts.symbol(relation)) \(date)"
    case .moment(let relation, let moment): return "\(Amounts.symbol(relation)) \(moment)"
    case .period(let relation, let period):
      return "\(Amounts.symbol(relation)) \(period.text(in: language))"
    case .span(let span): return "\(span.lowerBound)–\(span.upperBound)"
    case .year(let relation, let span): return text(relation, span)
    case .each(let values):
      let texts = values.compactMap { text($0) }
      return texts.isEmpty ? nil : texts.joined(separator: comma)
    case .not(let value):
      return text(value).map { Bilingual(zh: "非（\($0)）", en: "not (\($0))")[language] }
    }
  }

  private var orSimilar: String { Bilingual(zh: "等", en: " or the like")[language] }

  private func text(_ relation: YearOfPeriod.Relation, _ span: ClosedRange<CivilDate>) -> String {
    let days = "\(span.lowerBound)–\(span.upperBound)"
    return switch relation {
    case .coversYear: Bilingual(zh: "全年在 \(days)", en: "wholly in \(days)")[language]
    case .touchesYear:
      Bilingual(zh: "部分或全年在 \(days)", en: "at least partly in \(days)")[language]
    case .beginsInYear: String(span.lowerBound.year)
    }
  }

  // MARK: Lacking

  func text(_ value: LackingValue) -> String {
    switch value {
    case .amount(let amount, _): amount.description
    case .codes(let labels): list(labels)
    case .date(let date): date.description
    case .failingElements(let elements): text(elements) { text($0) } ?? ""
    }
  }
}

extension Lack {
  /// How much; where it is not one amount, what; or the first application date that would do.
  package func amount(in language: Language) -> String {
    let wording = ValueWording(language: language)
    switch what {
    case .one(let value): return wording.text(value)
    case .several(let parts, let names):
      return parts.map { "\(names.value[$0.part][language]) \(wording.text($0.value))" }
        .joined(separator: wording.semicolon)
    }
  }

  /// The unit of one amount: 人 of 6 人.
  package func unit(in language: Language) -> String? {
    let value: LackingValue
    switch what {
    case .one(let only): value = only
    case .several(let parts, _):
      guard parts.count == 1 else { return nil }
      value = parts[0].value
    }
    guard case .amount(let amount, let unit?) = value else { return nil }
    return ValueWording(language: language).name(unit, for: amount.description)
  }
}
