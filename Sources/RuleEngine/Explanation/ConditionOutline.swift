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
      return ConditionOutline(choose("同时满足：", "All of these:"), parts.map(outline))
    case .any(let parts):
      return ConditionOutline(choose("满足下列任一项：", "At least one of these:"), parts.map(outline))
    case .none(let parts):
      return ConditionOutline(choose("没有下列任一情形：", "None of these:"), parts.map(outline))
    case .implication(let premise, let conclusion):
      return ConditionOutline(
        choose(
          "如果前者成立，则后者须成立；前者不成立的，视为符合：", "If the first holds, so must the second; if not, it passes:"
        ),
        [outline(premise), outline(conclusion)])
    case .scoped(let inner, let scope):
      let outline = outline(inner)
      let heading = choose(
        "只在有下列情形时适用，否则不作结论：", "Applies only where the following holds; elsewhere nothing is said:")
      return ConditionOutline(
        outline.text, outline.parts + [ConditionOutline(heading, parts(of: scope.condition))])
    case .discretion(let inner, let ground):
      let outline = outline(inner)
      let heading = choose(
        "不符合但有下列情形的，由认定机构判断：", "Where it fails, but the following holds, the authority judges:")
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
      choose("“\(list)”的每一项（没有的视为符合）：", "Each of “\(list)” (none at all passes):")
    case .next:
      choose(
        "“\(list)”自第二项起的每一项，与前一项相比：",
        "Each of “\(list)” but the first, compared with the one before:")
    }
  }

  // MARK: Simple conditions

  private func sentence(_ operand: Operand, _ test: FactTest) -> String {
    switch test {
    case .flag(let wanted):
      return name(operand) + colon + choose(wanted ? "是" : "否", wanted ? "yes" : "no")
    case .membership(let membership):
      return name(operand) + colon + text(membership, fact(operand))
    case .rank(let relation, let code):
      return name(operand) + colon + rank(relation, fact(operand).codes[code].label[language])
    case .filled(let wanted):
      return name(operand) + colon
        + choose(wanted ? "已填写" : "留空", wanted ? "filled in" : "left empty")
    case .stated(let wanted):
      return name(operand) + colon
        + choose(wanted ? "已写明" : "没有写明", wanted ? "stated" : "not stated")
    case .like(let globs):
      return name(operand) + colon + forms(globs)
    case .includes(let inclusion):
      let words = list(inclusion.wanted.numbers.map { fact(operand).codes[$0].label[language] })
      return name(operand) + colon + text(inclusion.extent, words)
    case .date(let relation, let other):
      return name(operand) + colon + text(relation, date(other))
    case .moment(let relation, let other):
      return name(operand) + colon + text(relation, moment(other))
        + choose("（北京时间）", " (Beijing time)")
    case .age(let relation, let period, let before):
      let span = period.text(in: language)
      return choose(
        "自\(name(operand))至\(name(before))：\(age(relation))\(span)",
        "From \(name(operand)) to \(name(before)): \(word(for: relation)) \(span)")
    case .within(let period, let side, let other):
      let span = period.text(in: language)
      return choose(
        "\(name(operand))：在“\(name(other))”\(side == .before ? "前" : "后")\(span)以内，首尾两日均计入",
        "\(name(operand)): within \(span) \(side == .before ? "before" : "after") “\(name(other))”, both end days included"
      )
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
      words.count == 1 ? list : choose("下列之一：\(list)", "one of \(list)")
    case .open:
      choose(
        "\(list)等；未列出的由认定机构判断", "\(list) or the like; anything else is for the authority to judge")
    case .excluding:
      choose("不是\(list)", "not \(list)")
    }
  }

  private func text(_ extent: Inclusion.Extent, _ words: String) -> String {
    switch extent {
    case .all: choose("包括\(words)（须齐备）", "all of \(words)")
    case .any: choose("包括下列任一：\(words)", "any of \(words)")
    case .allOrSimilar:
      choose(
        "包括\(words)等；不齐备或另有其他的，由认定机构判断；一项没有的不符合",
        "all of \(words) or the like; some of them, or others, are for the authority to judge; none at all fails"
      )
    }
  }

  private func rank(_ relation: Relation, _ code: String) -> String {
    switch relation {
    case .atLeast: choose("\(code)或更高", "\(code) or better")
    case .moreThan: choose("高于\(code)", "better than \(code)")
    case .atMost: choose("\(code)或更低", "\(code) or worse")
    case .lessThan: choose("低于\(code)", "worse than \(code)")
    case .equal: code
    }
  }

  private func forms(_ globs: [Glob]) -> String {
    let forms = globs.map { glob in
      var form = String.UnicodeScalarView()
      form.append(contentsOf: glob.pattern)
      return String(form)
    }
    return choose(
      "形如 \(list(forms))（* 为任意文字，? 为一个字）",
      "of the form \(list(forms)) (* is any text, ? one character)")
  }

  // MARK: Dates

  private func date(_ expression: DateExpression) -> String {
    switch expression {
    case .literal(let date): date.description
    case .fact(let operand): "“\(name(operand))”"
    case .earlier(let operand, let period):
      choose(
        "“\(name(operand))”前\(period.text(in: language))的对应日",
        "the day \(period.text(in: language)) before “\(name(operand))”")
    case .later(let operand, let period):
      choose(
        "“\(name(operand))”后\(period.text(in: language))的对应日",
        "the day \(period.text(in: language)) after “\(name(operand))”")
    case .monthStart(let operand):
      choose(
        "“\(name(operand))”所在月份的第一日", "the first day of the month of “\(name(operand))”")
    }
  }

  private func text(_ period: YearOfPeriod, _ relation: YearOfPeriod.Relation) -> String {
    let (start, length) = (name(period.start), period.length.text(in: language))
    return switch relation {
    case .coversYear:
      choose("全年在“\(start)”后\(length)以内", "all of it within \(length) after “\(start)”")
    case .touchesYear:
      choose("至少有一日在“\(start)”后\(length)以内", "some day of it within \(length) after “\(start)”")
    case .beginsInYear: choose("“\(start)”所在的年度", "the year of “\(start)”")
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
    case .atLeast: choose("不早于 \(date)", "not before \(date)")
    case .moreThan: choose("晚于 \(date)", "after \(date)")
    case .atMost: choose("不晚于 \(date)", "not after \(date)")
    case .lessThan: choose("早于 \(date)", "before \(date)")
    case .equal: choose("为 \(date)", "on \(date)")
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
      text += isNone ? choose("没有", "none") : "\(word(for: relation)) \(amount)"
    } else {
      text += "\(word(for: relation)) \(name(right, &filters))"
    }
    if let authorityFrom {
      let unit = unit(left, authorityFrom).map { " " + $0 } ?? ""
      text += choose(
        "；达到 \(authorityFrom)\(unit)而不足的，由认定机构判断",
        "; from \(authorityFrom)\(unit) up to that, the authority judges")
    }
    return ConditionOutline(text, parts(of: filters))
  }

  private func share(_ part: NumberExpression, _ whole: NumberExpression, _ comparison: String)
    -> ConditionOutline
  {
    var filters: [(name: String, condition: Condition)] = []
    let (part, whole) = (name(part, &filters), name(whole, &filters))
    return ConditionOutline(
      choose(
        "\(part)占（\(whole)）的比例：\(comparison)", "\(part) as a share of (\(whole)): \(comparison)"),
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
      return choose("所选“\(name(operand))”的项数", "the number of “\(name(operand))”")
    case .fact(let operand, .length):
      return choose(
        "“\(name(operand))”的字数（不计空白）", "characters of “\(name(operand))” (but white space)")
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
      return choose("“\(label)”中写明的项", "entries of “\(label)” that say something")
    case .repetitions:
      return choose("“\(label)”中重复的项", "entries of “\(label)” that repeat an earlier one")
    case .elements(let filter):
      guard let filter else { return label }
      filters.append((label, filter))
      return choose("符合以下各项的“\(label)”", "those of “\(label)” that meet what follows")
    }
  }

  /// The unit of a number, as it goes with an amount.
  private func unit(_ number: NumberExpression, _ amount: ExactDecimal) -> String? {
    switch number {
    case .literal: return nil
    case .fact(_, .length):
      return choose("字", amount == ExactDecimal(1) ? "character" : "characters")
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
    case .atLeast: choose("不低于", "at least")
    case .moreThan: choose("高于", "more than")
    case .atMost: choose("不高于", "at most")
    case .lessThan: choose("低于", "less than")
    case .equal: choose("等于", "exactly")
    }
  }

  private func word(for relation: Relation) -> String {
    switch relation {
    case .atLeast: choose("不少于", "at least")
    case .moreThan: choose("超过", "more than")
    case .atMost: choose("不超过", "at most")
    case .lessThan: choose("少于", "less than")
    case .equal: choose("等于", "exactly")
    }
  }

  // MARK: Words

  private var colon: String { choose("：", ": ") }

  private func choose(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func list(_ words: [String]) -> String { words.joined(separator: choose("、", ", ")) }

  private func fact(_ operand: Operand) -> Fact { vocabulary.facts[Int(operand.fact)] }

  private func label(_ fact: Int32) -> String { vocabulary.facts[Int(fact)].label[language] }

  private func name(_ operand: Operand) -> String {
    let label = label(operand.fact)
    return operand.isPrevious ? choose("前一项的\(label)", "\(label) of the one before") : label
  }
}
