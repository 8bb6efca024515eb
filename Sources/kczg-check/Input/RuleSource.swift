import Reports
import Rules

/// Where the rules come from.
struct RuleSource {
  /// A directory of rulebooks; nil for those built in.
  let directory: String?

  /// What was wrong has been said.
  struct Failure: Error {}

  /// The rules. Built-in ones that do not fit end the program: it is itself broken then, and a verdict
  /// by some of its rules would be wrong.
  func load(in language: Language) -> Result<RuleLibrary, Failure> {
    do throws(RuleErrors) {
      guard let directory else { return .success(try RuleLibrary.builtIn()) }
      let (vocabulary, rulebooks): (SourceText, [SourceText])
      switch read(directory, language) {
      case .success(let texts): (vocabulary, rulebooks) = texts
      case .failure(let failure): return .failure(failure)
      }
      return .success(try RuleLibrary(vocabulary: vocabulary, rulebooks: rulebooks))
    } catch {
      let bytes = ByteBuffer()
      for file in error.files { DiagnosticPrinter(language: language).append(file, to: bytes) }
      bytes.withBytes { StandardError.write($0) }
      if directory == nil { CrashHandler.end() }
      return .failure(Failure())
    }
  }

  private func read(
    _ directory: String, _ language: Language
  ) -> Result<(SourceText, [SourceText]), Failure> {
    var vocabulary = BuiltInFiles.vocabulary
    var rulebooks: [SourceText] = []
    var name = directory
    do throws(InputError) {
      var status = stat()
      do throws(SystemError) { _ = try retrying { stat(directory, &status) } } catch {
        throw .system(error)
      }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .system(SystemError(number: ENOTDIR)) }
      let files = try InputFile.expand(FilePath(directory), readsLines: false)
      for file in files {
        name = file.name
        let text = try file.readAll()
        if file.name.hasSuffix("/vocabulary.json") {
          vocabulary = text
        } else {
          rulebooks.append(text)
        }
      }
      name = directory
      if rulebooks.isEmpty { throw .noRulebook }
      return .success((vocabulary, rulebooks))
    } catch {
      StandardError.write(
        "\(SafeText.of(name)): error: \(error.text(in: language)) [rule-cannot-read]\n")
      return .failure(Failure())
    }
  }
}
