/// A document that an application attaches as proof.
public struct Evidence: Sendable {
  /// Where it stands in the application: an element of a list.
  public let reference: FactReference
  /// What it is called; nil where that is not said.
  public let title: String?
  /// The file that it names, as the application writes it; nil where it names none.
  public let file: String?
  /// What it is to prove, as the application writes it.
  public let supports: String?
  /// What there is to say of the file.
  public let state: State
  let target: Target?

  /// What there is to say of a document's file.
  public enum State: String, Sendable {
    /// It is there.
    case found
    /// It is not there.
    case missing
    /// It is not within the application's folder, and was not looked at.
    case outside
    /// It is a folder, or another thing that is no regular file.
    case notAFile = "not-a-file"
    /// Nobody looked.
    case unchecked
    /// None is named: the document may be on paper.
    case noFile = "no-file"
  }

  /// What a document proves.
  enum Target: Sendable {
    /// A fact, or one element of a list.
    case fact(Int, element: Int?)
    case clauses(ClauseProof)
  }

  /// Whether there is a document: a file that is there, or one that only has a title.
  public var isAttached: Bool {
    switch state {
    case .found, .unchecked: true
    case .noFile: title != nil
    case .missing, .outside, .notAFile: false
    }
  }
}

/// What stands where an application names a file.
public enum EvidenceFile: Sendable {
  case found
  case missing
  /// A link leads out of the folder.
  case outside
  /// A folder, or another thing that is no regular file.
  case notAFile
}

/// The folder of an application, in which the files that it names are looked for. The library
/// itself never looks at files.
public protocol EvidenceFolder: AnyObject, Sendable {
  /// What stands at a path within the folder.
  ///
  /// - Parameter names: the names on the way, from folder to folder, never `.`, and without slashes
  ///   and zero bytes; `..` is the folder above what stands before it, which may be a link.
  func file(at names: [String]) -> EvidenceFile
}

extension Report {
  /// The documents that are to prove nothing that was checked: clauses of other types or stages, facts
  /// that none reads, or nothing at all. None where nothing was judged.
  public var unrelatedEvidence: [Evidence] {
    if evidence.isEmpty || isInvalid || criterionResults.isEmpty { return [] }
    var unrelated = evidence
    for result in criterionResults where !unrelated.isEmpty {
      let support = Support(of: CriterionReport(report: self, result: result))
      unrelated.removeAll(where: support.includes)
    }
    for result in clauseResults where !unrelated.isEmpty {
      unrelated.removeAll { $0.isOther(of: result.clause) }
    }
    return unrelated
  }

  /// The documents that are for a clause that was checked and for none of the proofs that it asks for.
  public var otherEvidence: [Evidence] {
    if evidence.isEmpty || isInvalid { return [] }
    return evidence.filter { document in
      clauseResults.contains { document.isOther(of: $0.clause) }
    }
  }
}

extension ClauseReport {
  /// The documents that are for the clause and for none of the proofs that its criteria ask for: they
  /// prove no criterion. One that is for a whole article stands at the article's first clause.
  public var otherEvidence: [Evidence] {
    report.evidence.filter { $0.isOther(of: clause) }
  }
}

extension RulebookReport {
  /// The criteria that pass by the applicant's own word, with no document attached that would bear
  /// it out.
  public var declaredWithoutEvidence: [CriterionReport] {
    let clauses = report.clauseResults[result.clauses]
    guard let first = clauses.first?.criteria.lowerBound,
      let end = clauses.last?.criteria.upperBound
    else { return [] }
    return report.criterionResults[first..<end].lazy
      .map { CriterionReport(report: report, result: $0) }
      .filter { $0.isDeclaredWithoutEvidence }
  }
}

extension CriterionReport {
  /// The documents that are to prove it, whether or not their files are there.
  public var evidence: [Evidence] {
    if report.evidence.isEmpty { return [] }
    let support = Support(of: self)
    return report.evidence.filter(support.includes)
  }

  /// Whether it passes by the applicant's own word, with no document attached that would bear it
  /// out. Never true of a document that cannot name any.
  public var isDeclaredWithoutEvidence: Bool {
    guard criterion.basis == .declared, verdict == .pass,
      !report.application.vocabulary.evidence.isEmpty
    else { return false }
    if report.evidence.isEmpty { return true }
    let support = Support(of: self)
    return !report.evidence.contains { $0.isAttached && support.includes($0) }
  }
}

/// What a document can name to prove a criterion.
private struct Support {
  private let criterion: Criterion
  /// The elements of lists that count for it, or could.
  private let elements: Set<FactReference>
  private let vocabulary: Vocabulary

  init(of found: CriterionReport) {
    let vocabulary = found.report.application.vocabulary
    var elements: Set<FactReference> = []
    // Both may be long: they are gone through once, and not for each document.
    if found.report.evidence.contains(where: { $0.namesElement }) {
      for references in [found.facts, found.missing] {
        for reference in references where reference.element >= 0 {
          let fact = vocabulary.fact(of: reference)
          guard let list = fact.list ?? fact.location.list else { continue }
          elements.insert(
            FactReference(vocabulary.lists[list].fact, element: Int(reference.element)))
        }
      }
    }
    self.elements = elements
    criterion = found.criterion
    self.vocabulary = vocabulary
  }

  /// A fact supports the criteria that read it, or something that belongs to it; a list's element
  /// only those for which it counts, or could.
  func includes(_ evidence: Evidence) -> Bool {
    switch evidence.target {
    case nil: return false
    case .clauses(let proof):
      return proof.criteria.contains { $0 === criterion }
    case .fact(let number, let element):
      guard criterion.subjects.value.contains(number) else { return false }
      let fact = vocabulary.facts[number]
      guard let element, let list = fact.location.list ?? (fact.type == .list ? fact.list : nil)
      else { return true }
      return elements.contains(FactReference(vocabulary.lists[list].fact, element: element))
    }
  }
}

extension Evidence {
  fileprivate func isOther(of clause: Clause) -> Bool {
    guard case .clauses(let proof) = target else { return false }
    return proof.others.contains { $0 === clause }
  }

  /// Whether it is to prove one element of a list.
  fileprivate var namesElement: Bool {
    if case .fact(_, .some) = target { true } else { false }
  }
}
