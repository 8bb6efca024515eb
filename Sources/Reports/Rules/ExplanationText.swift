package import RuleEngine

/// Explanations of clauses for people.
package struct ExplanationText: Phrases {
  private let library: RuleLibrary
  package let language: Language
  private let phrases: TextPhrases
  private let wording: FactWording
  package private(set) var lines: TextLines

  package init(library: RuleLibrary, language: Language, usesColor: Bool) {
    self.library = library
    self.language = language
    phrases = TextPhrases(language: language, vocabulary: library.vocabulary)
    wording = FactWording(language: language)
    lines = TextLines(usesColor: usesColor)
  }

  package mutating func write(_ clauses: [FoundClause]) {
    for (index, clause) in clauses.enumerated() {
      if index > 0 { lines.add("") }
      write(clause)
    }
  }

  private mutating func write(_ found: FoundClause) {
    let (rulebook, clause) = (found.rulebook, found.clause)
    lines.add("\(clause.citation[language])  \(clause.title[language])", isBold: true)
    lines.add(phrases.title(rulebook.document.title[language]))
    lines.add(
      [
        rulebook.document.number ?? phrases.noNumber, rulebook.document.authority[language],
        rulebook.document.issued?.description ?? phrases.noDate,
      ].joined(separator: " · "))
    lines.add("")
    lines.add(rows: head(found))
    for criterion in found.criteria { write(criterion, of: rulebook) }
    writeComparisons(of: clause, of: rulebook)
  }

  private func head(_ found: FoundClause) -> [(name: String, value: String)] {
    let types = found.article.baseTypes ?? found.rulebook.baseTypes
    var rows = [
      (phrases.rulebook, found.rulebook.id),
      (choose("条款", "Clause"), found.clause.id),
      (choose("阶段", "Stage"), phrases.stage(found.article.stage)),
    ]
    if types.isEmpty {
      let document = library.vocabulary.documentName(found.rulebook.about, in: language)
      rows.append((choose("检查对象", "About"), document))
    } else {
      let names = types.map { phrases.name(ofBaseType: $0) }
      rows.append((phrases.baseType, names.joined(separator: phrases.enumeration)))
    }
    return rows
  }

  // MARK: Criteria

  private mutating func write(_ criterion: Criterion, of rulebook: Rulebook) {
    lines.add("")
    lines.add(criterion.requirement[language], first: "\(criterion.id)  ", isBold: true)
    var page = [(name: String, lines: [String])]()
    page.append((choose("判定", "Basis"), [basis(criterion.basis)]))
    if let vocabulary = library.vocabulary(of: rulebook) {
      page.append(
        (
          choose("条件", "Condition"),
          indented(criterion.outline(in: vocabulary, language))
        ))
      page.append(
        (choose("读取", "Reads"), criterion.facts(in: vocabulary).flatMap { describe($0) }))
    }
    if let reading = criterion.reading?[language] {
      page.append((choose("解读", "Reading"), [reading]))
    }
    if !criterion.proof.isEmpty {
      let proof = criterion.proof.map { $0[language] }.joined(separator: phrases.enumeration)
      page.append((choose("证明", "Proof"), [proof]))
    }
    let width = page.map { DisplayWidth.of($0.name) }.max() ?? 0
    for (name, texts) in page {
      var head = name
      for text in texts {
        // What is indented keeps its indent where it is wrapped.
        let inner = text.prefix { $0 == " " }
        lines.add(
          String(text.dropFirst(inner.count)),
          first: "  " + DisplayWidth.pad(head, to: width + 2) + inner)
        head = ""
      }
    }
  }

  private func basis(_ basis: Criterion.Basis) -> String {
    switch basis {
    case .measured: choose("由数据、日期或清单计算", "computed from figures, dates or lists")
    case .declared: choose("自我声明，以核实为准", "own declaration, subject to verification")
    }
  }

  private func indented(_ outline: ConditionOutline) -> [String] {
    [outline.text] + outline.parts.flatMap { indented($0) }.map { "  " + $0 }
  }

  /// A fact, and under it what its codes mean.
  private func describe(_ fact: Fact) -> [String] {
    let head = "\(fact.path)  \(fact.label[language])\(phrases.colon)\(wording.type(of: fact))"
    return [head] + (wording.codes(of: fact).map { ["  " + $0] } ?? [])
  }

  // MARK: The other programme

  private mutating func writeComparisons(of clause: Clause, of rulebook: Rulebook) {
    lines.add("")
    lines.add(choose("其他项目的对应条款", "The same elsewhere"), isBold: true)
    let comparisons = library.comparisons(of: clause, of: rulebook, in: language)
    if comparisons.isEmpty {
      lines.add(choose("没有对应条款", "no clause of another programme corresponds to it"), first: "  ")
    }
    for comparison in comparisons {
      let other = comparison.clause
      let answer =
        comparison.differences.isEmpty
        ? choose("条件相同", "the conditions are the same")
        : choose("条件不同之处：", "the conditions differ:")
      lines.add(
        [
          "\(comparison.rulebook.id):\(other.id)", other.citation[language],
          other.title[language] + phrases.colon + answer,
        ].joined(separator: "  "), first: "  ")
      for difference in comparison.differences { write(difference) }
    }
  }

  private mutating func write(_ difference: ClauseComparison.Difference) {
    let sides = [(difference.criterion, difference.here), (difference.other, difference.there)]
    let isWording = difference.here.isEmpty && difference.there.isEmpty
    for case (let criterion?, var texts) in sides {
      if isWording { texts = [criterion.requirement[language]] }
      var head = criterion.id
      // Where one says nothing of its own, the other says more.
      for text in texts.isEmpty ? [choose("无另外的要求", "nothing besides")] : texts {
        lines.add(text, first: "    " + DisplayWidth.pad(head, to: 10))
        head = ""
      }
    }
    if difference.criterion == nil || difference.other == nil {
      lines.add(choose("另一条没有这一项", "the other clause has no such criterion"), first: "    ")
    }
  }
}
