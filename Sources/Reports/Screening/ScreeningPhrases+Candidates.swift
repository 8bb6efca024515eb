import RuleEngine

// What is said of a candidate.
extension ScreeningPhrases {
  /// Programme, type, date and code, as far as they are known.
  func particulars(of candidate: Candidate) -> String {
    let date = candidate.applicationDate.map { "\(self.date) \($0)" }
    return [
      name(ofProgramme: candidate.programme), name(ofBaseType: candidate.baseType), date,
      candidate.creditCode,
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// 12 项自我声明，2 项未附证明材料; nil where nothing was judged.
  func proofs(of candidate: Candidate) -> String? {
    if candidate.results.isEmpty { return nil }
    let (declared, without) = Self.proofs(of: candidate)
    return Bilingual(
      zh: "\(declared) 项自我声明，\(without) 项未附证明材料",
      en: "\(declared) by own declaration, \(without) without proof")[language]
  }

  /// How many criteria are declared, and how many pass so without proof.
  static func proofs(of candidate: Candidate) -> (declared: Int, without: Int) {
    candidate.results.reduce((0, 0)) {
      ($0.0 + $1.declaredCount, $0.1 + $1.declaredWithoutEvidenceCount)
    }
  }

  /// The clause, and by how much it fails, or why it is open.
  func obstacle(_ judged: Candidate.Judged, _ name: String) -> String {
    let repetitions = ReportPhrases(language: language)
      .repeated(judged.repeatedNames.map { (name: $0.name, paths: $0.paths) })
    let parts = gaps(of: judged) + openings(of: judged) + repetitions
    return parts.isEmpty ? name : name + colon + parts.joined(separator: semicolon)
  }

  private func gaps(of judged: Candidate.Judged) -> [String] {
    let phrases = ReportPhrases(language: language)
    return judged.gaps.map { gap in
      let requirement = gap.criterion.requirement[language]
      guard let lack = gap.lack else { return requirement }
      return parenthesised(requirement, phrases.shortfall(lack))
    }
  }

  /// The missing facts by their names, and that the authority decides.
  private func openings(of judged: Candidate.Judged) -> [String] {
    guard judged.verdict == .unknown else { return [] }
    let phrases = ReportPhrases(language: language)
    var labels: [(label: String, count: Int)] = []
    for missing in judged.missing {
      let label = missing.label[language]
      let index = labels.firstIndex { $0.label == label }
      if index == nil { labels.append((label, 0)) }
      labels[index ?? labels.count - 1].count += 1
    }
    let names = labels.prefix(6).map { label, count in
      count == 1 ? label : parenthesised(label, times(count))
    }
    var parts: [String] = []
    if !names.isEmpty {
      let more = labels.count > names.count ? Bilingual(zh: "等", en: ", …")[language] : ""
      parts.append("\(phrases.missing) \(names.joined(separator: enumeration))\(more)")
    }
    if judged.asksAuthority { parts.append(phrases.authority) }
    return parts
  }

  private func times(_ count: Int) -> String {
    Bilingual(zh: "\(count) 处", en: "\(count) places")[language]
  }

  // MARK: Problems

  /// As many problems of one file as a person looks through.
  static let mostProblems = 20

  /// Why a file could not be read, its data errors, its warnings.
  func problems(of candidate: Candidate) -> [String] {
    var lines = candidate.problems.prefix(Self.mostProblems).map { line($0) }
    if candidate.problems.count > lines.count {
      lines.append(further(candidate.problems.count - lines.count))
    }
    if candidate.outcome == .invalid { lines.insert(errors(candidate.errorCount), at: 0) }
    if candidate.outcome == nil {
      lines.append(candidate.unreadableReason?[language] ?? name(of: nil))
    }
    return lines
  }

  private func errors(_ count: Int) -> String {
    Bilingual(
      zh: "\(count) 处数据错误，未作判断",
      en: "\(count) data error\(count == 1 ? "" : "s"); nothing was judged")[language]
  }

  // MARK: Notes

  /// What was not read, not checked, or checked by several versions.
  func notes(on screening: Screening, _ passedOver: [PassedOver]) -> [String] {
    var notes: [(text: String, numbers: [Int])] = []
    func add(_ text: String, _ number: Int) {
      let index = notes.firstIndex { $0.text == text }
      if index == nil { notes.append((text, [])) }
      notes[index ?? notes.count - 1].numbers.append(number)
    }
    for row in screening.candidates.sorted(by: { $0.number < $1.number }) {
      for round in row.candidate.closedRounds { add(round.text(in: language), row.number) }
      for result in row.candidate.results where result.versions.count > 1 {
        let titles = result.versions.map { parenthesised(title($0), $0.id) }
        add(
          Bilingual(
            zh: "缺少申请日期，不知适用哪一版，各版本一致的才有结论：\(titles.joined(separator: "、"))",
            en:
              "without an application date it is not known which version governs, and a verdict is what all of them give: \(titles.joined(separator: ", "))"
          )[language], row.number)
      }
    }
    return passedOver.map { $0.folder + colon + $0.text[language] }
      + notes.map { note in
        let numbers = note.numbers.map { "#\($0)" }
        return numbers.joined(separator: enumeration) + colon + note.text
      }
  }
}
