import Rules
import Synchronization

/// The rules that are used, kept to the end: the system takes memory back faster than it can be given
/// back piece by piece.
private let usedRules = Mutex<RuleLibrary?>(nil)

// What the commands begin with.
extension Arguments {
  /// The rules; nil after what is wrong with them has been said.
  func loadRules() -> RuleLibrary? {
    guard case .success(let library) = RuleSource(directory: rulesDirectory).load(in: language)
    else { return nil }
    usedRules.withLock { $0 = library }
    return library
  }

  func makeChecker(_ library: RuleLibrary) throws(UsageError) -> Checker {
    do throws(Checker.OptionError) {
      return try Checker(library, options: checkerOptions(library.vocabulary))
    } catch {
      throw .checker(error)
    }
  }

  func checkerOptions(_ vocabulary: Vocabulary) -> Checker.Options {
    var options = Checker.Options()
    options.rulebooks = rulebooks
    options.baseType = baseType
    options.date = date
    options.isStrict = isStrict
    if !stages.isEmpty {
      options.stages = Set(stages.flatMap { $0 == "all" ? vocabulary.stageNames : [$0] })
    }
    return options
  }

  func usesColor(on output: CommandOutput) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: output.isTerminal && Environment.allowsColor
    }
  }
}
