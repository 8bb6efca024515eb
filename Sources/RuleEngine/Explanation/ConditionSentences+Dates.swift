// What a condition on days and minutes says.
extension ConditionSentences {
  func date(_ expression: DateExpression) -> String {
    switch expression {
    case .literal(let date): date.description
    case .fact(let operand): "“\(name(operand))”"
    case .earlier(let operand, let period):
      Bilingual(
        zh: "“\(name(operand))”前\(period.text(in: language))的对应日",
        en: "the day \(period.text(in: language)) before “\(name(operand))”")[language]
    case .later(let operand, let period):
      Bilingual(
        zh: "“\(name(operand))”后\(period.text(in: language))的对应日",
        en: "the day \(period.text(in: language)) after “\(name(operand))”")[language]
    case .monthStart(let operand):
      Bilingual(
        zh: "“\(name(operand))”所在月份的第一日", en: "the first day of the month of “\(name(operand))”")[
          language]
    }
  }

  func text(_ period: YearOfPeriod, _ relation: YearOfPeriod.Relation) -> String {
    let (start, length) = (name(period.start), period.length.text(in: language))
    return switch relation {
    case .coversYear:
      Bilingual(zh: "全年在“\(start)”后\(length)以内", en: "all of it within \(length) after “\(start)”")[
        language]
    case .touchesYear:
      Bilingual(
        zh: "至少有一日在“\(start)”后\(length)以内", en: "some day of it within \(length) after “\(start)”")[
          language]
    case .beginsInYear: Bilingual(zh: "“\(start)”所在的年度", en: "the year of “\(start)”")[language]
    }
  }

  func moment(_ expression: MomentExpression) -> String {
    switch expression {
    case .literal(let moment): moment.description
    case .fact(let operand): "“\(name(operand))”"
    }
  }

  func text(_ relation: Relation, _ date: String) -> String {
    switch relation {
    case .atLeast: Bilingual(zh: "不早于 \(date)", en: "not before \(date)")[language]
    case .moreThan: Bilingual(zh: "晚于 \(date)", en: "after \(date)")[language]
    case .atMost: Bilingual(zh: "不晚于 \(date)", en: "not after \(date)")[language]
    case .lessThan: Bilingual(zh: "早于 \(date)", en: "before \(date)")[language]
    case .equal: Bilingual(zh: "为 \(date)", en: "on \(date)")[language]
    }
  }

  func age(_ relation: Relation) -> String {
    switch relation {
    case .atLeast: "满"
    case .moreThan: "超过"
    case .atMost: "不超过"
    case .lessThan: "不满"
    case .equal: "恰为"
    }
  }
}
