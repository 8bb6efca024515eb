import RuleEngine

/// The fields of a form, section by section, in the words that a page shows.
struct FieldJSON {
  private let view: FormView
  private let language: Language
  private let phrases: FormPhrases
  private let rulebooks: [(report: RulebookReport, clauses: [ClauseReport])]

  init(_ view: FormView, in language: Language) {
    self.view = view
    self.language = language
    phrases = FormPhrases(language: language)
    rulebooks = view.report.rulebooks.map { ($0, $0.clauses) }
  }

  func append(_ section: FormView.Section, number: Int, to writer: inout JSONWriter) {
    var (done, open, wrong) = (0, 0, 0)
    for field in section.fields {
      if field.hasError {
        wrong += 1
      } else if field.isAnswered {
        done += 1
      } else if field.isUsed {
        open += 1
      }
    }
    let state = wrong > 0 ? "wrong" : done == 0 ? "empty" : open > 0 ? "open" : "done"
    writer.open("{")
    writer.member("id", "section-\(number + 1)")
    writer.member("title", section.title?[language] ?? phrases.otherSection)
    writer.member("state", state)
    for (name, count) in [("done", done), ("open", open), ("wrong", wrong)] {
      writer.key(text: name)
      writer.number(count)
    }
    writer.member("summary", phrases.summary(done: done, open: open, wrong: wrong))
    writer.array("fields", of: section.fields) { append($0, to: &$1) }
    writer.close("}")
  }

  private func append(_ field: FormView.Field, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("path", field.path)
    describe(field.fact, field.choices, &writer)
    writer.key("group")
    writer.string(field.group?[language])
    writer.key("isUsed")
    writer.bool(field.isUsed)
    writer.key("isWanted")
    writer.bool(field.isWanted)
    write(field.reasons, &writer)
    if let rows = field.rows {
      write(rows, of: field, &writer)
      writer.key("entered")
      writer.string(field.cell.entered)
      write(message: field.cell.message, &writer)
    } else {
      write(field.cell, of: field.fact, &writer)
      if field.fact.type == .text, field.fact.formDescription == nil, !field.fact.identifies,
        !field.reasons.isEmpty
      {
        writer.key("none")
        writer.open("{")
        writer.member("label", phrases.noText)
        writer.key("isChosen")
        writer.bool(field.cell.value == .text(""))
        writer.close("}")
      }
    }
    writer.close("}")
  }

  private func describe(_ fact: Fact, _ choices: [NamedCode], _ writer: inout JSONWriter) {
    writer.member("type", fact.type.rawValue)
    writer.member("label", fact.label[language])
    writer.key("question")
    writer.string(fact.question?[language])
    writer.key("unit")
    writer.string(fact.unit?.name(for: "2", in: language))
    writer.array("hints", of: phrases.hints(fact)) { $1.string($0) }
    writer.array("choices", of: choices) { code, writer in
      writer.open("{")
      writer.member("code", code.name)
      writer.member("label", code.label[language])
      writer.close("}")
    }
  }

  private func write(_ reasons: [FormView.Reason], _ writer: inout JSONWriter) {
    writer.array("reasons", of: reasons) { reason, writer in
      let (rulebook, clauses) = rulebooks[reason.rulebook]
      let clause = clauses[reason.clause]
      writer.open("{")
      writer.member("key", ClauseJSON.key(rulebook, clause))
      writer.member("citation", clause.clause.citation[language])
      writer.member("title", clause.clause.title[language])
      writer.member("verdict", clause.verdict.name)
      writer.close("}")
    }
    var readings: [String] = []
    for reading in reasons.flatMap({ $0.readings }) {
      let text = reading[language]
      if !readings.contains(text) { readings.append(text) }
    }
    writer.array("readings", of: readings) { $1.string($0) }
  }

  private func write(_ cell: FormView.Cell, of fact: Fact, _ writer: inout JSONWriter) {
    writer.key("value")
    switch cell.value {
    case .flag(let flag)?: writer.string(flag ? "yes" : "no")
    case .text(let text)?: writer.string(text)
    case .list(let items)? where fact.type == .texts: writer.string(items.joined(separator: "\n"))
    case .list?, nil: writer.string(nil)
    }
    writer.key("codes")
    if fact.type == .codes, case .list(let items)? = cell.value {
      writer.array(of: items) { $1.string($0) }
    } else {
      writer.string(nil)
    }
    writer.key("entered")
    writer.string(cell.entered)
    write(message: cell.message, &writer)
  }

  private func write(message: FormView.Message?, _ writer: inout JSONWriter) {
    writer.key("message")
    guard let message else { return writer.string(nil) }
    writer.open("{")
    writer.member("severity", message.isError ? "error" : "warning")
    writer.member("text", SafeText.of(message.text[language]))
    writer.close("}")
  }

  private func write(
    _ rows: FormView.Rows, of field: FormView.Field, _ writer: inout JSONWriter
  ) {
    writer.array("columns", of: rows.columns) { column, writer in
      writer.open("{")
      writer.member("path", column.member)
      describe(column.fact, column.fact.codes, &writer)
      writer.key("isUsed")
      writer.bool(column.isUsed)
      write(column.reasons, &writer)
      writer.close("}")
    }
    writer.array("rows", of: rows.cells.enumerated()) { row, writer in
      writer.open("{")
      writer.array("cells", of: zip(row.element, rows.columns)) { cell, writer in
        writer.open("{")
        write(cell.0, of: cell.1.fact, &writer)
        writer.close("}")
      }
      write(message: rows.messages[row.offset], &writer)
      writer.close("}")
    }
    writer.key("isComplete")
    writer.bool(rows.isComplete == true)
    writer.member("count", phrases.count(rows.cells.count, of: field.fact))
    writer.member("emptyWord", phrases.nothing(of: field.fact))
  }
}

extension FormView.Field {
  fileprivate var hasError: Bool {
    if cell.message?.isError == true || cell.entered != nil { return true }
    if rows?.messages.values.contains(where: { $0.isError }) == true { return true }
    return rows?.cells.contains { row in
      row.contains { $0.message?.isError == true || $0.entered != nil }
    } ?? false
  }

  fileprivate var isAnswered: Bool {
    if let rows { return rows.isComplete == true || !rows.cells.isEmpty && !isWanted }
    return cell.value != nil
  }
}
