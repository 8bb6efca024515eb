import Reports
import Rules

/// `kczg-check init`: writes an application to be filled in.
struct InitialiseCommand {
  let arguments: Arguments

  func run() throws(UsageError) -> ExitStatus {
    guard let library = arguments.loadRules() else { return .badRules }
    guard let baseType = arguments.baseType else {
      let types = library.vocabulary["baseType"]?.codes.map(\.name) ?? []
      throw .optionMissing(Option.type.name, .initialise, known: types)
    }
    var known = ["baseType": baseType]
    if let programme = arguments.programme {
      let programmes = library.programmes
      guard programmes.contains(programme) else {
        throw .badChoice(option: Option.programme.name, programme, known: programmes)
      }
      known["programme"] = programme
    }
    if let date = arguments.date { known["applicationDate"] = date.description }
    let checker = try makeChecker(library)
    for round in checker.closedRounds {
      StandardError.write("kczg-check: \(SafeText.of(round.text(in: arguments.language)))\n")
    }
    guard checker.hasClauses else { throw .nothingToFill }
    let facts = checker.factsToFill()
    let output = CommandOutput(path: arguments.output, mayReplace: arguments.mayReplace)
    let bytes = ByteBuffer()
    SkeletonJSON(facts: facts, known: known, language: arguments.language).append(to: bytes)
    bytes.withBytes { output.write($0) }
    return output.finish(.eligible, in: arguments.language)
  }

  /// Unlike a check, it has all stages where none is named.
  private func makeChecker(_ library: RuleLibrary) throws(UsageError) -> Checker {
    var arguments = arguments
    if let programme = arguments.programme { arguments.rulebooks = [programme] }
    if arguments.stages.isEmpty { arguments.stages = ["all"] }
    return try arguments.makeChecker(library)
  }
}

extension RuleLibrary {
  /// The programmes that rulebooks about applications belong to.
  var programmes: [String] {
    let used = Set(rulebooks.filter { $0.about == nil }.map(\.programme))
    return vocabulary["programme"]?.codes.map(\.name).filter(used.contains) ?? []
  }
}
