import RuleEngine

/// The self-check form of one application, a document of its own. Several stand in an `HTMLBook`.
struct HTMLForm {
  let language: Language

  init(_ language: Language) { self.language = language }

  func append(_ report: Report, _ detail: ReportDetail, to bytes: ByteBuffer) {
    let html = HTMLWriter(bytes)
    let name = report.application.string("applicant.name")
    let title = [HTMLPhrases(language: language).heading, name].compactMap { $0 }
    HTMLDocument(html, language: language).write(title: title.joined(separator: " · ")) {
      html.element(.article) {
        HTMLReport(report, in: language, detail, level: 1, to: html).write()
      }
    }
  }
}
