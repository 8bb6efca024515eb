package import RuleEngine

/// The words of a report, whatever the format.
package struct ReportPhrases: SharedPhrases {
  package let language: Language

  package init(language: Language) { self.language = language }

  var heading: String {
    Bilingual(zh: "创新基地申报条件检查", en: "Innovation base: check of the conditions")[language]
  }
  var date: String { Bilingual(zh: "申请日期", en: "Date")[language] }
  var notGiven: String { Bilingual(zh: "（未填）", en: "(not given)")[language] }
  var noNumber: String { Bilingual(zh: "文号未载明", en: "no number stated")[language] }
  var noDate: String { Bilingual(zh: "日期未载明", en: "no date stated")[language] }
  package var actual: String { Bilingual(zh: "实际", en: "actual")[language] }
  var required: String { Bilingual(zh: "要求", en: "required")[language] }
  var unknownValue: String { Bilingual(zh: "未填", en: "not given")[language] }
  var place: String { Bilingual(zh: "位置", en: "at")[language] }
  var missing: String { Bilingual(zh: "缺少", en: "missing")[language] }
  var authority: String { Bilingual(zh: "由认定机构判断", en: "for the authority to judge")[language] }
  var boundary: String { Bilingual(zh: "恰在界限上", en: "exactly on the threshold")[language] }
  var conclusion: String { Bilingual(zh: "结论", en: "Conclusion")[language] }
  var nextSteps: String { Bilingual(zh: "下一步", en: "What to do next")[language] }
  var readings: String {
    Bilingual(zh: "法规未明之处采用的解读", en: "Readings chosen where the law is silent")[language]
  }
  var notChecked: String {
    Bilingual(zh: "文件中不作检查的内容", en: "What of the document is not checked")[language]
  }
  var proof: String { Bilingual(zh: "证明", en: "proof")[language] }
  var noProofAttached: String {
    Bilingual(zh: "已声明，未附证明材料", en: "declared, no proof attached")[language]
  }

  /// The criteria that are declared with no proof attached; in a few words where no clauses are
  /// named.
  func noProofAttached(_ count: Int, clauses: [String]) -> String {
    let head = Bilingual(
      zh: "\(count) 项已声明、未附证明材料",
      en: "\(count) \(count == 1 ? "criterion" : "criteria") declared, no proof attached")[language]
    return clauses.isEmpty ? head : head + colon + clauses.joined(separator: enumeration)
  }

  /// The documents that are for a clause and for none of its proofs.
  var otherEvidence: String { Bilingual(zh: "另附材料", en: "Other documents")[language] }
  /// Why they prove nothing.
  var notOfTheProofsNamed: String {
    Bilingual(zh: "名称与所列的证明不符，未计入", en: "called none of the proofs listed, not counted")[
      language]
  }

  /// "A document and how many more."
  func otherDocuments(_ count: Int) -> String {
    Bilingual(zh: "等共 \(count) 份", en: "and others, \(count) in all")[language]
  }

  func title(_ title: String) -> String { Bilingual(zh: "《\(title)》", en: title)[language] }

  /// "The place and how many others."
  func others(_ count: Int) -> String {
    Bilingual(zh: "等共 \(count) 处", en: "and others, \(count) in all")[language]
  }

  package func counts(_ counts: VerdictCounts) -> String {
    Bilingual(
      zh: "\(counts.pass) 条符合，\(counts.fail) 条不符合，\(counts.unknown) 条待定",
      en:
        "\(counts.pass) \(counts.pass == 1 ? "clause passes" : "clauses pass"), \(counts.fail) fail, \(counts.unknown) open"
    )[language]
  }

  func supply(_ fact: String) -> String {
    Bilingual(zh: "补充 \(fact)", en: "supply \(fact)")[language]
  }
  func ask(_ clause: String) -> String {
    Bilingual(
      zh: "\(clause)：向推荐单位或认定机构确认", en: "\(clause): ask the recommending unit or the authority")[
        language]
  }
  func gatherProof(isApplication: Bool) -> String {
    isApplication
      ? Bilingual(
        zh: "备齐各项证明材料，交推荐单位核实", en: "gather the proof and hand it to the recommending unit")[
          language]
      : Bilingual(zh: "备齐各项证明材料，以备核实", en: "gather the proof, to be ready for verification")[
        language]
  }
  func invalid(_ report: Report) -> String {
    let errors = report.diagnostics.count { $0.severity == .error }
    return Bilingual(
      zh: "申报材料有 \(errors) 处数据错误，未作判断；请按提示改正后再检查。",
      en:
        "The application has \(errors) data error\(errors == 1 ? "" : "s"); nothing was judged. Mend \(errors == 1 ? "it" : "them") and check again."
    )[language]
  }
}
