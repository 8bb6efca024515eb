import RuleEngine

/// Several self-check forms in one HTML document, after a table of contents.
struct HTMLBook {
  /// A line of the table of contents.
  struct Entry {
    let place: String
    let name: String?
    let baseName: String?
    /// What the base type is called; empty where there is none.
    let baseType: String
    /// Nil where the input could not be read, so that it has no form.
    let outcome: Outcome?
    /// Over the clauses of all rulebooks; nil where nothing was judged.
    let counts: VerdictCounts?

    init(_ report: Report, in language: Language) {
      let application = report.application
      place = application.place
      name = application.string("applicant.name")
      baseName = application.string("baseName")
      baseType = application.vocabulary.baseTypeName(report.baseType, in: language)
      outcome = report.outcome
      counts = report.outcome == .invalid ? nil : report.counts
    }

    init(_ error: UnreadInput) {
      place = error.name
      name = nil
      baseName = nil
      baseType = ""
      outcome = nil
      counts = nil
    }
  }

  let language: Language
  private let words: HTMLPhrases

  init(_ language: Language) {
    self.language = language
    words = HTMLPhrases(language: language)
  }

  // MARK: Forms

  /// Writes a form, which goes by a running number.
  func append(
    _ report: Report, _ detail: ReportDetail, to bytes: ByteBuffer, _ numbers: inout RunningNumbers
  ) {
    bytes.append("<article id=\"")
    bytes.append(text: Self.anchor)
    numbers.next(at: bytes.count)
    bytes.append("\">\n")
    let html = HTMLWriter(bytes)
    HTMLReport(report, in: language, detail, level: 2, to: html).write()
    html.close(.article)
  }

  private static let anchor = "application-"

  // MARK: The document

  /// Writes what stands before the forms, for which the last of them must be there.
  func begin(_ entries: [Entry], to bytes: ByteBuffer) {
    let html = HTMLWriter(bytes)
    HTMLDocument(html, language: language).begin(title: words.heading)
    html.element(.header) {
      html.element(.h1, words.heading)
      html.element(.h2, words.contents)
      if entries.isEmpty {
        html.element(.p, words.noApplications)
      } else {
        writeContents(entries, to: html)
      }
    }
  }

  /// Writes what stands after the forms.
  func end(to bytes: ByteBuffer) { HTMLDocument(HTMLWriter(bytes), language: language).end() }

  private func writeContents(_ entries: [Entry], to html: HTMLWriter) {
    html.element(.table, [.style: "listing numbered"]) {
      html.headings([
        words.numberHeading, words.applicant, words.baseName, words.baseType,
        words.verdictHeading, words.clauseHeading, words.file,
      ])
      html.element(.tbody) {
        for (index, entry) in entries.enumerated() {
          html.element(.tr) { write(entry, number: index + 1, to: html) }
        }
      }
    }
  }

  private func write(_ entry: Entry, number: Int, to html: HTMLWriter) {
    html.element(.td, "\(number)")
    html.element(.td) {
      let name = entry.name ?? entry.place
      if entry.outcome != nil {
        html.element(.a, [.href: "#\(Self.anchor)\(number)"], name)
      } else {
        html.text(name)
      }
    }
    html.element(.td, entry.baseName ?? "")
    html.element(.td, entry.baseType)
    let verdict = entry.outcome.map { Verdict($0) } ?? .fail
    html.element(.td, [.style: "mark \(verdict.name)"], words.mark(entry.outcome))
    html.element(.td) {
      if let counts = entry.counts, counts.fail + counts.unknown > 0 {
        html.text(words.counts(fail: counts.fail, unknown: counts.unknown))
      }
    }
    html.element(.td) { html.element(.code, entry.place) }
  }
}
