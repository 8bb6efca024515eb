package import Rules

/// Where the rules come from.
package struct RuleSource {
  /// A directory of rulebooks; nil for those built in.
  package let directory: String?

  package init(directory: String?) { self.directory = directory }

  /// Why there are no rules.
  package enum Failure: Error {
    /// What cannot be read, by its name.
    case unreadable(String, InputError)
    /// What is wrong in the files.
    case wrong(RuleErrors)
    /// What does not fit in those built in: the program itself is broken.
    case broken(RuleErrors)
  }

  package func load() throws(Failure) -> RuleLibrary {
    guard let directory else {
      do throws(RuleErrors) { return try RuleLibrary.builtIn() } catch { throw .broken(error) }
    }
    return try library(of: try read(directory))
  }

  /// The rules with the texts that they were read from.
  package func loadWithTexts() throws(Failure) -> (library: RuleLibrary, texts: Texts) {
    guard let directory else {
      return (
        try load(), Texts(vocabulary: BuiltInFiles.vocabulary, rulebooks: BuiltInFiles.rulebooks)
      )
    }
    let texts = try read(directory)
    return (try library(of: texts), texts)
  }

  /// The files of rules.
  package struct Texts {
    package let vocabulary: SourceText
    package let rulebooks: [SourceText]
  }

  private func library(of texts: Texts) throws(Failure) -> RuleLibrary {
    do throws(RuleErrors) {
      return try RuleLibrary(vocabulary: texts.vocabulary, rulebooks: texts.rulebooks)
    } catch {
      throw .wrong(error)
    }
  }

  /// The files of a directory; one without a vocabulary goes with that which is built in.
  private func read(_ directory: String) throws(Failure) -> Texts {
    var name = directory
    var vocabulary: SourceText?
    var rulebooks: [SourceText] = []
    do throws(InputError) {
      for file in try files(in: directory) {
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
    } catch {
      throw .unreadable(name, error)
    }
    return Texts(vocabulary: vocabulary ?? BuiltInFiles.vocabulary, rulebooks: rulebooks)
  }

  private func files(in directory: String) throws(InputError) -> [InputFile] {
    var status = stat()
    do throws(SystemError) { _ = try retrying { stat(directory, &status) } } catch {
      throw .system(error)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .system(SystemError(number: ENOTDIR)) }
    do throws(SystemError) {
      let listing = try Directory.list(FilePath(directory), suffix: ".json")
      return listing.files.map { InputFile($0, readsLines: false) }
    } catch {
      throw .system(error)
    }
  }
}
