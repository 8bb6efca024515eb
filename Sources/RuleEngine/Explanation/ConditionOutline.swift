/// A condition in plain words: a sentence, and what belongs to it, one under the other.
public struct ConditionOutline: Equatable, Sendable {
  /// The sentence.
  public let text: String
  /// What belongs to it.
  public let parts: [ConditionOutline]

  init(_ text: String, _ parts: [ConditionOutline] = []) {
    self.text = text
    self.parts = parts
  }

  /// Every sentence, in order.
  var sentences: [String] { [text] + parts.flatMap { $0.sentences } }
}

extension Criterion {
  /// What the criterion asks for, as its condition has it.
  ///
  /// - Parameter vocabulary: that of the documents which the rulebook is about.
  public func outline(in vocabulary: Vocabulary, _ language: Language) -> ConditionOutline {
    ConditionSentences(vocabulary: vocabulary, language: language).outline(condition)
  }
}

/// Puts conditions into plain words.
struct ConditionSentences {
  let vocabulary: Vocabulary
  let language: Language

  func outline(_ condition: Condition) -> ConditionOutline {
    switch condition {
    case .all(let parts):
      return ConditionOutline(
        Bilingual(zh: "同时满足：", en: "All of these:")[language], parts.map(outline))
    case .any(let parts):
      return ConditionOutline(
        Bilingual(zh: "满足下列任一项：", en: "At least one of these:")[language], parts.map(outline))
    case .none(let parts):
      return ConditionOutline(
        Bilingual(zh: "没有下列任一情形：", en: "None of these:")[language], parts.map(outline))
    case .implication(let premise, let conclusion):
      return ConditionOutline(
        Bilingual(
          zh: "如果前者成立，则后者须成立；前者不成立的，视为符合：",
          en: "If the first holds, so must the second; if not, it passes:"
        )[language],
        [outline(premise), outline(conclusion)])
    case .scoped(let inner, let scope):
      let outline = outline(inner)
      let heading = Bilingual(
        zh: "只在有下列情形时适用，否则不作结论：",
        en: "Applies only where the following holds; elsewhere nothing is said:")[language]
      return ConditionOutline(
        outline.text, outline.parts + [ConditionOutline(heading, parts(of: scope.condition))])
    case .discretion(let inner, let ground):
      let outline = outline(inner)
      let heading = Bilingual(
        zh: "不符合但有下列情形的，由认定机构判断：",
        en: "Where it fails, but the following holds, the authority judges:")[language]
      return ConditionOutline(
        outline.text, outline.parts + [ConditionOutline(heading, parts(of: ground))])
    case .every(let list, let reach, let inner):
      return ConditionOutline(every(label(list.fact), reach), parts(of: inner))
    case .number(let left, let relation, let right, let authorityFrom):
      return number(left, relation, right, authorityFrom)
    case .share(let part, let whole, let relation, let ratio):
      return share(part, whole, "\(shareWord(for: relation)) \(Amounts.text(ratio))")
    case .test(let operand, let test):
      return ConditionOutline(sentence(operand, test))
    }
  }

  /// What is asked of an element, without a heading where all of it is.
  private func parts(of condition: Condition) -> [ConditionOutline] {
    if case .all(let parts) = condition { return parts.map(outline) }
    return [outline(condition)]
  }

  private func every(_ list: String, _ reach: Condition.Reach) -> String {
    switch reach {
    case .all:
      Bilingual(zh: "“\(list)”的每一项（没有的视为符合）：", en: "Each of “\(list)” (none at all passes):")[
        language]
    case .next:
      Bilingual(
        zh: "“\(list)”自第二项起的每一项，与前一项相比：",
        en: "Each of “\(list)” but the first, compared with the one before:")[language]
    }
  }

  // MARK: Simple conditions

  private func sentence(_ operand: Operand, _ test: FactTest) -> String {
    switch test {
    case .flag(let wanted):
      return name(operand) + colon
        + Bilingual(zh: wanted ? "是" : "否", en: wanted ? "yes" : "no")[language]
    case .membership(let membership):
      return name(operand) + colon + text(membership, fact(operand))
    case .rank(let relation, let code):
      return name(operand) + colon + rank(relation, fact(operand).codes[code].label[language])
    case .filled(let wanted):
      return name(operand) + colon
        + Bilingual(zh: wanted ? "已填写" : "留空", en: wanted ? "filled in" : "left empty")[language]
    case .stated(let wanted):
      return name(operand) + colon
        + Bilingual(zh: wanted ? "已写明" : "没有写明", en: wanted ? "stated" : "not stated")[language]
    case .like(let globs):
      return name(operand) + colon + forms(globs)
    case .includes(let inclusion):
      let words = list(inclusion.wanted.numbers.map { fact(operand).codes[$0].label[language] })
      return name(operand) + colon + text(inclusion.extent, words)
    case .date(let relation, let other):
      return name(operand) + colon + text(relation, date(other))
    case .moment(let relation, let other):
      return name(operand) + colon + text(relation, moment(other))
        + Bilingual(zh: "（北京时间）", en: " (Beijing time)")[language]
    case .age(let relation, let period, let before):
      let span = period.text(in: language)
      return Bilingual(
        zh: "自\(name(operand))至\(name(before))：\(age(relation))\(span)",
        en: "From \(name(operand)) to \(name(before)): \(word(for: relation)) \(span)")[language]
    case .within(let period, let side, let other):
      let span = period.text(in: language)
      return Bilingual(
        zh: "\(name(operand))：在“\(name(other))”\(side == .before ? "前" : "后")\(span)以内，首尾两日均计入",
        en:
          "\(name(operand)): within \(span) \(side == .before ? "before" : "after") “\(name(other))”, both end days included"
      )[language]
    case .year(let period, let relation):
      return name(operand) + colon + text(period, relation)
    }
  }

  private func text(_ membership: Membership, _ fact: Fact) -> String {
    let words: [String] =
      if membership.texts.isEmpty {
        membership.numbers.map { number in
          fact.codes.isEmpty
            ? fact.listedWords[Int(number)] : fact.codes[Int(number)].label[language]
        }
      } else {
        membership.texts.map { String(decoding: $0, as: UTF8.self) }
      }
    let list = list(words)
    return switch membership.list {
    case .closed:
      words.count == 1 ? list : Bilingual(zh: "下列之一：\(list)", en: "one of \(list)")[language]
    case .open:
      Bilingual(
        zh: "\(list)等；未列出的由认定机构判断",
        en: "\(list) or the like; anything else is for the authority to judge")[language]
    case .excluding:
      Bilingual(zh: "不是\(list)", en: "not \(list)")[language]
    }
  }

  private func text(_ extent: Inclusion.Extent, _ words: String) -> String {
    switch extent {
    case .all: Bilingual(zh: "包括\(words)（须齐备）", en: "all of \(words)")[language]
    case .any: Bilingual(zh: "包括下列任一：\(words)", en: "any of \(words)")[language]
    case .allOrSimilar:
      Bilingual(
        zh: "包括\(words)等；不齐备或另有其他的，由认定机构判断；一项没有的不符合",
        en:
          "all of \(words) or the like; some of them, or others, are for the authority to judge; none at all fails"
      )[language]
    }
  }

  private func rank(_ relation: Relation, _ code: String) -> String {
    switch relation {
    case .atLeast: Bilingual(zh: "\(code)或更高", en: "\(code) or better")[language]
    case .moreThan: Bilingual(zh: "高于\(code)", en: "better than \(code)")[language]
    case .atMost: Bilingual(zh: "\(code)或更低", en: "\(code) or worse")[language]
    case .lessThan: Bilingual(zh: "低于\(code)", en: "worse than \(code)")[language]
    case .equal: code
    }
  }

  private func forms(_ globs: [Glob]) -> String {
    let forms = globs.map { glob in
      var form = String.UnicodeScalarView()
      form.append(contentsOf: glob.pattern)
      return String(form)
    }
    return Bilingual(
      zh: "形如 \(list(forms))（* 为任意文字，? 为一个字）",
      en: "of the form \(list(forms)) (* is any text, ? one character)")[language]
  }

  // MARK: Dates

  private func date(_ expression: DateExpression) -> String {
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

  private func text(_ period: YearOfPeriod, _ relation: YearOfPeriod.Relation) -> String {
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

  private func moment(_ expression: MomentExpression) -> String {
    switch expression {
    case .literal(let moment): moment.description
    case .fact(let operand): "“\(name(operand))”"
    }
  }

  private func text(_ relation: Relation, _ date: String) -> String {
    switch relation {
    case .atLeast: Bilingual(zh: "不早于 \(date)", en: "not before \(date)")[language]
    case .moreThan: Bilingual(zh: "晚于 \(date)", en: "after \(date)")[language]
    case .atMost: Bilingual(zh: "不晚于 \(date)", en: "not after \(date)")[language]
    case .lessThan: Bilingual(zh: "早于 \(date)", en: "before \(date)")[language]
    case .equal: Bilingual(zh: "为 \(date)", en: "on \(date)")[language]
    }
  }

  private func age(_ relation: Relation) -> String {
    switch relation {
    case .atLeast: "满"
    case .moreThan: "超过"
    case .atMost: "不超过"
    case .lessThan: "不满"
    case .equal: "恰为"
    }
  }

  // MARK: Numbers

  private func number(
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

  private func share(_ part: NumberExpression, _ whole: NumberExpression, _ comparison: String)
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
  private func parts(of filters: [(name: String, condition: Condition)]) -> [ConditionOutline] {
    if filters.count == 1 { return parts(of: filters[0].condition) }
    return filters.map { ConditionOutline($0.name + colon, parts(of: $0.condition)) }
  }

  private func name(
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

  private func name(
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

  private func shareWord(for relation: Relation) -> String {
    switch relation {
    case .atLeast: Bilingual(zh: "不低于", en: "at least")[language]
    case .moreThan: Bilingual(zh: "高于", en: "more than")[language]
    case .atMost: Bilingual(zh: "不高于", en: "at most")[language]
    case .lessThan: Bilingual(zh: "低于", en: "less than")[language]
    case .equal: Bilingual(zh: "等于", en: "exactly")[language]
    }
  }

  private func word(for relation: Relation) -> String {
    switch relation {
    case .atLeast: Bilingual(zh: "不少于", en: "at least")[language]
    case .moreThan: Bilingual(zh: "超过", en: "more than")[language]
    case .atMost: Bilingual(zh: "不超过", en: "at most")[language]
    case .lessThan: Bilingual(zh: "少于", en: "less than")[language]
    case .equal: Bilingual(zh: "等于", en: "exactly")[language]
    }
  }

  // MARK: Words

  private var colon: String { Bilingual(zh: "：", en: ": ")[language] }

  private func list(_ words: [String]) -> String {
    words.joined(separator: Bilingual(zh: "、", en: ", ")[language])
  }

  private func fact(_ operand: Operand) -> Fact { vocabulary.facts[Int(operand.fact)] }

  private func label(_ fact: Int32) -> String { vocabulary.facts[Int(fact)].label[language] }

  private func name(_ operand: Operand) -> String {
    let label = label(operand.fact)
    return operand.isPrevious
      ? Bilingual(zh: "前一项的\(label)", en: "\(label) of the one before")[language] : label
  }
}
