import Reports
import Rules

/// `kczg-check schema`: prints the JSON Schema of applications, or of another kind of document.
struct SchemaCommand {
  let arguments: Arguments
  let library: RuleLibrary

  func run() throws(UsageError) -> ExitStatus {
    let kind = arguments.document
    let isApplication = kind == Arguments.application
    let vocabulary = isApplication ? library.vocabulary : library.vocabulary.vocabulary(of: kind)
    guard let vocabulary else {
      throw .badChoice(option: Option.document.name, kind, known: library.documents)
    }
    let language = arguments.language
    let title =
      isApplication
      ? Bilingual(zh: "创新基地申报材料", en: "Application for an innovation base")[language]
      : library.vocabulary.documentName(kind, in: language)
    return arguments.writeDocument { _, bytes in
      DocumentSchema(vocabulary: vocabulary, title: title, language: language).append(to: bytes)
    }
  }
}
