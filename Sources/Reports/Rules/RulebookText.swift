package import RuleEngine

/// The list of rulebooks for people.
package struct RulebookText: Phrases {
  private let library: RuleLibrary
  package let language: Language
  private let phrases: TextPhrases
  private var lines: TextLines

  package init(library: RuleLibrary, language: Language, usesColor: Bool) {
    self.library = library
    self.language = language
    phrases = TextPhrases(language: language, vocabulary: library.vocabulary)
    lines = TextLines(usesColor: usesColor)
    let count = library.rulebooks.count
    lines.add(
      choose("规则一览（\(count) 部）", count == 1 ? "1 rulebook" : "\(count) rulebooks"), isBold: true)
    for rulebook in library.rulebooks { write(rulebook) }
  }

  package func append(to bytes: ByteBuffer) { lines.append(to: bytes) }

  private mutating func write(_ rulebook: Rulebook) {
    let document = rulebook.document
    let vocabulary = library.vocabulary
    lines.add("")
    lines.add(phrases.title(document.title[language]), isBold: true)
    lines.add(
      [
        document.number ?? phrases.noNumber, document.authority[language],
        document.issued?.description ?? phrases.noDate,
      ].joined(separator: " · "))
    lines.add("\(phrases.rulebook) \(rulebook.id)")
    lines.add("sha256:\(rulebook.digest)")
    lines.add("")
    var rows = [
      (choose("检查对象", "About"), vocabulary.documentName(rulebook.about, in: language)),
      (
        choose("申报项目", "Programme"),
        labelled(
          rulebook.programme, vocabulary.name(of: rulebook.programme, "programme", in: language))
      ),
      (choose("文件系列", "Series"), rulebook.series),
      (choose("适用日期", "Governs"), dates(rulebook.span)),
      (
        choose("阶段", "Stages"),
        rulebook.stages(in: vocabulary)
          .map { labelled($0, vocabulary.stageName($0, in: language)) }
          .joined(separator: phrases.enumeration)
      ),
    ]
    if let round = rulebook.round {
      let closings = round.closings.map { "\($0.what[language]) \($0.at)" }
      let list = closings.joined(separator: phrases.enumeration)
      rows.append(
        (
          choose("只用于", "Only for"),
          round.name[language] + choose("（截止：\(list)）", " (closing: \(list))")
        ))
    }
    if !rulebook.baseTypes.isEmpty {
      rows.append(
        (
          choose("基地类别", "Base types"),
          rulebook.baseTypes.map {
            labelled($0, vocabulary.name(of: $0, "baseType", in: language))
          }.joined(separator: phrases.enumeration)
        ))
    }
    for (index, basis) in rulebook.legalBasis.enumerated() {
      let title = phrases.title(basis.title[language])
      let number = basis.number.map { choose("（\($0)）", " (\($0))") } ?? ""
      rows.append(
        (
          index == 0 ? choose("依据", "Rests on") : "",
          title + number + phrases.colon + basis.note[language]
        ))
    }
    rows.append((choose("文件", "File"), rulebook.fileName))
    if library.hasAmbiguousID(rulebook) {
      rows.append(
        (
          choose("注意", "Note"),
          choose(
            "--rulebook \(rulebook.id) 首先指同名的申报项目或文件系列，按申请日期选版本；没有适用该日期的版本时才指本规则",
            "--rulebook \(rulebook.id) means the programme or series of that name first, of which the application date picks the version, and this rulebook only where no version governs that date"
          )
        ))
    }
    lines.add(rows: rows)
    lines.add("")
    writeSizes(of: rulebook)
  }

  /// national（“科创中国”创新基地）
  private func labelled(_ code: String, _ name: String) -> String {
    name == code ? code : choose("\(name)（\(code)）", "\(name) (\(code))")
  }

  private func dates(_ span: Rulebook.Span) -> String {
    switch (span.from, span.until) {
    case (nil, nil): choose("起止日期未载明", "no dates stated")
    case (let from?, nil): choose("\(from) 起", "from \(from) on")
    case (nil, let until?): choose("至 \(until)", "until \(until)")
    case (let from?, let until?): choose("\(from) 至 \(until)", "\(from) to \(until)")
    }
  }

  /// Each stage, and in it the base types, where those differ in their articles.
  private mutating func writeSizes(of rulebook: Rulebook) {
    let vocabulary = library.vocabulary
    var rows: [(indent: String, name: String, size: RulebookSize)] = []
    let stages = rulebook.stages(in: vocabulary)
    for stage in stages {
      let articles = rulebook.articles.filter { $0.stage == stage }
      rows.append(("", vocabulary.stageName(stage, in: language), RulebookSize(articles)))
      guard articles.contains(where: { $0.baseTypes != nil }) else { continue }
      for type in rulebook.baseTypes {
        let name = vocabulary.name(of: type, "baseType", in: language)
        rows.append(("  ", name, RulebookSize(articles.filter { $0.binds(type) })))
      }
    }
    if stages.count > 1 {
      rows.append(("", choose("合计", "In all"), RulebookSize(rulebook.articles)))
    }
    let heads = [choose("条款", "clauses"), choose("条件", "criteria")]
    let cell = 2 + (heads.map(DisplayWidth.of).max() ?? 0)
    func cells(_ texts: [String]) -> String {
      texts.map { DisplayWidth.pad("", to: cell - DisplayWidth.of($0)) + $0 }.joined()
    }
    let names = rows.map { row in
      DisplayWidth.wrap(SafeText.of(row.name), to: TextLines.width - 2 * cell - row.indent.count)
        .map { row.indent + $0 }
    }
    let width = names.joined().map(DisplayWidth.of).max() ?? 0
    lines.add(DisplayWidth.pad("", to: width) + cells(heads))
    for (name, row) in zip(names, rows) {
      for line in name.dropLast() { lines.add(line) }
      let numbers = [row.size.clauses, row.size.criteria].map(String.init)
      lines.add(DisplayWidth.pad(name.last ?? "", to: width) + cells(numbers))
    }
  }
}
