/// What kind of thing a diagnostic tells; stable, for machines.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Data errors: no verdict is given.
  case jsonEncoding = "json-encoding"
  case jsonSyntax = "json-syntax"
  case jsonDepth = "json-depth"
  case notAnObject = "not-an-object"
  case duplicateKey = "duplicate-key"
  case wrongType = "wrong-type"
  case unknownCode = "unknown-code"
  case badDate = "bad-date"
  case outOfRange = "out-of-range"
  case badFormat = "bad-format"
  case inconsistent = "inconsistent"
  case missingBaseType = "missing-base-type"

  // Warnings.
  case creditCodeCheck = "credit-code-check"
  case repeatedName = "repeated-name"
  case unknownKey = "unknown-key"
  case notInForce = "not-in-force"
  case nothingToCheck = "nothing-to-check"
  case rankedStranger = "ranked-stranger"
  case rankedIneligible = "ranked-ineligible"
  case rankedBehind = "ranked-behind"
  case unknownReference = "unknown-reference"
  case evidenceMissing = "evidence-missing"
  case evidenceOutside = "evidence-outside"
  case evidenceNotAFile = "evidence-not-a-file"
  /// Advice of a rulebook, which has an id of its own.
  case advice

  // Errors in files of rules.
  case ruleJSONEncoding = "rule-json-encoding"
  case ruleJSONSyntax = "rule-json-syntax"
  case ruleJSONDepth = "rule-json-depth"
  case ruleDuplicateKey = "rule-duplicate-key"
  case ruleWrongType = "rule-wrong-type"
  case ruleUnknownKey = "rule-unknown-key"
  case ruleMissingKey = "rule-missing-key"
  case ruleMissingTranslation = "rule-missing-translation"
  case ruleBadValue = "rule-bad-value"
  case ruleDuplicateID = "rule-duplicate-id"
  case ruleUnknownFact = "rule-unknown-fact"
  case ruleUnknownCode = "rule-unknown-code"
  case ruleUnknownOperator = "rule-unknown-operator"
  case ruleTypeMismatch = "rule-type-mismatch"
  case ruleOverlappingSpans = "rule-overlapping-spans"

  var severity: Diagnostic.Severity {
    switch self {
    case .creditCodeCheck, .repeatedName, .unknownKey, .notInForce, .nothingToCheck,
      .rankedStranger, .rankedIneligible, .rankedBehind, .unknownReference, .evidenceMissing,
      .evidenceOutside, .evidenceNotAFile,
      .advice:
      .warning
    default: .error
    }
  }
}

extension JSONProblem {
  var code: DiagnosticCode {
    switch self {
    case .notUTF8, .loneSurrogate, .wrongEncoding: .jsonEncoding
    case .tooDeep: .jsonDepth
    default: .jsonSyntax
    }
  }
}
