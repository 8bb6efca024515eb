import RuleEngine

/// What there is to say of a criterion's verdict, in words: every format for people says the same.
struct CriterionPhrases {
  let phrases: ReportPhrases
  let application: Application
  var language: Language { phrases.language }

  init(_ application: Application, in language: Language) {
    phrases = ReportPhrases(language: language)
    self.application = application
  }

  /// 实际 32 + 12 = 44；要求 ≥ 50；还差 6 人
  func comparison(_ criterion: CriterionReport) -> String {
    let actual = criterion.derivation(in: language) ?? criterion.actual(in: language)
    var parts = ["\(phrases.actual) \(actual ?? phrases.unknownValue)"]
    if let required = criterion.required(in: language) {
      let unit = criterion.unit(in: language).map { " " + $0 } ?? ""
      parts.append("\(phrases.required) \(required)\(unit)")
    }
    if let shortfall = shortfall(criterion) { parts.append(shortfall) }
    if criterion.isBoundary { parts.append(phrases.boundary) }
    return parts.joined(separator: phrases.semicolon)
  }

  func shortfall(_ criterion: CriterionReport) -> String? {
    criterion.lack.map(phrases.shortfall)
  }

  /// Why it is unknown: what is missing, or who decides; nil where it is not.
  func openReason(_ criterion: CriterionReport) -> String? {
    guard criterion.verdict == .unknown else { return nil }
    if let inapplicable = criterion.inapplicable { return inapplicable[language] }
    if criterion.open == .facts { return phrases.missing + " " + missing(criterion) }
    return criterion.isForAuthority ? phrases.authority : nil
  }

  /// Who or what is listed more than once and so may have been counted more than once.
  func repetitions(_ criterion: CriterionReport) -> [String] {
    phrases.repeated(
      criterion.repeatedNames.map { repeated in
        (name: repeated.name, paths: repeated.elements.map { application.vocabulary.path(of: $0) })
      })
  }

  /// The comparison, why it is unknown, and what may have been counted twice.
  func explanation(_ criterion: CriterionReport) -> String {
    ([comparison(criterion), openReason(criterion)].compactMap { $0 } + repetitions(criterion))
      .joined(separator: phrases.semicolon)
  }

  /// Where the deciding values stand: at most four places, and how many there are.
  func places(_ criterion: CriterionReport) -> String? {
    guard !criterion.facts.isEmpty else { return nil }
    let shown = criterion.facts.prefix(4).map { fact in
      let position = application.position(of: fact)
      return "\(application.vocabulary.path(of: fact)) \(position.line):\(position.column)"
    }
    let list = shown.joined(separator: phrases.comma)
    let others =
      criterion.facts.count > shown.count ? " " + phrases.others(criterion.facts.count) : ""
    return "\(phrases.place) \(list)\(others)"
  }

  /// What would prove it; nil where the rulebook names nothing.
  func proof(_ criterion: CriterionReport) -> String? {
    let named = criterion.criterion.proof.map { $0[language] }
    return named.isEmpty ? nil : named.joined(separator: phrases.enumeration)
  }

  /// The documents attached: at most eight, and how many there are; else that a declared criterion
  /// has none.
  func attached(to criterion: CriterionReport) -> [String] {
    var lines = shown(criterion.evidence, areTicked: true)
    if criterion.isDeclaredWithoutEvidence { lines.append("! " + phrases.noProofAttached) }
    return lines
  }

  /// The documents that are for the clause and for none of its proofs, as many.
  func others(of clause: ClauseReport) -> [String] { shown(clause.otherEvidence, areTicked: false) }

  /// 第八条（二）另附材料（名称与所列的证明不符，未计入）：· 已附：合同（合同.pdf）
  func otherEvidence(of clause: ClauseReport) -> String? {
    let documents = others(of: clause)
    if documents.isEmpty { return nil }
    let head = Bilingual(
      zh: "\(clause.clause.citation[.zh])\(phrases.otherEvidence)",
      en: "\(phrases.otherEvidence) for \(clause.clause.citation[.en])")[language]
    return phrases.parenthesised(head, phrases.notOfTheProofsNamed) + phrases.colon
      + documents.joined(separator: phrases.semicolon)
  }

  private func shown(_ evidence: [Evidence], areTicked: Bool) -> [String] {
    var lines = evidence.prefix(8).map { phrases.evidence($0, isTicked: areTicked) }
    if evidence.count > 8 { lines.append(phrases.otherDocuments(evidence.count)) }
    return lines
  }

  /// How many criteria are declared with no proof attached, and in which clauses; nil if none is.
  func withoutProof(_ rulebook: RulebookReport, isBrief: Bool) -> String? {
    let count = rulebook.declaredWithoutEvidence.count
    if count == 0 { return nil }
    let clauses = rulebook.clauses.filter {
      $0.criteria.contains(where: { $0.isDeclaredWithoutEvidence })
    }
    return phrases.noProofAttached(
      count, clauses: isBrief ? [] : clauses.map { $0.clause.citation[language] })
  }

  /// What is missing: at most six facts, and how many there are.
  func missing(_ criterion: CriterionReport) -> String {
    let shown = criterion.missing.prefix(6).map(named).joined(separator: phrases.enumeration)
    return criterion.missing.count > 6
      ? "\(shown) \(phrases.others(criterion.missing.count))" : shown
  }

  /// staff.partTime（兼职人员）
  func named(_ fact: FactReference) -> String {
    let path = application.elementName(of: fact) ?? application.vocabulary.path(of: fact)
    let label = application.vocabulary.fact(of: fact).label[language]
    return phrases.parenthesised(path, label)
  }
}
