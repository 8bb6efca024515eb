import Rules

/// The built-in rules, read once for all tests as files from elsewhere are: with all checks.
enum BuiltIn {
  private static let read = Result<RuleLibrary, any Error> {
    try RuleLibrary(vocabulary: BuiltInFiles.vocabulary, rulebooks: BuiltInFiles.rulebooks)
  }

  static func library() throws -> RuleLibrary { try read.get() }
}
