/// The conditions of one legal document, article by article: a file of `rules/`.
public final class Rulebook: Sendable {
  /// Its own name, as `national-2022`.
  public let id: String
  /// What the versions of a document have in common; the application's date picks one of them.
  public let series: String
  /// The programme that it belongs to, as `national`.
  public let programme: String
  /// The document whose conditions these are.
  public let document: LegalDocument
  /// The application dates that it governs.
  public let span: Span
  /// The one round that it is for; nil where it governs every application of its span.
  public let round: Round?
  /// The kind of document that it judges; nil for applications.
  public let about: String?
  /// The base types that it has clauses for, as `collaboration`; none where it is not about
  /// applications.
  public let baseTypes: [String]
  /// What the document rests on, and what that asks of an applicant.
  public let legalBasis: [LegalBasis]
  /// How long a base is built after it was recognised, where the document says so.
  public let constructionPeriod: ConstructionPeriod?
  /// The readings chosen for the document as a whole.
  public let readings: [Words]
  /// What of the document is not checked.
  public let notChecked: [UncheckedPart]
  /// In the document's order.
  public let articles: [Article]
  /// SHA-256 of the file's bytes, in hexadecimal.
  public let digest: String
  /// The name of the file.
  public let fileName: String

  /// Days from one to another, both included.
  public struct Span: Sendable {
    /// The first day, nil where the document does not say.
    public let from: CivilDate?
    /// The last day.
    public let until: CivilDate?

    /// Whether the rulebook governs applications of a day.
    public func contains(_ date: CivilDate) -> Bool {
      (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }
  }

  init(
    id: String, series: String, programme: String, document: LegalDocument, span: Span,
    round: Round?, about: String?, baseTypes: [String], legalBasis: [LegalBasis],
    constructionPeriod: ConstructionPeriod?, readings: [Words], notChecked: [UncheckedPart],
    articles: [Article], digest: String, fileName: String
  ) {
    self.id = id
    self.series = series
    self.programme = programme
    self.document = document
    self.span = span
    self.round = round
    self.about = about
    self.baseTypes = baseTypes
    self.legalBasis = legalBasis
    self.constructionPeriod = constructionPeriod
    self.readings = readings
    self.notChecked = notChecked
    self.articles = articles
    self.digest = digest
    self.fileName = fileName
  }
}

extension Rulebook {
  /// Whether a name is its own, or that of its programme or series.
  package func isCalled(_ name: String) -> Bool { [id, programme, series].contains(name) }

  /// Whether it has clauses for a base type, of whichever stage.
  func binds(_ baseType: String) -> Bool {
    baseTypes.contains(baseType)
      && articles.contains { $0.baseTypes?.contains(baseType) ?? true }
  }

  /// Whether an article is about a stage.
  func has(_ stage: String) -> Bool { articles.contains { $0.stage == stage } }

  /// All names by which rulebooks can be asked for, each once.
  package static func names(of rulebooks: [Rulebook]) -> [String] {
    var names: [String] = []
    for name in rulebooks.flatMap({ [$0.id, $0.programme, $0.series] }) where !names.contains(name)
    {
      names.append(name)
    }
    return names
  }
}

/// Where a rulebook comes from. What the document does not say is nil.
public struct LegalDocument: Sendable {
  /// What it is called, in a few words.
  public let title: Words
  /// Its number, as 科协办函创字〔2022〕57号.
  public let number: String?
  /// Who issued it.
  public let authority: Words
  /// The day of issue.
  public let issued: CivilDate?
}

/// A document that another rests on.
public struct LegalBasis: Sendable {
  /// What it is called, in a few words.
  public let title: Words
  /// Its number; nil where none is known.
  public let number: String?
  /// What it asks of an applicant.
  public let note: Words
}

/// A part of a document that no criterion checks.
public struct UncheckedPart: Sendable {
  /// How the law is cited: 第七条.
  public let citation: Words
  /// What it is about, in a few words.
  public let subject: Words
  /// Why it is not checked.
  public let reason: Words
}

/// The years after its recognition in which a base is built, and which of them is looked at.
public final class ConstructionPeriod: Sendable {
  /// How the law is cited: 第十六条.
  public let citation: Words
  /// The stage to which it matters.
  public let stage: String
  let year: YearOfPeriod
  /// What comes at its end, where the document says so.
  public let note: Words?

  init(citation: Words, stage: String, year: YearOfPeriod, note: Words?) {
    self.citation = citation
    self.stage = stage
    self.year = year
    self.note = note
  }
}

/// Something that an application should heed, though no verdict hangs on it.
struct Advice: Sendable {
  let id: String
  /// The base types that it is for; nil for all.
  let baseTypes: [String]?
  let condition: Condition
  let message: Words
}

/// An article of the document.
public final class Article: Sendable {
  /// Its number, as `8`.
  public let id: String
  /// How the law is cited: 第八条（五）.
  public let citation: Words
  /// What it is called, in a few words.
  public let title: Words
  /// What the article is about: `eligibility` are the basic conditions.
  public let stage: String
  /// The base types that it binds; nil for all of the rulebook's.
  public let baseTypes: [String]?
  /// Where its clauses apply; nil: wherever they are asked for.
  let scope: Scope?
  /// Its clauses, in the document's order.
  public let clauses: [Clause]
  /// What an application should heed besides.
  let advice: [Advice]

  init(
    id: String, citation: Words, title: Words, stage: String, baseTypes: [String]?,
    scope: Scope?, clauses: [Clause], advice: [Advice]
  ) {
    self.id = id
    self.citation = citation
    self.title = title
    self.stage = stage
    self.baseTypes = baseTypes
    self.scope = scope
    self.clauses = clauses
    self.advice = advice
  }
}

/// An item of an article: the conjunction of its criteria.
public final class Clause: Sendable {
  /// Article and item: `8.5` for 第八条（五）; `.0` is the opening sentence.
  public let id: String
  /// How the law is cited: 第八条（五）.
  public let citation: Words
  /// What it is called, in a few words.
  public let title: Words
  /// Its criteria, in the document's order.
  public let criteria: [Criterion]
  /// The clause of another document that asks for the same.
  let counterpart: Counterpart?

  /// A clause of another document, whichever version of it.
  struct Counterpart: Sendable {
    let series: String
    let clause: String
  }

  init(
    id: String, citation: Words, title: Words, criteria: [Criterion], counterpart: Counterpart?
  ) {
    self.id = id
    self.citation = citation
    self.title = title
    self.criteria = criteria
    self.counterpart = counterpart
  }
}

/// One condition of a clause, with what an applicant must know about it.
public final class Criterion: Sendable {
  /// The clause's id and a letter.
  public let id: String
  /// What it asks for, in one sentence.
  public let requirement: Words
  /// Whether it is computed, or rests on the applicant's word.
  public let basis: Basis
  /// What an applicant would attach.
  public let proof: [Words]
  /// The reading chosen where the law is silent.
  public let reading: Words?
  let condition: Condition
  /// Whether what is required is the same for every application.
  public let isRequirementFixed: Bool
  /// What tells the simple conditions apart that the condition is made of.
  let partNames: Lazy<[Bilingual]>
  /// The numbers of the facts that it reads, and of the groups and lists that they stand in.
  let subjects: Lazy<Set<Int>>
  /// What its proofs are called, in every language.
  let proofNames: Lazy<[DocumentName]>

  public enum Basis: String, CaseIterable, Sendable {
    /// Computed from figures, dates or counted lists.
    case measured
    /// The applicant's own word, for the reviewers to confirm.
    case declared
  }

  init(
    id: String, requirement: Words, basis: Basis, proof: [Words], reading: Words?,
    condition: Condition, vocabulary: Vocabulary
  ) {
    self.id = id
    self.requirement = requirement
    self.basis = basis
    self.proof = proof
    self.reading = reading
    self.condition = condition
    isRequirementFixed = condition.isThresholdFixed
    subjects = Lazy {
      var facts: Set<Int> = []
      condition.forEachFact { facts.formUnion(vocabulary.lineage(of: Int($0))) }
      return facts
    }
    proofNames = Lazy {
      proof.flatMap { words in Language.allCases.map { DocumentName(proof: words[$0]) } }
    }
    partNames = Lazy {
      condition.parts.map { part in
        Bilingual(
          zh: ConditionWording(vocabulary: vocabulary, language: .zh).name(part),
          en: ConditionWording(vocabulary: vocabulary, language: .en).name(part))
      }
    }
  }
}

extension Criterion {
  /// The facts that decide it, each once, in the order in which its condition names them.
  ///
  /// - Parameter vocabulary: that of the documents which the rulebook is about.
  public func facts(in vocabulary: Vocabulary) -> [Fact] {
    var numbers: [Int32] = []
    condition.forEachFact { if !numbers.contains($0) { numbers.append($0) } }
    return numbers.map { vocabulary.facts[Int($0)] }
  }
}
