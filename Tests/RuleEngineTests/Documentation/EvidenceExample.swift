import Rules

/// A folder of which only the names of the files are known.
final class NamedFiles: EvidenceFolder {
  let names: Set<String>

  init(names: Set<String>) { self.names = names }

  func file(at names: [String]) -> EvidenceFile {
    if names.contains("..") { return .outside }
    return self.names.contains(names.joined(separator: "/")) ? .found : .missing
  }
}

/// The criteria that pass by the applicant's own word, with no document attached.
func unproved(_ application: Application, by checker: Checker, in folder: NamedFiles) -> [String] {
  let report = checker.check(application, in: folder)
  return report.rulebooks.flatMap(\.declaredWithoutEvidence).map { criterion in
    let proof = criterion.criterion.proof.map { $0[.en] }
    return "\(criterion.criterion.id): \(proof.joined(separator: ", "))"
  }
}
