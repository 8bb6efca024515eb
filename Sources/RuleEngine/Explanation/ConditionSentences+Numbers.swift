// What a condition on numbers and shares says.
extension ConditionSentences {
  func number(
    _ left: NumberExpression, _ relation: Relation, _ right: NumberExpression,
    _ authorityFrom: ExactDecimal?
  ) -> ConditionOutline {
    var filters: [(name: String, condition: Condition)] = []
    let subject = name(left, &filters)
    var text = subject + colon
    if case .literal(let threshold) = right {
      let amount = "\(threshold)" + (unit(left, threshold).map { " " + $0 } ?? "")
      let isNone = threshold == .zero && (relation == .atMost || relation == .equal)
      text +=
        isNone ? Bilingual(zh: "没有", en: "none")[language] : "\(word(for: relation)) \(amount)"
    } else {
      text += "\(word(for: relation)) \(name(right, &filters))"
    }
    if let authorityFrom {
      let unit = unit(left, authorityFrom).map { " " + $0 } ?? ""
      text +=
        Bilingual(
          zh: "；达到 \(authorityFrom)\(unit)而不足的，由认定机构判断",
          en: "; from \(authorityFrom)\(unit) up to that, the authority judges")[language]
    }
    return ConditionOutline(text, parts(of: filters))
  }

  func share(_ part: NumberExpression, _ whole: NumberExpression, _ comparison: String)
    -> ConditionOutline
  {
    var filters: [(name: String, condition: Condition)] = []
    let (part, whole) = (name(part, &filters), name(whole, &filters))
    return ConditionOutline(
      Bilingual(
        zh: "\(part)占（\(whole)）的比例：\(comparison)",
        en: "\(part) as a share of (\(whole)): \(comparison)")[language],
      parts(of: filters))
  }

  /// What counted elements must be; each list by name where there are several.
  func parts(of filters: [(name: String, condition: Condition)]) -> [ConditionOutline] {
    if filters.count == 1 { return parts(of: filters[0].condition) }
    return filters.map { ConditionOutline($0.name + colon, parts(of: $0.condition)) }
  }

  func name(
    _ number: NumberExpression, _ filters: inout [(name: String, condition: Condition)]
  ) -> String {
    switch number {
    case .literal(let value): return value.description
    case .fact(let operand, .value): return name(operand)
    case .fact(let operand, .codes):
      return Bilingual(zh: "所选“\(name(operand))”的项数", en: "the number of “\(name(operand))”")[
        language]
    case .fact(let operand, .length):
      return Bilingual(
        zh: "“\(name(operand))”的字数（不计空白）", en: "characters of “\(name(operand))” (but white space)")[
          language]
    case .list(let list, let measure): return name(list, measure, &filters)
    case .sum(let parts):
      return parts.map { name($0, &filters) }.joined(separator: " + ")
    }
  }

  func name(
    _ list: ListOperand, _ measure: ListMeasure,
    _ filters: inout [(name: String, condition: Condition)]
  ) -> String {
    let label = label(list.fact)
    switch measure {
    case .texts:
      return Bilingual(zh: "“\(label)”中写明的项", en: "entries of “\(label)” that say something")[
        language]
    case .repetitions:
      return Bilingual(
        zh: "“\(label)”中重复的项", en: "entries of “\(label)” that repeat an earlier one")[language]
    case .elements(let filter):
      guard let filter else { return label }
      filters.append((label, filter))
      return Bilingual(zh: "符合以下各项的“\(label)”", en: "those of “\(label)” that meet what follows")[
        language]
    }
  }

  /// The unit of a number, as it goes with an amount.
  private func unit(_ number: NumberExpression, _ amount: ExactDecimal) -> String? {
    switch number {
    case .literal: return nil
    case .fact(_, .length):
      return Bilingual(zh: "字", en: amount == ExactDecimal(1) ? "character" : "characters")[
        language]
    case .fact(let operand, _):
      return fact(operand).unit?.name(for: amount.description, in: language)
    case .list(let list, _):
      let fact = vocabulary.facts[Int(list.fact)]
      return fact.unit?.name(for: amount.description, in: language)
    case .sum(let parts): return parts.first.flatMap { unit($0, amount) }
    }
  }

  func shareWord(for relation: Relation) -> String {
    switch relation {
    case .atLeast: Bilingual(zh: "不低于", en: "at least")[language]
    case .moreThan: Bilingual(zh: "高于", en: "more than")[language]
    case .atMost: Bilingual(zh: "不高于", en: "at most")[language]
    case .lessThan: Bilingual(zh: "低于", en: "less than")[language]
    case .equal: Bilingual(zh: "等于", en: "exactly")[language]
    }
  }

  func word(for relation: Relation) -> String {
    switch relation {
    case .atLeast: Bilingual(zh: "不少于", en: "at least")[language]
    case .moreThan: Bilingual(zh: "超过", en: "more than")[language]
    case .atMost: Bilingual(zh: "不超过", en: "at most")[language]
    case .lessThan: Bilingual(zh: "少于", en: "less than")[language]
    case .equal: Bilingual(zh: "等于", en: "exactly")[language]
    }
  }
}
