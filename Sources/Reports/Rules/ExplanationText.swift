package import RuleEngine

/// Explanations of clauses for people.
package struct ExplanationText {
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

  package func write(_ clauses: [FoundClause]) {
    for (index, clause) in clauses.enumerated() {
      if index > 0 { writer.add("") }
      write(clause)
    }
  }

  private func write(_ found: FoundClause) {
    let (rulebook, clause) = (found.rulebook, found.clause)
    writer.add("\(clause.citation[language])  \(clause.title[language])", isBold: true)
    writer.add(phrases.title(rulebook.document.title[language]))
    writer.add(phrases.origin(of: rulebook.document).joined(separator: " · "))
    writer.add("")
    writer.add(rows: head(found))
    for criterion in found.criteria { write(criterion, of: rulebook) }
    writeComparisons(of: clause, of: rulebook)
  }

  private func head(_ found: FoundClause) -> [(name: String, value: String)] {
    let types = found.article.baseTypes ?? found.rulebook.baseTypes
    var rows: [(name: String, value: String)] = [
      (phrases.rulebook, found.rulebook.id),
      (Bilingual(zh: "条款", en: "Clause")[language], found.clause.id),
      (
        Bilingual(zh: "阶段", en: "Stage")[language],
        library.vocabulary.stageName(found.article.stage, in: language)
      ),
    ]
    if types.isEmpty {
      let document = library.vocabulary.documentName(found.rulebook.about, in: language)
      rows.append((Bilingual(zh: "检查对象", en: "About")[language], document))
    } else {
      let names = types.map { library.vocabulary.baseTypeName($0, in: language) }
      rows.append((phrases.baseType, names.joined(separator: phrases.enumeration)))
    }
    return rows
  }

  // MARK: Criteria

  private func write(_ criterion: Criterion, of rulebook: Rulebook) {
    writer.add("")
    writer.add(criterion.requirement[language], first: "\(criterion.id)  ", isBold: true)
    var parts = [
      (Bilingual(zh: "判定", en: "Basis"), [phrases.basis(criterion.basis, of: rulebook)])
    ]
    if let vocabulary = library.vocabulary(of: rulebook) {
      let outline = criterion.outline(in: vocabulary, language)
      parts.append((Bilingual(zh: "条件", en: "Condition"), indented(outline)))
      let facts = criterion.facts(in: vocabulary)
      parts.append((Bilingual(zh: "读取", en: "Reads"), facts.flatMap { describe($0) }))
    }
    if let reading = criterion.reading?[language] {
      parts.append((Bilingual(zh: "解读", en: "Reading"), [reading]))
    }
    if !criterion.proof.isEmpty {
      let proof = criterion.proof.map { $0[language] }.joined(separator: phrases.enumeration)
      parts.append((Bilingual(zh: "证明", en: "Proof"), [proof]))
    }
    write(parts.map { ($0[language], $1) })
  }

  /// Names in a column, lines beside them.
  private func write(_ parts: [(name: String, lines: [String])]) {
    let width = parts.map { DisplayWidth.of($0.name) }.max() ?? 0
    for (name, lines) in parts {
      var head = name
      for line in lines {
        // What is indented keeps its indent where it is wrapped.
        let inner = line.prefix { $0 == " " }
        writer.add(
          String(line.dropFirst(inner.count)),
          first: "  " + DisplayWidth.pad(head, to: width + 2) + inner)
        head = ""
      }
    }
  }

  private func indented(_ outline: ConditionOutline) -> [String] {
    [outline.text] + outline.parts.flatMap { indented($0) }.map { "  " + $0 }
  }

  /// A fact, and under it what its codes mean.
  private func describe(_ fact: Fact) -> [String] {
    let head = "\(fact.path)  \(fact.label[language])\(phrases.colon)\(fact.values[language])"
    return [head] + (fact.codeMeanings.map { ["  " + $0[language]] } ?? [])
  }

  // MARK: The other programme

  private func writeComparisons(of clause: Clause, of rulebook: Rulebook) {
    writer.add("")
    writer.add(Bilingual(zh: "其他项目的对应条款", en: "The same elsewhere")[language], isBold: true)
    let comparisons = library.comparisons(of: clause, of: rulebook, in: language)
    if comparisons.isEmpty {
      let nothing = Bilingual(zh: "没有对应条款", en: "no clause of another programme corresponds to it")
      writer.add(nothing[language], first: "  ")
    }
    for comparison in comparisons {
      let other = comparison.clause
      let answer =
        comparison.differences.isEmpty
        ? Bilingual(zh: "条件相同", en: "the conditions are the same")
        : Bilingual(zh: "条件不同之处：", en: "the conditions differ:")
      writer.add(
        [
          "\(comparison.rulebook.id):\(other.id)", other.citation[language],
          other.title[language] + phrases.colon + answer[language],
        ].joined(separator: "  "), first: "  ")
      for difference in comparison.differences { write(difference) }
    }
  }

  private func write(_ difference: ClauseComparison.Difference) {
    let nothing = Bilingual(zh: "无另外的要求", en: "nothing besides")[language]
    let sides = [(difference.criterion, difference.here), (difference.other, difference.there)]
    let isWording = difference.here.isEmpty && difference.there.isEmpty
    for case (let criterion?, var texts) in sides {
      if isWording { texts = [criterion.requirement[language]] }
      var head = criterion.id
      // Where one says nothing of its own, the other says more.
      for text in texts.isEmpty ? [nothing] : texts {
        writer.add(text, first: "    " + DisplayWidth.pad(head, to: 10))
        head = ""
      }
    }
    if difference.criterion == nil || difference.other == nil {
      let none = Bilingual(zh: "另一条没有这一项", en: "the other clause has no such criterion")
      writer.add(none[language], first: "    ")
    }
  }
}
