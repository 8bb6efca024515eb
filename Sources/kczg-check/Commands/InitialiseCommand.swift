import Reports
import Rules

/// `kczg-check init`: writes an application to be filled in.
struct InitialiseCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() throws(UsageError) -> ExitStatus {
    guard let baseType = arguments.baseType else {
      throw .optionMissing(Option.type.name, .initialise, known: library.baseTypes)
    }
    var known = ["baseType": baseType]
    if let programme = arguments.programme {
      try library.check(programme: programme)
      known["programme"] = programme
    }
    if let date = arguments.date { known["applicationDate"] = date.description }
    let checker = try makeChecker()
    for round in checker.closedRounds {
      StandardError.write("kczg-check: \(SafeText.of(round.text(in: arguments.language)))\n")
    }
    guard checker.hasClauses else { throw .nothingToFill }
    let facts = checker.factsToFill()
    return arguments.writeDocument(mayReplace: arguments.mayReplace) { _, bytes in
      SkeletonJSON(facts: facts, known: known, language: arguments.language).append(to: bytes)
    }
  }

  /// Unlike a check, it has all stages where none is named.
  private func makeChecker() throws(UsageError) -> Checker {
    var arguments = arguments
    if let programme = arguments.programme { arguments.rulebooks = [programme] }
    if arguments.stages.isEmpty { arguments.stages = ["all"] }
    return try arguments.makeChecker(library)
  }
}
