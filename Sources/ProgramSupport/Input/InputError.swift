package import Rules

/// Why an input gives no application.
package enum InputError: Error {
  case system(SystemError)
  /// There is no such file; another word may have been meant.
  case noFile(meant: String)
  /// It is neither a file nor a directory.
  case noRegularFile
  case emptyDirectory
  case noApplication
  case noRulebook
  case tooLarge

  package var text: Bilingual {
    switch self {
    case .system(let error):
      Bilingual(zh: "不能读取：\(error.text.zh)", en: "cannot be read: \(error.text.en)")
    case .noFile(let word):
      Bilingual(
        zh: "不能读取：没有这个文件；是否应为 kczg-check \(word)？",
        en: "cannot be read: there is no such file; did you mean kczg-check \(word)?")
    case .noRegularFile: Bilingual(zh: "不是可以填写的文件", en: "is no file that can be filled in")
    case .emptyDirectory:
      Bilingual(zh: "目录里没有 *.json 文件", en: "the directory has no *.json file")
    case .noApplication:
      Bilingual(zh: "没有申报材料（只有空行）", en: "holds no application, only blank lines")
    case .noRulebook: Bilingual(zh: "目录里没有规则", en: "the directory has no rulebook")
    case .tooLarge:
      Bilingual(
        zh: "一份申报材料超过 \(SourceText.maximumCount) 字节",
        en: "an application has more than \(SourceText.maximumCount) bytes")
    }
  }

  package var code: String {
    switch self {
    case .system, .noFile, .noRegularFile: "cannot-read"
    case .emptyDirectory, .noApplication: "no-application"
    case .noRulebook: "no-rulebook"
    case .tooLarge: "too-large"
    }
  }

  /// What standard error says of an input that gives no application.
  package func line(about name: String, in language: Language) -> String {
    StandardError.line(about: name, text[language], code: code)
  }
}
