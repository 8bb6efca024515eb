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
  func parts(of condition: Condition) -> [ConditionOutline] {
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

  func text(_ membership: Membership, _ fact: Fact) -> String {
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

  func text(_ extent: Inclusion.Extent, _ words: String) -> String {
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

  // MARK: Words

  var colon: String { Bilingual(zh: "：", en: ": ")[language] }

  func list(_ words: [String]) -> String {
    words.joined(separator: Bilingual(zh: "、", en: ", ")[language])
  }

  func fact(_ operand: Operand) -> Fact { vocabulary.facts[Int(operand.fact)] }

  func label(_ fact: Int32) -> String { vocabulary.facts[Int(fact)].label[language] }

  func name(_ operand: Operand) -> String {
    let label = label(operand.fact)
    return operand.isPrevious
      ? Bilingual(zh: "前一项的\(label)", en: "\(label) of the one before")[language] : label
  }
}
