package import Rules

/// A file to check: what it is called and how it is read.
package struct InputFile {
  /// What messages and reports call it.
  package let name: String
  /// The path; nil for standard input.
  package let path: FilePath?
  /// Whether it holds an application a line.
  package let hasLines: Bool

  /// What a word of the command line names that is no folder.
  package init(_ word: FilePath, readsLines: Bool) {
    let isStandardInput = word.name == "-"
    self.init(
      name: isStandardInput ? "<stdin>" : word.name, path: isStandardInput ? nil : word,
      hasLines: readsLines || !isStandardInput && word.hasLines)
  }

  package init(name: String, path: FilePath?, hasLines: Bool) {
    self.name = name
    self.path = path
    self.hasLines = hasLines
  }

  /// Whether the words name any number of applications, not exactly one file.
  package static func areMany(_ words: [FilePath], readsLines: Bool) -> Bool {
    guard words.count == 1, let word = words.first, !word.isDirectory else { return true }
    return InputFile(word, readsLines: readsLines).hasLines
  }

  /// The whole file.
  package func readAll() throws(InputError) -> SourceText {
    let descriptor: Int32
    do throws(SystemError) { descriptor = try open() } catch { throw .system(error) }
    defer { if path != nil { close(descriptor) } }
    return SourceText(name: name, taking: try FileReader.readAll(descriptor))
  }

  /// Tells somebody at a terminal what is waited for.
  package func prompt(in language: Language) {
    guard path == nil, isatty(0) == 1 else { return }
    let prompt = Bilingual(
      zh: "请输入或粘贴 JSON，完后另起一行按 Ctrl-D",
      en: "type or paste JSON, then press Ctrl-D on a line of its own")
    StandardError.write("\(name): \(prompt[language])\n")
  }

  package func open() throws(SystemError) -> Int32 {
    guard let path else { return 0 }
    return try openForReading(path)
  }
}

extension FilePath {
  /// Whether the name says that the file holds an application a line.
  package var hasLines: Bool { hasSuffix(".ndjson") || hasSuffix(".jsonl") }
}
