package import RuleEngine

/// What an application says, in the order of the official form, to be copied into it.
package struct AnswersTable {
  private let view: FormView
  private let language: Language
  private let phrases: FormPhrases
  private let names: ValueNames

  package init(_ view: FormView, in language: Language) {
    self.view = view
    self.language = language
    phrases = FormPhrases(language: language)
    names = ValueNames(language: language)
  }

  private var title: String {
    Bilingual(zh: "申报材料填写内容", en: "What the application says")[language]
  }

  /// Sections in which something is filled in.
  private var sections: [(title: String, fields: [FormView.Field])] {
    view.sections.compactMap { section in
      let fields = section.fields.filter {
        $0.cell.value != nil || $0.cell.entered != nil || !($0.rows?.cells.isEmpty ?? true)
          || $0.rows?.isComplete == true
      }
      return fields.isEmpty
        ? nil : (section.title?[language] ?? phrases.otherSection, fields)
    }
  }

  /// A document for browsers and for printing; its tables can be copied into a text document.
  package func appendHTML(to bytes: ByteBuffer) {
    let html = HTMLWriter(bytes)
    HTMLDocument(html, language: language).write(title: title) {
      html.element(.heading(1), title)
      for section in sections {
        html.element(.section) {
          html.element(.heading(2), section.title)
          let single = section.fields.filter { $0.rows == nil }
          if !single.isEmpty {
            html.element(.table, [.style: "facts"]) {
              html.element(.tbody) {
                for field in single {
                  html.element(.tr) {
                    html.element(.th, [.scope: "row"], label(field.fact))
                    html.element(.td, text(field.cell, field.fact))
                  }
                }
              }
            }
          }
          for field in section.fields {
            if let rows = field.rows { append(rows, of: field, to: html) }
          }
        }
      }
    }
  }

  private func append(_ rows: FormView.Rows, of field: FormView.Field, to html: HTMLWriter) {
    html.element(.heading(3), field.fact.label[language])
    if rows.cells.isEmpty {
      html.element(.p, phrases.nothing(of: field.fact))
      return
    }
    let columns = used(rows)
    html.element(.table, [.style: "listing"]) {
      html.headings([phrases.numberHeading] + columns.map { rows.columns[$0].fact.label[language] })
      html.element(.tbody) {
        for (number, cells) in rows.cells.enumerated() {
          html.element(.tr) {
            html.element(.td, "\(number + 1)")
            for column in columns {
              html.element(.td, text(cells[column], rows.columns[column].fact))
            }
          }
        }
      }
    }
  }

  /// The same as plain text, with tabs between cells, which spreadsheets and text documents take as a
  /// table.
  package func appendText(to bytes: ByteBuffer) {
    func line(_ cells: [String]) {
      bytes.append(text: cells.map(Self.cell).joined(separator: "\t") + "\n")
    }
    for (index, section) in sections.enumerated() {
      if index > 0 { line([]) }
      line([section.title])
      for field in section.fields {
        guard let rows = field.rows else {
          line([label(field.fact), text(field.cell, field.fact)])
          continue
        }
        line([field.fact.label[language]])
        if rows.cells.isEmpty {
          line([phrases.nothing(of: field.fact)])
          continue
        }
        let columns = used(rows)
        line([phrases.numberHeading] + columns.map { rows.columns[$0].fact.label[language] })
        for (number, cells) in rows.cells.enumerated() {
          line(
            ["\(number + 1)"] + columns.map { text(cells[$0], rows.columns[$0].fact) })
        }
      }
    }
  }

  /// A cell that holds tabs or line feeds stands in quotes, as spreadsheets want it.
  private static func cell(_ text: String) -> String {
    let text = SafeText.of(text)
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x09 || $0 == 0x0A }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The columns in which some row has something.
  private func used(_ rows: FormView.Rows) -> [Int] {
    rows.columns.indices.filter { column in
      rows.cells.contains { $0[column].value != nil || $0[column].entered != nil }
    }
  }

  private func label(_ fact: Fact) -> String {
    guard let unit = fact.unit else { return fact.label[language] }
    let name = unit.name(for: "2", in: language)
    return Bilingual(zh: "\(fact.label[.zh])（\(name)）", en: "\(fact.label[.en]) (\(name))")[
      language]
  }

  private func text(_ cell: FormView.Cell, _ fact: Fact) -> String {
    cell.entered ?? cell.value.map { names.name(of: $0, fact) } ?? ""
  }
}
