import Rules

/// The text report's own words.
struct TextPhrases {
  let language: Language

  private func choose(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var heading: String { choose("创新基地申报条件检查", "Innovation base: check of the conditions") }
  var file: String { choose("申报文件", "File") }
  var applicant: String { choose("依托单位", "Applicant") }
  var baseName: String { choose("基地名称", "Base") }
  var baseType: String { choose("基地类别", "Base type") }
  var date: String { choose("申请日期", "Date") }
  var notGiven: String { choose("（未填）", "(not given)") }
  var rulebook: String { choose("规则", "Rulebook") }
  var noNumber: String { choose("文号未载明", "no number stated") }
  var noDate: String { choose("日期未载明", "no date stated") }
  var actual: String { choose("实际", "actual") }
  var required: String { choose("要求", "required") }
  var unknownValue: String { choose("未填", "not given") }
  var place: String { choose("位置", "at") }
  var missing: String { choose("缺少", "missing") }
  var authority: String { choose("由认定机构判断", "for the authority to judge") }
  var boundary: String { choose("恰在界限上", "exactly on the threshold") }
  var conclusion: String { choose("结论", "Conclusion") }
  var nextSteps: String { choose("下一步", "What to do next") }
  var readings: String { choose("法规未明之处采用的解读", "Readings chosen where the law is silent") }
  var colon: String { choose("：", ": ") }
  var comma: String { choose("，", ", ") }
  var enumeration: String { choose("、", ", ") }
  var semicolon: String { choose("；", "; ") }

  func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: choose("符合", "pass")
    case .fail: choose("不符合", "fail")
    case .unknown: choose("待定", "unknown")
    }
  }

  func title(_ title: String) -> String { choose("《\(title)》", title) }

  /// "The place and how many others."
  func others(_ count: Int) -> String { choose("等共 \(count) 处", "and others, \(count) in all") }

  func counts(_ counts: VerdictCounts) -> String {
    choose(
      "\(counts.pass) 条符合，\(counts.fail) 条不符合，\(counts.unknown) 条待定",
      "\(counts.pass) clauses pass, \(counts.fail) fail, \(counts.unknown) open")
  }

  func outcome(_ outcome: Outcome, declared: Int) -> String {
    switch outcome {
    case .ineligible: choose("不符合", "not eligible")
    case .undetermined: choose("待定", "undetermined")
    case .eligible:
      choose(
        "条件均符合（其中 \(declared) 项为申报单位自我声明，以评审核实为准）",
        "all conditions are met (\(declared) of them by the applicant's own declaration, subject to the reviewers' verification)"
      )
    case .invalid: choose("有数据错误，未作判断", "data errors, nothing was judged")
    }
  }

  /// What a failing criterion lacks, or has too much of.
  func shortfall(_ amount: String, unit: String?, isExcess: Bool) -> String {
    if CivilDate(amount) != nil {
      return choose("最早自 \(amount) 起申请可符合", "an application from \(amount) on would pass")
    }
    let isAmount = amount.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isAmount else { return choose("缺 \(amount)", "lacks \(amount)") }
    let measure = unit.map { "\(amount) \($0)" } ?? amount
    return isExcess
      ? choose("多出 \(measure)", "\(measure) too many") : choose("还差 \(measure)", "\(measure) short")
  }

  func supply(_ fact: String) -> String { choose("补充 \(fact)", "supply \(fact)") }
  func ask(_ clause: String) -> String {
    choose("\(clause)：向推荐单位或认定机构确认", "\(clause): ask the recommending unit or the authority")
  }
  var gatherProof: String {
    choose("备齐各项证明材料，交推荐单位核实", "gather the proof and hand it to the recommending unit")
  }
  func invalid(_ errors: Int) -> String {
    choose(
      "申报材料有 \(errors) 处数据错误，未作判断；请按提示改正后再检查。",
      "The application has \(errors) data error\(errors == 1 ? "" : "s"); nothing was judged. Mend \(errors == 1 ? "it" : "them") and check again."
    )
  }
}
