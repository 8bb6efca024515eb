import RuleEngine

/// What does not change from report to report, as JSON: encoded once, then copied. For one thread at
/// a time.
final class FixedWords {
  let language: Language
  /// Whether criteria are left out.
  let isBrief: Bool
  private var clauses: [ObjectIdentifier: Clause] = [:]
  private var criteria: [ObjectIdentifier: Criterion] = [:]

  init(_ language: Language, isBrief: Bool) {
    self.language = language
    self.isBrief = isBrief
  }

  final class Clause {
    let id: [UInt8]
    let citation: [UInt8]
    let title: [UInt8]

    fileprivate init(_ clause: RuleEngine.Clause, _ language: Language) {
      id = JSONWriter.json(clause.id)
      citation = JSONWriter.json(clause.citation[language])
      title = JSONWriter.json(clause.title[language])
    }
  }

  final class Criterion {
    let id: [UInt8]
    let requirement: [UInt8]
    let reading: [UInt8]
    /// The array of documents that would prove it.
    let proof: [UInt8]
    /// What it requires, where that is the same for every application.
    let required: [UInt8]?

    fileprivate init(_ report: CriterionReport, _ language: Language, _ writer: JSONWriter) {
      let criterion = report.criterion
      id = JSONWriter.json(criterion.id)
      requirement = JSONWriter.json(criterion.requirement[language])
      reading = JSONWriter.json(criterion.reading?[language])
      proof = writer.nested { $0.array(of: criterion.proof) { $1.string($0[language]) } }
      required =
        criterion.isRequirementFixed ? JSONWriter.json(report.required(in: language)) : nil
    }
  }

  func clause(_ clause: RuleEngine.Clause) -> Clause {
    let key = ObjectIdentifier(clause)
    if let known = clauses[key] { return known }
    let encoded = Clause(clause, language)
    clauses[key] = encoded
    return encoded
  }

  /// - Parameter writer: stands where the criterion does.
  func criterion(_ report: CriterionReport, _ writer: JSONWriter) -> Criterion {
    let key = ObjectIdentifier(report.criterion)
    if let known = criteria[key] { return known }
    let encoded = Criterion(report, language, writer)
    criteria[key] = encoded
    return encoded
  }
}
