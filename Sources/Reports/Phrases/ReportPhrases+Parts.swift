package import RuleEngine

// What is said of an application, of a rulebook and of a document attached, as a whole.
extension ReportPhrases {
  /// What was checked: names of rows, and what they say; nil where the application does not.
  func head(of report: Report) -> [(name: String, value: String?)] {
    let application = report.application
    var rows: [(name: String, value: String?)] = [
      (file, application.place),
      (applicant, application.string("applicant.name")),
      (baseName, application.string("baseName")),
      (
        baseType,
        report.baseType.map { application.vocabulary.baseTypeName($0, in: language) }
      ),
      (date, report.applicationDate?.description),
    ]
    if !report.evidence.isEmpty { rows.append((proofHeading, evidence(of: report))) }
    return rows
  }

  /// 列出 10 份；其中 2 份与所查条款无关：evidence[3]、evidence[7]
  private func evidence(of report: Report) -> String {
    let count = report.evidence.count
    let all = Bilingual(zh: "列出 \(count) 份", en: "\(count) listed")
    func places(_ documents: [Evidence]) -> String {
      let paths = documents.prefix(6).map { report.application.vocabulary.path(of: $0.reference) }
      let isWhole = documents.count == paths.count
      return paths.joined(separator: enumeration)
        + (isWhole ? "" : Bilingual(zh: "等", en: ", …")[language])
    }
    let (unrelated, others) = (report.unrelatedEvidence, report.otherEvidence)
    var said = [all[language]]
    if !unrelated.isEmpty {
      let (number, list) = (unrelated.count, places(unrelated))
      said.append(
        Bilingual(
          zh: "其中 \(number) 份与所查条款无关：\(list)",
          en: "\(number) for nothing that is checked here: \(list)")[language])
    }
    if !others.isEmpty {
      let (number, list) = (others.count, places(others))
      said.append(
        Bilingual(
          zh: "其中 \(number) 份的名称与所属条款所列的证明不符，未计入：\(list)",
          en: "\(number) called none of the proofs listed for their clauses, not counted: \(list)")[
            language])
    }
    return said.joined(separator: semicolon)
  }

  /// ✓ 已附：花名册（证明材料/花名册.pdf）
  ///
  /// - Parameter isTicked: whether it proves something.
  func evidence(_ evidence: Evidence, isTicked: Bool = true) -> String {
    let name: String? =
      switch (evidence.title, evidence.file) {
      case (let title?, let file?): parenthesised(title, file)
      case (let title, let file): title ?? file
      }
    let state =
      switch evidence.state {
      case .found: Bilingual(zh: "已附", en: "attached")
      case .missing: Bilingual(zh: "找不到文件", en: "file not there")
      case .outside: Bilingual(zh: "文件在申报材料所在的文件夹之外", en: "file outside the application's folder")
      case .notAFile: Bilingual(zh: "不是普通文件", en: "not a regular file")
      case .unchecked: Bilingual(zh: "已列出，未查看文件", en: "named, file not looked at")
      case .noFile where name == nil:
        Bilingual(zh: "名称和文件均未写", en: "neither title nor file given")
      case .noFile: Bilingual(zh: "已附，未写文件", en: "attached, no file named")
      }
    let mark = evidence.isAttached ? isTicked ? sign(.pass) : "·" : sign(.fail)
    return "\(mark) \(state[language])"
      + (name.map { colon + $0 } ?? "")
  }

  /// 第七条 品牌宣传：没有可核对的尺度。
  func unchecked(_ part: UncheckedPart) -> String {
    let (citation, subject) = (part.citation[language], part.subject[language])
    return Bilingual(zh: "\(citation) \(subject)", en: "\(citation), \(subject)")[language]
      + colon + part.reason[language]
  }

  /// Number, authority and date of a document.
  func origin(of document: LegalDocument) -> [String] {
    [
      document.number ?? noNumber, document.authority[language],
      document.issued?.description ?? noDate,
    ]
  }

  /// 建设周期（第十六条）：2022-07-01 至 2025-07-01；2023 年全年在周期内
  func construction(_ construction: ConstructionReport) -> String {
    let head = parenthesised(
      Bilingual(zh: "建设周期", en: "Construction period")[language],
      construction.period.citation[language])
    guard let start = construction.start, let end = construction.end else {
      return head + colon
        + Bilingual(zh: "缺少认定日期，不能推算", en: "the date of recognition is missing")[language]
    }
    let span = head + colon + Bilingual(zh: "\(start) 至 \(end)", en: "\(start) to \(end)")[language]
    let note = construction.period.note.map { semicolon + $0[language] } ?? ""
    guard let year = construction.year, let coverage = construction.coverage else {
      return span + note
    }
    let answer =
      switch coverage {
      case .whole: Bilingual(zh: "所查 \(year) 年度在周期内", en: "the year \(year) lies in it")
      case .part: Bilingual(zh: "所查 \(year) 年度部分在周期内", en: "part of the year \(year) lies in it")
      case .none: Bilingual(zh: "所查 \(year) 年度不在周期内", en: "the year \(year) does not lie in it")
      }
    return span + semicolon + answer[language] + note
  }

  /// The conclusion on a rulebook, by what it is about.
  func outcome(of rulebook: RulebookReport) -> String {
    outcome(
      rulebook.outcome, declared: rulebook.judgements.count { $0.isDeclared },
      isApplication: rulebook.rulebook.about == nil)
  }

  /// - Parameters:
  ///   - declared: how many of the criteria are so by the applicant's own word.
  ///   - isApplication: whether it is about an application, and not about another document.
  package func outcome(_ outcome: Outcome, declared: Int, isApplication: Bool) -> String {
    let said =
      switch outcome {
      case .ineligible: Bilingual(zh: "不符合", en: "not eligible")
      case .undetermined: Bilingual(zh: "待定", en: "undetermined")
      case .eligible where !isApplication:
        Bilingual(
          zh: "条件均符合（其中 \(declared) 项为自我声明，以核实为准）",
          en:
            "all conditions are met (\(declared) of them by own declaration, subject to verification)"
        )
      case .eligible:
        Bilingual(
          zh: "条件均符合（其中 \(declared) 项为申报单位自我声明，以评审核实为准）",
          en:
            "all conditions are met (\(declared) of them by the applicant's own declaration, subject to the reviewers' verification)"
        )
      case .invalid: Bilingual(zh: "有数据错误，未作判断", en: "data errors, nothing was judged")
      }
    return said[language]
  }
}
