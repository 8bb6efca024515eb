package import RuleEngine

/// The list of rulebooks for people.
package struct RulebookText {
  private let library: RuleLibrary
  private let language: Language
  private let phrases: ReportPhrases
  private let writer: TextWriter

  package init(library: RuleLibrary, language: Language, to writer: TextWriter) {
    self.library = library
    self.language = language
    self.writer = writer
    phrases = ReportPhrases(language: language)
  }

  package func write() {
    let count = library.rulebooks.count
    let heading = Bilingual(
      zh: "规则一览（\(count) 部）", en: count == 1 ? "1 rulebook" : "\(count) rulebooks")
    writer.add(heading[language], isBold: true)
    for rulebook in library.rulebooks { write(rulebook) }
  }

  private func write(_ rulebook: Rulebook) {
    let document = rulebook.document
    writer.add("")
    writer.add(phrases.title(document.title[language]), isBold: true)
    writer.add(phrases.origin(of: document).joined(separator: " · "))
    writer.add("\(phrases.rulebook) \(rulebook.id)")
    writer.add("sha256:\(rulebook.digest)")
    writer.add("")
    writer.add(rows: rows(of: rulebook).map { ($0.name[language], $0.value) })
    writer.add("")
    writeSizes(of: rulebook)
  }

  private func rows(of rulebook: Rulebook) -> [(name: Bilingual, value: String)] {
    let vocabulary = library.vocabulary
    var rows: [(name: Bilingual, value: String)] = [
      (
        Bilingual(zh: "检查对象", en: "About"),
        vocabulary.documentName(rulebook.about, in: language)
      ),
      (
        Bilingual(zh: "申报项目", en: "Programme"),
        labelled(
          rulebook.programme, vocabulary.name(of: rulebook.programme, "programme", in: language))
      ),
      (Bilingual(zh: "文件系列", en: "Series"), rulebook.series),
      (Bilingual(zh: "适用日期", en: "Governs"), dates(rulebook.span)),
      (
        Bilingual(zh: "阶段", en: "Stages"),
        rulebook.stages(in: vocabulary)
          .map { labelled($0, vocabulary.stageName($0, in: language)) }
          .joined(separator: phrases.enumeration)
      ),
    ]
    if let round = rulebook.round {
      let closings = round.closings.map { "\($0.what[language]) \($0.at)" }
        .joined(separator: phrases.enumeration)
      let list = Bilingual(zh: "截止：\(closings)", en: "closing: \(closings)")[language]
      rows.append(
        (
          Bilingual(zh: "只用于", en: "Only for"),
          phrases.parenthesised(round.name[language], list)
        ))
    }
    if !rulebook.baseTypes.isEmpty {
      let types = rulebook.baseTypes.map {
        labelled($0, vocabulary.baseTypeName($0, in: language))
      }
      rows.append(
        (Bilingual(zh: "基地类别", en: "Base types"), types.joined(separator: phrases.enumeration)))
    }
    for (index, basis) in rulebook.legalBasis.enumerated() {
      let title = phrases.title(basis.title[language])
      let origin = basis.number.map { phrases.parenthesised(title, $0) } ?? title
      rows.append(
        (
          index == 0 ? Bilingual(zh: "依据", en: "Rests on") : Bilingual(zh: "", en: ""),
          origin + phrases.colon + basis.note[language]
        ))
    }
    for (index, part) in rulebook.notChecked.enumerated() {
      rows.append(
        (
          index == 0 ? Bilingual(zh: "不作检查", en: "Not checked") : Bilingual(zh: "", en: ""),
          phrases.unchecked(part)
        ))
    }
    rows.append((Bilingual(zh: "文件", en: "File"), rulebook.fileName))
    if library.hasAmbiguousID(rulebook) {
      let note = Bilingual(
        zh: "--rulebook \(rulebook.id) 首先指同名的申报项目或文件系列，按申请日期选版本；没有适用该日期的版本时才指本规则",
        en:
          "--rulebook \(rulebook.id) means the programme or series of that name first, of which the application date picks the version, and this rulebook only where no version governs that date"
      )
      rows.append((Bilingual(zh: "注意", en: "Note"), note[language]))
    }
    return rows
  }

  /// national（“科创中国”创新基地）
  private func labelled(_ code: String, _ name: String) -> String {
    name == code ? code : phrases.parenthesised(name, code)
  }

  private func dates(_ span: Rulebook.Span) -> String {
    let dates =
      switch (span.from, span.until) {
      case (nil, nil): Bilingual(zh: "起止日期未载明", en: "no dates stated")
      case (let from?, nil): Bilingual(zh: "\(from) 起", en: "from \(from) on")
      case (nil, let until?): Bilingual(zh: "至 \(until)", en: "until \(until)")
      case (let from?, let until?): Bilingual(zh: "\(from) 至 \(until)", en: "\(from) to \(until)")
      }
    return dates[language]
  }

  /// Each stage, and in it the base types, where those differ in their articles.
  private func writeSizes(of rulebook: Rulebook) {
    let vocabulary = library.vocabulary
    var rows: [(indent: String, name: String, size: RulebookSize)] = []
    let stages = rulebook.stages(in: vocabulary)
    for stage in stages {
      let articles = rulebook.articles.filter { $0.stage == stage }
      rows.append(("", vocabulary.stageName(stage, in: language), RulebookSize(articles)))
      guard articles.contains(where: { $0.baseTypes != nil }) else { continue }
      for type in rulebook.baseTypes {
        let name = vocabulary.baseTypeName(type, in: language)
        rows.append(("  ", name, RulebookSize(articles.filter { $0.binds(type) })))
      }
    }
    if stages.count > 1 {
      let sum = Bilingual(zh: "合计", en: "In all")[language]
      rows.append(("", sum, RulebookSize(rulebook.articles)))
    }
    let heads = [Bilingual(zh: "条款", en: "clauses"), Bilingual(zh: "条件", en: "criteria")]
      .map { $0[language] }
    let cell = 2 + (heads.map { DisplayWidth.of($0) }.max() ?? 0)
    func cells(_ texts: [String]) -> String {
      texts.map { DisplayWidth.pad("", to: cell - DisplayWidth.of($0)) + $0 }.joined()
    }
    let names = rows.map { row in
      DisplayWidth.wrap(SafeText.of(row.name), to: TextWriter.width - 2 * cell - row.indent.count)
        .map { row.indent + $0 }
    }
    let width = names.joined().map { DisplayWidth.of($0) }.max() ?? 0
    writer.add(row: DisplayWidth.pad("", to: width) + cells(heads))
    for (name, row) in zip(names, rows) {
      for line in name.dropLast() { writer.add(row: line) }
      let numbers = [row.size.clauses, row.size.criteria].map { "\($0)" }
      writer.add(row: DisplayWidth.pad(name.last ?? "", to: width) + cells(numbers))
    }
  }
}
