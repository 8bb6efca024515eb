import RuleEngine

// The words of a match.
extension ReportPhrases {
  var matchHeading: String {
    Bilingual(zh: "可申报的基地类别", en: "Bases that the application could be for")[language]
  }
  /// Why the types stand in this order.
  var matchOrder: String {
    Bilingual(
      zh:
        "排列只看已知的条款：符合的条数减去不符合的条数，占全部条数的比例大的在前；待定的不加不减；比例相同的，不符合少的在前。",
      en:
        "The order goes by the clauses that are known: those met less those not met, as a share of all, the largest first; open ones count for neither side; of equal shares, the one with fewer clauses not met."
    )[language]
  }
  /// 已知的 7 条中符合 6 条，5 条待定
  func nearness(_ counts: VerdictCounts) -> String {
    let (known, met, open) = (counts.known, counts.pass, counts.unknown)
    let said: Bilingual
    if known == 0 {
      said = Bilingual(
        zh: "\(open) 条均待定",
        en: "nothing is known of the \(open) \(open == 1 ? "clause" : "clauses")")
    } else if open == 0 {
      said = Bilingual(
        zh: "\(known) 条均已知，符合 \(met) 条",
        en: known == 1
          ? "the 1 clause is known, \(met) met" : "all \(known) clauses are known, \(met) met")
    } else {
      said = Bilingual(
        zh: "已知的 \(known) 条中符合 \(met) 条，\(open) 条待定",
        en: "\(met) met of the \(known) known, \(open) open")
    }
    return said[language]
  }
  var notInForce: String {
    Bilingual(
      zh: "* 申请日期不在该规则的适用期内。",
      en: "* The application date is outside the span of the rulebook.")[language]
  }
  func leftOut(_ count: Int) -> String {
    Bilingual(
      zh: "另有 \(count) 种（规则与类别的组合）与所填事实无关，未列出。",
      en:
        "\(count) more pairs of rulebook and base type are left out: the facts say nothing about them."
    )[language]
  }
  var matchHint: String {
    Bilingual(
      zh: "逐条报告：kczg-check --rulebook 规则 --type 类别 文件",
      en: "clause by clause: kczg-check --rulebook RULEBOOK --type TYPE FILE")[language]
  }
}

extension Report {
  /// The best of the rulebooks' verdicts: what the application could be for.
  var bestOutcome: Outcome {
    if isInvalid || rulebooks.isEmpty { return outcome }
    let outcomes = rulebooks.map { $0.outcome }
    let order: [Outcome] = [.eligible, .undetermined, .ineligible]
    return order.first { outcomes.contains($0) } ?? .ineligible
  }
}
