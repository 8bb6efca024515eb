/// Names conditions briefly, to tell the parts of one criterion apart.
struct ConditionWording {
  let vocabulary: Vocabulary
  let language: Language

  private func label(_ fact: Int32) -> String { vocabulary.facts[Int(fact)].label[language] }
  private var semicolon: String { language == .zh ? "；" : "; " }

  /// What the condition is about: 资源保障（种类：场地）.
  func name(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts):
      parts.map(name).joined(separator: semicolon)
    case .implication(let premise, _):
      name(premise)
    case .scoped(let condition, _), .discretion(let condition, _):
      name(condition)
    case .year(let period, _):
      label(period.year.fact)
    case .every(let list, _, let inner):
      "\(label(list.fact))\(parenthesised(name(inner)))"
    case .flag(let operand, _), .rank(let operand, _, _), .includes(let operand, _),
      .filled(let operand, _), .stated(let operand, _), .like(let operand, _),
      .date(let operand, _, _),
      .moment(let operand, _, _), .age(let operand, _, _, _), .within(let operand, _, _, _):
      label(operand.fact)
    case .membership(let operand, let membership):
      name(operand, membership)
    case .number(let number, _, _, _), .share(let number, _, _, _):
      name(number)
    }
  }

  private func name(_ operand: Operand, _ membership: Membership) -> String {
    let fact = vocabulary.facts[Int(operand.fact)]
    let words =
      fact.codes.isEmpty
      ? membership.texts.map { String(decoding: $0, as: UTF8.self) }
      : membership.numbers.map { fact.codes[Int($0)].label[language] }
    let list = words.joined(separator: language == .zh ? "、" : ", ")
    return fact.label[language] + (language == .zh ? "：" : ": ") + list
  }

  private func name(_ number: NumberExpression) -> String {
    switch number {
    case .literal(let value): return value.description
    case .fact(let operand), .codeCount(let operand), .length(let operand):
      return label(operand.fact)
    case .repetitions(let list), .textCount(let list): return label(list.fact)
    case .sum(let parts): return parts.map(name).joined(separator: " + ")
    case .count(let list, let filter):
      guard let filter else { return label(list.fact) }
      return label(list.fact) + parenthesised(name(filter))
    }
  }

  private func parenthesised(_ text: String) -> String {
    language == .zh ? "（\(text)）" : " (\(text))"
  }
}
