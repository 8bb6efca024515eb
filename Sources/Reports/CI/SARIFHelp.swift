import RuleEngine

/// What a rule's help says: the document, the clause, what is asked, the proof, the reading.
struct SARIFHelp: SharedPhrases {
  let language: Language

  private func facts(
    _ criterion: Criterion, _ clause: Clause, _ rulebook: Rulebook
  ) -> [(name: Bilingual, text: String)] {
    let document = rulebook.document
    let origin = [document.title[language], document.number].compactMap { $0 }
    var facts: [(name: Bilingual, text: String)] = [
      (Bilingual(zh: "文件", en: "Document"), origin.joined(separator: comma)),
      (
        Bilingual(zh: "条款", en: "Clause"),
        "\(clause.citation[language]) \(clause.title[language])"
      ),
      (Bilingual(zh: "要求", en: "Requirement"), criterion.requirement[language]),
      (Bilingual(zh: "依据", en: "Basis"), basis(criterion.basis, of: rulebook)),
    ]
    if !criterion.proof.isEmpty {
      // In English a document's name may have commas.
      let separator = Bilingual(zh: "、", en: "; ")[language]
      let list = criterion.proof.map { $0[language] }.joined(separator: separator)
      facts.append((Bilingual(zh: "证明材料", en: "Proof"), list))
    }
    if let reading = criterion.reading {
      facts.append((Bilingual(zh: "采用的解读", en: "Reading chosen"), reading[language]))
    }
    return facts
  }

  private var separator: String { Bilingual(zh: "；", en: ". ")[language] }

  func text(_ criterion: Criterion, _ clause: Clause, _ rulebook: Rulebook) -> String {
    facts(criterion, clause, rulebook).map { "\($0.name[language])\(colon)\($0.text)" }
      .joined(separator: separator)
  }

  func markdown(_ criterion: Criterion, _ clause: Clause, _ rulebook: Rulebook) -> String {
    facts(criterion, clause, rulebook).map {
      "**\($0.name[language])**\(colon)\(MarkdownText.of($0.text))"
    }.joined(separator: separator)
  }
}
