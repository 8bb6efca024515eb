package import RuleEngine

/// The list of rulebooks as JSON: keys may be added, none is renamed or dropped.
package struct RulebookJSON {
  let library: RuleLibrary
  let language: Language

  package init(library: RuleLibrary, language: Language) {
    self.library = library
    self.language = language
  }

  package func append(to bytes: ByteBuffer) {
    var writer = JSONWriter(bytes, isIndented: true)
    writer.open("[")
    for rulebook in library.rulebooks {
      writer.item()
      append(rulebook, to: &writer)
    }
    writer.close("]")
    bytes.append(0x0A)
  }

  private func append(_ rulebook: Rulebook, to writer: inout JSONWriter) {
    let vocabulary = library.vocabulary
    let stages = rulebook.stages(in: vocabulary)
    writer.open("{")
    writer.member("id", rulebook.id)
    writer.member("programme", rulebook.programme)
    writer.member("series", rulebook.series)
    writer.member("about", rulebook.about)
    writer.document(rulebook.document, in: language)
    writer.key("inForce")
    writer.open("{")
    writer.member("from", rulebook.span.from?.description)
    writer.member("until", rulebook.span.until?.description)
    writer.close("}")
    append(rulebook.round, to: &writer)
    writer.key("idIsName")
    writer.bool(library.hasAmbiguousID(rulebook))
    writer.array("stages", of: stages) { $1.string($0) }
    writer.array("baseTypes", of: rulebook.baseTypes) { $1.string($0) }
    append(RulebookSize(rulebook.articles), to: &writer)
    writer.array("byStage", of: stages) { stage, writer in
      writer.open("{")
      writer.member("stage", stage)
      writer.member("name", vocabulary.stageName(stage, in: language))
      append(RulebookSize(rulebook.articles.filter { $0.stage == stage }), to: &writer)
      writer.close("}")
    }
    writer.array("byBaseType", of: rulebook.baseTypes) { type, writer in
      let articles = rulebook.articles.filter { $0.binds(type) }
      writer.open("{")
      writer.member("baseType", type)
      writer.member("name", vocabulary.name(of: type, "baseType", in: language))
      append(RulebookSize(articles), to: &writer)
      writer.array("byStage", of: stages) { stage, writer in
        writer.open("{")
        writer.member("stage", stage)
        append(RulebookSize(articles.filter { $0.stage == stage }), to: &writer)
        writer.close("}")
      }
      writer.close("}")
    }
    writer.array("legalBasis", of: rulebook.legalBasis) { basis, writer in
      writer.open("{")
      writer.member("title", basis.title[language])
      writer.member("number", basis.number)
      writer.member("note", basis.note[language])
      writer.close("}")
    }
    writer.array("notChecked", of: rulebook.notChecked) { part, writer in
      writer.open("{")
      writer.member("citation", part.citation[language])
      writer.member("subject", part.subject[language])
      writer.member("reason", part.reason[language])
      writer.close("}")
    }
    writer.member("digest", "sha256:" + rulebook.digest)
    writer.member("file", rulebook.fileName)
    writer.close("}")
  }

  private func append(_ round: Round?, to writer: inout JSONWriter) {
    guard let round else { return writer.member("round", nil as String?) }
    writer.key("round")
    writer.open("{")
    writer.member("name", round.name[language])
    writer.closings(of: round, in: language)
    writer.close("}")
  }

  private func append(_ size: RulebookSize, to writer: inout JSONWriter) {
    writer.member("clauses", size.clauses)
    writer.member("criteria", size.criteria)
  }
}

extension JSONWriter {
  /// Where a rulebook comes from.
  mutating func document(_ document: LegalDocument, in language: Language) {
    key("document")
    open("{")
    member("title", document.title[language])
    member("number", document.number)
    member("authority", document.authority[language])
    member("issued", document.issued?.description)
    close("}")
  }
}
