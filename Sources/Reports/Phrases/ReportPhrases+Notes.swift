import RuleEngine

// What was not checked, or was checked by several versions, and why.
extension ReportPhrases {
  var note: String { Bilingual(zh: "说明", en: "Note")[language] }

  func notes(on report: Report) -> [String] {
    report.closedRounds.map { $0.text(in: language) }
      + report.rulebooks.filter { $0.versions.count > 1 }.map { rulebook in
        let ids = rulebook.versions.map { $0.id }.joined(separator: enumeration)
        return Bilingual(
          zh:
            "缺少申请日期，不知适用哪一版：已对照 \(ids)，各版本一致的才有结论，要求按 \(rulebook.rulebook.id) 列出",
          en:
            "without an application date it is not known which version governs: compared with \(ids); a verdict is what all of them give, requirements are shown as \(rulebook.rulebook.id) has them"
        )[language]
      }
  }

  /// The outcome where no clause applies.
  var nothingToCheck: String {
    Bilingual(
      zh: "待定：所选规则在所选阶段没有适用的条款", en: "undetermined: no clause applies in the stages chosen")[
        language]
  }
}
