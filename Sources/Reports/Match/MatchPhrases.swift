import RuleEngine

// The words of a match.
extension ReportPhrases {
  var matchHeading: String {
    Bilingual(zh: "可申报的基地类别", en: "Bases that the application could be for")[language]
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
    if isInvalid || rulebooks.isEmpty { return .invalid }
    let outcomes = rulebooks.map { $0.outcome }
    let order: [Outcome] = [.eligible, .undetermined, .ineligible]
    return order.first { outcomes.contains($0) } ?? .ineligible
  }
}
