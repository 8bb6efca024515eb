import Foundation
import ProgramSupport
import Rules

/// What the page begins with, as its scripts read it.
struct PageSettings: Encodable {
  let language: String
  let title: String
  /// Codes; none: what the engine begins with.
  let stages: [String]?
  /// The application to begin with.
  let text: String

  /// - Throws: what the command line names and the rules have not.
  init(_ arguments: Arguments, _ library: RuleLibrary) throws(UsageError) {
    try Self.check(arguments, library)
    language = arguments.language.rawValue
    title = Self.title[arguments.language]
    stages =
      arguments.stages.isEmpty
      ? nil : arguments.stages.contains("all") ? library.stages : arguments.stages
    var application: [String: String] = [:]
    application["programme"] = arguments.programme
    application["baseType"] = arguments.baseType
    text = Self.json(application)
  }

  /// JSON that no browser takes for the end of a script, or for a comment in it.
  var scriptText: String { Self.json(self).replacing("<", with: "\\u003c") }

  private static let title = Bilingual(
    zh: "创新基地申报条件自查", en: "Self-check of innovation base conditions")

  private static func check(_ arguments: Arguments, _ library: RuleLibrary) throws(UsageError) {
    if let programme = arguments.programme, !library.programmes.contains(programme) {
      throw .option(
        .badChoice(option: "--programme", programme, known: library.programmes))
    }
    var options = Checker.Options()
    options.rulebooks = [arguments.programme].compactMap { $0 }
    options.baseType = arguments.baseType
    options.stages = Set(arguments.stages.filter { $0 != "all" })
    do throws(Checker.OptionError) { _ = try Checker(library, options: options) } catch {
      switch error {
      case .unknownRulebook(let name, let known):
        throw .option(.badChoice(option: "--programme", name, known: known))
      case .unknownBaseType(let name, let known):
        throw .option(.badChoice(option: "--type", name, known: known))
      case .unknownStage(let name, let known):
        throw .option(.badChoice(option: "--stage", name, known: known + ["all"]))
      case .noClause(let baseType): throw .noClause(baseType: baseType)
      }
    }
  }

  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { preconditionFailure("strings are JSON") }
    return String(decoding: data, as: UTF8.self)
  }
}
