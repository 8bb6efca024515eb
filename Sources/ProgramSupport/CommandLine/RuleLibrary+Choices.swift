package import Rules

// What the words of a command line can choose from.
extension RuleLibrary {
  /// The programmes that rulebooks about applications belong to.
  package var programmes: [String] {
    let used = Set(rulebooks.filter { $0.about == nil }.map(\.programme))
    return vocabulary["programme"]?.codes.map(\.name).filter(used.contains) ?? []
  }

  package var baseTypes: [String] { vocabulary["baseType"]?.codes.map(\.name) ?? [] }
}
