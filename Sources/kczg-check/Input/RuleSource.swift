import Rules

/// Where the rules come from.
struct RuleSource {
  /// A directory of rulebooks; nil for those built in.
  let directory: String?

  /// Why there are no rules.
  enum Failure: Error {
    /// What cannot be read, by its name.
    case unreadable(String, InputError)
    /// What is wrong in the files.
    case wrong(RuleErrors)
    /// What does not fit in those built in: the program itself is broken.
    case broken(RuleErrors)
  }

  func load() throws(Failure) -> RuleLibrary {
    guard let directory else {
      do throws(RuleErrors) { return try RuleLibrary.builtIn() } catch { throw .broken(error) }
    }
    let texts = try read(directory)
    do throws(RuleErrors) {
      return try RuleLibrary(vocabulary: texts.vocabulary, rulebooks: texts.rulebooks)
    } catch {
      throw .wrong(error)
    }
  }

  private typealias Texts = (vocabulary: SourceText, rulebooks: [SourceText])

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
    return (vocabulary ?? BuiltInFiles.vocabulary, rulebooks)
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
