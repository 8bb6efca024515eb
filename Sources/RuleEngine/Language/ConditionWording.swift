/// Names conditions briefly, to tell the parts of one criterion apart.
struct ConditionWording {
  let vocabulary: Vocabulary
  let language: Language

  private func label(_ fact: Int32) -> String { vocabulary.facts[Int(fact)].label[language] }
  private var semicolon: String { Bilingual(zh: "；", en: "; ")[language] }

  /// What the condition is about: 资源保障（种类：场地）.
  func name(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts), .any(let parts), .none(let parts):
      parts.map(name).joined(separator: semicolon)
    case .implication(let premise, _):
      name(premise)
    case .scoped(let condition, _), .discretion(let condition, _):
      name(condition)
    case .every(let list, _, let inner):
      "\(label(list.fact))\(parenthesised(name(inner)))"
    case .test(let operand, .membership(let membership)):
      name(operand, membership)
    case .test(let operand, _):
      label(operand.fact)
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
    let list = words.joined(separator: Bilingual(zh: "、", en: ", ")[language])
    return fact.label[language] + Bilingual(zh: "：\(list)", en: ": \(list)")[language]
  }

  private func name(_ number: NumberExpression) -> String {
    switch number {
    case .literal(let value): return value.description
    case .fact(let operand, _): return label(operand.fact)
    case .list(let list, .elements(let filter?)):
      return label(list.fact) + parenthesised(name(filter))
    case .list(let list, _): return label(list.fact)
    case .sum(let parts): return parts.map(name).joined(separator: " + ")
    }
  }

  private func parenthesised(_ text: String) -> String {
    Bilingual(zh: "（\(text)）", en: " (\(text))")[language]
  }
}
