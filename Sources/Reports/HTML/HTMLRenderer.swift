import RuleEngine

/// The self-check form of one application, a document of its own. Several stand in an `HTMLBook`.
struct HTMLRenderer: ReportRenderer {
  let language: Language
  let detail: ReportDetail

  var prologue: [UInt8] { [] }
  var separator: [UInt8] { [] }
  var epilogue: [UInt8] { [] }

  func append(_ report: Report, source: String, to bytes: ByteBuffer) {
    let html = HTMLWriter(bytes)
    let name = report.application.string("applicant.name")
    let title = [HTMLPhrases(language: language).heading, name].compactMap { $0 }
    HTMLDocument(html, language: language).write(title: title.joined(separator: " · ")) {
      html.element(.article) {
        HTMLReport(
          report, source: source, language: language, detail: detail, level: 1, to: html
        ).write()
      }
    }
  }
}
