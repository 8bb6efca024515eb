import Rules

// What the commands begin with.
extension Arguments {
  /// The rules; nil after what is wrong with them has been said.
  func loadRules() -> RuleLibrary? {
    guard case .success(let library) = RuleSource(directory: rulesDirectory).load(in: language)
    else { return nil }
    // The system takes memory back faster than it can be given back piece by piece.
    _ = Unmanaged.passRetained(library.vocabulary)
    for rulebook in library.rulebooks { _ = Unmanaged.passRetained(rulebook) }
    return library
  }

  func makeChecker(_ library: RuleLibrary) throws(UsageError) -> Checker {
    do throws(Checker.OptionError) {
      return try Checker(library, options: checkerOptions(library))
    } catch {
      throw .checker(error)
    }
  }

  func checkerOptions(_ library: RuleLibrary) -> Checker.Options {
    var options = Checker.Options()
    options.rulebooks = rulebooks
    options.baseType = baseType
    options.date = date
    options.isStrict = isStrict
    if !stages.isEmpty {
      options.stages = Set(stages.flatMap { $0 == "all" ? library.stages : [$0] })
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
