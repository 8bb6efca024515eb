package import RuleEngine

/// The text report's own words.
package struct TextPhrases: TablePhrases {
  package let language: Language
  let vocabulary: Vocabulary

  package init(language: Language, vocabulary: Vocabulary) {
    self.language = language
    self.vocabulary = vocabulary
  }

  /// The stages of clauses, in the vocabulary's order.
  func stages(of clauses: [ClauseReport]) -> [String] {
    let used = Set(clauses.map { $0.article.stage })
    return vocabulary.stageNames.filter(used.contains)
  }

  func stage(_ name: String) -> String {
    vocabulary.stageName(name, in: language)
  }

  /// 建设周期（第十六条）：2022-07-01 至 2025-07-01；2023 年全年在周期内
  func construction(_ construction: ConstructionReport) -> String {
    let citation = construction.period.citation[language]
    let head = choose("建设周期（\(citation)）：", "Construction period (\(citation)): ")
    guard let start = construction.start, let end = construction.end else {
      return head + choose("缺少认定日期，不能推算", "the date of recognition is missing")
    }
    let span = choose("\(start) 至 \(end)", "\(start) to \(end)")
    let note = construction.period.note.map { semicolon + $0[language] } ?? ""
    guard let year = construction.year, let coverage = construction.coverage else {
      return head + span + note
    }
    let answer =
      switch coverage {
      case .whole: choose("所查 \(year) 年度在周期内", "the year \(year) lies in it")
      case .part: choose("所查 \(year) 年度部分在周期内", "part of the year \(year) lies in it")
      case .none: choose("所查 \(year) 年度不在周期内", "the year \(year) does not lie in it")
      }
    return head + span + semicolon + answer + note
  }

  var matchHeading: String { choose("可申报的基地类别", "Bases that the application could be for") }
  var notInForce: String {
    choose("* 申请日期不在该规则的适用期内。", "* The application date is outside the span of the rulebook.")
  }
  func leftOut(_ count: Int) -> String {
    choose(
      "另有 \(count) 种（规则与类别的组合）与所填事实无关，未列出。",
      "\(count) more pairs of rulebook and base type are left out: the facts say nothing about them."
    )
  }
  var matchHint: String {
    choose(
      "逐条报告：kczg-check --rulebook 规则 --type 类别 文件",
      "clause by clause: kczg-check --rulebook RULEBOOK --type TYPE FILE")
  }

  /// What a base type is called.
  package func name(ofBaseType type: String?) -> String {
    guard let type else { return "" }
    return vocabulary.name(of: type, "baseType", in: language)
  }

  package func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "✓"
    case .fail: "✗"
    case .unknown: "?"
    }
  }

  var heading: String { choose("创新基地申报条件检查", "Innovation base: check of the conditions") }
  package var file: String { choose("申报文件", "File") }
  package var applicant: String { choose("依托单位", "Applicant") }
  package var baseName: String { choose("基地名称", "Base") }
  package var baseType: String { choose("基地类别", "Base type") }
  var date: String { choose("申请日期", "Date") }
  var notGiven: String { choose("（未填）", "(not given)") }
  var rulebook: String { choose("规则", "Rulebook") }
  var noNumber: String { choose("文号未载明", "no number stated") }
  var noDate: String { choose("日期未载明", "no date stated") }
  package var actual: String { choose("实际", "actual") }
  var required: String { choose("要求", "required") }
  var unknownValue: String { choose("未填", "not given") }
  var place: String { choose("位置", "at") }
  var missing: String { choose("缺少", "missing") }
  var authority: String { choose("由认定机构判断", "for the authority to judge") }
  var boundary: String { choose("恰在界限上", "exactly on the threshold") }
  var conclusion: String { choose("结论", "Conclusion") }
  var nextSteps: String { choose("下一步", "What to do next") }
  var readings: String { choose("法规未明之处采用的解读", "Readings chosen where the law is silent") }
  package var colon: String { choose("：", ": ") }
  var comma: String { choose("，", ", ") }
  var enumeration: String { choose("、", ", ") }
  package var semicolon: String { choose("；", "; ") }

  /// What was checked: names of rows, and what they say; nil where the application does not.
  func head(of report: Report, source: String) -> [(name: String, value: String?)] {
    let application = report.application
    var rows: [(name: String, value: String?)] = [
      (file, application.place(source)),
      (applicant, application.string("applicant.name")),
      (baseName, application.string("baseName")),
      (baseType, report.baseType.map { name(ofBaseType: $0) }),
      (date, report.applicationDate?.description),
    ]
    if !report.evidence.isEmpty { rows.append((proofHeading, evidence(of: report))) }
    return rows
  }

  /// 列出 10 份；其中 2 份与所查条款无关：evidence[3]、evidence[7]
  private func evidence(of report: Report) -> String {
    let count = report.evidence.count
    let all = choose("列出 \(count) 份", "\(count) listed")
    let unrelated = report.unrelatedEvidence
    if unrelated.isEmpty { return all }
    let paths = unrelated.prefix(6).map { report.application.vocabulary.path(of: $0.reference) }
    let more = unrelated.count > paths.count ? choose("等", ", …") : ""
    return all
      + choose(
        "；其中 \(unrelated.count) 份与所查条款无关：",
        "; \(unrelated.count) for nothing that is checked here: ")
      + paths.joined(separator: enumeration) + more
  }

  var proof: String { choose("证明", "proof") }
  var noProofAttached: String { choose("已声明，未附证明材料", "declared, no proof attached") }

  /// The criteria that are declared with no proof attached; in a few words where no clauses are
  /// named.
  func noProofAttached(_ count: Int, clauses: [String]) -> String {
    let head = choose(
      "\(count) 项已声明、未附证明材料",
      "\(count) \(count == 1 ? "criterion" : "criteria") declared, no proof attached")
    return clauses.isEmpty ? head : head + colon + clauses.joined(separator: enumeration)
  }

  /// ✓ 已附：花名册（证明材料/花名册.pdf）
  func evidence(_ evidence: Evidence) -> String {
    let name: String? =
      switch (evidence.title, evidence.file) {
      case (let title?, let file?): choose("\(title)（\(file)）", "\(title) (\(file))")
      case (let title, let file): title ?? file
      }
    let state =
      switch evidence.state {
      case .found: choose("已附", "attached")
      case .missing: choose("找不到文件", "file not there")
      case .outside: choose("文件在申报材料所在的文件夹之外", "file outside the application's folder")
      case .notAFile: choose("不是普通文件", "not a regular file")
      case .unchecked: choose("已列出，未查看文件", "named, file not looked at")
      case .noFile where name == nil: choose("名称和文件均未写", "neither title nor file given")
      case .noFile: choose("已附，未写文件", "attached, no file named")
      }
    return "\(sign(evidence.isAttached ? .pass : .fail)) \(state)" + (name.map { colon + $0 } ?? "")
  }

  /// "A document and how many more."
  func otherDocuments(_ count: Int) -> String {
    choose("等共 \(count) 份", "and others, \(count) in all")
  }

  package func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: choose("符合", "pass")
    case .fail: choose("不符合", "fail")
    case .unknown: choose("待定", "unknown")
    }
  }

  func title(_ title: String) -> String { choose("《\(title)》", title) }

  /// "The place and how many others."
  func others(_ count: Int) -> String { choose("等共 \(count) 处", "and others, \(count) in all") }

  package func counts(_ counts: VerdictCounts) -> String {
    choose(
      "\(counts.pass) 条符合，\(counts.fail) 条不符合，\(counts.unknown) 条待定",
      "\(counts.pass) \(counts.pass == 1 ? "clause passes" : "clauses pass"), \(counts.fail) fail, \(counts.unknown) open"
    )
  }

  /// - Parameter isApplication: whether it is about an application, and not about another document.
  package func outcome(_ outcome: Outcome, declared: Int, isApplication: Bool) -> String {
    switch outcome {
    case .ineligible: choose("不符合", "not eligible")
    case .undetermined: choose("待定", "undetermined")
    case .eligible where !isApplication:
      choose(
        "条件均符合（其中 \(declared) 项为自我声明，以核实为准）",
        "all conditions are met (\(declared) of them by own declaration, subject to verification)")
    case .eligible:
      choose(
        "条件均符合（其中 \(declared) 项为申报单位自我声明，以评审核实为准）",
        "all conditions are met (\(declared) of them by the applicant's own declaration, subject to the reviewers' verification)"
      )
    case .invalid: choose("有数据错误，未作判断", "data errors, nothing was judged")
    }
  }

  /// What a failing criterion lacks, or has too much of.
  package func shortfall(_ amount: String, unit: String?, isExcess: Bool) -> String {
    if CivilDate(amount) != nil {
      return choose("最早自 \(amount) 起可符合", "would pass from \(amount) on")
    }
    let isAmount = amount.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isAmount else {
      return isExcess
        ? choose("超出 \(amount)", "over by \(amount)") : choose("缺 \(amount)", "lacks \(amount)")
    }
    let measure = unit.map { "\(amount) \($0)" } ?? amount
    return isExcess
      ? choose("多出 \(measure)", "\(measure) too many") : choose("还差 \(measure)", "\(measure) short")
  }

  func supply(_ fact: String) -> String { choose("补充 \(fact)", "supply \(fact)") }
  func ask(_ clause: String) -> String {
    choose("\(clause)：向推荐单位或认定机构确认", "\(clause): ask the recommending unit or the authority")
  }
  func gatherProof(isApplication: Bool) -> String {
    isApplication
      ? choose("备齐各项证明材料，交推荐单位核实", "gather the proof and hand it to the recommending unit")
      : choose("备齐各项证明材料，以备核实", "gather the proof, to be ready for verification")
  }
  func invalid(_ errors: Int) -> String {
    choose(
      "申报材料有 \(errors) 处数据错误，未作判断；请按提示改正后再检查。",
      "The application has \(errors) data error\(errors == 1 ? "" : "s"); nothing was judged. Mend \(errors == 1 ? "it" : "them") and check again."
    )
  }
}

extension Verdict {
  /// The verdict that an outcome stands for.
  package init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .eligible: .pass
      case .ineligible, .invalid: .fail
      case .undetermined: .unknown
      }
  }

  /// Its colour on a terminal.
  var color: String {
    switch self {
    case .pass: "32"
    case .fail: "31"
    case .unknown: "33"
    }
  }
}

extension Application {
  /// The file, with the line where it is one of many.
  package func place(_ source: String) -> String {
    text.isOneLine ? "\(source):\(text.firstLine)" : source
  }
}
