import Rules

/// A file to check: what it is called and how it is read.
struct InputFile {
  /// What messages and reports call it.
  let name: String
  /// The path; nil for standard input.
  let path: FilePath?
  /// Whether it holds an application a line.
  let hasLines: Bool

  /// What the words of the command line name: a directory names every `*.json` directly in it.
  ///
  /// - Throws: the reason why a directory cannot be read; `emptyDirectory` if it has no such file.
  static func expand(_ word: FilePath, readsLines: Bool) throws(InputError) -> [InputFile] {
    if word.name == "-" { return [InputFile(name: "<stdin>", path: nil, hasLines: readsLines)] }
    guard word.isDirectory else {
      let hasLines = readsLines || word.hasLines
      return [InputFile(name: word.name, path: word, hasLines: hasLines)]
    }
    let files: [FilePath]
    do throws(SystemError) {
      files = try Directory.files(in: word, suffix: ".json")
    } catch {
      throw .system(error)
    }
    if files.isEmpty { throw .emptyDirectory }
    return files.map { InputFile(name: $0.name, path: $0, hasLines: readsLines) }
  }

  /// Whether the words name any number of applications, not exactly one file.
  static func areMany(_ words: [FilePath], readsLines: Bool) -> Bool {
    guard words.count == 1, let word = words.first, !word.isDirectory else { return true }
    return (try? expand(word, readsLines: readsLines).first?.hasLines) ?? true
  }

  /// The whole file.
  func readAll() throws(InputError) -> SourceText {
    let descriptor: Int32
    do throws(SystemError) { descriptor = try open() } catch { throw .system(error) }
    defer { if path != nil { close(descriptor) } }
    return SourceText(name: name, taking: try FileReader.readAll(descriptor))
  }

  /// Tells somebody at a terminal what is waited for.
  func prompt(in language: Language) {
    guard path == nil, isatty(0) == 1 else { return }
    let prompt = Bilingual(
      zh: "请输入或粘贴 JSON，完后另起一行按 Ctrl-D",
      en: "type or paste JSON, then press Ctrl-D on a line of its own")
    StandardError.write("\(name): \(prompt[language])\n")
  }

  func open() throws(SystemError) -> Int32 {
    guard let path else { return 0 }
    return try openForReading(path)
  }
}

extension FilePath {
  /// Whether the name says that the file holds an application a line.
  var hasLines: Bool { hasSuffix(".ndjson") || hasSuffix(".jsonl") }
}
