/// A file of `rules/` as it was when the program was built.
struct BuiltInFile: Sendable {
  let name: String
  /// SHA-256 of its bytes, in hexadecimal.
  let digest: String
  let contents: StaticString

  var text: SourceText {
    SourceText(
      name: "rules/" + name,
      bytes: UnsafeBufferPointer(start: contents.utf8Start, count: contents.utf8CodeUnitCount))
  }
}

/// The files of rules that are built into the program; `all` is written by the build.
public enum BuiltInFiles {
  private static let vocabularyName = "vocabulary.json"

  /// The text of `vocabulary.json`.
  public static var vocabulary: SourceText {
    guard let file = all.first(where: { $0.name == vocabularyName }) else {
      preconditionFailure("rules/ has no \(vocabularyName)")
    }
    return file.text
  }

  static var rulebookFiles: [BuiltInFile] { all.filter { $0.name != vocabularyName } }

  /// The texts of the rulebooks, in byte order of their names.
  public static var rulebooks: [SourceText] { rulebookFiles.map(\.text) }
}

extension RuleLibrary {
  /// The vocabulary and the rulebooks that were built into the program.
  ///
  /// They were found good when they were tested. So of a rulebook only the head is read here; its
  /// articles are when they are first used, which makes the program start faster.
  public static func builtIn() -> RuleLibrary {
    var reader = VocabularyReader(RuleReader(BuiltInFiles.vocabulary))
    guard let (vocabulary, consistencyValue) = reader.read() else {
      preconditionFailure("the vocabulary has errors")
    }
    var consistencyReader = reader.reader
    return RuleLibrary(
      vocabulary: vocabulary,
      rulebooks: BuiltInFiles.rulebookFiles.map { file in
        guard let rulebook = RulebookReader.readLazily(file, vocabulary) else {
          preconditionFailure("\(file.name) has errors")
        }
        return rulebook
      },
      consistency: ConsistencyRule.read(consistencyValue, vocabulary, &consistencyReader))
  }
}
