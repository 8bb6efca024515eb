/// A file of `rules/` as it was when the program was built.
struct BuiltInFile: Sendable {
  let name: String
  /// SHA-256 of the contents, in hexadecimal.
  let digest: String
  let contents: StaticString

  var text: SourceText {
    SourceText(
      name: "rules/" + name,
      bytes: UnsafeBufferPointer(start: contents.utf8Start, count: contents.utf8CodeUnitCount))
  }

  var checked: RuleFile { RuleFile(text, digest: digest) }
}

/// The files of rules that are built into the program; `all` is written by the build.
public enum BuiltInFiles {
  private static let vocabularyName = "vocabulary.json"

  /// The text of `vocabulary.json`.
  public static var vocabulary: SourceText { vocabularyFile.text }

  /// The texts of the rulebooks, in byte order of their names.
  public static var rulebooks: [SourceText] { rulebookFiles.map { $0.text } }

  fileprivate static var vocabularyFile: BuiltInFile {
    guard let file = all.first(where: { $0.name == vocabularyName }) else {
      preconditionFailure("rules/ has no \(vocabularyName)")
    }
    return file
  }

  fileprivate static var rulebookFiles: [BuiltInFile] { all.filter { $0.name != vocabularyName } }
}

extension RuleLibrary {
  /// The vocabulary and the rulebooks that were built into the program.
  ///
  /// - Throws: everything that is wrong in them: nothing, since the build refuses what is.
  public static func builtIn() throws(RuleErrors) -> RuleLibrary {
    try RuleLibrary(
      vocabulary: BuiltInFiles.vocabularyFile.checked,
      rulebooks: BuiltInFiles.rulebookFiles.map { $0.checked })
  }
}
