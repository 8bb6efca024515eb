package import RuleEngine

/// A form as a page draws it: the fields with what is filled in, and what is found of it. Compact JSON.
package struct FormJSON {
  private let view: FormView
  private let draft: FormDraft
  private let stages: Set<String>
  private let language: Language
  private let phrases: FormPhrases
  private let report: ReportPhrases

  /// - Parameter stages: the stages that are checked.
  package init(_ view: FormView, of draft: FormDraft, stages: Set<String>, in language: Language) {
    self.view = view
    self.draft = draft
    self.stages = stages
    self.language = language
    phrases = FormPhrases(language: language)
    report = ReportPhrases(language: language)
  }

  package func append(to bytes: ByteBuffer, stagesOf library: RuleLibrary) {
    var writer = JSONWriter(bytes, isIndented: false)
    writer.open("{")
    writer.key("text")
    writer.bytes.append(jsonText: draft.text)
    writeConclusion(&writer)
    writer.array("notes", of: notes) { $1.string($0) }
    writer.array("next", of: next) { step, writer in
      writer.open("{")
      writer.member("text", SafeText.of(step.text))
      writer.key("path")
      writer.string(step.fact.map { view.report.application.vocabulary.fieldPath(of: $0) })
      writer.close("}")
    }
    writer.array("choices", of: view.choices) { $1.string($0) }
    writer.array("stages", of: library.stages) { stage, writer in
      writer.open("{")
      writer.member("code", stage)
      writer.member("label", library.vocabulary.stageName(stage, in: language))
      writer.key("isChosen")
      writer.bool(stages.contains(stage))
      writer.close("}")
    }
    let clauses = ClauseJSON(view.report, in: language)
    writer.array("rulebooks", of: view.report.rulebooks) { clauses.append($0, to: &$1) }
    let fields = FieldJSON(view, in: language)
    writer.array("sections", of: view.sections.enumerated()) { section, writer in
      fields.append(section.element, number: section.offset, to: &writer)
    }
    writer.close("}")
  }

  // MARK: The conclusion

  private func writeConclusion(_ writer: inout JSONWriter) {
    let found = view.report
    writer.member("outcome", found.outcome.rawValue)
    let verdict = found.isInvalid ? Verdict.unknown : Verdict(found.outcome)
    writer.member("verdict", verdict.name)
    // What a file of it may be called.
    writer.key("name")
    writer.string(
      found.application.string("baseName") ?? found.application.string("applicant.name"))
    writer.member("headline", headline)
    writer.member("detail", detail)
  }

  private var headline: String {
    let found = view.report
    if found.baseType == nil { return phrases.chooseType }
    if found.isInvalid { return report.invalid(found) }
    guard let first = found.rulebooks.first else { return report.nothingToCheck }
    if found.rulebooks.count == 1 { return report.outcome(of: first) }
    return report.outcome(
      found.outcome, declared: found.judgements.count { $0.isDeclared }, isApplication: true)
  }

  private var detail: String {
    let found = view.report
    if found.baseType == nil { return phrases.chooseTypeWhy }
    return found.rulebooks.isEmpty ? "" : report.counts(found.counts)
  }

  private var next: [NextSteps.Step] {
    if view.report.rulebooks.isEmpty { return [] }
    let application = view.report.application
    let names = FieldNames(application: application, language: language)
    return NextSteps(
      criteria: CriterionPhrases(application, in: language), name: names.name(of:),
      elementName: names.name(of:)
    ).after(view.report.rulebooks)
  }

  private var notes: [String] {
    report.notes(on: view.report)
      + view.notes.map { SafeText.of($0.message.inForm[language]) }
  }
}
