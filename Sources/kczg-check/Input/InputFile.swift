import Reports
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
    let prompt =
      language == .zh
      ? "请输入或粘贴 JSON，完后另起一行按 Ctrl-D" : "type or paste JSON, then press Ctrl-D on a line of its own"
    StandardError.write("\(name): \(prompt)\n")
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

/// Why an input gives no application.
enum InputError: Error {
  case system(SystemError)
  /// There is no such file; another word may have been meant.
  case noFile(meant: String)
  /// It is neither a file nor a directory.
  case noRegularFile
  case emptyDirectory
  case noApplication
  case noRulebook
  case tooLarge

  func text(in language: Language) -> String {
    switch self {
    case .system(let error):
      language == .zh ? "不能读取：\(error.text(in: .zh))" : "cannot be read: \(error.text(in: .en))"
    case .noFile(let word):
      language == .zh
        ? "不能读取：没有这个文件；是否应为 kczg-check \(word)？"
        : "cannot be read: there is no such file; did you mean kczg-check \(word)?"
    case .noRegularFile:
      language == .zh ? "不是可以填写的文件" : "is no file that can be filled in"
    case .emptyDirectory:
      language == .zh ? "目录里没有 *.json 文件" : "the directory has no *.json file"
    case .noApplication:
      language == .zh ? "没有申报材料（只有空行）" : "holds no application, only blank lines"
    case .noRulebook:
      language == .zh ? "目录里没有规则" : "the directory has no rulebook"
    case .tooLarge:
      language == .zh
        ? "一份申报材料超过 \(SourceText.maximumCount) 字节"
        : "an application has more than \(SourceText.maximumCount) bytes"
    }
  }

  /// What standard error says of an input that gives no application.
  func line(about name: String, in language: Language) -> String {
    "\(SafeText.of(name)): error: \(text(in: language)) [\(code)]\n"
  }

  var code: String {
    switch self {
    case .system, .noFile, .noRegularFile: "cannot-read"
    case .emptyDirectory, .noApplication: "no-application"
    case .noRulebook: "no-rulebook"
    case .tooLarge: "too-large"
    }
  }
}
