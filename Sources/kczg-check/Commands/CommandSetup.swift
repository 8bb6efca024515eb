import Reports
import Rules

// What the commands begin with.
extension Arguments {
  func makeChecker(
    _ library: RuleLibrary, explainsVerdicts: Bool = true
  ) throws(UsageError) -> Checker {
    do throws(Checker.OptionError) {
      var options = checkerOptions(library)
      options.explainsVerdicts = explainsVerdicts
      return try Checker(library, options: options)
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

  /// A command that writes one thing and is done.
  ///
  /// - Parameter mayReplace: whether a file that is there already may give way.
  func writeDocument(
    mayReplace: Bool = true, _ content: (CommandOutput, ByteBuffer) -> Void
  ) -> ExitStatus {
    let output = CommandOutput(path: self.output, mayReplace: mayReplace)
    let bytes = ByteBuffer()
    content(output, bytes)
    bytes.withBytes { output.write($0) }
    return output.finish(.eligible, in: language)
  }
}
