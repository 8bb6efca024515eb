import Reports
import Rules

/// Several self-check forms in one HTML document, after a table of contents.
///
/// The forms are kept until the last is there, since the contents stand before them.
final class HTMLBook: ReportCollector, @unchecked Sendable {
  private let output: CommandOutput
  private let style: ReportStyle
  private let vocabulary: Vocabulary
  private let words: HTMLPhrases
  private let forms = ByteBuffer()
  private var entries: [HTMLForms.Entry] = []
  private let progress: Progress
  private var status = ExitStatus.eligible

  init(_ output: CommandOutput, style: ReportStyle, vocabulary: Vocabulary) {
    self.output = output
    self.style = style
    self.vocabulary = vocabulary
    words = HTMLPhrases(language: style.language)
    progress = Progress(language: style.language, isWanted: output.isFile)
  }

  func makeBatch() -> HTMLForms { HTMLForms(style) }

  func accept(_ batch: HTMLForms) {
    progress.interrupt(with: batch.diagnostics)
    status.worsen(to: batch.status)
    let html = HTMLWriter(forms)
    batch.forms.withBytes { bytes in
      for entry in batch.entries {
        entries.append(entry)
        html.element(.article, [.id: anchor(entries.count)]) {
          forms.append(UnsafeRawBufferPointer(rebasing: bytes[entry.bytes]))
        }
      }
    }
    progress.show(entries.count)
  }

  func reject(_ error: InputError, _ name: String) {
    progress.interrupt(with: error.line(about: name, in: style.language))
    status.worsen(to: .noInput)
    entries.append(HTMLForms.Entry(unread: name))
  }

  /// Writes the document; the status that the program leaves with.
  func finish() -> ExitStatus {
    progress.clear()
    let bytes = ByteBuffer()
    let html = HTMLWriter(bytes)
    HTMLDocument(html, language: style.language).write(title: words.heading) {
      html.element(.header) {
        html.element(.h1, words.heading)
        html.element(.h2, words.contents)
        if entries.isEmpty {
          html.element(.p, words.noApplications)
        } else {
          writeContents(to: html)
        }
      }
      forms.withBytes { bytes.append($0) }
    }
    bytes.withBytes { output.write($0) }
    return output.finish(status, in: style.language)
  }

  private func anchor(_ number: Int) -> String { "application-\(number)" }

  private func writeContents(to html: HTMLWriter) {
    let phrases = TextPhrases(language: style.language, vocabulary: vocabulary)
    let names = ScreeningPhrases(language: style.language, vocabulary: vocabulary)
    html.element(.table, [.style: "listing numbered"]) {
      html.element(.thead) {
        html.element(.tr) {
          for name in [
            words.numberHeading, phrases.applicant, phrases.baseName, phrases.baseType,
            words.verdictHeading,
            words.clauseHeading, phrases.file,
          ] {
            html.element(.th, [.scope: "col"], name)
          }
        }
      }
      html.element(.tbody) {
        for (index, entry) in entries.enumerated() {
          html.element(.tr) {
            html.element(.td, "\(index + 1)")
            html.element(.td) {
              let name = entry.name ?? entry.place
              if entry.isRead {
                html.element(.a, [.href: "#" + anchor(index + 1)], name)
              } else {
                html.text(name)
              }
            }
            html.element(.td, entry.baseName ?? "")
            html.element(.td, phrases.name(ofBaseType: entry.baseType))
            let verdict = entry.outcome.map { Verdict($0) } ?? .fail
            html.element(.td, [.style: "mark \(verdict.name)"], names.mark(entry.outcome))
            html.element(.td) {
              if let (fail, unknown) = entry.counts, fail + unknown > 0 {
                html.text(words.counts(fail: fail, unknown: unknown))
              }
            }
            html.element(.td) { html.element(.code, entry.place) }
          }
        }
      }
    }
  }
}

/// Self-check forms, one after the other, with what the table of contents says of each.
struct HTMLForms: ReportBatch {
  /// A line of the table of contents.
  struct Entry {
    let place: String
    var name: String?
    var baseName: String?
    var baseType: String?
    /// Nil where the input could not be read.
    var outcome: Outcome?
    /// How many clauses fail and are open, of all rulebooks; nil where nothing was judged.
    var counts: (fail: Int, unknown: Int)?
    /// Where the form stands in `forms`.
    var bytes = 0..<0
    var isRead: Bool { outcome != nil }

    init(unread name: String) { place = name }

    init(_ report: Report, source: String, bytes: Range<Int>) {
      place = report.application.place(source)
      name = report.application.string("applicant.name")
      baseName = report.application.string("baseName")
      baseType = report.baseType
      outcome = report.outcome
      if outcome != .invalid {
        counts = report.rulebooks.reduce(into: (fail: 0, unknown: 0)) {
          $0.fail += $1.counts.fail
          $0.unknown += $1.counts.unknown
        }
      }
      self.bytes = bytes
    }
  }

  let forms = ByteBuffer()
  let diagnostics = ByteBuffer()
  private(set) var entries: [Entry] = []
  private(set) var status = ExitStatus.eligible
  private let style: ReportStyle

  var count: Int { entries.count }

  init(_ style: ReportStyle) { self.style = style }

  mutating func removeAll() {
    forms.removeAll()
    diagnostics.removeAll()
    entries.removeAll(keepingCapacity: true)
    status = .eligible
  }

  mutating func add(_ report: Report, source: String) {
    let start = forms.count
    HTMLReport(
      report, source: source, language: style.language, detail: style.detail, level: 2,
      to: HTMLWriter(forms)
    ).write()
    entries.append(Entry(report, source: source, bytes: start..<forms.count))
    status.worsen(to: ExitStatus(style.outcome(of: report)))
    if !report.diagnostics.isEmpty {
      DiagnosticPrinter(language: style.language).append(
        report.diagnostics, of: report.application, source: source, to: diagnostics)
    }
  }
}
