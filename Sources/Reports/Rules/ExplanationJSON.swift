package import RuleEngine

/// Explanations of clauses as JSON: keys may be added, none is renamed or dropped.
package struct ExplanationJSON {
  let library: RuleLibrary
  let language: Language

  package init(library: RuleLibrary, language: Language) {
    self.library = library
    self.language = language
  }

  package func append(_ clauses: [FoundClause], to bytes: ByteBuffer) {
    var writer = JSONWriter(bytes, isIndented: true)
    writer.open("[")
    for clause in clauses {
      writer.item()
      append(clause, to: &writer)
    }
    writer.close("]")
    bytes.append(0x0A)
  }

  private func append(_ found: FoundClause, to writer: inout JSONWriter) {
    let (rulebook, clause, article) = (found.rulebook, found.clause, found.article)
    writer.open("{")
    writer.member("rulebook", rulebook.id)
    writer.member("programme", rulebook.programme)
    writer.member("about", rulebook.about)
    writer.document(rulebook.document, in: language)
    writer.member("clause", clause.id)
    writer.member("citation", clause.citation[language])
    writer.member("title", clause.title[language])
    writer.member("stage", article.stage)
    writer.array("baseTypes", of: article.baseTypes ?? rulebook.baseTypes) { $1.string($0) }
    writer.array("criteria", of: found.criteria) { append($0, of: rulebook, to: &$1) }
    let comparisons = library.comparisons(of: clause, of: rulebook, in: language)
    writer.array("counterparts", of: comparisons) { append($0, to: &$1) }
    writer.close("}")
  }

  private func append(_ criterion: Criterion, of rulebook: Rulebook, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("id", criterion.id)
    writer.member("requirement", criterion.requirement[language])
    writer.member("basis", criterion.basis.rawValue)
    if let vocabulary = library.vocabulary(of: rulebook) {
      writer.key("condition")
      append(criterion.outline(in: vocabulary, language), to: &writer)
      writer.array("facts", of: criterion.facts(in: vocabulary)) { append($0, to: &$1) }
    }
    writer.member("reading", criterion.reading?[language])
    writer.array("proof", of: criterion.proof) { $1.string($0[language]) }
    writer.close("}")
  }

  private func append(_ outline: ConditionOutline, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("text", outline.text)
    writer.array("parts", of: outline.parts) { append($0, to: &$1) }
    writer.close("}")
  }

  private func append(_ fact: Fact, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("path", fact.path)
    writer.member("label", fact.label[language])
    writer.member("type", fact.type.rawValue)
    writer.member("value", fact.values[language])
    writer.array("codes", of: fact.codes) { code, writer in
      writer.open("{")
      writer.member("code", code.name)
      writer.member("label", code.label[language])
      writer.close("}")
    }
    writer.close("}")
  }

  private func append(_ comparison: ClauseComparison, to writer: inout JSONWriter) {
    writer.open("{")
    writer.member("rulebook", comparison.rulebook.id)
    writer.member("clause", comparison.clause.id)
    writer.member("citation", comparison.clause.citation[language])
    writer.member("title", comparison.clause.title[language])
    writer.member("same", comparison.differences.isEmpty)
    writer.array("differences", of: comparison.differences) { difference, writer in
      writer.open("{")
      writer.member("criterion", difference.criterion?.id)
      writer.member("other", difference.other?.id)
      writer.array("here", of: difference.here) { $1.string($0) }
      writer.array("there", of: difference.there) { $1.string($0) }
      writer.close("}")
    }
    writer.close("}")
  }
}
