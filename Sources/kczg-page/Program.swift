import Foundation
import ProgramSupport
import Reports
import Rules

/// The program: reads the command line and the rules, and writes the page.
enum Program {
  static func start() -> Never {
    CrashHandler.install(for: "kczg-page")
    StandardDescriptors.occupy()
    let words = Array(CommandLine.arguments.dropFirst())
    do throws(UsageError) {
      exit(try run(Arguments.parse(words)).rawValue)
    } catch {
      let language = Arguments.language(of: words)
      let hint = Bilingual(zh: "说明：kczg-page --help", en: "see kczg-page --help")[language]
      StandardError.write(
        StandardError.line(about: "kczg-page", error.text(in: language), code: "usage")
          + hint + "\n")
      exit(ExitStatus.usage.rawValue)
    }
  }

  private static func run(_ arguments: Arguments) throws(UsageError) -> ExitStatus {
    let language = arguments.language
    if arguments.wantsHelp { return write(Array(Help(language: language).text.utf8), arguments) }
    if arguments.wantsVersion { return write(Array(Help.version.utf8), arguments) }
    if arguments.output == nil, isatty(1) == 1 { throw .noOutput }
    try refuseRuleAsOutput(arguments)

    let source = RuleSource(directory: arguments.rulesDirectory)
    let rules: (library: RuleLibrary, texts: RuleSource.Texts)
    do throws(RuleSource.Failure) { rules = try source.loadWithTexts() } catch {
      return error.report(in: language)
    }
    let settings = try PageSettings(arguments, rules.library)
    // Not the program's defect and no usage error: what was asked for cannot be written by a program
    // built so.
    guard let engine = PageContents.engine else {
      StandardError.write(
        StandardError.line(about: "kczg-page", noEngine[language], code: "cannot-write"))
      return .cannotWrite
    }
    let page = Page(
      engine: engine, settings: settings, language: language,
      rules: RulesRequest(
        vocabulary: rules.texts.vocabulary, rulebooks: rules.texts.rulebooks, language: language))
    return write(page.bytes, arguments, to: arguments.output)
  }

  private static let noEngine = Bilingual(
    zh:
      "编译本程序的 Swift 工具链不含 WebAssembly 所用的 Embedded Swift，写不出网页；请从 https://swift.org/install 安装 Swift 6.3（Xcode 自带的没有），再编译一次",
    en:
      "the Swift toolchain that built this program has no Embedded Swift for WebAssembly, so there is no page to write; install Swift 6.3 from https://swift.org/install (Xcode's own has it not) and build again"
  )

  /// - Parameter path: nil or `-`: standard output.
  private static func write(
    _ bytes: [UInt8], _ arguments: Arguments, to path: String? = nil
  ) -> ExitStatus {
    let file = path == "-" ? nil : path
    let mayReplace = arguments.mayReplace || file.map(isOwnPage) ?? true
    let output = CommandOutput(path: file, mayReplace: mayReplace)
    bytes.withUnsafeBytes { output.write($0) }
    return output.finish(.eligible, in: arguments.language)
  }

  /// Whether this program has written a file, which then gives way.
  private static func isOwnPage(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path),
      let start = try? file.read(upToCount: Page.markRoom)
    else { return false }
    return start.range(of: Data(Page.mark.utf8)) != nil
  }

  private static func refuseRuleAsOutput(_ arguments: Arguments) throws(UsageError) {
    guard let output = arguments.output, let rules = arguments.rulesDirectory,
      let identity = FilePath(output).regularIdentity,
      let listing = try? Directory.list(FilePath(rules), suffix: ".json")
    else { return }
    if listing.files.contains(where: { $0.identity == identity }) { throw .outputIsRule(output) }
  }
}
