package import RuleEngine

/// What was understood of a pasted table, as a page shows it. Compact JSON.
package struct PastePreviewJSON {
  let preview: PastePreview
  let language: Language

  package init(_ preview: PastePreview, in language: Language) {
    self.preview = preview
    self.language = language
  }

  package func append(to bytes: ByteBuffer) {
    let phrases = FormPhrases(language: language)
    var writer = JSONWriter(bytes, isIndented: false)
    writer.open("{")
    writer.key("hasHeader")
    writer.bool(preview.hasHeader)
    writer.array("columns", of: preview.columns.enumerated()) { column, writer in
      writer.open("{")
      writer.key("title")
      writer.string(
        preview.titles.indices.contains(column.offset)
          ? SafeText.of(preview.titles[column.offset]) : nil)
      writer.key("member")
      writer.string(column.element.map { preview.members[$0].memberPath })
      writer.close("}")
    }
    writer.array("members", of: preview.members) { member, writer in
      writer.open("{")
      writer.member("path", member.memberPath)
      writer.member("label", member.label[language])
      writer.close("}")
    }
    writer.array("rows", of: preview.rows) { row, writer in
      writer.open("{")
      writer.array("cells", of: row.enumerated()) { cell, writer in
        writer.open("{")
        writer.member("typed", Self.harmless(cell.element.typed))
        writer.key("shown")
        writer.string(shown(cell.element, column: cell.offset).map(Self.harmless))
        writer.key("problem")
        writer.string(cell.element.problem.map { SafeText.of($0[language]) })
        writer.close("}")
      }
      writer.close("}")
    }
    writer.member("understood", phrases.understood(preview))
    writer.key("problems")
    writer.string(phrases.problems(preview))
    writer.key("count")
    writer.number(preview.rows.count)
    writer.close("}")
  }

  /// With its lines, which a page shows as such.
  private static func harmless(_ text: String) -> String {
    text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
      .map { SafeText.of(String($0)) }.joined(separator: "\n")
  }

  private func shown(_ cell: PastePreview.Cell, column: Int) -> String? {
    guard let value = cell.shown, let member = preview.columns[column] else { return nil }
    return ValueNames(language: language).name(of: value, preview.members[member])
  }
}

/// What people call a value of a form.
struct ValueNames {
  let language: Language

  func name(of value: FormValue, _ fact: Fact) -> String {
    switch value {
    case .flag(let flag):
      return flag
        ? Bilingual(zh: "是", en: "yes")[language] : Bilingual(zh: "否", en: "no")[language]
    case .text(let text):
      if fact.type == .code { return name(ofCode: text, fact) }
      if fact.type == .date, text == "never" { return fact.never?[language] ?? text }
      return text
    case .list(let items):
      if items.isEmpty { return Bilingual(zh: "无", en: "none")[language] }
      return items.map { fact.type == .codes ? name(ofCode: $0, fact) : $0 }
        .joined(separator: Bilingual(zh: "、", en: ", ")[language])
    }
  }

  private func name(ofCode code: String, _ fact: Fact) -> String {
    fact.codes.first { $0.name == code }?.label[language] ?? code
  }
}
