import Reports
import Rules

/// `kczg-check schema`: prints the JSON Schema of applications, or of another kind of document.
struct SchemaCommand {
  /// What an application is called where a kind of document is chosen.
  static let application = "application"

  let arguments: Arguments

  func run() throws(UsageError) -> ExitStatus {
    guard let library = arguments.loadRules() else { return .badRules }
    let language = arguments.language
    let kind = arguments.document ?? Self.application
    let isApplication = kind == Self.application
    guard
      let vocabulary =
        isApplication ? library.vocabulary : library.vocabulary.vocabulary(of: kind)
    else {
      let known = [Self.application] + library.vocabulary.documents.map(\.id)
      throw .badChoice(option: Option.document.name, kind, known: known)
    }
    let title =
      isApplication
      ? language == .zh ? "创新基地申报材料" : "Application for an innovation base"
      : library.vocabulary.documentName(kind, in: language)
    let output = CommandOutput(path: arguments.output)
    let bytes = ByteBuffer()
    DocumentSchema(vocabulary: vocabulary, title: title, language: language).append(to: bytes)
    bytes.withBytes { output.write($0) }
    return output.finish(.eligible, in: language)
  }
}
