import Reports
import Rules

/// Tells how the verdict stands.
struct VerdictTeller {
  let console: Console
  let language: Language
  let phrases: DialoguePhrases
  let words: ReportPhrases
  /// The verdicts on clauses that were told last.
  private var told: [String: Verdict] = [:]

  init(_ console: Console, language: Language) {
    self.console = console
    self.language = language
    phrases = DialoguePhrases(language: language)
    words = ReportPhrases(language: language)
  }

  /// The clauses that were decided since it was last told, and how the whole stands.
  mutating func tellChanges(_ report: Report, _ outcome: Outcome) {
    var verdicts: [String: Verdict] = [:]
    for rulebook in report.rulebooks {
      for clause in rulebook.clauses {
        let key = "\(rulebook.rulebook.id) \(clause.clause.id)"
        verdicts[key] = clause.verdict
        guard let before = told[key], before != clause.verdict else { continue }
        let name = name(of: clause, rulebook, report)
        tell(name + words.colon + words.verdict(clause.verdict), clause.verdict)
      }
    }
    let isNew = verdicts != told
    told = verdicts
    if isNew, outcome != .invalid { tellStanding(report, outcome) }
  }

  func tellStanding(_ report: Report, _ outcome: Outcome) {
    console.say(phrases.standing(outcome, report.counts, words))
  }

  /// That the answer is certain, and why.
  func tellCertain(_ report: Report, _ outcome: Outcome) {
    let declared = report.rulebooks.flatMap(\.clauses).flatMap(\.criteria)
      .count { $0.criterion.basis == .declared }
    console.say("")
    console.say(
      phrases.certain(words.outcome(outcome, declared: declared, isApplication: true)),
      isBold: true)
    for rulebook in report.rulebooks {
      for clause in rulebook.clauses where clause.verdict == .fail {
        tell(name(of: clause, rulebook, report), .fail)
        for criterion in clause.criteria where criterion.verdict == .fail {
          console.say(reason(criterion), first: "    ")
        }
      }
    }
  }

  /// The clauses that are for the authority to judge.
  func tellAuthority(_ report: Report) {
    for rulebook in report.rulebooks {
      for clause in rulebook.clauses
      where clause.criteria.contains(where: { $0.open == .authority }) {
        let name = name(of: clause, rulebook, report)
        if clause.criteria.contains(where: { $0.isForAuthority }) {
          console.say(phrases.authority(name))
        }
        let vocabulary = report.application.vocabulary
        for repeated in clause.criteria.filter({ $0.verdict == .unknown }).flatMap(\.repeatedNames)
        {
          let paths = repeated.elements.map { vocabulary.path(of: $0) }
          console.say(name + words.colon + words.repeated(repeated.name, at: paths))
        }
      }
    }
  }

  private func tell(_ text: String, _ verdict: Verdict) {
    console.say(text, mark: words.sign(verdict) + " ", verdict: verdict)
  }

  private func name(
    of clause: ClauseReport, _ rulebook: RulebookReport, _ report: Report
  ) -> String {
    let name = "\(clause.clause.citation[language]) \(clause.clause.title[language])"
    return report.rulebooks.count > 1 ? "\(rulebook.rulebook.id) \(name)" : name
  }

  private func reason(_ criterion: CriterionReport) -> String {
    var parts = [criterion.criterion.requirement[language]]
    if let actual = criterion.actual(in: language) { parts.append("\(words.actual) \(actual)") }
    if let lack = criterion.lack { parts.append(words.shortfall(lack)) }
    return parts.joined(separator: words.semicolon)
  }
}
