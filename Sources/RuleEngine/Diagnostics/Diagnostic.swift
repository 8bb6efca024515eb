/// Something to be said about a place in a file of the user's.
public struct Diagnostic: Sendable {
  /// How bad it is: with an error there is no verdict.
  public enum Severity: String, Sendable {
    case error
    case warning
  }

  /// An error, or a warning.
  public var severity: Severity
  /// What kind of thing it tells.
  public let code: DiagnosticCode
  /// The code for machines; a rulebook's advice has the id that the rulebook gives it.
  public var codeName: String {
    if case .advice(let id, _) = message { id } else { code.rawValue }
  }
  /// The line and column of the value; of the key where that is meant.
  public let position: SourcePosition
  /// The byte of the text at `position`.
  public let offset: Int
  /// The fact concerned, as `experts[3].monthsPerYear`; nil where it is not about one.
  public let path: String?
  /// What it tells, for people.
  public let message: DiagnosticMessage

  init(
    _ code: DiagnosticCode, at offset: Int, _ position: SourcePosition, path: String?,
    _ message: DiagnosticMessage
  ) {
    self.severity = code.severity
    self.code = code
    self.offset = offset
    self.position = position
    self.path = path
    self.message = message
  }
}

/// What a diagnostic says: the facts of the matter. `text(in:)` turns them into a sentence.
///
/// Texts that come from the user's file are kept as they are; whoever prints a sentence makes them
/// harmless (`SafeText`).
public enum DiagnosticMessage: Sendable {
  case json(JSONProblem, opened: SourcePosition?)
  case notAnObject(found: JSONTypeName)
  case duplicateKey(String, first: SourcePosition)
  case wrongType(expected: FactType, found: JSONTypeName)
  case unknownCode(String, allowed: [NamedCode], nearest: String?)
  case badDate(String, right: String?, allowsMonth: Bool, never: Words?)
  case badMoment(String, right: String?)
  case notACount(String)
  case outOfRange(String, maximum: String)
  case badFormat(Words)
  case inconsistent(Words)
  case noClause(baseType: String, rulebooks: [String])
  case noRulebook(programme: String)
  case missingBaseType(allowed: [String])
  case creditCodeCheck(expected: String)
  case repeatedName(String, first: SourcePosition)
  case unknownKey(String, nearest: String?)
  case rankedStranger(String)
  case rankedIneligible(String)
  /// A candidate, and one that is not eligible at a better place, from 1.
  case rankedBehind(String, other: String, place: Int)
  case unknownReference(String, nearest: String?)
  case noSuchElement(String, list: String, count: Int)
  case evidenceMissing(String, hasBackslash: Bool)
  case evidenceOutside(String)
  case evidenceNotAFile(String)
  case advice(id: String, Words)
  /// `date` is what the document calls its date; of an application, another rulebook can be chosen.
  case notInForce(
    rulebook: String, date: Words, from: CivilDate?, until: CivilDate?, isChosen: Bool)
  case nothingToCheck(stages: [NamedCode])
  case rule(RuleProblem)
}

/// What can be wrong in a file of rules.
public enum RuleProblem: Sendable {
  case wrongType(expected: Expected)
  case unknownKey(String, allowed: [String], nearest: String?)
  /// Something that nobody reads where it stands.
  case withoutEffect
  case missingKey(String)
  case missingTranslation(Language)
  case badValue(expected: Expected)
  case duplicateID(String, first: SourcePosition)
  case unknownFact(String, nearest: String?)
  case wordNotAllowed(String, allowed: [String], nearest: String?)
  case unknownOperator(String, allowed: [String], nearest: String?)
  case noFact
  case noSubject(allowed: [String])
  case twoSubjects(String, String)
  case noComparison(allowed: [String])
  case twoComparisons(String, String)
  case notForType(comparison: String, FactType)
  case factNotOfType(String, FactType, expected: [FactType])
  case memberOutsideList(String, list: String)
  case idInUse(String, file: String)
  case overlappingSpans(String, String)
  case noPreviousElement(String)
  case noConstructionPeriod
  case onlyInAdvice(String)
  /// A fact that stands in no section of the form.
  case inNoSection(String)

  /// Whether it may only be said because a fact, or a word of one, could not be read.
  var mayComeOfVocabulary: Bool {
    switch self {
    case .unknownFact, .wordNotAllowed, .notForType, .factNotOfType, .memberOutsideList: true
    default: false
    }
  }

  /// What a file of rules should have at a place.
  public enum Expected: Sendable {
    case object, array, string, bool, number, count, length, alphabet, name, words, nonEmptyArray,
      nonEmptyObject
    case id, date, moment, share, period, factPath, factBeside, groupFirst, listOfListed,
      tooManyCodes, spanInOrder, spanWithEnd, momentInSpan
  }
}

/// A JSON value's type, for messages.
public enum JSONTypeName: Sendable {
  case object, array, string, number, bool, null

  init(_ kind: JSONKind) {
    self =
      switch kind {
      case .object: .object
      case .array: .array
      case .string: .string
      case .number: .number
      case .true, .false: .bool
      case .null: .null
      }
  }
}
